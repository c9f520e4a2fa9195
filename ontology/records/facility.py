"""Facilities, what is said of them, and what ties them to projects, money and laws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .law import Citation, Law
from .money import BudgetLine
from .organisation import Project
from .source import Span

Relation = Literal["operates", "builds", "plans", "supports", "uses_venue", "mentions"]
Match = Literal["named", "shared", "stated"]
Strength = Literal["direct", "shared", "register"]


@dataclass(frozen=True, slots=True)
class Facility:
    """A named place or network of places; a branch carries the name of its network."""

    name: str
    network: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityName:
    """Another spelling under which the document speaks of a facility."""

    facility: Facility
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityFact:
    """A property of a facility: stated (no rule) or derived by a named rule from the span.

    property: type, status, address, area (m²), rooms, floors, staff, operator, term (ISO interval),
    construction (ISO interval), completion (%), opening (ISO date with its precision), budget (won),
    residents (firms), tenant (a firm's name), spaces (what it holds, in words).
    """

    facility: Facility
    property: str
    value: str
    printed: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityOperator:
    """Who runs a facility (위탁법인, 운영기관), over which `term`: an ISO interval, empty if none is stated."""

    facility: Facility
    operator: str
    term: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityProject:
    """A facility in a project's section; a rule names how the relation was concluded."""

    facility: Facility
    project: Project
    relation: Relation
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class FacilityBudget:
    """A budget line that pays for a facility: named for it alone, shared with others, or stated outside a table."""

    facility: Facility
    line: BudgetLine
    match: Match
    rule: str
    basis: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FacilityLaw:
    """A law on which a facility stands through a project, with the budget lines that stand between."""

    facility: Facility
    citation: Citation
    project: Project
    strength: Strength
    lines: tuple[BudgetLine, ...]
    rule: str
    basis: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FacilityNaming:
    """A law whose title, or one of whose articles, names the facility itself; `article` is the evidence.

    `file` and `line` are where the register has the article; without texts they are empty and 0.
    """

    facility: Facility
    law: Law
    article: str
    file: str
    line: int
    rule: str
