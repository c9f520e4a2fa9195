"""Short names that the document itself declares: `가온진흥원(GIPA)`, `GIPA(가온진흥원)`, `누리공단(이하 ‘공단’)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ..ontology.fold import loose_key
from ..ontology.records import Span
from .partners_mentions import mentions
from .partners_names import Named, country, is_generic, known
from .source import Document, Line

_BRACKET = re.compile(r"\((?:이하\s*)?[‘“'\"]?(?P<right>[가-힣A-Za-z&][가-힣A-Za-z& -]{1,30})[’”'\"]?\)")
_LEFT = re.compile(r"[가-힣A-Za-z&]+(?=\*?\s?$)")
_PHRASE = re.compile(r"[A-Za-z][A-Za-z& -]*[A-Za-z](?=\s?$)")
_CAPITALS = re.compile(r"[A-Z][A-Za-z&-]{1,9}")
_SHORTEST, _REACH, _MOST = 2, 50, 20


@dataclass(frozen=True, slots=True)
class Declared:
    """A short name, the organisation that it stands for, and where the document says so."""

    short: str
    named: Named
    span: Span


def declarations(document: Document) -> list[Declared]:
    """Every short name that stands in brackets behind an organisation's full name, or the other way round."""
    made: dict[str, Declared] = {}
    for line in document.lines:
        if "(" in line.text:
            for found in _in_line(document, line):
                made.setdefault(loose_key(found.short), found)
    return list(made.values())


def _in_line(document: Document, line: Line) -> Iterator[Declared]:
    for found in islice(_BRACKET.finditer(line.text), _MOST):
        first = max(0, found.start() - _REACH)
        before, right = line.text[first : found.start()], found["right"].strip()
        if (left := _LEFT.search(before)) is None:
            continue
        span = document.line_span(line, first + left.start(), found.end())
        if named := _ending(before[: left.end()]):
            if _is_short(right, named.name):
                yield Declared(right, named, span)
        elif (phrase := _PHRASE.search(before)) and (named := _whole(right)) and loose_key(phrase[0]) not in known():
            yield Declared(phrase[0], named, document.line_span(line, first + phrase.start(), found.end()))


def _ending(text: str) -> Named | None:
    """The organisation whose name ends the text."""
    found = mentions(text, {})
    return found[-1].named if found and found[-1].end == len(text) and found[-1].named.kind != "company" else None


def _whole(text: str) -> Named | None:
    found = mentions(text, {})
    return found[0].named if len(found) == 1 and found[0].start == 0 and found[0].end == len(text) else None


def _is_short(short: str, name: str) -> bool:
    """Capitals, or Hangul whose letters stand in the name in this order; never a generic word or another name."""
    if loose_key(short) in known() or len(short) < _SHORTEST or is_generic(short) or country().match(short):
        return False
    if _CAPITALS.fullmatch(short):
        return True
    letters = iter(name)
    return len(short) < len(name) and all(letter in letters for letter in short)


def by_key(found: Sequence[Declared]) -> Mapping[str, Named]:
    """The declared organisations by the key of their short name."""
    return {loose_key(d.short): d.named for d in found}
