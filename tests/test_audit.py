"""Audit chapters in many layouts: every request with its kind, departments, answer, state, places and laws."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from geungeo.loaders.audit_steps import dates
from geungeo.loaders.citations.register import Register
from geungeo.loaders.source import read as read_source
from geungeo.loaders.work_report import load
from geungeo.ontology.records import AuditRequest, Department, Problem

from .audit_samples import NAMES, expected, line_of, loaded, requests, row, steps, text_of
from .texts import REPORT, doc, of, read, untrue

REAL = Path(__file__).parent.parent.parent / "shared" / "reports" / "000_74008803e39ce1ad.txt"
ANSWER = "□ 추진상황 : 추진중\n □ 추진내용\n"


def _chapter(request: str, answer: str = ANSWER, title: str = "행정사무감사 처리결과") -> str:
    return f"{title}\n2 시정·처리 요구사항\n{request}\n{answer}"


def _problems(chapter: str) -> list[Problem]:
    return [p for p in loaded(chapter).problems if line_of(p.line) > 0 and "request" in p.text]


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_is_read_whole(name: str) -> None:
    assert [row(r) for r in requests(text_of(name))] == expected(name)
    assert _problems(text_of(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_word_stands_where_its_span_says(name: str) -> None:
    report = loaded(text_of(name))
    made = [*requests(text_of(name)), *steps(text_of(name))]
    text = f"{REPORT}\nⅦ. {text_of(name)}"
    assert untrue(doc(text), made) == []
    for request in of(report.records, AuditRequest):
        printed = re.sub(r"\s", "", request.span.quote)
        assert all(word in printed for word in request.request.split())
        answers = re.sub(r"\s", "", "".join(span.quote for span in request.answers))
        assert all(word in answers for word in request.answer.split())


def test_the_samples_are_of_many_layouts() -> None:
    assert len(NAMES) >= 20
    assert sum(len(expected(name)) for name in NAMES) > 45


def test_a_known_department_is_that_of_the_report_and_another_is_one_of_its_own() -> None:
    chapter = _chapter("ㅇ난간을 고칠 것\n(해양산업과,\n 예산담당관)")
    (request,) = requests(chapter)
    known = [d for d in of(loaded(chapter).records, Department) if d.name == "해양산업과"]
    assert request.departments[0] == known[0]
    assert (request.departments[1].name, request.departments[1].span.quote) == ("예산담당관", "예산담당관")


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("(해양박물관)", []),
        ("(시립해양박물관)", []),
        ("(한빛해양박물관)", ["한빛해양박물관"]),
        ("(도 시 농 업 과)", ["도시농업과"]),
        ("(전 부서)", []),
    ],
)
def test_a_name_that_is_not_sure_is_left_out(printed: str, names: list[str]) -> None:
    (request,) = requests(_chapter(f"ㅇ난간을 고칠 것 {printed}"))
    assert [d.name for d in request.departments if d.kind != "department" or d.name == "도시농업과"] == names


def test_facilities_are_those_of_the_request_or_else_of_the_answer() -> None:
    named = f"{ANSWER} ㅇ 창업허브 다온의 예에 따름\n"
    both = requests(_chapter("ㅇ창업허브 나래의 공실을\n줄일 것\n(해양산업과)", named))
    answer = requests(_chapter("ㅇ공실을 줄일 것\n(해양산업과)", named))
    assert [f.name for r in both for f in r.facilities] == ["한빛창업허브 나래"]
    assert [f.name for r in answer for f in r.facilities] == ["한빛창업허브 다온"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("한빛창업허브\n나래와 다른 곳", ["한빛창업허브 나래"]),
        ("한빛창업\n허브 다온은", ["한빛창업허브 다온"]),
        ("나래 한빛창업허브 관련", ["한빛창업허브 나래"]),
        ("한빛창업허브 나래역까지", ["한빛창업허브"]),
        ("새한빛창업허브장학회", []),
    ],
)
def test_a_facility_is_named_by_whole_words(words: str, names: list[str]) -> None:
    (request,) = requests(_chapter(f"ㅇ{words} 살필 것\n(해양산업과)"))
    assert [f.name for f in request.facilities] == names


def test_laws_of_request_and_answer_over_a_line_break() -> None:
    answer = f"{ANSWER} ㅇ‘한빛광역시 행정사무의 \n\n민간위탁에 관한 조례’에 따라 점검\n"
    (request,) = requests(_chapter("ㅇ「고용정책 기본법」을 지킬 것\n(해양산업과)", answer))
    assert [law.title for law in request.laws] == ["고용정책 기본법", "한빛광역시 행정사무의 민간위탁에 관한 조례"]


def test_a_word_broken_at_the_line_end_is_one_word_where_the_blanks_are_kept() -> None:
    kept = "ㅇ난간의 \n\n안전점\n\n검을 강화 \n\n할 것 \n\n(해양산업과)"
    (request,) = requests(_chapter(kept))
    assert request.request == "난간의 안전점검을 강화 할 것"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("ㅇ 공고(’25. 2. 10.)", [("공고", "’25. 2. 10.", "2025-02-10", "2025-02-10")]),
        ("ㅇ 공고 : ’25. 2.~5.", [("공고", "’25. 2.~5.", "2025-02", "2025-05")]),
        ("ㅇ 개관(~’26. 3월)", [("개관", "~’26. 3월", "", "2026-03")]),
        ("ㅇ 홍보(3월~), 교육(’25.4월)", [("홍보", "3월~", "", ""), ("교육", "’25.4월", "2025-04", "2025-04")]),
        ("ㅇ 2024 하반기 점검(’24.12월)", [("2024 하반기 점검", "’24.12월", "2024-12", "2024-12")]),
        (
            "ㅇ 심의 개최(’24.12.18)시 충분히\n 검토함",
            [("심의 개최시 충분히 검토함", "’24.12.18", "2024-12-18", "2024-12-18")],
        ),
        ("□ 향후계획 : 착공(’25. 5월)", [("착공", "’25. 5월", "2025-05", "2025-05")]),
        ("ㅇ 조성액(’24. 12. 19. 기준)", []),
        ("ㅇ 정원 52.5% 감축, 3개소 이전", []),
    ],
)
def test_dated_steps_of_an_answer(answer: str, said: list[tuple[str, str, str, str]]) -> None:
    found = steps(_chapter("ㅇ난간을 고칠 것\n(해양산업과)", f"{ANSWER}{answer}\n"))
    assert [(s.text, s.when, s.start, s.end) for s in found] == said


def test_dates_that_stand_apart_go_before_those_of_the_sentence() -> None:
    assert [(t.start, t.end) for t in dates("상반기 내(~’25.4) 확정")] == [("", "2025-04")]
    assert [(t.start, t.end) for t in dates("행사계획 : 25년 1~2월 중")] == [("2025-01", "2025-02")]


def test_a_request_without_a_state_keeps_it_open_and_says_so() -> None:
    chapter = _chapter("ㅇ난간을 고칠 것\n(해양산업과)", "□ 추진내용\n ㅇ 협의함\n")
    assert [r.status for r in requests(chapter)] == [""]
    assert _problems(chapter)[0].text == "a request: its state (완료, 추진중 …) is not given"


def test_columns_that_cannot_be_told_apart_are_said() -> None:
    chapter = "행정사무감사 처리결과\n연번 지적사항 조치결과 추진상태\n1 난간 낡음 난간 교체 완료\n"
    assert [r.status for r in requests(chapter)] == ["done"]
    assert [p.text for p in _problems(chapter)] == ["a request that cannot be told apart from its answer"]


def test_a_chapter_without_requests_is_said_unless_it_says_so_itself() -> None:
    assert [p.text for p in _problems("행정사무감사 처리결과\n없는 것과 같음\n")] == [
        "no request found in this chapter (행정사무감사)"
    ]
    assert _problems("행정사무감사 처리결과\n□ 해당사항 없음\n") == []


def test_a_report_without_an_audit_chapter_has_no_requests() -> None:
    assert of(read(REPORT).records, AuditRequest) == []


def test_bookmarks_behind_the_last_page_are_no_answer() -> None:
    chapter = _chapter("ㅇ난간을 고칠 것\n(해양산업과)", f"{ANSWER} ㅇ 교체함\n\n\t업무보고(해양국)\n\t책갈피\n")
    assert [r.answer for r in requests(chapter)] == ["□ 추진내용 ㅇ 교체함"]


def test_an_inner_table_of_an_answer_starts_no_request() -> None:
    inner = "연번 교육원 개편\n1\n가온\n2 나래 폐지\n3 다온 변경\n□ 향후계획\n ㅇ 확정\n"
    chapter = "행정사무감사 처리결과\n3 건의사항\n1. 학과를 고칠 것\n(해양산업과)\n" + ANSWER + inner
    chapter += "2. 난간을 고칠 것\n(해양산업과)\n□ 추진상황 : 완료\n"
    assert [(r.number, r.request) for r in requests(chapter)] == [("1", "학과를 고칠 것"), ("2", "난간을 고칠 것")]


@pytest.mark.parametrize("title", ["감사 지적사항 조치결과", "행정감사 조치결과", "2024년 수감결과"])
def test_other_titles_of_the_chapter(title: str) -> None:
    assert len(requests(_chapter("ㅇ난간을 고칠 것\n(해양산업과)", title=title))) == 1


@pytest.mark.skipif(not REAL.exists(), reason="the shared report is not here")
def test_the_real_report_has_as_many_requests_as_its_overview_says() -> None:
    found = of(load(read_source(REAL), Register.bundled()).records, AuditRequest)
    assert Counter((r.category, r.status) for r in found) == {
        ("corrective", "done"): 6,
        ("corrective", "in_progress"): 10,
        ("corrective", "under_review"): 3,
        ("suggestion", "done"): 9,
        ("suggestion", "in_progress"): 17,
        ("suggestion", "under_review"): 1,
        ("other", "done"): 26,
        ("other", "under_review"): 1,
    }
    assert all(r.departments and r.answer for r in found)
