"""Names that people type: without blanks, in any spelling, with or without the city, and the nearest of the others."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..ontology.codes import codes
from ..ontology.errors import UnknownNameError
from ..ontology.fold import full_city, leading_city, loose_key
from .walk import Store, Walk

# In the order in which a name shared by several kinds is read.
KINDS: dict[str, tuple[str, ...]] = {
    "facility": ("gg:Facility",),
    "network": ("gg:FacilityNetwork",),
    "project": ("gg:Project",),
    "law": ("gg:Law",),
    "department": ("gg:Department", "gg:Office", "gg:AffiliatedBody"),
    "organisation": ("gg:Organisation",),
    "budget_line": ("gg:BudgetLine",),
    "team": ("gg:Team",),
    "bureau": ("gg:Bureau",),
    "city": ("gg:City",),
    "source": ("gg:Source",),
}
_NEAREST = 5


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that has a name: its address, its kind (a key of KINDS), its label, a word to tell namesakes apart."""

    iri: str
    kind: str
    label: str
    note: str = ""


def find(store: Store, name: str, kinds: Collection[str] | None = None) -> list[Thing]:
    """Every thing of that name or address, of the given kinds (all if None), facilities first.

    A full name goes before one without its city. UnknownNameError, with the nearest names, if there is none.
    """
    walk = Walk(store)
    wanted = tuple(kind for kind in KINDS if kinds is None or kind in kinds)
    for iris in _readings(walk, name):
        found = [thing for iri in iris if (thing := _thing(walk, iri, wanted))]
        if found:
            return sorted(_whole(walk, found, name), key=lambda t: (wanted.index(t.kind), t.label, t.note, t.iri))
    raise _unknown(walk, name, wanted)


def find_all(store: Store, names: Sequence[str], kinds: Collection[str] | None = None) -> list[Thing]:
    """The things of a name that may have come in several words, else those of each name; each thing once."""
    found: list[Thing] = []
    try:
        return find(store, " ".join(names), kinds)
    except UnknownNameError as whole:
        for name in names:
            try:
                found += find(store, name, kinds)
            except UnknownNameError as one:
                raise (one if found else whole) from None
    return list(dict.fromkeys(found))


def without_bodies(store: Store, things: Sequence[Thing]) -> list[Thing]:
    """The things without affiliated bodies that stand among them as organisations too."""
    walk = Walk(store)
    bodies = {body for thing in things if thing.kind == "organisation" for body in walk.out(thing.iri, "owl:sameAs")}
    return [thing for thing in things if thing.iri not in bodies]


def _readings(walk: Walk, name: str) -> list[set[str]]:
    """The addresses that a name may mean: itself an address, the name as typed, then without its city."""
    given = name.strip().removeprefix("<").removesuffix(">")
    if "://" in given:
        return [{given}]
    city, rest = leading_city(name.strip())
    typed = walk.with_key(loose_key(name)) | walk.with_key(loose_key(full_city(name.strip())))
    bare = {iri for iri in walk.with_key(loose_key(rest)) if leading_city(walk.label(iri))[0] in ("", city)}
    return [typed, bare] if city else [typed]


def _thing(walk: Walk, iri: str, wanted: Collection[str]) -> Thing | None:
    try:
        kind = next((k for k in wanted for kind in KINDS[k] if walk.is_a(iri, kind)), "")
    except ValueError:  # not an address at all
        return None
    return (
        Thing(iri, kind, walk.label(iri) or walk.one(iri, "dct:identifier") or iri, _note(walk, iri)) if kind else None
    )


def _note(walk: Walk, iri: str) -> str:
    """What tells namesakes apart: table and department of a line, department of a project, network of a branch."""
    owners = (*walk.out(iri, "gg:department"), *walk.out(iri, "cv:hasCompetentAuthority"), *walk.out(iri, "gg:network"))
    projects = [walk.label(project) for project in walk.out(iri, "gg:project")]
    tables = [_label("table", table) for table in walk.out(iri, "gg:table")]
    return " · ".join([*tables, *(walk.label(owner) for owner in owners), *projects])


def _label(scheme: str, code: str) -> str:
    known = codes().get((scheme, code))
    return known.label_ko if known else code


def _whole(walk: Walk, found: list[Thing], name: str) -> list[Thing]:
    """Those whose whole name this is, if there are any: `AI 허브` is not `서울 AI 허브` where both exist."""
    keys = {loose_key(name), loose_key(full_city(name.strip()))}
    whole = [thing for thing in found if keys & {loose_key(n) for n in _names(walk, thing)}]
    return whole or found


def _names(walk: Walk, thing: Thing) -> list[str]:
    return [thing.label, *walk.out(thing.iri, "skos:altLabel"), thing.iri]


def _unknown(walk: Walk, name: str, wanted: Collection[str]) -> UnknownNameError:
    nearest = _nearest(walk, loose_key(name), wanted)
    hint = f"the nearest: {', '.join(nearest)}" if nearest else "`geungeo query facilities` lists the names"
    return UnknownNameError(f"nothing is called {name.strip()!r}", nearest=nearest, hint=hint)


def _nearest(walk: Walk, key: str, wanted: Collection[str]) -> tuple[str, ...]:
    """The labels of the nearest keys: those that hold the typed one or are held by it, then those that look alike."""
    keys = walk.keys()
    held = sorted(
        (k for k in keys if len(min(k, key, key=len)) > 1 and (key in k or k in key)),
        key=lambda k: (abs(len(k) - len(key)), k),
    )
    alike = difflib.get_close_matches(key, sorted(keys), n=_NEAREST * 4, cutoff=0.5)
    things = (_thing(walk, iri, wanted) for k in (*held, *alike) for iri in sorted(keys[k]))
    labels = dict.fromkeys(thing.label for thing in things if thing)
    return tuple(list(labels)[:_NEAREST])
