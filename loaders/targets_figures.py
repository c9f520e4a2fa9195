"""Figures in words: `1조 2,500억원`, `4만명`, `5,000여 명` as a plain number and what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .knowledge import rows
from .spacing import squeeze

_SCALES = {
    "조": 10**12,
    "천억": 10**11,
    "백억": 10**10,
    "십억": 10**9,
    "억": 10**8,
    "천만": 10**7,
    "백만": 10**6,
    "십만": 10**5,
    "만": 10**4,
    "천": 10**3,
    "백": 10**2,
}
_MONEY = {"조": "조원", "억": "억원", "백만": "백만원", "만": "만원", "천": "천원"}
_SCALE = "(?:" + "|".join(_SCALES) + ")"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,4})?"
_BEHIND = rf"(?:\s?(?:{_NUMBER})\s?{_SCALE}|(?:{_NUMBER})|\s\d{{1,3}}(?:,\d{{3}})+)?"
_FIGURES = rf"(?P<figures>(?:{_NUMBER})(?:\s?{_SCALE}{_BEHIND})?)"
_PART = re.compile(rf"({_NUMBER})\s?({_SCALE})?")
_PARTICLE = "을를이가은는의에로과와도씩당까내규등만부"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A plain decimal number, what it counts (money in the printed unit), and its columns."""

    value: str
    unit: str
    start: int
    end: int


def quantities(text: str) -> list[Quantity]:
    """The figures of a text that count something; dates, ordinals and bare numbers are none.

    >>> [(q.value, q.unit) for q in quantities("1조 2,500억원 조성, 4만명 관람, 5천억 펀드, 제2회")]
    [('12500', '억원'), ('40000', '명'), ('5000', '억원')]
    """
    return [_quantity(found) for found in _pattern().finditer(text) if not _is_order(found)]


def _is_order(found: re.Match[str]) -> bool:
    """Whether a number names or orders (`3대 강국`, `1인 미디어`) instead of counting."""
    behind = found.string[found.end() : found.end() + 2].strip()
    one = len(found["figures"]) == 1
    return one and bool(behind) and "가" <= behind[0] <= "힣" and found["unit"] in ("대", "인")


def _quantity(found: re.Match[str]) -> Quantity:
    parts = [(Decimal(n.replace(",", "")), scale) for n, scale in _PART.findall(found["figures"])]
    unit = squeeze(found["unit"] or "")
    total = sum((number * _SCALES.get(scale, 1) for number, scale in parts), Decimal(0))
    if unit == "원" or not unit:
        last = parts[-1][1]
        base = next((b for b in _MONEY if last.endswith(b)), "")
        total, unit = total / _SCALES.get(base, 1), _MONEY.get(base, "원")
    value = format(total.normalize(), "f")
    return Quantity(value, unit, found.start(), found.end())


@cache
def counters() -> frozenset[str]:
    """The reviewed words that count (`명`, `개소`, `건`)."""
    return frozenset(squeeze(r["unit"]) for r in rows("counters") if r["counts"])


@cache
def _pattern() -> re.Pattern[str]:
    """A number, its scale and a reviewed counter, or a short word of any other kind that no row calls an order."""
    counts = sorted((r["unit"] for r in rows("counters") if r["counts"]), key=lambda u: (-len(u), u))
    orders = sorted((r["unit"] for r in rows("counters") if not r["counts"]), key=lambda u: (-len(u), u))
    korean = [u for u in counts if "가" <= u[0] <= "힣" and u != "개"]
    hangul = "|".join(r"\s?".join(u.split()) for u in korean)
    other = "|".join(re.escape(u) for u in counts if not "가" <= u[0] <= "힣")
    known = rf"(?:{hangul})(?=[{_PARTICLE}]|[^가-힣]|$)|개(?!월|년)|(?:{other})(?![A-Za-z])"
    unit = rf"(?!\s?(?:{'|'.join(orders)})(?![가-힣]))(?:{known}|(?<=\d)[가-힣]{{1,2}}(?![가-힣]))"
    money = r"(?<=[억조])(?!\s?(?:원|명|개|달러|불|\$))"
    return re.compile(rf"(?<![\dA-Za-z.,’'제-]){_FIGURES}(?:\s?여)?(?:\s?(?P<unit>{unit})|{money})")
