"""Facilities that running text names: in quotes, at the head of a line with what is done there, or again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..ontology.fold import DOTS
from ..ontology.records import Relation
from .facility_names import Head, action_of, clean, head_ends, head_of, refused
from .fields import Item
from .knowledge import words
from .spacing import is_spaced, normal, squeeze

_OPEN, _CLOSE = "‘“｢「『", "’”｣」』"
_BORDER = re.compile(rf"[,;:：/()\[\]<>→⇨+※*▸‣~{_OPEN}{_CLOSE}]|\s{{2,}}")
_PARTICLE = re.compile(
    r"(?:을|를|의|에|에서|에서도|에도|에는|라는|위해|통해|따라|대한|으로|와|과|및|위한|통한|하는|있는|등|중인|인|된|될|한|할)$"
)
_COUNTED = re.compile(r"\d\s*(?:개|곳|실|차|년|월|호|기|대)|^\d+$")
_LEAD = re.compile(r"\s*(?:\([^()]{1,12}\)\s*)?")
_SPECIAL = re.compile(r"(?:특화|신규|기존|미개발|미매각|미공급)$")
_ACRONYM = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Z]{3,6})(?![A-Za-z])\s*(?:미\S{1,3}\s*)?(?P<what>용지|부지|복합개발|입주|클러스터)"
)
# What goes on in capitals (`AI 허브 GDC 개관`) is the name of something else.
_CAPITALS = re.compile(r"\s[A-Z]{2,5}(?![A-Za-z&])")
_SECOND = re.compile(r"\s(?P<capitals>[A-Z]{2,5})\((?P<explained>[^()]+)\)")
_MAX_WORDS = 5
_BEHIND = re.compile(r"(?:\s*\([^()]*\))?\s*[’”｣」』]?\s*")


@dataclass(frozen=True, slots=True)
class Naming:
    """A facility's name in a logical line: its columns there, how it is named, what follows."""

    name: str
    head: Head
    start: int
    end: int
    quoted: bool
    leading: bool
    relation: Relation
    action: str
    aliases: tuple[str, ...] = ()


def namings(item: Item) -> tuple[Naming, ...]:
    """Every name with a head word that something proper stands before; the longest where two end together."""
    return _namings(item.text)


@lru_cache(maxsize=16_384)
def _namings(text: str) -> tuple[Naming, ...]:
    return tuple(_find(text))


def _find(text: str) -> Iterator[Naming]:
    lead = _LEAD.match(text).end()  # type: ignore[union-attr]
    for end in head_ends(text):
        start, quoted = _begin(text, end)
        head = head_of(clean(text[start:end]))
        name, aliases, end = _extended(text, start, end)
        if head is None or refused(name) or is_generic(name, head) or " 및 " in name or is_spaced(text[start:end]):
            continue
        if not aliases and _CAPITALS.match(text, end):
            continue
        behind = _BEHIND.match(text, end)
        action = action_of(text[behind.end() if behind else end :])
        if head.needs and not (action and action[2]):
            continue
        relation: Relation = action[1] if action else "mentions"
        yield Naming(name, head, start, end, quoted, start <= lead, relation, action[0] if action else "", aliases)


def _extended(text: str, start: int, end: int) -> tuple[str, tuple[str, ...], int]:
    """The name, with a second name in capitals that a bracket explains: `AI 허브 NDC(나래데이터센터)`."""
    more = _SECOND.match(text, end)
    if more and head_of(more["explained"]):
        return clean(text[start : more.end("capitals")]), (clean(more["explained"]),), more.end("capitals")
    return clean(text[start:end]), (), end


def acronyms(item: Item) -> Iterator[Naming]:
    """A site known by its capitals: `HMC 용지공급`, `HBTEC 부지`."""
    for found in _ACRONYM.finditer(item.text):
        kind = "industrial_complex" if found["what"] in ("용지", "입주", "클러스터") else "other"
        head = Head(found["name"], kind, "")
        yield Naming(
            found["name"], head, found.start("name"), found.end("name"), False, True, "supports", found["what"]
        )


def _begin(text: str, end: int) -> tuple[int, bool]:
    """Where the name that ends there begins: at its opening quote, else behind the last border or particle."""
    borders = list(_BORDER.finditer(text, 0, end))
    start = borders[-1].end() if borders else 0
    quoted = bool(borders) and borders[-1][0] in _OPEN and text[end : end + 1] in _CLOSE
    tokens = list(re.finditer(r"\S+", text[start:end]))
    first = len(tokens) - 1
    while first > 0 and len(tokens) - first < _MAX_WORDS and not _stops(tokens[first - 1][0]):
        first -= 1
    return start + (tokens[first].start() if tokens else 0), quoted


def _stops(token: str) -> bool:
    return bool(_PARTICLE.search(token) or _COUNTED.search(token))


def is_generic(name: str, head: Head) -> bool:
    """Whether nothing but generic words stands before the head, a count does, or two names have run together."""
    before = squeeze(name)[: -len(squeeze(head.word))]
    if _SPECIAL.search(before) or squeeze(head.word) in before:
        return True
    rest = before
    for word in sorted(words("generic_words", "word"), key=lambda w: -len(w)):
        rest = rest.replace(word, "")
    return bool(before and not rest) or bool(_COUNTED.search(normal(name)))


def attested(found: Sequence[Naming]) -> bool:
    """Whether namings of one facility are enough evidence: quoted or leading with an action, or leading twice."""
    if any(n.action and (n.quoted or n.leading) for n in found):
        return True
    return sum(1 for n in found if n.leading and not re.search(f"[{DOTS}]", n.name)) > 1
