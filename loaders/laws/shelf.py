"""The articles of the laws that a report cites: of the registers that were given, else the few that are bundled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ...ontology.errors import SourceError
from ...ontology.fold import name_key
from ...ontology.records import Law, LawArticle
from ..citations import tables
from ..citations.models import Entry
from .files import File, statute_in
from .models import Article

_BUNDLED = "ordinance_articles.csv"


class Shelf:
    """Laws by jurisdiction, kind and title. A file is read when its law is first asked for, and then kept."""

    def __init__(self, files: Mapping[tuple[str, str, str], File] | None = None) -> None:
        self._files = files or {}
        self._read: dict[File, tuple[Article, ...]] = {}

    def articles(self, law: Law) -> tuple[LawArticle, ...]:
        """The articles of a law in their order; none if the registers hold no text of it."""
        if texts := self.texts(law):
            return tuple(a.article for a in texts)
        return _bundled().get(name_key(law.title), ()) if law.kind == "ordinance" else ()

    def texts(self, law: Law) -> tuple[Article, ...]:
        """The same with their wording, where a register has it. A file that cannot be read has been reported before."""
        file = self._files.get(law_key(law))
        if file is None:
            return ()
        if file not in self._read:
            try:
                self._read[file] = statute_in(file)[0].articles
            except SourceError:
                self._read[file] = ()
        return self._read[file]


def law_key(law: Law | Entry) -> tuple[str, str, str]:
    """What makes two laws of registers one."""
    return law.jurisdiction, law.kind, name_key(law.title)


@cache
def _bundled() -> dict[str, tuple[LawArticle, ...]]:
    found: dict[str, list[LawArticle]] = {}
    for title, article in _rows():
        found.setdefault(name_key(title), []).append(article)
    return {key: tuple(articles) for key, articles in found.items()}


def _rows() -> Iterator[tuple[str, LawArticle]]:
    for line, (title, number, heading) in enumerate(tables.cells(_BUNDLED), 2):
        yield title, LawArticle(number, heading, "", deleted=False, file=_BUNDLED, line=line)
