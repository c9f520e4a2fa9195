"""Dates and periods as printed, to ISO with the precision that they have."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ..ontology.fold import QUOTES, unify
from .knowledge import rows

_YEAR = rf"[{re.escape(QUOTES)}’]?(?P<{{0}}y>20\d\d|\d\d)"
_DAY = r"(?:\s*[.년]\s*(?P<{0}m>\d{{1,2}})(?:\s*[.월]\s*(?:(?P<{0}d>\d{{1,2}})\s*[.일]?)?)?)?"
_DATE = _YEAR + _DAY
_PERIOD = re.compile(_DATE.format("a") + r"\s*\.?\s*(?:~|부터)\s*" + _DATE.format("b"))
_SINGLE = re.compile(
    rf"[{re.escape(QUOTES)}’](?P<y>20\d\d|\d\d)\s*[.년]\s*(?P<m>\d{{1,2}})\s*(?:[.월]\s*(?P<d>\d{{1,2}})?)?|(?P<fy>20\d\d)\s*[.년]\s*(?P<fm>\d{{1,2}})\s*[.월]\s*(?P<fd>\d{{1,2}})?"
)
_POINT = (
    rf"(?:(?:[{re.escape(QUOTES)}]\s?(?P<y>\d\d)(?!\d)|(?P<yyyy>20\d\d)(?!\d)"
    r"|(?P<yy>\d\d)(?=년\s*(?:\d{1,2}\s*월|[상하]반기)))\s*(?:년도?|\.)?\s*)?"
    r"(?:(?P<word><words>)|(?P<quarter>[1-4])\s*(?:/\s*4\s*)?분기"
    r"|(?P<month>\d{1,2})(?!\d)(?:(?P<named>\s*월)|\s*\.(?!\d{3})|\s*일|(?=\s*(?:[~)\],/·(]|$)))"
    r"(?:(?<=[월.])\s*(?P<day>\d{1,2})(?![\d,%월/]|\.\d|\s*(?:[개명건회팀편곳종억만천여]|가구|세대|분기))\s*[일.]?)?)?"
)
_ABOUT = (
    r"(?:\s*(?:초순|상순|중순|하순|말경|[초중말경내](?=까지|부터|이후|이전|예정|[^가-힣]|$)"
    r"|\([월화수목금토일]\)|\(?예정\)?(?![가-힣])))*"
)
_DASHED = re.compile(r"(?<=[\d월반기])(\s*)-(?=\s*(?:\d{1,2}\s*월|하반기))")
_AGAIN = re.compile(r"\s*(?:[,/·]|및)\s*")
_INSIDE = re.compile(r"[\w%]|[.,]\d")
_NONE, _NEVER = (0, 0), (-1, -1)
_DECEMBER = 12
_AS_OF = re.compile(r"(?P<date>[^()\[\],]{6,20}?)\s*(?:기준|현재)")


def iso(year: str, month: str | None, day: str | None) -> str:
    """`25`, `1`, `31` → `2025-01-31`; shorter without a day or month. An impossible month or day is left out."""
    full = year if len(year) == 4 else f"20{year}"
    if not month or not 1 <= int(month) <= 12:
        return full
    if not day or not 1 <= int(day) <= 31:
        return f"{full}-{int(month):02d}"
    return f"{full}-{int(month):02d}-{int(day):02d}"


def date(text: str) -> str:
    """The first date of a text (`’25. 5.`, `2025년 3월`), or an empty string."""
    found = _SINGLE.search(text)
    if not found:
        return ""
    return iso(found["y"] or found["fy"], found["m"] or found["fm"], found["d"] or found["fd"])


def periods(text: str) -> list[tuple[str, str]]:
    """Every `from~to` of a text as an ISO interval, with the printed words."""
    made = []
    for found in _PERIOD.finditer(unify(text)):
        start = iso(found["ay"], found["am"], found["ad"])
        end = iso(found["by"], found["bm"], found["bd"])
        made.append((f"{start}/{end}", text[found.start() : found.end()].strip()))
    return made


def as_of(text: str) -> tuple[str, int, int] | None:
    """The day that a `(’25. 1. 31. 기준)` names: ISO date, and the columns of the printed date."""
    for found in _AS_OF.finditer(text):
        day = date(found["date"])
        if len(day) == len("2025-01-31"):
            return day, found.start("date"), found.end("date")
    return None


@dataclass(frozen=True, slots=True)
class Term:
    """A point or stretch of time in a text: ISO dates as precise as they are printed, and its columns.

    `start` is empty for `~ ’25. 6월`, `end` for `’25. 2월 ~`, both for what has no date (`매월`; a month of no year).
    """

    start: str
    end: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Point:
    """A date as printed: 0 for what is not there; `months` are those of a half, a quarter or a word of time."""

    year: int
    month: int
    day: int
    months: tuple[int, int]
    named: bool

    def dates(self) -> tuple[str, str]:
        """The first and the last date that it covers."""
        if not self.year or self.months == _NEVER:
            return "", ""
        first, last = self.months if self.months != _NONE else (self.month, self.month)
        return self._iso(first), self._iso(last)

    def _iso(self, month: int) -> str:
        there = 0 < month <= _DECEMBER and self.day <= monthrange(self.year, month)[1]
        return iso(str(self.year), str(month), str(self.day if there else 0))

    @property
    def precise(self) -> int:
        """The month that orders it in a year, 0 if it has none."""
        return self.months[0] or (self.month if self.month <= _DECEMBER else 0)


def term(text: str, year: int) -> Term | None:
    """The term that a text is as a whole (`’25. 3월 ~`, `연중`, `3/4분기`, `12.31.까지`), or None."""
    found = terms(text, year)
    return found[0] if found and not re.search(r"\w", text[: found[0].first] + text[found[0].last :]) else None


def terms(text: str, year: int) -> list[Term]:
    """The terms that stand as words in a text; those that print no year are of `year` (0: unknown).

    >>> [(t.start, t.end) for t in terms("준비('25.3월), 운영('25.4월~), 행사 9. 30.~ 10. 2.", 2025)]
    [('2025-03', '2025-03'), ('2025-04', ''), ('2025-09-30', '2025-10-02')]
    """
    plain = _DASHED.sub(r"\1~", unify(text))
    made, behind = list[Term](), 0
    for at in _starts().finditer(plain):
        if at.start() >= behind and (found := _read(plain, at.start(), year)):
            made.append(found)
            behind = found.last
    return made


def _read(text: str, at: int, year: int) -> Term | None:
    """The dates from one column on that commas or slashes join: from the first one's start to the last one's end."""
    stretches = list(_stretches(text, at, _Point(year, 0, 0, _NONE, False)))
    if not stretches:
        return None
    start, (_, end), last = stretches[0][0][0], stretches[-1][0], stretches[-1][1]
    backwards = start and end[: len(start)] < start[: len(end)]
    return Term(start, "" if backwards else end, at, last)


def _stretches(text: str, at: int, before: _Point) -> Iterator[tuple[tuple[str, str], int]]:
    """Each stretch with the column behind it; a later one is of the year, or day of the month, before it."""
    while found := _stretch().match(text, at):
        last = found.start() + len(found[0].rstrip())
        if not _marked().search(text, at, last) or _INSIDE.match(text, last):
            return
        left, right = _point(found, "a"), _point(found, "b")
        if left is None:
            return
        left, right = _years(_following(before, left), right)
        yield _bounds(found, left, right), last
        before = right or left
        if (again := _AGAIN.match(text, last)) is None:
            return
        at = again.end()


def _bounds(found: re.Match[str], left: _Point, right: _Point | None) -> tuple[str, str]:
    if found["open"] or found["until"]:
        return "", left.dates()[1]
    if right:
        return left.dates()[0], right.dates()[1]
    return left.dates()[0], "" if found["to"] else left.dates()[1]


def _point(found: re.Match[str], side: str) -> _Point | None:
    """The date at the start (`a`) or end (`b`) of a stretch."""
    year = found[f"{side}_y"] or found[f"{side}_yyyy"] or found[f"{side}_yy"] or ""
    word, quarter = found[f"{side}_word"], int(found[f"{side}_quarter"] or 0)
    month, day = int(found[f"{side}_month"] or 0), int(found[f"{side}_day"] or 0)
    if not (year or word or quarter or month):
        return None
    months = _words()[re.sub(r"\s", "", word)] if word else (3 * quarter - 2, 3 * quarter) if quarter else _NONE
    whole = int(year if len(year) != 2 else f"20{year}") if year else 0
    return _Point(whole, month, day, months, bool(word or quarter or found[f"{side}_named"]))


def _following(before: _Point, point: _Point) -> _Point:
    """A date with what it leaves out of the one before: the year, and of a bare number behind a day the month."""
    if point.year:
        return point
    if before.day and point.month and not point.day and not point.named:
        return replace(point, year=before.year, month=before.month, day=point.month)
    return replace(point, year=before.year)


def _years(left: _Point, right: _Point | None) -> tuple[_Point, _Point | None]:
    """Both ends of a stretch with their years: one that would end before it begins ends in the next year."""
    if right is None:
        return left, None
    if left.month and not left.named and not left.day and right.months != _NONE:
        left = replace(left, month=0, months=(3 * left.month - 2, 3 * left.month))
    own = right.year
    right = _following(left, right)
    if not own and left.precise > right.precise > 0:
        right = replace(right, year=right.year + 1)
    return left, right


@cache
def _words() -> dict[str, tuple[int, int]]:
    """The reviewed words of time with their first and last month; those without are no dates."""
    return {r["word"]: (int(r["first"] or -1), int(r["last"] or -1)) for r in rows("time_words")}


@cache
def _word() -> str:
    longest = sorted(_words(), key=lambda w: (-len(w), w))
    return "|".join(r"\s*".join(map(re.escape, word)) for word in longest)


@cache
def _stretch() -> re.Pattern[str]:
    point = _POINT.replace("<words>", _word())
    left, right = (re.sub(r"\?P<(\w+)>", rf"?P<{side}_\1>", point) for side in "ab")
    behind = rf"(?:(?P<until>까지|이전)|(?P<to>~|부터|이후)\s*(?:{right}{_ABOUT}(?:\s*까지)?)?)?"
    return re.compile(rf"(?P<open>~\s*)?{left}{_ABOUT}\s*{behind}")


@cache
def _starts() -> re.Pattern[str]:
    """Where a term may begin."""
    return re.compile(rf"(?<![\w.,/~{re.escape(QUOTES)}])(?:~|[{re.escape(QUOTES)}]\s?(?=\d)|(?=\d)|(?={_word()}))")


@cache
def _marked() -> re.Pattern[str]:
    """What tells a date from other numbers."""
    return re.compile(
        rf"[{re.escape(QUOTES)}]\s?\d\d|20\d\d\s*[.년]|\d\s*월|분기|{_word()}"
        r"|\d\.\s*\d{1,2}\s*(?:\.|일|\()|\d{1,2}\.\s*\d{1,2}\.?\s*(?:~|까지)"
    )
