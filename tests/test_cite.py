"""`cite`: contexts, references back, ranges taken apart, and the standard form that reads as itself."""

from __future__ import annotations

import pytest
from geungeo.loaders.citations.cite import cite, find, render
from geungeo.loaders.citations.ranges import expanded
from geungeo.loaders.citations.register import Register
from hypothesis import given
from hypothesis import strategies as st

REGISTER = Register.bundled()


def rows(text: str, *, document: bool = False) -> list[tuple[int, int, str, str, str]]:
    """Line, place, law, articles and how of every citation."""
    found = cite(text, register=REGISTER, city="서울특별시", document=document)
    return [(c.line, c.seq, c.found.law.title, "|".join(c.articles), c.found.how) for c in found]


CASES = {
    "「고등교육법」 제20조제3항부터 제5항까지": [(1, 1, "고등교육법", "제20조제3항|제20조제4항|제20조제5항", "exact")],
    "도로법 제3ㆍ4조": [(1, 1, "도로법", "제3조|제4조", "exact")],
    "「민법」 제3조제1항의 신고와 같은 조 제2항의 허가": [
        (1, 1, "민법", "제3조제1항", "exact"),
        (1, 2, "민법", "제3조제2항", "anaphor"),
    ],
    "「도로법」(이하 “법”이라 한다) 제5조와 법 제7조": [
        (1, 1, "도로법", "제5조", "exact"),
        (1, 2, "도로법", "제7조", "declared"),
    ],
    "「건축법 시행령」 별표 1 제15호가목": [(1, 1, "건축법 시행령", "별표1제15호가목", "exact")],
    "「고등교육법 시행령」 제3조와 같은 영 제4조": [
        (1, 1, "고등교육법 시행령", "제3조", "exact"),
        (1, 2, "고등교육법 시행령", "제4조", "anaphor"),
    ],
    "「고등교육법 시행령」 제3조와 같은 법 시행령 제4조": [
        (1, 1, "고등교육법 시행령", "제3조", "exact"),
        (1, 2, "고등교육법 시행령", "제4조", "anaphor"),
    ],
    "구 「도로법」 제3조": [(1, 1, "도로법", "제3조", "former_law")],
    "「가상부두사용령」 제3조": [(1, 1, "가상부두사용령", "제3조", "not_in_register")],
    "ㅇ 추진근거 : 고등교육법, 가상부두 지원 조례": [
        (1, 1, "고등교육법", "", "exact"),
        (1, 2, "서울특별시 가상부두 지원 조례", "", "not_in_register+inherited_city"),
    ],
    "같은 법 제3조": [(1, 1, "같은 법", "제3조", "no_antecedent")],
    "제3조에 따른 신고와 같은 조 제2항": [],
    "이 법에 따르고 「민법」에 따르며 이 법 제3조에 따른다": [(1, 1, "민법", "", "exact")],
    "위법한 일, 법률 상담, 추진방법": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_each_context_is_cited(text: str, expected: list[tuple[int, int, str, str, str]]) -> None:
    assert rows(text) == expected


def test_each_line_is_a_context_of_its_own() -> None:
    text = "「도로법」 제3조\n같은 법 제4조"
    assert rows(text)[1] == (2, 1, "같은 법", "제4조", "no_antecedent")
    assert rows(text, document=True)[1] == (2, 1, "도로법", "제4조", "anaphor")


def test_an_unknown_law_breaks_the_chain() -> None:
    found = rows("「도로법」 제3조, 「가상부두 지원법」 제2조와 같은 법 제4조")
    assert found[2] == (1, 3, "가상부두 지원법", "제4조", "anaphor")


@pytest.mark.parametrize(
    ("articles", "members"),
    [
        ("제15조~제17조", "제15조 제16조 제17조"),
        ("제14조의2~제14조의4", "제14조의2 제14조의3 제14조의4"),
        ("제14조~제14조의3", "제14조 제14조의2 제14조의3"),
        ("제38조의2~제40조", "제38조의2 제39조 제40조"),
        ("제39조~제40조의2", "제39조 제40조 제40조의2"),
        ("제3조제1호가목~다목", "제3조제1호가목 제3조제1호나목 제3조제1호다목"),
        ("제1장~제3장", "제1장 제2장 제3장"),
        ("제9조~제3조", "제9조 제3조"),
        ("제1조제2항~제3조", "제1조제2항 제3조"),
        ("제1조~제9999조", "제1조 제9999조"),
        ("별표1", "별표1"),
    ],
)
def test_ranges_are_taken_apart(articles: str, members: str) -> None:
    assert expanded((articles,)) == tuple(members.split())


ARTICLES = st.builds(
    lambda article, branch, paragraph: (
        f"제{article}조" + f"의{branch}" * (branch > 1) + f"제{paragraph}항" * (paragraph > 0)
    ),
    st.integers(1, 999),
    st.integers(0, 20),
    st.integers(0, 30),
)
TITLES = st.sampled_from(sorted({entry.title for entry in REGISTER.entries if entry.kind == "act"})[::9])


@given(TITLES, st.lists(ARTICLES, unique=True, max_size=4))
def test_what_is_rendered_reads_as_itself(title: str, articles: list[str]) -> None:
    first = find(f"「{title}」 {', '.join(articles)}", register=REGISTER)[0]
    again = find(render(first), register=REGISTER)
    assert [(f.law, f.articles) for f in again] == [(first.law, tuple(articles))]


@given(TITLES, st.lists(ARTICLES, min_size=1, unique=True, max_size=3), st.sampled_from("·ㆍ․･‧∙"))
def test_blanks_and_dots_do_not_change_what_is_meant(title: str, articles: list[str], dot: str) -> None:
    plain = find(f"「{title}」 {dot.join(articles)}", register=REGISTER)[0]
    wide = find(
        f"「{title}」  {f' {dot} '.join(a.replace('조', ' 조 ', 1).rstrip() for a in articles)}", register=REGISTER
    )[0]
    assert (wide.law, wide.articles) == (plain.law, plain.articles)


@given(st.text("가나다라 마을사람 신청 지원 1234", max_size=80))
def test_a_text_without_a_law_word_cites_nothing(text: str) -> None:
    assert cite(text, register=REGISTER) == []
