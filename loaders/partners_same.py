"""Names of one organisation put together: blanks and legal forms aside, and the end of one longer name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..ontology.fold import loose_key
from ..ontology.records import Organisation
from .partners_names import FORMS, is_placed

_FORM = re.compile("|".join(re.escape(form) for form in sorted(FORMS, key=lambda f: (-len(f), f))))
_SHORTENED = ("association", "committee")
_SHORTEST = 4


def same(found: Sequence[Organisation], declared: Iterable[Organisation]) -> dict[str, Organisation]:
    """The organisation that each name of the document is: of the spellings of one, the first in order.

    A federation or committee whose name is the end of exactly one longer name of the document is that one.
    """
    first: dict[str, Organisation] = {}
    for organisation in found:
        first.setdefault(_key(organisation.name), organisation)
    names = {_key(o.name): first.get(_key(o.name), o) for o in (*found, *declared) if o.kind in _SHORTENED}
    by_end: dict[str, dict[str, Organisation]] = {}
    for key, organisation in names.items():
        by_end.setdefault(key[-_SHORTEST:], {})[key] = organisation
    return {o.name: _longer(first[_key(o.name)], by_end) for o in found}


def _key(name: str) -> str:
    """`㈜가온`, `가온(주)`, `재단법인 가온` are 가온."""
    return loose_key(_FORM.sub("", name)) or loose_key(name)


def _longer(organisation: Organisation, by_end: dict[str, dict[str, Organisation]]) -> Organisation:
    key = _key(organisation.name)
    if organisation.kind not in _SHORTENED or is_placed(organisation.name) or len(key) < _SHORTEST:
        return organisation
    alike = by_end.get(key[-_SHORTEST:], {})
    found = [o for other, o in alike.items() if other.endswith(key) and other != key]
    return found[0] if len(found) == 1 else organisation
