"""A trace as flat rows for programs: one row for each chain."""

from __future__ import annotations

from collections.abc import Iterable

from .chains import BudgetStep, Chain, LawStep, Trace
from .rows import Rows, Value
from .walk import Place

COLUMNS = (
    "facility",
    "relation",
    "law",
    "kind",
    "articles",
    "law_as_printed",
    "resolved",
    "project",
    "department",
    "item",
    "table",
    "fiscal_year",
    "phase",
    "amount_krw",
    "printed",
    "unit",
    "match",
    "strength",
    "basis",
    "rule",
    "gap",
    "law_line",
    "project_line",
    "budget_line",
    "summary_line",
    "facility_line",
    "source",
)


def rows(traces: Iterable[Trace]) -> Rows:
    """One row for each chain, of all traces; `basis` is derived as soon as one link is, by the rules of `rule`."""
    chains = dict.fromkeys(chain for trace in traces for chain in trace.chains)
    return Rows(COLUMNS, tuple(_row(chain) for chain in chains))


def _row(chain: Chain) -> tuple[Value, ...]:
    ties = (chain.relation, chain.match, chain.strength)
    rules = dict.fromkeys(tie.rule for tie in ties if tie and tie.rule)
    cells: dict[str, Value] = {
        "relation": chain.relation.code if chain.relation else None,
        "match": chain.match.code if chain.match else None,
        "strength": chain.strength.code if chain.strength else None,
        "basis": "derived" if rules else "stated",
        "rule": "|".join(rules) or None,
        "gap": chain.gap or None,
        "source": "|".join(sorted({place.source for place in chain.places()})) or None,
        **_law_cells(chain.law),
        **_budget_cells(chain.budget),
    }
    if chain.project:
        cells |= {"project": chain.project.title, "department": chain.project.department or None}
        cells["project_line"] = _line_cell(chain.project.places)
    if chain.facility:
        tie = chain.match or chain.relation or chain.strength
        cells |= {
            "facility": chain.facility.name,
            "facility_line": _line_cell(tie.places if tie else chain.facility.places),
        }
    return tuple(cells.get(name) for name in COLUMNS)


def _law_cells(law: LawStep | None) -> dict[str, Value]:
    if law is None:
        return {}
    return {
        "law": law.title,
        "kind": law.kind,
        "articles": law.articles or None,
        "law_as_printed": law.printed or None,
        "resolved": law.resolved,
        "law_line": _line_cell(law.places),
    }


def _budget_cells(budget: BudgetStep | None) -> dict[str, Value]:
    if budget is None:
        return {}
    line, figure = budget.line, budget.line.figure
    cells: dict[str, Value] = {
        "department": line.department or None,
        "item": line.item,
        "table": line.table,
        "budget_line": _line_cell(line.places),
        "summary_line": _line_cell(budget.twin.places) if budget.twin else None,
    }
    if figure:
        cells |= {"fiscal_year": figure.fiscal_year, "phase": figure.phase, "amount_krw": figure.won}
        cells |= {"printed": figure.printed, "unit": figure.unit}
    return cells


def _line_cell(places: Iterable[Place]) -> Value:
    return "|".join(str(line) for place in places for line in place.lines) or None
