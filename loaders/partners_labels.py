"""Partners in labelled fields and rows: `수행기관 : …`, `주최/주관 : … / …`, `시공 : … / 감리 : …`, `수 탁 기 관 …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology.records import PartnerRole
from .knowledge import words
from .partners_names import Named, districts, is_generic, official
from .partners_roles import label_role, row_label
from .spacing import normal, squeeze

_FIELD = re.compile(
    r"(?:^\s*|(?<=[/,])\s*|(?<=\s\s)(?=\S))\(?(?P<label>[가-힣](?:[가-힣·/]|\s(?!\s{8})){0,16}?)\)?\s{0,8}[:：]\s*"
    r"(?P<value>.*?)(?=\s?[/,]\s*[가-힣][가-힣\s·]{0,10}[:：]|\s\s[가-힣][가-힣\s·]{0,10}[:：]|$)"
)
_CONSORTIUM = re.compile(r"[^()]*컨소시엄\s*\((?P<members>[^()]*)\)")
_METHOD = re.compile(r"(?:방법|방식|체계|형태)$")
_SPLIT = re.compile(r"[,/·]|\s및\s")
_BRACKET = re.compile(r"\([^()]*\)?")
_NO_NAME = re.compile(
    r"\d\s*(?:개|명|곳|사|팀|년|월|일|억|백만|천|원|%|건|회|차|층|기|대|호)|[:：%~]|^\d|[한된될할인는]$|(?:함|음|됨|임|예정|중|등)$"
)
_AND_SO_ON = re.compile(r"\s+(?:등|외)(?:\s.*)?$")
_PARTICLE_INSIDE = re.compile(r"(?:을|를|에서|으로|위한|통한|통해|위해|및)\s")
_LONGEST, _MOST_WORDS = 22, 4


@dataclass(frozen=True, slots=True)
class Valued:
    """One name of a labelled value: its columns, the role of the label, whether only a telling name counts."""

    start: int
    end: int
    role: PartnerRole
    method: bool


def labelled(text: str, *, rows: bool) -> Iterator[Valued]:
    """The parts of the values behind labels that tell a role; with `rows` the cells of a table's row too."""
    for found in _FIELD.finditer(text) if ":" in text or "：" in text else ():
        label = normal(found["label"])
        role = label_role(label) or next((r for one in re.split(r"[/·]", label) if (r := label_role(one))), None)
        if role is None:
            continue
        roles = _each_role(label, found["value"], role)
        parts = list(_parts(text, found.start("value"), found.end("value")))
        for at, (start, end) in enumerate(parts):
            given = roles[at] if len(roles) == len(parts) else role
            yield Valued(start, end, given, bool(_METHOD.search(squeeze(label))))
            if members := _CONSORTIUM.match(text, start, end):
                yield from (Valued(a, b, given, False) for a, b in _parts(text, *members.span("members")))
    if rows and (row := row_label(text)):
        yield Valued(row[1], len(text), row[0], True)


def _each_role(label: str, value: str, role: PartnerRole) -> list[PartnerRole]:
    """`주최/주관 : A / B` gives each label its own value."""
    labels = re.split(r"[/·]", label)
    if len(labels) < 2 or len(re.split(r"/", value)) != len(labels):
        return []
    return [label_role(one) or role for one in labels]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The value cut at commas, slashes and dots outside brackets."""
    masked = re.sub(r"\([^()]*\)", lambda m: "(" + "_" * (len(m[0]) - 2) + ")", text[start:end])
    at = 0
    for cut in [*_SPLIT.finditer(masked), None]:
        stop = cut.start() if cut else len(masked)
        if masked[at:stop].strip():
            yield start + at, start + stop
        at = cut.end() if cut else stop


def plain_name(text: str) -> Named | None:
    """The organisation of a labelled value, even if nothing in its name gives it away; None for other words."""
    name = normal(_AND_SO_ON.sub("", _BRACKET.sub(" ", text))).strip(" -*‘’“”'\"")
    if not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return None
    if named := official(name):
        return named
    if name in districts():
        return Named(name, "district")
    return None if is_no_name(name) else Named(name, "other")


def is_no_name(name: str) -> bool:
    """Whether words cannot be a name: generic, counted, a place, or ending with a common noun."""
    if is_generic(name) or _NO_NAME.search(name) or _PARTICLE_INSIDE.search(name) or squeeze(name) in districts():
        return True
    if len(squeeze(name)) < 2 or not re.search(r"[가-힣A-Za-z]{2}", name):
        return True
    last = name.split()[-1]
    return last in words("partner_common_nouns", "word") or last in words("partner_countries", "country")
