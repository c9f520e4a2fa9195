"""The lines under a heading cut into requests: by labels, by numbers, or back from where each answer begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from .audit_lines import Token, Units, bracketed, number_of
from .audit_stretches import Stretch, opens_answer
from .audit_words import is_surely_status, status_behind

_LEAVE = ("※", "*")
_BOXES = "□■◻▣❏"
_ENDED = re.compile(r"(?:음|함|임|됨|중|예정|완료|계획|\)|[.])\s*$")


def cut(stretch: Stretch, units: Units) -> list[list[Token]]:
    """The lines of each request of a stretch, its answer included; the row of a table is one."""
    made: list[list[Token]] = []
    for is_row, group in groupby(stretch.tokens, key=lambda token: token.kind == "row"):
        tokens = list(group)
        made += [[token] for token in tokens] if is_row else _cut_lines(tokens, units)
    return made


def _cut_lines(tokens: list[Token], units: Units) -> list[list[Token]]:
    begin = next((i for i, t in enumerate(tokens) if t.kind != "text" or t.mark not in _LEAVE), len(tokens))
    tokens = _column_by_column(tokens[begin:])
    starts = (
        _by_label(tokens)
        or _by_number(tokens, units)
        or _by_answer(tokens)
        or _by_bracket(tokens, units)
        or _by_bullet(tokens)
    )
    return [tokens[a:b] for a, b in pairwise([*starts, len(tokens)])]


def _column_by_column(tokens: list[Token]) -> list[Token]:
    """A page's requests, each with its department, then as many answers, each with its state: put together in pairs."""
    told = [i for i, t in enumerate(tokens) if t.kind == "department" or (t.kind == "label" and t.role == "status")]
    runs = [(kind, list(group)) for kind, group in groupby(told, key=lambda i: tokens[i].kind)]
    made, at = list[Token](), 0
    for (kind, asked), (_, answered) in pairwise(runs):
        if kind != "department" or len(asked) < 2 or len(asked) != len(answered):
            continue
        made += tokens[at : asked[0] + 1]
        borders = list(zip(pairwise(answered), pairwise(asked), strict=True))
        for (answer, behind), (request, next_request) in borders:
            made += [*tokens[answer:behind], *tokens[request + 1 : next_request + 1]]
        at = answered[-1]
    return [*made, *tokens[at:]]


def _by_label(tokens: Sequence[Token]) -> list[int]:
    """Each `지적사항 : …`, with the number, kind and department that stand before it as they do before the first."""
    labels = [i for i, t in enumerate(tokens) if t.kind == "label" and t.role == "request"]
    if not labels:
        return []
    before = {_shape(t) for t in tokens[: labels[0]]}
    starts = []
    for low, at in pairwise([-1, *labels]):
        while at - 1 > low and _shape(tokens[at - 1]) in before:
            at -= 1
        starts.append(at)
    return starts


def _shape(token: Token) -> tuple[str, str, bool]:
    numbered = number_of(token.mark) is not None
    return token.kind, "number" if numbered else token.role or token.mark, numbered


def _by_number(tokens: Sequence[Token], units: Units) -> list[int]:
    """Numbers that go on by one, each with an answer before the next number of its form."""
    begin = next((i for i, t in enumerate(tokens) if t.kind != "text" or t.mark), 0)
    first = number_of(tokens[begin].mark) if tokens and tokens[begin].kind != "label" else None
    if first is None:
        return []
    form, last = first
    answers = [_answers(t, units) for t in tokens]
    complete = _complete(tokens, answers, form)
    starts, answered, any_answer = [begin], False, any(answers)
    for i, token in enumerate(tokens):
        number = number_of(token.mark) if i > begin and token.kind in ("text", "group", "state") else None
        follows = number is not None and number[0] == form and _goes_on(last, number[1])
        if number is not None and follows and (not any_answer or (complete[i] and answered)):
            starts.append(i)
            last, answered = number[1], False
        answered = answered or answers[i]
    return starts


def _goes_on(last: tuple[int, int], number: tuple[int, int]) -> bool:
    return number in ((last[0] + 1, 0), (last[0] + 1, 1)) or (last[1] > 0 and number == (last[0], last[1] + 1))


def _complete(tokens: Sequence[Token], answers: Sequence[bool], form: str) -> list[bool]:
    """For each line, whether an answer stands on it or behind it before another number of the form."""
    made, found = [False] * len(tokens), False
    for i in range(len(tokens) - 1, -1, -1):
        made[i] = found = answers[i] or found
        number = number_of(tokens[i].mark)
        if number and number[0] == form and tokens[i].kind == "text":
            found = False
    return made


def _answers(token: Token, units: Units) -> bool:
    """Whether a line tells of an answer: a department, a state, a label."""
    if token.kind != "text":
        return token.kind == "department" or opens_answer(token)
    inside = (inside for _, inside in bracketed(token.body))
    return bool(status_behind(token.body.text)) or any(units.listed(i) or is_surely_status(i.text) for i in inside)


def _by_answer(tokens: Sequence[Token]) -> list[int]:
    """From where each answer begins back to the bullet with which its request begins."""
    starts = list[int]()
    for low, anchor in pairwise([-1, *_anchors(tokens)]):
        starts.append(_back(tokens, low, anchor, tokens[0]) if starts else 0)
    return starts


def _by_bracket(tokens: Sequence[Token], units: Units) -> list[int]:
    """Each bullet like the first whose line, or one of the next, ends with a department or state in brackets."""
    told = [i for i, t in enumerate(tokens) if t.kind == "text" and _answers(t, units)]
    starts = list[int]()
    for low, at in pairwise([-1, *told]):
        alike = (i for i in range(at, low, -1) if tokens[i].mark == tokens[0].mark)
        starts += [i for i in [next(alike, None)] if i is not None]
    return starts if starts[:1] == [0] else []


def _by_bullet(tokens: Sequence[Token]) -> list[int]:
    """Each bullet like the first, where others stand below it."""
    mark = tokens[0].mark if tokens else ""
    others = any(t.mark not in ("", mark, *_LEAVE) for t in tokens)
    return [i for i, t in enumerate(tokens) if t.mark == mark] if mark and others else []


def _anchors(tokens: Sequence[Token]) -> list[int]:
    """The departments that an answer follows; without them each state or label that begins anew."""
    followed = {i for i, (a, b) in enumerate(pairwise(tokens)) if a.kind == "department" and opens_answer(b)}
    if not followed and (alone := [i for i, t in enumerate(tokens) if t.kind == "department"]):
        return alone
    seen, mark = set[str](), None
    made = list[int]()
    for i, token in enumerate(tokens):
        if i in followed:
            made.append(i)
            seen = set()
        elif opens_answer(token) and mark in (None, token.mark) and (token.role == "status" or not followed):
            mark = token.mark
            if token.label in seen or (not seen and i - 1 not in followed):
                made.append(i)
                seen = set()
            seen.add(token.label)
    return made


def _back(tokens: Sequence[Token], low: int, anchor: int, first: Token) -> int:
    """Where the request before an answer begins: at the nearest bullet like that of the first request.

    Several bullets are one request where they stand in other columns than the bullets of the answer before.
    """
    begin = low + 1
    while begin < anchor and opens_answer(tokens[begin]):
        begin += 1
    free = range(_last_label(tokens, begin, anchor) + 1, anchor)
    alike = [i for i in free if tokens[i].kind in ("text", "state") and tokens[i].mark == first.mark]
    if not first.mark or not alike:
        return _after_sentence(tokens, free, anchor)
    marks = [t.mark for t in tokens[low + 1 : alike[0]] if t.mark and not (opens_answer(t) and t.mark in _BOXES)]
    if marks and first.mark not in marks:
        return alike[0]
    others = any(t.mark == first.mark and t.style != tokens[alike[-1]].style for t in tokens[begin:anchor])
    return _first_of_style(tokens, alike) if others else alike[-1]


def _first_of_style(tokens: Sequence[Token], alike: Sequence[int]) -> int:
    """The first of the last bullets that stand in the same columns."""
    style = tokens[alike[-1]].style
    return next((alike[n + 1] for n in range(len(alike) - 2, -1, -1) if tokens[alike[n]].style != style), alike[0])


def _last_label(tokens: Sequence[Token], begin: int, anchor: int) -> int:
    return max((i for i in range(begin, anchor) if tokens[i].kind == "label"), default=begin - 1)


def _after_sentence(tokens: Sequence[Token], free: range, anchor: int) -> int:
    """Without a bullet: behind the blank line, else behind the sentence, that ends the answer before."""
    last = max((i for i in free if tokens[i].mark), default=free.start)
    gaps = [tokens[i + 1].piece.line.number - tokens[i].piece.line.number for i in range(last, anchor - 1)]
    if len(set(gaps)) > 1:
        return anchor - 1 - gaps[::-1].index(max(gaps))
    return next(_sentence_ends(tokens, last, anchor), max(anchor - 1, free.start))


def _sentence_ends(tokens: Sequence[Token], last: int, anchor: int) -> Iterator[int]:
    return (i + 1 for i in range(last, anchor - 1) if _ENDED.search(tokens[i].piece.text))
