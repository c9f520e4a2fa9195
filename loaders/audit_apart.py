"""Request and answer told apart where neither a label nor a department stands between them; the state at an end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .audit_asked import Parts
from .audit_columns import trimmed
from .audit_lines import Token, Units
from .audit_words import status_behind
from .fields import Piece

_ASKS = re.compile(
    r"(?:[가-힣] ?것|(?:바람|바랍니다|요망|요구|요청|촉구|제안|건의|필요|검토|마련|강구|철저|만전|주문)"
    r"(?:함|됨|드림)?)\s*[.]?\s*$"
)
_ARROW = re.compile(r"(?:^|\s)[→⇒☞➡➜](?:\s|$)")


def tell_apart(parts: Parts, tokens: Sequence[Token], roles: Sequence[str], units: Units) -> None:
    """Without a label, a department or a state between them: by the table's columns, bullets or the words that ask."""
    if not parts.request:
        return
    if "status" in roles and (found := status_behind(parts.request[-1].text)):
        last = parts.request.pop()
        parts.status = parts.status or found[0]
        parts.request += [p] if (p := trimmed(replace(last, end=last.start + found[1]))).text else []
    if "department" in roles and _split_at_department(parts, units):
        return
    if _split_at_arrow(parts):
        return
    marks = {trimmed(t.piece): t.mark for t in tokens if t.kind == "text" and t.mark}
    for at, piece in enumerate(parts.request[1:], 1):
        begins = marks.get(piece, "-") not in ("-", "※", "*") and marks[piece] != tokens[0].mark
        if begins or _ASKS.search(parts.request[at - 1].text):
            _split(parts, parts.request[:at], parts.request[at:])
            return


def _split(parts: Parts, request: Sequence[Piece], answer: Sequence[Piece]) -> None:
    parts.request = [p for p in request if p.text]
    parts.answer = [p for p in answer if p.text]
    parts.places = list(parts.answer)
    parts.apart = bool(parts.request)


def _split_at_arrow(parts: Parts) -> bool:
    """`난간 점검을 강화할 것 ⇒ 점검을 마침`."""
    for at, piece in enumerate(parts.request):
        if found := _ARROW.search(piece.text):
            before = trimmed(replace(piece, end=piece.start + found.start()))
            behind = trimmed(replace(piece, start=piece.start + found.end()))
            _split(parts, [*parts.request[:at], before], [behind, *parts.request[at + 1 :]])
            return parts.apart
    return False


def _split_at_department(parts: Parts, units: Units) -> bool:
    """In a table with a column of departments: the name between request and answer, where all stand on one line."""
    for at, piece in enumerate(parts.request):
        for word in re.finditer(r"[^\s,]+", piece.text):
            if units.has(word[0]):
                parts.departments.append(Piece(piece.line, piece.start + word.start(), piece.start + word.end()))
                before = trimmed(replace(piece, end=piece.start + word.start()))
                behind = trimmed(replace(piece, start=piece.start + word.end()))
                _split(parts, [*parts.request[:at], before], [behind, *parts.request[at + 1 :]])
                return parts.apart
    return False


def take_last_department(parts: Parts, units: Units) -> None:
    """In a table whose department stands behind the answer: the name on one of the last lines, a known one first."""
    named = [(piece, names) for piece in parts.answer[:-4:-1] if (names := units.listed(piece))]
    known = [(piece, names) for piece, names in named if all(units.has(n.text) for n in names)]
    for piece, names in (known or named)[:1]:
        parts.departments += names
        parts.answer.remove(piece)


def take_last_word(parts: Parts) -> None:
    """The state that ends the answer's last or first line."""
    for piece in (*parts.answer[-1:], *parts.answer[:1]):
        if found := status_behind(piece.text):
            parts.status = found[0]
            return
