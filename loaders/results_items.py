"""One bullet of results read: each figure with the noun phrase that it counts, its clause and its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from .results_levels import HIDDEN, Level, blanked, clauses, plain
from .results_lines import EDGES, Stretch, When, read_stretch, stretches
from .results_phrases import before, behind, between, is_verb, joined
from .spacing import normal
from .targets_figures import Quantity

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]")
_ASIDE = re.compile(rf"(?<!\d),|,(?!\d{{3}})|(?<={HIDDEN})\s*및(?=\s)")
_MONEY = ("원", "달러", "$", "불")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure: what it counts, its clause, the plain number (empty for a range), its unit, the clause's columns, its
    date if it has one."""

    item: str
    text: str
    value: str
    unit: str
    start: int
    end: int
    when: When | None


@dataclass(frozen=True, slots=True)
class _Outer:
    """What stands around a bracket: the words that name it, its date, the clause of the line."""

    words: str
    date: When | None
    clause: Level | None


def counted(text: str, topic: str = "", year: int = 0) -> list[Counted]:
    """The figures of a bullet; `topic` is what the bullet above is about, `year` that of dates that print none.

    >>> [(c.item, c.value, c.unit) for c in counted("창업기업 120개사 지원, 매출 35억원")]
    [('창업기업 지원', '120', '개사'), ('매출', '35', '억원')]
    """
    if not _DIGIT.search(text):
        return []
    made: list[Counted] = []
    leading: When | None = None
    for start, end in stretches(text):
        line = read_stretch(text[start:end], topic, year, leading)
        leading = line.leading
        found = [one for _, one in sorted(_read(line, line.body, _Outer("", None, None)), key=itemgetter(0))]
        made += [replace(one, start=one.start + start, end=one.end + start) for one in found] if start else found
    return made


def _read(line: Stretch, level: Level, outer: _Outer) -> Iterator[tuple[int, Counted]]:
    """The figures of a level, clause by clause, then those of the brackets inside."""
    own = _dates_of(line, level)
    shown = plain(line.text, level)
    visible = _without(shown, level, own)
    starts = [q.start for q in line.figures]
    subject, last = "", outer.date
    for clause in clauses(level, shown, starts, line.ends):
        words_of = visible[clause.start - level.start : clause.end - level.start]
        around = outer if outer.clause else _Outer(outer.words, outer.date, clause)
        dated = [d for d in own if clause.start <= d.first < clause.end]
        figured = [q for q in line.figures if _is_in(q, clause)]
        named = _names(words_of, [(q.start - clause.start, q.end - clause.start, q.unit) for q in figured])
        for quantity, (left, right) in zip(figured, named, strict=True):
            left = left or _bracket_before(line, clause, quantity)
            subject = left if left and not is_verb(left) else subject
            place = (quantity.start, quantity.end)
            near = dated if outer.clause else _between_commas(visible, level.start, place, dated)
            date = _date(quantity, figured, near) or (last if outer.clause else None) or line.leading
            item = _item(line, around, (left, right, subject), quantity.unit)
            yield quantity.start, _counted(line, around, quantity, item, date)
            last = date
        for part in clause.inner:
            words_before = _words_before(line, around, words_of[: part.start - 1 - clause.start], figured, clause)
            near = _between_commas(visible, level.start, (part.start - 1, part.end + 1), dated)
            date = _date_before(part, figured, near) or (outer.date if level.start else line.leading)
            yield from _read(line, part, _Outer(words_before or subject, date, around.clause))


def _is_in(quantity: Quantity, clause: Level) -> bool:
    inside = clause.start <= quantity.start < clause.end
    return inside and not any(part.start <= quantity.start < part.end for part in clause.inner)


def _dates_of(line: Stretch, level: Level) -> list[When]:
    """The dates of a level; a bracket that is nothing but a date belongs to the level around it."""
    made = []
    for date in line.dates:
        if level.start <= date.first < level.end:
            holder = next((part for part in level.inner if part.start <= date.first < part.end), None)
            if holder is None or not _WORD.search(_without(plain(line.text, holder), holder, line.dates)):
                made.append(date)
    return made


def _without(text: str, level: Level, dates: Sequence[When]) -> str:
    """A level's text with its dates blank."""
    for date in dates:
        text = blanked(text, date.first - level.start, date.last - level.start)
    return text


def _bracket_before(line: Stretch, clause: Level, quantity: Quantity) -> str:
    """The words of a bracket that stands alone before a figure: `(조성) 9,824억`."""
    part = next((p for p in clause.inner if not line.text[p.end + 1 : quantity.start].strip()), None)
    if part is None or part.end > quantity.start or line.text[clause.start : part.start - 1].strip(EDGES):
        return ""
    return normal(line.text[part.start : part.end])


def _between_commas(visible: str, start: int, place: tuple[int, int], dated: Sequence[When]) -> list[When]:
    """The dates between the commas (or 및 behind a bracket) around a place: what is said beside it has its own."""
    first = max((m.end() for m in _ASIDE.finditer(visible, 0, place[0] - start)), default=0)
    found = _ASIDE.search(visible, place[1] - start)
    last = found.start() if found else len(visible)
    return [d for d in dated if first <= d.first - start < last]


def _date(quantity: Quantity, figured: Sequence[Quantity], dated: Sequence[When]) -> When | None:
    """The date behind a figure up to the next one, else the last before it in its clause."""
    following = min((q.start for q in figured if q.start > quantity.start), default=None)
    after = [d for d in dated if d.first >= quantity.end and (following is None or d.first < following)]
    before_it = [d for d in dated if d.last <= quantity.start]
    return after[0] if after else before_it[-1] if before_it else None


def _date_before(part: Level, figured: Sequence[Quantity], dated: Sequence[When]) -> When | None:
    """The date that a bracket's figures take over: that of its clause."""
    quantity = next((q for q in reversed(figured) if q.end <= part.start), None)
    if quantity is not None:
        return _date(quantity, figured, [d for d in dated if d.first < part.start])
    return dated[-1] if len(dated) == 1 else None


def _names(text: str, found: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The words before and behind each figure of a clause."""
    rights: list[str] = []
    lefts: list[str] = []
    for index, (start, end, _) in enumerate(found):
        if index:
            right, left = between(text[found[index - 1][1] : start], found[index - 1][2])
            rights.append(right)
            lefts.append(left)
        else:
            lefts.append(before(text[:start]))
        if index == len(found) - 1:
            rights.append(behind(text[end:]))
    return list(zip(lefts, rights, strict=True))


def _words_before(line: Stretch, outer: _Outer, text: str, figured: Sequence[Quantity], clause: Level) -> str:
    """What a bracket is about: the words before it in its clause, without their figures."""
    at = [(q.start - clause.start, q.end - clause.start) for q in figured if q.end - clause.start <= len(text)]
    left, right = (before(text[: at[0][0]]), behind(text[at[-1][1] :])) if at else (before(text), "")
    return joined(joined(outer.words or line.label, left, by=" - "), right)


def _item(line: Stretch, outer: _Outer, said: tuple[str, str, str], unit: str) -> str:
    """The noun phrase: what stands around, the words before the figure (else the clause's subject), those behind."""
    left, right, subject = said
    around = outer.words or line.label
    if left and not is_verb(left):
        return joined(around, joined(left, right), by=" - ")
    if right and not around and unit.endswith(_MONEY) and not is_verb(right):
        return right
    return joined(around or subject or line.aside or line.topic, joined(left, right))


def _counted(line: Stretch, outer: _Outer, quantity: Quantity, item: str, when: When | None) -> Counted:
    clause = outer.clause or Level(0, len(line.text))
    start, end = _bare(line.text, 0 if clause.start == line.body.start else clause.start, clause.end)
    return Counted(item, normal(line.text[start:end]), quantity.value, quantity.unit, start, end, when)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The columns of a stretch without marks at its ends."""
    said = text[start:end]
    return start + len(said) - len(said.lstrip(EDGES)), start + len(said.rstrip(" \t,;:："))
