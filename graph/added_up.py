"""Lines of a facility that add up to the one line of the chapter's summary that is left for it: 건립 and 운영."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..ontology.records import BudgetLine, Facility, FacilityBudget, FacilityProject, LineMatch, Project
from .line_matches import Figures, department, unit, within

_RULE = "amounts-add-up"
_OF_THE_YEAR = frozenset({"original", "current"})
_BUDGET = _OF_THE_YEAR | {"final"}


@dataclass(frozen=True, slots=True)
class _Left:
    """What no other rule has matched: lines by facility and department, and the detail lines of each section."""

    summaries: Mapping[tuple[Facility, str], Sequence[BudgetLine]]
    details: Mapping[tuple[Facility, str], Sequence[BudgetLine]]
    sections: Mapping[Project, Sequence[BudgetLine]]
    owners: Mapping[BudgetLine, set[Facility]]


def added_up(
    figures: Mapping[BudgetLine, Figures],
    lines: Iterable[BudgetLine],
    named: Sequence[FacilityBudget],
    standing: Sequence[FacilityProject],
    matches: Sequence[LineMatch],
) -> Iterator[LineMatch | FacilityBudget]:
    """The parts of a facility's summary line: its own detail lines of the department, else those of one section.

    In every column of the budget they add up to the summary line, which is the only one left that is named for the
    facility; at least two lines, and no line of another facility. A part that does not name the facility pays for it.
    """
    left = _left(lines, named, matches)
    projects: dict[Facility, list[Project]] = defaultdict(list)
    for relation in standing:
        projects[relation.facility].append(relation.project)
    for (facility, unit_name), summaries in left.summaries.items():
        if len(summaries) > 1:
            continue
        own = left.details.get((facility, unit_name), ())
        sections = [_of_section(left, facility, project, unit_name) for project in projects.get(facility, ())]
        parts = next((p for p in (own, *sections) if _add_up(p, summaries[0], figures)), ())
        basis = (*(part.span for part in parts), summaries[0].span)
        for part in parts:
            yield LineMatch(part, summaries[0], "part_of", _RULE, basis)
            if part not in own:
                yield FacilityBudget(facility, part, "named", _RULE, basis)


def _left(lines: Iterable[BudgetLine], named: Sequence[FacilityBudget], matches: Sequence[LineMatch]) -> _Left:
    matched = {line for match in matches for line in (match.detail, match.summary)}
    summaries: dict[tuple[Facility, str], list[BudgetLine]] = defaultdict(list)
    details: dict[tuple[Facility, str], list[BudgetLine]] = defaultdict(list)
    sections: dict[Project, list[BudgetLine]] = defaultdict(list)
    owners: dict[BudgetLine, set[Facility]] = defaultdict(set)
    for link in named:
        owners[link.line].add(link.facility)
        if link.line not in matched and link.line.table in ("summary", "detail"):
            of_table = summaries if link.line.table == "summary" else details
            of_table[link.facility, department(link.line)].append(link.line)
    for line in lines:
        if line.table == "detail" and line.project and line not in matched:
            sections[line.project].append(line)
    return _Left(summaries, details, sections, owners)


def _of_section(left: _Left, facility: Facility, project: Project, unit_name: str) -> Sequence[BudgetLine]:
    """The lines of a section that are left, if they are the department's and none is another facility's."""
    lines = left.sections.get(project, ())
    own = all(left.owners.get(line, {facility}) == {facility} and department(line) == unit_name for line in lines)
    return lines if own else ()


def _add_up(parts: Sequence[BudgetLine], summary: BudgetLine, figures: Mapping[BudgetLine, Figures]) -> bool:
    """Whether two lines or more come to the summary line in every column of the budget that it has."""
    whole = {key: amount for key, amount in figures.get(summary, {}).items() if key[0] in _BUDGET}
    equal = 0
    for key, amount in whole.items():
        known = [figures[part][key] for part in parts if key in figures.get(part, {})]
        rounding = max(unit(amount), sum(unit(one) for one in known) if known else 1)
        if not known or not within(sum(one.won for one in known), amount.won, rounding):
            return False
        equal += bool(amount.won) and key[0] in _OF_THE_YEAR
    return len(parts) > 1 and equal > 0
