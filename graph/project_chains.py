"""The chains through one project: its laws, its budget lines, its facilities, and which of them belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .chains import BudgetStep, Chain, Evidence, FacilityStep, Gap, LawStep, ProjectStep
from .steps import TABLES, Steps, first_line
from .walk import Walk

STANDING = frozenset({"operates", "builds", "plans"})
_RELATIONS = ("operates", "builds", "plans", "supports", "uses_venue", "mentions")

_Nodes = Mapping[str, list[str]]
_Paid = tuple[BudgetStep | None, Evidence | None]


@dataclass(frozen=True, slots=True)
class _Project:
    """What hangs on a project: steps, and by facility the relation nodes to the project and to its laws."""

    step: ProjectStep
    bases: tuple[LawStep, ...]
    budgets: tuple[BudgetStep, ...]
    relations: _Nodes
    laws: _Nodes


class ProjectChains:
    """The chains of projects, each worked out once."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._walk = steps.walk
        self._known: dict[str, tuple[Chain, ...]] = {}
        self._claimed: dict[str, _Nodes] = {}

    def of(self, iri: str) -> tuple[Chain, ...]:
        """All chains through a project; at least one."""
        if iri not in self._known:
            self._known[iri] = tuple(self._chains(self._project(iri)))
        return self._known[iri]

    def bases(self, project: str) -> tuple[LawStep, ...]:
        """The laws that the section states, in the order of the text."""
        citations = self._walk.links("gg:Citation", "gg:project", project)
        found = [self._steps.law(citation) for citation in citations]
        return tuple(sorted((law for law in found if law.basis), key=lambda law: (first_line(law.places), law.title)))

    def claims(self, line: str) -> _Nodes:
        """The links of a budget line to facilities, by facility."""
        if line not in self._claimed:
            self._claimed[line] = self._by_facility("gg:FacilityBudget", "gg:budgetLine", line)
        return self._claimed[line]

    def namings(self, facility: str) -> Iterator[Chain]:
        """The laws that name a facility themselves, each as a chain of its own."""
        nodes = [n for n in self._walk.links("gg:FacilityLaw", "gg:facility", facility) if is_naming(self._walk, n)]
        made = ((self._steps.naming(node), self._steps.evidence(node, "gg:strength")) for node in nodes)
        step = self._steps.facility(facility) if nodes else None
        for law, strength in sorted(made, key=lambda pair: (pair[0].title, pair[0].articles, pair[1].rule)):
            yield Chain(law=law, facility=step, strength=strength)

    def match(self, budget: BudgetStep, facility: str) -> Evidence | None:
        """How a budget line pays for a facility; what is named for it goes first."""
        nodes = [node for line in budget.iris for node in self.claims(line).get(facility, [])]
        found = [self._steps.evidence(node, "gg:match") for node in nodes]
        return min(found, key=lambda e: (e.code != "named", e.code, e.rule), default=None)

    def _by_facility(self, kind: str, predicate: str, thing: str) -> _Nodes:
        found: dict[str, list[str]] = {}
        for node in self._walk.links(kind, predicate, thing):
            found.setdefault(self._walk.one(node, "gg:facility"), []).append(node)
        return found

    def _project(self, iri: str) -> _Project:
        return _Project(
            self._steps.project(iri),
            self.bases(iri),
            self._budgets(iri),
            self._by_facility("gg:FacilityProject", "gg:project", iri),
            self._by_facility("gg:FacilityLaw", "gg:project", iri),
        )

    def _budgets(self, project: str) -> tuple[BudgetStep, ...]:
        lines = [iri for iri in self._walk.into("gg:project", project) if self._walk.is_a(iri, "gg:BudgetLine")]
        lines += {above for line in lines for above in self._walk.out(line, "gg:partOfLine") if self.claims(above)}
        return in_order(self._steps.budget(self._steps.head(line)) for line in dict.fromkeys(lines))

    def _chains(self, project: _Project) -> Iterator[Chain]:
        chains = [chain for facility in self._facilities(project) for chain in self._to_facility(project, facility)]
        paid = {name for chain in chains if chain.budget for name in chain.budget.iris}
        left = [budget for budget in project.budgets if not paid & set(budget.iris)]
        details = [budget for budget in left if budget.line.table in TABLES]
        rest = details or ([] if paid else left)
        yield from chains
        if rest or not any(chain.gap != "mention" for chain in chains):
            yield from (
                Chain(law, project.step, budget, gap=gap_of(law, "no_basis"))
                for law in project.bases or (None,)
                for budget in rest or (None,)
            )

    def _facilities(self, project: _Project) -> list[FacilityStep]:
        claimed = {facility for budget in project.budgets for line in budget.iris for facility in self.claims(line)}
        steps = (self._steps.facility(facility) for facility in claimed | {*project.relations, *project.laws})
        return sorted(steps, key=lambda step: (first_line(step.places), step.name, step.iri))

    def _to_facility(self, project: _Project, facility: FacilityStep) -> Iterator[Chain]:
        relation = self._relation(project, facility.iri)
        laws = self._laws(project, facility.iri)
        paid = self._paid(project, facility.iri)
        if not laws and not paid and (relation is None or relation.code not in STANDING):
            yield Chain(None, project.step, None, facility, relation, gap="mention")
            return
        for law, strength in laws or [(law, None) for law in project.bases] or [(None, None)]:
            for budget, match in paid or [(None, None)]:
                gap = gap_of(law, "no_basis")
                yield Chain(law, project.step, budget, facility, relation, match, strength, gap)

    def _relation(self, project: _Project, facility: str) -> Evidence | None:
        found = [self._steps.evidence(node, "gg:relation") for node in project.relations.get(facility, [])]
        return min(found, key=lambda e: (_RELATIONS.index(e.code), first_line(e.places)), default=None)

    def _laws(self, project: _Project, facility: str) -> list[tuple[LawStep | None, Evidence | None]]:
        """The laws that the facility was linked to through this project, each with the link."""
        walk, steps = self._walk, self._steps
        found = [(steps.law(walk.one(node, "gg:citation")), node) for node in project.laws.get(facility, [])]
        found.sort(key=lambda pair: (first_line(pair[0].places), pair[0].title, pair[1]))
        return [(law, steps.evidence(node, "gg:strength")) for law, node in found]

    def _paid(self, project: _Project, facility: str) -> list[_Paid]:
        nodes = project.laws.get(facility, [])
        between = {line for node in nodes for line in self._walk.out(node, "gg:budgetLine")}
        heads = {self._steps.head(line) for line in between}
        known = {name for budget in project.budgets for name in budget.iris}
        budgets = [*project.budgets, *(self._steps.budget(head) for head in sorted(heads - known))]
        pairs = [(budget, self.match(budget, facility)) for budget in budgets]
        return [(budget, match) for budget, match in pairs if match or between & set(budget.iris)]


def is_naming(walk: Walk, link: str) -> bool:
    """Whether a facility's law names it itself, so that no project stands between."""
    return not walk.one(link, "gg:project")


def gap_of(law: LawStep | None, without: Gap) -> Gap:
    """Why the law of a chain is not sure; `without` if there is none."""
    if law is None:
        return without
    return "" if law.resolved else "unresolved"


def in_order(budgets: Iterable[BudgetStep]) -> tuple[BudgetStep, ...]:
    """Distinct budget steps by source and line."""
    distinct = {budget.line.iri: budget for budget in budgets}
    return tuple(sorted(distinct.values(), key=lambda b: (first_line(b.line.places), b.line.item, b.line.iri)))
