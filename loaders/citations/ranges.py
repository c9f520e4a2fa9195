"""Ranges of provisions taken apart: 제20조제3항~제5항 is three. What may lie between two ends is not looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .provisions import Provision, read_provisions

_SUBITEMS = "가나다라마바사아자차카타파하"
_LEVELS = ("article", "branch", "paragraph", "item", "item_branch", "subitem")
_MOST = 500
_CHAPTERS = re.compile(r"제(\d{1,2})([편장절관])~제(\d{1,2})([편장절관])")


def expanded(articles: Iterable[str]) -> tuple[str, ...]:
    """The canonical wordings with each range as its members, each once; a range across levels as its two ends.

    >>> expanded(("제2조", "제20조제3항~제5항"))
    ('제2조', '제20조제3항', '제20조제4항', '제20조제5항')
    """
    return tuple(dict.fromkeys(one for wording in articles for one in _members(wording)))


def _members(wording: str) -> Iterator[str]:
    head, tilde, tail = wording.partition("~")
    first = read_provisions(head, 0).last
    last = read_provisions(tail, 0, first).last if tilde else None
    if (chapters := _CHAPTERS.fullmatch(wording)) and chapters[2] == chapters[4]:
        yield from (f"제{n}{chapters[2]}" for n in range(int(chapters[1]), int(chapters[3]) + 1))
        return
    if first is None or last is None:
        yield wording
        return
    yield from map(str, _between(first, last))


def _between(first: Provision, last: Provision) -> list[Provision]:
    """The provisions from first to last, both included, if they differ in one number or letter alone."""
    level = next((level for level in _LEVELS if getattr(first, level) != getattr(last, level)), "")
    if {first, last} == {Provision(first.article, first.branch), Provision(last.article, last.branch)}:
        return _articles(first, last) or [first, last]
    if not level or first.annex != last.annex or _with(first, level, getattr(last, level)) != last:
        return [first, last]
    values = _letters(first.subitem, last.subitem) if level == "subitem" else _numbers(first, last, level)
    return [_with(first, level, value) for value in values] or [first, last]


def _articles(first: Provision, last: Provision) -> list[Provision]:
    """Whole articles: 제38조의2~제40조 is 제38조의2, 제39조, 제40조, and 제39조~제40조의2 ends with 제40조의2."""
    if first.article == last.article:
        return [Provision(first.article, n) for n in range(first.branch, last.branch + 1) if n != 1]
    between = [Provision(n) for n in range(first.article + 1, last.article + 1)] if _near(first, last) else []
    branches = [Provision(last.article, n) for n in range(2, last.branch + 1)]
    return [first, *between, *branches] if between else []


def _near(first: Provision, last: Provision) -> bool:
    return 0 < last.article - first.article < _MOST


def _with(provision: Provision, level: str, value: int | str) -> Provision:
    return replace(provision, **{level: value})  # type: ignore[arg-type]


def _numbers(first: Provision, last: Provision, level: str) -> list[int]:
    """From one number to the other; there is no 제N조의1. None if it does not ascend or is too long to be meant."""
    low, high = getattr(first, level), getattr(last, level)
    numbers = list(range(low, high + 1)) if high - low < _MOST else []
    return [n for n in numbers if n != 1] if level.endswith("branch") else numbers


def _letters(first: str, last: str) -> str:
    return _SUBITEMS[_SUBITEMS.find(first) : _SUBITEMS.find(last) + 1] if first and last else ""
