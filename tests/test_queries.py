"""The saved queries: what their headers promise, and what they answer on the hand-made report."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from geungeo.cli import main
from geungeo.graph import saved as headers
from geungeo.graph.query import run
from geungeo.graph.saved import names, saved
from geungeo.ontology.codes import codes
from pyoxigraph import Store

from .made_chains import store
from .made_graph import built
from .sources import ROOT

CONTRACT = {
    "departments": "department,bureau,quota,staff,projects,line",
    "projects": "department,number,project,line",
    "legal-bases": "project,law,kind,jurisdiction,articles,resolved,citation,line,checked",
    "law-mentions": "law,kind,status,context,citation,line,checked",
    "laws": "law,kind,jurisdiction,url,projects",
    "budgets": "table,department,project,item,fiscal_year,phase,amount_krw,line",
    "facilities": "facility,type,network,location,status,operator,opening,line",
    "facility-projects": "facility,project,relation,line",
    "facility-budgets": "facility,department,item,match,table,phase,fiscal_year,amount_krw,line",
    "facility-laws": "facility,law,kind,articles,project,strength,amount_krw,line",
    "partners": "project,partner,role,status,period,unit,line",
    "targets": "project,item,period,target,value,unit,line",
    "results": "project,item,period,result,value,unit,line",
    "schedule": "project,milestone,when,start,end,line",
    "funding": "project,item,source,fiscal_year,amount_krw,line",
    "audit": "no,category,department,request,status,facility,line",
    "checks": "kind,line,printed,expected,message",
}
GIVEN = {
    "department": "산업 정책과",
    "project": "양자산업거점운영",
    "law": "과학기술기본법",
    "facility": "서울양자허브",
    "network": "창업캠퍼스",
    "kind": "act",
    "status": "planned",
    "type": "campus",
    "table": "detail",
    "year": "2025",
    "phase": "original",
    "relation": "operates",
    "match": "named",
    "strength": "direct",
    "partner": "양자재단",
    "role": "operator",
    "source": "private",
    "category": "suggestion",
    "certainty": "certain",
    "month": "2025-02",
    "verdict": "contradicted",
    "article": "제14조",
    "by": "과학기술기본법 시행령",
    "above": "민법",
}
# Where a name means something else, or the answer to the usual value is all or nothing.
SPECIAL = {
    ("law-mentions", "law"): "양자기술법",
    ("law-mentions", "status"): "bill",
    ("audit", "status"): "done",
    ("audit", "department"): "미래기술과",
    ("checks", "kind"): "duplicate",
    ("contracts-ending", "year"): "2027",
    ("projects-without-basis", "department"): "미래기술과",
    ("organisations", "kind"): "university",
    ("law-cites", "law"): "민법",
    ("based-on", "law"): "양자산업 육성 조례",
    ("based-on", "kind"): "decree",
}


NARROWING = [(n, p.name) for n in names() for p in saved(n).parameters if p.name != "lang"]


def _rows(name: str, **given: str) -> list[tuple[object, ...]]:
    return list(run(store(), saved(name), given).rows)


@pytest.mark.parametrize("name", names())
def test_a_query_gives_the_columns_that_it_promises(name: str) -> None:
    query = saved(name)
    assert ",".join(query.columns) == CONTRACT.get(name, ",".join(query.columns))
    assert run(store(), query).columns == query.columns
    assert run(Store(), query).rows == ()
    assert query.title_ko and query.title_en and query.description.endswith(".")


def test_all_queries_of_the_contract_are_there() -> None:
    assert set(names()) >= set(CONTRACT)


@pytest.mark.parametrize("name", names())
def test_every_file_is_complete_sparql_of_its_own(name: str) -> None:
    Store().query((ROOT / "graph" / "queries" / f"{name}.rq").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "parameter"), NARROWING)
def test_every_parameter_narrows_the_answer(name: str, parameter: str) -> None:
    value = SPECIAL.get((name, parameter)) or GIVEN[parameter]
    every, some = _rows(name), _rows(name, **{parameter: value})
    assert 0 < len(some) < len(every)
    assert set(some) <= set(every)


@pytest.mark.parametrize("name", names())
def test_every_kind_of_code_is_reviewed(name: str) -> None:
    schemes = [p.kind.partition(":")[2] for p in saved(name).parameters if p.kind.startswith("code:")]
    assert set(schemes) <= {scheme for scheme, _ in codes()}


@pytest.mark.parametrize("name", names())
def test_the_example_runs(name: str, tmp_path: Path) -> None:
    built(tmp_path)
    command = shlex.split(saved(name).example)
    assert command[:2] == ["geungeo", "query"]
    arguments = [a.replace("경제정책과", "산업정책과").replace("고용정책기본법", "과학기술기본법") for a in command[1:]]
    ran = CliRunner().invoke(main, [*arguments, "--graph", str(tmp_path)])
    assert ran.exit_code == 0, ran.output


def test_departments_are_the_staff_table_with_their_projects() -> None:
    assert _rows("departments") == [
        ("산업정책과", "미래산업국", 32, 30, 1, "6"),
        ("미래기술과", "미래산업국", 18, 17, 2, "9"),
        ("산업연구소", "미래산업국", 41, 39, 0, "10"),
        ("서울산업재단", "미래산업국", None, 85, 0, "11"),
    ]


def test_projects_stand_in_the_order_of_the_report() -> None:
    assert _rows("projects")[:2] == [
        ("산업정책과", "1", "양자산업 거점 운영", "19"),
        ("미래기술과", "2", "청년 창업 거점 조성", "26"),
    ]


def test_a_basis_that_is_not_resolved_keeps_its_printed_name() -> None:
    hub, plan = "양자산업 거점 운영", "청년 창업 거점 조성"
    ordinance = "서울특별시 양자산업 육성 조례"
    printed = "서울시 양자산업 육성 조례"
    assert _rows("legal-bases") == [
        (hub, "과학기술기본법", "act", "대한민국", "제14조제4항", True, "과학기술기본법", "21", "checked"),
        (hub, ordinance, "ordinance", "서울특별시", "제5조~제7조", True, printed, "21", "contradicted"),
        (plan, "시장방침 제100호", "plan", "서울특별시", None, False, "시장방침 제100호", "28", "unknown"),
    ]


def test_mentions_are_apart_from_bases() -> None:
    assert [(row[0], row[2], *row[-2:]) for row in _rows("law-mentions")] == [
        ("양자기술법", "bill", "35", "unknown"),
        ("서울특별시 은평 창업캠퍼스 설치 조례", "in_force", "36", "checked"),
    ]


def test_laws_count_the_projects_that_state_them() -> None:
    found = {row[0]: row[3:] for row in _rows("laws")}
    assert found["과학기술기본법"] == ("https://www.law.go.kr/법령/과학기술기본법", 1)
    assert found["양자기술법"] == (None, 0)
    assert "민법" not in found, "no report cites it"


def test_budgets_have_no_totals_and_name_department_and_project() -> None:
    rows = _rows("budgets")
    assert not [row for row in rows if "합계" in str(row[3])]
    hub = ("detail", "산업정책과", "양자산업 거점 운영", "서울양자허브 운영", 2025, "original", 15_797_378_000, "25")
    assert hub in rows
    assert ("summary", "산업정책과", None, "서울 양자 허브 운영", 2024, "final", 15_000_000_000, "16") in rows
    assert len([row for row in rows if row[3] == "마포점 조성" and row[6] == 0]) == 2


def test_facilities_say_what_is_known_and_where() -> None:
    found = {row[0]: row[1:] for row in _rows("facilities")}
    operator = "가나대학교 산학협력단"
    hub = ("startup_hub", None, "서초구 태봉로 7", "operating", operator, "2024-05", "22|23|25")
    assert found["서울 양자 허브"] == hub
    assert found["창업캠퍼스 마포점"] == ("campus", "창업캠퍼스", None, "under_construction", None, None, "29")
    assert found["이름뿐인 전시관"] == (None, None, None, None, None, None, "10")


def test_a_reconciled_line_is_a_second_row_under_the_summary_lines_name() -> None:
    rows = [row[1:8] for row in _rows("facility-budgets", facility="서울 양자 허브", phase="original")]
    assert rows == [
        ("산업정책과", "서울 양자 허브 운영", "named", "detail", "original", 2025, 15_797_378_000),
        ("산업정책과", "서울 양자 허브 운영", "named", "summary", "original", 2025, 15_797_000_000),
    ]


def test_the_money_between_law_and_facility_counts_a_reconciled_line_once() -> None:
    rows = {(row[0], row[1]): row[3:7] for row in _rows("facility-laws")}
    ordinance = "서울특별시 양자산업 육성 조례"
    assert rows["서울 양자 허브", ordinance] == ("제5조~제7조", "양자산업 거점 운영", "direct", 15_797_378_000)
    assert rows["창업캠퍼스 마포점", "시장방침 제100호"][2:] == ("shared", None)
    named = ("제1조", None, "register", None)
    assert rows["창업캠퍼스 은평점", "서울특별시 은평 창업캠퍼스 설치 조례"] == named


def test_facilities_of_projects() -> None:
    assert ("한빛전시장", "시민과의 소통", "uses_venue", "35") in _rows("facility-projects")


def test_two_sources_are_not_mixed_in_a_row() -> None:
    rows = run(store(later=True), saved("facilities"), {"facility": "서울 양자 허브"}, wide=True).dicts()
    assert [str(row["source"]).rpartition("2025-")[2] for row in rows] == ["01.txt", "07.txt"]
    assert [row["line"] for row in rows] == ["22|23|25", "5"]
    assert {row["facility"] for row in rows} == {"서울 양자 허브"}


def test_the_listing_names_every_query() -> None:
    listed = headers.listed()
    assert [row[0] for row in listed.rows] == list(names())
    assert listed.columns == ("name", "title_ko", "title_en", "parameters")
    assert headers.listed(wide=True).columns[4:] == ("columns", "description", "example")
