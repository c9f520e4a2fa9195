"""The namings of running text gathered over sections: new facilities, other spellings, short forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..ontology.fold import DOTS
from ..ontology.records import Project, Span
from .facility_names import facility_key
from .facility_sections import Proposal
from .facility_text import Naming, acronyms, attested, namings
from .fields import Item, items
from .issuer import own_names
from .source import Document, Line

_SHORTEST, _LONGEST = 3, 60
_COMPLEX = "industrial_complex"
_COORDINATION = re.compile(rf"(?P<first>[가-힣]{{2,4}})[{DOTS}][가-힣]{{2,4}}\s*(?P<kind>[가-힣]+)")


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines of running text under one heading: a section of a project, or a chapter without any."""

    project: Project | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    where: int
    key: str
    naming: Naming
    span: Span
    project: Project | None


def prose_proposals(
    document: Document, texts: Sequence[Prose], known: Mapping[str, str], city: str
) -> Iterator[Proposal]:
    """A proposal for each naming of a facility that is known, or that the text attests by itself.

    `known` maps the keys of facilities named elsewhere to their names. A name that is the end of one other
    facility's name in the same section is its short form.
    """
    found = [f for where, text in enumerate(texts) for f in _find(document, where, text, city)]
    groups: dict[str, list[_Found]] = defaultdict(list)
    for f in found:
        groups[f.key].append(f)
    accepted = {k for k, fs in groups.items() if k in known or _is_attested(fs, city)}
    accepted -= {k for k in accepted if k not in known and _is_coordination(groups[k][0].naming.name, accepted, city)}
    others = _other_names(found, accepted, known, city)
    accepted -= others.keys()
    full = {**_full_forms(groups, accepted, set(known), city), **others}
    parts = {k: part for k in groups if (part := _part(k, groups[k][0].naming.name, accepted, known, city))}
    full = {key: whole for key, whole in full.items() if parts.get(whole, ("", ""))[1] != key}
    for f in found:
        if f.key in parts and f.key not in known:
            whole, tail = parts[f.key]
            yield replace(_proposal(f, groups[tail][0].naming.name, "text-names-facility"), network=whole)
        elif f.key in full:
            yield _proposal(f, known.get(full[f.key]) or groups[full[f.key]][0].naming.name, "short-form-in-section")
        elif f.key in accepted:
            yield _proposal(f, known.get(f.key) or f.naming.name, "text-names-facility")


def _is_attested(found: Sequence[_Found], city: str) -> bool:
    """Whether the text attests a facility: by `attested`, or as a place of the document's own city (`…에서`)."""
    own = any(f.naming.place and f.naming.name.startswith(own_names(city)) for f in found) if city else False
    return own or attested([f.naming for f in found])


def _other_names(found: Sequence[_Found], accepted: set[str], known: Mapping[str, str], city: str) -> dict[str, str]:
    """The keys of names that stand in the bracket behind an accepted one and are no facilities known elsewhere."""
    made: dict[str, str] = {}
    for f in found:
        for other in f.naming.aliases if f.key in accepted and f.key not in made else ():
            key = facility_key(other, city)
            if key not in known and key != f.key:
                made.setdefault(key, f.key)
    return made


def _is_coordination(name: str, accepted: set[str], city: str) -> bool:
    """`가온ㆍ나래 산업단지` where 가온산업단지 is a facility of its own: two names in one."""
    found = _COORDINATION.fullmatch(name)
    return bool(found) and facility_key(f"{found['first']}{found['kind']}", city) in accepted  # type: ignore[index]


def _find(document: Document, where: int, text: Prose, city: str) -> Iterator[_Found]:
    """Line by line: a row of a table goes on in no other line, and a name seldom does."""
    for item in items(text.lines):
        for piece in item.pieces:
            part = Item(item.level, (piece,), item.note)
            for naming in (*namings(part), *acronyms(part)):
                start, end = piece.start + naming.start, piece.start + naming.end
                span = document.line_span(piece.line, start, end)
                yield _Found(where, facility_key(naming.name, city), naming, span, text.project)


def _part(key: str, name: str, accepted: set[str], known: Mapping[str, str], city: str) -> tuple[str, str] | None:
    """A known facility's name with an accepted name behind it: the whole's name, the key of its part."""
    words = name.split()
    firsts = [facility_key(" ".join(words[:n]), city) for n in range(len(words) - 1, 0, -1)]
    found = ((known[k], key.removeprefix(k)) for k in firsts if k in known)
    return next(((whole, tail) for whole, tail in found if tail in accepted and tail not in known), None)


def _full_forms(
    groups: Mapping[str, Sequence[_Found]], accepted: set[str], known: set[str], city: str
) -> dict[str, str]:
    """For a key that is no facility of its own: the key of the one whose name it shortens or goes on from."""
    sections = {key: {f.where for f in found} for key, found in groups.items()}
    standing = accepted | known
    ends = _ends(groups, standing & groups.keys())
    full: dict[str, str] = {}
    for key in (k for k in groups if k not in known):
        longer = [k for k in ends.get(key, ()) if sections[k] & sections[key]]
        if chosen := _one_place([groups[k][0].naming.name for k in longer]):
            full[key] = facility_key(chosen, city)
            full.update({k: full[key] for k in longer if k not in known and k != full[key]})
        elif whole := _goes_on_from(groups[key][0].naming, standing, city):
            full[key] = whole
    return {key: _last(full, key) for key in full}


def _ends(groups: Mapping[str, Sequence[_Found]], keys: set[str]) -> dict[str, list[str]]:
    """For each name of the text the known names, by their keys, that end with it."""
    made: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        for at in range(max(1, len(key) - _LONGEST), len(key) - _SHORTEST + 1):
            if key[at:] in groups:
                made[key[at:]].append(key)
    return made


def _one_place(names: Sequence[str]) -> str:
    """The shortest of names that begin with the same word, so that they mean one place."""
    return min(names, key=len) if names and len({name.split()[0] for name in names}) == 1 else ""


def _goes_on_from(naming: Naming, keys: set[str], city: str) -> str:
    """A complex's name that goes on with a complex of the same kind is a longer name of it."""
    first = facility_key(naming.name.split()[0], city)
    return first if naming.head.type == _COMPLEX and " " in naming.name and first in keys else ""


def _last(full: Mapping[str, str], key: str) -> str:
    while key in full:
        key = full[key]
    return key


def _proposal(found: _Found, name: str, rule: str) -> Proposal:
    """The naming under the facility's name, its own spelling beside it."""
    naming = found.naming
    aliases = (*((naming.name,) if naming.name != name else ()), *naming.aliases)
    return Proposal(
        name,
        "",
        found.span,
        rule,
        type=naming.head.type,
        relation=naming.relation,
        aliases=aliases,
        project=found.project,
    )
