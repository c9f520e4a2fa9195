"""Passages: the bullets of a section that no other record takes, kept as printed so that nothing said is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..ontology.records import Passage, Problem, Project
from .coverage import covered, is_ignored, is_target_head
from .fields import Block, Item, Piece, blocks, is_execution, items
from .report import Report
from .schedule_steps import is_open
from .source import Document, Line
from .spacing import normal
from .targets_cells import is_done

_FULL_LINE = 32
_DASH = 3
_SAYS_SOMETHING = 3
_WORD = re.compile(r"(?<!\S)[^\w\s]*[가-힣A-Za-z][가-힣A-Za-z·․-]*[가-힣A-Za-z]\S*")
_NUMBER = re.compile(r"(?<!\S)[^\w\s]*\d\S*")


def read_passages(report: Report) -> tuple[Iterable[Passage], Iterable[Problem]]:
    """A passage for each bullet that no record before stands on; what follows without a bullet is part of it only as
    far as a wrapped line goes on. A line of a box or table that says something (three words) is a passage of its own;
    single cells are none."""
    taken = covered(report.records)
    sections = (p for text in report.texts for p in _section(report.document, text.project, text.lines, taken))
    return [*sections, *_outside(report, taken)], ()


def _outside(report: Report, taken: frozenset[int]) -> Iterator[Passage]:
    """The passages of chapters without sections: situation, vision, staff."""
    for chapter in report.outline:
        if chapter.role not in ("projects", "key_plan", "budget", "audit"):
            yield from _block(report.document, None, Block(chapter.title, None, chapter.lines), taken)


def _section(document: Document, project: Project, lines: Sequence[Line], taken: frozenset[int]) -> Iterator[Passage]:
    for block in blocks(lines):
        if block.heading is not None:
            yield from _block(document, project, block, taken)


def _block(document: Document, project: Project | None, block: Block, taken: frozenset[int]) -> Iterator[Passage]:
    heading, table = normal(block.title), block.heading is not None and is_execution(block)
    for item in items(block.lines):
        pieces = _wrapped(item)
        is_cell = table and item.level in (0, _DASH)
        said = [pieces] if item.level and not is_cell else []
        said += [] if table else [[p] for p in item.pieces[len(pieces) if item.level else 0 :] if _says(p.text)]
        for group in said:
            left = [p for p in group if p.line.number not in taken and not is_ignored(p.line)]
            if left:
                first, last = left[0], left[-1]
                yield Passage(project, heading, document.span(first.line, first.start, last.line, last.end))


def _says(text: str) -> bool:
    """Whether a line without bullet is a sentence (three words or more, no fewer words than figures) or a whole row of
    a table (a name and three figures or more), and no head of columns."""
    words, figures = _WORD.findall(text), len(_NUMBER.findall(text))
    sentence = len(words) >= _SAYS_SOMETHING and len(words) >= figures
    row = figures >= _SAYS_SOMETHING and bool(words) and text.lstrip().startswith(words[0])
    return (sentence or row) and not is_target_head(text)


def _wrapped(item: Item) -> list[Piece]:
    """The bullet's own line and those on which it goes on: a line goes on if it is open, or full and not complete."""
    pieces = [item.pieces[0]]
    for before, piece in pairwise(item.pieces):
        goes_on = is_open(before.text) or (len(before.text) >= _FULL_LINE and not is_done(before.text))
        if is_ignored(piece.line) or not goes_on:
            break
        pieces.append(piece)
    return pieces
