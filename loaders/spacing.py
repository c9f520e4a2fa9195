"""Letter-spaced words closed up again (`나 래 창 업 허 브` → `나래창업허브`), with the words of the same document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\s]+")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}")
_MIN_TOKENS = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that a document writes without inner blanks."""

    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lexicon:
        """Every word of two letters or more."""
        return cls(frozenset(w for text in texts for w in _WORD.findall(text)))


def squeeze(text: str) -> str:
    """The text without any blank: for labels and headings that are compared, not shown."""
    return "".join(text.split())


def normal(text: str) -> str:
    """Single blanks, none at the ends."""
    return " ".join(text.split())


def close_up(text: str, lexicon: Lexicon) -> str:
    """The text with its letter-spaced runs joined; other words keep their blanks."""
    if not is_spaced(text):
        return normal(text)
    parts = re.split(r"\s{2,}", text.strip())
    if len(parts) > 1 and all(len(p) == 1 for p in parts):
        parts = ["".join(parts)]
    return " ".join(_cut(squeeze(p), lexicon) if is_spaced(p) or len(parts) > 1 else normal(p) for p in parts)


def is_spaced(text: str) -> bool:
    """Whether a text is letter-spaced: three words or more, most of them single letters."""
    hangul = [t for t in text.split() if re.search(r"[가-힣A-Za-z]", t)]
    short = [t for t in hangul if len(re.sub(r"[^가-힣A-Za-z]", "", t)) == 1]
    return len(hangul) >= _MIN_TOKENS and len(short) * 2 > len(hangul)


def _cut(joined: str, lexicon: Lexicon) -> str:
    """Cut a long join into words that the document attests, if they cover it whole."""
    if joined in lexicon.words or len(joined) < 2 * _MIN_TOKENS:
        return joined
    best: list[list[str] | None] = [[]] + [None] * len(joined)
    for end in range(2, len(joined) + 1):
        for start in range(end - 1):
            before = best[start]
            if before is None or joined[start:end] not in lexicon.words:
                continue
            if (known := best[end]) is None or len(before) + 1 < len(known):
                best[end] = [*before, joined[start:end]]
    return " ".join(best[-1]) if best[-1] else joined
