"""Who and what a source speaks of, by every spelling: a name that two things share belongs to none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..ontology.fold import loose_key, name_key
from ..ontology.records import Department, Facility, FacilityName, Organisation, OrganisationName, Partner, Record

T = TypeVar("T", Facility, Organisation)


def places(records: Iterable[Record]) -> dict[str, Facility]:
    """The facilities by the loose keys of their names."""
    own = [(r.name, r) for r in records if isinstance(r, Facility)]
    return _by_key([*own, *((r.name, r.facility) for r in records if isinstance(r, FacilityName))])


def organisations(records: Iterable[Record]) -> dict[str, Organisation]:
    """The organisations by the loose keys of their names."""
    named = [(r.name, r.organisation) for r in records if isinstance(r, OrganisationName)]
    own = [(r.organisation.name, r.organisation) for r in records if isinstance(r, Partner | OrganisationName)]
    return _by_key([*own, *named])


def bodies(records: Iterable[Record]) -> dict[str, Department]:
    """The affiliated bodies by their name keys."""
    return {name_key(r.name): r for r in records if isinstance(r, Department) and r.kind == "affiliate"}


def _by_key(named: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, dict[str, T]] = {}
    for name, thing in named:
        if key := loose_key(name):
            found.setdefault(key, {}).setdefault(name_key(thing.name), thing)
    return {key: next(iter(things.values())) for key, things in found.items() if len(things) == 1}
