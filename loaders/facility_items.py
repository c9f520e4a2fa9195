"""The logical lines of a section with the facilities that each names and the one under whose name it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .facility_names import clean, read_item
from .facility_tables import Stated
from .facility_text import Naming, namings
from .fields import Block, Item, blocks, items
from .source import Line

LABELLED = re.compile(
    r"\s*(?:\((?P<bracket>[가-힣\s/]{2,12})\)|(?P<label>[가-힣\s/]{2,12}?)\s*[:：])\s*(?P<value>\S.*)$"
)
_NUMBER = re.compile(r"^(?:[①-⑳❶-❿➊-➓]\s*|\(?\d{1,2}[.)]\s*|[가-하]\.\s*)+")
_ACTING = ("operates", "builds")
_LONGEST_PART = 40
_OVERVIEW = re.compile(r"\s*(?:사업|시설|운영|건립|조성)?\s*(?:개\s*요|현\s*황)\s*(?:\([^()]*\))?\s*$")


@dataclass(frozen=True, slots=True)
class Told:
    """A logical line. Facilities are given by their keys.

    `named`: the known facilities that it names, in order; `names`: all names in it, known or not. `owner`: the facility
    under whose own item it stands, or that it begins with; `alone`: no other stands with it there. `part`: the facility
    whose name alone heads this part of the section; `about`: the one that the heading of the overview (`나래센터 개요`)
    or else the section's title is about.
    """

    block: Block
    item: Item
    named: tuple[tuple[Naming, str], ...]
    names: tuple[Naming, ...]
    owner: str
    alone: bool
    part: str
    about: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """A stated property with the key of the facility that it belongs to."""

    key: str
    stated: Stated


def told(lines: Sequence[Line], key_of: Callable[[str], str], title: str = "") -> Iterator[Told]:
    """Every logical line of a section. `key_of` gives the key of a known facility's name, or an empty string."""
    about = key_of(named.name) if (named := read_item(title)) else ""
    part = ""
    for block in blocks(lines):
        owner, alone = "", False
        here = key_of(clean(_OVERVIEW.sub("", block.title))) if _OVERVIEW.search(block.title) else ""
        for item in items(block.lines):
            names = namings(item)
            named_here = tuple((n, key) for n in names if (key := key_of(n.name)))
            leading = _leading(named_here)
            if (item.level and item.level <= 2) or (leading and not LABELLED.match(item.text)):
                owner = leading[0] if leading else ""
                alone = len(named_here) == len(names) and len({key for _, key in named_here}) == 1
            part = _part(item, key_of) or part
            yield Told(block, item, named_here, names, owner, alone, part, here or about)


def _leading(named: Sequence[tuple[Naming, str]]) -> list[str]:
    """The facilities that a line is about: those with which something is done, else those that it leads with."""
    acted = [key for n, key in named if n.action and n.relation in _ACTING]
    return acted or [key for n, key in named if n.leading or n.quoted]


def _part(item: Item, key_of: Callable[[str], str]) -> str:
    """The facility whose name is all that a numbered heading says: `① 가온창업허브 나래`."""
    head = item.pieces[0].line.text.strip()
    if len(item.pieces) > 1 or len(head) > _LONGEST_PART or not _NUMBER.match(head):
        return ""
    return key_of(clean(_NUMBER.sub("", head)))
