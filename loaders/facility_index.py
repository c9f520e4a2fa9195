"""An index of the names of known facilities: where they stand in a line, which name begins with a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from ..ontology.fold import DOTS, QUOTES
from ..ontology.records import Facility
from .facilities import Gazetteer
from .facility_names import facility_key

_DROPPED = frozenset(f"{DOTS}{QUOTES}()[]<>,.-~:/")
# A name of one or two letters would match anything.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Index:
    """Facilities by the keys of all their names; the lengths of keys by their first letters, longest first."""

    facilities: Mapping[str, Facility]
    lengths: Mapping[str, tuple[int, ...]]
    ordered: Sequence[str]

    def find(self, folded: str) -> list[tuple[int, str]]:
        """Every place where a key stands in a folded line, the longest keys first."""
        found = []
        for start in range(len(folded) - _SHORTEST + 1):
            for length in self.lengths.get(folded[start : start + _SHORTEST], ()):
                key = folded[start : start + length]
                if key in self.facilities:
                    found.append((start, key))
        return sorted(found, key=lambda at: (-len(at[1]), at[1], at[0]))

    def longest(self, keys: Iterable[str]) -> Facility | None:
        """The facility of the longest of some keys that is known."""
        known = [key for key in keys if key in self.facilities]
        return self.facilities[max(known, key=len)] if known else None

    def only_one(self, beginning: str) -> Facility | None:
        """The facility of which alone a name begins so and goes on; none if the beginning is a name itself."""
        if beginning in self.facilities:
            return None
        only: Facility | None = None
        names = islice(self.ordered, bisect_left(self.ordered, beginning), None)
        for key in takewhile(lambda name: name.startswith(beginning), names):
            if only not in (None, self.facilities[key]):
                return None
            only = self.facilities[key]
        return only


def index_of(gazetteer: Gazetteer, city: str) -> Index:
    """The index of a document's facilities under all their spellings."""
    made = {
        facility_key(name, city): gazetteer.facilities[key]
        for key, proposal in gazetteer.proposals
        for name in (proposal.name, *proposal.aliases)
    }
    facilities = {key: facility for key, facility in made.items() if len(key) >= _SHORTEST}
    lengths: dict[str, set[int]] = {}
    for key in facilities:
        lengths.setdefault(key[:_SHORTEST], set()).add(len(key))
    falling = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return Index(facilities, falling, sorted(facilities))


def folded(text: str) -> tuple[str, list[int]]:
    """A line as keys are folded (`loose_key`), with the column of each character kept."""
    upper = text.upper()
    if len(upper) != len(text):
        upper = text
    columns = [i for i, c in enumerate(upper) if c not in _DROPPED and not c.isspace()]
    return "".join([upper[i] for i in columns]), columns
