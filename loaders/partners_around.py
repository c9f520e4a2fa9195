"""What the whole document knows when one of its lines is read for partners."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .partners_names import PARTICLES, Named

_COMPOUNDS = 3
_PARTICLE = re.compile(f"{PARTICLES}?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The document's own short names, its laws' places, its words; what is a facility or the city's own body."""

    declared: Mapping[str, Named]
    laws: Sequence[tuple[int, int]]
    words: frozenset[str]
    is_facility: Callable[[str], bool]
    is_own: Callable[[str], bool]
    _common: dict[str, bool] = field(default_factory=dict)

    def is_other(self, name: str) -> bool:
        """Whether a name is that of a facility or of one of the city's own bodies."""
        return self.is_facility(name) or self.is_own(name)

    def in_law(self, at: int) -> bool:
        """Whether a character of the document stands in the citation of a law."""
        index = bisect_right(self.laws, (at, 1 << 60)) - 1
        return index >= 0 and self.laws[index][1] > at

    def is_common(self, word: str) -> bool:
        """Whether the document makes compounds of a word, as it does of nouns (교육, 반도체) and hardly of names."""
        if word not in self._common:
            self._common[word] = self._compounds(word) >= _COMPOUNDS
        return self._common[word]

    def _compounds(self, word: str) -> int:
        inside = (w for w in self.words if word in w)
        return sum(1 for w in inside if _PARTICLE.fullmatch(w.replace(word, "", 1)) is None)
