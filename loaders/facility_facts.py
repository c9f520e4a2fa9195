"""What the text states of a facility: labelled items under its name (위치, 규모 …), openings, progress, status."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from .facility_names import read_item
from .facility_tables import Stated
from .facility_text import namings
from .facility_values import label_of, read_value
from .fields import Block, Item, Piece, blocks, items
from .knowledge import rows
from .periods import date, iso
from .source import Document, Line
from .spacing import normal

_LABELLED = re.compile(
    r"\s*(?:\((?P<bracket>[가-힣\s/]{2,12})\)|(?P<label>[가-힣\s/]{2,12}?)\s*[:：])\s*(?P<value>\S.*)$"
)
_OPEN = r"(?:정식\s*)?(?:개관|(?<!\d)(?<!\d )개소|개원|개장)"
_DAY = r"(?:[’‘'](?:20)?|(?<!\d)20)\d\d\s*[.년]\s*\d{1,2}\s*[.월]?(?:\s*\d{1,2}\s*\.?)?"
_OPENING = re.compile(rf"(?P<before>{_DAY})\s*{_OPEN}(?:\s*예정)?|{_OPEN}(?:\s*예정)?\s*[(:：]\s*(?P<after>{_DAY})")
_OPENED = re.compile(rf"{_OPEN}\s*\((?P<month>\d{{1,2}})\.\s*(?P<day>\d{{1,2}})\.?\)")
_BEGUN = re.compile(rf"(?P<day>{_DAY})\s*착공(?!식|\s*예정)")
_PROGRESS = re.compile(r"누계\s*공정률\s*(?P<rate>\d{1,3}(?:\.\d+)?)\s*%")
_BLOCK_YEAR = re.compile(r"\(\s*(20\d\d)\s*년")
_REACH = 70


@dataclass(frozen=True, slots=True)
class Attribute:
    """A stated property with the key of the facility that it belongs to."""

    key: str
    stated: Stated


def read_facts(
    document: Document, lines: Sequence[Line], key_of: Callable[[str], str], title: str = ""
) -> Iterator[Attribute]:
    """The attributes of one section. `key_of` gives the key of a known facility's name, or an empty string.

    The labelled items of a 개요 and the beginning of works (착공), under no other name, are of the facility that the
    section's `title` is about.
    """
    about = key_of(named.name) if (named := read_item(title)) else ""
    for block in blocks(lines):
        current = ""
        for item in items(block.lines):
            namings_here = list(namings(item))
            here = [(n, key) for n in namings_here if (key := key_of(n.name))]
            acted = [key for n, key in here if n.action and n.relation in ("operates", "builds")]
            leading = acted or [key for n, key in here if n.leading or n.quoted]
            if item.level and item.level <= 2:
                current = leading[0] if leading else ""
            elif leading and not _LABELLED.match(item.text):
                current = leading[0]
            for naming, key in here:
                stop = min((n.start for n in namings_here if n.end > naming.end), default=naming.end + _REACH)
                yield from _events(document, block, item, (naming.end, stop), key)
            if current or (about and "개요" in block.title):
                yield from _labelled(document, item, current or about)
            if not here:
                events = _events(document, block, item, (0, len(item.text)), current or about)
                yield from (e for e in events if e.key and (current or e.stated.property == "construction"))


def _labelled(document: Document, item: Item, key: str) -> Iterator[Attribute]:
    """`위치/규모 : …/…` is two labels with two values."""
    for piece in item.pieces:
        if not (found := _LABELLED.match(piece.text)):
            continue
        labels = (found["bracket"] or found["label"]).split("/")
        values = _parts(found["value"], found.start("value"), len(labels))
        for label, (start, end) in zip(labels, values, strict=False):
            attribute = label_of(label)
            for property, value in read_value(attribute, piece.text[start:end]) if attribute else []:
                yield Attribute(key, _stated(document, piece, (start, end), property, value))


def _parts(value: str, start: int, count: int) -> list[tuple[int, int]]:
    cuts = [m.start() for m in re.finditer("/", value)]
    if count == 1 or len(cuts) != count - 1:
        return [(start, start + len(value))]
    edges = [-1, *cuts, len(value)]
    return [(start + a + 1, start + b) for a, b in pairwise(edges)]


def _stated(document: Document, piece: Piece, at: tuple[int, int], property: str, value: str) -> Stated:
    start, end = piece.start + at[0], piece.start + at[1]
    span = document.line_span(piece.line, start, end)
    return Stated(property, value, normal(span.quote), span)


def _events(document: Document, block: Block, item: Item, extent: tuple[int, int], key: str) -> Iterator[Attribute]:
    """Openings, progress of works and words of status behind a name."""
    text = item.text[: extent[1]]
    for found, property, value in _found(text, extent[0], block):
        first, last = item.locate(found.start(), found.end())
        span = document.span(first.line, first.start, last.line, last.end)
        yield Attribute(key, Stated(property, value, normal(span.quote), span))


def _found(text: str, start: int, block: Block) -> Iterator[tuple[re.Match[str], str, str]]:
    year = _BLOCK_YEAR.search(block.title)
    if found := _OPENING.search(text, start):
        yield found, "opening", date(found["before"] or found["after"])
    elif year and (found := _OPENED.search(text, start)):
        yield found, "opening", iso(year[1], found["month"], found["day"])
    if found := _BEGUN.search(text, start):
        yield found, "construction", f"{date(found['day'])}/"
    if found := _PROGRESS.search(text, start):
        yield found, "completion", found["rate"]
    for pattern, status in _status_words():
        if found := pattern.search(text, start):
            yield found, "status", status
            return


@cache
def _status_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(r["pattern"]), r["status"]) for r in rows("status_words"))
