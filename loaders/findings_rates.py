"""Rates in running text whose base is printed: shares (`2,221명(16%)`) and growth (`10 → 12 (20%)`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from .findings_equations import Rate
from .findings_figures import ONE, Figure, Printed, figure_of
from .findings_numbers import AMOUNT, NUMBER, text_figure, text_span, unit_words
from .source import Document

_SHARE = re.compile(r"\(\s?(?P<share>\d{1,3}(?:\.\d{1,2})?)\s?%\s?\)")
_DATE = r"(?:[’‘'`]?\d{2,4}\s?[.년]\s?\d{0,2}[.월]?\s?[가-힣]{0,2}\s+|[(]?[’‘'`]\d\d년?[)]?\s*)?"
_ARROW = re.compile("[→⇒➡➞]")
_OLD = re.compile(rf"(?<![\d.,’'])(?P<old>{NUMBER})(?P<unit>[^\d\s→(]{{0,4}})\s*$")
_NEW = re.compile(
    rf"\s*{_DATE}(?P<new>{NUMBER})(?P<unit>[^\d\s→(]{{0,4}})\s*"
    r"\(\s*(?P<rate>[△▲+-]?\d{1,3}(?:\.\d{1,2})?)\s?%\s*\)"
)
_BEFORE = 24
_FEW = 3
_NEAR = 160
_HUNDRED = Decimal(100)


def text_rates(document: Document) -> Iterator[Rate]:
    """The shares of figures that make up 100 % together, and the growth of a figure from one date to another."""
    yield from _shares(document)
    yield from _growth(document)


def _shares(document: Document) -> Iterator[Rate]:
    """A rate for each share of a group: three or more figures with one unit, each close behind the other, whose shares
    add up to 100 % within their rounding. What they are shares of is not printed: the sum of the group is."""
    for group in _groups(document):
        low = sum((share.bounds[0] for share, _ in group), Decimal(0))
        high = sum((share.bounds[1] for share, _ in group), Decimal(0))
        if len(group) >= _FEW and low <= _HUNDRED <= high:
            yield from _rates(document, group)


def _growth(document: Document) -> Iterator[Rate]:
    """`’24.1말 799.24 → ’25.1말 728.29 (△8.88%)`: what the second figure is more or less than the first."""
    for arrow in _ARROW.finditer(document.text):
        start = max(0, arrow.start() - _BEFORE)
        before, behind = _OLD.search(document.text[start : arrow.start()]), _NEW.match(document.text, arrow.end())
        if before and behind and before["unit"] == behind["unit"]:
            at = start + before.start("old")
            old = Printed(before["old"], before["unit"], ONE, text_span(document, at, at + len(before["old"])))
            new = Printed(behind["new"], behind["unit"], ONE, text_span(document, *behind.span("new")))
            rate = Printed(behind["rate"], "%", ONE, text_span(document, *behind.span("rate")))
            named = figure_of(rate, "", ("증감률", "growth"))
            yield Rate(named, figure_of(new, ""), figure_of(old, ""), ("growth", at), offset=100)


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,’'])(?P<amount>{AMOUNT})\s?(?P<unit>{unit_words()})\s?$")


def _groups(document: Document) -> Iterator[list[tuple[Figure, Figure]]]:
    """The shares with their figures, as long as one stands close behind the other and counts the same."""
    group: list[tuple[Figure, Figure]] = []
    for found in _SHARE.finditer(document.text):
        start = max(0, found.start() - _BEFORE)
        amount = _amount().search(document.text[start : found.start()])
        if amount is None:
            continue
        pair = _figures(document, found, amount, start)
        if group and (pair[1].unit != group[-1][1].unit or pair[1].span.start - group[-1][0].span.end > _NEAR):
            yield group
            group = []
        group.append(pair)
    yield group


def _figures(document: Document, found: re.Match[str], before: re.Match[str], start: int) -> tuple[Figure, Figure]:
    amount, unit = before["amount"].rstrip(), before["unit"]
    print = Printed(found["share"], "%", ONE, text_span(document, *found.span("share")))
    share = figure_of(print, f"{amount}{unit}", ("비중", "(its share)"))
    return share, text_figure(document, start + before.start("amount"), amount, unit, "")


def _rates(document: Document, group: Sequence[tuple[Figure, Figure]]) -> Iterator[Rate]:
    """Each share with its figure and the sum of the group, which is as exact as its members together."""
    first, last = group[0][1], group[-1][1]
    total = sum((amount.value or Decimal(0) for _, amount in group), Decimal(0))
    bounds = [sum((amount.bounds[side] for _, amount in group), Decimal(0)) for side in (0, 1)]
    print = Printed(f"{total:,f}", first.unit, ONE, text_span(document, first.span.start, last.span.end))
    base = Figure(print, "", ("합", "sum"), None, total, (bounds[0], bounds[1]))
    for share, amount in group:
        yield Rate(share, amount, base, ("share", first.span.start))
