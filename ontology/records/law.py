"""Laws, and where a document cites them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .organisation import Project
from .source import Span

LawKind = Literal["act", "decree", "rule", "ordinance", "directive", "regulation", "plan"]
CitationStatus = Literal["in_force", "bill", "planned", "amendment_planned"]


@dataclass(frozen=True, slots=True)
class Law:
    """A law as the register knows it, or (`resolved` false) by its printed name."""

    title: str
    kind: LawKind
    jurisdiction: str
    resolved: bool
    law_id: str = ""
    number: str = ""
    promulgated: str = ""
    in_force: str = ""
    ministry: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a law. `basis` tells a project's 근거 field from any other mention.

    `articles` are canonical (`제14조제4항`, ranges `제15조~제17조`); `others` is a following 등;
    `how` is the way the name was resolved (exact, fold, weak_fold, …) or the reason that it was not.
    """

    law: Law
    printed: str
    articles: tuple[str, ...]
    heading: str
    others: bool
    how: str
    status: CitationStatus
    basis: bool
    context: str
    project: Project | None
    span: Span
