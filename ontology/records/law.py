"""Laws, and where a document cites them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .organisation import Project
from .source import Span

LawKind = Literal["act", "decree", "rule", "ordinance", "directive", "regulation", "plan"]
CitationStatus = Literal["in_force", "bill", "planned", "amendment_planned"]
Verdict = Literal["checked", "unknown", "contradicted"]


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


@dataclass(frozen=True, slots=True)
class LawArticle:
    """An article as a register of laws has it: number canonical (`제14조의2`), heading without brackets.

    `file` and `line` (1-based) are where the register says so; a deleted article has neither heading nor text. The
    `text` is empty unless it was asked for.
    """

    number: str
    heading: str
    chapter: str
    deleted: bool
    file: str
    line: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class LawReference:
    """A law that an article of another cites, or (`based_on`) that a decree, rule or ordinance carries out.

    `articles` are canonical, with ranges kept; `how` is the way the name was resolved, or why it was not.
    """

    kind: Literal["cites", "based_on"]
    article: str
    cited: Law
    articles: tuple[str, ...]
    how: str
    line: int


@dataclass(frozen=True, slots=True)
class RegisteredLaw:
    """A law of a register with its articles and what they cite."""

    law: Law
    file: str
    articles: tuple[LawArticle, ...]
    references: tuple[LawReference, ...]


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """How a citation stands against the register: is the law known, was the version that the register holds in force
    at the report's date, is the article there, is its heading as printed; empty where nothing is cited.

    `contradicted` needs a version that was in force at that date. The notes say, in English and in Korean, why
    something is not `checked`.
    """

    citation: Citation
    law: Verdict
    in_force: Verdict
    articles: Verdict | Literal[""]
    heading: Verdict | Literal[""]
    note: str
    note_ko: str

    @property
    def verdict(self) -> Verdict:
        """The four as one: contradicted if anything is, checked if all that is cited is."""
        found = {self.law, self.in_force, self.articles, self.heading}
        return "contradicted" if "contradicted" in found else "unknown" if "unknown" in found else "checked"
