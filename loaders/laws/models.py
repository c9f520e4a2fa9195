"""What a file of a law register gives before it is made records: the articles with their texts."""

from __future__ import annotations

from dataclasses import dataclass

from ...ontology.records import LawArticle
from ..citations.models import Entry


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article's text and the 1-based line of the file on which it begins."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article and its text, passage by passage."""

    article: LawArticle
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Statute:
    """One law in one version, the version that the register holds; `file` is its path in the register."""

    file: str
    entry: Entry
    articles: tuple[Article, ...]
