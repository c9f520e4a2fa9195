"""The nodes of the map, each with its facts: value, lines, quote, stated or derived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from .chains import Figure
from .facts import Fact, Facts
from .steps import Steps, first_line
from .walk import Place

Row: TypeAlias = dict[str, Any]

_REPORTED = ("gg:Target", "gg:Result", "gg:Funding")
_OF_SEVERAL = "status-of-several"
_UNITS = ("gg:Department", "gg:Office", "gg:AffiliatedBody")


class Nodes:
    """Rows of nodes, one for each thing that the map shows."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._walk = steps.walk
        self._facts = Facts(steps)

    def all(self) -> Iterator[Row]:
        """Every node, by type and address."""
        kinds: tuple[tuple[str, Callable[[str], Row]], ...] = (
            *((unit, self.department) for unit in _UNITS),
            ("gg:Project", self.project),
            ("gg:Law", self.law),
            ("gg:BudgetLine", self.line),
            ("gg:Facility", self.facility),
            ("gg:FacilityNetwork", self.facility),
            ("gg:Organisation", self.partner),
        )
        for kind, make in kinds:
            yield from (make(iri) for iri in self._walk.all(kind) if self._shown(kind, iri))

    def _shown(self, kind: str, iri: str) -> bool:
        if kind == "gg:BudgetLine":
            return self._steps.in_table(iri) and self._steps.head(iri) == iri
        return not (kind == "gg:FacilityNetwork" and self._walk.is_a(iri, "gg:Facility"))

    def department(self, iri: str) -> Row:
        """A unit with its posts, people and duties."""
        asked = self._walk.links("gg:AuditRequest", "gg:department", iri)
        facts = [self._facts.name(iri), *self._facts.staff(iri), *self._facts.duties(iri)]
        facts += self._facts.checks(*asked)
        return self._row(iri, "department", self._owner(iri, "org:unitOf"), facts)

    def project(self, iri: str) -> Row:
        """A section of the report, sized by its own table."""
        lines = [line for line in self._walk.into("gg:project", iri) if self._walk.one(line, "gg:table") == "detail"]
        figures = [figure for line in lines if (figure := self._figure(line))]
        own = [one for kind in _REPORTED for one in self._walk.links(kind, "gg:project", iri)]
        facts = [self._facts.name(iri), *self._facts.bases(iri), *self._facts.checks(*own)]
        amount = sum(figure.won for figure in figures) if figures else None
        return self._row(iri, "project", self._owner(iri, "cv:hasCompetentAuthority"), facts, amount_krw=amount)

    def law(self, iri: str) -> Row:
        """A law as the register knows it, and where it is cited."""
        walk = self._walk
        kind = walk.words(walk.one(iri, "eli:type_document"))[0]
        facts = [*self._facts.register(iri), *self._facts.citations(iri)]
        where = walk.one(iri, "gg:jurisdiction")
        subtitle = " · ".join(part for part in (kind, where) if part)
        known = "" if walk.one(iri, "gg:resolved") == "true" else "법령 목록에 없음"
        return self._row(iri, "law", subtitle, facts, url=walk.one(iri, "gg:page"), status=known)

    def line(self, iri: str) -> Row:
        """A budget line with all its figures, those of the summary line that it is among them."""
        same = (iri, *self._walk.out(iri, "gg:sameLineAs"))
        figures = [fact for one in same for fact in self._facts.figures(one)]
        facts = [self._facts.name(iri), *figures, *self._facts.checks(*same, *(fact.node for fact in figures))]
        original = self._figure(iri)
        subtitle = self._steps.line(iri).department
        return self._row(iri, "budget_line", subtitle, facts, amount_krw=original.won if original else None)

    def _figure(self, line: str) -> Figure | None:
        figure = next(iter(self._steps.figures(line)), None)
        return figure if figure and figure.phase == "original" else None

    def facility(self, iri: str) -> Row:
        """A place with all that is said of it; its money is what lines are named for it alone."""
        stated = self._facts.attributes(iri)
        said = {fact.property: fact.shown for fact in sorted(stated, key=lambda fact: fact.rule == _OF_SEVERAL)}
        status = said.get("status", ("", ""))
        links = {node: self._walk.code(node, "gg:match") for node in self._paid(iri)}
        lines = {self._walk.one(node, "gg:budgetLine") for node, match in links.items() if match == "named"}
        amount = self._sum({self._steps.head(line) for line in lines})
        stated += [
            self._facts.line(self._walk.one(node, "gg:budgetLine"), node)
            for node, match in links.items()
            if match == "stated"
        ]
        kind = said["type"][0] if "type" in said else "" if self._walk.is_a(iri, "gg:Facility") else "시설망"
        subtitle = " · ".join(part for part in (kind, self._owner(iri, "gg:network")) if part)
        facts = [self._facts.name(iri), *(one for fact in stated for one in (fact, *self._facts.beside(fact)))]
        more = {"amount_krw": amount, "status": status[0], "status_en": status[1]}
        return self._row(iri, "facility", subtitle, facts, **more)

    def _paid(self, iri: str) -> list[str]:
        nodes = self._walk.links("gg:FacilityBudget", "gg:facility", iri)
        return sorted(nodes, key=lambda node: (first_line(self._walk.places(node)), node))

    def _sum(self, lines: set[str]) -> int | None:
        """The original budget of lines; what is a part of another one of them counts with that."""
        whole = [line for line in sorted(lines) if not lines & set(self._walk.out(line, "gg:partOfLine"))]
        figures = [figure for line in whole if (figure := self._figure(line))]
        return sum(figure.won for figure in figures) if figures else None

    def partner(self, iri: str) -> Row:
        """An organisation with all its names; what it does stands on its links."""
        kinds = [self._walk.words(kind)[0] for kind in self._walk.out(iri, "org:classification")]
        return self._row(iri, "partner", " · ".join(kinds), self._facts.attributes(iri))

    def _owner(self, iri: str, predicate: str) -> str:
        return self._walk.label(self._walk.one(iri, predicate))

    def _row(self, iri: str, type_: str, subtitle: str, facts: Iterable[Fact], **more: object) -> Row:
        rows = [row for fact in facts for row in _rows(fact)]
        return {"id": iri, "type": type_, "label": self._walk.label(iri), "subtitle": subtitle, "facts": rows, **more}


def _rows(fact: Fact) -> list[Row]:
    """A fact as rows, one for each source; what the register of laws says stands in none."""
    said = {"label_ko": fact.label[0], "label_en": fact.label[1], "value": fact.shown[0], "value_en": fact.shown[1]}
    if not fact.basis:
        return [said]
    known = {"basis": fact.basis, "rule": fact.rule_words[0], "rule_en": fact.rule_words[1]}
    return [{**said, **_origin(place), **known} for place in fact.places]


def _origin(place: Place) -> Row:
    return {"lines": "|".join(map(str, place.lines)), "quote": place.quote, "source": place.source}
