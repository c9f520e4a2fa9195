"""Names as compared: one spelling for blanks, dots, quotes and dashes; NFC only, so that ㆍ ㅇ ㎡ survive."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

DOTS = "·ㆍ․･‧∙•⋅・ᆞ"
TILDES = "~∼～〜"
QUOTES = "「」｢｣『』‘’“”'\"＇＂`´"
DASHES = "-‐‑‒–—―−"

_ONE = str.maketrans({**dict.fromkeys(DOTS, "·"), **dict.fromkeys(TILDES, "~"), **dict.fromkeys(DASHES, "-")})
_NAME = str.maketrans(
    {**dict.fromkeys(DOTS, "·"), **dict.fromkeys(TILDES, "~"), **dict.fromkeys(DASHES, "-"), **dict.fromkeys(QUOTES)}
)
_BLANK = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def unify(text: str) -> str:
    """One dot, one tilde, one dash; every character stays in its place, so offsets are kept."""
    return text.translate(_ONE)


def name_key(text: str) -> str:
    """The key under which two spellings of a name are one: no blanks, no quotes, one dot, upper case."""
    return _BLANK.sub("", unicodedata.normalize("NFC", text).translate(_NAME)).upper()


def loose_key(text: str) -> str:
    """For what people type: `name_key` without dots, brackets and dashes."""
    return re.sub(r"[·()\[\]<>,.\-~:/]", "", name_key(text))


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A city or province: its full name and the short names used for it."""

    full: str
    short: tuple[str, ...]


@cache
def jurisdictions() -> tuple[Jurisdiction, ...]:
    """The reviewed table of cities and provinces."""
    text = (files(__package__) / "jurisdictions.csv").read_text(encoding="utf-8")
    return tuple(
        Jurisdiction(row["full"], tuple(s for s in row["short"].split("|") if s))
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _city_word() -> re.Pattern[str]:
    words = {w: j.full for j in jurisdictions() for w in (j.full, *j.short)}
    longest = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(r"\s*(?:(" + "|".join(map(re.escape, longest)) + r")|([市道]))(?=\s|$)\s*")


@cache
def _full_names() -> dict[str, str]:
    return {w: j.full for j in jurisdictions() for w in (j.full, *j.short)}


def leading_city(text: str, city: str = "") -> tuple[str, str]:
    """Split a leading city, as a whole word, from a name: its full name and the rest.

    `市` and `道` are the issuing city of the document (`city`), if that is known.
    >>> leading_city("서울시 금융산업 육성에 관한 조례")
    ('서울특별시', '금융산업 육성에 관한 조례')
    >>> leading_city("서울시립과학관 운영 조례")
    ('', '서울시립과학관 운영 조례')
    """
    if not (found := _city_word().match(text)):
        return "", text
    full = _full_names()[found[1]] if found[1] else city
    return (full, text[found.end() :]) if full else ("", text)


def full_city(text: str, city: str = "") -> str:
    """The name with a leading short city name written in full."""
    full, rest = leading_city(text, city)
    return f"{full} {rest}".strip() if full else text
