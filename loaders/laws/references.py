"""The laws that a law cites, article by article, and the one that it carries out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...ontology.fold import unify
from ...ontology.records import LawKind, LawReference
from ..citations.back import Declared, declarations, with_references
from ..citations.mentions import find_mentions
from ..citations.models import NATION, Found
from ..citations.register import Register
from .models import Article, Passage, Statute

_MARKS = ("「", "같은 ", "동법")
# What a decree, rule or ordinance says of the law that it carries out.
_CARRIES_OUT = re.compile(r"위임|시행에|시행하기|에 따라|에 따른|에 의하여|에 의한|근거|의 규정|에서 정")
_RANKS: dict[LawKind, int] = {"act": 4, "decree": 3, "rule": 2, "ordinance": 1, "directive": 1, "regulation": 0}


def references(statute: Statute, register: Register) -> Iterator[LawReference]:
    """Every citation in the articles, in order; a short name that the law declares holds from there to its end."""
    entry = statute.entry
    city = "" if entry.jurisdiction == NATION else entry.jurisdiction
    declared: tuple[Declared, ...] = ()
    first = next((a for a in statute.articles if not a.article.deleted), None)
    for article in statute.articles:
        carries_out = article is first and any(_CARRIES_OUT.search(line.text) for line in article.passages)
        for line in article.passages:
            if article is not first and not _may_cite(line, declared):
                continue
            unified = unify(line.text)
            named = find_mentions(line.text, city=city, register=register, quoting=article is not first)
            found = with_references(line.text, unified, named, declared)
            declared += tuple(replace(d, start=0) for d in declarations(unified, found))
            yield from (_reference(statute, article, line, f, carries_out=carries_out) for f in found)


def _may_cite(line: Passage, declared: Sequence[Declared]) -> bool:
    return any(mark in line.text for mark in _MARKS) or any(d.name in line.text for d in declared)


def _reference(statute: Statute, article: Article, line: Passage, found: Found, *, carries_out: bool) -> LawReference:
    higher = _RANKS.get(found.law.kind, 0) > _RANKS.get(statute.entry.kind, 0)
    kind = "based_on" if carries_out and higher else "cites"
    return LawReference(kind, article.article.number, found.law, found.articles, found.how, line.line)  # type: ignore[arg-type]
