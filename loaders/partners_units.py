"""The facility that an organisation works for: the name before the bracket that it stands in, else the title's."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..ontology.records import PartnerRole
from .facility_names import clean, head_of, read_item

_WORKS = ("operator", "delegated_agency")
_BORDER = re.compile(r"[:：,→⇨;]|\s{2,}|\s-\s")
_ENTRUSTED = re.compile(r"위탁|수탁|운\s*영")
_DONE = re.compile(r"\s*(?:착공|준공|건립|조성|운영|설치|공사|리모델링|위탁)\S*\s*$")


def unit_of(text: str, start: int, role: PartnerRole, title: str, is_facility: Callable[[str], bool]) -> str:
    """The unit for which the organisation at a column works, or an empty string."""
    if role not in _WORKS:
        return ""
    opened = text.rfind("(", 0, start)
    if opened >= 0 and ")" not in text[opened:start]:
        name = clean(_DONE.sub("", _BORDER.split(text[:opened])[-1]))
        if name and (is_facility(name) or head_of(name)):
            return name
    named = read_item(title) if role == "operator" and _ENTRUSTED.search(text) else None
    return named.name if named and named.relation in ("operates", "supports") else ""
