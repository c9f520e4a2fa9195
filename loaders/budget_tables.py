"""Where the budget tables of a chapter or block lie: cut apart at their captions, their heads from their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .amounts import table_unit
from .budget_columns import is_head
from .outline import box_title
from .source import Line

_END = re.compile(r"\s*(?:참\s*고\b|<)")
_ROUND = re.compile(r"\s*[ㅇ○◦]\s")
_CAPTION = re.compile(r"\s*(?:[□■◻▣❏☐◎]|[ㅇ○◦●]\s|[<〈《【\[]|[가-하]\.\s)")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*")
_TOTAL = re.compile(r"\s*(?:[합총소누]\s*)?계\s")
_FIGURES = re.compile(r"\S\s+(?:\d[\d,.]*|-)(?:\s+(?:[△▲]?\d[\d,.]*%?|-)){1,}\s*$")
_FEW_ROWS = 2
_LONGEST_HEAD = 24


def tables(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The pieces of a chapter that hold a table each: cut at the headings (□, ㅇ, <…>) above the tables' heads."""
    cuts = [0, *(i for i, line in enumerate(lines) if i and _is_caption(line.text)), len(lines)]
    pieces = (lines[a:b] for a, b in pairwise(cuts))
    yield from (piece for piece in pieces if _head_start(piece) is not None or figure_rows(piece))


def _is_caption(text: str) -> bool:
    """A heading, but no row that begins with a bullet."""
    return bool(_CAPTION.match(text)) and not _FIGURES.search(text)


def only_unit(lines: Sequence[Line]) -> str:
    """The unit of a chapter that names one unit throughout; else an empty string."""
    units = {unit for line in lines if (unit := table_unit(line.text))}
    return units.pop() if len(units) == 1 else ""


def figure_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines that end with two figures or more, if there are so many that they must be a table."""
    found = [line for line in lines if _FIGURES.search(line.text)]
    return found if len(found) > _FEW_ROWS else []


def _head_start(lines: Sequence[Line]) -> int | None:
    return next((i for i, line in enumerate(lines) if is_head(line.text) and box_title(line) is None), None)


def _is_item(text: str) -> bool:
    return bool(text.strip()) and not _TOTAL.match(text)


def _goes_on(text: str) -> bool:
    """Whether a head goes on with this line: head words, a unit, brackets alone (`(%)`), a blank line."""
    return not text.strip() or is_head(text) or bool(table_unit(text)) or bool(_BRACKET.fullmatch(text))


def cut_head(lines: Sequence[Line]) -> tuple[list[Line], tuple[Line, ...]]:
    """The first run of head lines, and what follows it up to the next bullet or reference page."""
    start = _head_start(lines)
    if start is None:
        return [], ()
    end = start
    while end < len(lines) and _goes_on(lines[end].text):
        end += 1
    head = [line for line in lines[start:end] if is_head(line.text)][:_LONGEST_HEAD]
    bulleted = next((bool(_ROUND.match(line.text)) for line in lines[end:] if _is_item(line.text)), False)
    ends = (_END.match(line.text) or (not bulleted and _ROUND.match(line.text)) for line in lines[end:])
    stop = next((i for i, found in enumerate(ends, end) if found), len(lines))
    return head, tuple(lines[end:stop])
