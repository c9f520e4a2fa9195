"""Audit chapters in the layouts that reports use, each with what must be read of it; all names are invented."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from geungeo.ontology.records import AuditRequest, AuditStep, Loaded

from .texts import REPORT, of, read

DATA = Path(__file__).parent / "data" / "audit"
NAMES = tuple(sorted(path.stem for path in DATA.glob("*.txt")))
_BEFORE = f"{REPORT}\nⅦ. "


def text_of(name: str) -> str:
    """The sample's chapter: its title, then its lines."""
    return (DATA / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> list[dict[str, str]]:
    """The requests that a person reads in the sample; `line` counts in the sample."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def loaded(chapter: str) -> Loaded:
    """A whole report that ends with an audit chapter."""
    return read(_BEFORE + chapter)


def requests(chapter: str) -> list[AuditRequest]:
    """The requests of a report that ends with the chapter."""
    return of(loaded(chapter).records, AuditRequest)


def steps(chapter: str) -> list[AuditStep]:
    """The dated steps of its answers."""
    return of(loaded(chapter).records, AuditStep)


def line_of(line: int) -> int:
    """A line of the report as a line of the chapter, its title being the first."""
    return line - _BEFORE.count("\n")


def row(request: AuditRequest) -> dict[str, str]:
    """A request as a row of the expected table."""
    return {
        "line": str(line_of(request.span.first_line)),
        "no": request.number,
        "category": request.category,
        "status": request.status,
        "departments": "|".join(d.name for d in request.departments),
        "facilities": "|".join(f.name for f in request.facilities),
        "request": request.request,
        "answer": request.answer,
    }
