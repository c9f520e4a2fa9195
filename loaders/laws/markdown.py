"""A law as a Markdown file with YAML front matter, in the layout of the public legalize-kr repositories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from ...ontology.errors import SourceError
from ...ontology.records import LawArticle, Problem
from ..citations.models import Entry
from ..source import Document, Line
from .facts import entry_of
from .models import Article, Passage, Statute
from .order import disorder, is_deleted

_FENCE = "---"
_HEAD = re.compile(
    r"#{1,6}\s*(?:(?P<chapter>제\s*\d+\s*[편장절관](?:\s*의\s*\d+)?(?:\s.*?)?)"
    r"|(?P<number>제\s*\d+\s*조(?:\s*의\s*\d+)?)\s*(?:\((?P<heading>.*)\))?\s*(?P<rest>[^()]*?))\s*"
)
_SUPPLEMENT = re.compile(r"(?:#{1,6}\s*)?부\s*칙(?:$|[\s(<])")
_HINT = "expected a law's front matter between two lines of ---, with 제목 or 자치법규명"


def read_statute(document: Document) -> tuple[Statute, list[Problem]]:
    """The law of a file. A front matter that cannot be read, or without a title, is a SourceError."""
    end = _front_matter_end(document)
    facts = _front_matter(document, end)
    entry = entry_of(facts, document.id)
    articles = tuple(_articles(document.id, document.lines[end + 1 :]))
    return Statute(document.id, entry, articles), list(disorder(document.id, articles))


def read_entry(document: Document) -> Entry:
    """The law's entry, from the front matter alone."""
    return entry_of(_front_matter(document, _front_matter_end(document)), document.id)


def _front_matter_end(document: Document) -> int:
    """The index of the line that closes the front matter."""
    if document.lines[0].text.strip() != _FENCE:
        raise SourceError("no front matter", file=document.id, line=1, hint=_HINT)
    ends = (i for i, line in enumerate(document.lines[1:], 1) if line.text.rstrip() == _FENCE)
    end = next(ends, 0)
    if not end:
        raise SourceError("the front matter does not end", file=document.id, line=1, hint=_HINT)
    return end


def _front_matter(document: Document, end: int) -> dict[str, Any]:
    text = "\n".join(line.text for line in document.lines[1:end])
    try:
        # The base loader makes text of everything: no dates, no numbers, no objects.
        facts = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise SourceError("broken front matter", file=document.id, line=line, hint=_HINT) from error
    if not isinstance(facts, dict):
        raise SourceError("the front matter holds no facts", file=document.id, line=1, hint=_HINT)
    return facts


def _articles(file: str, lines: Sequence[Line]) -> Iterator[Article]:
    """The articles of the body; what stands behind 부칙 belongs to the supplementary provisions."""
    end = next((i for i, line in enumerate(lines) if _SUPPLEMENT.match(line.text)), len(lines))
    heads = [(i, found) for i, line in enumerate(lines[:end]) if (found := _HEAD.fullmatch(line.text))]
    chapter = ""
    for at, (start, found) in enumerate(heads):
        stop = heads[at + 1][0] if at + 1 < len(heads) else end
        if found["chapter"]:
            chapter = " ".join(found["chapter"].split())
        else:
            place = (file, lines[start].number)
            yield _article(found, chapter, place, lines[start + 1 : stop])


def _article(found: re.Match[str], chapter: str, place: tuple[str, int], lines: Sequence[Line]) -> Article:
    body = tuple(Passage(line.number, line.text) for line in lines if line.text.strip())
    first = found["rest"] or (body[0].text if body else "")
    heading = " ".join((found["heading"] or "").strip("() ").split())
    number = "".join(found["number"].split())
    return Article(LawArticle(number, heading, chapter, is_deleted(first), *place), body)
