"""The numbers before titles: `1`, `1-1.`, `가.`, `①`, `(1)`: which kind a line carries, and how they go on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LETTERS = "가나다라마바사아자차카타파하"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PATTERN = re.compile(
    r"(?:(?:과\s?제\s?)?(?P<digit>\d{1,2}(?:\s{0,3}-\s{0,3}\d{1,2})?)(?:\s{0,3}[.)])?\s+|(?P<letter>[가-하])[.)]\s*"
    r"|(?P<circle>[①-⑳])\s*|\((?P<bracket>\d{1,2})\)\s*)(?P<title>\S.*)"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: its kind (digit, letter, circle, bracket), the number as printed, the rest."""

    kind: str
    number: str
    title: str

    @property
    def order(self) -> tuple[int, ...]:
        """What sorts the numbers of one kind; `1-2` lies between `1` and `2`."""
        if self.kind == "letter":
            return (_LETTERS.find(self.number) + 1,)
        if self.kind == "circle":
            return (_CIRCLES.index(self.number) + 1,)
        return tuple(int(n) for n in self.number.split("-"))


def numbered(text: str) -> Numbered | None:
    """The number with which a text begins, or None."""
    found = _PATTERN.fullmatch(text.strip())
    if not found:
        return None
    kind = next(k for k in ("digit", "letter", "circle", "bracket") if found[k])
    return Numbered(kind, re.sub(r"\s", "", found[kind]), found["title"])
