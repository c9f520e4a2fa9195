"""Findings of made texts: of a table alone, of a text alone, of a whole report."""

from __future__ import annotations

from collections.abc import Iterable

from geungeo.loaders.budget_sheets import Sheet
from geungeo.loaders.budgets import read_detail, read_summary
from geungeo.loaders.findings_equations import Equation
from geungeo.loaders.findings_rows import figure_rows
from geungeo.loaders.findings_sheets import malformed_cells, sheet_equations
from geungeo.loaders.findings_suspects import Suspects
from geungeo.ontology.records import Finding

from .texts import context, department, of, project, read


def short(finding: Finding) -> str:
    """A finding in one line: kind, printed, expected and the lines, the wrong-looking figure's first."""
    lines = "|".join(dict.fromkeys(str(span.first_line) for span in finding.spans))
    return f"{finding.kind} {finding.printed} -> {finding.expected} @{lines}"


def in_detail(text: str) -> list[Finding]:
    """The findings of a project's own budget table."""
    made = context(text)
    return _of_sheets(text, read_detail(made, made.document.lines, project()).sheets)


def in_summary(text: str, *departments: str) -> list[Finding]:
    """The findings of the tables of a budget chapter."""
    made = context(text)
    return _of_sheets(text, read_summary(made, made.document.lines, [department(d) for d in departments]).sheets)


def _of_sheets(text: str, sheets: Iterable[Sheet]) -> list[Finding]:
    tables = [figure_rows(context(text).document, sheet) for sheet in sheets]
    suspects = Suspects(sheet_equations(tables))
    return [*suspects.findings(), *malformed_cells(tables, suspects)]


def judged(equations: Iterable[Equation]) -> list[Finding]:
    """The findings of equations."""
    return list(Suspects(equations).findings())


def in_report(text: str) -> list[Finding]:
    """The findings of a whole report."""
    return of(read(text).records, Finding)
