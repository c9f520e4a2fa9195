"""What the projects do and what the council asked: the readers of activities, called in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from ..ontology.records import Problem, Record
from .report import Report

Read: TypeAlias = tuple[Iterable[Record], Iterable[Problem]]
READERS: tuple[Callable[[Report], Read], ...] = ()


def read_activities(report: Report) -> tuple[list[Record], list[Problem]]:
    """The records of all readers; each sees the records of those before it."""
    records: list[Record] = []
    problems: list[Problem] = []
    for reader in READERS:
        made, found = reader(replace(report, records=(*report.records, *records)))
        records += made
        problems += found
    return records, problems
