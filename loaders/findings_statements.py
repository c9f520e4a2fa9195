"""What the text says of the whole bureau, its budget and its posts, against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ..ontology.fold import QUOTES
from ..ontology.records import Finding, StaffCount
from .findings_columns import bureau_totals
from .findings_figures import ONE, Figure, Interval, Printed, figure_of, meet, nearest
from .findings_numbers import AMOUNT, text_figure
from .findings_rows import FigureRow
from .report import Report
from .source import Line

_MONEY = re.compile(rf"(?P<amount>{AMOUNT})\s?원")
_YEAR = re.compile(rf"(?:(?P<long>20\d\d)|[{re.escape(QUOTES)}](?P<short>\d\d))\s*년?")
_GROWTH = re.compile(r"(?P<rate>\d{1,3}(?:\.\d{1,2})?)\s?%\s?(?P<way>증|늘|↑|감|줄|↓)")
_STAFF = re.compile(r"정\s*원\s*(?P<quota>\d[\d,]*)\s*명.{0,8}?현\s*원\s*(?P<current>\d[\d,]*)\s*명")
_NEAR = Decimal("0.1")
_BUDGETS = ("original", "current", "final")
_HUNDRED = Decimal(100)


def statement_findings(
    report: Report, tables: Sequence[Sequence[FigureRow]], right: Mapping[int, Interval]
) -> Iterator[Finding]:
    """Findings for the bureau's budget and its growth as the budget chapter words them, and for posts and people.

    Totals that were found wrong count as what they must have been (`right`, see Suspects).
    """
    cells = [row.row.line.span for rows in tables for row in rows]
    taken = {number for span in cells for number in range(span.first_line, span.last_line + 1)}
    totals = [pair for row in bureau_totals(tables) for pair in row.of(*_BUDGETS)]
    by_year: dict[int, list[Figure]] = {}
    for place, figure in totals:
        by_year.setdefault(place.column.year, []).append(_righted(figure, right.get(figure.span.start)))
    for chapter in report.chapters("budget") if by_year else ():
        for line in chapter.lines:
            if line.number not in taken and "예산" in line.text:
                yield from _budget(report, line, by_year)
    yield from _staff(report)


def _righted(figure: Figure, room: Interval | None) -> Figure:
    return replace(figure, value=nearest(figure.value, room), bounds=room) if room and figure.value else figure


def _budget(report: Report, line: Line, totals: dict[int, list[Figure]]) -> Iterator[Finding]:
    """The sums of a line that come near a total of their year and are not it; then the growth that it states."""
    speaks_of_total = False
    for found in _MONEY.finditer(line.text):
        year = _year(line.text[: found.start()]) or report.year
        said = text_figure(
            report.document, line.start + found.start(), found["amount"].rstrip(), "원", f"{year}년 예산"
        )
        if any(meet(said.bounds, total.bounds) for total in totals.get(year, ())):
            speaks_of_total = True
        elif near := [t for t in totals.get(year, ()) if _is_near(said, t)]:
            yield _otherwise(said, near[0])
    if speaks_of_total:
        yield from _growth(report, line, totals)


def _year(text: str) -> int:
    years = [int(y["long"] or 2000 + int(y["short"])) for y in _YEAR.finditer(text)]
    return years[-1] if years else 0


def _is_near(said: Figure, total: Figure) -> bool:
    """Whether two figures differ by less than a tenth, or only in the order of their digits."""
    if said.value is None or not total.value:
        return False
    return abs(said.value - total.value) < total.value * _NEAR or sorted(said.text) == sorted(total.text)


def _otherwise(said: Figure, total: Figure) -> Finding:
    printed = f"{said.text}{said.unit}"
    expected = f"{said.shown(total.value or Decimal(0))}{said.unit}"
    table = total.shown(total.value or Decimal(0))
    ko = f"{said.name[0]} {printed}: 표의 {total.name[0]}은 {table}{total.unit}"
    en = f"{said.name[1]} is {printed}; the table's {total.name[1]} is {table} {total.unit}"
    about = (total.about,) if total.about is not None else ()
    return Finding("text_vs_table", printed, expected, ko, en, "likely", (said.span, total.span), about)


def _growth(report: Report, line: Line, totals: dict[int, list[Figure]]) -> Iterator[Finding]:
    found = _GROWTH.search(line.text)
    pairs = [(new, old) for new in totals.get(report.year, ()) for old in totals.get(report.year - 1, ()) if old.value]
    if found is None or not pairs:
        return
    span = report.document.line_span(line, *found.span("rate"))
    rate = figure_of(Printed(found["rate"], "%", ONE, span), "예산 증감률")
    sign = -1 if found["way"] in "감줄↓" else 1
    if any(meet(rate.bounds, _grown(new, old, sign)) for new, old in pairs):
        return
    new, old = pairs[0]
    expected = rate.shown(sign * ((new.value or Decimal(0)) / (old.value or ONE) - 1) * _HUNDRED)
    ko = f"예산 증감률 {rate.text}%: {old.text} → {new.text}은 {expected}%"
    en = f"the growth of the budget is printed {rate.text} %; from {old.text} to {new.text} it is {expected} %"
    about = tuple(f.about for f in (new, old) if f.about is not None)
    yield Finding("rate", rate.text, expected, ko, en, "likely", (span, new.span, old.span), about)


def _grown(new: Figure, old: Figure, sign: int) -> Interval:
    ends = [sign * (n / o - 1) * _HUNDRED for n in new.bounds for o in old.bounds]
    return min(ends), max(ends)


def _staff(report: Report) -> Iterator[Finding]:
    """Posts and people in words, against the staff table; one of the two must fit, so that the table is read right."""
    counts = [r for r in report.records if isinstance(r, StaffCount) and not r.grade]
    sums = {"quota": sum(c.quota or 0 for c in counts), "current": sum(c.current or 0 for c in counts)}
    for line in (line for chapter in report.chapters("general") for line in chapter.lines if counts):
        found = _STAFF.search(line.text)
        wrong = [key for key in sums if found and int(found[key].replace(",", "")) != sums[key]]
        if found and len(wrong) == 1:
            key = wrong[0]
            what = {"quota": ("정원", "posts"), "current": ("현원", "people")}[key]
            span = report.document.line_span(line, *found.span(key))
            ko = f"{what[0]} {found[key]}명: 인력표의 합은 {sums[key]:,}명"
            en = f"{found[key]} {what[1]} in words; the staff table adds up to {sums[key]:,}"
            spans = (span, *dict.fromkeys(c.span for c in counts))
            yield Finding("text_vs_table", found[key], f"{sums[key]:,}", ko, en, "likely", spans, ())
