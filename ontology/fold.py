"""Names as compared: one spelling for blanks, dots, quotes and dashes; NFC only, so that ㆍ ㅇ ㎡ survive."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

DOTS = "·ㆍ․･‧∙•⋅・ᆞ"
TILDES = "~∼～〜"
QUOTES = "「」｢｣『』‘’“”'\"＇＂`´"
DASHES = "-‐‑‒–—―−"

_ONE = {**dict.fromkeys(DOTS, "·"), **dict.fromkeys(TILDES, "~"), **dict.fromkeys(DASHES, "-")}
_NAME = str.maketrans({**_ONE, **dict.fromkeys(QUOTES)})
_ODD = re.compile("[" + re.escape("".join(char for char, one in _ONE.items() if char != one)) + "]")
_BLANK = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def unify(text: str) -> str:
    """One dot, one tilde, one dash; every character stays in its place, so offsets are kept."""
    return _ODD.sub(lambda found: _ONE[found[0]], text)


@lru_cache(maxsize=4096)
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


@cache
def _own_local(city: str) -> re.Pattern[str] | None:
    """The names of the document's own district, city or county (`서울특별시 은평구`: 은평구, 서울시 은평구, 區)."""
    upper, _, local = city.partition(" ")
    if not local:
        return None
    above = "|".join(re.escape(w) for j in jurisdictions() if j.full == upper for w in (j.full, *j.short))
    sign = {"구": "區", "시": "市", "군": "郡"}.get(local[-1], "")
    return re.compile(rf"\s*(?:(?:(?:{above})\s+)?{re.escape(local)}|{sign})(?=\s|$)\s*")


def leading_city(text: str, city: str = "") -> tuple[str, str]:
    """Split a leading city, as a whole word, from a name: its full name and the rest.

    `city` is the issuing city of the document, if that is known: `市` and `道` mean it (of a district its city), and
    where it is a district, city or county its own name and `區`, `郡` do too.
    >>> leading_city("서울시 금융산업 육성에 관한 조례")
    ('서울특별시', '금융산업 육성에 관한 조례')
    >>> leading_city("서울시립과학관 운영 조례")
    ('', '서울시립과학관 운영 조례')
    >>> leading_city("區 공유재산 조례", "서울특별시 은평구")
    ('서울특별시 은평구', '공유재산 조례')
    """
    own = _own_local(city)
    if own and (found := own.match(text)):
        return city, text[found.end() :]
    if not (found := _city_word().match(text)):
        return "", text
    full = _full_names()[found[1]] if found[1] else city.partition(" ")[0]
    return (full, text[found.end() :]) if full else ("", text)


def full_city(text: str, city: str = "") -> str:
    """The name with a leading short city name written in full."""
    full, rest = leading_city(text, city)
    return f"{full} {rest}".strip() if full else text
