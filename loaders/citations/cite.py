"""The citations of a text as rows: found and resolved, every range and list of articles taken apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...ontology.fold import unify
from .back import Declared, with_references
from .basis import find_basis
from .mentions import find_mentions
from .models import Found
from .ranges import expanded
from .register import Register

_END = re.compile(r"\r\n|\n|\r")
_FIELD = re.compile(r"[\s\Wㅇ○]*(?P<label>[가-힣 ]{0,8}근\s*거(?:\s*법\s*령)?|관[련계]\s*법\s*[령규])\s*[:：]")


@dataclass(frozen=True, slots=True)
class Cited:
    """One cited law of a line: `line` 1-based, `seq` its place in the line from 1, `articles` one by one, `text` the
    citation as printed."""

    line: int
    seq: int
    found: Found
    articles: tuple[str, ...]
    text: str


def cite(text: str, *, register: Register, city: str = "", document: bool = False) -> list[Cited]:
    """The laws cited in a text, in order; each line is a context of its own unless it is one running `document`.

    >>> [c.articles for c in cite("고등교육법 제20조제3항부터 제5항까지", register=Register.bundled())]
    [('제20조제3항', '제20조제4항', '제20조제5항')]
    """
    if document:
        return list(_numbered(text, find(text, register=register, city=city)))
    return [
        Cited(number, seq, found, expanded(found.articles), line[found.start : found.end])
        for number, line in enumerate(_END.split(text), 1)
        for seq, found in enumerate(find(line, register=register, city=city), 1)
    ]


def find(text: str, *, register: Register, city: str = "", declared: tuple[Declared, ...] = ()) -> list[Found]:
    """The citations of one context, references back to them included; a line with a 근거 label is read as a field.

    Offsets are those of `text`; `declared` are short names that hold before it begins.
    """
    label = _FIELD.match(text)
    start = label.end() if label else 0
    part = text[start:]
    read = find_basis if label else find_mentions
    found = with_references(part, unify(part), read(part, city=city, register=register), declared)
    return [_moved(citation, start) for citation in found] if start else found


def _moved(found: Found, by: int) -> Found:
    places = {name: getattr(found, name) + by for name in ("start", "end", "name_start", "name_end")}
    return replace(found, **places)


def _numbered(text: str, found: list[Found]) -> Iterator[Cited]:
    seen: Counter[int] = Counter()
    for citation in found:
        line = len(_END.findall(text, 0, citation.start)) + 1
        seen[line] += 1
        printed = text[citation.start : citation.end]
        yield Cited(line, seen[line], citation, expanded(citation.articles), printed)


def render(found: Found) -> str:
    """The citation in its standard form: the title in 「」, its provisions behind it.

    >>> [render(c.found) for c in cite("고등교육법 제3조 및 제4조의2", register=Register.bundled())]
    ['「고등교육법」 제3조, 제4조의2']
    """
    return " ".join(filter(None, (f"「{found.law.title}」", ", ".join(found.articles))))
