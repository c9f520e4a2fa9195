"""Targets in bullets and in the heading itself: which bullets are aims, what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .fields import Item, Piece, items
from .periods import terms
from .source import Line
from .spacing import normal, squeeze
from .targets_cells import is_done
from .targets_figures import quantities

_LABEL = re.compile(r"\s*(?:\((?P<inner>[^()]{1,30})\)|(?P<label>[^:：]{1,30}?)\s*[:：])\s*(?=\S)")
_NAMED = re.compile(r"\s*[❶-❿➊-➓①-⑳]\s*\((?P<label>[^()]{1,20})\)")
_NUMBER = re.compile(r"\s*[❶-❿➊-➓①-⑳]")
_ABOUT = re.compile(r"(?:특히|또한|아울러)?,?\s*(?P<about>\S.{0,40}?)(?:에서는|에서|에는|에)\s+(?=\d|총|연\s|市|道)")
_WIDE = re.compile(r"\s{2,}")
_LONGEST_LABEL = 12
_LONGEST_NAME = 20
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet that states aims: what they are about, the logical line of the aims."""

    about: str
    aims: Item


def names_in(section: Sequence[Line]) -> dict[str, str]:
    """The names that a section gives to numbered things (`❶ (인재 양성) …`), by their letters."""
    found = (_NAMED.match(line.text) for line in section)
    return {squeeze(m["label"]): normal(m["label"]) for m in found if m}


def bullets(lines: Sequence[Line], names: dict[str, str], year: int, as_of: str, *, elaborates: bool) -> list[Bullet]:
    """The bullets that state aims; `names` are those of numbered things (`names_in`).

    A bullet without figure is one, unless bullets below it state figures or (`elaborates`) the heading itself states
    the aims; below a bullet only what is to come and has a figure, and only if the bullet has none.
    """
    listed = [_whole(item) for item in items(lines) if not item.note]
    top = min((item.level for item in listed if item.level), default=0)
    made: list[Bullet] = []
    for index, item in enumerate(listed):
        if item.level != top:
            continue
        below = _below(listed, index)
        own = _named(item, names)
        if quantities(own.aims.text):
            made.append(_about(own))
            continue
        figured = [child for child in below if quantities(child.text) and not _is_past(child, year, as_of)]
        made += [replace(b, about=b.about or normal(item.text)) for b in map(_labelled, figured)]
        if not figured and not elaborates:
            made.append(own)
    return made


def _below(listed: Sequence[Item], index: int) -> list[Item]:
    made = []
    for item in listed[index + 1 :]:
        if item.level <= listed[index].level:
            break
        made.append(item)
    return made


def _whole(item: Item) -> Item:
    """A bullet goes on below until it is complete; what stands behind is a picture or a caption."""
    taken = item.pieces[:1]
    for piece in item.pieces[1:_MOST_LINES]:
        if is_done(" ".join(p.text for p in taken)):
            break
        taken = (*taken, piece)
    return replace(item, pieces=taken)


def _named(item: Item, names: dict[str, str]) -> Bullet:
    """A numbered aim with the name that the section gives it elsewhere, or set off by wide blanks; else a label."""
    numbered = bool(_NUMBER.match(item.pieces[0].line.text))
    if numbered and (cut := _known_name(item.text, names)):
        return Bullet(cut[0], _behind(item, cut[1]))
    if numbered and (gaps := list(_WIDE.finditer(item.text))):
        widest = max(gaps, key=lambda g: len(g[0]))
        label = squeeze(item.text[: widest.start()])
        if len(label) <= _LONGEST_LABEL:
            return Bullet(label, _behind(item, widest.end()))
    return _labelled(item)


def _known_name(text: str, names: dict[str, str]) -> tuple[str, int] | None:
    """The name that a text begins with, its letters spaced as they may be, and where it ends."""
    start = squeeze(text[: 2 * _LONGEST_NAME])
    key = next((start[:n] for n in range(_LONGEST_NAME, 1, -1) if start[:n] in names), "")
    found = re.match(r"\s*".join(map(re.escape, key)) + r"\s*", text)
    return (names[key], found.end()) if key and found else None


def _labelled(item: Item) -> Bullet:
    found = _LABEL.match(item.text)
    if found is None or quantities(found["label"] or ""):
        return Bullet("", item)
    return Bullet(normal(found["inner"] or found["label"]), _behind(item, found.end()))


def _about(bullet: Bullet) -> Bullet:
    """`AI 분야에 150억원 출자`: what a figure is for stands before it."""
    if bullet.about or not (found := _ABOUT.match(bullet.aims.text)):
        return bullet
    return Bullet(normal(found["about"]), _behind(bullet.aims, found.end()))


def _behind(item: Item, column: int) -> Item:
    """The logical line from a column on."""
    return replace(item, pieces=tuple(_cut(item, column)))


def _cut(item: Item, column: int) -> Iterator[Piece]:
    at = 0
    for piece in item.pieces:
        size = piece.end - piece.start
        if column < at + size:
            yield replace(piece, start=piece.start + max(0, column - at))
        at += size + 1


def _is_past(item: Item, year: int, as_of: str) -> bool:
    """Whether all dates of a bullet lie before the month of the report's date."""
    ends = [t.end for t in terms(item.text, year) if t.end]
    return bool(ends) and all(end[:7] < as_of[: len(end[:7])] for end in ends)
