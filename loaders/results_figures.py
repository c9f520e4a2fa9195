"""The figures of a line of results: counts, sums of money, rates and ratios; dates, limits and plans are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from .knowledge import words
from .results_levels import Level, plain
from .targets_figures import Quantity, counters, quantities

_RATIO = re.compile(r"(?<![\d.,:])(?P<value>\d{1,4}(?:\.\d+)?)\s*(?:대|:)\s*1(?![\d.,:]|\s*[가-힣])")
_DAYS = re.compile(r"(?<![\d.,~’‘'-])(?P<value>\d{1,3}(?:,\d{3})+|\d{2,3})\s?일(?=간|\s|[),]|$)")
_MOST_DAYS_OF_A_MONTH = 31
_GOES_ON = re.compile(r"[관동층조반](?![가-힣])")
_YEAR = re.compile(r"(?:19|20)\d\d\s")
_ROOM = re.compile(r"\s*[가-힣]{0,6}(?:실|강당|스튜디오|홀)(?![가-힣])")
_EACH = re.compile(r"\d[가-힣]{1,2}당(?:\s*(?:평균|약|연))?$")
_PARTITIVE = re.compile(r"중\s")
_NAMED = re.compile(r"[가-힣A-Za-z)]")
_RANGE = re.compile(r"(?<![\d,.])\d[\d,.]*\s?[가-힣%]{0,2}\s?[~∼～-]\s*$")
_ONE_TO_ONE = re.compile(r"\d\s*:\s*$")
_PRINTED = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*[^\d\s]*")
_BARE = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>\s?[^\d\s,·/()]{0,3})\s*$")
_WHOLE = re.compile(r"\s*[가-힣 ]{0,12}\($")
_NEAR = 24
_DURATIONS = ("개월", "일간", "주간")


def figures(text: str, whole: Level, dates: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The figures that count something, in order, outside the columns of `dates`; a range (`30~50명`) has no value.

    Bare parts in the brackets behind a figure count the same if they add up to it (`412마리(넙치 292, 해삼 120)`).
    """
    taken = [*dates]
    made: list[Quantity] = []
    for found in sorted([*_ratios(text), *_days(text), *map(_with_end, _named(text))], key=lambda q: (q.start, -q.end)):
        if any(found.start < last and first < found.end for first, last in taken) or not _counts(text, found):
            continue
        first = max(0, found.start - _NEAR)
        start = _RANGE.search(text[first : found.start])
        made.append(Quantity("", "", first + start.start(), found.end) if start else found)
        taken.append((found.start, found.end))
    return sorted(_with_parts(text, whole, made), key=lambda q: q.start)


def _named(text: str) -> list[tuple[str, Quantity]]:
    return [(text, found) for found in quantities(text)]


def _with_end(found: tuple[str, Quantity]) -> Quantity:
    """`3개관`, `2개동`: the word of the unit goes on behind 개."""
    text, quantity = found
    rest = _GOES_ON.match(text, quantity.end) if quantity.unit == "개" else None
    if rest is None:
        return quantity
    return Quantity(quantity.value, quantity.unit + rest[0], quantity.start, quantity.end + 1)


def _ratios(text: str) -> Iterator[Quantity]:
    """`5.2대 1`: the first number, in the unit `대 1`."""
    for found in _RATIO.finditer(text):
        yield Quantity(found["value"], "대 1", found.start(), found.end())


def _days(text: str) -> Iterator[Quantity]:
    """Days that are too many to be the day of a month, or that 간 marks as a stretch."""
    for found in _DAYS.finditer(text):
        days = int(found["value"].replace(",", ""))
        if days > _MOST_DAYS_OF_A_MONTH:
            yield Quantity(str(days), "일", found.start(), found.end())


def _counts(text: str, found: Quantity) -> bool:
    """Whether a figure says what was done: no year before a word, room, one-to-one, limit or plan."""
    before = text[max(0, found.start - _NEAR) : found.start].rstrip()
    behind = text[found.end : found.end + _NEAR].lstrip()
    if _YEAR.match(text, found.start, found.end) or _ONE_TO_ONE.search(before):
        return False
    if found.unit in _DURATIONS or (found.unit == "호" and _ROOM.match(text, found.end)):
        return False
    if _PARTITIVE.match(behind) and not _NAMED.match(before[-1:]):
        return False
    if before.endswith(_words("limit", "aim")) or behind.startswith(_words("within", "plan")):
        return False
    return not (_EACH.search(before) or (found.unit not in counters() and found.unit[:-1] in _orders()))


@cache
def _orders() -> frozenset[str]:
    """The words behind a number that orders (`3일로`: 일 with a particle)."""
    return words("counters", "unit", counts="")


@cache
def _words(*roles: str) -> tuple[str, ...]:
    return tuple(sorted(word for role in roles for word in words("result_words", "word", role=role)))


def _with_parts(text: str, whole: Level, found: Sequence[Quantity]) -> list[Quantity]:
    made = list(found)
    for level in _brackets(whole):
        outer = next((q for q in reversed(found) if q.end < level.start and q.value), None)
        if outer and _WHOLE.fullmatch(text[outer.end : level.start]) and (parts := _parts(text, level, outer)):
            made = [q for q in made if not level.start <= q.start < level.end] + parts
    return made


def _brackets(level: Level) -> Iterator[Level]:
    for part in level.inner:
        yield part
        yield from _brackets(part)


def _parts(text: str, level: Level, outer: Quantity) -> list[Quantity]:
    """The parts of a bracket in the scale and unit of the figure before it, if they are at least two and add up."""
    printed = _PRINTED.match(text, outer.start)
    pieces = list(re.finditer(r"[^,/·]+(?:,\d{3}[^,/·]*)*", plain(text, level)))
    bare = [(piece, _BARE.search(piece[0])) for piece in pieces]
    if printed is None or len(bare) < 2 or not all(number for _, number in bare):
        return []
    numbers = [(piece, number, _decimal(number["number"])) for piece, number in bare if number]
    whole = _decimal(printed["number"])
    if sum(n for _, _, n in numbers) != whole or not whole:
        return []
    scale = Decimal(outer.value) / whole
    return [
        Quantity(
            format((n * scale).normalize(), "f"),
            outer.unit,
            level.start + piece.start() + number.start(),
            level.start + piece.start() + number.end("unit"),
        )
        for piece, number, n in numbers
    ]


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
