"""What follows the name of a law: articles, their titles, issuer, status, date, and 등."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ...ontology.records import CitationStatus
from . import scan, tables
from .provisions import Provision, read_provisions

_ISSUED = re.compile(
    r"\s*(?P<who>[가-힣 ]*?)\s*(?:훈령|예규|고시|지침|공고)\s*(?:제?\s*[\d-]+\s*호)?\s*(?:,.*)?", re.DOTALL
)
_PROMULGATED = re.compile(r"(?:법률|대통령령|총리령|부령|조례|규칙|방침|의안)\s*(?:제\s*[\d-]+\s*호)?")
_DATE = re.compile(r"\s*[’'‘]?\s*\d{2,4}\s*(?:[.년-]|$).*", re.DOTALL)
_OTHERS = re.compile(r"\s*(?:등(?=$|[\s,.;:)·]|[에을의이과]|관련)|외\s*\d+\s*[개건종])")
_DECLARED = re.compile(r"\s*이하\s")
_REST = re.compile(r"^[\s,:·]*(?:등|관련|에 따라|에 따른|에 의거)?\s*")


@dataclass(frozen=True, slots=True)
class Tail:
    """What was read behind a name, up to `end` (등 and status words that follow are not part of it)."""

    end: int
    articles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    last: Provision | None = None
    status: CitationStatus | None = None
    directive: bool = False
    national: bool = False
    others: bool = False


def read_tail(text: str, start: int) -> Tail:
    """Read on from the end of a name in a text of unified dots and dashes."""
    tail = Tail(start)
    while (longer := _bracket(text, tail) or _articles(text, tail)) is not None:
        tail = longer
    status = tail.status or status_after(text, tail.end)
    return replace(tail, status=status, others=_OTHERS.match(text, tail.end) is not None)


def status_after(text: str, start: int) -> CitationStatus | None:
    """The status that the words after a name give it (제정, 일부개정 …)."""
    found = _status("after").match(text, scan.blanks(text, start))
    return _statuses("after")["".join(found[0].split())] if found else None


@cache
def _status(place: str) -> re.Pattern[str]:
    wordings = (r"\s*".join(map(re.escape, wording.split())) for wording, _ in tables.statuses(place))
    return re.compile("(?:" + "|".join(wordings) + r")(?=$|[^가-힣]|[을를이은는의에]|하|되|추진|계획|예정|중|안)")


@cache
def _statuses(place: str) -> dict[str, CitationStatus]:
    return {"".join(wording.split()): status for wording, status in tables.statuses(place)}


def _articles(text: str, tail: Tail) -> Tail | None:
    start = tail.end
    if tail.last is None and not re.match(r"[\s,·]*(?:및\s+)?(?:제|\[?별[표지]|부칙)|\s*\d", text[start : start + 12]):
        return None
    read = read_provisions(text, start, tail.last)
    if not read.articles:
        return None
    return replace(tail, end=read.end, articles=(*tail.articles, *read.articles), last=read.last)


def _bracket(text: str, tail: Tail) -> Tail | None:
    """The bracket at the end of the tail, by its content: provision, issuer, status, date, otherwise a title."""
    start = scan.blanks(text, tail.end)
    if text[start : start + 1] != "(" or (close := scan.closing(text, start)) < 0:
        return None
    inside, tail = text[start + 1 : close], replace(tail, end=close + 1)
    if any(quote in inside for quote in "「｢『"):
        return None
    for reader in (_provisions_in, _issuer_in, _status_in):
        if (read := reader(inside, tail)) is not None:
            return read
    if _DATE.fullmatch(inside) or _DECLARED.match(inside) or not tail.articles:
        return tail
    return replace(tail, headings=(*tail.headings, " ".join(inside.split())))


def _provisions_in(inside: str, tail: Tail) -> Tail | None:
    read = read_provisions(inside, 0, tail.last)
    if not read.articles:
        return None
    heading = _REST.sub("", inside[read.end :], count=1).strip("() ")
    headings = (*tail.headings, heading) if heading and not _DATE.fullmatch(heading) else tail.headings
    return replace(tail, articles=(*tail.articles, *read.articles), headings=headings, last=read.last)


def _issuer_in(inside: str, tail: Tail) -> Tail | None:
    issued = _ISSUED.fullmatch(inside)
    if tail.articles and not (issued and (not issued["who"] or issued["who"] in tables.issuers())):
        return None
    national = any(name in inside for name in tables.issuers())
    if not (issued or national or _PROMULGATED.match(inside.strip())):
        return None
    return replace(tail, national=tail.national or national, directive=tail.directive or issued is not None)


def _status_in(inside: str, tail: Tail) -> Tail | None:
    found = status_in_bracket(inside)
    return replace(tail, status=found) if found else None


def status_in_bracket(inside: str) -> CitationStatus | None:
    """The status that the content of a bracket gives a law: 가칭, 안, 입법예고 …"""
    return _statuses("paren").get("".join(inside.split(",")[0].split()))
