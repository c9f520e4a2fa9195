"""The money that a project's overview states, against its budget tables and its own parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..ontology.fold import QUOTES, name_key
from ..ontology.records import Amount, Finding, Project
from .findings_columns import counted, grand_total
from .findings_equations import Sum
from .findings_figures import Figure, Interval, meet
from .findings_numbers import AMOUNT, text_figure
from .findings_rows import FigureRow
from .findings_words import is_partition
from .knowledge import words
from .source import Document
from .spacing import squeeze

_AMOUNT = re.compile(AMOUNT)
_YEAR = re.compile(r"[’‘'`]?(?:20)?\d\d\s*년도?|\(.*?\)|\[.*?\]|\W")
_NAMES_YEAR = re.compile(r"\d\d\s*년")
_YEARS = re.compile(r"(?:20)?\d\d[.년]?\s*[~∼]\s*[’‘'`]?(?:20)?\d\d")
_PERIOD = re.compile(r"[^:：]{0,20}기\s*간\s*[:：](?P<years>.*)")
_ANY_YEAR = rf"(?:20|[{re.escape(QUOTES)}])\d\d"
_BELOW = 6
_PART = re.compile(
    rf"\s*(?P<bullet>[-‐–∙·•‣▸▪￭])\s*(?P<name>[^:：\d]{{1,24}}?)\s*[:：]\s*(?:총\s*)?(?P<amount>{AMOUNT})\s?(?P<unit>원)?"
)
_SHOWN = 40
_BUDGETS = ("original", "current", "final")


@dataclass(frozen=True, slots=True)
class _Total:
    """What a project's tables grant in one phase: as printed, what it may be, and the figures that make it up."""

    role: str
    value: Decimal
    bounds: Interval
    figures: tuple[Figure, ...]


def overview_findings(
    document: Document,
    amounts: Sequence[Amount],
    tables: Sequence[Sequence[FigureRow]],
    right: Mapping[int, Interval],
) -> Iterator[Finding]:
    """A finding for each project whose overview states the year's money otherwise than its tables.

    The money may be the original or the current budget, the total row's or the lines' sum, in the project's table or
    in the lines of the summary with the same names. A project without a table is compared with the one line of its
    department in the summary that bears its title. A current budget alone may be greater: it holds what was carried
    over; money for no named year may be greater than its table if the project takes several years. Figures that were
    found wrong count as what they must have been (`right`, see Suspects).
    """
    summary = _summary(tables)
    for amount in _stated(document, amounts):
        figure = _figure(document, amount, rounded=True)
        totals = [_total(role, figures, right) for role, figures in _totals(amount, tables, summary)]
        carried = all(total.role == "current" and total.value > amount.won for total in totals)
        bounds = right.get(figure.span.start, figure.bounds)
        if carried or any(meet(bounds, total.bounds) for total in totals):
            continue
        if not _is_whole_cost(document, amount, totals):
            nearest = min(totals, key=lambda t: abs(t.value - amount.won))
            compared = [f for total in (nearest, *totals) for f in total.figures]
            yield _finding(amount, figure, nearest, list(dict.fromkeys(compared))[:_SHOWN])


def _stated(document: Document, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The overview's amounts for one year: of labels that name the year, if a project has such, only these."""
    by_project: dict[Project | None, list[Amount]] = {}
    for amount in amounts:
        if amount.line.table == "overview" and _is_main(amount.line.item):
            by_project.setdefault(amount.line.project, []).append(amount)
    for found in by_project.values():
        named = [a for a in found if _NAMES_YEAR.search(a.line.item)]
        yield from (a for a in named or found if not _YEARS.search(_behind(document, a)))


def _is_main(label: str) -> bool:
    """Whether a label speaks of the whole project's money (`2025년 예산액`), not of a part's."""
    return _YEAR.sub("", squeeze(label)) in words("field_labels", "word", role="money")


def _is_whole_cost(document: Document, amount: Amount, totals: Sequence[_Total]) -> bool:
    """Whether an amount is what several years cost: more than the tables hold, under a period of more than a year."""
    if _NAMES_YEAR.search(amount.line.item) or any(total.value >= amount.won for total in totals):
        return False
    first = amount.line.project.first_line if amount.line.project else amount.span.first_line
    lines = document.lines[first - 1 : amount.span.last_line + _BELOW]
    periods = (found for line in lines if (found := _PERIOD.match(line.text)))
    return any(len({year[-2:] for year in re.findall(_ANY_YEAR, found["years"])}) > 1 for found in periods)


def _behind(document: Document, amount: Amount) -> str:
    line = document.lines[amount.span.last_line - 1]
    return line.text[amount.span.end - line.start :]


def _figure(document: Document, amount: Amount, *, rounded: bool = False) -> Figure:
    found = _AMOUNT.match(amount.span.quote)
    printed = found[0].rstrip() if found else amount.span.quote
    return text_figure(document, amount.span.start, printed, "원", amount.line.item, rounded=rounded)


def _summary(tables: Sequence[Sequence[FigureRow]]) -> dict[tuple[str, str], list[FigureRow]]:
    """The lines of the summary by department and name."""
    found: dict[tuple[str, str], list[FigureRow]] = {}
    for row in (row for rows in tables for row in rows if row.row.line.table == "summary"):
        line = row.row.line
        if line.department and not line.total:
            found.setdefault((line.department.name, name_key(line.item)), []).append(row)
    return found


def _totals(
    amount: Amount, tables: Sequence[Sequence[FigureRow]], summary: Mapping[tuple[str, str], list[FigureRow]]
) -> Iterator[tuple[str, list[Figure]]]:
    """The figures of each phase in each reading of the project's budget: its totals, its lines, the summary's lines."""
    project = amount.line.project
    if project is None:
        return
    own = [rows for rows in tables if rows and rows[0].row.line.project == project]
    lines = [row for rows in own for row in counted(rows)]
    department = project.department.name if project.department else ""
    names = [row.row.line.item for row in lines] or [project.title]
    same = [summary.get((department, name_key(name)), []) for name in names]
    readings = [
        [row for rows in own for row in _total_or_lines(rows)],
        lines,
        [found[0] for found in same] if all(len(found) == 1 for found in same) else [],
    ]
    for rows in readings:
        for role in _BUDGETS:
            figures = [f for row in rows for _, f in row.of(role, year=amount.fiscal_year)[:1]]
            if rows and len(figures) == len(rows) and all(f.value is not None for f in figures):
                yield role, figures


def _total_or_lines(rows: Sequence[FigureRow]) -> list[FigureRow]:
    total = grand_total(rows)
    return [total] if total else counted(rows)


def _total(role: str, figures: Sequence[Figure], right: Mapping[int, Interval]) -> _Total:
    values = [f.value for f in figures if f.value is not None]
    low, high = (sum((right.get(f.span.start, f.bounds)[side] for f in figures), Decimal(0)) for side in (0, 1))
    return _Total(role, sum(values, Decimal(0)), (low, high), tuple(figures))


def _finding(amount: Amount, figure: Figure, total: _Total, compared: Sequence[Figure]) -> Finding:
    count, first = len(total.figures), total.figures[0]
    expected = f"{figure.shown(total.value)}{figure.unit}"
    table = first.shown(total.value)
    said = first.name if count == 1 else (f"{count}개 항목의 합", f"the sum of {count} lines")
    printed = f"{figure.text}{figure.unit}"
    return Finding(
        "text_vs_table",
        printed,
        expected,
        f"{figure.name[0]} {printed}: 예산표의 {said[0]}은 {table}{first.unit}, 곧 {expected}",
        f"{figure.name[1]} is {printed}; in the budget table {said[1]} is {table} {first.unit}, {expected}",
        "likely",
        (figure.span, *(f.span for f in compared)),
        (amount, *(f.about for f in total.figures[:1] if count == 1 and f.about is not None)),
    )


def part_sums(document: Document, amounts: Sequence[Amount]) -> Iterator[Sum]:
    """The sum of the bulleted amounts right below an overview's amount: `- 국비 : 565억`, `- 시비 : 17억`."""
    for amount in amounts:
        if amount.line.table == "overview" and len(parts := list(_parts(document, amount.span.last_line))) > 1:
            whole = _figure(document, amount)
            said = f"아래 {len(parts)}개의 합은", f"the {len(parts)} below it add up to"
            made = Sum(whole, parts, ("parts", amount.span.start), said)
            if made.holds or is_partition(made):
                yield made


def _parts(document: Document, line: int) -> Iterator[Figure]:
    """The amounts of the bulleted lines behind a line, as long as they have one bullet."""
    bullet = ""
    for at in document.lines[line:]:
        if not at.text.strip():
            continue
        found = _PART.match(at.text)
        if found is None or (bullet and found["bullet"] != bullet):
            return
        bullet, amount = found["bullet"], found["amount"].rstrip()
        if not (found["unit"] or amount.endswith(("억", "조"))):
            return
        name = " ".join(found["name"].split())
        yield text_figure(document, at.start + found.start("amount"), amount, "원", name)
