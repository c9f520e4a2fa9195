"""Accuracy on sample reports of other bureaus, a city and a district, against gold tables written by hand beside them.

`reports/<name>/report.txt` is invented; its gold was written before the program had read it. `reports/floors.csv` says
what each measure must reach. `reports/results.csv` holds what is measured: a change of extraction is a diff of it.
After such a change it is written anew by

    GEUNGEO_REPAIR=1 pytest tests/test_reports.py
"""

from __future__ import annotations

import csv
import io
import os
import re
from functools import cache
from pathlib import Path

import pytest
from geungeo.graph.link import derive
from geungeo.loaders.citations.register import Register
from geungeo.loaders.source import Document, read
from geungeo.loaders.work_report import load
from geungeo.ontology.records import Loaded

from .score import Score, measure, read_table, shown
from .score_tables import tables
from .texts import untrue

_FOLDER = Path(__file__).parent / "reports"
_NAMES = sorted(path.parent.name for path in _FOLDER.glob("*/report.txt"))
_FLOORS = read_table(_FOLDER / "floors.csv")
each_report = pytest.mark.parametrize("name", _NAMES)


@cache
def _document(name: str) -> Document:
    return read(_FOLDER / name / "report.txt", name)


@cache
def _loaded(name: str) -> Loaded:
    return derive(load(_document(name), Register.bundled()))


@cache
def _scores(name: str) -> dict[str, Score]:
    gold = {path.stem: read_table(path) for path in (_FOLDER / name).glob("*.csv")}
    return measure(tables(_loaded(name)), gold)


@each_report
def test_each_measure_reaches_its_floor(name: str) -> None:
    scores = _scores(name)
    print(*shown(scores), sep="\n")  # noqa: T201
    floors = {row["table"]: float(row["f1"]) for row in _FLOORS if row["report"] == name}
    assert {table: round(scores[table].f1, 3) for table, floor in floors.items() if scores[table].f1 < floor} == {}


@each_report
def test_each_measure_has_a_floor(name: str) -> None:
    assert [row["table"] for row in _FLOORS if row["report"] == name] == list(_scores(name))


def test_the_results_are_those_on_record() -> None:
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(["table", "report", "precision", "recall", "f1"])
    for name in _NAMES:
        for table, score in _scores(name).items():
            writer.writerow([table, name, *(f"{x:.3f}" for x in (score.precision, score.recall, score.f1))])
    path = _FOLDER / "results.csv"
    if os.environ.get("GEUNGEO_REPAIR"):
        path.write_text(made.getvalue(), encoding="utf-8", newline="")
    assert path.read_text(encoding="utf-8").splitlines() == made.getvalue().splitlines()


@each_report
def test_every_record_stands_where_it_says(name: str) -> None:
    assert untrue(_document(name), _loaded(name).records) == []


@each_report
def test_no_contact_is_read(name: str) -> None:
    assert not re.search(r"○○○|☎|000-0000", repr(_loaded(name).records))


@each_report
def test_the_report_is_known_and_whole(name: str) -> None:
    source, problems = _loaded(name).source, _loaded(name).problems
    assert all((source.city, source.bureau, source.as_of, source.title))
    assert [p for p in problems if "cut" in p.text or "not stated" in p.text] == []


def test_each_report_is_of_another_government() -> None:
    cities = {_loaded(name).source.city for name in _NAMES}
    assert cities == {"부산광역시", "경기도 수원시", "서울특별시 은평구", "인천광역시"}


@each_report
def test_the_gold_stands_on_lines_of_the_report(name: str) -> None:
    last = len(_document(name).lines)
    for path in (_FOLDER / name).glob("*.csv"):
        lines = [int(n) for row in read_table(path) for n in row["line"].split("|")]
        assert all(1 <= line <= last for line in lines), path.name
