"""The source's own mistakes: sums, rates, typing errors, text against tables. Nothing is corrected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ..ontology.records import Amount, FacilityFact, Finding, Funding, Problem, Record, Result, Target
from .findings_duplicates import duplicates
from .findings_equations import plausible
from .findings_overview import overview_findings, part_sums
from .findings_prose import bracket_sums
from .findings_rates import text_rates
from .findings_rows import figure_rows
from .findings_sheets import malformed_cells, sheet_equations
from .findings_statements import statement_findings
from .findings_suspects import Suspects
from .findings_tables import table_equations
from .findings_typos import malformed
from .report import Report

_Worded: TypeAlias = Target | Result | Funding | FacilityFact | Amount


def read_findings(report: Report) -> tuple[Iterable[Finding], Iterable[Problem]]:
    """The findings of a report in the order of its lines; the modules called say what each of them compares."""
    found = list(_findings(report))
    by_line = _by_line(report.records, {f.spans[0].first_line for f in found if not f.about})
    made = [_placed(finding, by_line) for finding in found]
    return sorted(made, key=lambda found: (found.spans[0].start, found.kind)), []


def _findings(report: Report) -> Iterator[Finding]:
    document = report.document
    tables = [figure_rows(document, sheet) for sheet in report.sheets]
    amounts = [r for r in report.records if isinstance(r, Amount)]
    rows = [row for table in tables for row in table]
    spans = [row.row.line.span for row in rows]
    taken = {number for span in spans for number in range(span.first_line, span.last_line + 1)}
    suspects = Suspects(
        [
            *sheet_equations(tables),
            *bracket_sums(document),
            *part_sums(document, amounts),
            *plausible(text_rates(document)),
            *table_equations(document, taken),
        ]
    )
    yield from suspects.findings()
    yield from malformed_cells(tables, suspects)
    yield from malformed(document, {figure.span.start for row in rows for figure in row.figures.values()})
    yield from overview_findings(document, amounts, tables, suspects.right)
    yield from statement_findings(report, tables, suspects.right)
    yield from duplicates(report)


def _by_line(records: Sequence[Record], lines: Collection[int]) -> Mapping[int, list[_Worded]]:
    """The records of figures in running text, by those of some lines that they were read from."""
    found: dict[int, list[_Worded]] = {}
    for record in records:
        if isinstance(record, Target | Result | Funding | FacilityFact) or (
            isinstance(record, Amount) and record.line.table == "overview"
        ):
            for number in range(record.span.first_line, record.span.last_line + 1):
                if number in lines:
                    found.setdefault(number, []).append(record)
    return found


def _placed(finding: Finding, by_line: Mapping[int, Sequence[_Worded]]) -> Finding:
    """A finding in running text with the records that were read from the very words."""
    if finding.about:
        return finding
    at = finding.spans[0]
    near = by_line.get(at.first_line, ())
    return replace(finding, about=tuple(r for r in near if r.span.start <= at.start and at.end <= r.span.end))
