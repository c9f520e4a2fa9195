"""Addresses of what may stand in a document more than once under one name: budget lines and citations.

The first in the text has the plain address, the second the ordinal 2, and so on: lines added above change nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ..ontology.iris import Iris
from ..ontology.records import Amount, BudgetLine, Citation, Department, Facility, Organisation, Record
from .by_name import bodies, organisations, places

_Placed = TypeVar("_Placed", BudgetLine, Citation)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The address of every budget line and citation of one source, and who and what it speaks of by name.

    `facilities` go by their names; `places` (facilities) and `organisations` by loose keys of all their spellings,
    `bodies` (affiliated bodies) by name keys.
    """

    lines: dict[BudgetLine, str]
    citations: dict[Citation, str]
    facilities: dict[str, Facility]
    places: dict[str, Facility]
    organisations: dict[str, Organisation]
    bodies: dict[str, Department]


def numbering(records: Iterable[Record], iris: Iris, as_of: str) -> Numbering:
    """Number the lines and citations of a source; `as_of` is its ISO date, or blank."""
    known = list(records)
    years = _years(known)
    reported = int(as_of[:4]) if as_of[:4].isdecimal() else 0

    def line_iri(line: BudgetLine, ordinal: int) -> str:
        return iris.budget_line(line, years.get(line, reported), ordinal)

    def citation_iri(citation: Citation, ordinal: int) -> str:
        return iris.statement("citation", *_citation_key(citation, iris), str(ordinal))

    return Numbering(
        _numbered((r for r in known if isinstance(r, BudgetLine)), line_iri),
        _numbered((r for r in known if isinstance(r, Citation)), citation_iri),
        {r.name: r for r in known if isinstance(r, Facility)},
        places(known),
        organisations(known),
        bodies(known),
    )


def _years(records: Iterable[Record]) -> dict[BudgetLine, int]:
    """The budget year of a line: the latest of which it states a figure."""
    years: dict[BudgetLine, int] = {}
    for record in records:
        if isinstance(record, Amount):
            years[record.line] = max(record.fiscal_year, years.get(record.line, 0))
    return years


def _citation_key(citation: Citation, iris: Iris) -> tuple[str, ...]:
    project = iris.project(citation.project) if citation.project else ""
    return project, iris.law(citation.law), "|".join(citation.articles), "basis" if citation.basis else "mention"


def _numbered(things: Iterable[_Placed], address: Callable[[_Placed, int], str]) -> dict[_Placed, str]:
    groups: defaultdict[str, set[_Placed]] = defaultdict(set)
    for thing in things:
        groups[address(thing, 1)].add(thing)
    found: dict[_Placed, str] = {}
    for group in groups.values():
        places = sorted({(thing.span.start, thing.span.end) for thing in group})
        for thing in group:
            found[thing] = address(thing, places.index((thing.span.start, thing.span.end)) + 1)
    return found
