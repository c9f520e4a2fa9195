"""Lines longer than any that people print, figures beyond any budget, files that end too early."""

from __future__ import annotations

import pytest
from geungeo.loaders.amounts import figure, won
from geungeo.loaders.outline import LONGEST_LINE
from geungeo.ontology.records import BudgetLine

from .texts import REPORT, doc, of
from .texts import read as load


@pytest.mark.parametrize("inside", [" ", "산", "가 조례, ", "‘가온 센터’ ", "1,"])
def test_an_overlong_line_is_searched_in_part_and_reported(inside: str) -> None:
    loaded = load(f"{REPORT}\n ㅇ 추진근거 : {inside * 10_000}끝\n")
    assert [p.text for p in loaded.problems if "characters" in p.text]
    assert of(loaded.records, BudgetLine) == of(load(REPORT).records, BudgetLine)


def test_a_line_of_the_longest_kind_is_no_problem() -> None:
    assert not [p for p in load(f"{REPORT}\n{'가' * LONGEST_LINE}\n").problems if "characters" in p.text]


def test_figures_beyond_any_budget_are_malformed() -> None:
    assert figure("9" * 5_000) is None
    assert won("999,999,999,999,999", "백만원") is None
    assert won("999,999,999", "백만원") == 999_999_999_000_000


def test_a_report_without_projects_says_so() -> None:
    text = REPORT[: REPORT.index("Ⅵ")]
    assert [p for p in load(text).problems if "no chapter of projects" in p.text]


def test_spans_in_an_overlong_line_are_true() -> None:
    text = f"{REPORT}\n ㅇ 추진근거 : 고용정책 기본법 {'가' * 10_000}\n"
    made = doc(text)
    for record in load(text).records:
        span = getattr(record, "span", None)
        if span is not None:
            assert made.text[span.start : span.end] == span.quote
