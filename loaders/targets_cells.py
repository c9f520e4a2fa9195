"""The aims that one cell or bullet states: a figure each, split where two figures stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .fields import Item
from .knowledge import words
from .spacing import normal
from .targets_figures import Quantity, quantities

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_SPLIT = re.compile(
    r"(?P<comma>\s*[,;](?!\d{3})\s*)|(?P<arrow>\s*[→⇒➡➠⇨]\s*)|(?P<and>\s+및\s+|\s+/\s+)"
    r"|(?P<then>(?<=[가-힣])(?:하여|하고|하며)\s+)|(?P<dot>\s*[·∙•▪￭▸]\s+)"
)
_EDGES = " \t,;·∙•▪￭▸‣→-–"
_OPEN = re.compile(r"(?:[,·ㆍ․･]|및|또는|등의|위한|통한|대한|[을를의에와과])$")


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim: its columns in the text of the logical line, its words, its figure (or none)."""

    start: int
    end: int
    text: str
    value: str
    unit: str


def aims(item: Item) -> list[Aim]:
    """The aims of a cell, in order; a cell without any figure is one aim.

    >>> from .fields import items; from .source import document
    >>> cell = items(document("5개소 신규 조성, 총 25개소 운영(누적)", id="x").lines)[0]
    >>> [(a.text, a.value, a.unit) for a in aims(cell)]
    [('5개소 신규 조성', '5', '개소'), ('총 25개소 운영(누적)', '25', '개소')]
    """
    made = []
    for start, end in _chunks(item):
        words_of = item.text[start:end]
        at = start + len(words_of) - len(words_of.lstrip(_EDGES))
        behind = start + len(words_of.rstrip(_EDGES))
        if at < behind:
            found = figure_of(item.text[at:behind])
            text = normal(item.text[at:behind])
            made.append(Aim(at, behind, text, found.value if found else "", found.unit if found else ""))
    return made


def figure_of(text: str) -> Quantity | None:
    """The figure of an aim: the last one outside brackets (`152개 학과 총 5,909명`), else the first inside."""
    outside = quantities(outside_brackets(text))
    if outside:
        return outside[-1]
    return next(iter(quantities(text)), None)


def outside_brackets(text: str) -> str:
    """The text with its brackets blanked; every other character stays in its place."""
    return _BRACKETS.sub(lambda m: " " * len(m[0]), text)


def is_done(text: str) -> bool:
    """Whether words are complete: they end with a word of doing (`조성`), a figure or a bracket, not in the middle."""
    plain = re.sub(r"\s*(?:등|예정|중)$", "", outside_brackets(text).rstrip(" ."))
    if text.count("(") > text.count(")"):
        return False
    if plain.endswith(_doing()):
        return True
    found = quantities(plain)
    return not _OPEN.search(plain) and bool(found and found[-1].end == len(plain.rstrip()))


@cache
def _doing() -> tuple[str, ...]:
    return tuple(sorted(words("doing_words", "word")))


def _chunks(item: Item) -> Iterator[tuple[int, int]]:
    """The columns of each aim: borders are taken from left to right, each judged by what stands on both sides."""
    text = outside_brackets(item.text)
    marks = list(_marks(text))
    inside = {column for at, behind, _ in marks for column in range(at, behind)}
    borders = sorted([*marks, *(joint for joint in _joints(item) if joint[0] not in inside)])
    start = 0
    for index, (at, behind, kind) in enumerate(borders):
        end = borders[index + 1][0] if index + 1 < len(borders) else len(text)
        if at >= start and _parts(text[start:at], text[behind:end], kind):
            yield start, at
            start = behind
    yield start, len(text)


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _SPLIT.finditer(text):
        yield found.start(), found.end(), found.lastgroup or ""


def _joints(item: Item) -> Iterator[tuple[int, int, str]]:
    """Where a new printed line begins."""
    at = 0
    for piece in item.pieces[:-1]:
        at += piece.end - piece.start
        yield at, at + 1, "line"
        at += 1


def _parts(left: str, right: str, kind: str) -> bool:
    """Whether two aims meet at a border."""
    if kind == "dot":
        return bool(left.strip())
    if not quantities(right):
        return False
    if not quantities(left):
        return kind == "comma" and is_done(left)
    if kind == "arrow":
        return is_done(left) and quantities(left)[-1].end < len(left.rstrip())
    return kind in ("comma", "then") or is_done(left)
