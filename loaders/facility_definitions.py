"""Names that sound like places, but that the document itself explains as something else than a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .facility_names import clean, facility_key, refused
from .knowledge import alternatives
from .outline import LONGEST_LINE
from .source import Document
from .spacing import normal

_NUMBER = re.compile(r"^\s*(?:\d{1,2}\)|[*※ㅇ○◦-]|[①-⑳])*\s*")


def not_places(document: Document, city: str) -> frozenset[str]:
    """The keys of names that a definition calls a programme, a project, an event, a web site …"""
    return frozenset(facility_key(name, city) for name in _defined(document))


def _defined(document: Document) -> Iterator[str]:
    for line in document.lines:
        text = normal(line.text[:LONGEST_LINE])
        if found := _definition().search(text):
            name, _, what = text[: found.start()].replace("：", ":").partition(":")
            if what.strip() and refused(what.strip()):
                yield clean(_NUMBER.sub("", name))


@cache
def _definition() -> re.Pattern[str]:
    """The words with which a definition ends, and the particle before them."""
    return re.compile(rf"\s?(?:을|를)?\s?(?:{alternatives('definition_words', 'word')})")
