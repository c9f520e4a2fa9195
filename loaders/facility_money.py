"""The money that running text states for one facility outside a table: `나래센터 건립(총사업비 320억원)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..ontology.fold import DOTS
from ..ontology.records import BudgetLine, Facility, FacilityBudget, Project, Record, Span, StatedAmount
from ..ontology.records.money import UNITS
from .amounts import won
from .facility_items import Told
from .facility_names import action_of
from .fields import Item
from .knowledge import rows
from .overview import MONEY, money_unit, money_won
from .source import Document
from .spacing import normal, squeeze

_YEAR = r"[’‘'`]?(?<!\d)(?P<year>20\d\d|\d\d)\s*년(?:도)?\s*"
# From a name to the money: what is done there, then a bracket or a colon, and in it entries of another kind.
_BETWEEN = re.compile(
    r"\s*[’”｣」』]?\s*(?P<action>[가-힣·ㆍ․\s]{0,16}?)\s*(?:사업|공사|추진|계획)?\s*[(（:：]\s*(?:[^():：]{0,40}[,/]\s*)?"
)
_SUM = re.compile(r"\d\s*[조억천백만]|\d\s*원")
_JOINED = re.compile(rf"(?:[,{DOTS}]|\s(?:및|와|과))\s*$")
_ALONE = re.compile(r"\s*$|.*[,/;(]\s*$")
_BRACKET = re.compile(r"\s*\((?P<parts>[^()]*)\)")
_PART = re.compile(
    r"\s*(?P<name>[^,:：]*?[^\s,:：])(?:\s*[:：]\s*|\s+|(?<=\D)(?=\d))(?P<figure>\d[\d,]*(?:\.\d+)?)\s*(?:,|$)"
)


@dataclass(frozen=True, slots=True)
class Where:
    """A section: its project, its overview's lines by the number of their first line, and the facilities by key."""

    project: Project | None
    overview: Mapping[int, BudgetLine]
    facilities: Mapping[str, Facility]


def read_money(document: Document, lines: Iterable[Told], where: Where) -> Iterator[Record]:
    """A line of the table `text` with its amount, and whose it is; for the overview's lines whose they are.

    A year or phase stands only where the text says it. Money is one facility's behind its name alone, under its own
    item, or in the overview of a section whose title it is.
    """
    for one in lines:
        if not _SUM.search(one.item.text) or not MONEY.search(one.item.text):
            continue
        if line := next((where.overview[n] for n in _numbers(one.item) if n in where.overview), None):
            yield from _of_overview(document, one, line, where)
            continue
        for found in _labelled().finditer(one.item.text):
            if key := _owner(one, found):
                yield from _records(document, one.item, found, where, where.facilities[key])


def _numbers(item: Item) -> Iterator[int]:
    return (piece.line.number for piece in item.pieces)


@cache
def _labelled() -> re.Pattern[str]:
    """A label of money, letter-spaced or in brackets too, with the year before it and the sum behind it."""
    labels = sorted((r["label"] for r in rows("money_labels")), key=lambda label: (-len(label), label))
    words = "|".join(r"\s*".join(map(re.escape, label)) for label in labels)
    return re.compile(
        rf"(?:{_YEAR})?(?<![가-힣])(?P<label>{words})(?![가-힣])\s*\)?\s*[:：]?\s*(?:총|약)?\s*(?P<money>{MONEY.pattern})"
    )


def _owner(one: Told, found: re.Match[str]) -> str:
    """The key of the facility to which the text ties a sum; empty unless it is one alone."""
    text, start = one.item.text, found.start()
    before = [naming for naming in one.names if naming.end <= start]
    if not before:
        alone = not one.names and one.alone and _ALONE.match(text[:start])
        return one.owner if alone else ""
    last = before[-1]
    between = _BETWEEN.fullmatch(text, last.end, start)
    action = between["action"].strip() if between else ""
    said = action_of(action) if action else None
    if between is None or (action and (said is None or normal(said[0]) != normal(action))):
        return ""
    own = not _JOINED.search(text[: last.start])
    return next((key for naming, key in one.named if naming is last and own), "")


def _records(
    document: Document, item: Item, found: re.Match[str], where: Where, facility: Facility
) -> Iterator[Record]:
    """The line, its figure and its facility; nothing if the figure is malformed."""
    value = money_won(found["money"])
    if value is None:
        return
    first, last = item.locate(found.start(), found.end())
    span = document.span(first.line, first.start, last.line, last.end)
    label = next(r for r in rows("money_labels") if r["label"] == squeeze(found["label"]))
    line = _line(where, label["label"], span)
    yield line
    yield StatedAmount(
        line,
        _year(found["year"] or ""),
        label["phase"],  # type: ignore[arg-type]
        value,
        normal(found["money"]),
        money_unit(found["money"]),
        span,
    )
    yield FacilityBudget(facility, line, "stated", "", (span,))


def _line(where: Where, item: str, span: Span) -> BudgetLine:
    return BudgetLine("text", item, where.project.department if where.project else None, where.project, False, span)


def _year(printed: str) -> int:
    """A printed year, 0 if there is none."""
    return int(printed) + (2000 if len(printed) == 2 else 0) if printed else 0


def _of_overview(document: Document, one: Told, line: BudgetLine, where: Where) -> Iterator[Record]:
    """Whose the money of an overview is: what its bracket says, else the facility that the section's title names."""
    yield from _parts(document, one, where)
    keys = {key for naming, key in one.named if naming.relation in ("operates", "builds")}
    if len(keys) == 1 and len(one.names) == 1:
        yield FacilityBudget(where.facilities[keys.pop()], line, "stated", "", (line.span,))
    elif one.about and not one.names:
        facility = where.facilities[one.about]
        basis = (line.span, where.project.span) if where.project else (line.span,)
        yield FacilityBudget(facility, line, "stated", "overview-of-facility", basis)


def _parts(document: Document, one: Told, where: Where) -> Iterator[Record]:
    """`26,500백만원(가온 17,200, 나래 9,300)`: branches by their short names, whose figures add up to the whole."""
    text = one.item.text
    whole = MONEY.search(text)
    bracket = _BRACKET.match(text, whole.end()) if whole else None
    if whole is None or bracket is None or not one.about:
        return
    network = where.facilities[one.about].name
    branches = {_short(f): f for f in where.facilities.values() if f.network == network}
    unit, year = money_unit(whole[0]), _year_in(text[: whole.start()])
    found = [
        (part, owner, value)
        for part in _PART.finditer(bracket["parts"])
        if (owner := branches.get(part["name"])) and (value := won(part["figure"], unit)) is not None
    ]
    rest = _PART.sub("", bracket["parts"])
    missing = (money_won(whole[0]) or 0) - sum(value for _, _, value in found)
    if len(found) < 2 or rest.strip() or abs(missing) > len(found) * UNITS[unit]:
        return
    for part, owner, value in found:
        at = bracket.start("parts")
        first, last = one.item.locate(at + part.start("name"), at + part.end("figure"))
        span = document.span(first.line, first.start, last.line, last.end)
        line = _line(where, part["name"], span)
        yield line
        yield StatedAmount(line, year, "", value, part["figure"], unit, span)
        yield FacilityBudget(owner, line, "stated", "", (span,))


def _short(branch: Facility) -> str:
    """What is left of a branch's name without its network's: 가온 of `가온 바다허브`, 중부 of 중부기술교육원."""
    words = (branch.network, branch.network.split()[-1])
    rests = (branch.name.replace(word, "").strip() for word in words if word in branch.name)
    return next(rests, branch.name)


def _year_in(text: str) -> int:
    """The last year that the words before a sum name."""
    years = re.findall(_YEAR, text)
    return _year(years[-1]) if years else 0
