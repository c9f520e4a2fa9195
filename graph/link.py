"""What follows from a document's records, each conclusion with its rule and the facts that it stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ..ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Facility,
    FacilityBudget,
    FacilityLaw,
    FacilityProject,
    Finding,
    LineMatch,
    Loaded,
    Project,
    Record,
)
from .added_up import added_up
from .line_matches import Figures, line_matches
from .table_findings import table_findings

_Links: TypeAlias = Mapping[Facility, Sequence[FacilityBudget]]

_STANDING = frozenset({"operates", "builds", "plans"})


@dataclass(frozen=True, slots=True)
class _Index:
    """The stated records, by what they hang on; `standing`: the sections that run, build or plan a facility."""

    lines: tuple[BudgetLine, ...]
    figures: Mapping[BudgetLine, Figures]
    details: Mapping[Project, Sequence[BudgetLine]]
    named: tuple[FacilityBudget, ...]
    standing: tuple[FacilityProject, ...]
    bases: Mapping[Project, Sequence[Citation]]
    facilities: tuple[Facility, ...]


def derive(loaded: Loaded) -> Loaded:
    """The document's records with the derived links behind them."""
    index = _index(loaded.records)
    matches = list(line_matches(index.lines, index.figures))
    parts = list(added_up(index.figures, index.lines, index.named, index.standing, matches))
    matches += (part for part in parts if isinstance(part, LineMatch))
    index = replace(index, named=(*index.named, *(part for part in parts if isinstance(part, FacilityBudget))))
    shared = [*_network_lines(index), *_only_lines(index)]
    laws = list(_facility_laws(index, matches, shared))
    wrong = {r.spans[0] for r in loaded.records if isinstance(r, Finding)}
    findings = table_findings(index.lines, index.figures, matches, wrong)
    derived: list[Record] = [*matches, *parts, *shared, *laws, *findings]
    return replace(loaded, records=tuple(dict.fromkeys([*loaded.records, *derived])))


def _index(records: Sequence[Record]) -> _Index:
    figures: dict[BudgetLine, dict[tuple[str, int], Amount]] = {}
    details: dict[Project, list[BudgetLine]] = defaultdict(list)
    bases: dict[Project, list[Citation]] = defaultdict(list)
    for r in records:
        if isinstance(r, Amount):
            figures.setdefault(r.line, {})[r.phase, r.fiscal_year] = r
        elif isinstance(r, BudgetLine) and r.table == "detail" and r.project and not r.total:
            details[r.project].append(r)
        elif isinstance(r, Citation) and r.basis and r.project:
            bases[r.project].append(r)
    return _Index(
        tuple(r for r in records if isinstance(r, BudgetLine) and not r.total),
        figures,
        details,
        tuple(r for r in records if isinstance(r, FacilityBudget) and r.match == "named"),
        tuple(r for r in records if isinstance(r, FacilityProject) and r.relation in _STANDING),
        bases,
        tuple(r for r in records if isinstance(r, Facility)),
    )


def _network_lines(index: _Index) -> Iterator[FacilityBudget]:
    """A branch without a line of its own shares the lines that are named for its network."""
    own: dict[str, list[FacilityBudget]] = defaultdict(list)
    for link in index.named:
        own[link.facility.name].append(link)
    for facility in index.facilities:
        if facility.network and facility.name not in own:
            for link in own.get(facility.network, ()):
                yield FacilityBudget(facility, link.line, "shared", "network-line", (link.line.span, facility.span))


def _only_lines(index: _Index) -> Iterator[FacilityBudget]:
    """A facility of a section without a line of its own shares the section's only line."""
    own = {link.facility.name for link in index.named}
    for relation in index.standing:
        lines, facility = index.details.get(relation.project, ()), relation.facility
        branch = facility.network and facility.network in own
        if len(lines) == 1 and facility.name not in own and not branch:
            yield FacilityBudget(facility, lines[0], "shared", "section-only-line", (lines[0].span, relation.span))


def _facility_laws(
    index: _Index, matches: Sequence[LineMatch], shared: Sequence[FacilityBudget]
) -> Iterator[FacilityLaw]:
    """The laws of a section's 근거 field under each facility that the section runs, builds or plans."""
    named, others = _by_facility(index.named), _by_facility(shared)
    sections: dict[BudgetLine, set[Project | None]] = defaultdict(set)
    for match in matches:
        sections[match.summary].add(match.detail.project)
    for relation in (r for r in index.standing if r.project in index.bases):
        direct = _lines_between(relation, named, sections)
        lines = direct or _lines_between(relation, others, sections)
        for citation in index.bases[relation.project]:
            yield FacilityLaw(
                relation.facility,
                citation,
                relation.project,
                "direct" if direct else "shared",
                lines,
                "project-states-basis",
                (citation.span, relation.span, *(line.span for line in lines)),
            )


def _by_facility(links: Iterable[FacilityBudget]) -> _Links:
    made: dict[Facility, list[FacilityBudget]] = defaultdict(list)
    for link in links:
        made[link.facility].append(link)
    return made


def _lines_between(
    relation: FacilityProject, links: _Links, sections: Mapping[BudgetLine, set[Project | None]]
) -> tuple[BudgetLine, ...]:
    """The facility's lines in the project's own table; without one the summary lines of its department that no
    other section's table holds."""
    project, lines = relation.project, [link.line for link in links.get(relation.facility, ())]
    if details := [line for line in lines if line.project == project]:
        return tuple(dict.fromkeys(details))
    own = (line for line in lines if line.table == "summary" and _same_unit(line, project))
    return tuple(dict.fromkeys(line for line in own if sections.get(line, set()) <= {project}))


def _same_unit(line: BudgetLine, project: Project) -> bool:
    return line.department is not None and line.department == project.department
