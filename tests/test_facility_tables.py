"""Facility tables with a facility in each column, read back from lines in which the cells have run together."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_tables import FacilityColumn, read_table
from geungeo.loaders.facility_values import label_of, read_value

from .texts import SECTION, doc, untrue


def _read(text: str) -> dict[str, dict[str, str]]:
    made = doc(text)
    columns = read_table(made, made.lines)
    assert untrue(made, columns) == []
    return {column.name: {f.property: f.value for f in column.facts} for column in columns}


def _columns(text: str) -> list[FacilityColumn]:
    return read_table(doc(text), doc(text).lines)


def test_one_facility_a_column() -> None:
    found = _read(SECTION)
    assert found == {
        "창업허브 나래": {
            "address": "동구 나래동",
            "operator": "재단법인 한빛진흥원",
            "term": "2023-01-01/2025-12-31",
            "area": "1200",
            "rooms": "12",
        },
        "창업허브 다온": {
            "address": "서구 다온동",
            "operator": "재단법인 한빛진흥원",
            "term": "2024-03-01/2027-02-28",
            "area": "800",
            "rooms": "8",
        },
        "창업허브 M2": {
            "address": "북구 마루동",
            "operator": "재단법인 한빛진흥원",
            "term": "2025-01-01/2027-12-31",
            "area": "640.5",
            "rooms": "5",
        },
    }


def test_letter_spaced_heads_and_merged_cells() -> None:
    found = _read("""\
구   분 동  부 서  부
위     치 가온구 누리동 경기도 한빛시
위 탁 법 인 학교법인 한빛대학교
위 탁 기 간 '25.3.1~'28.2.29
근 무 인 원 1,038명 23명
’25년 예산 5,016백만원 24억원
""")
    assert found == {
        "동부": {
            "address": "가온구 누리동",
            "operator": "학교법인 한빛대학교",
            "term": "2025-03-01/2028-02-29",
            "staff": "1038",
            "budget": "5016000000",
        },
        "서부": {
            "address": "경기도 한빛시",
            "operator": "학교법인 한빛대학교",
            "term": "2025-03-01/2028-02-29",
            "staff": "23",
            "budget": "2400000000",
        },
    }


def test_an_operator_for_each_column() -> None:
    found = _read("구 분 가 나\n인 원 1명 2명\n위 탁 법 인 학교법인 한빛 재단법인 나래\n")
    assert [facts["operator"] for facts in found.values()] == ["학교법인 한빛", "재단법인 나래"]


def test_a_row_that_does_not_fit_is_left_out() -> None:
    found = _read("구 분 가 나\n인 원 1명 2명\n시설규모 면적 : 10㎡ 면적 : 20㎡ 면적 : 30㎡\n")
    assert found == {"가": {"staff": "1"}, "나": {"staff": "2"}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "위 치 동구 나래동 서구 다온동\n",
        "구 분 가 나\n",
        "구 분 가 나 다\n인 원 1명 2명\n",
        "구 분 추진시기 주요 내용\n교육 연중 3,000명 교육\n",
    ],
)
def test_what_is_no_table_of_facilities_gives_none(text: str) -> None:
    assert _columns(text) == []


def test_a_fact_stands_in_its_cell() -> None:
    facts = {f.property: f for f in _columns(SECTION)[2].facts}
    assert facts["address"].span.quote == facts["address"].printed == "북구 마루동"
    assert facts["area"].printed == "▪ 면적 : 640.5㎡▪ 입주 : 5실"


@pytest.mark.parametrize(
    ("attribute", "printed", "values"),
    [
        ("size", "연면적 4,806㎡(지하3층 ~ 지상10층, 대지 804㎡)", {"area": "4806", "floors": "지하3층 ~ 지상10층"}),
        ("size", "4.8만㎡, 168실", {"area": "48000", "rooms": "168"}),
        ("size", "부지 8,473m2, 연면적 16,127.5m2", {"area": "16127.5"}),
        ("size", "1.2.3㎡, ,㎡", {"area": "2.3"}),
        ("term", "’24. 12. ~ ’25. 12.", {"term": "2024-12/2025-12"}),
        ("term", "협의 중", {}),
        ("construction", "’23. 6. ~ ’27. 6.", {"construction": "2023-06/2027-06"}),
        ("staff", "정원 21명", {"staff": "21"}),
        ("staff", "없음", {}),
        ("budget", "1,50백만원", {}),
        ("operator", "한빛진흥원", {"operator": "한빛진흥원"}),
        ("address", "산학관(가온구 나래로 37)", {"address": "가온구 나래로 37"}),
        ("address", "가온구 나래로 37 일원(구청 소유)", {"address": "가온구 나래로 37 일원"}),
        ("", "무엇", {}),
    ],
)
def test_labelled_values(attribute: str, printed: str, values: dict[str, str]) -> None:
    assert dict(read_value(attribute, printed)) == values


@pytest.mark.parametrize(("label", "property"), [("위    치", "address"), ("건 축 규 모", "size"), ("사업기간", "")])
def test_labels(label: str, property: str) -> None:
    assert label_of(label) == property
