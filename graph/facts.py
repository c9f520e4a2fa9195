"""What a graph says of one thing itself, fact by fact, in Korean and English: for the map and for `explain`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from .chains import Figure, LineStep
from .steps import Steps, first_line
from .walk import Place, term

Words: TypeAlias = tuple[str, str]

NAME = ("이름", "name")
CHECK = ("점검", "check")
# What the vocabulary of others does not label in Korean, and how our own terms are called as columns.
_LABELS: dict[str, Words] = {
    "eli:number": ("공포번호", "number"),
    "eli:date_document": ("공포일", "promulgated"),
    "eli:first_date_entry_in_force": ("시행일", "in force from"),
    "gg:ministry": ("소관부처", "ministry"),
    "skos:altLabel": ("다른 표기", "also written"),
    "dct:title": ("제목", "title"),
    "dct:issued": ("기준일", "as of"),
}
_CODES = {
    "altLabel": "alias",
    "facilityType": "type",
    "facilityStaff": "staff",
    "statedBudget": "budget",
    "issued": "as_of",
    "date_document": "promulgated",
    "first_date_entry_in_force": "in_force",
}
_ORDER = (
    *("alias", "type", "status", "address", "area", "floors", "rooms", "spaces", "operator", "term", "staff"),
    *("residents", "tenant", "construction", "completion", "opening", "budget"),
)
_REGISTER = ("eli:number", "eli:date_document", "eli:first_date_entry_in_force", "gg:ministry")


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of a thing. `property`, `value` and `relation` are for programs: names, codes, plain numbers; `label`,
    `shown` and `tie` say the same to people, Korean and English. `detail` has articles, or year and table; `thing` is
    the address of a value that is a thing, `won` its money; `node` is what vouches for the fact. Without a basis it is
    an entry of the register of laws, or needs no voucher."""

    property: str
    label: Words
    value: str
    shown: Words
    basis: str = ""
    rule: str = ""
    rule_words: Words = ("", "")
    places: tuple[Place, ...] = ()
    node: str = ""
    relation: str = ""
    tie: Words = ("", "")
    detail: str = ""
    thing: str = ""
    won: int | None = None


def both(text: str) -> Words:
    """The same words in both languages."""
    return text, text


class Facts:
    """The facts of things, each thing asked for by its address."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._walk = steps.walk

    def fact(self, name: str, label: Words, value: str, node: str, shown: Words | None = None) -> Fact:
        """A fact that a node of the graph vouches for."""
        walk = self._walk
        rule = walk.one(node, "gg:rule")
        return Fact(
            property=name,
            label=label,
            value=value,
            shown=shown or both(value),
            basis=walk.one(node, "gg:basis"),
            rule=walk.code(node, "gg:rule"),
            rule_words=walk.words(rule),
            places=walk.places(node),
            node=node,
        )

    def name(self, iri: str) -> Fact:
        """Its label, where it is first named."""
        return self.fact("name", NAME, self._walk.label(iri), iri)

    def staff(self, iri: str) -> list[Fact]:
        """Posts and people of a unit, by grade."""
        found = []
        for count in self._walk.links("gg:StaffCount", "gg:department", iri):
            grade = self._walk.one(count, "gg:grade")
            for name in ("gg:quota", "gg:staff"):
                if value := self._walk.one(count, name):
                    words = self._walk.words(term(name))
                    found.append(self.fact(name[3:], words, f"{grade} {value}".strip(), count))
        return found

    def duties(self, iri: str) -> list[Fact]:
        """The duties of a unit."""
        duties = self._walk.links("gg:Duty", "gg:department", iri)
        words = ("담당업무", "duty")
        return [self.fact("duty", words, self._walk.one(duty, "dct:description"), duty) for duty in duties]

    def bases(self, iri: str) -> list[Fact]:
        """The laws that a section states as its basis, with the articles."""
        citations = self._walk.links("gg:Citation", "gg:project", iri)
        own = [citation for citation in citations if self._walk.one(citation, "gg:isBasis") == "true"]
        words = ("추진근거", "legal basis")
        return [self.law("legal_basis", words, citation) for citation in own]

    def law(self, name: str, label: Words, citation: str) -> Fact:
        """A law as a citation reaches it, with the articles."""
        law = self._walk.one(citation, "gg:law")
        title = self._walk.label(law)
        shown = self.judged(f"{title} {self._articles(citation)}".strip(), citation)
        made = self.fact(name, label, title, citation, shown)
        return replace(made, detail=self._walk.one(citation, "gg:articles"), thing=law)

    def judged(self, words: str, citation: str) -> Words:
        """A citation's words, and how it stands against the register of laws."""
        verdict = self._steps.verdict(citation)
        return (f"{words} · {verdict.said[0]}", f"{words} · {verdict.said[1]}") if verdict else both(words)

    def naming(self, name: str, label: Words, link: str) -> Fact:
        """A law that names a facility itself, with the article that does."""
        law = self._steps.naming(link)
        articles = law.articles.replace("|", ", ")
        made = self.fact(name, label, law.title, link, both(f"{law.title} {articles}".strip()))
        return replace(made, detail=law.articles, thing=law.iri)

    def _articles(self, citation: str) -> str:
        return self._walk.one(citation, "gg:articles").replace("|", ", ")

    def register(self, iri: str) -> list[Fact]:
        """Number, dates and ministry of a law."""
        found = ((name, self._walk.one(iri, name)) for name in _REGISTER)
        return [Fact(_code(name), _LABELS[name], value, both(value)) for name, value in found if value]

    def citations(self, iri: str) -> list[Fact]:
        """Where a law is cited, as printed."""
        nodes = self._walk.links("gg:Citation", "gg:law", iri)
        printed = ((node, f"{self._walk.one(node, 'gg:printed')} {self._articles(node)}".strip()) for node in nodes)
        return [self.fact("cited", ("인용", "cited"), words, node, self.judged(words, node)) for node, words in printed]

    def figures(self, line: str) -> list[Fact]:
        """The figures of a budget line: as printed, in won."""
        table = self._walk.words(term(f"gg:table-{self._walk.one(line, 'gg:table')}"))
        return [self._figure(figure, table) for figure in self._steps.figures(line)]

    def _figure(self, figure: Figure, table: Words) -> Fact:
        ko, en = self._when(figure, 0), self._when(figure, 1)
        printed = _printed(figure)
        shown = (f"{printed[0]} ({table[0]})", f"{printed[1]} ({table[1]})")
        return Fact(
            property=figure.phase or "sum",
            label=(ko or "금액", en or "sum"),
            value=str(figure.won),
            shown=shown,
            basis="stated",
            places=figure.places,
            node=figure.iri,
            detail=str(figure.fiscal_year or ""),
            won=figure.won,
        )

    def _when(self, figure: Figure, language: int) -> str:
        """The year and phase of a figure, as far as they are said."""
        phase = self._walk.words(term(f"gg:phase-{figure.phase}"))[language] if figure.phase else ""
        return f"{figure.fiscal_year or ''} {phase}".strip()

    def checks(self, *things: str) -> list[Fact]:
        """The inconsistencies of the source that touch these figures or other things."""
        return [
            Fact(
                property="check",
                label=CHECK,
                value=check.message[0],
                shown=check.said,
                basis="derived",
                rule=check.kind,
                rule_words=check.kind_words,
                places=check.places,
                node=check.iri,
                relation=check.certainty,
                detail=" → ".join(figure for figure in (check.printed, check.expected) if figure),
            )
            for check in self._steps.checks(*things)
        ]

    def thing(self, name: str, label: Words, thing: str, node: str) -> Fact:
        """A fact whose value is a thing, as a node knows it."""
        return replace(self.fact(name, label, self._walk.label(thing), node), thing=thing)

    def titled(self, project: str) -> str:
        """A project with its number and department."""
        step = self._steps.project(project)
        return f"{step.number} {step.title}".strip() + (f" ({step.department})" if step.department else "")

    def beside(self, fact: Fact) -> list[Fact]:
        """The inconsistencies of the source that touch the figure of a fact."""
        line = fact.thing if fact.property == "budget_line" else ""
        figures = self._walk.into("obeu-dimension:budgetLine", line) if line else ()
        return self.checks(*(node for node in (fact.node, line, *figures) if node))

    def line(self, line: str, node: str) -> Fact:
        """A budget line with its figure, as printed and in won."""
        step = self._steps.line(line)
        fact = self.thing("budget_line", ("예산", "budget line"), line, node)
        figure = step.figure
        year = f"{figure.fiscal_year or ''} {figure.phase}".strip() if figure else ""
        shown = (self._said(step, 0), self._said(step, 1))
        return replace(fact, shown=shown, detail=f"{year} {step.table}".strip(), won=figure.won if figure else None)

    def _said(self, step: LineStep, language: int) -> str:
        figure = step.figure
        table = self._walk.words(term(f"gg:table-{step.table}"))[language]
        if not figure:
            return f"{step.item} ({table})"
        known = ", ".join(part for part in (self._when(figure, language), table) if part)
        return f"{step.item}  {_printed(figure)[language]} ({known})"

    def operations(self, iri: str) -> list[Fact]:
        """Who runs a facility, with the period if one is stated."""
        return [self._operation(node) for node in self._walk.links("gg:FacilityOperation", "gg:facility", iri)]

    def _operation(self, node: str) -> Fact:
        walk = self._walk
        days = [walk.one(node, name) for name in ("schema:startDate", "schema:endDate")]
        operator = walk.one(node, "gg:operator")
        shown = f"{operator} ({'~'.join(days)})" if any(days) else operator
        fact = self.fact("operator", walk.words(term("gg:operator")), operator, node, both(shown))
        return replace(fact, detail="/".join(days) if any(days) else "")

    def attributes(self, iri: str) -> list[Fact]:
        """What is said of a facility or a source, each statement by itself: conflicting ones stand side by side."""
        found = [self._attribute(node) for node in self._walk.links("gg:Fact", "rdf:subject", iri)]
        return in_order(found)

    def _attribute(self, node: str) -> Fact:
        walk = self._walk
        predicate, value = walk.one(node, "rdf:predicate"), walk.one(node, "rdf:object")
        local = predicate.replace("#", "/").rpartition("/")[2]
        own = next((words for name, words in _LABELS.items() if term(name) == predicate), None)
        name, label = _CODES.get(local, local), own or walk.words(predicate)
        if value.startswith(term("gg:")):
            return self.fact(name, label, walk.code(node, "rdf:object"), node, walk.words(value))
        return self.fact(name, label, (walk.label(value) if "://" in value else "") or value, node)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Facts by property as people look for them, then by line."""
    rank = {name: at for at, name in enumerate(_ORDER)}
    return sorted(facts, key=lambda f: (rank.get(f.property, len(rank)), f.property, first_line(f.places), f.value))


def _printed(figure: Figure) -> Words:
    """A figure as printed with its unit, and in won."""
    unit = "" if figure.printed.endswith(figure.unit) else f" {figure.unit}"
    said = f"{figure.printed}{unit} = {figure.won:,}"
    return f"{said}원", f"{said} won"


def _code(name: str) -> str:
    local = name.partition(":")[2]
    return _CODES.get(local, local)
