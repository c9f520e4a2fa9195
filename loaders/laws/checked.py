"""Citations held against the register: what it confirms, contradicts, or cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from ...ontology.fold import loose_key
from ...ontology.records import Citation, CitationCheck, LawArticle, Loaded, Record, Verdict
from ..citations.names import weak_key
from .book import LawFiles
from .naming import facility_namings
from .shelf import Shelf

_WHOLE = re.compile(r"제\d+조(?:의\d+)?")
_Note: TypeAlias = tuple[str, str]
_SAID: _Note = ("", "")
_NO_TEXT: _Note = ("the register holds no articles of this law", "법령 목록에 조문이 없음")
# Why a name is not resolved, as the citation reader tells it: what stands behind a + is how the city was found.
_REASONS: Mapping[str, _Note] = {
    "not_in_register": ("not in the register", "법령 목록에 없음"),
    "ambiguous": ("several laws have this name", "같은 이름의 법령이 여럿"),
    "former_law": ("a former law", "옛 법령"),
    "no_antecedent": ("refers back to nothing", "가리키는 법령이 앞에 없음"),
    "plan": ("no law but a plan", "법령이 아닌 계획·방침"),
}


def held_against(loaded: Loaded, books: LawFiles) -> Loaded:
    """A report with what the registers say of its citations and facilities behind its own records."""
    source, shelf = loaded.source, books.shelf
    checks = citation_checks(loaded.records, source.as_of, shelf)
    namings = facility_namings(loaded.records, source.city, books.register, shelf)
    return replace(loaded, records=(*loaded.records, *checks, *namings))


def citation_checks(records: Sequence[Record], as_of: str, shelf: Shelf) -> Iterator[CitationCheck]:
    """A check of every citation; `as_of` is the report's date (ISO), or empty."""
    for citation in dict.fromkeys(r for r in records if isinstance(r, Citation)):
        yield check(citation, as_of, {a.number: a for a in shelf.articles(citation.law)})


def check(citation: Citation, as_of: str, articles: Mapping[str, LawArticle]) -> CitationCheck:
    """One citation against the articles that the register has of its law, none if it has none.

    The register holds one version. If that took effect after the report's date, or either date is not known, nothing
    of it can be said of the version that was meant.
    """
    law = citation.law
    cited = _whole_articles(citation)
    known: Verdict = "checked" if law.resolved else "unknown"
    in_force: Verdict = "checked" if law.resolved and _was_in_force(law.in_force, as_of) else "unknown"
    if not articles or in_force == "unknown":
        note = _open_note(citation, in_force, as_of, cited)
        return CitationCheck(citation, known, in_force, "unknown" if cited else "", _open(citation), *note)
    missing = [number for number in cited if number not in articles or articles[number].deleted]
    heading = _heading(citation, cited, articles)
    notes = [(f"no {n} in the version of {law.in_force}", f"{law.in_force} 시행 판에 {n} 없음") for n in missing]
    if heading == "contradicted":
        notes += [
            (f"the heading of {n} is {title}", f"{n}의 제목은 {title}") for n, title in _wrong(citation, articles)
        ]
    there: Verdict = "contradicted" if missing else "checked"
    english, korean = ("; ".join(words) for words in zip(*notes, strict=True)) if notes else _SAID
    return CitationCheck(citation, known, in_force, there if cited else "", heading, english, korean)


def _open_note(citation: Citation, in_force: Verdict, as_of: str, cited: Sequence[str]) -> _Note:
    """Why nothing is known of the articles: the law itself is not, its version is later, or it has no text."""
    law = citation.law
    if not law.resolved:
        reason = next((r for r in _REASONS if r in citation.how), "not_in_register")
        return _REASONS[reason]
    if in_force == "unknown" and not as_of:
        return "the report's date is not known", "보고서의 기준일을 알 수 없음"
    if in_force == "unknown":
        return f"register of {law.in_force or '?'}", f"법령 목록은 {law.in_force or '?'} 시행 판"
    return _NO_TEXT if cited else _SAID


def _was_in_force(since: str, as_of: str) -> bool:
    return bool(since and as_of) and since <= as_of


def _open(citation: Citation) -> Verdict | Literal[""]:
    return "unknown" if citation.heading else ""


def _heading(citation: Citation, cited: Sequence[str], articles: Mapping[str, LawArticle]) -> Verdict | Literal[""]:
    """Whether the printed titles are those of the cited articles: one title for one article, in their order; a title
    for several is not checked."""
    printed = citation.heading.split("|") if citation.heading else []
    if not printed:
        return ""
    if len(printed) != len(cited) or any(number not in articles for number in cited):
        return "unknown"
    return "contradicted" if any(_wrong(citation, articles)) else "checked"


def _wrong(citation: Citation, articles: Mapping[str, LawArticle]) -> Iterator[tuple[str, str]]:
    """The articles whose heading is another than printed, with that heading."""
    for number, heading in zip(_whole_articles(citation), citation.heading.split("|"), strict=True):
        if not _alike(articles[number].heading, heading):
            yield number, articles[number].heading


def _whole_articles(citation: Citation) -> list[str]:
    return list(dict.fromkeys(a for wording in citation.articles for a in _WHOLE.findall(wording)))


def _alike(heading: str, printed: str) -> bool:
    """Whether a heading is as printed, but for what does not tell two titles apart (의, 및, 등 at the end)."""
    return _key(heading) == _key(printed)


def _key(heading: str) -> str:
    return loose_key(weak_key(heading)).removesuffix("등")
