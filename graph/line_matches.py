"""Which line of a project's own table is which line of the chapter's summary: by its name, by its amounts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from ..ontology.fold import loose_key
from ..ontology.records import Amount, BudgetLine, LineMatch
from ..ontology.records.money import UNITS

Figures: TypeAlias = Mapping[tuple[str, int], Amount]

_BUDGET = frozenset({"original", "current", "final"})


def line_matches(lines: Sequence[BudgetLine], figures: Mapping[BudgetLine, Figures]) -> Iterator[LineMatch]:
    """Each detail line with the one summary line of its department that name and amounts leave."""
    summaries = _Summaries([line for line in lines if line.table == "summary"], figures)
    for detail in (line for line in lines if line.table == "detail"):
        named, own = summaries.named(detail), figures.get(detail, {})
        if len(named) == 1:
            other = figures.get(named[0], {})
            same = _equal_figures(own, other) > 0
            if same or _fits_into(own, other):
                rule = "same-name-and-amount" if same else "same-name"
                yield _match(detail, named[0], "same" if same else "part_of", rule)
        elif not named and (paid := summaries.paid(detail, own)):
            yield _match(detail, paid, "same", "amount-in-department")


class _Summaries:
    """The lines of the chapter's summary, by department and name, and by department and amount."""

    def __init__(self, lines: Sequence[BudgetLine], figures: Mapping[BudgetLine, Figures]) -> None:
        self._figures = figures
        self._named: dict[tuple[str, str], list[BudgetLine]] = defaultdict(list)
        self._paid: dict[tuple[str, tuple[str, int]], list[tuple[int, int]]] = defaultdict(list)
        self._lines = lines
        self._coarsest = max((unit(a) for line in lines for a in figures.get(line, {}).values()), default=1)
        for number, line in enumerate(lines):
            self._named[department(line), loose_key(line.item)].append(line)
            for key, amount in figures.get(line, {}).items():
                self._paid[department(line), key].append((amount.won, number))
        for found in self._paid.values():
            found.sort()

    def named(self, detail: BudgetLine) -> Sequence[BudgetLine]:
        """The lines of its department that have its name."""
        return self._named.get((department(detail), loose_key(detail.item)), ())

    def paid(self, detail: BudgetLine, own: Figures) -> BudgetLine | None:
        """The only line of its department with which two figures of the budget or more are the same."""
        fitting = (s for s in self._near(detail, own) if _equal_figures(own, self._figures.get(s, {})) > 1)
        found = list(islice(fitting, 2))
        return found[0] if len(found) == 1 else None

    def _near(self, detail: BudgetLine, own: Figures) -> Iterator[BudgetLine]:
        """The lines of its department with one of its figures, as far as either may have been rounded; each once."""
        seen: set[int] = set()
        for key, amount in own.items():
            if key[0] not in _BUDGET or not amount.won:
                continue
            known = self._paid.get((department(detail), key), [])
            reach = max(self._coarsest, unit(amount))
            low = bisect_left(known, (amount.won - reach, 0))
            high = bisect_right(known, (amount.won + reach, len(self._lines)))
            for _, number in islice(known, low, high):
                if number not in seen:
                    seen.add(number)
                    yield self._lines[number]


def department(line: BudgetLine) -> str:
    """The name of the department whose line it is."""
    return line.department.name if line.department else ""


def _equal_figures(detail: Figures, summary: Figures) -> int:
    """How many figures of the budget (not its execution) are the same within their rounding; 0 are no evidence.

    The budget of the year itself decides: where 본예산 or 예산현액 differ nothing is equal.
    """
    common = {k: (detail[k], summary[k]) for k in detail if k in summary and k[0] in _BUDGET}
    if any(not _rounds_to(a, b) for (phase, _), (a, b) in common.items() if phase != "final"):
        return 0
    return sum(1 for a, b in common.values() if a.won and _rounds_to(a, b))


def _rounds_to(one: Amount, other: Amount) -> bool:
    """Whether the figure of the finer unit, rounded or cut off to the coarser one, is the other."""
    fine, coarse = sorted((one, other), key=unit)
    return within(fine.won, coarse.won, unit(coarse))


def within(won: int, printed: int, rounding: int) -> bool:
    """Whether an amount, rounded or cut off to a unit, is the printed one."""
    return -rounding // 2 <= won - printed < rounding


def unit(amount: Amount) -> int:
    """The won of the unit in which a figure is printed."""
    return UNITS.get(amount.unit, 1)


def _fits_into(detail: Figures, summary: Figures) -> bool:
    units = {k: max(unit(detail[k]), unit(summary[k])) for k in detail if k in summary}
    return all(detail[k].won < summary[k].won + size for k, size in units.items())


def _match(detail: BudgetLine, summary: BudgetLine, relation: str, rule: str) -> LineMatch:
    return LineMatch(detail, summary, relation, rule, (detail.span, summary.span))  # type: ignore[arg-type]
