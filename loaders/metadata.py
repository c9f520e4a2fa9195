"""Which city, bureau, date and title a report is of: from its own words, else from what the user gave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..ontology.records import Problem, Source, SourceFact, Span
from .citations.names import canonical_city
from .issuer import issuer
from .outline import chapters
from .periods import as_of
from .source import Document, Line
from .spacing import normal, squeeze

_REPORT = re.compile(
    r"(?P<title>[^\t]*업\s*무\s*(?:추\s*진\s*)?(?:(?:실\s*적|현\s*황|상\s*황)\s*(?:및\s*계\s*획)?\s*)?(?:보\s*고|계\s*획)[^\t]*)"
)
_YEARED = re.compile(r"\s*[’‘']?(?:20)?\d\d\s*년도?(?:\s*[상하]\s*반\s*기|\s*\d\s*/?\s*\d?\s*분기)?\s*")
_BRACKETED_BUREAU = re.compile(
    r"업무\s*(?:보고|계획)(?:서)?\s*\(\s*(?P<bureau>[가-힣·]{2,14}(?:실|국|본부|관|단|원|구|과))\s*\)"
)
_BUREAU = re.compile(
    r"(?<![가-힣])(?P<bureau>[가-힣·]{2,12}(?:실|국|본부|기획관|담당관|정책관|추진단|사업단|사업소|보건소|소방서))"
    r"(?=\s|$|장\b|\)|,)"
)
_LABELS = {"city": "city", "bureau": "bureau", "as_of": "as-of date", "title": "title"}
_AS_OF = re.compile("기준|현재")
_DATE_WIDTH = 30
_HEADING = re.compile(r"\s*[ⅠⅡ]")


@dataclass(frozen=True, slots=True)
class Given:
    """What the options of `build` say of a document, where it says nothing itself."""

    city: str = ""
    bureau: str = ""
    as_of: str = ""
    title: str = ""


def describe(document: Document, given: Given) -> tuple[Source, list[SourceFact], list[Problem]]:
    """The document as a source; one fact for each thing known, one Problem for each that is not."""
    source = Source(document.id, document.sha256, document.encoding, len(document.lines))
    cover = _cover(document)
    stated = {
        "city": issuer(document, cover),
        "bureau": _bureau(document, cover),
        "as_of": _as_of(document),
        "title": _title(document, cover),
    }
    facts, problems = [], []
    for property, found in stated.items():
        value, span = found or (_given(given, property), None)
        if value:
            facts.append(SourceFact(property, value, span))  # type: ignore[arg-type]
        else:
            message = f"the {_LABELS[property]} is not stated; give it with --{property.replace('as_of', 'date')}"
            problems.append(Problem(document.id, 1, message, "note" if property == "title" else "warning"))
    known = {f.property: f.value for f in facts}
    return replace(source, **known), facts, problems  # type: ignore[arg-type]


def _given(given: Given, property: str) -> str:
    value: str = getattr(given, property)
    return canonical_city(value) if property == "city" else value


def _cover(document: Document) -> Sequence[Line]:
    """The lines before the contents or the first chapter."""
    heads = [c.heading.number for c in chapters(document)]
    heads += [line.number for line in document.lines if _HEADING.match(line.text)]
    return document.lines[: min(heads, default=1) - 1]


def _bureau(document: Document, cover: Sequence[Line]) -> tuple[str, Span] | None:
    """From the cover, or from `업무보고(…)`."""
    for line in cover:
        if found := _BUREAU.search(line.text):
            return found["bureau"], document.line_span(line, *found.span("bureau"))
        if _is_spaced(line.text) and (found := _BUREAU.fullmatch(squeeze(line.text))):
            return found["bureau"], document.line_span(line)
    for line in document.lines:
        if found := _BRACKETED_BUREAU.search(line.text):
            return found["bureau"], document.line_span(line, *found.span("bureau"))
    return None


def _as_of(document: Document) -> tuple[str, Span] | None:
    """The first full date that a note `… 기준` or `… 현재` gives."""
    for line in document.lines:
        for word in _AS_OF.finditer(line.text):
            start = max(0, word.start() - _DATE_WIDTH)
            if found := as_of(line.text[start : word.end()]):
                return found[0], document.line_span(line, start + found[1], start + found[2])
    return None


def _title(document: Document, cover: Sequence[Line]) -> tuple[str, Span] | None:
    """The cover's line of the title, with a line above it that is nothing but the year (`2025년도 하반기`)."""
    lines = [line for line in cover if line.text.strip()]
    for above, line in pairwise([None, *lines]):
        if line and "업" in line.text and (found := _REPORT.search(line.text)):
            title = squeeze(found["title"]) if _is_spaced(found["title"]) else normal(found["title"])
            if above and _YEARED.fullmatch(above.text) and not re.search(r"\d\d년", title):
                return f"{normal(above.text)} {title}", document.lines_span([above, line])
            return title, document.line_span(line)
    return None


def _is_spaced(text: str) -> bool:
    return all(len(word) == 1 for word in text.split())
