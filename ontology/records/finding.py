"""What stands beside the data: the source's own inconsistencies, and which of its lines nothing accounts for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .activity import AuditRequest, Funding, Result, Target
from .facility import FacilityFact
from .money import Amount, BudgetLine
from .source import Span

FindingKind = Literal["sum", "rate", "unit", "typo", "text_vs_table", "duplicate"]
Certainty = Literal["certain", "likely"]
Touched: TypeAlias = Amount | BudgetLine | Target | Result | Funding | FacilityFact | AuditRequest


@dataclass(frozen=True, slots=True)
class Finding:
    """An inconsistency of the source: the printed figures stay, this stands beside them.

    `printed` is what the first span prints, `expected` what would fit the other spans, both as people write them;
    `message_ko` and `message_en` say how one knows; `about` are the figures that it touches.
    """

    kind: FindingKind
    printed: str
    expected: str
    message_ko: str
    message_en: str
    certainty: Certainty
    spans: tuple[Span, ...]
    about: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class ChapterCoverage:
    """How many of a chapter's non-blank lines some record, rule or ignore entry accounts for."""

    chapter: str
    lines: int
    read: int
    span: Span


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that nothing accounts for."""

    chapter: str
    span: Span
