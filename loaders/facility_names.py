"""What counts as a facility's name: head words with their types, the actions behind them, the key of its spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from ..ontology.fold import DOTS, loose_key
from ..ontology.records import Relation
from .issuer import own_names
from .knowledge import rows, words
from .spacing import normal, squeeze

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_TENTATIVE = re.compile(r"^\(?\s*가칭\s*\)?\s*")
_WORD_END = re.compile(r"(?:에서는|에서|으로|부터|까지|[을를이가은는의에와과로도])?(?![가-힣A-Za-z0-9])")
_OPENING = "‘’“”'\"「」『』｢｣"
_NO_QUOTES = str.maketrans("", "", _OPENING)


@dataclass(frozen=True, slots=True)
class Head:
    """A head word of facility names: its type; `needs` built: only with an action that builds a place."""

    word: str
    type: str
    needs: str


@dataclass(frozen=True, slots=True)
class Named:
    """A facility named by a phrase: its name, the network whose branch it is, and what is done with it."""

    name: str
    network: str
    head: Head
    relation: Relation
    action: str


@cache
def _heads() -> dict[str, Head]:
    return {r["head"]: Head(r["head"], r["type"], r["needs"]) for r in rows("facility_heads")}


@cache
def _sizes(table: str, column: str) -> dict[str, tuple[int, ...]]:
    """The lengths of a table's words by their last letter, longest first."""
    found: dict[str, set[int]] = {}
    for word in words(table, column):
        found.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(sizes, reverse=True)) for last, sizes in found.items()}


def _longest(text: str, end: int, table: str, column: str) -> str:
    """The longest word of a table that ends there in a text without blanks, or an empty string."""
    known = words(table, column)
    sizes = _sizes(table, column).get(text[end - 1 : end], ())
    return next((text[end - size : end] for size in sizes if size <= end and text[end - size : end] in known), "")


@lru_cache(maxsize=8192)
def head_of(name: str) -> Head | None:
    """The head with which a name ends, if something proper stands before it or the head is a name itself."""
    text = squeeze(clean(name))
    word = _longest(text, len(text), "facility_heads", "head")
    return _typed(_heads()[word], text) if word and (word != text or _is_own_name(word)) else None


def _typed(head: Head, name: str) -> Head:
    """A general head (센터, 허브, 터) takes its type from the topic that the name speaks of."""
    if head.type != "other":
        return head
    topic = next((r["type"] for r in rows("facility_topics") if r["word"] in name), "other")
    return Head(head.word, topic, head.needs)


@cache
def _is_own_name(word: str) -> bool:
    """Head words whose row carries no counterexample may stand as a whole name."""
    return any(r["head"] == word and not r["counterexample"] for r in rows("facility_heads"))


def clean(name: str) -> str:
    """A name without quotes, a leading (가칭) and outer blanks."""
    return _TENTATIVE.sub("", normal(name.translate(_NO_QUOTES))).strip(f" ,-{DOTS}")


@cache
def _actions() -> tuple[tuple[re.Pattern[str], str, Relation, bool], ...]:
    """The actions, longest first; blanks and dots inside one vary, and it ends at the end of a word."""
    made = []
    for row in sorted(rows("line_actions"), key=lambda r: -len(r["action"])):
        parts = re.split(r"[\s·]", row["action"])
        pattern = re.compile(r"\s*" + rf"[\s{DOTS}]*".join(map(re.escape, parts)) + r"(?![가-힣])")
        made.append((pattern, row["action"], cast(Relation, row["relation"]), row["built"] == "yes"))
    return tuple(made)


@lru_cache(maxsize=8192)
def action_of(text: str) -> tuple[str, Relation, bool] | None:
    """The action with which a text begins: its words, its relation, whether it builds a place."""
    for pattern, action, relation, built in _actions():
        if pattern.match(text):
            return action, relation, built
    return None


def read_item(item: str) -> Named | None:
    """The facility that a budget line's name is about: name, branch, action.

    `한빛창업허브 나래 운영` is the branch 나래 of 한빛창업허브; `다온쇼룸 운영` a facility of its own.
    """
    text = re.sub(f"[{_OPENING}]", "", item)
    while _BRACKETS.search(text):
        text = _BRACKETS.sub("", text)
    for end in reversed(head_ends(text)):
        name, rest = text[:end], text[end:]
        if (named := _whole(name, rest)) or (named := _branch(name, rest)):
            return named
    return None


def head_ends(text: str) -> list[int]:
    """Where a head word ends with nothing but a particle between it and the next border."""
    columns = [at for at, letter in enumerate(text) if not letter.isspace()]
    letters = "".join([text[at] for at in columns])
    last = _sizes("facility_heads", "head")
    ends = (at for at, letter in enumerate(letters, 1) if letter in last)
    found = (columns[at - 1] + 1 for at in ends if _longest(letters, at, "facility_heads", "head"))
    return [end for end in found if _WORD_END.match(text, end)]


def _whole(name: str, rest: str) -> Named | None:
    rest = re.sub(r"^\s*\([^()]*\)", "", rest)
    head, action = head_of(name), action_of(rest)
    if head is None or action is None or (head.needs and not action[2]) or " 및 " in name:
        return None
    if is_special(squeeze(clean(name)).removesuffix(squeeze(head.word))):
        return None
    return Named(clean(name), "", head, action[1], action[0])


def _branch(name: str, rest: str) -> Named | None:
    """A network's name, one word that tells the branch, an action."""
    found = re.match(r"\s+(?P<word>[^\s()]{2,8})\s+(?P<rest>\S.*)$", rest)
    head = head_of(name)
    if head is None or found is None or head.needs or action_of(found["word"]) or refused(found["word"]):
        return None
    action = action_of(found["rest"])
    if action is None or normal(found["rest"]) != normal(action[0]):
        return None
    return Named(f"{clean(name)} {found['word']}", clean(name), head, action[1], action[0])


_SPECIAL = re.compile(r"(?:특화|신규|기존|미개발|미매각|미공급)$")


def is_special(before: str) -> bool:
    """Whether the words before a head say of which state or kind many are (`미개발 용지`), and name none."""
    return bool(_SPECIAL.search(squeeze(before)))


@lru_cache(maxsize=8192)
def refused(name: str) -> bool:
    """Whether a name is an organisation, event, fund, web site or a generic word rather than a facility.

    A longer head word wins: 보호시설 is a facility, 시설 is none.
    """
    text = squeeze(name)
    suffix = _longest(text, len(text), "not_facilities", "suffix")
    return bool(suffix) and len(suffix) >= len(_longest(text, len(text), "facility_heads", "head"))


def facility_key(name: str, city: str = "") -> str:
    """The key under which the spellings of a facility meet: no blanks, no dots, without the document's own city.

    >>> len({facility_key(n, "서울특별시") for n in ("서울창업허브 나래", "창업허브 나래", "서울시 창업허브 나래")})
    1
    """
    key = _one_form(loose_key(_PLACE_AND_KIND.sub(r"\1\2", clean(name))))
    for word in _city_keys(city):
        rest = key.removeprefix(word)
        if rest != key and len(rest) >= 4 and (rest.startswith("시립") or not rest.startswith(_NOT_AFTER_CITY)):
            return rest
    return key


# A cluster or complex is told by its place: `나래 R&D 융복합 산업단지` is 나래산업단지; a number would tell two apart.
_PLACE_AND_KIND = re.compile(r"^(\S+?)(?:\s*(?:일대|일원|지역))?\s+(?:[^\s\d]+\s+)*[^\s\d]*?(클러스터|산업단지)$")


@cache
def _variants() -> tuple[tuple[str, str], ...]:
    return tuple((r["variant"], r["form"]) for r in sorted(rows("name_variants"), key=lambda r: -len(r["variant"])))


def _one_form(key: str) -> str:
    """`나래산단`, `나래일반산업단지` → `나래산업단지`."""
    for variant, form in _variants():
        if key.endswith(variant) and key != variant:
            return key.removesuffix(variant) + form
    return key


_NOT_AFTER_CITY = ("대", "여대", "교대", "시", "립", "형", "권", "역")


@cache
def _city_keys(city: str) -> tuple[str, ...]:
    """The city's names, longest first."""
    return tuple(loose_key(name) for name in own_names(city))
