"""Every reviewed word of audit chapters says what its example shows, and what is none is left alone."""

from __future__ import annotations

import pytest
from geungeo.loaders.audit_lines import Token, Units, number_of, tokens
from geungeo.loaders.audit_parts import assemble
from geungeo.loaders.audit_words import (
    category_of,
    columns_of,
    head_roles,
    is_surely_status,
    status_ahead,
    status_behind,
    status_word,
    title_kind,
)
from geungeo.loaders.fields import Piece
from geungeo.loaders.knowledge import rows
from geungeo.loaders.spacing import squeeze
from geungeo.ontology.records import Department

from .texts import department, doc

Row = dict[str, str]
UNITS = Units.of([department("해양산업과"), department("항 만 정 책 과"), department("한빛시립박물관")])


def _tokens(text: str) -> list[Token]:
    return tokens([Piece(line, 0, len(line.text)) for line in doc(text).lines], UNITS)


def _id(row: Row) -> str:
    return "|".join(row.values())


@pytest.mark.parametrize("row", rows("audit_labels"), ids=_id)
def test_a_label_has_its_role(row: Row) -> None:
    (token,) = _tokens(row["example"])
    assert (token.kind, token.role, token.label) == ("label", row["role"], row["word"])


@pytest.mark.parametrize("row", rows("audit_categories"), ids=_id)
def test_a_heading_announces_its_kind(row: Row) -> None:
    (token,) = _tokens(row["example"])
    assert (token.kind, token.role) == ("title", row["category"])
    assert row["word"] in squeeze(row["example"]).replace("·", "")


@pytest.mark.parametrize("row", rows("audit_statuses"), ids=_id)
def test_a_state_is_read_behind_its_label(row: Row) -> None:
    parts = assemble(_tokens(f"ㅇ 난간을 고칠 것\n{row['example']}\n"), UNITS, ())
    assert parts.status == row["status"]
    assert parts.answer == []
    assert status_word(row["word"]) == row["status"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("연번 지적사항 조치결과 추진상태", ("number", "request", "answer", "status")),
        ("시정 및 처리 요구사항 조치결과 및 향후추진계획", ("request", "answer")),
        ("건  의  사  항 조    치    결    과", ("request", "answer")),
        ("자료제출 등 기타사항 조 치 결 과", ("request", "answer")),
        ("구분 요구사항 소관부서 처리결과 비고", ("category", "request", "department", "answer", "note")),
        ("3. 건의사항 처리결과", ()),
        ("조치결과 및 향후추진계획", ()),
        ("구 분 계 완료 추진 중", ()),
        ("시정·처리 요구사항 19 6 10 3", ()),
    ],
)
def test_the_head_of_a_table(text: str, roles: tuple[str, ...]) -> None:
    assert head_roles(text) == roles


def test_every_cell_of_a_head_names_one_column() -> None:
    assert columns_of(["연 번", "지 적 사 항", "조치결과"]) == ("number", "request", "answer")
    assert columns_of(["건", "의", "사", "항 조", "치"]) == ()
    assert columns_of(["지적사항 조치결과", "비고"]) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("【시정·처리 요구사항 : 2건】", "corrective"),
        ("Ⅱ. 건의사항(3건)", "suggestion"),
        ("시정 및 건의사항", "several"),
        ("건의사항", "suggestion"),
        ("[권고]", "suggestion"),
        ("○ 개선사항", ""),
        ("ㅇ 자료 제출", ""),
        ("- 건의사항", ""),
        ("□ 개선 현황", ""),
        ("ㅇ 자료 제출 완료 (’24. 11. 5.)", ""),
        ("건 의 사 항 27 9 17 1 -", ""),
        ("1. 건의사항을 적극 반영할 것", ""),
    ],
)
def test_what_is_a_heading(text: str, kind: str) -> None:
    assert title_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("시정·처리 요구사항", "corrective"),
        ("자료제출 등 기타사항", "other"),
        ("처리 및 건의사항", "suggestion"),
        ("건의 및 기타사항", "several"),
        ("항만", ""),
    ],
)
def test_strong_words_before_weak_ones(text: str, kind: str) -> None:
    assert category_of(text) == kind


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("추진 중", "in_progress"),
        ("【조치 완료】", "done"),
        ("완료(’25. 3. 1.)", "done"),
        ("추진중 (60%)", "in_progress"),
        ("중․장기 검토", "under_review"),
        ("□ 완료 ■ 추진중 □ 검토중", "in_progress"),
        ("☑완료 ☐추진중", "done"),
        ("□ 완료 □ 추진중", None),
        ("검토 결과", None),
        ("점검 완료", None),
        ("", None),
    ],
)
def test_what_is_a_state(text: str, status: str | None) -> None:
    assert status_word(text) == status


def test_a_bare_word_is_a_state_only_behind_its_label() -> None:
    assert [t for t in ("완료", "추진 중", "검토", "추진", "반영", "반영불가") if is_surely_status(t)] == [
        "완료",
        "추진 중",
        "반영불가",
    ]


def test_a_state_before_and_behind_other_words() -> None:
    assert status_ahead("완료, 난간을 고침") == ("done", 3)
    assert status_ahead("추진 중(분기별 점검)") == ("in_progress", 4)
    assert status_ahead("검토 결과 고치기로 함") is None
    assert status_behind("난간 교체 완료(’25. 3.)") == ("done", 6)
    assert status_behind("난간 교체를 추진 중임") is None
    assert status_behind("보수공사 완료하였음") == ("done", 5)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(해양산업과)", ["해양산업과"]),
        ("  [항만정책과] ", ["항만정책과"]),
        ("(해양산업과,\n  항만정책과 )", ["해양산업과", "항만정책과"]),
        ("(해양산업과·항만정책과)", ["해양산업과", "항만정책과"]),
        ("(총괄 : 해양산업과 / 협조 : 예산담당관)", ["해양산업과", "예산담당관"]),
        ("(기획조정실 예산담당관)", ["예산담당관"]),
        ("(해양산업과장)", ["해양산업과"]),
        ("(해양산업과 등)", ["해양산업과"]),
        ("(시립박물관)", ["시립박물관"]),
        ("(환경과)", ["환경과"]),
    ],
)
def test_departments_in_brackets(text: str, names: list[str]) -> None:
    (token,) = _tokens(text)
    assert token.kind == "department"
    assert [piece.text for piece in token.names] == names


@pytest.mark.parametrize(
    "text", ["(추진경과)", "(기대효과)", "(관련 자료)", "(조치결과)", "(’25. 2.)", "(전 부서)", "("]
)
def test_other_brackets_are_no_departments(text: str) -> None:
    assert [t.kind for t in _tokens(text) if t.names] == []


def test_printed_names_lead_to_the_known_departments() -> None:
    assert UNITS.known["시립박물관"] == UNITS.known["한빛시립박물관"]
    assert isinstance(UNITS.known["항만정책과"], Department)
    assert not UNITS.has("박물관")


@pytest.mark.parametrize(
    ("mark", "number"),
    [("1.", (".", (1, 0))), ("(12)", ("()", (12, 0))), ("2-3", ("-", (2, 3))), ("③", ("①", (3, 0))), ("ㅇ", None)],
)
def test_marks_that_count(mark: str, number: tuple[str, tuple[int, int]] | None) -> None:
    assert number_of(mark) == number


def test_page_numbers_and_blank_lines_are_no_lines() -> None:
    assert [t.piece.text for t in _tokens("- 12 -\n\n가나\n 3 / 40 \n")] == ["가나"]
