"""Several reports in one graph: departments of other governments stay apart; two of one bureau and date are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from geungeo.graph.query import run as ask
from geungeo.graph.saved import saved
from geungeo.graph.store import GraphFolder

from .door import failed, run
from .score import read_table

_REPORTS = Path(__file__).parent / "reports"
_NAMES = sorted(path.parent.name for path in _REPORTS.glob("*/report.txt"))
_SAME = "another source claims to be the report of"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    folder = tmp_path_factory.mktemp("several") / "g"
    assert run("build", _REPORTS, "--graph", folder).exit_code == 0
    return GraphFolder.open(folder)


def test_each_report_is_a_source_of_its_own(graph: GraphFolder) -> None:
    assert [source.id for source in graph.sources] == [f"{name}/report.txt" for name in _NAMES]


def test_departments_stand_under_their_own_bureau(graph: GraphFolder) -> None:
    rows = ask(graph.store, saved("departments"), {}).dicts()
    gold = {
        (r["department"], r["bureau"], r["quota"]) for n in _NAMES for r in read_table(_REPORTS / n / "departments.csv")
    }
    assert {(str(r["department"]), str(r["bureau"]), str(r["quota"])) for r in rows} == gold
    assert len(rows) == len(gold)
    projects = [len(read_table(_REPORTS / name / "projects.csv")) for name in _NAMES]
    assert sum(int(str(row["projects"])) for row in rows) == sum(projects)


def test_lines_of_one_name_are_not_one(graph: GraphFolder) -> None:
    """기본경비 stands under every department of every report."""
    rows = ask(graph.store, saved("budgets"), {"table": "summary", "year": "2025", "phase": "original"}).dicts()
    found = [(row["department"], row["amount_krw"]) for row in rows if row["item"] == "기본경비"]
    gold = [
        (row["department"], int(row["amount_krw"]))
        for name in _NAMES
        for row in read_table(_REPORTS / name / "budgets.csv")
        if (row["item"], row["fiscal_year"], row["phase"]) == ("기본경비", "2025", "original")
    ]
    assert sorted(found) == sorted(gold)


def test_two_reports_of_one_bureau_and_date_are_kept_and_said(tmp_path: Path) -> None:
    text = (_REPORTS / "busan-marine" / "report.txt").read_text(encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("build", tmp_path / "a.txt", tmp_path / "b.txt", "--graph", tmp_path / "g")
    assert result.exit_code == 0
    assert f"a.txt:1: warning: {_SAME} 부산광역시 해양농수산국 2025-06-30: b.txt; both are kept" in result.output
    assert f"b.txt:1: warning: {_SAME} 부산광역시 해양농수산국 2025-06-30: a.txt; both are kept" in result.output
    assert [source.id for source in GraphFolder.open(tmp_path / "g").sources] == ["a.txt", "b.txt"]


def test_a_later_build_is_told_too_and_strict_counts_it(tmp_path: Path) -> None:
    text = "서울특별시 미래실 주요업무보고 (2025. 1. 31. 기준)\n Ⅰ. 일반현황\n Ⅵ. 주요업무\n"
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(text.replace("1. 31", "7. 31") if name == "c.txt" else text, encoding="utf-8")
    assert _SAME not in run("build", tmp_path / "a.txt", "--graph", tmp_path / "g").output
    again = run("build", tmp_path / "b.txt", "--graph", tmp_path / "g")
    assert f"b.txt:1: warning: {_SAME} 서울특별시 미래실 2025-01-31: a.txt" in again.output
    assert _SAME not in run("build", tmp_path / "c.txt", "--graph", tmp_path / "g").output
    assert _SAME not in run("build", tmp_path / "b.txt", "--prune", "--graph", tmp_path / "g").output
    assert run("build", tmp_path / "a.txt", "--strict", "--graph", tmp_path / "g").exit_code == 1
    failed(run("build", tmp_path / "gone.txt", "--graph", tmp_path / "g"))
