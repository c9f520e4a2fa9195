"""Coverage: every line is read or unread, and what is strange is unread."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from geungeo.loaders.citations.register import Register
from geungeo.loaders.knowledge import rows
from geungeo.loaders.source import document
from geungeo.loaders.work_report import Given, load
from geungeo.ontology.records import ChapterCoverage, Loaded, Passage, UnreadLine
from hypothesis import given
from hypothesis import strategies as st

from .sources import ROOT

HEAD = ["Ⅵ 주요 업무보고", "", "항만과", "", "1 부두 정비", "항만과장 : ○○○ ☎000-0000", ""]
BODY = [
    "□ 사업개요",
    " ㅇ 추진목적 : 부두의 정비",
    " ㅇ 추진근거 : 고등교육법 제3조",
    "□ 추진계획",
    " ㅇ 난간을 보수하고 방파제의 등을 새로 달며 물양장의 바닥을 고르게 하여",
    "다니기 좋게 함",
    "□ 향후 추진 일정",
    " ㅇ 공고 : ’25. 3월",
]


def read(lines: Sequence[str]) -> Loaded:
    """A report of one section with these lines."""
    text = "\n".join([*HEAD, *lines, ""])
    return load(document(text, id="r.txt"), Register.bundled(), Given("부산광역시", "해양국", "2025-01-31", ""))


def unread(loaded: Loaded) -> list[str]:
    return [r.span.quote for r in loaded.records if isinstance(r, UnreadLine)]


def test_all_lines_of_a_plain_section_are_read() -> None:
    loaded = read(BODY)
    assert unread(loaded) == []
    (chapter,) = [r for r in loaded.records if isinstance(r, ChapterCoverage)]
    assert (chapter.lines, chapter.read) == (len(BODY) + 3, len(BODY) + 3)


def test_what_no_other_record_takes_is_a_passage_with_its_wrapped_line() -> None:
    passages = [r for r in read(BODY).records if isinstance(r, Passage)]
    assert [(p.heading, p.span.first_line, p.span.last_line) for p in passages] == [
        ("사업개요", 9, 9),
        ("추진계획", 12, 13),
    ]


@pytest.mark.parametrize("at", [1, 4, 8])
def test_a_cell_that_belongs_to_nothing_is_unread(at: int) -> None:
    assert unread(read([*BODY[:at], "괴상", *BODY[at:]])) == ["괴상"]


@given(st.lists(st.sampled_from([*BODY, "괴상", "  ", "12 34", "가 나", "※ 붙임 참조"]), max_size=25))
def test_every_line_is_read_or_unread(lines: list[str]) -> None:
    loaded = read(lines)
    for chapter in (r for r in loaded.records if isinstance(r, ChapterCoverage)):
        left = [r for r in loaded.records if isinstance(r, UnreadLine) and r.chapter == chapter.chapter]
        assert chapter.read + len(left) == chapter.lines
        assert len({r.span.first_line for r in left}) == len(left)


@pytest.mark.parametrize("row", rows("ignored_lines"), ids=lambda row: row["example"])
def test_each_ignored_line_has_its_reason(row: dict[str, str]) -> None:
    assert row["reason"]
    assert re.fullmatch(row["pattern"], row["example"])
    assert unread(read([*BODY, row["example"]])) == []


REPORTS = ROOT.parent / "shared" / "reports"


@pytest.mark.skipif(not REPORTS.is_dir(), reason="needs ../shared: a real report")
def test_of_a_real_report_nearly_all_is_read() -> None:
    (path,) = REPORTS.glob("*.txt")
    loaded = load(document(path.read_text(encoding="utf-8"), id=path.name), Register.bundled())
    chapters = [r for r in loaded.records if isinstance(r, ChapterCoverage)]
    (projects,) = [r for r in chapters if "주요 업무보고" in r.chapter]
    assert projects.read / projects.lines >= 0.92
