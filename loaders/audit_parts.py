"""One request put together from its lines: number, request, departments, answer, state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .audit_apart import take_last_department, take_last_word, tell_apart
from .audit_asked import Parts, take_text
from .audit_columns import Row, trimmed
from .audit_lines import Token, Units, bracketed, number_of, tokens
from .audit_words import category_of, status_ahead, status_word, title_kind
from .fields import Piece


def assemble(lines: Sequence[Token], units: Units, roles: Sequence[str]) -> Parts:
    """A request from its lines in reading order; `roles` are those of the table's head, if it has one."""
    parts = Parts()
    for at, token in enumerate(lines):
        _TAKE.get(token.kind, take_text)(parts, token, units)
        if at == 0 and (number := number_of(token.mark)):
            parts.number = "-".join(str(n) for n in number[1] if n)
    if not parts.apart:
        tell_apart(parts, lines, roles, units)
    if "department" in roles and not parts.departments:
        take_last_department(parts, units)
    if parts.status is None:
        take_last_word(parts)
    return parts


def assemble_row(row: Row, units: Units) -> Parts:
    """A request from the cells of a table's row."""
    parts = Parts(number="".join(p.text for p in row.cell("number")).strip(".()[]"), apart=bool(row.cell("answer")))
    parts.category = category_of("".join(p.text for p in row.cell("category")))
    parts.departments += [name for piece in row.cell("department") for name in units.listed(_unbracketed(piece))]
    _take_request_cell(parts, row.cell("request"), units)
    for piece in row.cell("answer"):
        for token in tokens([piece], units):
            take = _take_label if token.kind == "label" else _take_state if token.kind == "state" else take_text
            take(parts, token, units)
    notes = row.cell("note")
    _take_status_cell(parts, row.cell("status") or (notes if any(status_word(p.text) for p in notes) else ()))
    if parts.status is None:
        take_last_word(parts)
    return parts


def _unbracketed(piece: Piece) -> Piece:
    text = piece.text
    return trimmed(replace(piece, start=piece.start + (text[:1] in "([<"), end=piece.end - (text[-1:] in ")]>,")))


def _take_request_cell(parts: Parts, pieces: Sequence[Piece], units: Units) -> None:
    asked = Parts(apart=False)
    for token in tokens(pieces, units):
        _TAKE.get(token.kind, take_text)(asked, token, units)
    parts.request = [*asked.request, *asked.answer]
    parts.departments += asked.departments
    parts.category, parts.status = parts.category or asked.category, asked.status


def _take_status_cell(parts: Parts, pieces: Sequence[Piece]) -> None:
    """The state in its own column; other words there belong to the answer."""
    whole = status_word("".join(p.text for p in pieces)) if pieces else None
    first = next((found for p in pieces if (found := status_word(p.text))), None)
    parts.status = whole or first or parts.status
    parts.places += pieces
    parts.answer += [] if whole else [p for p in pieces if status_word(p.text) is None]


def _take_departments(parts: Parts, token: Token, units: Units) -> None:
    if parts.answer:
        parts.add_answer(token.piece)
    else:
        parts.departments += token.names
        parts.apart = parts.apart or bool(parts.request)


def _take_state(parts: Parts, token: Token, units: Units) -> None:
    if parts.status is None:
        parts.status = status_word(token.body.text)
        parts.apart = parts.apart or bool(parts.request)
        parts.places.append(trimmed(token.piece))
    else:
        take_text(parts, token, units)


def _take_label(parts: Parts, token: Token, units: Units) -> None:
    if token.role == "request" and not parts.answer:
        parts.request += [token.body] if token.body.text else []
        parts.category = parts.category or (category_of(token.label) if title_kind(token.label) else "")
    elif token.role == "department" and not parts.departments and (names := units.listed(token.body)):
        parts.departments += names
    elif token.role == "number" and not parts.number:
        parts.number = token.body.text
    elif token.role == "category" and not parts.answer:
        parts.category = category_of(token.body.text)
    elif token.role in ("answer", "result", "status"):
        parts.apart = True
        _take_answer_label(parts, token)


def _take_answer_label(parts: Parts, token: Token) -> None:
    """A label of the answer; a state behind it is the request's, and what stands behind the state goes on."""
    status = status_word(token.body.text) if token.role != "answer" else None
    ahead = status_ahead(token.body.text) if token.role != "answer" and status is None else None
    if parts.status is None and (status or ahead):
        parts.status = status or (ahead[0] if ahead else None)
        rest = replace(token.body, start=token.body.start + ahead[1]) if ahead else token.body
        parts.answer += [trimmed(rest)] if ahead and rest.text.strip() else list(_aside(token.body))
        parts.places.append(trimmed(token.piece))
    else:
        parts.add_answer(token.piece)


def _aside(body: Piece) -> Iterator[Piece]:
    """The words in brackets behind a state, if they are more than a date: `추진중(분기별 점검)`."""
    for _, inside in bracketed(body):
        if re.search(r"[가-힣]{2}", inside.text) and status_word(inside.text) is None:
            yield inside


_TAKE = {"department": _take_departments, "group": _take_departments, "state": _take_state, "label": _take_label}
