"""What must hold between printed figures: a whole and its parts, a rate and what it is a rate of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from ..ontology.records import FindingKind
from .findings_figures import EVERYTHING, Figure, Interval, Said, meet

_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


class Sum:
    """`whole` is the sum of the parts, each with its sign.

    The tolerance follows from the figures alone: n parts that are each right within a place add up to a sum that is
    right within n of them, and the whole within one more; counts (`exact`) are not rounded. `family` is shared by the
    equations of one reading of a table (see `plausible`); `words` say what the other side is (`항목 3개의 합은`).
    """

    kind: FindingKind = "sum"

    def __init__(
        self,
        whole: Figure,
        parts: Sequence[Figure],
        family: Hashable,
        words: Said,
        *,
        signs: Sequence[int] = (),
        exact: bool = False,
    ) -> None:
        self.whole, self.parts, self.family, self.words = whole, tuple(parts), family, words
        self.figures = (whole, *parts)
        self._sign = dict(zip(self.figures, (-1, *(signs or (1,) * len(parts))), strict=True))
        self._exact = exact
        self._right: dict[Figure, tuple[Interval, Decimal]] = {}
        known = [f for f in self.figures if f.value is not None]
        self._unknown = len(self.figures) - len(known)
        bounds = [self._side(f) for f in known]
        self._low = sum((low for low, _ in bounds), _ZERO)
        self._high = sum((high for _, high in bounds), _ZERO)
        self.trivial = not any(f.value for f in known)

    @property
    def default(self) -> Figure:
        """The figure to show if nothing tells which one is wrong."""
        return self.whole

    @property
    def holds(self) -> bool | None:
        """Whether there are true figures for which it holds; None if a malformed figure leaves it open."""
        return None if self._unknown else self._low <= 0 <= self._high

    @property
    def is_exact(self) -> bool:
        """Whether it holds for the figures as they are printed."""
        return self.printed(self.whole) == self.whole.value

    def correct(self, figure: Figure, room: Interval, value: Decimal) -> None:
        """Take a figure that was found wrong as what it must have been."""
        before = self._side(figure)
        self._right[figure] = room, value
        after = self._side(figure)
        self._low += after[0] - before[0]
        self._high += after[1] - before[1]

    def implied(self, figure: Figure) -> Interval:
        """What the other figures leave for one of them."""
        if self._unknown > (figure.value is None):
            return EVERYTHING
        own = self._side(figure) if figure.value is not None else (_ZERO, _ZERO)
        return _times((self._low - own[0], self._high - own[1]), -self._sign[figure])

    def printed(self, figure: Figure) -> Decimal | None:
        """What the other figures add up to as they are printed, or as those found wrong must have been."""
        if self._unknown > (figure.value is None):
            return None
        others = (self._value(f) * sign for f, sign in self._sign.items() if f is not figure)
        return -self._sign[figure] * sum(others, _ZERO)

    def _side(self, figure: Figure) -> Interval:
        """What a figure adds where all stand on one side."""
        if figure in self._right:
            return _times(self._right[figure][0], self._sign[figure])
        if self._exact and figure.value is not None:
            return (figure.value * self._sign[figure],) * 2
        return _times(figure.bounds, self._sign[figure])

    def _value(self, figure: Figure) -> Decimal:
        return self._right[figure][1] if figure in self._right else figure.value or _ZERO


class Rate:
    """`rate` (in %) plus `offset` is `amount` in hundredths of `base`; offset 100 for growth.

    A rate with k decimals fits if some true amount and some true base, each within its last place, give a rate within
    the last place of the printed one. A base that may be nothing tells nothing.
    """

    kind: FindingKind = "rate"

    def __init__(self, rate: Figure, amount: Figure, base: Figure, family: Hashable, offset: int = 0) -> None:
        self.rate, self.amount, self.base, self.family = rate, amount, base, family
        self.figures = (rate, amount, base)
        self._offset = offset
        self._bounds = [f.bounds for f in self.figures]
        self._values = [f.value for f in self.figures]
        self.trivial = not rate.value and not amount.value
        self.holds = self._judged()

    @property
    def default(self) -> Figure:
        """The figure to show if nothing tells which one is wrong."""
        return self.rate

    @property
    def words(self) -> Said:
        """How the rate comes about."""
        amount, base = self.amount, self.base
        if self._offset:
            return f"{base.text} → {amount.text}의 증감은", f"from {base.text} to {amount.text} it is"
        return f"{amount.text}{amount.unit} ÷ {base.text}{base.unit} =", f"{amount.text} of {base.text} is"

    def _judged(self) -> bool | None:
        """Whether there are true figures for which it holds; None if one is malformed or the base may be nothing."""
        if None in self._values or self._bounds[2][0] <= 0:
            return None
        return meet(_product(self._share(), self._bounds[2]), self._bounds[1]) is not None

    def correct(self, figure: Figure, room: Interval, value: Decimal) -> None:
        """Take a figure that was found wrong as what it must have been."""
        at = self.figures.index(figure)
        self._bounds[at], self._values[at] = room, value
        self.holds = self._judged()

    def implied(self, figure: Figure) -> Interval:
        """What the other two figures leave for one of them."""
        at = self.figures.index(figure)
        _, amount, base = self._bounds
        if any(v is None for i, v in enumerate(self._values) if i != at) or base[0] <= 0:
            return EVERYTHING
        share = self._share()
        if figure is self.amount:
            return _product(share, base)
        divisor = base if figure is self.rate else share
        if divisor[0] <= 0:
            return EVERYTHING
        low, high = _product(amount, (1 / divisor[1], 1 / divisor[0]))
        return (low * _HUNDRED - self._offset, high * _HUNDRED - self._offset) if figure is self.rate else (low, high)

    def printed(self, figure: Figure) -> Decimal | None:
        """What the other two figures give as they are printed, or as those found wrong must have been."""
        rate, amount, base = self._values
        if figure is self.rate:
            return None if amount is None or not base else amount * _HUNDRED / base - self._offset
        share = None if rate is None else (rate + self._offset) / _HUNDRED
        if figure is self.amount:
            return None if share is None or base is None else share * base
        return None if amount is None or not share else amount / share

    def _share(self) -> Interval:
        low, high = self._bounds[0]
        return (low + self._offset) / _HUNDRED, (high + self._offset) / _HUNDRED


Equation: TypeAlias = Sum | Rate


def _times(bounds: Interval, sign: int) -> Interval:
    return bounds if sign > 0 else (-bounds[1], -bounds[0])


def _product(one: Interval, other: Interval) -> Interval:
    corners = [a * b for a in one for b in other]
    return min(corners), max(corners)


def plausible(equations: Iterable[Equation]) -> list[Equation]:
    """The equations without the families of which so many fail that the table means something else.

    That is: two or more fail, and more than twice as many as hold.
    """
    families: dict[Hashable, list[Equation]] = {}
    for equation in equations:
        families.setdefault(equation.family, []).append(equation)
    return [e for family in families.values() if not _misread(family) for e in family]


def _misread(family: Iterable[Equation]) -> bool:
    judged = [e.holds for e in family if not e.trivial]
    failed = judged.count(False)
    return failed > 1 and failed > 2 * judged.count(True)
