"""A whole report: its parts in order, what cannot be read said, nothing invented, no official named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from geungeo.graph.link import derive
from geungeo.loaders.citations.register import Register
from geungeo.loaders.metadata import Given
from geungeo.loaders.source import document
from geungeo.loaders.source import read as read_file
from geungeo.loaders.work_report import load
from geungeo.ontology.errors import SourceError
from geungeo.ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Department,
    Duty,
    FacilityLaw,
    LineMatch,
    Loaded,
    Project,
    StaffCount,
    Team,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .texts import REPORT, figures, of, read, untrue

_SAMPLE = Path(__file__).parents[1] / "examples" / "economy-office-2025.txt"
_REAL = Path(__file__).parents[2] / "shared" / "reports" / "000_74008803e39ce1ad.txt"
_NAMES = "한가람|두리내|세모루|네가온|다솜이|여울빛"


def test_the_parts_of_a_report() -> None:
    records = read(REPORT).records
    assert [(d.name, d.kind) for d in of(records, Department)] == [
        ("해양산업과", "department"),
        ("항만물류정책과", "department"),
        ("도시농업과", "department"),
        ("한빛해양박물관", "office"),
        ("한빛진흥원", "affiliate"),
    ]
    assert [(p.number, p.title, p.department.name if p.department else "") for p in of(records, Project)] == [
        ("1", "한빛창업허브 운영", "해양산업과"),
        ("1", "새벽시장 현대화", "항만물류정책과"),
    ]
    assert {t.name for t in of(records, Team)} == {"창업육성팀"}
    assert {line.table for line in of(records, BudgetLine)} == {"summary", "detail", "overview"}
    assert {d.text for d in of(records, Duty)} == {"해양산업 정책의 총괄", "한빛창업허브의 관리", "항만 물류 정책"}


def test_laws_of_the_sections_are_resolved_in_their_fields() -> None:
    bases = [c for c in of(read(REPORT).records, Citation) if c.basis]
    assert [(c.law.title, c.articles, c.law.resolved, c.context) for c in bases] == [
        ("고용정책 기본법", ("제8조",), True, "추진근거"),
        ("주차장법", ("제12조",), True, "법적근거"),
    ]


def test_the_chain_from_law_to_facility() -> None:
    records = derive(read(REPORT)).records
    chains = {(f.facility.name, f.citation.law.title, f.strength) for f in of(records, FacilityLaw)}
    assert ("한빛창업허브", "고용정책 기본법", "direct") in chains
    assert ("한빛창업허브 나래", "고용정책 기본법", "shared") in chains
    assert [(m.detail.item, m.relation) for m in of(records, LineMatch)] == [("한빛창업허브 운영", "same")]


def test_a_section_extends_to_the_next_page() -> None:
    lines = REPORT.splitlines()
    first, last = ((p.first_line, p.last_line) for p in of(read(REPORT).records, Project))
    assert lines[first[0] - 1] == "1 한빛창업허브 운영"
    assert "(단위: 천원" in "".join(lines[first[0] : first[1]])
    assert all("새벽시장" not in line for line in lines[first[0] - 1 : first[1]])
    assert last[1] == len(lines) + 1


def test_no_record_names_an_official_or_a_number() -> None:
    shown = repr(derive(read(REPORT)).records)
    assert re.search(_NAMES, REPORT)
    assert not re.search(rf"{_NAMES}|☎|100[1-5]|888", shown)


@pytest.mark.parametrize(
    "contact",
    [
        "해양산업과장 : 한가람☎8 8 8 - 1 0 0 1  창업육성팀장 : 두리내☎1 0 0 2  담당 : 세모루☎1 0 0 3",
        "담당부서 : 해양산업과 (창업육성팀 한가람, ☎ 888-1001)",
        "(소관부서 : 해양산업과, 담당자 : 한가람 888-1001)",
        "담당부서\n해양산업과\n과   장\n한가람\n☎ 888-1001",
        "해양산업과장: 한가람 ☎888-1001\n창업육성팀장     : 두리내 ☎888-1002   세모루☎888-1003\n\n     네가온 ☎1004",
    ],
)
def test_contact_lines_give_departments_and_teams_only(contact: str) -> None:
    text = f"Ⅵ. 주요 업무보고\n1 바다 가꾸기\n{contact}\n□ 사업개요\n ㅇ 추진근거 : 하천법\n"
    records = read(text).records
    assert [p.department.name for p in of(records, Project) if p.department] == ["해양산업과"]
    assert not re.search(rf"{_NAMES}|☎|100[1-5]|888", repr(records))


def test_departments_of_the_budget_are_those_of_the_sections() -> None:
    budget = "Ⅱ. 예산현황\n(단위 : 억원)\n부서명 사업명 2025년 예산액\n해양산업과 등대 정비 10\n"
    text = f"{budget}Ⅲ. 주요 업무계획\n1-1. 등대 정비\n담당부서 : 해양산업과\n□ 사업개요\n ㅇ 사업비 : 10억원\n"
    records = read(text).records
    assert len(of(records, Department)) == 1
    assert [(p.number, p.department) for p in of(records, Project)] == [("1-1", of(records, Department)[0])]


@pytest.mark.parametrize(
    "text",
    [
        "안녕하세요.\n",
        "1. 장보기\n□ 우유\n",
        "Ⅷ. 부록\n가\n",
        "<html><script>alert(1)</script></html>",
        "가" * 10_000,
        "\u202e업무\u202c\n",
    ],
)
def test_a_text_that_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match=r"report\.txt:1: the text is no work report"):
        read(text)


_TABLE_BEGUN = REPORT[: REPORT.index("한빛창업허브 운영 600,250")].replace(
    "□ 예산 집행 현황", "□ 예산 집행 현황 (단위: 천원)"
)


@pytest.mark.parametrize(
    "row",
    [
        "한빛창업허브 운영 600,250 30,000 630,250 500,120\n",
        "한빛창업허브 운영 600,250 30,000 630,250 500,120 51,000(8.1) 50,40",
        "한빛창업허브\n운영 600,250 30,000\n",
    ],
)
def test_a_file_that_ends_inside_a_row_is_refused(row: str) -> None:
    with pytest.raises(SourceError, match="the file ends inside a table"):
        read(_TABLE_BEGUN + row)


@pytest.mark.parametrize("row", ["", "한빛창업허브 운영 600,250 30,000 630,250 500,120 51,000(8.1) 50,400(8.0)\n"])
def test_a_file_that_ends_between_rows_is_read_up_to_there(row: str) -> None:
    loaded = read(_TABLE_BEGUN + row)
    assert [p.title for p in of(loaded.records, Project)] == ["한빛창업허브 운영"]
    assert [b.item for b in of(loaded.records, BudgetLine) if b.table == "detail"] == ["한빛창업허브 운영"][: bool(row)]


def test_a_figure_typed_wrong_at_the_end_of_a_row_is_no_cut() -> None:
    row = "한빛창업허브 운영 600,25 30,000 630,250 500,120 51,000(8.1) 50,400(8.0)\n"
    assert any("malformed figure '600,25'" in p.text for p in read(_TABLE_BEGUN + row).problems)


def test_a_broken_row_elsewhere_is_a_problem_and_the_rest_is_read() -> None:
    loaded = read(REPORT.replace("물결체육관 건립 400 400 400 -　 0.0", "물결체육관 건립 400 400"))
    assert [p.text for p in loaded.problems if "budget" in p.text] == [
        "budget row not read: 2 figures for 5 columns",
    ]
    assert "새벽시장 현대화" in figures(loaded.records)


@pytest.mark.parametrize(("chapter", "words"), [("Ⅰ. 일반현황", "no staff table"), ("Ⅱ. 예산현황", "no budget table")])
def test_a_chapter_without_its_table_is_said(chapter: str, words: str) -> None:
    loaded = read(f"{chapter}\n조직도\n")
    assert [p.line for p in loaded.problems if words in p.text] == [1]


def test_the_year_of_the_title_stands_in_for_a_missing_date() -> None:
    text = "부산광역시 해양국\n2026년 업무보고\nⅡ. 예산현황\n(단위: 천원)\n구분 예산액\n등대 정비 10\n"
    assert {a.fiscal_year for a in of(read(text).records, Amount)} == {2026}


def test_without_any_year_no_amount_is_made() -> None:
    loaded = read("Ⅱ. 예산현황\n(단위: 천원)\n구분 예산액\n등대 정비 10\n기본경비 5\n계 15\n\n\n\n※ 끝\n")
    assert of(loaded.records, Amount) == []
    assert any("--date" in p.text and p.severity == "error" for p in loaded.problems)


def test_line_ends_and_encodings_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode("cp949", "replace"))
    made = load(read_file(path), Register.bundled())
    assert figures(made.records) == figures(read(REPORT).records)
    assert untrue(read_file(path), made.records) == []


def test_form_feeds_between_pages_change_nothing() -> None:
    assert figures(read(REPORT.replace("\n\n\n", "\n\x0c\n\u2028\n")).records) == figures(read(REPORT).records)


def test_hostile_text_stays_text() -> None:
    text = REPORT.replace("새벽시장 현대화", "<script>alert('새벽')</script>\u202e 현대화")
    titles = [p.title for p in of(read(text).records, Project)]
    assert titles[1] == "<script>alert('새벽')</script>\u202e 현대화"


def test_loading_twice_gives_the_same() -> None:
    assert read(REPORT) == read(REPORT)


def _mutated(lines: list[str], draw: st.DrawFn) -> str:
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["drop", "twice", "blank", "cut", "ends", "swap"]))
        line, column = lines[at], draw(st.integers(0, len(lines[at])))
        blank = draw(st.sampled_from([" ", "  ", "\t", "\u3000", "\x0c", "\u2028", "\r", "\n", "(", ")", ":", "1,2"]))
        match change:
            case "drop":
                lines[at] = ""
            case "twice":
                lines[at] = f"{line}\n{line}"
            case "blank":
                lines[at] = line[:column] + blank + line[column:]
            case "cut":
                lines[at] = line[:column]
            case "ends":
                lines = lines[:at] or lines
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], line
    return "\n".join(lines)


def _survives(text: str) -> Loaded | None:
    made = document(text, id="report.txt")
    try:
        loaded = derive(load(made, Register.bundled(), Given(city="부산광역시")))
    except SourceError as error:
        assert error.file == "report.txt"
        return None
    assert untrue(made, loaded.records) == []
    assert all(1 <= p.line <= len(made.lines) for p in loaded.problems)
    return loaded


_UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]


@given(st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=_UNHURRIED)
def test_any_damage_to_a_small_report_is_survived(data: st.DataObject) -> None:
    _survives(data.draw(st.composite(lambda draw: _mutated(REPORT.split("\n"), draw))()))


@given(st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=_UNHURRIED)
def test_any_damage_to_the_sample_is_survived(data: st.DataObject) -> None:
    lines = _SAMPLE.read_text(encoding="utf-8").split("\n")
    _survives(data.draw(st.composite(lambda draw: _mutated(lines, draw))()))


def test_the_sample_is_read_whole() -> None:
    made = read_file(_SAMPLE)
    loaded = derive(load(made, Register.bundled()))
    assert untrue(made, loaded.records) == []
    assert len(of(loaded.records, Project)) == 25
    assert len([d for d in of(loaded.records, Department) if d.kind == "department"]) == 9
    assert len([s for s in of(loaded.records, StaffCount) if not s.grade]) == 10
    assert len(of(loaded.records, Amount)) > 1000
    assert not re.search(r"☎|○○○", repr(loaded.records))


@pytest.mark.skipif(not _REAL.exists(), reason="needs the report in ../shared/reports")
def test_the_real_report_and_the_sample_agree() -> None:
    real, sample = (derive(load(read_file(path), Register.bundled())) for path in (_REAL, _SAMPLE))
    assert figures(real.records) == figures(sample.records)
    titles = [[p.title for p in of(loaded.records, Project)] for loaded in (real, sample)]
    assert titles[0] == titles[1]
    assert not re.search(r"☎|\d{3,4}\s*-\s*\d{4}", repr(of(real.records, Team)))
