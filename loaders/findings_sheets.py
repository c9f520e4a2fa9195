"""The arithmetic of the budget tables: which figures disagree, and what malformed ones should have been."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from ..ontology.records import Finding
from .findings_columns import column_equations
from .findings_equations import Equation
from .findings_figures import Figure, figure_of, meet, nearest
from .findings_rows import FigureRow, row_equations, signature
from .findings_suspects import Suspects


def sheet_equations(tables: Sequence[Sequence[FigureRow]]) -> list[Equation]:
    """What must hold in all budget tables of a report, each by itself and the summary tables together."""
    alike: dict[Hashable, list[FigureRow]] = {}
    for rows in tables:
        alike.setdefault(signature(rows), []).extend(rows)
    along = [e for family, rows in alike.items() for e in row_equations(rows, family)]
    return [*along, *column_equations(tables)]


def malformed_cells(tables: Iterable[Sequence[FigureRow]], suspects: Suspects) -> Iterator[Finding]:
    """The figures of budget tables that are no numbers, with what arithmetic leaves for them."""
    for row in (row for table in tables for row in table):
        for figure in row.figures.values():
            if figure.value is None:
                expected = _meant(figure, [f for f in row.figures.values() if f is not figure], suspects)
                ko, en = _words(figure, expected)
                about = (figure.about or row.row.line,)
                yield Finding("typo", figure.text, expected, ko, en, "certain", (figure.span,), about)


def _words(figure: Figure, expected: str) -> tuple[str, str]:
    left = (f"; 계산에 맞는 값은 {expected}", f"; arithmetic leaves {expected}") if expected else ("", "")
    ko = f"{figure.name[0]} {figure.text}: 숫자의 쉼표나 점이 잘못됨{left[0]}"
    return ko, f"{figure.name[1]} is printed {figure.text}: its commas or points are misplaced{left[1]}"


def _meant(figure: Figure, others: Sequence[Figure], suspects: Suspects) -> str:
    """What a malformed figure should have been, if sums or rates leave it room: its digits grouped anew, a figure of
    its row with the same digits and some more, what a sum gives; empty if nothing tells."""
    room = suspects.room(figure)
    if room is None or not room[0].is_finite():
        return ""
    beside = (f.text for f in others if f.value is not None and _is_inside(figure, f))
    for text in (*_regrouped(figure.text), *beside):
        if meet(figure_of(replace(figure.print, text=text), figure.of).bounds, room):
            return text
    value = suspects.summed(figure)
    return "" if value is None else figure.shown(nearest(value, room))


def _is_inside(figure: Figure, other: Figure) -> bool:
    """Whether the digits of a figure are those of another but for some that were left out."""
    digits = iter(other.text)
    return figure.unit == other.unit and all(d in digits for d in figure.text if d.isdigit())


def _regrouped(text: str) -> Iterator[str]:
    """The same digits with other commas or points."""
    yield text.replace(",", ".", 1).replace(",", "")
    yield f"{int(text.replace(',', '').replace('.', '') or 0):,}"
