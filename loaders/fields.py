"""The inside of a section: blocks under □, and under them fields `ㅇ label : value` with their items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .knowledge import rows
from .outline import box_title
from .source import Line
from .spacing import squeeze

_FIELD = re.compile(r"\s*(?P<bullet>[ㅇ○◦•●]|[-∙‣▸▪￭])?\s*(?P<label>[^:：]{1,24}?)\s*[:：](?P<value>.*)$")
_BULLET = re.compile(r"\s*(?P<mark>[□■◻▣❏ㅇ○◦•●\-–∙․‧·‣▸▴▪￭▷※*◈➊-➓❶-❿①-⑳\uf000-\uf0ff]|\d{1,2}[.)]\s)")
_LEVELS = ("□■◻▣❏", "ㅇ○◦•●", "-–∙․‧·", "‣▸▴▪￭▷")
_NOTE = "※*"
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


@dataclass(frozen=True, slots=True)
class Item:
    """One logical line: a bullet's text with the lines on which it goes on."""

    level: int
    pieces: tuple[Piece, ...]
    note: bool

    @property
    def text(self) -> str:
        """The pieces joined by a blank."""
        return " ".join(p.text for p in self.pieces)

    def locate(self, start: int, end: int) -> tuple[Piece, Piece]:
        """Where a slice of `text` begins and ends in the document's lines."""
        first, last, at = self.pieces[0], self.pieces[-1], 0
        begun = ended = False
        for piece in self.pieces:
            size = piece.end - piece.start
            if not begun and start <= at + size:
                first, begun = Piece(piece.line, piece.start + max(0, start - at), piece.end), True
            if not ended and end <= at + size:
                last, ended = Piece(piece.line, piece.start, piece.start + max(0, end - at)), True
            at += size + 1
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


def is_execution(block: Block) -> bool:
    """Whether a block is the project's own budget table."""
    title = re.sub(r"\(.*", "", squeeze(block.title))
    return any(row["role"] == "execution" and title.endswith(row["word"]) for row in rows("field_labels"))


def fields(lines: Sequence[Line]) -> list[Field]:
    """The labelled fields of a block, in order; a field ends at the next bullet of its level or above."""
    made, index = [], 0
    while index < len(lines):
        head = _label(lines[index])
        if head is None:
            index += 1
            continue
        label, value, level = head
        end = _end(lines, index + 1, level)
        made.append(Field(label_role(label), label, lines[index], tuple(items(lines[index + 1 : end], value))))
        index += 1
    return made


def label_role(label: str) -> str:
    """The role of a label: the table's word that it is or ends with, the longest first."""
    text = re.sub(r"[^가-힣A-Za-z]", "", squeeze(re.sub(r"\(.*?\)", "", label)))
    found = [r for r in rows("field_labels") if text.endswith(r["word"]) and r["role"] != "execution"]
    exact = [r for r in found if text == r["word"] or (r["word"] != "근거" and r["role"] in ("basis", "money"))]
    chosen = exact or [r for r in found if text == r["word"]]
    return max(chosen, key=lambda r: len(r["word"]))["role"] if chosen else ""


def _label(line: Line) -> tuple[str, Piece, int] | None:
    """A line's label, the piece behind the colon and the bullet's level; a label alone needs a bullet."""
    if found := _FIELD.fullmatch(line.text):
        label, start = found["label"], found.start("value")
    else:
        bullet = re.fullmatch(r"\s*[ㅇ○◦•●]\s*(?P<label>[가-힣A-Za-z ]{2,14})\s*", line.text)
        if bullet is None or not label_role(bullet["label"]):
            return None
        label, start = bullet["label"], len(line.text)
    level = _level(line.text)
    return (label.strip(" \t-"), Piece(line, start, len(line.text)), level) if level else None


def _bullet(text: str) -> tuple[int, int]:
    """The depth of a line's bullet, 1 (□) to 5 (notes), 0 for none; and where the text behind it begins."""
    found = _BULLET.match(text)
    return (_DEPTHS.get(found["mark"][0], 2), found.end()) if found else (0, 0)


def _level(text: str) -> int:
    return _bullet(text)[0]


def _end(lines: Sequence[Line], start: int, level: int) -> int:
    for index in range(start, len(lines)):
        found = _level(lines[index].text)
        if 0 < found <= level:
            return index
    return len(lines)


def items(lines: Sequence[Line], value: Piece | None = None) -> list[Item]:
    """The logical lines: each bullet with the unbulleted lines behind it."""
    made: list[tuple[int, list[Piece], bool]] = []
    if value is not None and value.text.strip():
        made.append((0, [_trimmed(value.line, value.start, value.end)], False))
    for line in lines:
        if not line.text.strip():
            continue
        level, start = _bullet(line.text)
        piece = _trimmed(line, start, len(line.text))
        if level or not made:
            made.append((level, [piece], level == 5))
        else:
            made[-1][1].append(piece)
    return [Item(level, tuple(pieces), note) for level, pieces, note in made]


def _trimmed(line: Line, start: int, end: int) -> Piece:
    text = line.text[start:end]
    return Piece(line, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
