"""The scorer itself: what counts as found, what counts neither way, and where a fact must stand."""

from __future__ import annotations

import pytest

from .score import Score, key, measure, shown
from .score_tables import Row

_GOLD: dict[str, list[Row]] = {
    "facilities": [
        {"facility": "구립 나래도서관|나래도서관", "status": "operating", "line": "3|9", "grade": "core"},
        {"facility": "다온체육관", "status": "planned", "line": "5", "grade": "core"},
        {"facility": "작은도서관", "status": "", "line": "7", "grade": "optional"},
    ],
    "results": [
        {"project": "가", "item": "방류", "result": "412만 마리", "value": "412", "line": "4", "grade": "core"}
    ],
}


def _facility(name: str, line: int, status: str = "operating") -> Row:
    return {"facility": name, "status": status, "line": str(line)}


def _scores(*found: Row, results: tuple[Row, ...] = ()) -> dict[str, Score]:
    return measure({"facilities": list(found), "results": list(results)}, _GOLD)


def test_either_spelling_is_right_and_an_optional_row_counts_neither_way() -> None:
    score = _scores(_facility("나래 도서관", 9), _facility("작은도서관", 7), _facility("「다온」 체육관", 5, "planned"))
    assert (score["facilities"].precision, score["facilities"].recall, score["facilities"].f1) == (1.0, 1.0, 1.0)
    assert score["facilities:status"].f1 == 1.0
    assert list(shown({"facilities": score["facilities"]})) == []


def test_what_is_found_twice_or_nowhere_is_extra() -> None:
    score = _scores(_facility("나래도서관", 3), _facility("구립 나래도서관", 3), _facility("마루관", 1))["facilities"]
    assert (score.hits, len(score.extra), len(score.missing)) == (1, 2, 1)
    assert (round(score.precision, 2), score.recall) == (0.33, 0.5)
    assert "    missing 다온체육관 | planned | 5" in list(shown({"facilities": score}))


@pytest.mark.parametrize(("line", "right"), [(3, 1.0), (11, 1.0), (12, 0.0)])
def test_a_fact_stands_within_two_lines_of_the_golds(line: int, right: float) -> None:
    assert _scores(_facility("나래도서관", line))["facilities:line"].precision == right


@pytest.mark.parametrize(("value", "hits"), [("412", 1), ("4120000", 1), ("41200", 0), ("4121", 0)])
def test_a_figure_may_be_written_out(value: str, hits: int) -> None:
    row = {"project": "가", "item": "방류", "result": "412만 마리", "value": value, "line": "4"}
    assert _scores(results=(row,))["results"].hits == hits


def test_a_result_without_a_figure_is_left_out() -> None:
    row = {"project": "가", "item": "", "result": "착공", "value": "", "line": "4"}
    assert _scores(results=(row,))["results"].extra == ()


def test_nothing_found_where_nothing_is_is_perfect() -> None:
    assert measure({}, {})["audit"].f1 == 1.0
    assert _scores()["facilities"].f1 == 0.0


def test_names_are_compared_without_blanks_dots_and_quotes() -> None:
    assert key("「나래·다온 R&D 허브」(본관)") == key("나래ㆍ다온 r&d허브 본관")
