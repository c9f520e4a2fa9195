"""Figures in running text whose thousands are grouped wrongly: `176,20`, `1,51362`, `1513,062`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from ..ontology.records import Finding
from .findings_numbers import text_span, unit_words
from .source import Document

_GROUPED = re.compile(r"\d+(?:,\d+)+(?![\d,.\-~]|\s?[.,-]\d)")
_NO_START = frozenset("0123456789.,-’'~")
_RIGHT = re.compile(r"\d{1,3}(?:,\d{3})+")
_BEHIND = 8


def malformed(document: Document, cells: Collection[int]) -> Iterator[Finding]:
    """Malformed figures that are no cells of a budget table (`cells` are the offsets at which those begin).

    A group of more than three digits behind a comma, or more than three before one, is no list of numbers; one of
    fewer is none if the numbers do not go up and the others are right (`1,513,62`), a hundred and more stand before
    it (`176,20`) or it counts something (`12,34명`).
    """
    for found in _GROUPED.finditer(document.text):
        text = found[0]
        if _RIGHT.fullmatch(text) or document.text[max(0, found.start() - 1) : found.start()] in _NO_START:
            continue
        if not _is_figure(text, document.text[found.end() : found.end() + _BEHIND]):
            continue
        span = text_span(document, found.start(), found.end())
        if span.start not in cells:
            ko = f"{text}: 천 단위 쉼표의 자리가 잘못됨"
            en = f"{text}: its commas do not stand between thousands"
            yield Finding("typo", text, "", ko, en, "likely", (span,), ())


def _is_figure(text: str, behind: str) -> bool:
    groups = text.split(",")
    lengths = [len(group) for group in groups]
    if lengths[0] > 3 and lengths[1:] == lengths[:1] * (len(groups) - 1):
        return False  # years side by side
    if max(lengths[1:]) > 3 or (lengths[0] > 3 and set(lengths[1:]) == {3}):
        return True
    if lengths[0] > 3 or _is_list(groups):
        return False
    apart = lengths[0] == 3 and re.match(r"\s|[)\]]|$", behind)
    return set(lengths[1:-1]) == {3} or bool(apart) or _counts().match(behind) is not None


def _is_list(groups: list[str]) -> bool:
    """Whether numbers are a list: they go up (`2,4,6명`), and are not two of which the second has two odd digits."""
    numbers = [int(group) for group in groups]
    pair = len(groups) == 2 and len(groups[1]) == 2 and numbers[1] % 10
    return numbers == sorted(set(numbers)) and not pair


@cache
def _counts() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:조|천억|백억|억|천만|백만|만|천)?(?:{unit_words()})(?![가-힣])")
