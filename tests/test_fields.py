"""Blocks, labelled fields and their logical lines, with each slice found again in the document's lines."""

from __future__ import annotations

import pytest
from geungeo.loaders.fields import block_fields, blocks, fields, is_execution, items, label_role
from hypothesis import given
from hypothesis import strategies as st

from .texts import SECTION, doc


def _fields(text: str) -> list[tuple[str, str, list[str]]]:
    return [(f.role, f.label, [i.text for i in f.items]) for f in fields(doc(text).lines)]


def test_blocks_of_a_section() -> None:
    made = blocks(doc(SECTION).lines)
    assert [(b.title, b.heading is None) for b in made] == [
        ("", True),
        ("사업개요", False),
        ("추진계획", False),
        ("예산 집행 현황", False),
    ]
    assert sum(len(b.lines) for b in made) + 3 == len(doc(SECTION).lines)


def test_lines_without_a_box_are_one_block() -> None:
    assert [(b.title, len(b.lines)) for b in blocks(doc("가\n나").lines)] == [("", 2)]
    assert [len(b.lines) for b in blocks(())] == [0]


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("□ 예산 집행 현황      (단위: 천원, ’25.1.31. 기준)", True),
        ("■ 2025년 예산집행현황", True),
        ("□ 예 산 현 황", True),
        ("□ 추진 현황", False),
        ("□ 예산 절감 계획", False),
    ],
)
def test_the_blocks_that_hold_a_budget_table(title: str, is_one: bool) -> None:
    assert is_execution(blocks(doc(title).lines)[1]) is is_one


def test_a_field_holds_its_items_up_to_the_next_bullet_of_its_level() -> None:
    text = """\
 ㅇ 추진근거
   - 하천법 제3조

   - 도시공원 및 녹지 등에
     관한 법률
 ㅇ 사업기간 : ’24 ~ ’26년
 ㅇ 주요내용 :
   - (정비) 둑을 쌓음
"""
    assert _fields(text) == [
        ("basis", "추진근거", ["하천법 제3조", "도시공원 및 녹지 등에 관한 법률"]),
        ("", "사업기간", ["’24 ~ ’26년"]),
        ("", "주요내용", ["(정비) 둑을 쌓음"]),
    ]


def test_a_value_goes_on_over_lines_and_blank_lines() -> None:
    text = "ㅇ 추진근거 : 하천법 및 같은 법 시행령,\n\n    한빛광역시 하천 조례\nㅇ 예산 : 3억원"
    assert _fields(text)[0][2] == ["하천법 및 같은 법 시행령, 한빛광역시 하천 조례"]


@pytest.mark.parametrize("bullet", ["ㅇ", "○", "◦", "•", "●", "-", "∙", "▪", "‣"])
def test_every_bullet_of_a_field(bullet: str) -> None:
    assert _fields(f" {bullet} 법적근거：하천법") == [("basis", "법적근거", ["하천법"])]


def test_notes_are_told_apart() -> None:
    made = fields(doc("ㅇ 추진근거 : 하천법\n  ※ 개정 예정\n").lines)[0]
    assert [(i.text, i.note) for i in made.items] == [("하천법", False), ("개정 예정", True)]


@pytest.mark.parametrize(
    "line",
    ["추진근거", "- 하천법에 따라 정비함", "ㅇ 정비 계획", "가나다라마바사아자차카타파하가나다라마바사아자 : 값"],
)
def test_lines_that_are_no_field(line: str) -> None:
    assert _fields(line) == []


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("추 진 근 거", "basis"),
        ("근    거", "basis"),
        ("(법적) 근거", "basis"),
        ("운영 및 지원근거", "basis"),
        ("선정근거와 절차", ""),
        ("상황근거", ""),
        ("’25년예산", "money"),
        ("사  업  비", "money"),
        ("총사업비", "whole_cost"),
        ("예산 집행 현황", ""),
        ("추진목적", ""),
        ("", ""),
    ],
)
def test_the_role_of_a_label(label: str, role: str) -> None:
    assert label_role(label) == role


def test_bullets_of_several_kinds_are_items_of_their_level() -> None:
    text = " ㅇ 가\n   - 나\n     이어짐\n   ∙ 다\n    ▸ 라\n  1) 마\n ① 바\n ➊ 사\n"
    assert [(i.level, i.text) for i in items(doc(text).lines)] == [
        (2, "가"),
        (3, "나 이어짐"),
        (3, "다"),
        (4, "라"),
        (2, "마"),
        (2, "바"),
        (2, "사"),
    ]


@given(
    st.lists(st.sampled_from([" ㅇ 가나 다", "  마 바", "", "- 사", "   아자  "]), min_size=1, max_size=8), st.data()
)
def test_a_slice_of_a_logical_line_is_found_in_its_lines(parts: list[str], data: st.DataObject) -> None:
    made = doc("\n".join(parts))
    for item in items(made.lines):
        start = data.draw(st.integers(0, max(0, len(item.text) - 1)))
        end = data.draw(st.integers(start, len(item.text)))
        wanted = item.text[start:end]
        if wanted.strip() == wanted and wanted:
            first, last = item.locate(start, end)
            span = made.span(first.line, first.start, last.line, last.end)
            assert " ".join(span.quote.split()) == " ".join(wanted.split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("□ 추진근거\n ㅇ 하천법 제3조\n - 도시공원법", ("basis", "추진근거", ["하천법 제3조", "도시공원법"])),
        ("■ 사업근거 : 하천법 제3조", ("basis", "사업근거", ["하천법 제3조"])),
        ("■ 근    거\n◦ 하천법", ("basis", "근 거", ["하천법"])),
        ("□ 소요예산 : 30억원", ("money", "소요예산", ["30억원"])),
        ("□ 시설현황\n ㅇ 등대 3개소", ("facilities", "시설현황", ["등대 3개소"])),
    ],
)
def test_a_block_whose_heading_is_a_label_is_a_field(text: str, found: tuple[str, str, list[str]]) -> None:
    (_, block) = blocks(doc(text).lines)
    assert next((f.role, f.label, [i.text for i in f.items]) for f in block_fields(block)) == found


def test_a_block_with_another_heading_has_only_its_own_fields() -> None:
    (before, block) = blocks(doc("ㅇ 근거 : 하천법\n□ 사업개요\nㅇ 사업비 : 3억원").lines)
    assert [f.role for f in block_fields(before)] == ["basis"]
    assert [f.role for f in block_fields(block)] == ["money"]


def test_small_bullets_that_come_first_stand_above_the_others() -> None:
    text = "▸ 시설현황\n - 등대(동구)\n ∙ 부두(서구)\n▸ 관련법규 : 하천법\n - 도시공원법\n"
    assert _fields(text) == [
        ("facilities", "시설현황", ["등대(동구)", "부두(서구)"]),
        ("basis", "관련법규", ["하천법", "도시공원법"]),
    ]
    assert [i.level for i in items(doc(text).lines)] == [2, 3, 3, 2, 3]
    assert [i.level for i in items(doc(" ㅇ 가\n - 나\n ▸ 다\n").lines)] == [2, 3, 4]
