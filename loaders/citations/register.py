"""The register of laws: from a printed name to the one law that it means, or to the reason why it is not known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache, cached_property
from typing import cast

from ...ontology.fold import name_key
from ...ontology.records import Law, LawKind
from . import tables
from .models import NATION, Entry, Resolution
from .names import (
    attached_city,
    canonical_city,
    local_weak_key,
    page_of,
    prefix_of,
    split_place,
    tidy,
    weak_form,
    weak_key,
)

AMBIGUOUS = "ambiguous"
FORMER = "former_law"
NOT_IN_REGISTER = "not_in_register"
INHERITED = "+inherited_city"
_ENDING = 4
_NONE = Resolution(None, NOT_IN_REGISTER)


def law_of(entry: Entry) -> Law:
    """The record of a registered law, with its page."""
    return Law(
        entry.title,
        entry.kind,
        entry.jurisdiction,
        resolved=True,
        law_id=entry.law_id,
        number=entry.number,
        promulgated=entry.promulgated,
        in_force=entry.in_force,
        ministry=entry.ministry,
        page=entry.page or page_of(entry.title, entry.kind, entry.jurisdiction),
    )


class Register:
    """Titles of laws with their facts. Nothing is indexed before the first name is looked up."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._given = entries

    @staticmethod
    def bundled() -> Register:
        """The register that comes with the package: all national laws and some ordinances; read when first used."""
        return _bundled()

    def extended(self, entries: Iterable[Entry]) -> Register:
        """This register and more entries."""
        return Register((*self.entries, *entries))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order in which they were given."""
        return tuple(self._given)

    @cached_property
    def _by_key(self) -> dict[str, list[Entry]]:
        index: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            index[name_key(entry.title)].append(entry)
        return dict(index)

    @cached_property
    def _by_weak_key(self) -> dict[tuple[str, str], list[Entry]]:
        index: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for key, entries in self._by_key.items():
            for entry in entries:
                national = entry.jurisdiction == NATION
                index[entry.jurisdiction, weak_form(key) if national else local_weak_key(entry.title)].append(entry)
        return dict(index)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.law_id: entry for entry in self.entries if entry.law_id}

    @cached_property
    def _children(self) -> dict[str, list[Entry]]:
        index: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.parent:
                index[entry.parent].append(entry)
        return dict(index)

    def lookup(self, name: str, *, city: str = "", kinds: Collection[str] = ()) -> Resolution:
        """The law that a printed name means.

        The name as printed or folded comes first, then declared short names, then the weak fold, and only if one
        title of its jurisdiction is left. A name without a city may be the `city`'s own. Of several laws with one
        title (a repealed one and its successor) the one promulgated last is meant.

        >>> Register.bundled().lookup("고용정책기본법").entry.title
        '고용정책 기본법'
        """
        name, city = tidy(name), canonical_city(city)
        if not name or not self._may_know(name_key(name)):
            return _NONE
        for step in (self._folded, self._short, self._weak, self._draft):
            if (found := step(name, city, kinds)).how != NOT_IN_REGISTER:
                return found
        return _NONE

    @cached_property
    def _endings(self) -> frozenset[str]:
        keys = (*self._by_key, *(key for _, key in self._by_weak_key), *tables.short_names())
        return frozenset(key[-_ENDING:] for key in keys)

    def _may_know(self, key: str) -> bool:
        """Whether any name ends like this one: most of what is looked up in a running text is none."""
        plain = key.removesuffix("안") if key[-_ENDING:] not in self._endings else key
        return plain[-_ENDING:] in self._endings or weak_form(plain)[-_ENDING:] in self._endings

    def child(self, law: Law, suffix: str) -> Entry | None:
        """The 시행령 or 시행규칙 of a registered law, by the register's parent link."""
        linked = self._children.get(law.law_id, ()) if law.law_id else ()
        named = self._by_key.get(name_key(law.title + suffix), ())
        titles = [e for e in linked if e.title.endswith(suffix)] or [e for e in named if not e.parent]
        return max(titles, key=_age) if len({name_key(e.title) for e in titles}) == 1 else None

    def parent(self, law: Law) -> Entry | None:
        """The act to which a registered 시행령 or 시행규칙 belongs."""
        own = [e.parent for e in self._by_key.get(name_key(law.title), ()) if e.law_id == law.law_id and e.parent]
        if own:
            return self._by_id.get(own[0])
        acts = self._by_key.get(re.sub("시행(?:령|규칙)$", "", key := name_key(law.title)), ())
        return max(acts, key=_age, default=None) if acts and acts is not self._by_key.get(key) else None

    def _folded(self, name: str, city: str, kinds: Collection[str]) -> Resolution:
        if hits := self._by_key.get(name_key(name)):
            return _one(hits, kinds, "exact" if any(e.title == name for e in hits) else "fold")
        place = split_place(name, city)
        if place.prefix:
            return _one(self._by_key.get(name_key(place.prefix + place.rest), ()), kinds, "fold")
        if city and place.known:
            return _one(self._by_key.get(name_key(prefix_of(city) + name), ()), kinds, "fold" + INHERITED)
        return _NONE

    def _short(self, name: str, city: str, kinds: Collection[str]) -> Resolution:
        key = name_key(name)
        for suffix in ("시행령", "시행규칙"):
            if key.endswith(suffix) and (act := self._short(key.removesuffix(suffix), city, ()).entry):
                child = self.child(law_of(act), suffix)
                return _one([child] if child else (), kinds, "short_name")
        title = tables.short_names().get(key, "")
        return _one(self._by_key.get(name_key(title), ()), kinds, "short_name") if title else _NONE

    def _weak(self, name: str, city: str, kinds: Collection[str]) -> Resolution:
        place = split_place(name, city)
        printed = place.jurisdiction or attached_city(name)[0]
        owner = printed or (city if place.known else "")
        hits = list(self._by_weak_key.get((NATION, weak_key(name)), ()))
        if owner:
            hits += self._by_weak_key.get((owner, weak_key(attached_city(place.rest)[1])), ())
        inherited = bool(hits) and not printed and hits[-1].jurisdiction != NATION
        return _one(hits, kinds, "weak_fold" + INHERITED * inherited)

    def _draft(self, name: str, city: str, kinds: Collection[str]) -> Resolution:
        """A draft's final 안 is no part of the title."""
        if not name.endswith("안") or len(name) < 4:
            return _NONE
        found = self.lookup(name.removesuffix("안"), city=city, kinds=kinds)
        inherited = INHERITED * found.how.endswith(INHERITED)
        return Resolution(found.entry, "weak_fold" + inherited, found.candidates) if found.entry else found


def _age(entry: Entry) -> tuple[str, str]:
    return entry.promulgated, entry.law_id


def _one(hits: Collection[Entry], kinds: Collection[str], how: str) -> Resolution:
    """The one law among hits of one key: of one title the latest, of several titles none."""
    fitting = tuple(e for e in hits if not kinds or e.kind in kinds)
    if not fitting:
        return _NONE
    if len({(e.jurisdiction, name_key(e.title)) for e in fitting}) > 1:
        return Resolution(None, AMBIGUOUS, fitting)
    return Resolution(max(fitting, key=_age), how, fitting)


def _read(name: str) -> Iterable[Entry]:
    for title, kind, *facts in tables.cells(name):
        yield Entry(title, cast(LawKind, kind), *facts)


def _all() -> Iterable[Entry]:
    yield from _read("laws.csv")
    yield from _read("ordinances.csv")


@cache
def _bundled() -> Register:
    return Register(_all())
