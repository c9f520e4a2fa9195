"""Money that running text states for a facility, in rows, explanations, traces and on the map; never in a sum."""

from __future__ import annotations

from geungeo.graph.explain import explain, rows
from geungeo.graph.explain_text import text
from geungeo.graph.names import find
from geungeo.graph.network import map_rows
from geungeo.graph.query import run
from geungeo.graph.saved import saved
from geungeo.graph.trace import trace
from geungeo.graph.trace_rows import rows as trace_rows
from geungeo.graph.trace_text import tree

from .made import EUNPYEONG
from .made_chains import store


def test_a_row_has_the_year_and_phase_that_the_text_says() -> None:
    found = run(store(), saved("facility-budgets"), {"facility": EUNPYEONG.name, "match": "stated"}).dicts()
    assert [(r["item"], r["table"], r["phase"], r["fiscal_year"], r["amount_krw"], r["line"]) for r in found] == [
        ("설치비", "text", None, None, 300_000_000, "36"),
        ("소요예산", "overview", "original", 2025, 6_700_000_000, "30"),
    ]


def test_a_year_leaves_out_what_has_none() -> None:
    given = {"facility": EUNPYEONG.name, "match": "stated", "year": "2025"}
    found = run(store(), saved("facility-budgets"), given).dicts()
    assert [r["item"] for r in found] == ["소요예산"]


def test_it_is_no_budget_and_in_no_sum() -> None:
    assert "text" not in {row["table"] for row in run(store(), saved("budgets")).dicts()}
    own = run(store(), saved("money-by-facility"), {"facility": EUNPYEONG.name}).dicts()
    assert 300_000_000 not in {row["amount_krw"] for row in own}
    money = trace(store(), find(store(), EUNPYEONG.name, ("facility",))[0]).money
    assert money is not None
    assert 300_000_000 not in {won for _, won in money.total.own}


def test_an_explanation_shows_it_with_its_words() -> None:
    one = explain(store(), find(store(), EUNPYEONG.name, ("facility",))[0])
    (fact,) = (f for f in rows([one]).dicts() if f["value"] == "설치비")
    assert (fact["relation"], fact["detail"], fact["amount_krw"]) == ("stated", "text", 300_000_000)
    assert (fact["basis"], fact["line"], fact["quote"]) == ("stated", "36", "설치비 3억원")
    assert "설치비  3억원 = 300,000,000원 (본문에 적힌 금액)" in text(one, "ko")
    assert "300,000,000 won (sum in running text)" in text(one, "en")


def test_a_trace_leads_to_it() -> None:
    found = trace(store(), find(store(), EUNPYEONG.name, ("facility",))[0])
    (row,) = (r for r in trace_rows([found]).dicts() if r["item"] == "설치비")
    assert (row["match"], row["table"], row["fiscal_year"], row["phase"]) == ("stated", "text", None, None)
    assert "설치비" in tree(found)
    assert "3억원 = 300,000,000원 [36행]" in tree(found)


def test_the_panel_of_the_map_shows_it() -> None:
    rows_ = map_rows(list(store()))
    (node,) = (n for n in rows_.nodes if n["label"] == EUNPYEONG.name)
    assert [f["lines"] for f in node["facts"] if "설치비" in f["value"]] == ["36"]
    assert "설치비" not in {n["label"] for n in rows_.nodes}
