"""Printed figures and the true ones they may stand for: each is right within its last place, rounded or cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from ..ontology.records import Span, Touched
from .amounts import DASHES, figure

Interval: TypeAlias = tuple[Decimal, Decimal]
Said: TypeAlias = tuple[str, str]
"""The same words in Korean and English."""

EVERYTHING: Interval = (Decimal("-Infinity"), Decimal("Infinity"))
ONE = Decimal(1)
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure's print: its words, its unit, what one of that unit is (won for money, else 1), and where it stands."""

    text: str
    unit: str
    scale: Decimal
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A printed figure; two are never equal.

    `of` and `what` say what it is the figure of (a row and its column), `about` is the record that it belongs to;
    `value` is the figure times its scale, None if it is malformed; `bounds` are the least and the greatest true figure
    that is printed so.
    """

    print: Printed
    of: str
    what: Said
    about: Touched | None
    value: Decimal | None
    bounds: Interval

    @property
    def name(self) -> Said:
        """What it is the figure of."""
        return f"{self.of} {self.what[0]}".strip(), f"{self.of} {self.what[1]}".strip()

    @property
    def text(self) -> str:
        """The printed figure without its unit."""
        return self.print.text

    @property
    def unit(self) -> str:
        """The printed unit."""
        return self.print.unit

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.print.span

    def shown(self, value: Decimal) -> str:
        """Another value as it would be printed in this figure's place: same unit, same decimals, grouped."""
        if figure(self.text.removesuffix("%")) is None and re.search("[조억만]", self.text):
            return _in_scales(value)
        step = ONE.scaleb(-_decimals(self.text))
        rounded = (value / self.print.scale).quantize(step, ROUND_HALF_UP)
        if not rounded:
            return "-" if self.text in DASHES else f"{abs(rounded)}"
        return f"{rounded:,}"


def figure_of(print: Printed, of: str, what: Said = ("", ""), about: Touched | None = None) -> Figure:
    """A printed figure with its value and bounds.

    Sources round (the true figure within half a place on either side) or cut off (up to a whole place more), and
    mostly do not say which: so half a place towards zero and a whole one away from it. Malformed: anything.
    """
    read = figure(print.text.removesuffix("%"))
    if read is None:
        return Figure(print, of, what, about, None, EVERYTHING)
    value, place = read * print.scale, print.scale.scaleb(-_decimals(print.text))
    bounds = (value - place * _HALF, value + place) if value >= 0 else (value - place, value + place * _HALF)
    return Figure(print, of, what, about, value, bounds)


def _in_scales(value: Decimal) -> str:
    """A whole number as people write it in two scales: `4억 2,000만`."""
    rest, parts = int(value), []
    for scale, size in (("조", 10**12), ("억", 10**8), ("만", 10**4), ("", 1)):
        count, rest = divmod(rest, size)
        parts += [f"{count:,}{scale}"] if count else []
    return " ".join(parts) or "0"


def _decimals(text: str) -> int:
    return len(text.removesuffix("%").partition(".")[2])


def meet(one: Interval | None, other: Interval | None) -> Interval | None:
    """What two intervals have in common (they may touch); None if nothing, or if one of them is None."""
    if one is None or other is None:
        return None
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if low <= high else None


def nearest(value: Decimal, bounds: Interval) -> Decimal:
    """The value, or the end of the interval that it lies beyond."""
    return min(max(value, bounds[0]), bounds[1])
