"""The steps that one line of a schedule says, with their dates: before, behind, in brackets, in a chain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .fields import Item
from .periods import Term, term, terms
from .spacing import normal, squeeze

_COLON = re.compile(r"[:：]")
_ARROW = re.compile(r"\s*(?:[→⇒➡➠➔➜⇨▷▶►]|->|=>)\s*")
_LABELS = re.compile(
    r"(?:(?:추진|세부|주요|사업|행사)?(?:시기|일정|기간|일시|월별|구분|내용|사항|비고|단계|절차|항목|연번|계획))+"
)
_NUMBER = re.compile(r"\d{1,2}\s+(?=[가-힣])")
_OPEN = re.compile(r"(?:[,·ㆍ․･(]|및|또는|등의)\s*$")
_EDGES = " \t,;:：·-–∙→()[]<>"
_MOST_TERMS = 3
_LONGEST_DATE = 60


@dataclass(frozen=True, slots=True)
class Step:
    """A step, its ISO dates, the columns of its printed date (`first`, `last`) and of all of it (`at`, `behind`)."""

    text: str
    start: str
    end: str
    first: int
    last: int
    at: int
    behind: int


def steps_of(item: Item, year: int) -> list[Step]:
    """The steps of a logical line; dates that print no year are of `year`.

    >>> from .fields import items; from .source import document
    >>> steps_of(items(document(" ㅇ 공고(’25. 3월) → 선정(4월)", id="x").lines)[0], 2025)[1].start
    '2025-04'
    """
    text = item.text
    if one := _colon(text, year):
        return [one]
    links = [0, *(end for found in _ARROW.finditer(text) for end in found.span()), len(text)]
    places = list(zip(links[::2], links[1::2], strict=True))
    made = [step for start, end in places for step in _link(text, start, end, year)]
    if not made and not item.level and len(found := terms(text, year)) == 1:
        said = normal(f"{_clean(text[: found[0].first])} {_clean(text[found[0].last :])}")
        return _step(said, found[0], 0, len(text))
    return made


def is_label(words: str) -> bool:
    """Whether words only name a column or a date (`추진시기`, `일시`)."""
    return bool(_LABELS.fullmatch(squeeze(re.sub(r"[/·,]", "", words))))


def date_colon(text: str, year: int) -> tuple[re.Match[str], Term] | None:
    """The colon of a line behind which nothing but a date stands, and that date."""
    for colon in _COLON.finditer(text, max(0, len(text) - _LONGEST_DATE)):
        if when := term(text[colon.end() :], year):
            return colon, when
    return None


def is_open(text: str) -> bool:
    """Whether a line goes on: it ends with 및, a comma or inside a bracket."""
    return bool(_OPEN.search(text)) or text.count("(") > text.count(")")


def _colon(text: str, year: int) -> Step | None:
    """`step : date` or `date : step`."""
    if found := date_colon(text, year):
        colon, when = found
        return _first(_step(_clean(text[: colon.start()]), _moved(when, colon.end()), 0, len(text)))
    first = _COLON.search(text, 0, _LONGEST_DATE)
    if first and (before := term(text[: first.start()], year)):
        return _first(_step(_clean(text[first.end() :]), before, 0, len(text)))
    return None


def _link(text: str, start: int, end: int, year: int) -> list[Step]:
    """Steps with their dates in brackets behind them; else one step with its date before or behind it."""
    part = text[start:end]
    found = terms(part, year)
    dated = [t for t in found if part[: t.first].rstrip().endswith("(") and part[: t.first].strip(" (")]
    if dated:
        return list(_bracketed(text, (start, end), [_moved(t, start) for t in dated]))
    if not found or len(found) > _MOST_TERMS:
        return []
    head, tail = found[0], found[-1]
    if not part[: head.first].strip(_EDGES):
        return _step(_clean(part[head.last :].lstrip(" )]>")), _moved(head, start), start, end)
    if not part[tail.last :].strip(_EDGES):
        return _step(_clean(part[: tail.first].rstrip(" ([<")), _moved(tail, start), start, end)
    return []


def _bracketed(text: str, place: tuple[int, int], dated: Sequence[Term]) -> Iterator[Step]:
    """`준공(’25.8월), 개관(’25.11월)`: each date closes a step; what stands behind the last one belongs to it."""
    start, end = place
    for when in dated:
        close = text.find(")", when.last, end)
        behind = close + 1 if close >= 0 else end
        before = _clean(text[start : text.rfind("(", start, when.first + 1)])
        last = end if when is dated[-1] else behind
        yield from _step(normal(f"{before} {_clean(text[behind:last])}"), when, start, last)
        start = behind


def _step(words: str, when: Term, at: int, behind: int) -> list[Step]:
    return [Step(words, when.start, when.end, when.first, when.last, at, behind)] if words else []


def _first(steps: Sequence[Step]) -> Step | None:
    return steps[0] if steps else None


def _moved(when: Term, by: int) -> Term:
    return Term(when.start, when.end, when.first + by, when.last + by)


def _clean(text: str) -> str:
    """The words of a step without the marks around them and the number of its row."""
    said = normal(text).strip(" \t,;:：·-–∙ㅇ○→")
    return said[found.end() :] if (found := _NUMBER.match(said)) else said
