"""From a facility, law, project, department, partner or line: every chain through it, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from .chains import BudgetStep, Chain, Evidence, Figure, LineStep, Money, Trace
from .money import Claim, Match, Shared, Total, budget, total
from .names import Thing, without_bodies
from .project_chains import ProjectChains, gap_of, in_order, is_naming
from .steps import Steps, first_line
from .walk import Store, Walk


def trace(store: Store, thing: Thing) -> Trace:
    """Every chain through a thing; never empty: what the report does not give is a gap that says so."""
    tracer = _Tracer(Steps(Walk(store)))
    chains = tuple(dict.fromkeys(tracer.chains(thing)))
    return Trace(thing, chains, tracer.money(chains), tracer.branches(thing), tracer.roles(thing))


def traces(store: Store, things: Iterable[Thing]) -> list[Trace]:
    """The traces of several things; one whose chains are all those of an earlier one (a line's twin) is left out."""
    found: dict[tuple[Chain, ...], Trace] = {}
    for thing in without_bodies(store, list(things)):
        one = trace(store, thing)
        found.setdefault(one.chains, one)
    return list(found.values())


class _Tracer:
    """The starting points of chains."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._walk = steps.walk
        self._projects = ProjectChains(steps)

    def chains(self, thing: Thing) -> Iterator[Chain]:
        yield from STARTS[thing.kind](self, thing.iri)

    def facility(self, iri: str) -> Iterator[Chain]:
        walk = self._walk
        own = [walk.links(kind, "gg:facility", iri) for kind in ("gg:FacilityProject", "gg:FacilityLaw")]
        projects = [project for nodes in own for node in nodes for project in walk.out(node, "gg:project")]
        lines = [walk.one(node, "gg:budgetLine") for node in walk.links("gg:FacilityBudget", "gg:facility", iri)]
        projects += [project for line in lines for project in self._projects_of(line)]
        found = [
            c for p in self._sorted(projects) for c in self._projects.of(p) if c.facility and c.facility.iri == iri
        ]
        yield from found
        paid = {name for chain in found if chain.budget for name in chain.budget.iris}
        left = in_order(self._steps.budget(self._steps.head(line)) for line in lines)
        rest = [one for one in left if not paid & set(one.iris)]
        facility = self._steps.facility(iri)
        for one in rest:
            yield Chain(None, None, one, facility, match=self._projects.match(one, iri), gap="no_section")
        if not rest and all(chain.gap == "mention" for chain in found):
            yield Chain(facility=facility, gap="no_section")
        yield from self._projects.namings(iri)

    def network(self, iri: str) -> Iterator[Chain]:
        for branch in self._walk.into("gg:network", iri):
            yield from self.facility(branch)

    def law(self, iri: str) -> Iterator[Chain]:
        walk = self._walk
        citations = [(c, walk.one(c, "gg:project")) for c in walk.links("gg:Citation", "gg:law", iri)]
        found = [
            chain
            for project in self._sorted(project for _, project in citations if project)
            for chain in self._projects.of(project)
            if chain.law and chain.law.iri == iri
        ]
        yield from found
        reached = {chain.law.places for chain in found if chain.law}
        for citation, project in citations:
            law = self._steps.law(citation)
            if law.places not in reached:
                step = self._steps.project(project) if project else None
                yield Chain(law, step, gap=gap_of(law, "") or "mention")
        links = [link for link in walk.links("gg:FacilityLaw", "gg:law", iri) if is_naming(walk, link)]
        for facility in sorted({walk.one(link, "gg:facility") for link in links}):
            yield from (c for c in self._projects.namings(facility) if c.law and c.law.iri == iri)
        if not citations and not links:
            yield Chain(self._steps.law_itself(iri), gap="not_cited")

    def project(self, iri: str) -> Iterator[Chain]:
        """Its chains; where its section states no basis, also the laws that name its facilities."""
        found = self._projects.of(iri)
        yield from found
        stands = dict.fromkeys(c.facility.iri for c in found if c.facility and c.gap == "no_basis")
        for facility in stands:
            yield from self._projects.namings(facility)

    def department(self, iri: str) -> Iterator[Chain]:
        projects = self._sorted(self._walk.into("cv:hasCompetentAuthority", iri))
        found = [chain for project in projects for chain in self._projects.of(project)]
        yield from found
        seen = {step.iri for chain in found if chain.budget for step in _both(chain.budget)}
        own = self._walk.links("gg:BudgetLine", "gg:department", iri)
        lines = [line for line in own if line not in seen and self._steps.in_table(line)]
        for one in in_order(self._steps.budget(self._steps.head(line)) for line in lines):
            yield from self.budget_line(one.line.iri)
        if not found and not lines:
            yield Chain(gap="no_section")

    def team(self, iri: str) -> Iterator[Chain]:
        for project in self._sorted(self._walk.out(iri, "gg:responsibleFor")):
            yield from self._projects.of(project)

    def organisation(self, iri: str) -> Iterator[Chain]:
        """The chains of the projects in which it takes part and of the facilities that it runs."""
        walk = self._walk
        roles = walk.links("gg:Partnership", "gg:organisation", iri)
        runs = walk.links("gg:FacilityOperation", "gg:organisation", iri)
        found = [
            *(c for p in self._sorted(walk.one(role, "gg:project") for role in roles) for c in self._projects.of(p)),
            *(c for f in self._sorted(walk.one(run, "gg:facility") for run in runs) for c in self.facility(f)),
            *(c for body in walk.out(iri, "owl:sameAs") for c in self.department(body) if c.project or c.budget),
        ]
        yield from found or [Chain(gap="no_section")]

    def budget_line(self, iri: str) -> Iterator[Chain]:
        one = self._steps.budget(self._steps.head(iri))
        projects = self._sorted(self._projects_of(iri))
        found = [c for p in projects for c in self._projects.of(p) if c.budget and set(c.budget.iris) & set(one.iris)]
        yield from found
        if not found and projects:
            for law in self._projects.bases(projects[0]) or (None,):
                yield Chain(law, self._steps.project(projects[0]), one, gap=gap_of(law, "no_basis"))
        if not projects:
            yield from self._without_section(one)

    def _without_section(self, one: BudgetStep) -> Iterator[Chain]:
        facilities = {facility for line in one.iris for facility in self._projects.claims(line)}
        for facility in sorted(facilities):
            step = self._steps.facility(facility)
            yield Chain(None, None, one, step, match=self._projects.match(one, facility), gap="no_section")
        if not facilities:
            yield Chain(budget=one, gap="no_section")

    def _projects_of(self, line: str) -> list[str]:
        """The projects in whose tables the line stands: itself, or the detail lines that it holds."""
        walk = self._walk
        details = [detail for name in ("gg:sameLineAs", "gg:partOfLine") for detail in walk.into(name, line)]
        return sorted({project for one in (line, *details) for project in walk.out(one, "gg:project")})

    def _sorted(self, projects: Iterable[str]) -> list[str]:
        return sorted(set(projects), key=lambda iri: (first_line(self._walk.places(iri)), iri))

    def branches(self, thing: Thing) -> tuple[str, ...]:
        if thing.kind not in ("facility", "network"):
            return ()
        found = self._walk.into("gg:network", thing.iri)
        return tuple(sorted({self._walk.label(branch) for branch in found}))

    def roles(self, thing: Thing) -> tuple[tuple[str, Evidence], ...]:
        """What an organisation does in its projects, by their addresses."""
        nodes = self._walk.links("gg:Partnership", "gg:organisation", thing.iri)
        found = ((self._walk.one(node, "gg:project"), self._steps.evidence(node, "cv:role")) for node in nodes)
        return tuple(sorted(found, key=lambda pair: (pair[0], first_line(pair[1].places), pair[1].code)))

    def money(self, chains: Sequence[Chain]) -> Money | None:
        """The original budget of the lines in the chains, in the latest year that they state."""
        reached = {step.iri for chain in chains if chain.budget for step in _both(chain.budget)}
        matches = [match for line in reached for match in self._matches(line)]
        lines = reached | {match.detail for match in matches}
        figures = {iri: figure for iri in lines if (figure := self._original(iri))}
        if not figures:
            return None
        year = max(figure.fiscal_year for figure in figures.values())
        won = {iri: figure.won for iri, figure in figures.items() if figure.fiscal_year == year}
        claims = [claim for line in won for claim in self._claims(line)]
        facilities = {chain.facility.iri for chain in chains if chain.facility}
        names = tuple(sorted({claim.owner: self._walk.label(claim.owner) for claim in claims}.items()))
        return Money(year, budget(won, matches), self._of(facilities, total(won, matches, claims)), names)

    def _matches(self, line: str) -> Iterator[Match]:
        """How a line is reconciled, and with a summary line all of its details: whose money it holds they decide."""
        for end in ("gg:detailLine", "gg:summaryLine"):
            for node in self._walk.links("gg:LineMatch", end, line):
                detail, summary = self._walk.one(node, "gg:detailLine"), self._walk.one(node, "gg:summaryLine")
                yield Match(detail, summary, self._steps.evidence(node, "gg:matchKind").code)

    def _original(self, line: str) -> Figure | None:
        figure = next(iter(self._steps.figures(line)), None)
        return figure if figure and figure.phase == "original" and self._steps.in_table(line) else None

    def _claims(self, line: str) -> Iterator[Claim]:
        for facility, nodes in self._projects.claims(line).items():
            yield from (Claim(facility, line, self._walk.code(node, "gg:match")) for node in nodes)

    def _of(self, facilities: set[str], all_: Total) -> Total:
        """The part of a total that concerns these facilities; a network does not count beside its branches."""
        own = tuple((owner, won) for owner, won in all_.own if owner in facilities)
        shares = [share for share in all_.shared if facilities & set(share.owners)]
        return Total(own, tuple(Shared(self._without_networks(share.owners), share.won) for share in shares))

    def _without_networks(self, owners: tuple[str, ...]) -> tuple[str, ...]:
        networks = {network for owner in owners for network in self._walk.out(owner, "gg:network")}
        return tuple(owner for owner in owners if owner not in networks)


def _both(one: BudgetStep) -> list[LineStep]:
    return [one.line, one.twin] if one.twin else [one.line]


STARTS: dict[str, Callable[[_Tracer, str], Iterator[Chain]]] = {
    "facility": _Tracer.facility,
    "network": _Tracer.network,
    "project": _Tracer.project,
    "law": _Tracer.law,
    "department": _Tracer.department,
    "team": _Tracer.team,
    "organisation": _Tracer.organisation,
    "budget_line": _Tracer.budget_line,
}
TRACEABLE = tuple(STARTS)
