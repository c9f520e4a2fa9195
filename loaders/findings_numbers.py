"""Figures in running text as printed figures: `582억`, `4억 2,000만원`, `12,980명`, `4.8만㎡`."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache
from operator import attrgetter

from ..ontology.records import Span
from .findings_figures import ONE, Figure, Printed, figure_of
from .source import Document, Line
from .targets_figures import counters

SCALES: dict[str, Decimal] = {
    "조": Decimal(10**12),
    "천억": Decimal(10**11),
    "백억": Decimal(10**10),
    "억": Decimal(10**8),
    "천만": Decimal(10**7),
    "백만": Decimal(10**6),
    "만": Decimal(10**4),
    "천": Decimal(10**3),
    "백": Decimal(10**2),
}
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?)"
SCALE = "(?:" + "|".join(SCALES) + ")"
AMOUNT = rf"{NUMBER}(?:\s?{SCALE}(?:\s?{NUMBER}\s?{SCALE}){{0,2}})?"
_MEASURES = frozenset({"원", "톤", "배", "시간", "달러", "불", "개월", "점수"})
_PART = re.compile(rf"({NUMBER})\s?({SCALE})?")


@cache
def unit_words() -> str:
    """Won and the reviewed counters as a regex alternation, the longest first."""
    found = sorted({*counters(), "원"}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, found))


def is_money(amount: str, unit: str) -> bool:
    """Whether an amount is money: it ends with 원, or with 억 or 조 and no unit."""
    return unit == "원" or (not unit and amount.rstrip().endswith(("억", "조")))


def is_count(amount: str, unit: str) -> bool:
    """Whether an amount counts things, and so is not rounded: a whole number without a scale, no money, no measure."""
    return amount.replace(",", "").isdigit() and unit not in _MEASURES and "가" <= unit[:1] <= "힣"


def text_span(document: Document, start: int, end: int) -> Span:
    """The span between two offsets of the text; `end` lies behind the last character."""
    first, last = _line(document, start), _line(document, max(start, end - 1))
    return document.span(first, start - first.start, last, end - last.start)


def _line(document: Document, offset: int) -> Line:
    return document.lines[bisect_right(document.lines, offset, key=attrgetter("start")) - 1]


def text_figure(
    document: Document, start: int, amount: str, unit: str, name: str, *, scale: str = "", rounded: bool = False
) -> Figure:
    """The figure of an amount and its unit that stand at an offset of the text; `unit` without its scale (`원`).

    `scale` is meant where the amount prints none. An amount in two scales (`4억 2,000만`) is in won; if it may be
    `rounded` it is right within the last of its digits that is no closing zero, else within one of its last scale.
    """
    parts = _PART.findall(amount)
    if len(parts) == 1:
        number, own = parts[0][0], parts[0][1] or scale
        span = text_span(document, start, start + len(number))
        return figure_of(Printed(number, f"{own}{unit or ('원' if own else '')}", SCALES.get(own, ONE), span), name)
    span = text_span(document, start, start + len(amount))
    value = sum((Decimal(n.replace(",", "")) * SCALES.get(s, ONE) for n, s in parts), Decimal(0))
    number, scale = parts[-1]
    zeros = len(number) - len(number.rstrip("0"))
    place = SCALES.get(scale, ONE).scaleb(zeros if rounded else 0)
    bounds = value - place / 2, value + place
    return Figure(Printed(amount, unit or "원", ONE, span), name, ("", ""), None, value, bounds)
