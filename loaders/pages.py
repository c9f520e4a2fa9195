"""What belongs to the page and not to the text: page numbers, and heads that repeat the report's title or bureau."""

from __future__ import annotations

import re

from ..ontology.records import Source
from .issuer import own_names
from .source import Document
from .spacing import squeeze

_NUMBER = re.compile(r"\s*[-–—]\s*(?P<number>\d{1,3})\s*[-–—]\s*")
_YEAR = r"(?:20)?\d\d년도?|[상하]반기|\d/?4?분기|[’‘'().·\-]"
_LONGEST = 60


def furniture(document: Document, source: Source, first: int) -> frozenset[int]:
    """The numbers of the lines from line `first` on that stand on the page and not in the text."""
    return frozenset({*_page_numbers(document), *_running_heads(document, source, first)})


def _page_numbers(document: Document) -> list[int]:
    """Lines such as `- 12 -`, if there are several and they go on rising."""
    found = [(line.number, int(m["number"])) for line in document.lines if (m := _NUMBER.fullmatch(line.text))]
    numbers = [number for _, number in found]
    rising = len(set(numbers)) == len(numbers) and numbers == sorted(numbers)
    return [line for line, _ in found] if len(found) > 1 and rising else []


def _running_heads(document: Document, source: Source, first: int) -> list[int]:
    """Lines that are nothing but the city, the bureau, the title and a year, bureau or title among them."""
    title = squeeze(source.title)
    telling = sorted({w for w in (title, re.sub(_YEAR, "", title), source.bureau) if w}, key=lambda w: (-len(w), w))
    if not telling:
        return []
    words = "|".join(map(re.escape, telling))
    other = "|".join([*map(re.escape, own_names(source.city)), _YEAR])
    head = re.compile(rf"(?:{other})*(?:{words})(?:{words}|{other})*")
    lines = (line for line in document.lines if line.number >= first and len(line.text) <= _LONGEST)
    return [line.number for line in lines if head.fullmatch(squeeze(line.text))]
