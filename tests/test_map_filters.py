"""What the map shows less of: filters by department, law and status, the focus on one thing, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from geungeo.visualize.network import network_from

from .map_browser import NARROW, Visit, heading, written
from .map_sample import edge, fact, node
from .test_map_browser import middle

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

D1, D2 = node("department", "d1", "가과"), node("department", "d2", "나과")
P1, P2 = node("project", "p1", "가 사업"), node("project", "p2", "나 사업")
L1, L2 = node("law", "l1", "가법"), node("law", "l2", "나법")
B1, B2 = node("budget_line", "b1", "가 예산"), node("budget_line", "b2", "나 예산")
OPEN = node(
    "facility",
    "f1",
    "열린 곳",
    status="운영 중",
    status_en="open",
    facts=[{**fact("운영", "구청", 9, "표의 열"), "value_en": "district office"}],
)
PLANNED = node("facility", "f2", "지을 곳", status="계획", status_en="planned")
BRANCH = node("facility", "f3", "열린 곳 분원", status="운영 중", status_en="open")
ALLY = node("partner", "o1", "협력 재단")
LONELY = node("facility", "f4", "외딴 곳", status="계획", status_en="planned")
EDGES = [
    edge("competent", D1, P1, "담당"),
    edge("competent", D2, P2, "담당"),
    edge("legal_basis", P1, L1, "근거"),
    edge("legal_basis", P2, L2, "근거"),
    edge("budget", P1, B1, "예산"),
    edge("budget", P2, B2, "예산"),
    edge("funds", B1, OPEN, "명시"),
    edge("facility_of", OPEN, P1, "운영"),
    edge("facility_of", PLANNED, P2, "조성"),
    edge("facility_law", PLANNED, L1, "근거"),
    edge("branch", OPEN, BRANCH, "지점"),
    edge("partner", P1, ALLY, "참여"),
]
TOWN = [D1, D2, P1, P2, L1, L2, B1, B2, OPEN, PLANNED, BRANCH, LONELY, ALLY]
OF_D1 = {"가과", "가 사업", "가법", "가 예산", "열린 곳", "열린 곳 분원", "협력 재단"}
OF_L1 = {"가법", "가과", "가 사업", "가 예산", "열린 곳", "열린 곳 분원", "지을 곳", "협력 재단"}


@pytest.fixture(scope="module")
def town(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    return Visit(browser, written(tmp_path_factory.mktemp("town"), network_from(TOWN, EDGES, [{"id": "a.txt"}])))


def listed(tab: Tab) -> set[str]:
    """The names that the list shows."""
    return set(tab.locator("#list tbody th").all_inner_texts())


def choose(tab: Tab, name: str, label: str) -> None:
    """Choose by the beginning of what an option says."""
    options = tab.locator(f"[data-filter={name}] option").all_inner_texts()
    tab.select_option(
        f"[data-filter={name}]", index=next(i for i, text in enumerate(options) if text.startswith(label))
    )


def counts(tab: Tab) -> list[str]:
    """The counts of the legend."""
    return tab.locator("#types .count").all_inner_texts()


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ({}, {row["label"] for row in TOWN}),
        ({"department": "가과"}, OF_D1),
        ({"law": "가법"}, OF_L1),
        ({"partner": "협력"}, OF_D1),
        ({"status": "운영"}, {"열린 곳", "열린 곳 분원", "가 사업", "가 예산", "가과"}),
        ({"status": "계획"}, {"지을 곳", "외딴 곳", "나 사업", "가법", "나과"}),
        ({"department": "나과", "law": "가법"}, {"지을 곳", "가법"}),
        ({"law": "가법", "status": "계획"}, {"지을 곳", "가법"}),
        ({"department": "가과", "law": "가법", "status": "운영"}, OF_D1 - {"가법", "협력 재단"}),
        ({"department": "가과", "status": "계획"}, set()),
    ],
)  # fmt: skip
def test_filters_leave_what_hangs_together(town: Visit, chosen: dict[str, str], shown: set[str]) -> None:
    tab = town.go("#view=list")
    for name, label in chosen.items():
        choose(tab, name, label)
    assert listed(tab) == shown
    fragment = tab.evaluate("location.hash")
    assert set(parse_qs(fragment[1:])) == {"view", *chosen}
    assert listed(town.go(fragment)) == shown
    tab.click("[data-view=map]")
    assert tab.locator("#empty").is_visible() is (not shown)
    town.assert_quiet()


def test_filters_name_what_can_be_chosen_with_counts(town: Visit) -> None:
    tab = town.go("#lang=en")
    options = {name: tab.locator(f"[data-filter={name}] option").all_inner_texts() for name in ("law", "status")}
    assert options == {"law": ["all", "가법 (7)", "나법 (4)"], "status": ["all", "open (2)", "planned (2)"]}
    town.assert_quiet()


def test_filters_combine_with_the_legend_and_are_cleared(town: Visit) -> None:
    tab = town.go("#view=list")
    assert counts(tab) == ["2", "2", "2", "2", "4", "1"]
    choose(tab, "department", "가과")
    assert counts(tab) == ["1/2", "1/2", "1/2", "1/2", "2/4", "1/1"]
    tab.click("#types [data-type=facility]")
    assert listed(tab) == OF_D1 - {"열린 곳", "열린 곳 분원"}
    tab.click("#clear")
    assert listed(tab) == {row["label"] for row in TOWN if row["type"] != "facility"}
    assert not tab.locator("#clear").is_visible()
    tab.go_back()
    assert tab.locator("[data-filter=department]").input_value() != ""
    assert listed(tab) == OF_D1 - {"열린 곳", "열린 곳 분원"}
    town.assert_quiet()


def test_a_name_that_is_searched_is_shown_in_spite_of_filters(town: Visit) -> None:
    tab = town.go("#view=list")
    choose(tab, "department", "가과")
    tab.click("[data-view=map]")
    tab.fill("#search", "외딴곳")
    tab.keyboard.press("Enter")
    assert heading(tab).inner_text() == "외딴 곳"
    assert not tab.locator("#clear").is_visible()
    town.assert_quiet()


def test_basis_and_rule_are_told_in_words_of_both_languages(town: Visit) -> None:
    tab = town.go(f"#node={OPEN['id']}")
    said = tab.locator("#panel").inner_text()
    assert "규칙으로 도출: 표의 열 · a.txt · 9–10행" in said
    assert "규칙으로 도출: 예산 항목이 시설을 명시 · 40–42행" in said
    assert "문서에 명시 · 40–42행" in said
    tab.click("[data-language=en]")
    said = tab.locator("#panel").inner_text()
    assert "district office" in said
    assert "derived by a rule: line names the facility · lines 40–42" in said
    assert tab.locator("#panel .status").inner_text() == "open"
    town.assert_quiet()


def test_hint_tells_basis_and_rule(town: Visit) -> None:
    tab = town.go("#" + middle(town.file, "열린 곳"))
    tab.locator("#canvas").hover()
    tab.wait_for_selector("#hint:not([hidden])")
    assert "규칙으로 도출: 표의 열" in tab.locator("#hint").inner_text()
    town.assert_quiet()


# ---- the focus ----

NEAR_B2 = {"나 예산", "나 사업"}


def test_double_click_shows_only_what_is_near_and_the_way_back(town: Visit) -> None:
    tab = town.go("#" + middle(town.file, "나 예산"))
    tab.locator("#canvas").dblclick()
    assert tab.locator("#nearName").inner_text() == "나 예산 주변만 보는 중"
    assert heading(tab).inner_text() == "나 예산"
    assert counts(tab) == ["0/2", "1/2", "0/2", "1/2", "0/4", "0/1"]
    tab.click("[data-view=list]")
    assert listed(tab) == NEAR_B2
    tab.click("[data-steps='2']")
    assert listed(tab) == NEAR_B2 | {"나과", "나법", "지을 곳"}
    fragment = tab.evaluate("location.hash")
    again = town.go(fragment)
    assert listed(again) == NEAR_B2 | {"나과", "나법", "지을 곳"}
    assert again.evaluate("location.hash") == fragment
    again.click("#back")
    assert len(listed(again)) == len(TOWN)
    assert not again.locator("#near").is_visible()
    again.go_back()
    assert again.locator("#near").is_visible()
    town.assert_quiet()


def test_focus_by_keyboard_and_back_by_escape(town: Visit) -> None:
    tab = town.go("#" + middle(town.file, "나 예산"))
    tab.locator("#map").focus()
    tab.keyboard.press("Enter")
    tab.locator("#map").focus()
    tab.keyboard.press("f")
    assert counts(tab) == ["0/2", "1/2", "0/2", "1/2", "0/4", "0/1"]
    tab.keyboard.press("Escape")
    assert not tab.locator("#panel").is_visible()
    assert tab.locator("#near").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator("#near").is_visible()
    assert counts(tab) == ["2", "2", "2", "2", "4", "1"]
    town.assert_quiet()


def test_focus_combines_with_filters_and_ends_where_it_hides_what_is_asked(town: Visit) -> None:
    tab = town.go(f"#view=list&focus={P1['id']}&department={D1['id']}")
    assert listed(tab) == {"가과", "가 사업", "가법", "가 예산", "열린 곳", "협력 재단"}
    tab.fill("#search", "열린곳분원")
    tab.keyboard.press("Enter")
    assert not tab.locator("#near").is_visible()
    assert tab.locator("#clear").is_visible()
    tab.fill("#search", "")
    assert listed(tab) == OF_D1
    town.assert_quiet()


@pytest.mark.parametrize("fragment", ["#focus=x&steps=9&department=x", "#law=__proto__&status=constructor&steps=NaN"])
def test_a_wrong_filter_or_focus_hides_nothing(town: Visit, fragment: str) -> None:
    tab = town.go(fragment)
    assert counts(tab) == ["2", "2", "2", "2", "4", "1"]
    assert not tab.locator("#near").is_visible()
    town.assert_quiet()


def test_narrow_the_way_back_hides_nothing_that_is_near(browser: Browser, town: Visit) -> None:
    visit = Visit(browser, town.file, NARROW)
    tab = visit.go(f"#focus={P1['id']}")
    bar, whole = tab.locator("#near").bounding_box(), tab.locator("main").bounding_box()
    assert bar and whole
    assert bar["x"] >= 0 and bar["x"] + bar["width"] <= NARROW["width"]
    assert tab.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert tab.evaluate(TOP_OF_PICTURE) > bar["y"] - whole["y"] + bar["height"]
    visit.assert_quiet()
    visit.context.close()


# The first row of the canvas, in pixels of the page, that anything is painted in.
TOP_OF_PICTURE = """() => {
  const canvas = document.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const first = data.findIndex((value, at) => at % 4 === 3 && value > 0);
  return Math.floor(first / 4 / canvas.width) * canvas.clientHeight / canvas.height;
}"""
