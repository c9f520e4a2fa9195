"""The labelled citations of real statutes and of a report: what is found and what is resolved, by form."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from geungeo.loaders.citations.cite import cite
from geungeo.loaders.citations.register import Register

from .sources import ROOT

SHARED = ROOT.parent / "shared"
TABLE = Path(__file__).parent / "bench" / "citations.csv"
CITY = "서울특별시"

pytestmark = pytest.mark.skipif(not (SHARED / "laws" / "kr").is_dir(), reason="needs ../shared: the texts of the laws")


def _labels() -> list[dict[str, str]]:
    return list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@cache
def _lines(file: str) -> list[str]:
    return (SHARED / file).read_text(encoding="utf-8").split("\n")


@cache
def _cited(file: str, line: int) -> list[tuple[int, str, str, str]]:
    """What is cited on a line: where it begins, the law, its articles, whether it is resolved."""
    city = CITY if file.startswith("reports/") else ""
    found = cite(_lines(file)[line - 1], register=Register.bundled(), city=city)
    return [
        (c.found.start, c.found.law.title, "|".join(c.articles), "yes" if c.found.law.resolved else "no") for c in found
    ]


def _f1(labels: Iterable[dict[str, str]], *, resolved: bool) -> dict[str, float]:
    """F1 by form; what is cited beyond the labels counts against `all`."""
    rows = list(labels)
    wanted = {form: [r for r in rows if r["form"] == form] for form in {r["form"] for r in rows}}
    scores = {form: _share(group, resolved=resolved) for form, group in wanted.items()}
    places = {(r["file"], int(r["line"])) for r in rows}
    cited = sum(len(_cited(*place)) for place in places)
    right = sum(_right(r, resolved=resolved) for r in rows)
    return {**scores, "all": 2 * right / (cited + len(rows))}


def _share(rows: list[dict[str, str]], *, resolved: bool) -> float:
    return sum(_right(r, resolved=resolved) for r in rows) / len(rows)


def _right(row: dict[str, str], *, resolved: bool) -> bool:
    key = (int(row["start"]), row["law"], row["articles"], row["resolved"])
    return any(c == key if resolved else c[:3] == key[:3] for c in _cited(row["file"], int(row["line"])))


def test_there_are_enough_labels_of_every_form() -> None:
    forms = Counter(row["form"] for row in _labels())
    assert sum(forms.values()) >= 300
    assert set(forms) == {"quoted", "bare", "list", "range", "anaphor", "planned"}


@pytest.mark.parametrize("resolved", [False, True], ids=["found", "resolved"])
def test_the_citations_are_read(resolved: bool) -> None:
    scores = _f1(_labels(), resolved=resolved)
    low = {form: round(score, 3) for form, score in scores.items() if score < (0.97 if form == "quoted" else 0.93)}
    assert low == {}


def test_spans_slice_to_the_text() -> None:
    places = defaultdict(list)
    for row in _labels():
        places[row["file"], int(row["line"])].append(row)
    for file, line in places:
        text = _lines(file)[line - 1]
        for cited in cite(text, register=Register.bundled(), city=CITY):
            found = cited.found
            assert text[found.name_start : found.name_end] == found.printed
            assert found.start <= found.name_start < found.name_end <= found.end <= len(text)
