"""An explanation as people read it, in Korean or English: what is said, the lines in brackets, the printed words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from ..ontology.fold import loose_key
from .explain import Explanation
from .facts import Fact, Words
from .names import Thing
from .rows import columns_of, visible
from .trace_text import ranges
from .walk import Place

LANGUAGES = ("ko", "en")
_KINDS: dict[str, Words] = {
    "facility": ("시설", "facility"),
    "network": ("시설망", "network of facilities"),
    "project": ("사업", "project"),
    "law": ("법령", "law"),
    "department": ("부서", "department"),
    "organisation": ("기관", "organisation"),
    "team": ("팀", "team"),
    "budget_line": ("예산 항목", "budget line"),
    "bureau": ("실·국", "bureau"),
    "city": ("시·도", "city"),
    "source": ("원문", "source"),
}
_STATED = ("명시", "stated")
_DERIVED = ("추론", "derived")
_GIVEN = ("입력", "given")
_REGISTER = ("법령 목록", "register of laws")
_SEVERAL = ("서로 다른 진술", "statements differ")
_SAME = ("같은 이름이 여럿입니다. 주소로 하나를 고르세요:", "Several things have this name; choose one by its address:")
_SOURCES = ("출처", "source")
# Of these a thing has one value, so that two are worth a remark.
_SINGLE = frozenset(
    {"type", "status", "address", "area", "floors", "rooms", "staff", "residents", "completion", "opening"}
)
_FIGURES = frozenset({"area", "rooms", "staff", "residents", "budget", "term", "construction", "completion"})
_NUMBER = re.compile(r"-?\d{4,}(\.\d+)?")
_INTERVAL = re.compile(r"(\d{4}[-\d]*)?/(\d{4}[-\d]*)?")
_WORDS = 32
_MANY = 3


def text(one: Explanation, language: str) -> str:
    """One explanation, its facts by label; `language` is one of LANGUAGES."""
    return _Writer(one, LANGUAGES.index(language)).text()


def listed(things: Sequence[Thing], language: str) -> str:
    """Several things of one name, each with what tells it apart and its address."""
    at = LANGUAGES.index(language)
    lines = [_SAME[at]]
    for thing in things:
        note = f" ({thing.note})" if thing.note else ""
        lines += [f"  {_KINDS[thing.kind][at]}  {thing.label}{note}", f"    {thing.iri}"]
    return "".join(f"{visible(line)}\n" for line in lines)


class _Writer:
    def __init__(self, one: Explanation, language: int) -> None:
        self._one = one
        self._at = language
        self._quoted: set[Place] = set()
        self._sources = sorted({place.source for fact in one.facts for place in fact.places})

    def text(self) -> str:
        thing = self._one.thing
        lines = [f"{_KINDS[thing.kind][self._at]}  {thing.label}"]
        facts = [fact for fact in self._one.facts if fact.property != "name" or self._origin([fact])]
        width = max((columns_of(fact.label[self._at]) for fact in facts), default=0)
        for label, group in groupby(facts, key=lambda fact: fact.label[self._at]):
            lines += self._group(label, list(group), width)
        if self._sources:
            lines += ["", f"{_SOURCES[self._at]}  {', '.join(self._sources)}"]
        return "".join(f"{visible(line)}\n" for line in lines)

    def _group(self, label: str, facts: Sequence[Fact], width: int) -> list[str]:
        """The facts of one label; what is said more than once stands once, with all its lines."""
        alike: dict[tuple[str, ...], list[Fact]] = {}
        for fact in facts:
            alike.setdefault((fact.tie[self._at], fact.shown[self._at], fact.basis, fact.rule), []).append(fact)
        differing = facts[0].property in _SINGLE and self._one.thing.kind in ("facility", "network")
        values = {fact.value for fact in facts}
        differ = f"  ≠ {_SEVERAL[self._at]}" if differing and len(values) > 1 else ""
        said = [f"{self._said(same[0])}{self._origin(same)}" for same in alike.values()]
        said[-1] += differ
        blank = " " * (width + 4)
        head = f"  {label}{' ' * (width - columns_of(label))}  "
        return [f"{head if not at else blank}{line}" for at, line in enumerate(said)]

    def _said(self, fact: Fact) -> str:
        tie = fact.tie[self._at]
        return f"{tie}  {_plain(fact)[self._at]}" if tie else _plain(fact)[self._at]

    def _origin(self, facts: Sequence[Fact]) -> str:
        """` [2027행 “words” 명시]`, ` [2027행 “words”, 2063행 “words” · 추론: rule]`."""
        fact = facts[0]
        if not fact.basis:
            return ""
        places = sorted({place for one in facts for place in self._one.grounds(one)})
        given = _REGISTER if self._one.thing.kind == "law" else _GIVEN
        known = {"derived": _DERIVED, "given": given}.get(fact.basis, _STATED)[self._at]
        known = f"{known}: {fact.rule_words[self._at]}" if fact.rule else known
        where = self._where(places, fact)
        return f" [{where} · {known}]" if where else f" [{known}]"

    def _where(self, places: Sequence[Place], fact: Fact) -> str:
        said = {loose_key(fact.value), loose_key(fact.shown[self._at])}
        if len(places) > _MANY or all(loose_key(place.quote) in said for place in places):
            return "; ".join(self._lines(source, own) for source, own in groupby(places, key=lambda p: p.source))
        return ", ".join(f"{self._lines(place.source, [place])}{self._quote(place, said)}" for place in places)

    def _quote(self, place: Place, said: set[str]) -> str:
        """The printed words, the first time that they say more than the fact."""
        words = " ".join(place.quote.split())
        if not words or loose_key(words) in said or place in self._quoted:
            return ""
        self._quoted.add(place)
        return f" “{words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip() + '…'}”"

    def _lines(self, source: str, places: Iterable[Place]) -> str:
        lines = sorted({line for place in places for line in place.lines})
        name = f"{source} " if len(self._sources) > 1 else ""
        runs = ranges(lines)
        return f"{name}{runs}행" if self._at == 0 else f"{name}line{'s' if len(lines) > 1 else ''} {runs}"


def _plain(fact: Fact) -> Words:
    """The value as people write it: 10,220.5 and 2024-01-01~2026-12-31; what is no bare figure stays."""
    if fact.shown[0] != fact.value or fact.property not in _FIGURES:
        return fact.shown
    if _NUMBER.fullmatch(fact.value):
        whole, dot, rest = fact.value.partition(".")
        return (f"{int(whole):,}{dot}{rest}",) * 2
    return (fact.value.replace("/", "~"),) * 2 if _INTERVAL.fullmatch(fact.value) else fact.shown
