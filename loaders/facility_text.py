"""Facilities that running text names: in quotes, at the head of a line with what is done there, or again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ..ontology.fold import DOTS
from ..ontology.records import Relation
from .facility_names import Head, action_of, clean, head_ends, head_of, is_special, refused
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
_ACRONYM = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Z]{3,6})(?![A-Za-z])\s*(?:미\S{1,3}\s*)?(?P<what>용지|부지|복합개발|입주|클러스터)"
)
# What goes on in capitals (`AI 허브 GDC 개관`) is the name of something else.
_CAPITALS = re.compile(r"\s[A-Z]{2,5}(?![A-Za-z&])")
# The site of a place is named by the place: `도매시장 부지` says nothing of the market.
_SITE = re.compile(r"\s*(?:부지|용지)(?![가-힣])")
_SECOND = re.compile(r"\s(?P<capitals>[A-Z]{2,5})\((?P<explained>[^()]+)\)")
_MAX_WORDS = 5
_LONGEST_NAME, _LONGEST_ACTION = 120, 60
_BEHIND = re.compile(r"(?:\s*\([^()]*\))?\s*[’”｣」』]?\s*")
_DESCRIBED = re.compile(
    r"(?:\s*\([^()]*\))?\s*[:：]\s*(?:총\s*)?(?:(?:연|대지|부지)?\s*면적|위\s*치|소재지|규\s*모)\s*[:：]?\s*\S"
    r"|\s*입주\s*(?:기업|업체|공간)"
)
_WHERE = re.compile(r"(?:에서는|에서)(?![가-힣])")
_JOINED = re.compile(rf"\s*(?:및|와|과|[,{DOTS}])\s*")
_EXPLAINED = re.compile(r"\s*\((?P<other>[^(),]{2,20})\)")
_INITIALS = re.compile(r"[A-Z][A-Z&-]{2,7}")


@dataclass(frozen=True, slots=True)
class Naming:
    """A facility's name in a logical line: its columns there, how it is named, what follows.

    `described`: its area, place, size or firms follow; `place`: something is done there (`…에서`).
    """

    name: str
    head: Head
    start: int
    end: int
    quoted: bool
    leading: bool
    relation: Relation
    action: str
    aliases: tuple[str, ...] = ()
    described: bool = False
    place: bool = False


def namings(item: Item) -> tuple[Naming, ...]:
    """Every name with a head word that something proper stands before; the longest where two end together."""
    return _namings(item.text)


@lru_cache(maxsize=16_384)
def _namings(text: str) -> tuple[Naming, ...]:
    return tuple(_coordinated(text, list(_find(text))))


def _coordinated(text: str, found: list[Naming]) -> list[Naming]:
    """Names that are joined share what is done with them, and that they lead: `A센터 및 B플라자 운영`."""
    for at in range(len(found) - 1, 0, -1):
        one, behind = found[at - 1], found[at]
        if behind.action and not one.action and _JOINED.fullmatch(text, one.end, behind.start):
            found[at - 1] = replace(one, relation=behind.relation, action=behind.action)
    for at in range(1, len(found)):
        dotted = re.search(f"[{DOTS}]", found[at].name)
        if not dotted and found[at - 1].leading and _JOINED.fullmatch(text, found[at - 1].end, found[at].start):
            found[at] = replace(found[at], leading=True)
    return found


def _find(text: str) -> Iterator[Naming]:
    lead = _LEAD.match(text).end()  # type: ignore[union-attr]
    for end in head_ends(text):
        start, quoted = _begin(text, end)
        head = head_of(clean(text[start:end]))
        name, aliases, end = _extended(text, start, end)
        if head is None or refused(name) or is_generic(name, head) or " 및 " in name or is_spaced(text[start:end]):
            continue
        if not aliases and (_CAPITALS.match(text, end) or _SITE.match(text, end)):
            continue
        behind = _BEHIND.match(text, end)
        after = behind.end() if behind else end
        action = action_of(text[after : after + _LONGEST_ACTION])
        if head.needs and not (action and action[2]):
            continue
        relation: Relation = action[1] if action else "mentions"
        leading = all(map(_is_before_names, text[lead:start].split()))
        described, place = bool(_DESCRIBED.match(text, end)), bool(_WHERE.match(text, end))
        yield Naming(
            *(name, head, start, end, quoted, leading, relation, action[0] if action else ""),
            *(aliases or _other_name(text, end), described, place),
        )


def _extended(text: str, start: int, end: int) -> tuple[str, tuple[str, ...], int]:
    """The name, with a second name in capitals that a bracket explains: `AI 허브 NDC(나래데이터센터)`."""
    more = _SECOND.match(text, end)
    if more and head_of(more["explained"]):
        return clean(text[start : more.end("capitals")]), (clean(more["explained"]),), more.end("capitals")
    return clean(text[start:end]), (), end


def _other_name(text: str, end: int) -> tuple[str, ...]:
    """Another name in the bracket behind: initials, or a name of its own (`N밸리(나래디지털산업단지)`)."""
    found = _EXPLAINED.match(text, end)
    other = clean(found["other"]) if found else ""
    named = head_of(other)
    own = named and not refused(other) and not is_generic(other, named) and not action_of(other)
    return (other,) if own or _INITIALS.fullmatch(other) else ()


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
    since = max(0, end - _LONGEST_NAME)
    borders = list(_BORDER.finditer(text, since, end))
    start = borders[-1].end() if borders else since
    quoted = bool(borders) and borders[-1][0] in _OPEN and text[end : end + 1] in _CLOSE
    tokens = list(re.finditer(r"\S+", text[start:end]))
    first = len(tokens) - 1
    while first > 0 and len(tokens) - first < _MAX_WORDS and not _stops(tokens[first - 1][0]):
        first -= 1
    return start + (tokens[first].start() if tokens else 0), quoted


def _stops(token: str) -> bool:
    """Whether a word before a name is none of it: a particle or count ends it, or it says when or of which kind."""
    return bool(_PARTICLE.search(token) or _COUNTED.search(token)) or _is_before_names(token)


def _is_before_names(token: str) -> bool:
    """Whether a word stands before a name without being part of it: 향후, or a kind of place (전용경기장)."""
    kind = head_of(token)
    return token in words("words_before_names", "word") or (kind is not None and is_generic(token, kind))


def is_generic(name: str, head: Head) -> bool:
    """Whether nothing but generic words stands before the head, a count does, or two names have run together."""
    before = squeeze(name)[: -len(squeeze(head.word))]
    if is_special(before) or squeeze(head.word) in before:
        return True
    rest = before
    for word in _generic_words():
        rest = rest.replace(word, "")
    return bool(before and not rest) or bool(_COUNTED.search(normal(name)))


@cache
def _generic_words() -> tuple[str, ...]:
    return tuple(sorted(words("generic_words", "word"), key=lambda w: (-len(w), w)))


def attested(found: Sequence[Naming]) -> bool:
    """Whether namings of one facility are enough evidence.

    Quoted or leading with an action, leading with what describes a place behind it, or leading twice.
    """
    if any((n.action and (n.quoted or n.leading)) or (n.described and n.leading) for n in found):
        return True
    return sum(1 for n in found if n.leading and not re.search(f"[{DOTS}]", n.name)) > 1
