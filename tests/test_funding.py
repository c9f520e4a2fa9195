"""Funding: each part of the money with who pays it, for which year."""

from __future__ import annotations

import pytest
from geungeo.loaders.citations.register import Register
from geungeo.loaders.funding_parts import shares, source_of
from geungeo.loaders.knowledge import rows
from geungeo.loaders.source import document
from geungeo.loaders.work_report import Given, load
from geungeo.ontology.records import Funding

from .test_results import HEAD


def money(body: str) -> list[tuple[str, str, int, int]]:
    """The parts that a section with this body states, as of 2025-06-30."""
    loaded = load(document(HEAD + body, id="r.txt"), Register(()), Given("부산광역시", "해양국", "2025-06-30", ""))
    return [(f.item, f.source, f.fiscal_year, f.won) for f in loaded.records if isinstance(f, Funding)]


def funding(body: str) -> list[tuple[str, str, int, int]]:
    return money(f"□ 사업개요\n{body}")


SHARES = {
    " ㅇ 소요예산 : 4,000백만원(국비 2,400, 시비 1,600)": [
        ("소요예산", "national", 2025, 2_400_000_000),
        ("소요예산", "city", 2025, 1_600_000_000),
    ],
    " ㅇ 총사업비 : 21억 1,500만원(시비 16억 9,000만원, 구비 4억 2,500만원)": [
        ("총사업비", "city", 0, 1_690_000_000),
        ("총사업비", "district", 0, 425_000_000),
    ],
    " ㅇ ’24년 예산 : 582억\n   - 국비 : 565억(기본 440억)\n   - 시비 : 17억": [
        ("’24년 예산", "national", 2024, 56_500_000_000),
        ("’24년 예산", "city", 2024, 1_700_000_000),
    ],
    " ㅇ 소요예산 : 705백만원(구비)": [("소요예산", "district", 2025, 705_000_000)],
    " ㅇ 소요예산 : 705백만원(전액 시비)": [("소요예산", "city", 2025, 705_000_000)],
    " ㅇ 소요예산 : 705백만원(시비 100%)": [("소요예산", "city", 2025, 705_000_000)],
    " ㅇ 소요예산 : 700백만원(국비 50%, 시비 50%)": [],
    " ㅇ 소요예산 : 4,000백만원(국비 50 : 시비 50)": [],
    " ㅇ 소요예산 : 4,000백만원(국 50% : 시 50%)": [],
    " ㅇ 소요예산 : 4,000백만원(국 2,400, 시 1,600)": [
        ("소요예산", "national", 2025, 2_400_000_000),
        ("소요예산", "city", 2025, 1_600_000_000),
    ],
    " ㅇ 소요예산 : 4,000백만원(국비(60%) 2,400, 시비(40%) 1,600)": [
        ("소요예산", "national", 2025, 2_400_000_000),
        ("소요예산", "city", 2025, 1_600_000_000),
    ],
    " ㅇ 소요예산 : 국비 565억 = 440억 + 125억": [("소요예산", "national", 2025, 56_500_000_000)],
    " ㅇ 소요예산 : 4,000백만원(국·시비 4,000)": [],
    " ㅇ 소요예산 : 현금 10억원, 연간 평균 111억원 출연(시비 100%)": [("소요예산", "city", 0, 11_100_000_000)],
    " ㅇ 소요예산 : 582억\n    ※ 등대 사업 200억(시비) 별도": [("등대 사업", "city", 2025, 20_000_000_000)],
    " ㅇ 추진목적 : 국비 300백만원 확보": [],
}


@pytest.mark.parametrize(("body", "expected"), SHARES.items(), ids=list(SHARES))
def test_who_pays_is_read_in_fields_of_money(body: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert funding(body) == expected


@pytest.mark.parametrize("row", rows("funding_sources"), ids=lambda row: row["word"])
def test_each_source_of_money_is_known(row: dict[str, str]) -> None:
    assert row["source"] in [source for _, source, _, _ in funding(f" ㅇ {row['example']}")]


def test_running_text_states_a_part_only_with_its_unit() -> None:
    body = "□ 추진실적\n ㅇ 등대 보수 국비 15억원 확보(’24. 5월)\n ㅇ 국비 30 확보\n ㅇ 국비 20억원 신청\n"
    assert money(body) == [("등대 보수", "national", 2024, 1_500_000_000)]


TABLE = """□ 예산 집행 현황
(단위 : 천원)
사업명 예산액 집행액
등대 보수 400,000 100,000
*국비 150,000 시비 250,000
난간 보수 300,000 100,000
*국비 150,000 시비 140,000
"""


def test_a_note_below_a_figure_is_its_parts_if_they_add_up() -> None:
    assert money(TABLE) == [
        ("등대 보수", "national", 2025, 150_000_000),
        ("등대 보수", "city", 2025, 250_000_000),
    ]


def test_columns_of_a_table_are_parts() -> None:
    body = (
        "□ 예산현황\n(단위 : 백만원)\n사업명 2025년 예산액\n계 국비 시비\n등대 보수 400 150 250\n난간 보수 300 - 300\n"
    )
    assert money(body) == [
        ("등대 보수", "national", 2025, 150_000_000),
        ("등대 보수", "city", 2025, 250_000_000),
        ("난간 보수", "city", 2025, 300_000_000),
    ]


def test_schedules_and_targets_state_no_money() -> None:
    assert money("□ 향후 추진일정\n ㅇ 국비 20억원 교부 : ’25. 3월\n") == []


def test_a_provinces_own_money_stands_where_a_citys_does() -> None:
    assert (source_of("도비", "경기도"), source_of("도비", "경기도 수원시")) == ("city", "other")


@pytest.mark.parametrize(
    "text", ["국비 2," * 2000, "4,000백만원(" * 2000 + "국비)", "국 3 시 3 " * 2000, "(시비" * 3000]
)
def test_hostile_lines_are_read(text: str) -> None:
    assert isinstance(shares(text), list)
