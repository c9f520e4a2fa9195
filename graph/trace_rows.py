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
    "check",
    "law_line",
    "project_line",
    "budget_line",
    "summary_line",
    "facility_line",
    "partner",
    "role",
    "partner_line",
    "source",
    "checked",
    "checked_note",
)


def rows(traces: Iterable[Trace]) -> Rows:
    """One row for each chain, of all traces; `basis` is derived as soon as one link is, by the rules of `rule`."""
    found: dict[Chain, dict[str, Value]] = {}
    for trace in traces:
        for chain in trace.chains:
            found.setdefault(chain, _partner_cells(trace, chain))
    return Rows(COLUMNS, tuple(_row(chain, partner) for chain, partner in found.items()))


def _partner_cells(trace: Trace, chain: Chain) -> dict[str, Value]:
    """Whose chain it is, and what it does in the project."""
    if trace.thing.kind != "organisation":
        return {}
    roles = [role for project, role in trace.roles if chain.project and project == chain.project.iri]
    places = tuple(place for role in roles for place in role.places)
    return {
        "partner": trace.thing.label,
        "role": "|".join(dict.fromkeys(role.code for role in roles)) or None,
        "partner_line": _line_cell(places),
    }


def _row(chain: Chain, partner: dict[str, Value]) -> tuple[Value, ...]:
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
        **partner,
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
        "checked": law.verdict.code if law.verdict else None,
        "checked_note": (law.verdict.notes[0] or None) if law.verdict else None,
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
        "check": "|".join(check.said[0] for check in budget.checks) or None,
    }
    if figure:
        cells |= {"fiscal_year": figure.fiscal_year or None, "phase": figure.phase or None, "amount_krw": figure.won}
        cells |= {"printed": figure.printed, "unit": figure.unit}
    return cells


def _line_cell(places: Iterable[Place]) -> Value:
    return "|".join(str(line) for place in places for line in place.lines) or None
