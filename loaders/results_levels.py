"""The nesting of a line of results: its brackets as levels, each level cut into clauses that state figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

_BRACKET = re.compile(r"[()\[\]]")
_DEEPEST = 4
_BORDER = re.compile(r"(?<!\d),|,(?!\d{3})|;|(?<=\s)(?:및|그리고)(?=\s)|[→⇒⇨➡➠※]|(?<!\d)/|/(?!\d)|[·ㆍ․･‧∙]")
_DOTS = "·ㆍ․･‧∙"
HIDDEN = "\x02"
"""What stands in a level's text for the brackets inside it."""


@dataclass(frozen=True, slots=True)
class Level:
    """What stands inside one pair of brackets (or the whole line): its columns, the brackets inside it."""

    start: int
    end: int
    inner: tuple[Level, ...] = ()


def level_of(text: str) -> Level:
    """The whole line with its brackets; one that is never closed ends with the line, a lone closing one is none."""
    open_at: list[int] = []
    inner: list[list[Level]] = [[]]
    for found in _BRACKET.finditer(text):
        if found[0] in "([":
            if len(open_at) < _DEEPEST:
                open_at.append(found.end())
                inner.append([])
        elif open_at:
            made = Level(open_at.pop(), found.start(), tuple(inner.pop()))
            inner[-1].append(made)
    while open_at:
        made = Level(open_at.pop(), len(text), tuple(inner.pop()))
        inner[-1].append(made)
    return Level(0, len(text), tuple(inner[0]))


def plain(text: str, level: Level) -> str:
    """A level's text with the brackets inside it hidden; nothing moves."""
    made = text[level.start : level.end]
    for part in level.inner:
        made = blanked(made, part.start - 1 - level.start, part.end + 1 - level.start, HIDDEN)
    return made


def blanked(text: str, start: int, end: int, by: str = " ") -> str:
    """The text with these columns blank."""
    first, last = max(0, start), min(len(text), end)
    return f"{text[:first]}{by * (last - first)}{text[last:]}" if first < last else text


def clauses(level: Level, plain_text: str, figures: Sequence[int], ends: Container[int]) -> Iterator[Level]:
    """The level cut at commas, 및, slashes and arrows where both sides state a figure; at a dot only behind a figure.

    `figures` are the columns where the line's figures begin, rising; `ends` where figures and brackets end.
    """
    start = level.start
    for border in _BORDER.finditer(plain_text):
        at, behind = border.start() + level.start, border.end() + level.start
        if border[0] in _DOTS and at not in ends:
            continue
        if _any(figures, start, at) and _any(figures, behind, level.end):
            yield _part(level, start, at)
            start = behind
    yield _part(level, start, level.end)


def _any(columns: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(columns, start)
    return at < len(columns) and columns[at] < end


def _part(level: Level, start: int, end: int) -> Level:
    return Level(start, end, tuple(part for part in level.inner if start <= part.start - 1 < end))
