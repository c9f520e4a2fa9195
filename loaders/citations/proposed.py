"""Names that end like a law but are not in the register: whether they may stand, and what is known of them."""

from __future__ import annotations

import re

from ...ontology.records import Law, LawKind
from . import tables
from .models import NATION
from .names import Place, attached_city, canonical_city, prefix_of, split_place, tidy
from .register import INHERITED, NOT_IN_REGISTER
from .tables import Suffix
from .tail import Tail

PLAN = "plan"
_INNER_STATUS = re.compile(r"\((?:가칭|안)\)")
_ARTICLE = re.compile(r"제\s?\d+\s?[조항호](?!선)")
_OF_AN_ACT = re.compile(r"(?:법|법률)\s*시행규칙$")
_JOINT = ("및", "또는", "와", "과", "등", "·")
_JOINED = re.compile(r"(?:계획|방침|지침|규정|규칙|조례|법)[과와]$")
_NATIONAL_HEAD = re.compile(r"(?:국가|대한민국)\s")


def may_be_a_name(name: str, suffix: Suffix, *, issued: bool = False, marked: bool = False) -> bool:
    """Whether an unregistered name with this suffix says more than generic words, and is no false friend.

    `issued`: a number or an issuer follows (고시 제2024-3호), which proves a 훈령, 예규, 고시 or 기준;
    `marked`: it stands in 「」, which proves a decree (「…령」).
    """
    proved = (issued and suffix.kind == "directive") or (marked and suffix.kind in ("decree", "rule"))
    if not (suffix.proposes or proved):
        return False
    place = split_place(tidy(name))
    words = place.rest.split()
    if not words or _ARTICLE.search(name) or "".join(words).endswith(tables.words("not_a_law")):
        return False
    if place.jurisdiction and suffix.kind in ("act", "decree"):
        return False
    if words[-1] == suffix.text and not _carried(words, suffix):
        return False
    if suffix.text in ("훈령", "예규", "고시") and not issued:
        return False
    return not generic(place.rest, suffix.text)


def _carried(words: list[str], suffix: Suffix) -> bool:
    """A suffix that is a word of its own needs certain words before it: 에 관한 법률, not 시민 법률 or 계획과 조례."""
    if len(words) < 2:
        return not suffix.needs
    return (
        words[-2] not in _JOINT
        and not _JOINED.search(words[-2])
        and (not suffix.needs or words[-2].endswith(suffix.needs))
    )


def generic(name: str, suffix: str = "") -> bool:
    """Whether a name, without its suffix, is made of generic words alone (조례 제정계획, 관련 규정)."""
    return tables.generic_only().fullmatch("".join(name.split()).removesuffix(suffix)) is not None


def kind_of(suffix: Suffix, tail: Tail) -> LawKind:
    """The kind by suffix; a 규정 issued as 훈령, 예규 or 고시 is a directive."""
    return "directive" if tail.directive and suffix.kind in ("regulation", "rule") else suffix.kind


def proposed_law(name: str, suffix: Suffix, tail: Tail, list_city: str, city: str) -> tuple[Law, str]:
    """The unresolved law of a printed name, and how: its city's full name in front, no date, no (가칭).

    `list_city` is the place of the names before it in the same list, `city` the document's.
    """
    name = tidy(_INNER_STATUS.sub("", tidy(name)))
    kind, place = kind_of(suffix, tail), split_place(name, city)
    how = PLAN if kind == "plan" else NOT_IN_REGISTER
    if kind in ("act", "decree") or _OF_AN_ACT.search(name):
        return Law(name, kind, NATION, resolved=False), how
    if place.jurisdiction:
        return Law(f"{place.prefix} {place.rest}", kind, place.jurisdiction, resolved=False), how
    if owner := _owner(name, tail, place):
        return Law(name, kind, owner, resolved=False), how
    return _inherited(name, kind, canonical_city(list_city or city) if place.known else "", how)


def _owner(name: str, tail: Tail, place: Place) -> str:
    """The jurisdiction that the wording itself gives: a national issuer, or a city written on to the name."""
    if tail.national or tables.issuer_head().match(name) or _NATIONAL_HEAD.match(name):
        return NATION
    return attached_city(name)[0] if place.known else ""


def _inherited(name: str, kind: LawKind, city: str, how: str) -> tuple[Law, str]:
    """A name without a place: the city's, which stands in the title of its ordinances and rules."""
    title = f"{prefix_of(city)} {name}" if city and kind in ("ordinance", "rule") else name
    marked = how + INHERITED if city and how != PLAN else how
    return Law(title, kind, city, resolved=False), marked
