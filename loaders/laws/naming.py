"""Laws that name a facility itself, in their title or in an article that sets it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...ontology.fold import name_key
from ...ontology.records import Facility, FacilityName, FacilityNaming, Law, LawArticle, Record
from ..citations.names import without_place
from ..citations.register import Register, law_of
from ..knowledge import alternatives
from .shelf import Shelf

_SHORTEST = 4
_SETS_UP = r"(?:을|를)?(?:설치|설립|둔다|두며|운영|조성)|의(?:설치|설립|운영)"


def facility_namings(
    records: Sequence[Record], city: str, register: Register, shelf: Shelf
) -> Iterator[FacilityNaming]:
    """Every ordinance or rule of the city that names one of the facilities: by its title, else by an article."""
    if not city:
        return
    names = _names(records)
    laws = [law_of(e) for e in register.entries if e.jurisdiction == city and e.kind in ("ordinance", "rule")]
    for law in laws:
        title = name_key(without_place(law.title))
        for name, facility in names.items():
            if title.startswith(name) and _said_of().fullmatch(title, len(name)):
                yield _by_title(name, facility, law, shelf)
        yield from _by_articles(names, law, shelf)


def _names(records: Sequence[Record]) -> dict[str, Facility]:
    """The facilities by the keys of their spellings; what several share, or is too short to tell, is left out."""
    found: dict[str, set[Facility]] = {}
    for record in records:
        if isinstance(record, Facility):
            found.setdefault(name_key(without_place(record.name)), set()).add(record)
        elif isinstance(record, FacilityName):
            found.setdefault(name_key(without_place(record.name)), set()).add(record.facility)
    return {key: one for key, (one, *more) in found.items() if not more and len(key) >= _SHORTEST}


def _said_of() -> re.Pattern[str]:
    """What may stand behind a facility's name in a title about it and nothing else (설치 및 운영에 관한 조례)."""
    return re.compile(rf"(?:{alternatives('naming_words', 'word')})+(?:조례|규칙|조례시행규칙)")


def _by_title(name: str, facility: Facility, law: Law, shelf: Shelf) -> FacilityNaming:
    """The evidence is the article whose heading has the name, else the first."""
    articles = shelf.articles(law)
    first = next((a for a in articles if name in name_key(a.heading)), articles[0] if articles else None)
    return _naming(facility, law, first, "law-title-names-facility")


def _by_articles(names: dict[str, Facility], law: Law, shelf: Shelf) -> Iterator[FacilityNaming]:
    found: set[Facility] = set()
    for text in shelf.texts(law):
        wording = name_key(text.article.heading + " " + " ".join(p.text for p in text.passages))
        for name, facility in names.items():
            if name in wording and facility not in found and re.search(re.escape(name) + _SETS_UP, wording):
                found.add(facility)
                yield _naming(facility, law, text.article, "article-names-facility")


def _naming(facility: Facility, law: Law, article: LawArticle | None, rule: str) -> FacilityNaming:
    if article is None:
        return FacilityNaming(facility, law, "", "", 0, rule)
    return FacilityNaming(facility, law, article.number, article.file, article.line, rule)
