"""Whose report it is: the city, province, district or county that the cover names, else the one printed most often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ..ontology.fold import jurisdictions
from ..ontology.records import Span
from .knowledge import rows
from .source import Document, Line
from .spacing import squeeze

_BEHIND = r"(?=$|[^가-힣]|[와과의](?![가-힣])|의회|[시군구]?청|[가-힣]{2,12}[실국과소](?=$|[^가-힣]))"
_AT_LEAST = 3


@cache
def _uppers() -> dict[str, str]:
    """The full name and the short one with 시 or 도 (`부산시`) of every city and province, to the full one."""
    return {
        name: j.full
        for j in jurisdictions()
        for name in (j.full, *j.short)
        if name == j.full or name.endswith(("시", "도"))
    }


@cache
def _locals() -> dict[str, tuple[str, ...]]:
    """Districts, cities and counties, to the cities and provinces that have one of this name."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("local_governments"):
        for name in row["names"].split("|"):
            found[name] = (*found.get(name, ()), row["upper"])
    return found


@cache
def _pattern(*, whole: bool) -> re.Pattern[str]:
    """`서울특별시 은평구`, `부산광역시`, `수원시`; `whole`: as a word, or before 의회, 청 and a bureau's name."""
    uppers, districts = (
        "|".join(sorted(map(re.escape, names), key=lambda w: (-len(w), w))) for names in (_uppers(), _locals())
    )
    end = _BEHIND if whole else ""
    return re.compile(rf"(?<![가-힣])(?:(?P<upper>{uppers})(?:\s*(?P<under>{districts}))?|(?P<local>{districts})){end}")


def issuer(document: Document, cover: Sequence[Line]) -> tuple[str, Span] | None:
    """The full name (`서울특별시 은평구`) and where it stands first; None where the text leaves it open."""
    return _on_cover(document, cover) or _most_printed(document)


def _on_cover(document: Document, cover: Sequence[Line]) -> tuple[str, Span] | None:
    """The one government, or the one district under one city, that the cover names."""
    named: dict[str, Span] = {}
    for line in cover:
        for found in _named(line.text, whole=True):
            if full := _full(found, named):
                named.setdefault(full, document.line_span(line, *found.span()))
        if (full := _spaced(line.text, named)) and full not in named:
            named[full] = document.line_span(line)
    deepest = [full for full in named if not any(other.startswith(f"{full} ") for other in named)]
    return (deepest[0], named[deepest[0]]) if len(deepest) == 1 else None


def _named(text: str, *, whole: bool) -> Iterator[re.Match[str]]:
    return _pattern(whole=whole).finditer(text)


def _spaced(text: str, known: dict[str, Span]) -> str:
    """`수   원   시`: a line of single letters that is nothing but a name."""
    letters = text.split()
    found = _pattern(whole=True).fullmatch("".join(letters)) if len(letters) > 1 else None
    return _full(found, known) if found and all(len(letter) == 1 for letter in letters) else ""


def _full(found: re.Match[str], known: dict[str, Span]) -> str:
    """The full name of a match; a district that several cities have needs its own city beside it or before it."""
    upper, name = _uppers().get(found["upper"] or "", ""), found["under"] or found["local"] or ""
    if not name:
        return upper
    uppers = _locals()[name]
    fitting = [u for u in uppers if u == upper or (not upper and (len(uppers) == 1 or u in known))]
    return f"{fitting[0]} {name}" if len(fitting) == 1 else upper


def _most_printed(document: Document) -> tuple[str, Span] | None:
    """The government printed by far most often: a city at least once by its full name, a district three times."""
    found = [(full, m) for m in _named(document.text, whole=False) if (full := _full(m, {}))]
    counts = Counter(full for full, _ in found).most_common(2)
    if not counts or (len(counts) > 1 and counts[1][1] * 2 > counts[0][1]):
        return None
    full = counts[0][0]
    proper = [m for name, m in found if name == full and (" " in full or m[0] == full)]
    if not proper or (" " in full and len(proper) < _AT_LEAST):
        return None
    line = next(line for line in document.lines if proper[0].start() <= line.end)
    return full, document.line_span(line, proper[0].start() - line.start, proper[0].end() - line.start)


def own_names(city: str) -> tuple[str, ...]:
    """Every way in which a report speaks of its own government, longest first."""
    upper, _, local = city.partition(" ")
    names = {city, local} if local else {city, *(w for j in jurisdictions() if j.full == upper for w in j.short)}
    return tuple(sorted((squeeze(name) for name in names if name), key=lambda w: (-len(w), w)))
