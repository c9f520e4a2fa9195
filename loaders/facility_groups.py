"""Branches listed with their trades, in either order (`의류(가온, 나래), 라온(가죽)`), told by the printed count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from .facility_lists import Branch
from .fields import Item
from .knowledge import rows
from .spacing import squeeze

_GROUP = re.compile(r"(?P<outer>[가-힣A-Za-z]{2,10})\s*\((?P<inner>[^()]+)\)")
_COUNT = re.compile(r"\(\s*총?\s*(\d{1,3})\s*개\s*소\s*\)")
_DISTRICT_ENDS = "구동군시"


def grouped(item: Item, above: Sequence[Item], attested: Callable[[str], bool]) -> list[Branch]:
    """The places of a grouped list, if they are as many as a line above counts: else none.

    In a bracket with several entries these are the places. Of two single words the one is the place that is a
    district or that the document attests as one; where that tells nothing, the style of the group before goes on.
    """
    counts = [int(m[1]) for line in above for m in _COUNT.finditer(line.text)]
    groups = [m for m in _GROUP.finditer(item.text) if not re.search(r"\d", m["inner"])]
    places: list[tuple[str, int]] = []
    outer = False
    for group in groups:
        inner = [(m[0].strip(), group.start("inner") + m.start()) for m in re.finditer(r"[^,\s][^,]*", group["inner"])]
        if len(inner) == 1:
            outer = _outer_is_place(group["outer"], inner[0][0], outer, attested)
        places += [(group["outer"], group.start("outer"))] if len(inner) == 1 and outer else inner
    if len(groups) < 2 or not counts or len(places) != counts[-1]:
        return []
    return [Branch(name, False, "", (), start, start + len(name)) for name, start in places]


def _outer_is_place(outer: str, inner: str, before: bool, attested: Callable[[str], bool]) -> bool:
    first, second = _is_place(outer, attested), _is_place(inner, attested)
    return before if first == second else first


def _is_place(word: str, attested: Callable[[str], bool]) -> bool:
    return word in _districts() or any(attested(f"{word}{end}") for end in _DISTRICT_ENDS)


@cache
def _districts() -> frozenset[str]:
    """The districts, cities and counties of the country without their last syllable."""
    return frozenset(squeeze(name)[:-1] for row in rows("local_governments") for name in row["names"].split("|"))
