"""What a trace is made of: laws, projects, budget lines and facilities as steps, and the chains that join them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .money import Total
from .names import Thing
from .walk import Place

# Why a chain has no law that it surely stands on.
#   no_section  no section of the report is about this facility or line, so no basis is stated
#   no_basis    the section states no basis
#   unresolved  the section states one that the register of laws does not know; its printed name is kept
#   mention     named only in passing: the law is no basis, or the section is not about the facility
#   not_cited   a law of a register that no report cites
Gap = Literal["", "no_section", "no_basis", "unresolved", "mention", "not_cited"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a link is known: its code (relation, match …), stated or derived, by which rule, from which lines."""

    code: str
    basis: str
    rule: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """An inconsistency of the source beside a figure: what is printed, what would fit, how one knows, how sure it is.

    Words for people are Korean and English; `kind` and `certainty` are codes.
    """

    iri: str
    kind: str
    kind_words: tuple[str, str]
    printed: str
    expected: str
    message: tuple[str, str]
    certainty: str
    sure: tuple[str, str]
    places: tuple[Place, ...]

    @property
    def said(self) -> tuple[str, str]:
        """All of it in a sentence."""
        figures = " → ".join(figure for figure in (self.printed, self.expected) if figure)
        ko, en = (f"{figures} ({sure}): {text}" for sure, text in zip(self.sure, self.message, strict=True))
        return ko, en


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a citation stands against the register of laws: a code and a reason, both also in Korean and English."""

    code: str
    words: tuple[str, str]
    notes: tuple[str, str]

    @property
    def said(self) -> tuple[str, str]:
        """The verdict with its reason in brackets."""
        ko, en = (f"{word} ({note})" if note else word for word, note in zip(self.words, self.notes, strict=True))
        return ko, en


@dataclass(frozen=True, slots=True)
class LawStep:
    """A law as a section cites it, or (neither printed nor with a verdict) as it names a facility itself; `articles`
    joined by `|`, `printed` the name as printed."""

    iri: str
    title: str
    kind: str
    articles: str
    resolved: bool
    basis: bool
    status: str
    printed: str
    page: str
    places: tuple[Place, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ProjectStep:
    """A section of a report and the department that answers for it."""

    iri: str
    title: str
    number: str
    department: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a budget line: in won, and as printed with its unit."""

    won: int
    printed: str
    unit: str
    fiscal_year: int
    phase: str
    places: tuple[Place, ...]
    iri: str = ""


@dataclass(frozen=True, slots=True)
class LineStep:
    """A row of a budget table with its figure (본예산, else the first that is stated)."""

    iri: str
    item: str
    table: str
    department: str
    figure: Figure | None
    places: tuple[Place, ...]
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class BudgetStep:
    """A budget line, and the line of the other table that was reconciled with it."""

    line: LineStep
    twin: LineStep | None = None
    reconciled: Evidence | None = None

    @property
    def checks(self) -> tuple[Check, ...]:
        """The inconsistencies of the source that touch the line or its twin."""
        return tuple(dict.fromkeys((*self.line.checks, *(self.twin.checks if self.twin else ()))))

    @property
    def iris(self) -> tuple[str, ...]:
        """The address of the line, and of the twin if both are the same money."""
        same = self.twin and self.reconciled and self.reconciled.code == "same"
        return (self.line.iri, self.twin.iri) if self.twin and same else (self.line.iri,)


@dataclass(frozen=True, slots=True)
class FacilityStep:
    """A place, or network of places."""

    iri: str
    name: str
    network: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """One way from a law to a facility; a step that the report does not give is None. A law that names the facility
    itself stands alone with it: no project, no money, strength `register`."""

    law: LawStep | None = None
    project: ProjectStep | None = None
    budget: BudgetStep | None = None
    facility: FacilityStep | None = None
    relation: Evidence | None = None
    match: Evidence | None = None
    strength: Evidence | None = None
    gap: Gap = ""

    def places(self) -> tuple[Place, ...]:
        """Where its steps stand."""
        steps = (self.law, self.project, self.facility, self.budget.line if self.budget else None)
        return tuple(place for step in steps if step for place in step.places)


@dataclass(frozen=True, slots=True)
class Money:
    """What the lines of a trace come to in one fiscal year, 본예산, every won once (see `money`)."""

    fiscal_year: int
    budget: int
    total: Total
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """All chains from one thing; never empty.

    `branches` are the places of a network, `roles` what an organisation does in projects, by their addresses.
    """

    thing: Thing
    chains: tuple[Chain, ...]
    money: Money | None
    branches: tuple[str, ...] = ()
    roles: tuple[tuple[str, Evidence], ...] = ()
