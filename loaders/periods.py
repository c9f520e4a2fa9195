"""Dates and periods as printed, to ISO with the precision that they have."""

from __future__ import annotations

import re

from ..ontology.fold import QUOTES, unify

_YEAR = rf"[{re.escape(QUOTES)}’]?(?P<{{0}}y>20\d\d|\d\d)"
_DAY = r"(?:\s*[.년]\s*(?P<{0}m>\d{{1,2}})(?:\s*[.월]\s*(?:(?P<{0}d>\d{{1,2}})\s*[.일]?)?)?)?"
_DATE = _YEAR + _DAY
_PERIOD = re.compile(_DATE.format("a") + r"\s*\.?\s*(?:~|부터)\s*" + _DATE.format("b"))
_SINGLE = re.compile(
    rf"[{re.escape(QUOTES)}’](?P<y>20\d\d|\d\d)\s*[.년]\s*(?P<m>\d{{1,2}})\s*(?:[.월]\s*(?P<d>\d{{1,2}})?)?|(?P<fy>20\d\d)\s*[.년]\s*(?P<fm>\d{{1,2}})\s*[.월]\s*(?P<fd>\d{{1,2}})?"
)
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
