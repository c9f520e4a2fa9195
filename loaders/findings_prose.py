"""Sums that running text states in brackets: `3,500명(공공형 1,750명, 민간형 1,750명)`, `565억(기본 440억, …)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .findings_equations import Sum
from .findings_figures import Figure
from .findings_numbers import AMOUNT, SCALE, is_count, is_money, text_figure, unit_words
from .findings_words import is_partition, is_source
from .knowledge import words
from .source import Document

_BRACKET = re.compile(r"\(([^()]{5,240})\)")
_TWO_PARTS = re.compile(r"[^\W\d][^\d,]{0,30}\d.*[^\W\d][^\d,]{0,30}\d", re.DOTALL)
_BEFORE = 48
_CLOSE = re.compile(r"\d[^\d\n]{1,20}$")
_FLOOR = r"\d{1,2}(?:\s?[~∼]\s?\d{1,2})?(?:층|차|단계|기)(?![가-힣])"
_NAME = rf"(?:[^\d,/+();]|(?<=[A-Za-z])\+|{_FLOOR}){{1,30}}?"
_BORDER = re.compile(r"\s*(?:[,/·ㆍ+;]|및\s|$)")
_LAST_SCALE = re.compile(rf"{SCALE}$")


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket behind a figure: where it opens, the text before it on its line, the figure there, the parts inside."""

    start: int
    before: str
    head: re.Match[str]
    parts: Sequence[re.Match[str]]

    @property
    def unit(self) -> str:
        """The unit of the figure before the bracket, without its scale."""
        return self.head["unit"] or ""

    @property
    def amount(self) -> str:
        """The figure before the bracket, with its scale."""
        return self.head["amount"].rstrip()

    @property
    def scale(self) -> str:
        """The scale of the figure before the bracket."""
        found = _LAST_SCALE.search(self.amount)
        return found[0] if found else ""


def bracket_sums(document: Document) -> Iterator[Sum]:
    """A sum for each figure with a bracket behind it that holds nothing but its named parts in the same unit.

    Sources of money (국비, 시비) always make up the whole; a list of other parts that falls short of half of it may be
    a choice and is no sum.
    """
    for found in _BRACKET.finditer(document.text):
        start = found.start()
        before = document.text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        if not _CLOSE.search(before) or not _TWO_PARTS.search(found[1]):
            continue
        head, parts = _head().search(before), _parts(found[1])
        if head and parts and _counts_the_same(bracket := _Bracket(start, before, head, parts)):
            yield from _sum(document, bracket)


@cache
def _head() -> re.Pattern[str]:
    tail = r"(?:\s?[가-힣·ㆍ]{1,8}){0,3}\s?"
    return re.compile(rf"(?<![\d.,’'~-])(?P<amount>{AMOUNT})\s?(?P<unit>{unit_words()})?{tail}$")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_NAME})\s*(?P<amount>{AMOUNT})\s?(?P<unit>{unit_words()})?(?=[\s,/·ㆍ+;]|$)")


def _parts(inside: str) -> list[re.Match[str]]:
    """The parts inside a bracket, each a name and an amount; none if it holds anything else or fewer than two.

    Only sources of money may follow each other without a border: `(국비 6,480 도비 4,860)`.
    """
    parts: list[re.Match[str]] = []
    at = 0
    while inside[at:].strip():
        part = _part().match(inside, at)
        border = part and _BORDER.match(inside, part.end())
        if part is None or not _is_part(part["name"]) or not (border or is_source(part["name"])):
            return []
        parts.append(part)
        at = border.end() if border else part.end()
    return parts if len(parts) > 1 else []


def _is_part(name: str) -> bool:
    """Whether words name a part: letters, and none that say it is no part (약, 최대, 누계, 기업당)."""
    refused = words("not_parts", "word")
    return bool(re.search(r"[^\W\d_]", name)) and not any(t in refused or t[-1] == "당" for t in name.split())


def _counts_the_same(bracket: _Bracket) -> bool:
    """Whether all parts have the unit of the whole, a beginning of it (`108백` of 백만원), or none."""
    units = [part["unit"] or "" for part in bracket.parts]
    if is_money(bracket.amount, bracket.unit):
        return set(units) <= {"", "원"}
    return bool(bracket.unit) and all(bracket.unit.startswith(unit) for unit in units)


def _sum(document: Document, bracket: _Bracket) -> Iterator[Sum]:
    """The sum in the first reading of bare numbers (in the scale of the whole, or plain) that holds, else the first."""
    start = bracket.start - len(bracket.before) + bracket.head.start("amount")
    name = _called(bracket.before[: bracket.head.start("amount")])
    whole = text_figure(document, start, bracket.amount, bracket.unit, name)
    count = len(bracket.parts)
    said = f"괄호 안 {count}개의 합은", f"the {count} in its brackets add up to"
    exact = all(
        is_count(amount, bracket.unit) for amount in (bracket.amount, *(p["amount"].rstrip() for p in bracket.parts))
    )
    readings = [[_figure(document, bracket, p, scale) for p in bracket.parts] for scale in {bracket.scale: 0, "": 0}]
    sums = [Sum(whole, parts, ("prose", start), said, exact=exact) for parts in readings]
    made = next((s for s in sums if s.holds), sums[0])
    if made.holds or is_partition(made):
        yield made


def _figure(document: Document, bracket: _Bracket, part: re.Match[str], scale: str) -> Figure:
    """A part's figure; `scale` is meant if it prints none, or only the beginning of it."""
    amount = part["amount"].rstrip()
    own = _LAST_SCALE.search(amount)
    if own and not part["unit"] and scale.startswith(own[0]):
        amount = amount[: own.start()].rstrip()
    name = " ".join(re.sub(r"^\W+", "", part["name"]).split())
    at = bracket.start + 1 + part.start("amount")
    return text_figure(document, at, amount, part["unit"] or bracket.unit, name, scale=scale)


def _called(before: str) -> str:
    """What a figure is of: the words before it, without bullets and what stands before another colon."""
    said = re.sub(r"^[^\w(]+|[\s:：]+$", "", before)
    return " ".join(re.split(r"[:：]", said)[-1].split())
