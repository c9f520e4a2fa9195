"""The logical lines of a section in which partners are looked for, each with what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology.fold import DASHES, DOTS, TILDES, unify
from ..ontology.records import Project, Span
from .facility_sections import SectionText
from .fields import Block, Item, Piece, blocks, is_execution, items, label_role
from .outline import is_contact
from .source import Document

_MOST_PIECES, _LONGEST = 3, 300
_ODD = re.compile(f"[{re.escape(DOTS + TILDES + DASHES)}]")
_FAR_APART = re.compile(r"\s{60,}")
_PHONE = re.compile(r"[☎☏]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One logical line, its dots and dashes folded, with the line above it, the block's title and its field's role.

    `of` is the number of the first line of the item that it is a part of: rows of one table share it.
    """

    project: Project
    block: str
    text: str
    item: Item
    above: str
    role: str
    of: int

    def span(self, document: Document, start: int, end: int) -> Span:
        """A slice of the text in the document."""
        first, last = self.item.locate(start, end)
        return document.span(first.line, first.start, last.line, last.end)


def passages(section: SectionText) -> Iterator[Passage]:
    """A section's logical lines without its contact lines and its budget table; rows of tables one by one."""
    for block in blocks(section.lines):
        if is_execution(block) and any("집행" in line.text for line in block.lines):
            continue
        yield from _of_block(section.project, block)


def _of_block(project: Project, block: Block) -> Iterator[Passage]:
    heading = items([block.heading]) if block.heading is not None else []
    above: list[tuple[Item, str]] = []
    lines = [line for line in block.lines if not _is_contact(line.text, block.heading is None)]
    for item in [*heading, *items(lines)]:
        above = [a for a in above if a[0].level < item.level]
        role = (above[-1][1] if above else "") or _field_role(item.text)
        parents = " ".join(a[0].text for a in above)
        above.append((item, role))
        for part in _parts(item):
            first = item.pieces[0].line.number
            yield Passage(project, block.title, _folded(part.text), part, parents, role, first)


def _folded(text: str) -> str:
    return unify(text) if _ODD.search(text) else text


def _is_contact(text: str, leading: bool) -> bool:
    """Whether a line holds a telephone, or stands above the first block and names who is responsible."""
    return bool(_PHONE.search(text)) or (leading and is_contact(text))


def _field_role(text: str) -> str:
    """The role of the field that a line begins: basis for 추진근거."""
    label = re.split(r"[:：]", text, maxsplit=1)[0] if "근거" in text or "법" in text[:20] else ""
    return label_role(label) if label and len(label) < 20 else ""


def _parts(item: Item) -> Iterator[Item]:
    """The line as a whole, or piece by piece if a table has run into it; what stands far apart is apart.

    Of lines longer than any that people print only the beginning is searched.
    """
    whole = len(item.pieces) <= _MOST_PIECES and bool(item.level) and len(item.text) <= _LONGEST
    if whole and not _FAR_APART.search(item.text):
        yield item
        return
    for piece in item.pieces:
        for part in _apart(piece):
            yield Item(item.level, (part,), item.note)


def _apart(piece: Piece) -> Iterator[Piece]:
    at = 0
    for gap in [*_FAR_APART.finditer(piece.text), None]:
        end = gap.start() if gap else piece.end - piece.start
        if end > at:
            yield Piece(piece.line, piece.start + at, piece.start + min(end, at + _LONGEST))
        at = gap.end() if gap else end
