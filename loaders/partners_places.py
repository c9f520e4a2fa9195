"""Districts and other local governments beside a word for what they do: `가온·나래구 등 주관`, `다온시와 협약`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..ontology.fold import full_city, jurisdictions
from .partners_mentions import Mention
from .partners_names import Named, districts

_LIST = re.compile(r"(?<![가-힣A-Za-z])[가-힣]{1,4}(?:\s?[·,]\s?[가-힣]{1,4})*[구시군도](?![가-힣]{2})")
_IN_CHARGE = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,10}(?:국|실|과|본부|기획관|담당관))\s?소관")
_DOING = re.compile(
    r"\s*(?:및\s+\S{2,14}\s*)?(?:등\s*)?(?:과|와|의|이|가)?\s*(?:[·,]\s?[가-힣]{2,8}\s*)?"
    r"(?:\S{1,6}\s+)?(?:주관|주최|협력|협업|협약|MOU|연계|공동|합동|협조|후원|참여|협의)"
)


def local_governments(text: str) -> Iterator[Mention]:
    """The districts, cities and provinces of a text that do something there (addresses are none), and `나래국 소관`."""
    for found in _IN_CHARGE.finditer(text) if "소관" in text else ():
        yield Mention(*found.span("name"), Named(found["name"], "city_department", "strict"), found["name"])
    if _SUSPECTED.search(text) is None:
        return
    for found in _LIST.finditer(text):
        names = list(_names(found))
        if names and _DOING.match(text, found.end()):
            yield from names


_SUSPECTED = re.compile(r"[가-힣][구시군도](?:[\s·,과와]|$)")


def _names(found: re.Match[str]) -> Iterator[Mention]:
    """`가온·나래구` is 가온구 and 나래구."""
    last = found[0][-1]
    for part in re.finditer(r"[가-힣]+", found[0]):
        name = part[0] if part[0].endswith(last) or part[0] in _all() else part[0] + last
        if name in _all():
            start = found.start() + part.start()
            kind = "district" if name in districts() else "other"
            yield Mention(start, start + len(part[0]), Named(full_city(name), kind, "strict"), part[0])


@cache
def _all() -> frozenset[str]:
    return districts() | {j.full for j in jurisdictions()} | {w for j in jurisdictions() for w in j.short if len(w) > 2}
