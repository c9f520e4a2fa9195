"""Records to quads: one small function per record type, and their registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args

from pyoxigraph import Quad

from ..ontology.errors import GeungeoError, GraphError
from ..ontology.iris import DEFAULT_BASE, Iris
from ..ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Department,
    Duty,
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityLaw,
    FacilityName,
    FacilityOperator,
    FacilityProject,
    LineMatch,
    Loaded,
    Project,
    Record,
    SourceFact,
    StaffCount,
    Team,
)
from .build_budget import build_amount, build_budget_line, build_line_match
from .build_facilities import (
    build_facility,
    build_facility_budget,
    build_facility_fact,
    build_facility_law,
    build_facility_name,
    build_facility_operator,
    build_facility_project,
)
from .build_laws import build_citation
from .build_organisation import (
    build_department,
    build_duty,
    build_project,
    build_source,
    build_source_fact,
    build_staff_count,
    build_team,
)
from .labels import one_label
from .numbering import numbering
from .statements import Statements

BUILDERS: dict[type, Callable[[Statements, Any], None]] = {
    SourceFact: build_source_fact,
    Department: build_department,
    StaffCount: build_staff_count,
    Duty: build_duty,
    Project: build_project,
    Team: build_team,
    Citation: build_citation,
    BudgetLine: build_budget_line,
    Amount: build_amount,
    Facility: build_facility,
    FacilityName: build_facility_name,
    FacilityFact: build_facility_fact,
    FacilityOperator: build_facility_operator,
    FacilityProject: build_facility_project,
    FacilityBudget: build_facility_budget,
    LineMatch: build_line_match,
    FacilityLaw: build_facility_law,
}

_RECORDS = get_args(Record)


def quads(loaded: Loaded, base: str = DEFAULT_BASE) -> list[Quad]:
    """All that a document says, once each, in its own named graph; the order of the records does not matter.

    Things that a record only refers to are described too. A record that cannot be written (a blank name, a rule or
    code without a reviewed row) raises GraphError with its line: that is a fault of the loader, not of the document.
    """
    iris = Iris.of(loaded.source, base)
    try:
        known = dict.fromkeys(_with_parts(loaded.records))
        out = Statements(loaded.source, iris, numbering(known, iris, loaded.source.as_of))
        build_source(out, loaded.source)
    except GeungeoError as error:
        raise GraphError(error.message, file=loaded.source.id, hint=error.hint) from error
    for record in known:
        _build(out, record)
    return list(one_label(out.quads))


def _build(out: Statements, record: Record) -> None:
    try:
        BUILDERS[type(record)](out, record)
    except GeungeoError as error:
        raise GraphError(error.message, file=out.source.id, line=_line(record), hint=error.hint) from error


def _line(record: Record) -> int:
    spans = [record.span] if not isinstance(record, FacilityBudget | LineMatch | FacilityLaw) else record.basis
    return min((span.first_line for span in spans if span), default=0)


def _with_parts(records: Iterable[Record]) -> Iterator[Record]:
    """The records and all that they refer to; the same object once."""
    seen: set[int] = set()
    waiting = list(records)[::-1]
    while waiting:
        record = waiting.pop()
        if id(record) not in seen:
            seen.add(id(record))
            yield record
            waiting += [value for value in _values(record) if isinstance(value, _RECORDS)]


def _values(record: Record) -> Iterator[object]:
    kind: type = type(record)
    for name in _field_names(kind):
        value = getattr(record, name)
        yield from value if isinstance(value, tuple) else (value,)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
