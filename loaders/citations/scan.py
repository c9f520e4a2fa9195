"""Where names of laws may begin and end in a text: suffixes, word ends, quotes and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from . import tables
from .tables import Suffix

OPENERS = {"「": "」", "｢": "｣", "『": "』", "‘": "’", "“": "”", "《": "》", "〈": "〉", "'": "'", '"': '"'}
YEAR = re.compile(r"['’‘]\d{2}(?!\d)")
CLOSERS = frozenset(OPENERS.values())
LONGEST_NAME = 160
BULLETS = "ㅇ○◦•‣▸▪▷■□∘◈❍●◯"

# After a suffix: the end of the word, a particle, an article, or a word that is often written on to it.
_AFTER = (
    r"(?=$|[^가-힣]"
    r"|(?:에서는|에서|에는|에도|에|의|을|를|은|는|이나|이|가|과|와|으로|로|상의|상|도|만|및|등|안|라|이라|부터|까지|내)"
    r"(?![가-힣])"
    r"|에\s?(?:따|의거|의한|의하|근거|관한|대한|규정)|상\s?규정"
    r"|제\s?\d|(?:일부|전부)?개정|제정|제·개정|입법예고|안\s?(?:제출|상정|심의|발의))"
)


@cache
def _scanner(plans: bool) -> re.Pattern[str]:
    known = [s.text for s in tables.suffixes().values() if plans or not s.plan]
    return re.compile("(" + "|".join(sorted(known, key=lambda s: (-len(s), s))) + ")" + _AFTER)


def ends(
    text: str, start: int, stop: int, *, plans: bool = False, brackets: bool = False
) -> Iterator[tuple[int, Suffix]]:
    """Where a name that begins at `start` may end: each end with its suffix, in order.

    `plans`: ends of plans as well; `brackets`: also ends inside of brackets that open behind `start`.
    """
    for found in _scanner(plans).finditer(text, start, stop):
        if brackets or text.count("(", start, found.start()) == text.count(")", start, found.start()):
            yield found.end(), tables.suffixes()[found[1]]


def any_suffix(text: str) -> bool:
    """Whether a law suffix stands anywhere in the text: the quick test before reading it."""
    return _scanner(False).search(text) is not None


def closing(text: str, start: int) -> int:
    """The position of the bracket that closes the one at `start`, or -1."""
    depth = 0
    pair = "()" if text[start] == "(" else "[]"
    for at in range(start, min(len(text), start + 400)):
        depth += (text[at] == pair[0]) - (text[at] == pair[1])
        if depth == 0:
            return at
    return -1


def quoted(text: str, start: int) -> int:
    """The position of the quote that closes the one at `start`, or -1 if none does within a name's length."""
    close = OPENERS.get(text[start : start + 1], "")
    return text.find(close, start + 1, start + LONGEST_NAME) if close else -1


def blanks(text: str, start: int) -> int:
    """The first position from `start` that is no blank."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start
