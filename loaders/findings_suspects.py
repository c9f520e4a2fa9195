"""Which figure is wrong where sums and rates fail: the one that, set right, mends most of what it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..ontology.records import Finding, Touched
from .findings_equations import Equation, Sum
from .findings_figures import EVERYTHING, Figure, Interval, meet, nearest

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Blame:
    """A figure with the equations that fail for it, and what they and those that hold leave for it (None: nothing).

    `known`: nothing else can be wrong; otherwise it is only the figure to show.
    """

    figure: Figure
    equations: tuple[Equation, ...]
    room: Interval | None
    known: bool


class Suspects:
    """The equations of a report by the figures that stand in them.

    `right` is what the figures that were found wrong must have been, by the offset at which they stand.
    """

    def __init__(self, equations: Iterable[Equation]) -> None:
        self._equations = tuple(equations)
        self._held = {e.family for e in self._equations if e.holds and not e.trivial}
        self._of: dict[Figure, list[Equation]] = {}
        self.right: dict[int, Interval] = {}
        for equation in self._equations:
            for figure in equation.figures:
                self._of.setdefault(figure, []).append(equation)

    def findings(self) -> Iterator[Finding]:
        """One finding for each wrong figure: those that mend several equations first, then one per equation left.

        A figure that is found wrong is taken as what it must have been in all that is judged after it.
        """
        failed = [e for e in self._equations if e.holds is False]
        counts = Counter(figure for equation in failed for figure in equation.figures)
        for figure, times in counts.most_common():
            if times < 2:
                break
            blame = self._mends(figure)
            if len(blame.equations) > 1:
                yield self._found(blame)
        for equation in failed:
            if equation.holds is False:
                yield self._found(self._alone(equation))

    def room(self, figure: Figure) -> Interval | None:
        """What all equations of a figure leave for it if the other figures are right; None if they disagree."""
        return _common(e.implied(figure) for e in self._of.get(figure, ()))

    def summed(self, figure: Figure) -> Decimal | None:
        """The value that the first sum of a figure gives for it; None without one."""
        given = (e.printed(figure) for e in self._of.get(figure, ()) if isinstance(e, Sum))
        return next((value for value in given if value is not None), None)

    def _mends(self, figure: Figure) -> _Blame:
        """The most failed equations that one value of a figure would mend without breaking any that holds."""
        kept = _common(e.implied(figure) for e in self._of[figure] if e.holds is not False)
        failed = [e for e in self._of[figure] if e.holds is False]
        rooms = [(e, room) for e in failed if (room := meet(kept, e.implied(figure)))]
        best: list[tuple[Equation, Interval]] = []
        for _, (low, _high) in rooms[:_SHOWN]:
            same = [(e, room) for e, room in rooms if room[0] <= low <= room[1]]
            best = max(best, same, key=len)
        return _Blame(figure, tuple(e for e, _ in best), _common(room for _, room in best), known=True)

    def _alone(self, equation: Equation) -> _Blame:
        """The figure that is shown for one failed equation: its only suspect, else its whole or rate."""
        rooms = [(figure, room) for figure in equation.figures[:_SHOWN] if (room := self.room(figure))]
        default = next((room for figure, room in rooms if figure is equation.default), None)
        if len(rooms) == 1:
            return _Blame(rooms[0][0], (equation,), rooms[0][1], known=True)
        return _Blame(equation.default, (equation,), default, known=False)

    def _found(self, blame: _Blame) -> Finding:
        """The finding; a figure that is known to be wrong counts as set right from here on."""
        figure, equations = blame.figure, blame.equations
        first = min(equations, key=lambda e: (not isinstance(e, Sum), e.default is not figure))
        exact = first.printed(figure) or Decimal(0)
        value = nearest(exact, blame.room) if blame.room else exact
        expected, above = figure.shown(value), () if blame.room else tuple(self._above(figure))
        ko, en = _message(blame, first, expected, above)
        if blame.room and blame.known:
            self.right[figure.span.start] = blame.room
            for equation in self._of[figure]:
                equation.correct(figure, blame.room, value)
        others = [f for e in equations for f in e.figures if f is not figure]
        rest = sorted(dict.fromkeys([*above, *others][:_SHOWN]), key=lambda f: f.span.start)
        sure = len(equations) > 1 or first.family in self._held
        return Finding(
            first.kind,
            figure.text,
            expected,
            ko,
            en,
            "certain" if sure else "likely",
            tuple(dict.fromkeys(f.span for f in (figure, *rest))),
            tuple(dict.fromkeys(_touched([figure, *above]))),
        )

    def _above(self, figure: Figure) -> Iterator[Figure]:
        """The totals that fit a subtotal as it is printed, and so carry its difference."""
        for equation in self._of[figure]:
            if isinstance(equation, Sum) and equation.holds and figure in equation.parts:
                yield equation.whole


def _common(rooms: Iterable[Interval]) -> Interval | None:
    found: Interval | None = EVERYTHING
    for room in rooms:
        found = meet(found, room)
    return found


def _touched(figures: Sequence[Figure]) -> Iterator[Touched]:
    return (figure.about for figure in figures if figure.about is not None)


def _message(blame: _Blame, first: Equation, expected: str, above: Sequence[Figure]) -> tuple[str, str]:
    """How one knows, in Korean and English."""
    figure, unit = blame.figure, blame.figure.unit
    if figure is first.default:
        ko, en = f"{first.words[0]} {expected}{unit}", f"{first.words[1]} {expected} {unit}"
    else:
        whole = first.default
        ko = f"{whole.name[0]} {whole.text}{whole.unit}에 맞으려면 {expected}{unit}"
        en = f"to fit {whole.name[1]} {whole.text} {whole.unit} it would be {expected} {unit}"
    if len(blame.equations) > 1:
        ko += f"; 식 {len(blame.equations)}개가 모두 그렇게 맞음"
        en += f"; that mends {len(blame.equations)} sums or rates at once"
    for total in above:
        ko += f"; {total.name[0]} {total.text}도 그 차이를 물려받음"
        en += f"; {total.name[1]} {total.text} carries the same difference"
    start = f"{figure.name[0]} {figure.text}{unit}: ", f"{figure.name[1]} is printed {figure.text} {unit}: "
    return f"{start[0]}{ko} (반올림 오차를 넘음)", f"{start[1]}{en}, more than rounding explains"
