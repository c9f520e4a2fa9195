"""Where a project's own table and the chapter's summary print one line's money differently, beyond rounding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from ..ontology.codes import codes
from ..ontology.fold import loose_key
from ..ontology.records import Amount, BudgetLine, Certainty, Finding, LineMatch, Span
from .line_matches import Figures, department, unit

_DASH = "-"


def table_findings(
    lines: Sequence[BudgetLine],
    figures: Mapping[BudgetLine, Figures],
    matches: Sequence[LineMatch],
    wrong: Collection[Span],
) -> Iterator[Finding]:
    """A finding for each figure of a detail line that is not that of its summary line in the same phase and year.

    Compared are lines that are the same by name or amount; and lines of the same name that are not, if some figure of
    the budget is the same or the detail line holds more than the summary line, so that it can be no part of it.
    Each printed figure is right within its last place, rounded or cut off; a dash is a stated 0. Figures that are
    known to be `wrong` already are left out.
    """
    same = [(m.detail, m.summary) for m in matches if m.relation == "same"]
    found = _all(lines, figures, same)
    yield from (f for f in found if not any(span in wrong for span in f.spans))


def _all(
    lines: Sequence[BudgetLine], figures: Mapping[BudgetLine, Figures], same: Sequence[tuple[BudgetLine, BudgetLine]]
) -> Iterator[Finding]:
    for detail, summary in same:
        yield from _compared(detail, summary, figures, sure=True)
    for detail, summary in _namesakes(lines, {pair[0] for pair in same}):
        own, other = figures.get(detail, {}), figures.get(summary, {})
        if any(own[k].won and _fits(own[k], other[k]) for k in own if k in other) or _exceeds(own, other):
            yield from _compared(detail, summary, figures, sure=False)


def _namesakes(lines: Sequence[BudgetLine], matched: set[BudgetLine]) -> Iterator[tuple[BudgetLine, BudgetLine]]:
    """The detail lines that are no summary line's same, each with the only summary line of its department and name."""
    named: dict[tuple[str, str], list[BudgetLine]] = defaultdict(list)
    details: dict[tuple[str, str], list[BudgetLine]] = defaultdict(list)
    for line in lines:
        if line.table in ("summary", "detail"):
            found = named if line.table == "summary" else details
            found[department(line), loose_key(line.item)].append(line)
    for key, own in details.items():
        if len(own) == 1 and own[0] not in matched and len(named.get(key, ())) == 1:
            yield own[0], named[key][0]


def _compared(
    detail: BudgetLine, summary: BudgetLine, figures: Mapping[BudgetLine, Figures], *, sure: bool
) -> Iterator[Finding]:
    """The figures that differ; less than one of the coarser unit may still be a figure that was rounded up."""
    own, other = figures.get(detail, {}), figures.get(summary, {})
    for key in (k for k in other if k in own and not _fits(own[k], other[k])):
        apart = abs(own[key].won - other[key].won) >= max(unit(own[key]), unit(other[key]))
        yield _finding(other[key], own[key], "certain" if sure and apart else "likely")


def _fits(one: Amount, other: Amount) -> bool:
    """Whether two figures may stand for one amount: half a place below, a whole one (cut off) above what is printed."""
    a, b = unit(one), unit(other)
    return 2 * one.won - a <= 2 * (other.won + b) and 2 * other.won - b <= 2 * (one.won + a)


def _exceeds(detail: Figures, summary: Figures) -> bool:
    """Whether the detail line holds more in each phase that both have."""
    common = [(detail[k], summary[k]) for k in detail if k in summary]
    return bool(common) and all(a.won > b.won and not _fits(a, b) for a, b in common)


def _finding(summary: Amount, detail: Amount, certainty: Certainty) -> Finding:
    phase = codes()["phase", summary.phase]
    expected = _in_unit(detail, summary)
    what = summary.line.item, f"{summary.fiscal_year}년 {phase.label_ko}"
    tables = f"예산현황 표는 {summary.printed}{summary.unit}, 사업별 표는 {detail.printed}{detail.unit}"
    both = f"the summary has {summary.printed} {summary.unit}, the project's own table {detail.printed} {detail.unit}"
    return Finding(
        "unit",
        summary.printed,
        expected,
        f"{what[0]} {what[1]}: {tables}",
        f"{what[0]}, {phase.label_en} of {summary.fiscal_year}: {both}",
        certainty,
        (summary.span, detail.span),
        (summary, detail),
    )


def _in_unit(amount: Amount, printed: Amount) -> str:
    """An amount as it would stand in another figure's place: in its unit, with its decimals; nothing is a dash."""
    decimals = len(printed.printed.partition(".")[2])
    value = (Decimal(amount.won) / unit(printed)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{value:,}" if value else _DASH
