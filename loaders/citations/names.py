"""Names of laws as they are compared: whose they are, their weak key, their printed form and their page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ...ontology.fold import full_city, jurisdictions, leading_city, name_key
from ...ontology.records import LawKind
from . import tables
from .models import NATION
from .scan import YEAR

_SITE = "https://www.law.go.kr"
_QUOTES = "「」｢｣『』“”‘’\"'"
_OWN_UPPER = re.compile(r"\s*(?:시|도)(?=\s)\s*")
_OWN_LOWER = re.compile(r"\s*(?:구|區|군|郡)(?=\s)\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """Whose law a name says it is: the full jurisdiction, how titles of it begin, and the rest of the name.
    `known` is false if a place is printed that several cities share (중구)."""

    jurisdiction: str
    prefix: str
    rest: str
    known: bool = True


def upper_of(city: str) -> str:
    """The city or province of a jurisdiction: `서울특별시 강남구` → `서울특별시`; 경기도 수원시 is its own city."""
    head, _, local = city.partition(" ")
    return head if local[-1:] in ("구", "군") else city


@lru_cache(maxsize=256)
def canonical_city(city: str) -> str:
    """A city's full name as jurisdictions are written: `강남구` → `서울특별시 강남구`, `수원시` → `경기도 수원시`."""
    city = " ".join(city.split())
    full = full_city(city)
    uppers = tables.local_governments().get(city, ())
    return f"{uppers[0]} {city}" if full == city and len(uppers) == 1 else full


def prefix_of(jurisdiction: str) -> str:
    """How the titles of a jurisdiction begin: a district carries its city, a city of a province stands alone."""
    upper, _, local = jurisdiction.partition(" ")
    return local if local and upper.endswith("도") else jurisdiction


def _local(upper: str, rest: str, city: str) -> Place | None:
    """A district, city or county at the head of `rest`, under the printed city, the document's, or the only one."""
    word, _, name = rest.strip().partition(" ")
    uppers = tables.local_governments().get(word, ())
    if not uppers or not name:
        return None
    own = upper or city.partition(" ")[0]
    chosen = own if own in uppers else uppers[0] if len(uppers) == 1 and not upper else ""
    if not chosen:
        return None if upper else Place("", "", rest, known=False)
    jurisdiction = f"{chosen} {word}"
    return Place(jurisdiction, prefix_of(jurisdiction), name.strip())


def split_place(name: str, city: str = "") -> Place:
    """Split the place from the head of a law's name, as whole words; `市`, `시`, `區` are the document's own.

    >>> split_place("서울시 강남구 상권 지원 조례").jurisdiction
    '서울특별시 강남구'
    >>> split_place("서울시립미술관 운영 조례").jurisdiction
    ''
    """
    own = upper_of(city)
    if own.partition(" ")[0].endswith("도") and (local := _local("", name, city)) and local.known:
        return local
    upper, rest = leading_city(name, own)
    if not upper and own and (found := _OWN_UPPER.match(name)):
        upper, rest = own, name[found.end() :]
    if not upper and city != own and (found := _OWN_LOWER.match(name)):
        return Place(city, prefix_of(city), name[found.end() :])
    if local := _local(upper, rest, city):
        return local
    return Place(upper, prefix_of(upper), rest.strip())


@cache
def _attached() -> re.Pattern[str]:
    forms = {form: city.full for city in jurisdictions() for form in (city.full, *city.short) if len(form) > 2}
    return re.compile("|".join(sorted(forms, key=lambda form: (-len(form), form))))


def attached_city(name: str) -> tuple[str, str]:
    """The city that a name begins with, blank or not, and the rest; 서울특별시립 and 서울시립 become 시립."""
    found = _attached().match(name)
    if not found:
        return "", name
    rest = name[found.end() :].lstrip()
    return full_city(found[0]), found[0][-1] + rest if rest.startswith("립") else rest


@cache
def _local_words() -> re.Pattern[str]:
    return re.compile("(?<![가-힣])(?:" + "|".join(tables.local_governments()) + ")")


def speaks_of_another(text: str, city: str) -> bool:
    """Whether a text names another city or local government than this one and the city or province it lies in."""
    own = {city, *city.split()}
    cities = {full_city(found[0]) for found in _attached().finditer(text)}
    return bool(cities - own) or any(found[0] not in own for found in _local_words().finditer(text))


def without_place(name: str) -> str:
    """The name without its city, even where the two are written together."""
    return attached_city(split_place(name).rest)[1]


def weak_key(name: str) -> str:
    """The key under which two wordings of a title are one: without 의, 에 관한, 및 and dots (see the table)."""
    return weak_form(name_key(name))


@lru_cache(maxsize=4096)
def weak_form(key: str) -> str:
    """The weak key of a name that is folded already."""
    for form in tables.weak_forms():
        if not form.at_end:
            key = key.replace(form.form, form.becomes)
        elif key.endswith(form.form):
            key = key.removesuffix(form.form) + form.becomes
    return key


def local_weak_key(name: str) -> str:
    """`weak_key` of a local law, whose city may be missing or written in any way."""
    return weak_key(without_place(name))


def tidy(name: str) -> str:
    """A printed name in normal spacing, without the quotes around it; the apostrophe of a year (’25년) stays."""
    name = " ".join(name.split()).rstrip(_QUOTES + " ")
    return name if YEAR.match(name) else name.lstrip(_QUOTES + " ")


def page_of(title: str, kind: LawKind, jurisdiction: str) -> str:
    """The page of a title at law.go.kr: the name without blanks, in the folder of its kind."""
    if kind in ("regulation", "plan"):
        return ""
    local = jurisdiction not in ("", NATION)
    folder = "행정규칙" if kind == "directive" else "자치법규" if local else "법령"
    return f"{_SITE}/{folder}/{''.join(title.split())}"
