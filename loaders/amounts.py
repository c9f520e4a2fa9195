"""Money and counts as printed: figures, units, dashes, footnote marks, to won and integers."""

from __future__ import annotations

import re
from decimal import Decimal

from ..ontology.records.money import UNITS

_LONGEST = 24
_TOO_MUCH = 10**17
DASHES = frozenset("-–—－ㅡ")

_GROUPED = re.compile(r"[△▲+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_UNIT = re.compile(
    r"(?<![가-힣])단\s*위\s*[:：]?\s*(?:[^()\d]{1,8}[,/]\s*)?((?:조|억|백\s*만|천\s*만|천|만)?\s*원)(?![가-힣])"
)


def figure(text: str) -> Decimal | None:
    """A figure, its thousands grouped rightly or not at all (△ is minus); a dash is 0; None if it is malformed.

    >>> figure("1,23456") is None, figure("△2"), figure("-")
    (True, Decimal('-2'), Decimal('0'))
    """
    text = text.strip()
    if text in DASHES:
        return Decimal(0)
    if len(text) > _LONGEST or not _GROUPED.fullmatch(text):
        return None
    sign = -1 if text[0] in "△▲-" else 1
    return sign * Decimal(text.lstrip("△▲+-").replace(",", ""))


def won(text: str, unit: str) -> int | None:
    """A figure in a unit as whole won; more than any budget holds (and than 64 bits sum up) is malformed."""
    value = figure(text)
    return None if value is None or abs(value) * UNITS[unit] >= _TOO_MUCH else int(value * UNITS[unit])


def table_unit(text: str) -> str:
    """The unit that a `(단위 : 천원, …)` note declares, or an empty string."""
    found = _UNIT.search(text)
    return re.sub(r"\s", "", found[1]) if found else ""


def head_count(text: str) -> int | None:
    """A number of posts; a footnote mark glued behind it (`341)` is 34, note 1) is cut off.

    >>> head_count("341)"), head_count("-"), head_count("1,024"), head_count("△3")
    (34, 0, 1024, -3)
    """
    if marked := re.fullmatch(r"([△▲]?[\d,]+)\d\)", text):
        text = marked[1]
    value = figure(text)
    return None if value is None or value != int(value) else int(value)
