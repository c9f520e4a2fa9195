"""What stands beside the data, for `check`: the sources' inconsistencies, and the lines that nobody read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..ontology.errors import UnknownNameError
from ..ontology.fold import loose_key
from .check import CheckResult
from .rows import Rows
from .steps import Steps
from .walk import Store, Walk

UNREAD = ("line", "chapter", "text", "source")


def findings(store: Store, language: str) -> list[CheckResult]:
    """The inconsistencies of the sources by source and line; messages in the `language`, ko or en."""
    return [
        CheckResult(
            kind=check.kind,
            line="|".join(str(line) for place in check.places for line in place.lines),
            printed=check.printed,
            expected=check.expected,
            message=check.message[language == "en"],
            source="|".join(place.source for place in check.places),
            certainty=check.certainty,
        )
        for check in Steps(Walk(store)).all_checks()
    ]


def unread(store: Store, chapter: str = "") -> Rows:
    """The lines that nothing accounts for, of one chapter or of all, by source and line.

    A chapter may be typed as people do, `Ⅵ` or `VI`; UnknownNameError if no source has it.
    """
    walk = Walk(store)
    wanted = _key(chapter)
    chapters = {iri: walk.one(iri, "gg:chapter") for iri in walk.all("gg:ChapterCoverage")}
    chosen = {iri for iri, name in chapters.items() if wanted in ("", _key(name))}
    if not chosen and wanted:
        known = tuple(sorted(set(chapters.values())))
        raise UnknownNameError(f"no chapter is called {chapter!r}", nearest=known, hint=f"there are {', '.join(known)}")
    return Rows(UNREAD, tuple(sorted(_lines(walk, chapters, chosen), key=lambda row: (row[3], row[0]))))


def _lines(walk: Walk, chapters: dict[str, str], chosen: set[str]) -> Iterator[tuple[int, str, str, str]]:
    for iri in chosen:
        source = walk.source_of(iri)
        for line in walk.into("dct:isPartOf", iri):
            yield walk.number(line, "gg:firstLine") or 0, chapters[iri], walk.one(line, "gg:quote"), source


def _key(chapter: str) -> str:
    return loose_key(unicodedata.normalize("NFKC", chapter))
