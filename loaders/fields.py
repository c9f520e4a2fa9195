"""The inside of a section: blocks under □, and under them fields `ㅇ label : value` with their items."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from ..ontology.fold import QUOTES
from .knowledge import rows
from .outline import box_title
from .source import Line
from .spacing import normal, squeeze

_FIELD = re.compile(r"(?P<bullet>[ㅇ○◦•●]|[-∙‣▸▪￭])?\s*(?P<label>[^\s:：][^:：]{0,23}?)\s*[:：](?P<value>.*)$")
_BULLET = re.compile(r"\s*(?P<mark>[□■◻▣❏ㅇ○◦•●\-–∙․‧·‣▸▴▪￭▷※*◈➊-➓❶-❿①-⑳\uf000-\uf0ff]|\d{1,2}[.)]\s)")
_LEVELS = ("□■◻▣❏", "ㅇ○◦•●", "-–∙․‧·", "‣▸▴▪￭▷")
_NOTE = "※*"
_SMALL_LEVEL, _NOTE_LEVEL = 4, 5
_BOXES = "□■◻▣❏☐ \t"
_LONGEST_LABEL = 14
_LEAD = re.compile(rf"^[^\w(<\[{re.escape(QUOTES)}]+")
_DEPTHS = {mark: depth for depth, marks in enumerate((*_LEVELS, _NOTE), 1) for mark in marks}


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one □ heading, up to the next."""

    title: str
    heading: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line: the columns from `start` to `end`."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The printed words."""
        return self.line.text[self.start : self.end]


@dataclass(frozen=True)
class Item:
    """One logical line: a bullet's text with the lines on which it goes on."""

    level: int
    pieces: tuple[Piece, ...]
    note: bool

    @cached_property
    def text(self) -> str:
        """The pieces joined by a blank."""
        return " ".join(p.text for p in self.pieces)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """Where each piece ends in `text`."""
        return tuple(accumulate(self.pieces, lambda at, piece: at + 1 + piece.end - piece.start, initial=-1))[1:]

    def locate(self, start: int, end: int) -> tuple[Piece, Piece]:
        """Where a slice of `text` begins and ends in the document's lines."""
        opening, closing = bisect_left(self._ends, start), bisect_left(self._ends, end)
        first, last = self.pieces[0], self.pieces[-1]
        if opening < len(self.pieces):
            piece = self.pieces[opening]
            first = Piece(piece.line, max(piece.start, piece.end - (self._ends[opening] - start)), piece.end)
        if closing < len(self.pieces):
            piece = self.pieces[closing]
            last = Piece(piece.line, piece.start, max(piece.start, piece.end - (self._ends[closing] - end)))
        return first, last


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field: its role by the label's words (basis, money, facilities or empty), its value's items."""

    role: str
    label: str
    line: Line
    items: tuple[Item, ...]


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a section; what stands before the first □ is a block without a heading."""
    heads = [i for i, line in enumerate(lines) if box_title(line) is not None]
    made = [Block("", None, tuple(lines[: heads[0] if heads else len(lines)]))]
    for at, end in pairwise([*heads, len(lines)]):
        made.append(Block(box_title(lines[at]) or "", lines[at], tuple(lines[at + 1 : end])))
    return made


def block_fields(block: Block) -> list[Field]:
    """The labelled fields of a block; one whose own heading is a label (`□ 추진근거`) is a field itself, the first."""
    made = fields(block.lines)
    if block.heading is None:
        return made
    label, colon, value = block.heading.text.partition(":" if ":" in block.heading.text else "：")
    role = label_role(label)
    if not role or len(squeeze(label)) > _LONGEST_LABEL:
        return made
    start = len(label) + len(colon)
    piece = Piece(block.heading, start, start + len(value)) if colon else None
    return [Field(role, normal(label.strip(_BOXES)), block.heading, tuple(items(block.lines, piece))), *made]


def is_execution(block: Block) -> bool:
    """Whether a block is the project's own budget table."""
    title = re.sub(r"\(.*", "", squeeze(block.title))
    return any(row["role"] == "execution" and title.endswith(row["word"]) for row in rows("field_labels"))


def fields(lines: Sequence[Line]) -> list[Field]:
    """The labelled fields of a block, in order; a field ends at the next bullet of its level or above."""
    small = _small_first(lines)
    made = []
    for index, line in enumerate(lines):
        if head := _label(line):
            label, value = head
            end = _end(lines, index + 1, _level(line.text, small), small)
            made.append(Field(label_role(label), label, line, tuple(items(lines[index + 1 : end], value))))
    return made


def label_role(label: str) -> str:
    """The role of a label: the table's word that it is or ends with, the longest first."""
    text = re.sub(r"[^가-힣A-Za-z]", "", squeeze(re.sub(r"\(.*?\)", "", label)))
    found = [r for r in rows("field_labels") if text.endswith(r["word"]) and r["role"] != "execution"]
    exact = [r for r in found if text == r["word"] or (r["word"] != "근거" and r["role"] in ("basis", "money"))]
    chosen = exact or [r for r in found if text == r["word"]]
    return max(chosen, key=lambda r: len(r["word"]))["role"] if chosen else ""


def _label(line: Line) -> tuple[str, Piece] | None:
    """A line's label and the piece behind the colon; a label alone needs a bullet and a role."""
    if found := _FIELD.fullmatch(line.text, len(line.text) - len(line.text.lstrip())):
        label, start = found["label"], found.start("value")
    else:
        bullet = re.fullmatch(r"\s*[ㅇ○◦•●‣▸▪▷]\s*(?P<label>[가-힣A-Za-z ]{2,14})\s*", line.text)
        if bullet is None or not label_role(bullet["label"]):
            return None
        label, start = bullet["label"], len(line.text)
    return (_LEAD.sub("", label).rstrip(" \t-"), Piece(line, start, len(line.text))) if _level(line.text) else None


def _bullet(text: str) -> tuple[int, int]:
    """The depth of a line's bullet, 1 (□) to 5 (notes), 0 for none; and where the text behind it begins."""
    found = _BULLET.match(text)
    return (_DEPTHS.get(found["mark"][0], 2), found.end()) if found else (0, 0)


def _small_first(lines: Sequence[Line]) -> bool:
    """Whether the lines open with a small bullet (▸), which then stands above ㅇ and - and not below them."""
    levels = (_bullet(line.text)[0] for line in lines)
    return next((level for level in levels if 1 < level < _NOTE_LEVEL), 0) == _SMALL_LEVEL


def _level(text: str, small: bool = False) -> int:
    """The depth of a line's bullet, 0 without one; `small`: a small one is as high as ㅇ."""
    level = _bullet(text)[0]
    return 2 if small and level == _SMALL_LEVEL else level


def _end(lines: Sequence[Line], start: int, level: int, small: bool) -> int:
    for index in range(start, len(lines)):
        found = _level(lines[index].text, small)
        if 0 < found <= level:
            return index
    return len(lines)


def items(lines: Sequence[Line], value: Piece | None = None) -> list[Item]:
    """The logical lines: each bullet with the unbulleted lines behind it."""
    made: list[tuple[int, list[Piece], bool]] = []
    small = _small_first(lines)
    if value is not None and value.text.strip():
        made.append((0, [_trimmed(value.line, value.start, value.end)], False))
    for line in lines:
        if not line.text.strip():
            continue
        level, start = _level(line.text, small), _bullet(line.text)[1]
        piece = _trimmed(line, start, len(line.text))
        if level or not made:
            made.append((level, [piece], level == _NOTE_LEVEL))
        else:
            made[-1][1].append(piece)
    return [Item(level, tuple(pieces), note) for level, pieces, note in made]


def _trimmed(line: Line, start: int, end: int) -> Piece:
    text = line.text[start:end]
    return Piece(line, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
