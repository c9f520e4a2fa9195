"""The stretches of a bullet of results: what labels each, the dates and figures in it, where its statement begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .headed import is_heading
from .periods import Term, term, terms
from .results_figures import figures
from .results_levels import Level, blanked, level_of, plain
from .results_phrases import is_doing
from .spacing import normal, squeeze
from .targets_cells import is_done
from .targets_figures import Quantity

EDGES = " \t,;:：·ㆍ※-–"
"""Marks that are no part of a clause or label."""

_PAREN = re.compile(r"\s*\((?P<label>[^()]{1,20})\)\s*(?=\S)")
_COLON = re.compile(r"[:：]")
_SPACED = re.compile(r"\s*\S(?:\s+\S)+\s*")
_INSIDE = re.compile(r"\([^()]*\)")
_FIGURE = re.compile(r"\d\s?[가-힣%]")
_NOTE = re.compile(r"\s*※\s*")
_CLOSED = re.compile(r"[)\]」｣]$|등$")
_SLASH = re.compile(r"\s+/\s+")
_LONGEST_LABEL = 60
_PAST_YEAR = re.compile(r"(?<![\d,.])(?P<year>20\d\d)(?![\d,.]|\s*[개명건회])")


@dataclass(frozen=True, slots=True)
class When:
    """A date in a line: ISO start and end, its columns, the printed words."""

    start: str
    end: str
    first: int
    last: int
    printed: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a bullet: its text, the level behind its label, that label (of a colon, in brackets), what the
    bullet above is about, its figures and dates, the date that it opens with, where figures and brackets end."""

    text: str
    body: Level
    label: str
    aside: str
    topic: str
    figures: tuple[Quantity, ...]
    dates: tuple[When, ...]
    leading: When | None
    ends: frozenset[int]


def label_of(text: str) -> str:
    """The label that a bullet opens with: `(홍보) …`, `공공형 : …`; empty without one."""
    return _label(text, _PAREN.match(text), _colon(text, level_of(text), terms(text[:_LONGEST_LABEL], 0)))


def _label(text: str, paren: re.Match[str] | None, colon: int | None) -> str:
    if colon is not None and (words := normal(_INSIDE.sub("", text[:colon])).strip(EDGES)):
        return words
    if paren is None:
        return ""
    return squeeze(paren["label"]) if _SPACED.fullmatch(paren["label"]) else normal(paren["label"])


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The bullet cut at a note behind it (※) and at slashes between labelled parts."""
    cuts = [m.span() for m in _NOTE.finditer(text) if m.start()]
    if text.count(":") > 1:
        cuts += [m.span() for m in _SLASH.finditer(text)]
    start = 0
    for at, following in sorted(cuts):
        if at >= start:
            yield start, at
            start = following
    yield start, len(text)


def read_stretch(text: str, topic: str, year: int, leading: When | None) -> Stretch:
    """A stretch with its label, figures and dates; `leading` is the date that the stretch before opens with."""
    whole = level_of(text)
    dates = tuple(_when(text, date) for date in terms(text, year) if date.start or date.end)
    found = tuple(figures(text, whole, [(d.first, d.last) for d in dates]))
    colon, paren = _colon(text, whole, dates), _PAREN.match(text)
    start = colon + 1 if colon is not None else paren.end() if paren else 0
    label = _label(text, None, colon)
    opening = next((d for d in dates if d.last <= start or _opens(text[min(start, d.first) : d.first])), None)
    if colon is not None and (alone := term(text[:colon], year)):
        opening, label = _when(text, alone), ""
    opening = opening or _past_year(label, year)
    body = Level(start, whole.end, tuple(part for part in whole.inner if part.start > start))
    ends = frozenset({*(q.end for q in found), *(part.end + 1 for part in whole.inner)})
    named, aside = _undated(label, dates), _label(text, paren, None)
    return Stretch(text, body, named, aside, topic, found, dates, opening or leading, ends)


def _opens(words_before: str) -> bool:
    """Whether a date opens a line: nothing, or one word that is no doing, stands before it (`2년간(’23.~’24년) …`)."""
    said = words_before.strip(EDGES + "(")
    return len(said.split()) <= 1 and not is_doing(said) and not (said and "(" not in words_before)


def _when(text: str, date: Term) -> When:
    return When(date.start, date.end, date.first, date.last, printed_date(text, date))


def printed_date(text: str, date: Term) -> str:
    """A date as printed, without the day of the week behind it."""
    said = text[date.first : date.last]
    return normal(said if said.count("(") == said.count(")") else said[: said.rfind("(")])


def _past_year(label: str, year: int) -> When | None:
    """`박람회 2024 : …`: a bare year before the report's in a label."""
    found = _PAST_YEAR.search(label)
    if found is None or int(found["year"]) >= year:
        return None
    return When(found["year"], found["year"], *found.span(), found["year"])


def _undated(label: str, dates: Sequence[When]) -> str:
    """A label without the date that it opens with (`’24년 영상 제작지원`); one that only says 실적 names nothing."""
    first = next((d for d in dates if d.first == 0), None)
    said = label[first.last :].strip(EDGES) if first and first.last <= len(label) else label
    return "" if is_heading(said, "result") else said


def _colon(text: str, whole: Level, dates: Sequence[When | Term]) -> int | None:
    """The colon behind a label: outside brackets, with no figure before it but dates."""
    if not _COLON.search(text, 0, _LONGEST_LABEL):
        return None
    visible = plain(text, whole)
    found = _COLON.search(visible, 0, _LONGEST_LABEL)
    if found is None or not visible[: found.start()].strip():
        return None
    for date in dates:
        visible = blanked(visible, date.first, date.last)
    return None if _FIGURE.search(visible, 0, found.start()) else found.start()


def is_whole(text: str) -> bool:
    """Whether a line is complete and does not go on below: a word of doing, a figure or a closing bracket ends it."""
    return text.count("(") <= text.count(")") and (is_done(text) or bool(_CLOSED.search(text.rstrip())))
