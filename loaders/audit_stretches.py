"""An audit chapter by its headings: the lines under each with the kind of request and the department they stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .audit_lines import Token
from .audit_words import category_of, is_weak
from .fields import Piece

_ANSWERS = ("answer", "result", "status")
_COUNTS = re.compile(r"총\s*\d+\s*건|\d+\s*건\s*[)\]]?\s*$")


@dataclass(slots=True)
class Stretch:
    """The lines under one heading: the kind of request, the department whose page it is, the head's columns."""

    category: str
    group: tuple[Piece, ...] = ()
    roles: tuple[str, ...] = ()
    tokens: list[Token] = field(default_factory=list)
    headed: bool = False


def opens_answer(token: Token) -> bool:
    """Whether a line is a label of an answer or a state of its own."""
    return token.kind == "state" or (token.kind == "label" and token.role in _ANSWERS)


def is_told(token: Token) -> bool:
    """Whether a line shows that requests have begun: a department, a state, a label, a table's row."""
    return token.kind in ("department", "row", "label") or opens_answer(token)


def stretches(tokens: Sequence[Token], category: str) -> list[Stretch]:
    """The chapter by its headings; overviews and the page heads that repeat are left out."""
    chapter = _Chapter([Stretch(category)], set())
    for token, behind in pairwise([*_repeated_titles_as_labels(tokens), None]):
        if token is not None:
            chapter.take(token, behind)
    return [s for s in chapter.made if s.category != "summary" and s.tokens]


@dataclass(slots=True)
class _Chapter:
    """The stretches so far; `neutral` are heads that stand under headings of another kind than they name."""

    made: list[Stretch]
    neutral: set[str]
    begun: bool = False

    def take(self, token: Token, behind: Token | None) -> None:
        """Put a line where it belongs."""
        last = self.made[-1]
        if token.kind == "title" and not self._is_text(token, last):
            if token.role != last.category or not last.tokens:
                self.made.append(Stretch(token.role, (), last.roles))
        elif token.kind == "head":
            self._head(token, last)
        elif token.kind == "group" and _is_page(token, behind, last):
            self.made.append(Stretch(last.category, token.names, last.roles))
        else:
            if token.kind in ("group", "title"):
                token = replace(token, kind="department" if token.kind == "group" else "text")
            self.begun = self.begun or is_told(token)
            if last.tokens or not _COUNTS.search(token.body.text):
                last.tokens.append(token)

    def _is_text(self, token: Token, last: Stretch) -> bool:
        """Inside an answer `□ 추진개요`, `□ 세부내용` are no headings of the chapter."""
        if token.role == "summary":
            return self.begun
        return token.role == "details" and last.category != "summary" and bool(last.tokens)

    def _head(self, token: Token, last: Stretch) -> None:
        """A table's head names its columns, and the kind of request where no heading has just said another."""
        kind, roles = category_of(token.label), tuple(token.role.split())
        just_headed = not last.tokens and len(self.made) > 1
        if just_headed and last.category not in ("summary", "details", kind):
            self.neutral.add(token.label)
        counts = token.label not in self.neutral and kind not in ("", "several", last.category)
        if last.category == "summary" or (counts and not (is_weak(token.label) and last.category)):
            last = Stretch("" if kind == "several" else kind)
            self.made.append(last)
        elif not last.headed and not any(map(is_told, last.tokens)):
            last.tokens.clear()
        last.roles, last.headed = roles, True


def _is_page(token: Token, behind: Token | None, stretch: Stretch) -> bool:
    """Whether a department's name alone on its line is a heading, not the department of the request before it."""
    if behind is None or opens_answer(behind):
        return False
    return bool(token.mark) or ("department" not in stretch.roles and bool(behind.mark or behind.kind != "text"))


def _repeated_titles_as_labels(tokens: Sequence[Token]) -> Iterator[Token]:
    """`□ 지적사항` above every request is its label; above many requests it is a heading."""
    titles = [i for i, t in enumerate(tokens) if t.kind == "title"]
    same: dict[str, list[bool]] = defaultdict(list)
    for at, end in pairwise([*titles, len(tokens)]):
        same[tokens[at].label].append(_one_answer(tokens, at + 1, end))
    labels = {label for label, found in same.items() if len(found) > 1 and all(found)}
    for token in tokens:
        if token.kind == "title" and token.label in labels:
            empty = replace(token.body, start=token.body.end)
            yield replace(token, kind="label", role="request", body=empty)
        else:
            yield token


def _one_answer(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether text and then one answer stand here, each of its labels once."""
    found = [tokens[i].label for i in range(begin, end) if opens_answer(tokens[i]) and tokens[i].kind == "label"]
    asked = begin < end and tokens[begin].kind == "text"
    return asked and bool(found) and len(found) == len(set(found))
