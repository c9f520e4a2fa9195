"""What a request is about: the facilities and laws that it names, or, where it names none, that its answer names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..ontology.fold import DOTS, QUOTES, jurisdictions, name_key
from ..ontology.records import Facility, Law
from .bases import Reader
from .citations import find_mentions
from .facility_names import facility_key
from .report import Report

_DROPPED = frozenset(f"{DOTS}{QUOTES}()[]<>,.-~:/")
_DROP = dict.fromkeys(map(ord, _DROPPED))
_SHORTEST, _NEAR = 3, 16
# `지침` and `규정` mostly stand for any such rule: only quoted or with an article behind them do they name one.
_LAW_WORD = re.compile(
    r"(?<![방위불편수])법(?![인적])|조례|규칙|[행통부리훈]령|고시|(?:규정|지침)\s*(?:[」｣』’”]|\(|제\s*\d+\s*조)"
)
_UNIVERSITY = (("여자대학교", "여대"), ("대학교", "대"))
# What may stand directly behind a name that ends there: a particle, or a word written without its blank.
_BEHIND = re.compile(
    r"$|[^가-힣A-Za-z0-9]|(?:에서|으로|부터|까지|처럼|보다|에게|에는|에도|은|는|이|가|을|를|의|와|과|로|에|나|이나|도|만|별|내|등|및"
    r"|관련|사업|운영|조성|지원|활용|설치|건립|폐원|폐지|이전|입주|홈페이지)"
)
_BEFORE = re.compile(r"[가-힣A-Za-z0-9]$")


@dataclass(frozen=True, slots=True)
class Concerns:
    """The facilities of a report by the keys of their spellings, and the reader of its laws."""

    keys: Mapping[str, Facility]
    pattern: re.Pattern[str]
    reader: Reader

    @classmethod
    def of(cls, report: Report) -> Concerns:
        """From the report's gazetteer; facilities that two keys share stay as they are read first."""
        known = {r.name: r for r in report.records if isinstance(r, Facility)}
        city, gazetteer = report.source.city, report.gazetteer
        found = {k: known.get(gazetteer.facilities[f].name) for k, f in gazetteer.keys(city).items()}
        keys = {k: f for k, f in found.items() if f is not None and len(k) >= _SHORTEST}
        for name, facility in known.items():
            keys.setdefault(facility_key(name, city), facility)
        longest = sorted(keys, key=lambda k: (-len(k), k))
        return cls(keys, re.compile("|".join(map(re.escape, longest)) or r"(?!)"), report.reader)

    def facilities(self, request: str, answer: str) -> tuple[Facility, ...]:
        """Those of the request, the longest name at each place; without any those of the answer."""
        return _without_short_form(self._named(request)) or _without_short_form(self._named(answer))

    def laws(self, texts: Iterable[str]) -> tuple[Law, ...]:
        """Every law that a text names, once."""
        found = (
            mention.law
            for text in texts
            if _LAW_WORD.search(text)
            for mention in find_mentions(text, city=self.reader.city, register=self.reader.register)
        )
        return tuple(dict.fromkeys(found))

    def _named(self, text: str) -> Iterator[Facility]:
        for full, short in _UNIVERSITY:
            text = text.replace(full, short)
        if not self.pattern.search("".join(text.upper().translate(_DROP).split())):
            return
        index = [i for i, c in enumerate(text) if c not in _DROPPED and not c.isspace()]
        folded = "".join(text[i].upper()[0] for i in index)
        at = 0
        while found := self.pattern.search(folded, at):
            start = found.start()
            names = (found[0][:n] for n in range(len(found[0]), _SHORTEST - 1, -1) if found[0][:n] in self.keys)
            name = next((n for n in names if _is_whole(text, index[start], index[start + len(n) - 1] + 1)), "")
            if name:
                yield from self._named_by(name, text[max(0, index[start] - _NEAR) : index[start]])
            at = start + (len(name) or 1)

    def _named_by(self, key: str, before: str) -> Iterator[Facility]:
        """The facility of a spelling; where that says a whole's name before its own, the whole as well."""
        facility = self._branch(before, key) or self.keys[key]
        own = facility_key(facility.name, self.reader.city)
        if len(own) < len(key) and key.endswith(own) and (whole := self.keys.get(key.removesuffix(own))):
            yield whole
        yield facility

    def _branch(self, before: str, key: str) -> Facility | None:
        """`나래 한빛창업허브` for the branch 한빛창업허브 나래."""
        word = re.search(r"(?<![가-힣])([가-힣]{2,6})\s*(?:[가-힣]{2,3}시?)?\s?$", before)
        branches = (name_key(word[1]),) if word else ()
        return next((self.keys[key + branch] for branch in branches if key + branch in self.keys), None)


@cache
def _city_end() -> re.Pattern[str]:
    """A city's or district's name at the end of a text, to which a facility's name may be glued."""
    names = sorted({word for j in jurisdictions() for word in (j.full, *j.short)})
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))}|[가-힣][시도군구])$")


def _is_whole(text: str, first: int, last: int) -> bool:
    """Whether what stands in these columns is a name by itself, not the middle of another word."""
    before, behind = text[max(0, first - _NEAR) : first], text[last : last + _NEAR]
    return (not _BEFORE.search(before) or bool(_city_end().search(before))) and bool(_BEHIND.match(behind))


def _without_short_form(named: Iterable[Facility]) -> tuple[Facility, ...]:
    """Each once; the name of a network behind that of its only branch here is short for the branch."""
    found = list(dict.fromkeys(named))
    branches = [f.network for f in found if f.network]
    short = {f.name for i, f in enumerate(found) if [b.network for b in found[:i]].count(f.name) == 1}
    return tuple(f for f in found if f.name not in short or branches.count(f.name) > 1)
