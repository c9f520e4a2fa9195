"""Whether a report is whole: what it announces and does not hold, and what its end lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from ..ontology.records import Problem
from .facility_sections import SectionText
from .fields import blocks
from .outline import Chapter, box_title
from .source import Document
from .spacing import normal, squeeze
from .title_numbers import numbered

_PAGE = " \t-–0123456789"
_DOTS = " ·․‥…⋯."
_LEADER = 3
_NUMERAL = re.compile(r"^[\W_ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+")
_LIST_WITHIN = 80
_ALIKE = 0.6
_MOST = 0.8
_FEW_SECTIONS = 3


def missing_end(document: Document, outline: Sequence[Chapter], texts: Sequence[SectionText]) -> Iterator[Problem]:
    """A Problem at the last line for the first sign that the report goes on: a file that ends inside a character,
    a chapter of the contents or a title of the last chapter's own list that never comes, an end without what
    all other sections end with, a heading as the last line."""
    last = max((line.number for line in document.lines if line.text.strip()), default=1)
    if sign := next(_signs(document, outline, texts), ""):
        message = f"the report seems cut after line {last}: {sign}; what stands before is loaded"
        yield Problem(document.id, last, message, "warning")


def _signs(document: Document, outline: Sequence[Chapter], texts: Sequence[SectionText]) -> Iterator[str]:
    if document.cut:
        yield "it ends inside a character"
    if title := _announced(document, outline):
        yield f"its contents name {title!r}, which does not come"
    if outline and (title := _listed(outline[-1])):
        yield f"the list of its last chapter names {title!r}, which does not come"
    if outline and outline[-1].role == "projects" and (title := _block_lacking(texts)):
        yield f"its last section has no {title!r}, which the others end with"
    ending = next((line for line in reversed(document.lines) if line.text.strip()), None)
    if outline and ending is not None and box_title(ending) and ":" not in ending.text:
        yield f"{normal(ending.text)!r} is its last line"


def _key(text: str) -> str:
    """A title without its number, blanks and signs."""
    plain = _NUMERAL.sub("", text)
    found = numbered(plain)
    return re.sub(r"\W", "", found.title if found else plain)


def _announced(document: Document, outline: Sequence[Chapter]) -> str:
    """The first title of the contents (lines with a leader of dots) behind the last one whose chapter is there."""
    titles = [title for line in document.lines if (title := _before_leader(line.text))]
    chapters = {key for title in titles for c in outline if (key := _key(title)) and _begins(_key(c.title), key)}
    return _first_missing([t for t in titles if re.match(r"\s*(?:[Ⅰ-Ⅹ]|\d{1,2}\s*[.．])", t)], chapters)


def _before_leader(text: str) -> str:
    """The title of a line of contents, before its dots and its page; empty for any other line."""
    dotted = text.rstrip(_PAGE)
    title = dotted.rstrip(_DOTS)
    return title if dotted != text.rstrip() and len(dotted) - len(title) >= _LEADER else ""


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _listed(chapter: Chapter) -> str:
    """The first title of the list with which a chapter opens that does not come behind it; □ and fields end a list."""
    lines = [line for line in chapter.lines if _key(line.text)]
    seen: set[str] = set()
    for at, line in enumerate(lines[:_LIST_WITHIN]):
        if box_title(line) is not None or re.search("[:：]", line.text):
            return ""
        if _key(line.text) in seen:
            return _first_missing([line.text for line in lines[:at]], {_key(line.text) for line in lines[at:]})
        seen.add(_key(line.text))
    return ""


def _first_missing(titles: Sequence[str], there: set[str]) -> str:
    """The first of the titles behind the last one that is there; empty if none or all are, or it is only reworded."""
    come = [at for at, title in enumerate(titles) if _key(title) in there]
    rest = titles[come[-1] + 1 :] if come else []
    missing = (t for t in rest if not get_close_matches(_key(t), there, 1, _ALIKE))
    return normal(next(missing, ""))


def _block_lacking(texts: Sequence[SectionText]) -> str:
    """The heading that most sections end with and the last one does not have."""
    if len(texts) < _FEW_SECTIONS:
        return ""
    titles = [[_heading(b.title) for b in blocks(text.lines) if b.heading is not None] for text in texts]
    ends = Counter(found[-1] for found in titles[:-1] if found)
    usual, times = ends.most_common(1)[0] if ends else ("", 0)
    return usual if times >= _MOST * (len(texts) - 1) and usual not in titles[-1] else ""


def _heading(title: str) -> str:
    return squeeze(re.sub(r"[(（:].*", "", title))
