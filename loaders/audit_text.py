"""The pieces of a request or answer as one text, and where they stand in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..ontology.records import Span
from .fields import Piece
from .source import Document, Line
from .spacing import normal

_BULLET = re.compile(r"\s*(?:[□■◆○ㅇ◦●•▶▷❍◈※*\-–∙·‣▸▴▪￭]|[①-⑳]|\d{1,2}[.)]\s|<\s)")
_MOST_LINES = 24
_LETTER_END, _LETTER = re.compile(r"[가-힣]$"), re.compile(r"[가-힣]")


def logical_lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Each bullet with what goes on below it, cut where it goes on over more lines than people write."""
    line: list[Piece] = []
    for piece in pieces:
        if line and (_BULLET.match(piece.text) or len(line) == _MOST_LINES):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def joined(pieces: Sequence[Piece]) -> str:
    """The text of pieces with a blank between two of them."""
    return normal(" ".join(piece.text for piece in pieces))


@dataclass(frozen=True, slots=True)
class Wording:
    """How a chapter's lines break: `blank_kept` if a line that breaks between words ends with a blank."""

    document: Document
    printed: frozenset[int]
    blank_kept: bool

    @classmethod
    def of(cls, document: Document, lines: Sequence[Line]) -> Wording:
        """Most lines that go on end with a blank where an extraction keeps it."""
        printed = [line for line in lines if line.text.strip()]
        going_on = [a for a, b in pairwise(printed) if _LETTER_END.search(a.text.rstrip()) and _LETTER.match(b.text)]
        kept = sum(line.text.endswith(" ") for line in going_on)
        return cls(document, frozenset(line.number for line in printed), kept * 2 > len(going_on))

    def request(self, pieces: Sequence[Piece]) -> str:
        """The text of a request in reading order; a word that breaks at the line's end is one word again."""
        text = pieces[0].text
        for before, piece in pairwise(pieces):
            text += ("" if self._breaks_word(before, piece) else " ") + piece.text
        return normal(text)

    def _breaks_word(self, before: Piece, piece: Piece) -> bool:
        ends = before.line.text[before.end : before.end + 1] == "" and _LETTER_END.search(before.text)
        return self.blank_kept and bool(ends) and bool(_LETTER.match(piece.line.text))

    def span(self, pieces: Sequence[Piece]) -> Span:
        """From the first printed piece to the last."""
        first, last = min(pieces, key=_place), max(pieces, key=_place)
        return self.document.span(first.line, first.start, last.line, last.end)

    def spans(self, pieces: Sequence[Piece]) -> Iterator[Span]:
        """One span for pieces that follow one another without other words between them."""
        run: list[Piece] = []
        for piece in pieces:
            if run and not self._next_to(run[-1], piece):
                yield self.span(run)
                run = []
            run.append(piece)
        if run:
            yield self.span(run)

    def _next_to(self, before: Piece, piece: Piece) -> bool:
        between = range(before.line.number + 1, piece.line.number)
        whole = not before.line.text[before.end :].strip() and not piece.line.text[: piece.start].strip()
        return before.line.number < piece.line.number and whole and not any(n in self.printed for n in between)


def _place(piece: Piece) -> tuple[int, int]:
    return piece.line.number, piece.start
