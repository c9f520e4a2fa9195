"""What the projects do and what the council asked: the readers of activities, called in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from ..ontology.records import Problem, Record
from .audit import read_audit
from .coverage import read_coverage
from .findings import read_findings
from .funding import read_funding
from .partners import read_partners
from .passages import read_passages
from .report import Report
from .results import read_results
from .schedule import read_schedule
from .targets import read_targets

Read: TypeAlias = tuple[Iterable[Record], Iterable[Problem]]
READERS: tuple[Callable[[Report], Read], ...] = (
    read_audit,
    read_targets,
    read_schedule,
    read_results,
    read_funding,
    read_partners,
    read_passages,
    read_coverage,
    read_findings,
)


def read_activities(report: Report) -> tuple[list[Record], list[Problem]]:
    """The records of all readers; each sees the records of those before it."""
    records: list[Record] = []
    problems: list[Problem] = []
    for reader in READERS:
        made, found = reader(replace(report, records=(*report.records, *records)))
        records += made
        problems += found
    return records, problems
