"""Results (추진실적): what a section reports as done, each figure with what it counts and for which time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..ontology.fold import QUOTES
from ..ontology.records import Problem, Project, Result
from .fields import Item, Piece, items
from .headed import Headed, headed
from .knowledge import words
from .periods import term, terms
from .report import Report
from .results_items import Counted, counted
from .results_lines import When, is_whole, label_of, printed_date
from .source import Document, Line
from .spacing import normal, squeeze

_TITLE_PERIOD = re.compile(
    rf"(?:(?:20\d\d|[{re.escape(QUOTES)}]\s?\d\d)\s*[.년]?\s*(?:도|말)?\s*~\s*)?"
    rf"(?:20\d\d|[{re.escape(QUOTES)}]\s?\d\d)\s*년?도?(?:\s*[상하]반기|\s*\d\s*/\s*4\s*분기|\s*\d\s*분기)?"
    r"|[상하]반기|\d\s*/\s*4\s*분기|\d\s*분기"
)
_PRINTS_YEAR = re.compile(rf"(?<!\d)20\d\d|[{re.escape(QUOTES)}]\s?\d\d")
_YEAR_OF = re.compile(rf"(?:20\d\d|[{re.escape(QUOTES)}]\s?\d\d)년?도?")
_TITLE_FIGURE = re.compile(r"\((?P<inside>[^()]*\d\s*%[^()]*)\)")
_RESULT = re.compile(r"(?:실\s*적|성\s*과|결\s*과)\s*$")
_PLAN = re.compile(r"계\s*획")
_SAID = re.compile(r"실\s*적")
_CAPTION = re.compile(r"\s*[<〈]")
_GOES_ON = re.compile(r"\s*(?:및|등|또는)(?:\s|$)")
_INSIDE = re.compile(r"\([^()]*\)")
_PIECE = re.compile(r",| 및 ")
_AFTER_TOPIC = re.compile(r"[:：,]|\s\d")
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of results: its project, the time that its heading gives, whether plans stand in it as well."""

    document: Document
    project: Project
    period: str
    mixed: bool
    year: int
    as_of: str


def read_results(report: Report) -> tuple[Iterable[Result], Iterable[Problem]]:
    """The results of every section: the figures of each bullet, or the bullet as it is if it has none.

    Among plans (추진계획 및 실적, or a bullet of a plan that says 실적) only what is dated before the report's date, or
    said to be reached, is a result.
    """
    return [r for text in report.texts for r in _section(report, text.project, text.lines)], ()


def _section(report: Report, project: Project, lines: Sequence[Line]) -> Iterator[Result]:
    taken: set[int] = set()
    for part in headed(lines, "result"):
        if not part.box and not _RESULT.search(re.sub(r"\(.*?\)", "", part.title)):
            continue
        scope = _part(report, project, part)
        taken |= {part.heading.number, *(line.number for line in part.lines)}
        yield from _titled(scope, part)
        yield from _results(scope, _bullets(part))
    scope = _Part(report.document, project, "", True, report.year, report.source.as_of)
    rest = [line for line in lines if line.number not in taken and _SAID.search(line.text)]
    yield from _results(scope, [item for line in rest for item in items([line]) if _is_said(item, scope)])


def _part(report: Report, project: Project, part: Headed) -> _Part:
    title = normal(part.title)
    found = _TITLE_PERIOD.search(title)
    period = found[0] if found else ""
    if period and not _PRINTS_YEAR.search(period) and report.year:
        period = f"{report.year}년 {period}"
    return _Part(report.document, project, period, bool(_PLAN.search(title)), report.year, report.source.as_of)


def _is_said(item: Item, part: _Part) -> bool:
    """Whether a bullet outside of results is labelled as one of a time past: `※ ’24년 실적 : …`, `(’24년 실적) …`."""
    label = label_of(item.text) or item.text.split("실적")[0] + "실적"
    dates = terms(item.text, part.year)
    return bool(item.level and label.endswith("실적") and dates and _is_past(dates[0].end, part))


def _bullets(part: Headed) -> Iterator[Item]:
    """The logical lines of a part; what stands without bullet behind a complete one is no part of it."""
    if part.value:
        yield Item(0, (part.value,), False)
    for item in items(part.lines):
        yield from _apart(item)


def _apart(item: Item) -> Iterator[Item]:
    taken: tuple[Piece, ...] = item.pieces[:1]
    level = item.level
    for piece in item.pieces[1:]:
        text = " ".join(p.text for p in taken)
        if (
            len(taken) >= _MOST_LINES
            or _CAPTION.match(piece.text)
            or (is_whole(text) and not _GOES_ON.match(piece.text))
        ):
            yield replace(item, level=level, pieces=taken)
            taken, level = (piece,), 0
        else:
            taken = (*taken, piece)
    yield replace(item, level=level, pieces=taken)


def _titled(part: _Part, heading: Headed) -> Iterator[Result]:
    """A rate in the brackets of the heading: `추진상황 (공정률 22%)`."""
    if (found := _TITLE_FIGURE.search(heading.title)) and not part.mixed:
        at = heading.heading.text.find(found["inside"])
        piece = Piece(heading.heading, at, at + len(found["inside"]))
        yield from _of_item(part, Item(1, (piece,), False), "")


def _results(part: _Part, bullets: Iterable[Item]) -> Iterator[Result]:
    above: list[Item] = []
    for item in bullets:
        above = [a for a in above if a.level < item.level]
        if item.level or _has_figure(item):
            yield from _of_item(part, item, _topic(above[-1].text) if above else "")
        if item.level and not item.note:
            above.append(item)


def _has_figure(item: Item) -> bool:
    return not _CAPTION.match(item.text) and any(one.value for one in counted(item.text))


def _of_item(part: _Part, item: Item, topic: str) -> Iterator[Result]:
    found = counted(item.text, topic, part.year)
    if part.mixed:
        found = [one for one in found if _is_done(one, part)]
    for one in found:
        yield _result(part, item, one)
    if not found and item.level and (not part.mixed or _is_done_without_figure(item.text, part)):
        yield _result(part, item, _bare(part, item, topic))


def _bare(part: _Part, item: Item, topic: str) -> Counted:
    """A bullet without a figure; its date is the only one that it prints, or the one in brackets at its end."""
    dates = [d for d in terms(item.text, part.year) if d.start or d.end]
    last = [d for d in dates if not re.search(r"\w", item.text[d.last :]) and ")" in item.text[d.last :]]
    when = None
    for date in last if len(dates) > 1 and item.text.count("(") == 1 else dates if len(dates) == 1 else []:
        when = When(date.start, date.end, date.first, date.last, printed_date(item.text, date))
    label = label_of(item.text)
    return Counted(
        (label if label and not term(label, part.year) else "") or topic,
        normal(item.text),
        "",
        "",
        0,
        len(item.text),
        when,
    )


def _is_done(one: Counted, part: _Part) -> bool:
    """Whether a figure among plans is a result: of a time past, or of no time and said to be reached."""
    if one.when is not None:
        return _is_past(one.when.end, part)
    return squeeze(re.sub(r"[)\]]+$", "", one.text)).endswith(_done())


def _is_done_without_figure(text: str, part: _Part) -> bool:
    said = any(squeeze(_INSIDE.sub("", piece)).endswith(_done()) for piece in _PIECE.split(text))
    return said and all(_is_past(d.end, part) for d in terms(text, part.year))


@cache
def _done() -> tuple[str, ...]:
    return tuple(sorted(words("result_words", "word", role="done")))


def _is_past(end: str, part: _Part) -> bool:
    today = part.as_of or str(part.year)
    return bool(end) and end < today[: len(end)]


def _result(part: _Part, item: Item, one: Counted) -> Result:
    first, last = item.locate(one.start, one.end)
    span = part.document.span(first.line, first.start, last.line, last.end)
    return Result(part.project, one.item, _period(part, one), one.text, one.value, one.unit, span)


def _period(part: _Part, one: Counted) -> str:
    """The time printed with a figure, with the year of the heading if it prints none; else the heading's."""
    if one.when is None:
        return part.period
    printed = one.when.printed.strip("()")
    year = _YEAR_OF.match(part.period)
    return printed if _PRINTS_YEAR.search(printed) or not year else f"{year[0]} {printed}"


def _topic(text: str) -> str:
    """What a bullet is about, for those below it: its words without label, brackets and figures."""
    said = _INSIDE.sub("", text)
    head = _AFTER_TOPIC.split(said)[0].strip()
    return normal(head if len(squeeze(head)) > 1 else said)
