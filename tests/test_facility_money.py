"""Money that running text states for one facility: behind its name, under its own item, in an overview."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_items import told
from geungeo.loaders.facility_money import Where, read_money
from geungeo.loaders.knowledge import rows
from geungeo.ontology.records import (
    BudgetLine,
    Facility,
    FacilityBudget,
    FacilityFact,
    Loaded,
    Phase,
    Project,
    Span,
    StatedAmount,
)

from .texts import department, doc, of, project, read

_HERE = Span("report.txt", 0, 1, 1, 1, "가")
_KNOWN = {
    "나래센터": Facility("나래센터", "", _HERE),
    "다온센터": Facility("다온센터", "", _HERE),
    "바다허브": Facility("바다허브", "", _HERE),
    "바다허브 가온": Facility("바다허브 가온", "바다허브", _HERE),
    "바다허브 M2": Facility("바다허브 M2", "바다허브", _HERE),
}
_Said = tuple[str, str, int, int, str]


def _money(text: str, title: str = "") -> list[_Said]:
    document, here = doc(text), project(title, department("해양과"))
    lines = told(document.lines, lambda name: name if name in _KNOWN else "", title)
    records = list(read_money(document, lines, Where(here, {}, _KNOWN)))
    whose = {b.line: b.facility.name for b in of(records, FacilityBudget)}
    return [(whose[a.line], a.line.item, a.won, a.fiscal_year, a.phase) for a in of(records, StatedAmount)]


@pytest.mark.parametrize(
    ("line", "won"),
    [
        (" ㅇ 나래센터 건립(총사업비 320억원)", 32_000_000_000),
        (" ㅇ 나래센터 건립사업(가온구 나래동, 총사업비 320억원)", 32_000_000_000),
        (" ㅇ ‘나래센터’ 건립(총사업비 : 32,000백만원)", 32_000_000_000),
        (" ㅇ 나래센터 : 총사업비 1억 5천만원", 150_000_000),
        (" ㅇ 나래센터 건립\n   - 총 사 업 비 : 320억원(국비 100억원)", 32_000_000_000),
        (" ㅇ 나래센터 건립\n   - (총사업비) 320억원", 32_000_000_000),
        (" ㅇ 나래센터 건립\n   - 규모 : 지상 3층, 총사업비 : 320억원", 32_000_000_000),
    ],
)
def test_money_of_one_facility(line: str, won: int) -> None:
    assert _money(line) == [("나래센터", "총사업비", won, 0, "")]


@pytest.mark.parametrize(
    "line",
    [
        " ㅇ 나래센터 및 다온센터 건립(총사업비 320억원)",
        " ㅇ 나래센터, 다온센터 건립(총사업비 320억원)",
        " ㅇ 나래센터 등 3개소 건립(총사업비 320억원)",
        " ㅇ 나래센터 외 2개소(총사업비 320억원)",
        " ㅇ 나래센터 앞 도로 정비(총사업비 320억원)",
        " ㅇ 나래센터에서 연 박람회(예산 3억원)",
        " ㅇ 마루센터 건립(총사업비 320억원)",
        " ㅇ 나래센터, 다온센터 건립\n   - 총사업비 : 320억원",
        " ㅇ 나래센터 건립\n   - 다온센터와 이음(총사업비 320억원)",
        " ㅇ 나래센터 입주기업(매출 320억원)",
        " ㅇ 나래센터 건립(총사업비 3,20억원)",
        " ㅇ 바다 정화\n   - 총사업비 : 320억원",
    ],
)
def test_money_that_is_not_surely_one_facilitys(line: str) -> None:
    assert _money(line) == []


@pytest.mark.parametrize("row", rows("money_labels"), ids=lambda row: row["label"])
def test_a_label_of_money(row: dict[str, str]) -> None:
    name = row["example"].split()[0]
    document = doc(f" ㅇ {row['example']}")
    known = {name: Facility(name, "", _HERE)}
    lines = told(document.lines, lambda found: found if found in known else "")
    records = list(read_money(document, lines, Where(None, {}, known)))
    (line,), (amount,) = of(records, BudgetLine), of(records, StatedAmount)
    assert (line.table, line.item, amount.phase) == ("text", row["label"], row["phase"])


@pytest.mark.parametrize(
    ("words", "year", "phase"),
    [("’24년 최종예산 11억원", 2024, "final"), ("2025년도 예산 11억원", 2025, ""), ("예산현액 11억원", 0, "current")],
)
def test_a_year_and_a_phase_stand_where_the_text_says_them(words: str, year: int, phase: Phase) -> None:
    assert [said[3:] for said in _money(f" ㅇ 나래센터 운영({words})")] == [(year, phase)]


def _report(overview: str, title: str = "바다허브 운영") -> Loaded:
    sections = f"1 {title}\n해양과장 : ○○○ ☎1001\n□ 사업개요\n ㅇ 운영시설 : 바다허브 2개소(가온, 나래)\n{overview}\n"
    return read(f"2025년 주요 업무보고\n\nⅥ. 주요 업무보고\n{sections}")


def _ties(loaded: Loaded) -> list[tuple[str, str, str, str]]:
    found = [b for b in of(loaded.records, FacilityBudget) if b.match == "stated"]
    return [(b.facility.name, b.line.table, b.line.item, b.rule) for b in found]


def test_the_overview_of_a_facilitys_section_is_its_money() -> None:
    loaded = _report(" ㅇ 소요예산 : 26,500백만원")
    assert _ties(loaded) == [("바다허브", "overview", "소요예산", "overview-of-facility")]
    assert _ties(_report(" ㅇ 소요예산 : 26,500백만원", "바다 가꾸기")) == []


def test_an_overview_whose_bracket_names_what_it_pays_for() -> None:
    loaded = _report(" ㅇ 소요예산 : 500백만원(진흥원 대행, 바다허브 운영)", "바다 가꾸기")
    assert _ties(loaded) == [("바다허브", "overview", "소요예산", "")]


def test_a_branch_may_have_a_number_in_its_name() -> None:
    text = " ㅇ 예산 : 300백만원(가온 : 100, M2 200)"
    document, here = doc(text), project("바다허브 운영")
    line = BudgetLine("overview", "예산", None, here, False, document.line_span(document.lines[0]))
    lines = told(document.lines, lambda name: name if name in _KNOWN else "", here.title)
    found = list(read_money(document, lines, Where(here, {1: line}, _KNOWN)))
    assert [(b.facility.name, b.match) for b in of(found, FacilityBudget)] == [
        ("바다허브 가온", "stated"),
        ("바다허브 M2", "stated"),
        ("바다허브", "stated"),
    ]


@pytest.mark.parametrize(("second", "fits"), [("9,300", True), ("9,500", False)])
def test_branches_share_an_overview_that_their_figures_add_up_to(second: str, fits: bool) -> None:
    loaded = _report(f" ㅇ ’25년 예산 : 26,500백만원(가온 17,200, 나래 {second})")
    parts = [(a.line.item, a.won, a.fiscal_year) for a in of(loaded.records, StatedAmount)]
    assert parts == ([("가온", 17_200_000_000, 2025), ("나래", 9_300_000_000, 2025)] if fits else [])
    assert [name for name, *_ in _ties(loaded)][-1] == "바다허브"


def test_money_outside_a_table_is_no_property_beside_it() -> None:
    loaded = _report(" ㅇ 바다허브 증축(총사업비 12억원)")
    assert [f for f in of(loaded.records, FacilityFact) if f.property == "budget"] == []
    (tie,) = (b for b in of(loaded.records, FacilityBudget) if b.match == "stated")
    assert isinstance(tie.line.project, Project)
    assert tie.line.span.quote == "총사업비 12억원"
