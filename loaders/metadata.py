"""Which city, bureau, date and title a report is of: from its own words, else from what the user gave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..ontology.fold import jurisdictions
from ..ontology.records import Problem, Source, SourceFact, Span
from .outline import chapters
from .periods import as_of
from .source import Document, Line
from .spacing import normal, squeeze

_REPORT = re.compile(r"(?P<title>[^\t]*업\s*무\s*(?:추\s*진\s*)?(?:보\s*고|계\s*획)[^\t]*)")
_BRACKETED_BUREAU = re.compile(
    r"업무\s*(?:보고|계획)(?:서)?\s*\(\s*(?P<bureau>[가-힣·]{2,14}(?:실|국|본부|관|단|원|구|과))\s*\)"
)
_BUREAU = re.compile(r"(?<![가-힣])(?P<bureau>[가-힣]{2,10}(?:실|국|본부|기획관|추진단|사업소))(?=\s|$|장\b|\)|,)")
_LABELS = {"city": "city", "bureau": "bureau", "as_of": "as-of date", "title": "title"}
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
    stated = {
        "city": _city(document),
        "bureau": _bureau(document),
        "as_of": _as_of(document),
        "title": _title(document),
    }
    facts, problems = [], []
    for property, found in stated.items():
        value, span = found or (getattr(given, property), None)
        if value:
            facts.append(SourceFact(property, value, span))  # type: ignore[arg-type]
        else:
            message = f"the {_LABELS[property]} is not stated; give it with --{property.replace('as_of', 'date')}"
            problems.append(Problem(document.id, 1, message, "note" if property == "title" else "warning"))
    known = {f.property: f.value for f in facts}
    return replace(source, **known), facts, problems  # type: ignore[arg-type]


def _cover(document: Document) -> Sequence[Line]:
    """The lines before the contents or the first chapter."""
    heads = [c.heading.number for c in chapters(document)]
    heads += [line.number for line in document.lines if _HEADING.match(line.text)]
    return document.lines[: min(heads, default=1) - 1]


def _city(document: Document) -> tuple[str, Span] | None:
    """The city whose full name the document prints most often, if no other comes near."""
    found = [(j.full, m) for j in jurisdictions() for m in re.finditer(j.full, document.text)]
    counts = Counter(full for full, _ in found).most_common(2)
    if not counts or (len(counts) > 1 and counts[1][1] * 2 > counts[0][1]):
        return None
    full = counts[0][0]
    first = min((m for name, m in found if name == full), key=lambda m: m.start())
    return full, _span(document, first.start(), first.end())


def _span(document: Document, start: int, end: int) -> Span:
    line = next(line for line in document.lines if start <= line.end)
    return document.line_span(line, start - line.start, end - line.start)


def _bureau(document: Document) -> tuple[str, Span] | None:
    """From the cover, or from `업무보고(…)`."""
    for line in _cover(document):
        if found := _BUREAU.search(line.text):
            return found["bureau"], document.line_span(line, *found.span("bureau"))
    for line in document.lines:
        if found := _BRACKETED_BUREAU.search(line.text):
            return found["bureau"], document.line_span(line, *found.span("bureau"))
    return None


def _as_of(document: Document) -> tuple[str, Span] | None:
    """The first full date that a note `… 기준` or `… 현재` gives."""
    for line in document.lines:
        if found := as_of(line.text):
            return found[0], document.line_span(line, found[1], found[2])
    return None


def _title(document: Document) -> tuple[str, Span] | None:
    for line in _cover(document):
        if found := _REPORT.search(line.text):
            title = found["title"]
            spaced = all(len(word) == 1 for word in title.split())
            return squeeze(title) if spaced else normal(title), document.line_span(line)
    return None
