"""What counts as the name of an organisation: the known ones, and those that their last word gives away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ..ontology.fold import jurisdictions, loose_key, unify
from .knowledge import alternatives, rows, words
from .spacing import normal, squeeze

PARTICLES = (
    "(?:에서는|에서도|에서|에게|으로|부터|까지|이며|이고|과의|와의|로의|에도|에는|들과|들이"
    "|[은는이가을를의에와과로도만등간내측별및])"
)
_TRAILING_FORM = re.compile(r"(?P<rest>\S.*?)\s*(?:㈜|\((?:주|재|사)\)|주식회사)\s*$")
_COMPANIES = ("주식회사", "유한회사", "농업회사법인", "㈜", "(주)", "(유)")
_BODIES = ("학교법인", "사단법인", "재단법인", "사회복지법인", "의료법인", "종교법인", "비영리법인", "특수법인")
FORMS = frozenset((*_COMPANIES, *_BODIES, "(재)", "(사)", "(학)", "(복)"))
_LEADING_FORM = re.compile(rf"\s*(?P<form>{'|'.join(map(re.escape, sorted(FORMS)))})\s*(?P<rest>\S.*)$")
_SHORT_UNIVERSITIES = (
    ("여대", "여자대학교"),
    ("공과대", "공과대학교"),
    ("공대", "공과대학교"),
    ("교대", "교육대학교"),
    ("외대", "외국어대학교"),
    ("과기대", "과학기술대학교"),
    ("전문대", "전문대학"),
    ("예대", "예술대학교"),
    ("대", "대학교"),
)
_MOST_TOPICS = 2
_NAMED_BY_TOPICS = ("public_agency", "foundation", "association")
_NOT_MINISTRIES = ("정부", "관계부처")
_COUNTED = re.compile(r"\d+\s*(?:개|곳|여)")
_PLACE_BEFORE = ("한국", "대한", "국립", "전국")


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation by its full name; `needs`: strict (only beside a word that tells what it does), or empty."""

    name: str
    kind: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Suffix:
    """A word with which names of one kind of organisation end."""

    word: str
    kind: str
    needs: str


@cache
def known() -> dict[str, Named]:
    """The reviewed names and short forms by key, the ministries of the law tables included."""
    made: dict[str, Named] = {}
    for row in rows("partner_names"):
        named = Named(
            row["name"], row["kind"], "strict" if row["kind"] in ("company", "foreign_institute", "other") else ""
        )
        for word in (row["name"], *filter(None, row["short"].split("|"))):
            made.setdefault(loose_key(word), named)
    for row in rows("law_issuers"):
        if not row["issuer"].startswith(_NOT_MINISTRIES):
            for word in (row["issuer"], *filter(None, row["short"].split("|"))):
                made.setdefault(loose_key(word), Named(row["issuer"], "ministry", "strict"))
    return made


@cache
def suffixes() -> tuple[Suffix, ...]:
    """The last words of names, longest first."""
    made = [Suffix(squeeze(r["suffix"]), r["kind"], r["needs"]) for r in rows("partner_suffixes")]
    return tuple(sorted(made, key=lambda s: (-len(s.word), s.word)))


def suffix_of(name: str) -> Suffix | None:
    """The last word that gives a name away."""
    text = squeeze(name)
    found = next((s for s in suffixes() if text.endswith(s.word)), None)
    return found if found and found.kind else None


@lru_cache(maxsize=16_384)
def is_generic(text: str) -> bool:
    """Whether nothing but words that speak of any organisation (유관, 참여, 민간, 산업 …) make up a text."""
    return _topics(text) is not None


@lru_cache(maxsize=16_384)
def _topics(text: str) -> int | None:
    """How many words for a field (산업, 문화 …) are among the generic words that make up a text; None if others are."""
    rest = re.sub(r"[^가-힣A-Za-z&一-龥]", "", squeeze(text))
    best: list[int | None] = [0] + [None] * len(rest)
    for end in range(1, len(rest) + 1):
        for word, topic in _generic_by_last().get(rest[end - 1], ()):
            before = best[end - len(word)] if len(word) <= end and rest.endswith(word, 0, end) else None
            if before is not None:
                best[end] = max(before + topic, best[end] or 0)
    return best[-1]


@cache
def _generic_by_last() -> dict[str, tuple[tuple[str, int], ...]]:
    made: dict[str, list[tuple[str, int]]] = {}
    for row in rows("partner_generic"):
        word = re.sub(r"[^가-힣A-Za-z&一-龥]", "", row["word"])
        made.setdefault(word[-1], []).append((word, int(row["class"] == "topic")))
    return {k: tuple(v) for k, v in made.items()}


def is_bare(before: str, suffix: Suffix) -> bool:
    """Whether what stands before a telling word makes no name: `유관`협회, `산업`진흥원, but not `전자산업`진흥원."""
    if len(before) < 2:
        return True
    topics = _topics(before.removeprefix("국립")) if before != "국립" else 0
    if before.startswith("국립") and topics:
        return False
    return topics is not None and (topics < _MOST_TOPICS or suffix.kind not in _NAMED_BY_TOPICS)


@lru_cache(maxsize=16_384)
def official(printed: str) -> Named | None:
    """The organisation that a printed name names, or None.

    >>> official("누리여대").name, official("재단법인 가온").kind, official("유관기관")
    ('누리여자대학교', 'foundation', None)
    """
    text = normal(unify(printed)).strip(" ,·")
    if found := known().get(loose_key(text)):
        return found
    if form := _LEADING_FORM.match(text):
        return _with_form(form["form"], form["rest"], text)
    if (form := _TRAILING_FORM.match(text)) and not is_generic(form["rest"]):
        return Named(text, "company")
    return _by_suffix(text) or _university(text)


def _with_form(form: str, rest: str, text: str) -> Named | None:
    """A name behind its legal form, which stays part of it."""
    if is_generic(rest):
        return None
    if form in _COMPANIES:
        return Named(text, "company")
    school = form.startswith("학교") or form == "(학)"
    return Named(text, "school_foundation" if school else "foundation")


def _by_suffix(text: str) -> Named | None:
    suffix = suffix_of(text)
    if suffix is None or _COUNTED.match(text):
        return None
    before = squeeze(text)[: -len(suffix.word)]
    if is_bare(before, suffix) or (suffix.needs == "place" and not is_placed(before)):
        return None
    return Named(text, suffix.kind, "strict" if suffix.needs == "strict" else "")


def _university(text: str) -> Named | None:
    """`가온대`, `누리여대`, `마루 대학` by their full names; words such as 확대 are none."""
    if text.endswith(" 대학"):
        before = text[: -len(" 대학")]
        return None if is_generic(before) else Named(f"{before}대학교", "university", "strict")
    if not re.fullmatch(r"[가-힣A-Z]{2,10}대", squeeze(text)) or is_no_university(text):
        return None
    for short, full in _SHORT_UNIVERSITIES:
        before = text.removesuffix(short)
        if before != text and len(squeeze(before)) >= 2 and not is_generic(before):
            return Named(before + full, "university", "strict")
    return None


def is_no_university(text: str) -> bool:
    """Whether a word in 대 is, or ends as, one of the reviewed words that are no universities."""
    word = squeeze(text)
    if word in words("partner_not_universities", "word"):
        return True
    return any(word.endswith(w) for w in words("partner_not_universities", "word", match="ends"))


def is_placed(text: str) -> bool:
    """Whether a name begins with a place or with 한국, 대한, 국립, 전국."""
    return squeeze(text).startswith((*_PLACE_BEFORE, *places()))


@cache
def places() -> tuple[str, ...]:
    """The names of cities, provinces and districts, in full and without their last letter."""
    found = {w for j in jurisdictions() for w in (j.full, *j.short)} | set(districts())
    found |= {w[:-1] for w in districts() if len(w) > 2}
    return tuple(sorted(found, key=lambda w: (-len(w), w)))


@cache
def districts() -> frozenset[str]:
    """The names of cities, counties and districts below the provinces."""
    return frozenset(name for row in rows("local_governments") for name in row["names"].split("|"))


@cache
def country() -> re.Pattern[str]:
    """A country as a whole word."""
    return re.compile(rf"(?:{alternatives('partner_countries', 'country')})(?![가-힣A-Za-z])")
