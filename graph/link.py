"""What follows from a document's records, each conclusion with its rule and the facts that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..ontology.fold import loose_key
from ..ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Facility,
    FacilityBudget,
    FacilityLaw,
    FacilityProject,
    LineMatch,
    Loaded,
    Project,
    Record,
)

_UNIT = 1_000_000
_BUDGET = frozenset({"original", "current", "final"})
_STANDING = frozenset({"operates", "builds", "plans"})


@dataclass(frozen=True, slots=True)
class _Index:
    """The stated records, by what they hang on."""

    lines: tuple[BudgetLine, ...]
    figures: Mapping[BudgetLine, Mapping[tuple[str, int], int]]
    named: tuple[FacilityBudget, ...]
    relations: tuple[FacilityProject, ...]
    bases: tuple[Citation, ...]
    facilities: tuple[Facility, ...]


def derive(loaded: Loaded) -> Loaded:
    """The document's records with the derived links behind them."""
    index = _index(loaded.records)
    matches = list(line_matches(index.lines, index.figures))
    shared = [*_network_lines(index), *_only_lines(index)]
    laws = list(_facility_laws(index, matches, shared))
    derived: list[Record] = [*matches, *shared, *laws]
    return replace(loaded, records=tuple(dict.fromkeys([*loaded.records, *derived])))


def _index(records: Sequence[Record]) -> _Index:
    figures: dict[BudgetLine, dict[tuple[str, int], int]] = {}
    for r in records:
        if isinstance(r, Amount):
            figures.setdefault(r.line, {})[r.phase, r.fiscal_year] = r.won
    return _Index(
        tuple(r for r in records if isinstance(r, BudgetLine) and not r.total),
        figures,
        tuple(r for r in records if isinstance(r, FacilityBudget) and r.match == "named"),
        tuple(r for r in records if isinstance(r, FacilityProject)),
        tuple(r for r in records if isinstance(r, Citation) and r.basis),
        tuple(r for r in records if isinstance(r, Facility)),
    )


def line_matches(
    lines: Sequence[BudgetLine], figures: Mapping[BudgetLine, Mapping[tuple[str, int], int]]
) -> Iterator[LineMatch]:
    """Each detail line with the one summary line of its department that name and amounts leave."""
    for detail in (line for line in lines if line.table == "detail"):
        peers = [s for s in lines if s.table == "summary" and _department(s) == _department(detail)]
        named = [s for s in peers if loose_key(s.item) == loose_key(detail.item)]
        own = figures.get(detail, {})
        if len(named) == 1:
            same = _equal_figures(own, figures.get(named[0], {})) > 0
            if same or _fits_into(own, figures.get(named[0], {})):
                rule = "same-name-and-amount" if same else "same-name"
                yield _match(detail, named[0], "same" if same else "part_of", rule)
        elif not named:
            paid = [s for s in peers if _equal_figures(own, figures.get(s, {})) > 1]
            if len(paid) == 1:
                yield _match(detail, paid[0], "same", "amount-in-department")


def _department(line: BudgetLine) -> str:
    return line.department.name if line.department else ""


def _equal_figures(detail: Mapping[tuple[str, int], int], summary: Mapping[tuple[str, int], int]) -> int:
    """How many figures of the budget (not its execution) are the same within the summary's rounding; 0 are no evidence.

    The budget of the year itself decides: where 본예산 or 예산현액 differ nothing is equal.
    """
    common = {k: (detail[k], summary[k]) for k in detail if k in summary and k[0] in _BUDGET}
    if any(not _rounds_to(a, b) for (phase, _), (a, b) in common.items() if phase != "final"):
        return 0
    return sum(1 for a, b in common.values() if a and _rounds_to(a, b))


def _rounds_to(won: int, printed: int) -> bool:
    """Whether an amount, rounded or cut off to the summary's unit (백만원), is the printed one."""
    return -_UNIT // 2 <= won - printed < _UNIT


def _fits_into(detail: Mapping[tuple[str, int], int], summary: Mapping[tuple[str, int], int]) -> bool:
    return all(detail[k] < summary[k] + _UNIT for k in detail if k in summary)


def _match(detail: BudgetLine, summary: BudgetLine, relation: str, rule: str) -> LineMatch:
    return LineMatch(detail, summary, relation, rule, (detail.span, summary.span))  # type: ignore[arg-type]


def _network_lines(index: _Index) -> Iterator[FacilityBudget]:
    """A branch without a line of its own shares the lines that are named for its network."""
    own = {link.facility.name for link in index.named}
    for facility in index.facilities:
        if facility.network and facility.name not in own:
            for link in index.named:
                if link.facility.name == facility.network:
                    basis = (link.line.span, facility.span)
                    yield FacilityBudget(facility, link.line, "shared", "network-line", basis)


def _only_lines(index: _Index) -> Iterator[FacilityBudget]:
    """A facility of a section without a line of its own shares the section's only line."""
    own = {link.facility.name for link in index.named}
    for relation in index.relations:
        lines = _section_lines(index, relation.project)
        facility = relation.facility
        branch = facility.network and facility.network in own
        if relation.relation in _STANDING and len(lines) == 1 and facility.name not in own and not branch:
            yield FacilityBudget(facility, lines[0], "shared", "section-only-line", (lines[0].span, relation.span))


def _section_lines(index: _Index, project: Project) -> list[BudgetLine]:
    return [line for line in index.lines if line.table == "detail" and line.project == project]


def _facility_laws(
    index: _Index, matches: Sequence[LineMatch], shared: Sequence[FacilityBudget]
) -> Iterator[FacilityLaw]:
    """The laws of a section's 근거 field under each facility that the section runs, builds or plans."""
    for relation in index.relations:
        if relation.relation not in _STANDING:
            continue
        for citation in (c for c in index.bases if c.project == relation.project):
            direct = _lines_between(relation, index.named, matches)
            lines = direct or _lines_between(relation, shared, matches)
            strength = "direct" if direct else "shared"
            basis = (citation.span, relation.span, *(line.span for line in lines))
            yield FacilityLaw(
                relation.facility,
                citation,
                relation.project,
                strength,  # type: ignore[arg-type]
                lines,
                "project-states-basis",
                basis,
            )


def _lines_between(
    relation: FacilityProject, links: Sequence[FacilityBudget], matches: Sequence[LineMatch]
) -> tuple[BudgetLine, ...]:
    """The facility's lines in the project's own table; without one the summary lines of its department."""
    project, lines = relation.project, [link.line for link in links if link.facility == relation.facility]
    if details := [line for line in lines if line.project == project]:
        return tuple(dict.fromkeys(details))
    taken = {m.summary for m in matches if m.detail.project != project}
    summaries = [line for line in lines if line.table == "summary" and _same_unit(line, project) and line not in taken]
    return tuple(dict.fromkeys(summaries))


def _same_unit(line: BudgetLine, project: Project) -> bool:
    return line.department is not None and line.department == project.department
