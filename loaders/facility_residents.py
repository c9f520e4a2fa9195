"""Who is housed in a facility: how many firms the text counts (`입주 45개사`), which it names (입주기업 ‘가온’)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .facility_items import LABELLED, Attribute, Told
from .facility_names import refused
from .facility_tables import Stated
from .fields import Item
from .knowledge import alternatives
from .source import Document
from .spacing import normal, squeeze

_FIRMS = r"(?:개\s*(?:사|社|기업|업체)|社)"
_BEHIND = r"(?=\s*(?:$|[,.;·/()]|입주|운영|상주|보유)|\s+및\s)"
_COUNTS = (
    re.compile(
        rf"입주\s*(?:기업|업체)?\s*(?:수|현황)?\s*[:：(]?\s*(?:총|현재|약)?\s*(?P<count>\d[\d,]*)\s*{_FIRMS}{_BEHIND}"
    ),
    re.compile(rf"(?P<count>\d[\d,]*)\s*{_FIRMS}\s*(?:가|이)?\s*입주(?:\s*(?:중|완료))?(?=\s*(?:$|[,.;·/()]))"),
)
_NAME = r"[‘“'\"](?P<{0}>[^‘’“”'\"]{{2,20}})[’”'\"]"
_QUOTED = re.compile(_NAME.format("name"))
_NAMED = re.compile(
    rf"입주\s*(?:기업|업체)(?:인)?\s*[:：(]?\s*(?P<names>{_NAME.format('a')}(?:\s*(?:[,·ㆍ]|및|와|과)\s*{_NAME.format('b')})*)"
)
_FIRM_LABEL = ("입주기업", "입주업체", "입주기업명")
_COMPANY = re.compile(r"㈜|\(주\)|주식회사|유한회사|\(유\)")
_ENTRY = re.compile(r"(?:[^,()]|\([^()]*\))+")
# What a report wants or foresees is not what is.
_NOT_YET = re.compile(r"목표|일정|계획(?!.*실적)")


def read_residents(document: Document, lines: Iterable[Told]) -> Iterator[Attribute]:
    """The numbers of resident firms (`residents`) and the firms named (`tenant`), each with its facility.

    The facility is the last one named before in the line, else the only one whose own item it is, else the one that
    heads this part of the section.
    """
    for one in lines:
        if "입주" not in one.item.text or _NOT_YET.search(normal(one.block.title)):
            continue
        for found in (found for pattern in _COUNTS for found in pattern.finditer(one.item.text)):
            if key := owner_of(one, found.start()):
                count = found["count"].replace(",", "")
                yield Attribute(key, _stated(document, one.item, ("residents", count), found.span()))
        for at, name in _named(one):
            if key := owner_of(one, at[0]):
                yield Attribute(key, _stated(document, one.item, ("tenant", name), at))


def owner_of(one: Told, at: int) -> str:
    """The facility of which a line speaks at a column: none where another name stands between or several share it."""
    before = [naming for naming in one.names if naming.end <= at]
    if before:
        last = before[-1]
        return next((key for naming, key in one.named if naming is last), "")
    return one.owner if one.owner and one.alone else "" if one.owner else one.part


def _named(one: Told) -> Iterator[tuple[tuple[int, int], str]]:
    """The firms in quotes behind 입주기업, and those of a labelled list that are marked as firms."""
    text = one.item.text
    for found in _NAMED.finditer(text):
        if not _no_names().match(text, found.end()):
            for quoted in _QUOTED.finditer(text, *found.span("names")):
                name = normal(quoted["name"])
                if not refused(name) and not _no_names().search(squeeze(name)[-6:]):
                    yield quoted.span("name"), name
    label = LABELLED.match(text)
    if label and squeeze(label["bracket"] or label["label"]) in _FIRM_LABEL:
        for entry in _ENTRY.finditer(text, label.start("value")):
            if _COMPANY.search(entry[0]):
                lead = len(entry[0]) - len(entry[0].lstrip())
                yield (entry.start() + lead, entry.start() + len(entry[0].rstrip())), normal(entry[0]).strip()


@cache
def _no_names() -> re.Pattern[str]:
    """A word behind quotes that makes what stands in them no firm: `입주기업 ‘데모데이’ 개최`."""
    return re.compile(rf"\s*(?:{alternatives('tenant_not_names', 'word')})")


def _stated(document: Document, item: Item, what: tuple[str, str], at: tuple[int, int]) -> Stated:
    first, last = item.locate(*at)
    span = document.span(first.line, first.start, last.line, last.end)
    return Stated(*what, normal(span.quote), span)
