"""The request's side: its words, the tags before them, the departments in brackets behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..ontology.records import AuditStatus
from .audit_columns import trimmed
from .audit_lines import Token, Units, bracketed
from .audit_words import as_category, is_surely_status, status_word, title_kind
from .fields import Piece

_TAG = re.compile(r"\s*[(\[<【〔](?P<tag>[^()\[\]<>【】〔〕]{2,24})[)\]>】〕]\s*")
_NUMBERED_TAG = re.compile(r"[\s-]*\d+(?:-\d+)?\s*$")
_COUNTED = re.compile(r"(?P<number>\d{1,3}(?:-\d{1,2})?)\s*[.)]\s*(?!\d)")
_OPEN = re.compile(r"\s*[(\[<【〔](?P<names>[^()\[\]<>【】〔〕]{2,40})$")
_CLOSE = re.compile(r"\s*(?P<names>[^()\[\]<>【】〔〕]{2,40}?)\s*[)\]>】〕]")
_MOST_TAGS = 4
_END = re.compile(r"[\s.,]*")


@dataclass(slots=True)
class Parts:
    """What has been read of a request so far.

    `places` are all lines of the answer, `apart` whether it could be told apart from the request, `open`
    whether a bracket of departments goes on.
    """

    category: str = ""
    number: str = ""
    request: list[Piece] = field(default_factory=list)
    departments: list[Piece] = field(default_factory=list)
    answer: list[Piece] = field(default_factory=list)
    places: list[Piece] = field(default_factory=list)
    status: AuditStatus | None = None
    apart: bool = False
    open: bool = False

    def add_answer(self, piece: Piece) -> None:
        """Put a line of the answer behind the others."""
        self.answer.append(trimmed(piece))
        self.places.append(trimmed(piece))


def take_text(parts: Parts, token: Token, units: Units) -> None:
    """Text of the answer once that has begun, else of the request, with tags before it and departments behind it."""
    if parts.apart:
        parts.add_answer(token.piece)
        return
    if parts.open and _take_rest_of_departments(parts, token.piece, units):
        return
    body = _without_tags(parts, trimmed(token.piece) if parts.request else token.body, units)
    body = _without_open_bracket(parts, body, units)
    for whole, inside in bracketed(body):
        behind = trimmed(replace(body, start=whole.end))
        at_end = _END.fullmatch(behind.text) is not None
        names = units.listed(inside)
        if names and (at_end or all(units.has(n.text) for n in names)):
            parts.departments += names
            parts.request.append(trimmed(replace(body, end=whole.start)))
            parts.apart = True
            if not at_end:
                parts.add_answer(behind)
            return
        if at_end and parts.status is None and is_surely_status(inside.text):
            parts.status = status_word(inside.text)
            body = trimmed(replace(body, end=whole.start))
    parts.request += [body] if body.text else []


def _without_open_bracket(parts: Parts, body: Piece, units: Units) -> Piece:
    """The text before a bracket of departments that goes on in the next line: `… 강화할 것 (주택과,`."""
    found = _OPEN.search(body.text)
    inside = replace(body, start=body.start + found.start("names")) if found else body
    if found is None or not body.text.endswith(",") or not (names := units.listed(inside)):
        return body
    parts.departments += names
    parts.open = True
    return trimmed(replace(body, end=body.start + found.start()))


def _take_rest_of_departments(parts: Parts, piece: Piece, units: Units) -> bool:
    found = _CLOSE.match(piece.text)
    names = units.listed(trimmed(replace(piece, end=piece.start + found.end("names")))) if found else ()
    parts.open = False
    if found is None or not names:
        return False
    parts.departments += names
    parts.apart = True
    if (behind := trimmed(replace(piece, start=piece.start + found.end()))).text:
        parts.add_answer(behind)
    return True


def _without_tags(parts: Parts, body: Piece, units: Units) -> Piece:
    """The text behind tags that say its kind, its state or its department: `【시정】 [항만과] …`."""
    for _ in range(0 if parts.request else _MOST_TAGS):
        found = _TAG.match(body.text)
        if found is None or not _take_tag(parts, _inside(body, found), units):
            break
        body = trimmed(replace(body, start=body.start + found.end()))
        if (number := _COUNTED.match(body.text)) and not parts.number:
            parts.number = number["number"]
            body = trimmed(replace(body, start=body.start + number.end()))
    return body


def _inside(body: Piece, found: re.Match[str]) -> Piece:
    return Piece(body.line, body.start + found.start("tag"), body.start + found.end("tag"))


def _take_tag(parts: Parts, tag: Piece, units: Units) -> bool:
    """Whether a tag says something of its request."""
    if kind := as_category(title_kind(f"[{_NUMBERED_TAG.sub('', tag.text)}]")):
        parts.category = kind
        parts.number = parts.number or "".join(re.findall(r"\d+(?:-\d+)?", tag.text)[:1])
    elif status := status_word(tag.text):
        parts.status = status
    elif names := units.listed(tag):
        parts.departments += names
    else:
        return False
    return True
