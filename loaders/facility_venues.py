"""Places where something is held (장소) or housed (위치): event venues, kept apart by type, and host buildings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .facility_names import clean, head_of, refused
from .facility_sections import Proposal, SectionText
from .facility_tables import Stated
from .facility_values import read_value
from .fields import Piece, blocks, items
from .source import Document
from .spacing import squeeze

_LABEL = re.compile(r"\s*(?:\((?P<bracket>[가-힣\s/]{2,12})\)|(?P<label>[가-힣\s/]{2,12}?)\s*[:：])\s*(?P<value>\S.*)$")
_VENUE = ("장소", "행사장소", "개최장소")
_HOST = ("위치", "소재지")
_PLACE = re.compile(r"(?P<name>[^,()/]+?)\s*(?P<size>\([^()]*\))?\s*(?:,|$)")
_FLOOR = re.compile(r"^(?P<building>.*?)\s*(?P<floor>(?:지하\s*)?\d+층)\s*(?P<room>.*)$")
_AROUND = re.compile(r"\s*(?:일대|일원|등|내|內)$")
_NAME = re.compile(r"[가-힣A-Za-z0-9&+ ]{2,20}")


def venues(document: Document, section: SectionText, is_known: Callable[[str], bool]) -> Iterator[Proposal]:
    """The venues and host buildings of a section's labelled items."""
    for block in blocks(section.lines):
        for item in items(block.lines):
            for piece in item.pieces:
                yield from _of_piece(document, section, piece, is_known)


def _of_piece(
    document: Document, section: SectionText, piece: Piece, is_known: Callable[[str], bool]
) -> Iterator[Proposal]:
    found = _LABEL.match(piece.text)
    if found is None:
        return
    labels = [squeeze(part) for part in (found["bracket"] or found["label"]).split("/")]
    start = found.start("value")
    if labels[-1] in _VENUE:
        if len(labels) > 1:
            start += found["value"].rfind("/") + 1
        yield from _venues(document, section, Piece(piece.line, piece.start + start, piece.end), is_known)
    elif labels[0] in _HOST and (host := _host(document, section, Piece(piece.line, piece.start + start, piece.end))):
        yield host


def _venues(
    document: Document, section: SectionText, value: Piece, is_known: Callable[[str], bool]
) -> Iterator[Proposal]:
    """`한빛관 2층 나래홀(1,200㎡), 3층 다온홀(900㎡)` is a building with two halls."""
    building = ""
    for found in _PLACE.finditer(value.text):
        for part in re.finditer(r".+?(?=\s및\s|$)", found["name"]):
            printed = re.sub(r"^\s*및\s+", "", part[0])
            floor = _FLOOR.match(printed)
            room = _AROUND.sub("", clean(floor["room"] if floor else printed))
            building = clean(floor["building"]) if floor and floor["building"] else building if floor else ""
            at = (found.start("name") + part.start(), found.start("name") + part.end())
            if floor and floor["building"]:
                yield _venue(document, section, value, at, (clean(floor["building"]), "", ""))
            if room and is_known(room.split()[0]):
                span = document.line_span(value.line, value.start + at[0], value.start + at[1])
                name, rule = room.split()[0], "label-names-venue"
                yield Proposal(name, "", span, rule, relation="uses_venue", project=section.project)
            elif room and _NAME.fullmatch(room) and not refused(room):
                yield _venue(document, section, value, at, (room, building, found["size"] or ""))


def _venue(
    document: Document, section: SectionText, value: Piece, at: tuple[int, int], named: tuple[str, str, str]
) -> Proposal:
    name, building, size = named
    span = document.line_span(value.line, value.start + at[0], value.start + at[1])
    facts = tuple(Stated(p, v, size, span) for p, v in read_value("size", size)) if size else ()
    return Proposal(
        name,
        building,
        span,
        "label-names-venue",
        "event_venue",
        "uses_venue",
        facts=facts,
        project=section.project,
    )


def _host(document: Document, section: SectionText, value: Piece) -> Proposal | None:
    """A building that a 위치 names before its address: `산학협력센터(가온구 나래로 37)`."""
    found = re.match(r"\s*(?P<name>[^(,]+?)\s*(?:(?:지하\s*)?\d+층\s*)?\((?P<address>[^()]+)\)", value.text)
    head = head_of(found["name"]) if found else None
    if found is None or head is None or refused(found["name"]):
        return None
    span = document.line_span(value.line, value.start + found.start("name"), value.start + found.end("name"))
    placed = document.line_span(value.line, value.start + found.start("address"), value.start + found.end("address"))
    facts = tuple(Stated(p, v, found["address"], placed) for p, v in read_value("address", found["address"]))
    name = clean(found["name"])
    return Proposal(name, "", span, "label-names-venue", head.type, "mentions", facts=facts, project=section.project)
