"""Headings and labels of targets and schedules are known by their reviewed words, whatever their bullets."""

from __future__ import annotations

import pytest
from geungeo.loaders.headed import headed, is_heading
from geungeo.loaders.knowledge import rows

from .texts import doc


def _titles(text: str, role: str) -> list[str]:
    return [part.title for part in headed(doc(text).lines, role)]


@pytest.mark.parametrize("row", rows("activity_headings"), ids=lambda row: f"{row['role']}-{row['word']}")
def test_a_heading_word_opens_its_part_and_no_other(row: dict[str, str]) -> None:
    other = "schedule" if row["role"] == "target" else "target"
    assert len(_titles(f"{row['example']}\n    가\n", row["role"])) == 1
    assert _titles(f"{row['example']}\n    가\n", other) == []


@pytest.mark.parametrize(
    "title", ["추진 목표", "추진목표(2025년)", "’25년 추진목표", "비전 및 목표", "7대 핵심목표", "사업별 추진목표"]
)
def test_years_brackets_and_joined_words_do_not_hide_a_heading(title: str) -> None:
    assert is_heading(title, "target")


@pytest.mark.parametrize("title", ["추진목적", "목표 달성 현황", "추진실적", "목표시장 개척", "사업개요", ""])
def test_other_titles_are_no_targets(title: str) -> None:
    assert not is_heading(title, "target")


def test_a_heading_ends_at_the_next_box_a_label_at_the_next_of_its_rank() -> None:
    text = "□ 추진목표\n ㅇ 가\n  - 나\n□ 추진계획\n ㅇ 향후 일정\n  - 다 : 3월\n ㅇ 라\n  - 마 : 4월\n"
    target, *_ = headed(doc(text).lines, "target")
    label, *_ = headed(doc(text).lines, "schedule")
    assert [line.number for line in target.lines] == [2, 3]
    assert [line.number for line in label.lines] == [6]
    assert (target.box, label.box) == (True, False)


@pytest.mark.parametrize(
    "text", ["< 향후 추진일정 >", "【향후계획】", "가. 향후 추진일정", "3. 향후 추진일정", "■ 일정"]
)
def test_headings_in_other_dress(text: str) -> None:
    assert len(_titles(f"{text}\n - 공고 : 3월\n", "schedule")) == 1


def test_the_words_behind_a_colon_or_a_bracketed_label_are_its_value() -> None:
    for text in (" ㅇ 추진일정 : 공고(3월)\n", " - (추진일정) 공고(3월)\n"):
        assert [part.value.text for part in headed(doc(text).lines, "schedule") if part.value] == ["공고(3월)"]
