"""The parts of a sum in a text, by who pays: `4,000백만원(국비 2,400, 시비 1,600)`, `705백만원(구비)`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..ontology.records.money import UNITS
from .amounts import won
from .knowledge import alternatives, rows
from .overview import MONEY, money_unit, money_won

_BARE = re.compile(
    r"(?>\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d|[,.]\d|\s*(?:%|퍼센트|개|건|명|회|년|조|억|만|천|백|대\s*\d))"
)
_SHARE = re.compile(r"\s*(?:\(\s*[\d.]+\s*%\s*\))?\s*[:：]?\s*")
_ALL = re.compile(r"\s*(?:100\s*%)?\s*\)")
_OPEN = re.compile(r"\(\s*(?:전액|모두|100\s*%)?\s*$")
_SHORT = re.compile(r"(?<![가-힣])(?P<source>국|시|구|도|군|민)\s?(?=\d[\d,.]*(?!\s*[%\d]))")
_JOINT = re.compile(r"[가-힣]\s?[·ㆍ/+]\s?$")
_RATIOS = (10, 100)
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Share:
    """What one source pays: its word, the sum in won, the sum as printed, its unit, its columns; where both begin."""

    word: str
    won: int
    printed: str
    unit: str
    start: int
    end: int
    first: int


def shares(text: str, unit: str = "") -> list[Share]:
    """The parts that a text states, in order; `unit` is that of a sum above, for parts that print none.

    Per cent are no sums, nor are bare numbers that only add up to 100 or 10 (`국비 50 : 시비 50`).
    >>> [(s.word, s.won) for s in shares("4,000백만원(국비 2,400, 시비 1,600)")]
    [('국비', 2400000000), ('시비', 1600000000)]
    """
    sums = list(MONEY.finditer(text))
    found = [*_named(text, sums, unit)]
    found += [] if found else _short(text, sums)
    bare = [s for s in found if not MONEY.fullmatch(s.printed)]
    if bare and sum(int(float(s.printed.replace(",", ""))) for s in bare) in _RATIOS and not _adds_up(bare, sums):
        found = [s for s in found if s not in bare]
    return found


def source_of(word: str, city: str = "") -> str:
    """The code of a source's word; in a province's own report its 도비 stands where a city's 시비 does."""
    if word == "도비" and city.endswith("도"):
        return "city"
    return next((r["source"] for r in rows("funding_sources") if r["word"] in (word, f"{word}비")), "private")


def unit_of(text: str) -> str:
    """The unit of the first sum of a text, or an empty string."""
    found = MONEY.search(text)
    return money_unit(found[0]) if found else ""


def _named(text: str, sums: Sequence[re.Match[str]], unit: str) -> Iterator[Share]:
    for found in _sources().finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if _JOINT.search(before):
            continue
        behind = _SHARE.match(text, found.end())
        at = behind.end() if behind else found.end()
        if money := MONEY.match(text, at):
            yield from _share(found["word"], text, (at, money.end()), money_unit(money[0]), found.start())
        elif bare := _BARE.match(text, at):
            yield from _share(
                found["word"], text, (at, bare.end()), _unit_before(text, sums, at) or unit, found.start()
            )
        elif _OPEN.search(before) and _ALL.match(text, found.end()):
            yield from _whole(found["word"], text, sums, found.start())


def _whole(word: str, text: str, sums: Sequence[re.Match[str]], at: int) -> Iterator[Share]:
    """The sum right before brackets that hold nothing but its source."""
    if total := _before(sums, at):
        yield from _share(word, text, total.span(), money_unit(total[0]), at)


def _short(text: str, sums: Sequence[re.Match[str]]) -> list[Share]:
    """`4,000백만원(국 2,000, 시 2,000)`: single letters, in brackets behind a sum to which they add up."""
    made: list[Share] = []
    for found in _SHORT.finditer(text):
        money = MONEY.match(text, found.end()) or _BARE.match(text, found.end())
        total = _before(sums, found.start())
        if money and total and "(" in text[total.end() : found.start()]:
            unit = unit_of(money[0]) or _unit_before(text, sums, found.start())
            made += _share(found["source"], text, money.span(), unit, found.start())
    return made if len(made) > 1 and _adds_up(made, sums) else []


def _adds_up(parts: Sequence[Share], sums: Sequence[re.Match[str]]) -> bool:
    total = sum(s.won for s in parts)
    return any(money_won(m[0]) == total for m in sums)


def _unit_before(text: str, sums: Sequence[re.Match[str]], at: int) -> str:
    """The unit of the last sum before a place that no other part has."""
    total = _before(sums, at)
    return money_unit(total[0]) if total else ""


def _before(sums: Sequence[re.Match[str]], at: int) -> re.Match[str] | None:
    """The last sum that ends before a place."""
    index = bisect_right(sums, at, key=lambda found: found.end())
    return sums[index - 1] if index else None


def _share(word: str, text: str, place: tuple[int, int], unit: str, first: int) -> Iterator[Share]:
    printed = text[slice(*place)]
    value = money_won(printed) if MONEY.fullmatch(printed) else won(printed, unit) if unit in UNITS else None
    if value:
        yield Share(word, value, printed, unit, *place, min(place[0], first))


@cache
def _sources() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])(?P<word>{alternatives('funding_sources', 'word')})(?![가-힣])")
