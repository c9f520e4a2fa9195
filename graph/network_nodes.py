"""The nodes of the map, each with its facts: value, lines, quote, stated or derived."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from .chains import Figure
from .steps import Steps
from .walk import Place, term

Row: TypeAlias = dict[str, Any]

_UNITS = ("gg:Department", "gg:Office", "gg:AffiliatedBody")
_LAW_FACTS = ("eli:number", "eli:date_document", "eli:first_date_entry_in_force", "gg:ministry")
_LAW_WORDS = {
    "eli:number": ("공포번호", "number"),
    "eli:date_document": ("공포일", "promulgated"),
    "eli:first_date_entry_in_force": ("시행일", "in force from"),
    "gg:ministry": ("소관부처", "ministry"),
}


class Nodes:
    """Rows of nodes, one for each thing that the map shows."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._walk = steps.walk

    def all(self) -> Iterator[Row]:
        """Every node, by type and address."""
        kinds: tuple[tuple[str, Callable[[str], Row]], ...] = (
            *((unit, self.department) for unit in _UNITS),
            ("gg:Project", self.project),
            ("gg:Law", self.law),
            ("gg:BudgetLine", self.line),
            ("gg:Facility", self.facility),
            ("gg:FacilityNetwork", self.facility),
        )
        for kind, make in kinds:
            yield from (make(iri) for iri in self._walk.all(kind) if self._shown(kind, iri))

    def _shown(self, kind: str, iri: str) -> bool:
        if kind == "gg:BudgetLine":
            return self._walk.one(iri, "gg:table") != "overview" and self._steps.head(iri) == iri
        return not (kind == "gg:FacilityNetwork" and self._walk.is_a(iri, "gg:Facility"))

    def department(self, iri: str) -> Row:
        """A unit with its posts, people and duties."""
        facts = self._named(iri)
        for count in self._walk.links("gg:StaffCount", "gg:department", iri):
            grade = self._walk.one(count, "gg:grade")
            for name in ("gg:quota", "gg:staff"):
                if value := self._walk.one(count, name):
                    facts += self._fact(name, f"{grade} {value}".strip(), count)
        for duty in self._walk.links("gg:Duty", "gg:department", iri):
            facts += self._facts(("담당업무", "duty"), self._walk.one(duty, "dct:description"), duty)
        return self._row(iri, "department", self._owner(iri, "org:unitOf"), facts)

    def project(self, iri: str) -> Row:
        """A section of the report, sized by its own table."""
        lines = [line for line in self._walk.into("gg:project", iri) if self._walk.one(line, "gg:table") == "detail"]
        figures = [figure for line in lines if (figure := self._figure(line))]
        facts = self._named(iri)
        for citation in self._walk.links("gg:Citation", "gg:project", iri):
            if self._walk.one(citation, "gg:isBasis") == "true":
                law = self._walk.label(self._walk.one(citation, "gg:law"))
                cited = f"{law} {self._walk.one(citation, 'gg:articles').replace('|', ', ')}".strip()
                facts += self._facts(("추진근거", "legal basis"), cited, citation)
        amount = sum(figure.won for figure in figures) if figures else None
        return self._row(iri, "project", self._owner(iri, "cv:hasCompetentAuthority"), facts, amount_krw=amount)

    def law(self, iri: str) -> Row:
        """A law as the register knows it, and where it is cited."""
        walk = self._walk
        kind = walk.words(walk.one(iri, "eli:type_document"))[0]
        facts = [
            {"label_ko": _LAW_WORDS[name][0], "label_en": _LAW_WORDS[name][1], "value": value}
            for name in _LAW_FACTS
            if (value := walk.one(iri, name))
        ]
        for citation in walk.links("gg:Citation", "gg:law", iri):
            cited = walk.one(citation, "gg:printed")
            articles = walk.one(citation, "gg:articles").replace("|", ", ")
            facts += self._facts(("인용", "cited"), f"{cited} {articles}".strip(), citation)
        where = walk.one(iri, "gg:jurisdiction")
        subtitle = " · ".join(part for part in (kind, where) if part)
        known = "" if walk.one(iri, "gg:resolved") == "true" else "법령 목록에 없음"
        return self._row(iri, "law", subtitle, facts, url=walk.one(iri, "gg:page"), status=known)

    def line(self, iri: str) -> Row:
        """A budget line with all its figures, those of the summary line that it is among them."""
        facts = self._named(iri)
        for one in (iri, *self._walk.out(iri, "gg:sameLineAs")):
            table = self._walk.words(self._code_iri("table", one))[0]
            for figure in self._steps.figures(one):
                facts += self._figure_facts(figure, table)
        original = self._figure(iri)
        subtitle = self._steps.line(iri).department
        return self._row(iri, "budget_line", subtitle, facts, amount_krw=original.won if original else None)

    def _code_iri(self, scheme: str, line: str) -> str:
        return term(f"gg:{scheme}-{self._walk.one(line, 'gg:table')}")

    def _figure(self, line: str) -> Figure | None:
        figure = next(iter(self._steps.figures(line)), None)
        return figure if figure and figure.phase == "original" else None

    def _figure_facts(self, figure: Figure, table: str) -> list[Row]:
        ko, en = self._walk.words(term(f"gg:phase-{figure.phase}"))
        unit = "" if figure.printed.endswith(figure.unit) else f" {figure.unit}"
        value = f"{figure.printed}{unit} = {figure.won:,}원 ({table})"
        labels = (f"{figure.fiscal_year} {ko}", f"{figure.fiscal_year} {en}")
        return [_fact(labels, value, place, "stated", "") for place in figure.places]

    def facility(self, iri: str) -> Row:
        """A place with all that is said of it; its money is what lines are named for it alone."""
        facts = self._named(iri)
        status = type_ = ""
        for fact in self._walk.links("gg:Fact", "rdf:subject", iri):
            predicate, value = self._walk.one(fact, "rdf:predicate"), self._walk.one(fact, "rdf:object")
            shown = self._walk.words(value)[0] if value.startswith(term("gg:")) else value
            status = shown if predicate.endswith("#status") else status
            type_ = shown if predicate.endswith("#facilityType") else type_
            facts += self._facts(self._walk.words(predicate), shown, fact)
        lines = {
            self._steps.head(self._walk.one(node, "gg:budgetLine"))
            for node in self._walk.links("gg:FacilityBudget", "gg:facility", iri)
            if self._walk.code(node, "gg:match") == "named"
        }
        figures = [figure for line in sorted(lines) if (figure := self._figure(line))]
        amount = sum(figure.won for figure in figures) if figures else None
        network = self._owner(iri, "gg:network")
        subtitle = " · ".join(part for part in (type_ or ("" if self._is_facility(iri) else "시설망"), network) if part)
        return self._row(iri, "facility", subtitle, facts, amount_krw=amount, status=status)

    def _is_facility(self, iri: str) -> bool:
        return self._walk.is_a(iri, "gg:Facility")

    def _owner(self, iri: str, predicate: str) -> str:
        return self._walk.label(self._walk.one(iri, predicate))

    def _named(self, iri: str) -> list[Row]:
        return self._facts(("이름", "name"), self._walk.label(iri), iri)

    def _fact(self, name: str, value: str, node: str) -> list[Row]:
        return self._facts(self._walk.words(term(name)), value, node)

    def _facts(self, labels: tuple[str, str], value: str, node: str) -> list[Row]:
        words = self._walk.words(self._walk.one(node, "gg:rule"))[0]
        basis = self._walk.one(node, "gg:basis")
        return [_fact(labels, value, place, basis, words) for place in self._walk.places(node)]

    def _row(self, iri: str, type_: str, subtitle: str, facts: list[Row], **more: object) -> Row:
        return {"id": iri, "type": type_, "label": self._walk.label(iri), "subtitle": subtitle, "facts": facts, **more}


def _fact(labels: tuple[str, str], value: str, place: Place, basis: str, rule: str) -> Row:
    return {
        "label_ko": labels[0],
        "label_en": labels[1],
        "value": value,
        "lines": "|".join(map(str, place.lines)),
        "quote": place.quote,
        "basis": basis,
        "rule": rule,
        "source": place.source,
    }
