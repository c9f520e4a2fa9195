"""The laws of a report: the 근거 fields of its sections, split and resolved, and every other mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..ontology.records import Citation, Project
from .citations import find_basis, find_mentions
from .citations.models import Found
from .citations.register import Register
from .fields import Field, Item, block_fields, blocks
from .source import Document, Line

_OPEN_END = re.compile(r"[,·․‧･및와과]\s*$|[(「『‘“][^)」』’”]*$")
_LAW_WORD = re.compile(r"법|조례|규칙|규정|령|계획|지침|방침|고시|제\d+조")


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading citations needs: the document, its city's full name (or empty), the register."""

    document: Document
    city: str
    register: Register


def section_bases(reader: Reader, project: Project, lines: Sequence[Line]) -> tuple[list[Citation], set[int]]:
    """The citations of a section's 근거 fields, and the numbers of the lines that they stand on."""
    made: list[Citation] = []
    used: set[int] = set()
    for block in blocks(lines):
        for field in block_fields(block):
            if field.role != "basis":
                continue
            kept = [_kept(i) for i in field.items if not i.note]
            pieces = [piece for item in kept for piece in item.pieces]
            used.update(piece.line.number for piece in pieces)
            text = "\n".join(item.text for item in kept)
            whole = Item(0, tuple(pieces), False)
            found = find_basis(text, city=reader.city, register=reader.register)
            made += [_citation(reader, whole, f, (project, field)) for f in found]
    return made, used


def _kept(item: Item) -> Item:
    """The item without unbulleted lines that are no more of the list: a table that follows, a caption."""
    kept = [item.pieces[0]]
    for piece in item.pieces[1:]:
        if not (_OPEN_END.search(kept[-1].text) or _LAW_WORD.search(piece.text)):
            break
        kept.append(piece)
    return Item(item.level, tuple(kept), item.note)


def _citation(reader: Reader, text: Item, found: Found, where: tuple[Project, Field]) -> Citation:
    first, last = text.locate(found.start, found.end)
    span = reader.document.span(first.line, first.start, last.line, last.end)
    return _record(found, basis=True, context=where[1].label, project=where[0], span=span)


def _record(found: Found, **where: object) -> Citation:
    return Citation(
        found.law,
        found.printed,
        found.articles,
        found.heading,
        found.others,
        found.how,
        found.status,
        **where,  # type: ignore[arg-type]
    )


def mentions(
    reader: Reader, lines: Sequence[Line], context: str, project: Project | None, used: set[int]
) -> Iterator[Citation]:
    """Every other mention, line by line; lines that a 근거 field took are left out."""
    for line in lines:
        if line.number in used or not _LAW_WORD.search(line.text):
            continue
        for found in find_mentions(line.text, city=reader.city, register=reader.register):
            span = reader.document.line_span(line, found.start, found.end)
            yield _record(found, basis=False, context=context, project=project, span=span)
