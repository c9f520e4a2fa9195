"""`build --laws`, `laws` and `cite`: what they print, and what becomes of what cannot be read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from geungeo.graph.laws import resting
from geungeo.graph.query import run as ask
from geungeo.graph.saved import saved
from geungeo.graph.steps import Steps
from geungeo.graph.store import GraphFolder
from geungeo.graph.walk import Walk
from geungeo.ontology.records import Loaded

from .door import TINY, failed, run
from .law_texts import ACT, DECREE, ORDINANCE
from .made_chains import store
from .made_graph import built
from .made_later import SECOND
from .made_register import built_with_register
from .test_checked import REPORT

CITED = "「고등교육법」 제20조제3항부터 제5항까지"
BUSAN = ("--city", "부산광역시", "--bureau", "해양국", "--date", "2025-01-31")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made report and register."""
    return built_with_register(tmp_path_factory.mktemp("laws") / "g").path


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A folder of an act with its decree and an ordinance, one of its files broken; a report of Busan beside it."""
    (tmp_path / "kr").mkdir()
    for name, text in {"act": ACT, "decree": DECREE, "ordinance": ORDINANCE, "broken": "no front matter"}.items():
        (tmp_path / "kr" / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT.format(basis="가상부두 진흥법 제9조"), encoding="utf-8")
    return tmp_path / "kr"


def _built(register: Path, *more: str | Path) -> Iterator[str]:
    graph = register.parent / "g"
    result = run("build", register.parent / "report.txt", "--laws", register, "--graph", graph, *BUSAN, *more)
    assert result.exit_code == 0, result.output
    yield from result.stdout.splitlines()


def test_build_counts_laws_articles_and_citations(register: Path) -> None:
    lines = list(_built(register))
    at = lines.index("laws/kr: 3 laws, 7 articles, 7 citations")
    assert lines[at + 1] == "  7 resolved"
    assert lines[at + 2 : at + 4] == [
        "the registers have 1 error",
        "kr/broken.md:1: error: no front matter",
    ]
    graph = GraphFolder.open(register.parent / "g")
    assert [(source.id, source.register) for source in graph.sources] == [("laws/kr", True), ("report.txt", False)]


def test_build_checks_the_citations_against_the_register(register: Path) -> None:
    list(_built(register))
    rows = json.loads(run("query", "citation-checks", "--graph", register.parent / "g", "--format", "json").stdout)
    assert [(row["law"], row["checked"], row["note"]) for row in rows] == [
        ("가상부두 진흥법", "contradicted", "2024-07-03 시행 판에 제9조 없음")
    ]
    found = json.loads(run("query", "facility-laws", "--graph", register.parent / "g", "--format", "json").stdout)
    named = [row for row in found if row["strength"] == "register"]
    assert [(row["facility"], row["law"], row["articles"], row["project"], row["amount_krw"]) for row in named] == [
        ("가상부두센터", "부산광역시 가상부두센터 설치 및 운영에 관한 조례", "제1조", None, None)
    ]


def test_texts_are_kept_with_an_option(register: Path) -> None:
    asked = "SELECT ?t { ?a eli:number '제1조' ; gg:text ?t } ORDER BY ?t"
    for option, count in ((), 0), (("--with-text",), 3):
        list(_built(register, *option))
        rows = json.loads(run("query", "-", "--graph", register.parent / "g", "--format", "json", input=asked).stdout)
        assert len(rows) == count


def test_a_strict_build_minds_the_registers_problems(register: Path) -> None:
    arguments = ("build", register.parent / "report.txt", "--laws", register, "--graph", register.parent / "g")
    assert run(*arguments, "--strict").exit_code == 1


def test_a_register_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "tiny.txt").write_text(TINY, encoding="utf-8")
    arguments = ("build", tmp_path / "tiny.txt", "--laws", tmp_path / "none", "--graph", tmp_path / "g")
    assert "no such file or folder" in failed(run(*arguments))
    assert not (tmp_path / "g").exists()


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_laws_without_a_name_is_the_table_of_what_is_cited(graph: Path) -> None:
    rows = _rows(run("laws", "--graph", graph, "--format", "csv").stdout)
    assert [(row["law"], row["projects"], row["facilities"], row["amount_krw"]) for row in rows] == [
        ("과학기술기본법", "1", "1", ""),
        ("서울특별시 양자산업 육성 조례", "1", "1", ""),
        ("시장방침 제100호", "1", "1", "6703000000"),
        ("서울특별시 은평 창업캠퍼스 설치 조례", "0", "1", ""),
        ("양자기술법", "0", "0", ""),
        ("과학기술기본법|서울특별시 양자산업 육성 조례", "1", "", "15797378000"),
    ]
    assert {row["fiscal_year"] for row in rows} == {"", "2025"}


def test_the_money_of_laws_is_that_of_the_saved_query_and_counts_every_won_once() -> None:
    year, money = resting(Steps(Walk(store())))
    asked = {row[0]: row[-1] for row in ask(store(), saved("money-by-law"), {"year": str(year)}).rows}
    assert {"|".join(rests.laws): rests.won for rests in money.values()} == asked


def test_a_second_report_of_the_same_lines_does_not_double_the_money(tmp_path: Path) -> None:
    alone = resting(Steps(Walk(built(tmp_path / "a").store)))
    later = resting(Steps(Walk(built_with_register(tmp_path / "b", *_both()).store)))
    assert sum(rests.won for rests in later[1].values()) == sum(rests.won for rests in alone[1].values())


def _both() -> tuple[Loaded, Loaded]:
    from .made import LOADED

    return LOADED, SECOND


def test_laws_tells_all_of_one_law(graph: Path) -> None:
    said = run("laws", "과학기술기본법", "--graph", graph)
    assert said.exit_code == 0, said.output
    assert said.stdout.splitlines() == [
        "법령  과학기술기본법 (법률 · 대한민국)",
        "  공포번호 20000 · 공포일 2024-01-02 · 시행일 2024-07-03 · 소관부처 과학기술정보통신부",
        "  https://www.law.go.kr/법령/과학기술기본법",
        "  하위 법령 2",
        "    과학기술기본법 시행령",
        "    서울특별시 양자산업 육성 조례",
        "  조문 3 [laws/kr/과학기술기본법.md]",
        "    제1장 총칙",
        "      제1조  목적 [12행]",
        "      제2조  (삭제) [16행]",
        "      제14조  평가 [20행]  ← 2: 과학기술기본법 시행령 제3조, 서울특별시 양자산업 육성 조례 제1조",
        "  법령 전체나 목록에 없는 조문의 인용",
        "    법령 전체  ← 1: 과학기술기본법 시행령 제1조",
        "  추진근거로 적은 사업 1",
        "    1 양자산업 거점 운영 (산업정책과)  제14조제4항 [21행] 확인",
        "  시설 1",
        "    서울 양자 허브  제14조제4항 [21행] — 직접 · 양자산업 거점 운영",
        "  2025 본예산",
        "    15,797,378,000원  법령 2건이 함께 (과학기술기본법, 서울특별시 양자산업 육성 조례) · 사업 1건",
    ]


def test_laws_tells_the_same_to_programs(graph: Path) -> None:
    rows = _rows(run("laws", "은평 창업캠퍼스 설치 조례", "--graph", graph, "--format", "csv").stdout)
    cells = [(row["relation"], row["article"], row["heading"], row["thing"], row["strength"]) for row in rows]
    assert cells == [
        ("article", "제1조", "설치", "", ""),
        ("carries_out", "", "", "민법", ""),
        ("mention", "", "", "시민과의 소통", ""),
        ("facility", "제1조", "", "창업캠퍼스 은평점", "register"),
    ]
    assert (rows[0]["line"], rows[0]["source"]) == ("12", "laws/kr/서울특별시 은평 창업캠퍼스 설치 조례.md")
    assert [row["checked"] for row in rows] == ["", "", "checked", ""]


def test_a_law_of_no_register_is_told_as_far_as_it_is_known(tmp_path: Path) -> None:
    said = run("laws", "시장방침 제100호", "--graph", built(tmp_path / "g").path).stdout
    assert said.splitlines()[0] == "법령  시장방침 제100호 (계획·방침 · 서울특별시)"
    assert "조문" not in said
    assert "    6,703,000,000원  이 법령만 · 사업 1건" in said.splitlines()


def test_laws_takes_laws_only(graph: Path) -> None:
    assert "nothing is called '서울양자허브'" in failed(run("laws", "서울양자허브", "--graph", graph))


def test_cite_takes_a_range_apart() -> None:
    said = run("cite", CITED, "--format", "csv")
    assert said.stdout.splitlines() == [
        "line,seq,law,kind,articles,text,resolved,how",
        f"1,1,고등교육법,act,제20조제3항|제20조제4항|제20조제5항,{CITED},true,exact",
    ]


def test_cite_reads_text_files_and_standard_input(tmp_path: Path) -> None:
    text = f"첫 줄\n{CITED}\n같은 법 제3조\n"
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode("cp949"))
    for said in (
        run("cite", path, "--format", "csv"),
        run("cite", "-", "--format", "csv", input=text),
        run("cite", text, "--format", "csv"),
    ):
        rows = _rows(said.stdout)
        assert [(row["line"], row["seq"], row["law"], row["resolved"]) for row in rows] == [
            ("2", "1", "고등교육법", "true"),
            ("3", "1", "같은 법", "false"),
        ]
    rows = _rows(run("cite", path, "--document", "--format", "csv").stdout)
    assert [(row["line"], row["law"], row["how"]) for row in rows][1] == ("3", "고등교육법", "anaphor")


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "pages.txt"
    path.write_bytes("앞\r\n쪽\x0c「민법」 제1조\r\n\r\n「상법」".encode())
    for more in ((), ("--document",)):
        rows = _rows(run("cite", path, "--format", "csv", *more).stdout)
        assert [(row["line"], row["law"]) for row in rows] == [("2", "민법"), ("4", "상법")]


def test_cite_knows_the_citys_ordinances_and_the_registers_given(register: Path) -> None:
    text = "가상부두센터 설치 및 운영에 관한 조례 제1조"
    (row,) = _rows(run("cite", text, "--city", "부산시", "--laws", register, "--format", "csv").stdout)
    assert row["law"] == "부산광역시 가상부두센터 설치 및 운영에 관한 조례"
    assert (row["resolved"], row["how"]) == ("true", "fold+inherited_city")
    assert run("cite", "아무 법도 없다", "--format", "csv").stdout.count("\n") == 1


def test_cite_refuses_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\x00\x01")
    assert "a binary file" in failed(run("cite", tmp_path / "binary"))
