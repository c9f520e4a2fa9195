"""Everything that is known of one thing: its own facts, its links, its money; each with what vouches for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .explain_activities import Activities
from .explain_money import sums
from .facts import NAME, Fact, Facts, Words, both, in_order
from .names import Thing, without_bodies
from .project_chains import is_naming
from .rows import Rows, Value
from .steps import Steps, first_line
from .trace import TRACEABLE, trace
from .walk import Place, Store, Walk, term

COLUMNS = (
    *("thing", "kind", "property", "value", "relation", "detail", "amount_krw"),
    *("basis", "rule", "line", "quote", "source", "iri"),
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A thing with its facts in the order in which people read them; `pieces` holds the words behind each node."""

    thing: Thing
    facts: tuple[Fact, ...]
    pieces: dict[str, tuple[Place, ...]]

    def grounds(self, fact: Fact) -> tuple[Place, ...]:
        """The pieces of text on which a fact stands."""
        return self.pieces.get(fact.node) or fact.places


def explain(store: Store, thing: Thing) -> Explanation:
    """All that a graph says of a thing of any kind of `names.KINDS`."""
    walk = Walk(store)
    steps = Steps(walk)
    said = Facts(steps)
    stated = (fact for fact in _KINDS[thing.kind](_Explainer(said, steps), thing.iri) if fact.value)
    facts = [one for fact in stated for one in (fact, *said.beside(fact))]
    if thing.kind in TRACEABLE and thing.kind not in ("budget_line", "organisation"):
        facts += sums(trace(store, thing), walk)
    pieces = {fact.node: walk.pieces(fact.node) for fact in facts if fact.node}
    return Explanation(thing, tuple(dict.fromkeys(facts)), pieces)


def heads(store: Store, things: Sequence[Thing]) -> list[Thing]:
    """The things, each once: of a reconciled budget line that which stands for both."""
    steps = Steps(Walk(store))
    own = {thing.iri for thing in things}
    twins = {iri for iri in own if steps.head(iri) != iri and steps.head(iri) in own}
    return [thing for thing in without_bodies(store, things) if thing.iri not in twins]


def rows(explanations: Iterable[Explanation]) -> Rows:
    """One row for each fact and source; `line` and `quote` are those of all the text that it stands on."""
    made = (row for one in explanations for fact in one.facts for row in _rows(one, fact))
    return Rows(COLUMNS, tuple(made))


def _rows(one: Explanation, fact: Fact) -> Iterator[tuple[Value, ...]]:
    grounds = one.grounds(fact)
    said = (one.thing.label, one.thing.kind, fact.property, fact.value, fact.relation or None, fact.detail or None)
    known = (fact.won, fact.basis or None, fact.rule or None)
    for source in dict.fromkeys(place.source for place in grounds) or (None,):
        own = [place for place in grounds if place.source == source]
        lines = "|".join(map(str, sorted({line for place in own for line in place.lines})))
        quotes = "|".join(dict.fromkeys(place.quote for place in own))
        yield (*said, *known, lines or None, quotes or None, source, fact.thing or None)


class _Explainer:
    """The facts of each kind of thing."""

    def __init__(self, facts: Facts, steps: Steps) -> None:
        self._facts = facts
        self._steps = steps
        self._walk = steps.walk
        self._activities = Activities(facts, steps)

    def facility(self, iri: str) -> Iterator[Fact]:
        walk = self._walk
        yield self._facts.name(iri)
        yield from self._attributes(iri)
        yield from self._owners(iri, "gg:network", "network", ("상위 시설", "network"))
        for branch in self._sorted(walk.into("gg:network", iri)):
            yield self._facts.thing("branch", ("지점", "branch"), branch, branch)
        for node in self._sorted(walk.links("gg:FacilityProject", "gg:facility", iri)):
            yield self._tied(self._project(walk.one(node, "gg:project"), node), node, "gg:relation")
        yield from self._paid(walk.links("gg:FacilityBudget", "gg:facility", iri))
        for node in self._sorted(walk.links("gg:FacilityLaw", "gg:facility", iri)):
            yield self._tied(self._law(node), node, "gg:strength")
        yield from self._activities.of_place(iri)

    def _law(self, link: str) -> Fact:
        """A law on which a facility stands: as a section cites it, or as it names the facility."""
        words = ("근거 법령", "law")
        if is_naming(self._walk, link):
            return self._facts.naming("law", words, link)
        return self._vouched(self._facts.law("law", words, self._walk.one(link, "gg:citation")), link)

    def _attributes(self, iri: str) -> list[Fact]:
        """What is said of a facility; an operator stands with its period, where both stand together."""
        runs = self._facts.operations(iri)
        told = {(name, value, place) for run in runs for name, value in _parts(run) for place in run.places}
        found = self._facts.attributes(iri)
        rest = [fact for fact in found if not {(fact.property, fact.value, place) for place in fact.places} & told]
        return in_order([*rest, *runs])

    def _paid(self, nodes: Iterable[str]) -> Iterator[Fact]:
        """The budget lines of a facility, those that are one budget one after the other."""
        walk, steps = self._walk, self._steps
        lines = {node: walk.one(node, "gg:budgetLine") for node in nodes}
        places = {node: first_line(walk.places(steps.head(line))) for node, line in lines.items()}
        for node in sorted(lines, key=lambda n: (places[n], steps.head(lines[n]) != lines[n], n)):
            yield self._tied(self._facts.line(lines[node], node), node, "gg:match")

    def project(self, iri: str) -> Iterator[Fact]:
        walk = self._walk
        yield self._facts.name(iri)
        yield self._plain("number", "gg:number", iri)
        yield self._given("chapter", "gg:chapter", iri)
        yield from self._owners(iri, "cv:hasCompetentAuthority", "department", ("부서", "department"))
        for team in self._sorted(walk.into("gg:responsibleFor", iri)):
            yield self._facts.thing("team", ("팀", "team"), team, team)
        yield from sorted(self._facts.bases(iri), key=lambda fact: first_line(fact.places))
        for node in self._sorted(walk.links("gg:Citation", "gg:project", iri)):
            if walk.one(node, "gg:isBasis") != "true":
                law = self._facts.law("law_mention", ("언급된 법령", "law mentioned"), node)
                yield self._tied(law, node, "gg:citationStatus")
        yield from self._lines(walk.links("gg:BudgetLine", "gg:project", iri))
        yield from self._facilities(walk.links("gg:FacilityProject", "gg:project", iri), "gg:relation")
        yield from self._activities.of_project(iri)

    def law(self, iri: str) -> Iterator[Fact]:
        walk = self._walk
        resolved = walk.one(iri, "gg:resolved") == "true"
        for fact in self._registered(iri):
            yield replace(fact, basis="given") if resolved else fact
        if not resolved:
            yield Fact("resolved", ("확인", "resolved"), "false", ("법령 목록에 없음", "not in the register of laws"))
        for fact in sorted(self._facts.citations(iri), key=lambda fact: first_line(fact.places)):
            yield self._cited(fact)
        yield from self._facilities(walk.links("gg:FacilityLaw", "gg:law", iri), "gg:strength")
        yield from self._activities.of_place(iri)

    def _registered(self, iri: str) -> Iterator[Fact]:
        walk = self._walk
        kind = walk.words(walk.one(iri, "eli:type_document"))
        yield Fact("name", NAME, walk.label(iri), both(walk.label(iri)))
        yield Fact("kind", ("종류", "kind"), walk.code(iri, "eli:type_document"), kind)
        yield self._given("jurisdiction", "gg:jurisdiction", iri)
        yield from self._facts.register(iri)
        yield self._given("page", "gg:page", iri)

    def _cited(self, fact: Fact) -> Fact:
        walk = self._walk
        project = walk.one(fact.node, "gg:project")
        basis = walk.one(fact.node, "gg:isBasis") == "true"
        where = f" — {self._facts.titled(project)}" if project else ""
        tie = ("추진근거", "legal basis") if basis else ("언급", "mentioned")
        return replace(
            fact,
            relation="basis" if basis else "mention",
            tie=tie,
            shown=self._facts.judged(fact.value + where, fact.node),
            detail=walk.one(fact.node, "gg:articles"),
            thing=project,
        )

    def department(self, iri: str) -> Iterator[Fact]:
        walk = self._walk
        yield self._facts.name(iri)
        yield from self._owners(iri, "org:unitOf", "bureau", ("상위 조직", "part of"))
        yield from sorted(self._facts.staff(iri), key=lambda fact: (fact.property, first_line(fact.places)))
        yield from self._facts.duties(iri)
        for team in self._sorted(walk.links("gg:Team", "org:unitOf", iri)):
            yield self._facts.thing("team", ("팀", "team"), team, team)
        for project in self._sorted(walk.into("cv:hasCompetentAuthority", iri)):
            yield self._project(project, project)
        lines = walk.links("gg:BudgetLine", "gg:department", iri)
        yield from self._lines(line for line in lines if self._steps.head(line) == line)
        yield from self._activities.of_department(iri)

    def organisation(self, iri: str) -> Iterator[Fact]:
        yield self._facts.name(iri)
        yield from self._activities.of_organisation(iri)
        for body in self._walk.out(iri, "owl:sameAs"):
            yield from self.department(body)

    def team(self, iri: str) -> Iterator[Fact]:
        yield self._facts.name(iri)
        yield from self._owners(iri, "org:unitOf", "department", ("부서", "department"))
        for project in self._sorted(self._walk.out(iri, "gg:responsibleFor")):
            yield self._project(project, iri)

    def budget_line(self, iri: str) -> Iterator[Fact]:
        walk = self._walk
        yield self._facts.name(iri)
        table = walk.one(iri, "gg:table")
        yield self._facts.fact("table", ("예산표", "table"), table, iri, walk.words(term(f"gg:table-{table}")))
        yield from self._owners(iri, "gg:department", "department", ("부서", "department"))
        for project in walk.out(iri, "gg:project"):
            yield self._project(project, iri)
        yield from self._facts.figures(iri)
        for own, other in (("gg:detailLine", "gg:summaryLine"), ("gg:summaryLine", "gg:detailLine")):
            for node in walk.links("gg:LineMatch", own, iri):
                code = walk.one(node, "gg:matchKind")
                fact = self._facts.line(walk.one(node, other), node)
                yield replace(fact, relation=code, tie=walk.words(term(f"gg:line-match-{code}")))
        yield from self._facilities(walk.links("gg:FacilityBudget", "gg:budgetLine", iri), "gg:match")

    def government(self, iri: str) -> Iterator[Fact]:
        yield Fact("name", NAME, self._walk.label(iri), both(self._walk.label(iri)))
        yield from self._owners(iri, "org:unitOf", "city", ("상위 조직", "part of"))
        for unit in self._sorted(self._walk.out(iri, "org:hasUnit")):
            yield self._facts.thing("unit", ("소속", "unit"), unit, unit)

    def source(self, iri: str) -> Iterator[Fact]:
        yield self._given("identifier", "dct:identifier", iri)
        yield from self._facts.attributes(iri)
        yield self._given("lines", "gg:lineCount", iri)
        yield self._given("encoding", "gg:encoding", iri)
        yield self._given("sha256", "gg:sha256", iri)

    def _sorted(self, things: Iterable[str]) -> list[str]:
        return sorted(set(things), key=lambda iri: (first_line(self._walk.places(iri)), iri))

    def _plain(self, name: str, predicate: str, iri: str) -> Fact:
        return self._facts.fact(name, self._walk.words(term(predicate)), self._walk.one(iri, predicate), iri)

    def _given(self, name: str, predicate: str, iri: str) -> Fact:
        value = self._walk.one(iri, predicate)
        label = ("원문", "source") if predicate == "dct:identifier" else self._walk.words(term(predicate))
        return Fact(name, label, value, both(value))

    def _owners(self, iri: str, predicate: str, name: str, label: Words) -> Iterator[Fact]:
        for owner in self._walk.out(iri, predicate):
            yield self._facts.thing(name, label, owner, iri)

    def _vouched(self, fact: Fact, node: str) -> Fact:
        """The fact as another node knows it."""
        made = self._facts.fact(fact.property, fact.label, fact.value, node, fact.shown)
        return replace(made, detail=fact.detail, thing=fact.thing)

    def _tied(self, fact: Fact, node: str, predicate: str) -> Fact:
        words = self._walk.words(self._walk.one(node, predicate))
        return replace(fact, relation=self._walk.code(node, predicate), tie=words)

    def _project(self, iri: str, node: str) -> Fact:
        fact = self._facts.thing("project", ("사업", "project"), iri, node)
        return replace(fact, shown=both(self._facts.titled(iri)))

    def _lines(self, lines: Iterable[str]) -> Iterator[Fact]:
        for line in self._sorted(lines):
            yield self._facts.line(line, line)

    def _facilities(self, nodes: Iterable[str], predicate: str) -> Iterator[Fact]:
        for node in self._sorted(nodes):
            fact = self._facts.thing("facility", ("시설", "facility"), self._walk.one(node, "gg:facility"), node)
            yield self._tied(fact, node, predicate)


def _parts(run: Fact) -> tuple[tuple[str, str], ...]:
    """What the operation of a facility says, as the properties that say the same."""
    return ("operator", run.value), ("term", run.detail)


_KINDS: dict[str, Callable[[_Explainer, str], Iterator[Fact]]] = {
    "facility": _Explainer.facility,
    "network": _Explainer.facility,
    "project": _Explainer.project,
    "law": _Explainer.law,
    "department": _Explainer.department,
    "team": _Explainer.team,
    "organisation": _Explainer.organisation,
    "budget_line": _Explainer.budget_line,
    "bureau": _Explainer.government,
    "city": _Explainer.government,
    "source": _Explainer.source,
}
