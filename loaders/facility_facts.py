"""What the text states of a facility: labelled items under its name (위치, 규모 …), openings, progress, status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from .facility_items import LABELLED, Attribute, Told
from .facility_tables import Stated
from .facility_text import Naming
from .facility_values import label_of, read_value
from .fields import Block, Item, Piece
from .knowledge import rows
from .periods import date, iso
from .source import Document
from .spacing import normal

_OPEN = r"(?:정식\s*)?(?:개관|(?<!\d)(?<!\d )개소|개원|개장)"
_DAY = r"(?:[’‘'](?:20)?|(?<!\d)20)\d\d\s*[.년]\s*\d{1,2}\s*[.월]?(?:\s*\d{1,2}\s*\.?)?"
_OPENING = re.compile(rf"(?P<before>{_DAY})\s*{_OPEN}(?:\s*예정)?|{_OPEN}(?:\s*예정)?\s*[(:：]\s*(?P<after>{_DAY})")
_OPENED = re.compile(rf"{_OPEN}\s*\((?P<month>\d{{1,2}})\.\s*(?P<day>\d{{1,2}})\.?\)")
_BEGUN = re.compile(rf"(?P<day>{_DAY})\s*착공(?!식|\s*예정)")
_PROGRESS = re.compile(r"누계\s*공정률\s*(?P<rate>\d{1,3}(?:\.\d+)?)\s*%")
_BLOCK_YEAR = re.compile(r"\(\s*(20\d\d)\s*년")
_REACH = 70
# The caption of a picture that stands beside the text: `< 조감도 >`.
_CAPTION = re.compile(r"\s*<[^<>]{1,20}>\s*$")


def read_facts(document: Document, lines: Iterable[Told]) -> Iterator[Attribute]:
    """The attributes of one section.

    The labelled items of a 개요 and the beginning of works (착공), under no other name, are of the facility that the
    section's title or the heading of its part is about.
    """
    for one in lines:
        stops = _stops(one.names) if one.named else {}
        for naming, key in one.named:
            yield from _events(document, one, (naming.end, stops[naming.end]), key)
        whole = one.part or one.about
        if one.owner or (whole and "개요" in one.block.title):
            yield from _labelled(document, one.item, one.owner or whole)
        if not one.named:
            events = _events(document, one, (0, len(one.item.text)), one.owner or whole)
            yield from (e for e in events if e.key and (one.owner or e.stated.property == "construction"))


def _stops(found: Sequence[Naming]) -> dict[int, int]:
    """For each naming, by its end, how far what is said behind it reaches: to the next name."""
    stops: dict[int, int] = {}
    nearest: int | None = None
    for naming in sorted(found, key=lambda n: -n.end):
        stops.setdefault(naming.end, naming.end + _REACH if nearest is None else nearest)
        nearest = naming.start if nearest is None else min(nearest, naming.start)
    return stops


def _labelled(document: Document, item: Item, key: str) -> Iterator[Attribute]:
    """`위치/규모 : …/…` is two labels with two values."""
    for piece in item.pieces:
        if not (found := LABELLED.match(piece.text)):
            continue
        labels = (found["bracket"] or found["label"]).split("/")
        values = _parts(found["value"], found.start("value"), len(labels))
        for label, (start, end) in zip(labels, values, strict=False):
            attribute = label_of(label)
            if attribute == "spaces":
                yield Attribute(key, _spaces(document, item, piece, start))
            known = attribute not in ("", "budget", "spaces")
            for property, value in read_value(attribute, piece.text[start:end]) if known else []:
                yield Attribute(key, _stated(document, piece, (start, end), property, value))


def _parts(value: str, start: int, count: int) -> list[tuple[int, int]]:
    cuts = [m.start() for m in re.finditer("/", value)]
    if count == 1 or len(cuts) != count - 1:
        return [(start, start + len(value))]
    edges = [-1, *cuts, len(value)]
    return [(start + a + 1, start + b) for a, b in pairwise(edges)]


def _spaces(document: Document, item: Item, piece: Piece, start: int) -> Stated:
    """What a facility holds, as printed; a list that ends with a comma goes on in the next line."""
    at = item.pieces.index(piece)
    last = next((p for p in item.pieces[at:] if not p.text.rstrip().endswith(",")), item.pieces[-1])
    value, first = "", piece.start + start
    for one in item.pieces[at : item.pieces.index(last) + 1]:
        value = f"{value} {_CAPTION.sub('', one.text[start:] if one is piece else one.text)}"
    end = last.end - (len(last.text) - len(_CAPTION.sub("", last.text)))
    span = document.span(piece.line, first, last.line, end)
    return Stated("spaces", normal(value), normal(span.quote), span)


def _stated(document: Document, piece: Piece, at: tuple[int, int], property: str, value: str) -> Stated:
    start, end = piece.start + at[0], piece.start + at[1]
    span = document.line_span(piece.line, start, end)
    return Stated(property, value, normal(span.quote), span)


def _events(document: Document, one: Told, extent: tuple[int, int], key: str) -> Iterator[Attribute]:
    """Openings, progress of works and words of status behind a name."""
    for found, property, value in _found(one.item.text, extent, one.block):
        first, last = one.item.locate(found.start(), found.end())
        span = document.span(first.line, first.start, last.line, last.end)
        yield Attribute(key, Stated(property, value, normal(span.quote), span))


def _found(text: str, extent: tuple[int, int], block: Block) -> Iterator[tuple[re.Match[str], str, str]]:
    year = _BLOCK_YEAR.search(block.title)
    if found := _OPENING.search(text, *extent):
        yield found, "opening", date(found["before"] or found["after"])
    elif year and (found := _OPENED.search(text, *extent)):
        yield found, "opening", iso(year[1], found["month"], found["day"])
    if found := _BEGUN.search(text, *extent):
        yield found, "construction", f"{date(found['day'])}/"
    if found := _PROGRESS.search(text, *extent):
        yield found, "completion", found["rate"]
    for pattern, status in _status_words():
        if found := pattern.search(text, *extent):
            yield found, "status", status
            return


@cache
def _status_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(r["pattern"]), r["status"]) for r in rows("status_words"))
