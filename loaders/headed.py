"""The parts of a section under a heading or label of one kind: targets (추진목표), milestones (향후 추진 일정)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..ontology.fold import QUOTES, unify
from .fields import Piece
from .knowledge import words
from .source import Line
from .spacing import squeeze

_HINT = re.compile(
    r"[목지]\s*표|물\s*량|일\s*정|계\s*획|향\s*후|앞으로|사\s*항|절\s*차|실\s*적|[성경]\s*과|상\s*황|결\s*과"
)
_LEAD = re.compile(
    r"\s*(?:(?P<box>[□■◻▣❏☐])|(?P<bracket>[<〈《【\[])|(?P<letter>[가-하][.)]\s)|(?P<number>\d{1,2}[.)]\s)"
    r"|(?P<round>[ㅇ○◦•●◎])|(?P<dash>[-–∙․‧·])|(?P<small>[‣▸▴▪￭▷▶]))\s*"
)
_RANKS = {"box": 1, "bracket": 2, "letter": 3, "number": 4, "round": 5, "dash": 6, "small": 7}
_LABEL = re.compile(r"(?:\((?P<inner>[^()]{1,20})\)|(?P<label>[^:：]{1,30}?)\s*[:：])")
_YEAR = re.compile(rf"^[{re.escape(QUOTES)}]?(?:20)?\d\d년?도?(?=\D)|^\d대|^제?\d차년도")
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Headed:
    """What stands under one heading: its title, the words behind its colon, the lines below it.

    `box` tells a heading of its own (□, <…>, 가.) from a label inside a block.
    """

    title: str
    heading: Line
    value: Piece | None
    lines: tuple[Line, ...]
    box: bool


def headed(lines: Sequence[Line], role: str) -> Iterator[Headed]:
    """Every part under a heading of a role, up to the next heading or label of its rank."""
    behind = 0
    for index, line in enumerate(lines):
        if index < behind or not _HINT.search(line.text) or not (opening := _opening(line, role)):
            continue
        title, value, rank = opening
        behind = next((i for i in range(index + 1, len(lines)) if _ends(lines[i].text, rank)), len(lines))
        yield Headed(title, line, value, tuple(lines[index + 1 : behind]), rank <= _RANKS["number"])


def is_heading(title: str, role: str) -> bool:
    """Whether a title is a heading word of a role, alone or joined by 및: `2025년 비전 및 추진 목표`."""
    if len(title) > _LONGEST_TITLE:
        return False
    text = unify(squeeze(re.sub(r"\(.*?\)|\[.*?\]", "", title)))
    known = words("activity_headings", "word", role=role)
    parts = (_YEAR.sub("", part.strip("<>[]【】")) for part in re.split(r"[·,/&]|및", text))
    return any(part in known or re.sub(r"^[가-힣]{1,4}별", "", part) in known for part in parts)


def _opening(line: Line, role: str) -> tuple[str, Piece | None, int] | None:
    """The title of a line that opens a part, the piece behind its colon, its rank."""
    lead = _LEAD.match(line.text)
    if lead is None or lead.lastgroup is None:
        return None
    start = lead.end()
    label = _LABEL.match(line.text, start)
    title = (label["inner"] or label["label"]) if label else line.text[start:].rstrip(" >〉》】]")
    if not is_heading(title, role):
        return (line.text[start:], None, _RANKS[lead.lastgroup]) if _whole(line, start, role) else None
    value = line.text[label.end() :] if label else ""
    piece = Piece(line, len(line.text) - len(value.lstrip()), len(line.text.rstrip())) if value.strip() else None
    return title, piece, _RANKS[lead.lastgroup]


def _whole(line: Line, start: int, role: str) -> bool:
    """A heading whose note behind it holds a colon: `추진일정 (단위 : 월)`."""
    return "(" in line.text[start:] and is_heading(line.text[start:], role)


def _ends(text: str, rank: int) -> bool:
    lead = _LEAD.match(text)
    return lead is not None and lead.lastgroup is not None and _RANKS[lead.lastgroup] <= rank
