"""Labelled values of facilities (위치, 규모, 공사기간, 인원 …) as properties with units."""

from __future__ import annotations

import re

from .amounts import won
from .knowledge import rows
from .periods import date, periods
from .spacing import normal, squeeze

AREA = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(만)?\s*(?:㎡|m2|m²)")
MONEY = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(조원|억원|백만원|천원)")
PEOPLE = re.compile(r"([\d,]+)\s*명")
FIRMS = re.compile(r"(\d[\d,]*)\s*(?:개\s*(?:사|社|기업|업체)?(?![가-힣])|社)")
_GROSS = re.compile(r"(?:연면적|총면적|전용면적)\s*[:：]?\s*" + AREA.pattern)
_ROOMS = re.compile(r"(\d+)\s*(?:개?\s*실)")
_FLOORS = re.compile(
    r"(?:지하\s*\d+\s*층\s*[~∼～\-]\s*)?지상\s*\d+(?:\s*[~∼～]\s*\d+)?\s*층|\d+(?:\s*[~∼～]\s*\d+)?\s*층"
)
_ROAD = re.compile(r"\S+(?:로|길|대로)\s*\d+[\d-]*|\S+[동읍면리가]\s*\d*[\d-]*\s*(?:번지)?|\S+[시군구]\b")


def label_of(label: str) -> str:
    """The property that a label means (위치 → address, 건축규모 → size), or an empty string."""
    text = squeeze(label)
    return next((r["property"] for r in rows("facility_rows") if r["label"] == text), "")


def read_value(attribute: str, printed: str) -> list[tuple[str, str]]:
    """A labelled value as properties of a facility: area in m², rooms, floors, ISO dates and terms, people, won."""
    if attribute == "address":
        return [("address", address(printed)), *(_size(printed) if AREA.search(printed) else [])]
    if attribute == "size":
        return _size(printed)
    if attribute in ("term", "construction"):
        return [(attribute, found[0][0])] if (found := periods(printed)) else []
    if attribute == "staff":
        return [("staff", people[1].replace(",", ""))] if (people := PEOPLE.search(printed)) else []
    if attribute == "opening":
        return [("opening", day)] if (day := date(printed)) else []
    if attribute == "residents":
        return [("residents", firms[1].replace(",", ""))] if (firms := FIRMS.search(printed)) else []
    if attribute == "budget":
        money = MONEY.search(printed)
        value = won(money[1], money[2]) if money else None
        return [("budget", str(value))] if value is not None else []
    return [(attribute, printed)] if attribute == "operator" else []


def address(printed: str) -> str:
    """The address of a 위치 value: the bracket if an address stands there, else what stands before it."""
    bracket = re.search(r"\(([^()]*)\)", printed)
    if bracket and _ROAD.search(bracket[1]) and not re.search(r"소유|부지|㎡", bracket[1]):
        return normal(bracket[1])
    return normal(re.split(r"\s*[(,]", printed)[0])


def _size(printed: str) -> list[tuple[str, str]]:
    """The gross floor area if it is told apart, else the first area; rooms and floors beside it."""
    area, rooms, floors = (
        _GROSS.search(printed) or AREA.search(printed),
        _ROOMS.search(printed),
        _FLOORS.search(printed),
    )
    made = [("area", area_value(area))] if area else []
    made += [("rooms", rooms[1])] if rooms else []
    return made + ([("floors", normal(floors[0]))] if floors else [])


def area_value(found: re.Match[str]) -> str:
    """An area in m² (`4.8만㎡` is 48000)."""
    value = float(found[1].replace(",", "")) * (10_000 if found[2] else 1)
    return f"{value:.2f}".rstrip("0").rstrip(".")
