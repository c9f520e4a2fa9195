"""Budget lines, their figures, and which detail line is which summary line."""

from __future__ import annotations

from ..ontology.records import Amount, BudgetLine, LineMatch, StatedAmount
from ..ontology.terms import GG, OBEU_ATTRIBUTE, OBEU_DIMENSION, OBEU_MEASURE, QB, RDF, SDO, XSD
from .statements import Statements

WON = "http://publications.europa.eu/resource/authority/currency/KRW"


def build_budget_line(out: Statements, line: BudgetLine) -> None:
    """A row of a budget table; a total is no line and has no direct edge from its project."""
    iri = out.numbering.lines[line]
    out.kind(iri, GG.BudgetTotal if line.total else GG.BudgetLine, QB.Slice)
    out.text(iri, GG.table, line.table)
    out.named(iri, GG.item, line.item)
    out.origin(iri, "", [line.span])
    if line.department:
        out.link(iri, GG.department, out.iris.department(line.department))
    if line.project:
        out.link(iri, GG.project, out.iris.project(line.project))
        if not line.total:
            out.link(out.iris.project(line.project), GG.hasBudgetLine, iri)


def amount_iri(out: Statements, amount: Amount) -> str:
    """The address of a figure."""
    line, year = out.numbering.lines[amount.line], f"{amount.fiscal_year:04d}"
    return out.iris.statement("amount", line, year, amount.phase, str(amount.won))


def build_amount(out: Statements, amount: Amount) -> None:
    """A figure in won, beside it the figure and unit as printed."""
    line, iri = out.numbering.lines[amount.line], amount_iri(out, amount)
    out.kind(iri, GG.BudgetAmount, QB.Observation)
    out.link(iri, QB.dataSet, out.iris.budget_data())
    out.link(iri, OBEU_DIMENSION.budgetLine, line)
    out.link(line, QB.observation, iri)
    out.typed(iri, OBEU_DIMENSION.fiscalYear, f"{amount.fiscal_year:04d}", XSD.gYear)
    out.code(iri, OBEU_DIMENSION.budgetPhase, "phase", amount.phase)
    out.number(iri, OBEU_MEASURE.amount, amount.won)
    out.link(iri, OBEU_ATTRIBUTE.currency, WON)
    out.text(iri, GG.printed, amount.printed)
    out.text(iri, GG.unit, amount.unit)
    out.origin(iri, "", [amount.span])


def build_stated_amount(out: Statements, amount: StatedAmount) -> None:
    """A sum of running text: no observation of the budget, since it need not say of which year or phase it is."""
    line = out.numbering.lines[amount.line]
    iri = out.iris.statement("stated-amount", line, str(amount.won))
    out.kind(iri, GG.StatedAmount, SDO.MonetaryAmount)
    out.link(iri, OBEU_DIMENSION.budgetLine, line)
    if amount.fiscal_year:
        out.typed(iri, OBEU_DIMENSION.fiscalYear, f"{amount.fiscal_year:04d}", XSD.gYear)
    if amount.phase:
        out.code(iri, OBEU_DIMENSION.budgetPhase, "phase", amount.phase)
    out.number(iri, OBEU_MEASURE.amount, amount.won)
    out.link(iri, OBEU_ATTRIBUTE.currency, WON)
    out.text(iri, GG.printed, amount.printed)
    out.text(iri, GG.unit, amount.unit)
    out.origin(iri, "", [amount.span])


def build_line_match(out: Statements, match: LineMatch) -> None:
    """A detail line is a summary line, or a part of it."""
    detail, summary = out.numbering.lines[match.detail], out.numbering.lines[match.summary]
    iri = out.iris.statement("line-match", detail, summary, match.relation, match.rule)
    out.kind(iri, GG.LineMatch, RDF.Statement)
    out.link(iri, GG.detailLine, detail)
    out.link(iri, GG.summaryLine, summary)
    out.text(iri, GG.matchKind, match.relation)
    out.origin(iri, match.rule, match.basis)
    out.link(detail, GG.sameLineAs if match.relation == "same" else GG.partOfLine, summary)
