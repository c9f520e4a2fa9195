"""The map in a real browser without network: it asks for nothing, runs nothing foreign and does what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .map_browser import HUB, Visit, heading
from .map_sample import SOURCE, city
from .test_map import Page

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab


def middle(file: Path, label: str) -> str:
    """The part of an address that puts a node into the middle of the map."""
    data = Page(file.read_text(encoding="utf-8")).data()
    [index] = [index for index, row in enumerate(data["nodes"]) if row.get("label") == label]
    place = data["drawing"]["nodes"][index]
    return f"at={place['x']},{place['y']},1"


def test_asks_for_nothing_but_itself(visit: Visit) -> None:
    visit.go()
    assert visit.asked == [visit.address]


def test_draws_and_stands_still_at_once(tab: Tab) -> None:
    first = tab.locator("#map").screenshot()
    colours = tab.evaluate(
        "() => { const c = document.querySelector('canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "const seen = new Set(); for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);"
        "return [0x37415c, 0x0072b2, 0xb0417a, 0xd98200, 0x00835f].map((c) => seen.has(c)); }"
    )
    assert colours == [True] * 5
    assert tab.locator("#map").screenshot() == first


def test_search_completes_names_without_blanks(tab: Tab) -> None:
    tab.fill("#search", "청년취업 사관학교강 남")
    assert tab.locator("#hits [role=option] .name").all_inner_texts()[0] == f"{HUB} 강남"
    tab.keyboard.press("Enter")
    assert heading(tab).inner_text() == f"{HUB} 강남"
    assert not tab.locator("#hits").is_visible()


def test_search_goes_through_the_hits_by_key(tab: Tab) -> None:
    tab.fill("#search", "강서")
    names = tab.locator("#hits [role=option] .name").all_inner_texts()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        tab.keyboard.press(key)
    assert tab.locator("#hits [aria-selected=true] .name").inner_text() == names[1]
    tab.keyboard.press("Enter")
    assert heading(tab).inner_text() == names[1]


def test_search_says_when_nothing_fits_and_escape_closes_it(tab: Tab) -> None:
    tab.fill("#search", "없는이름")
    assert tab.locator("#hits").inner_text() == "맞는 이름이 없습니다"
    tab.keyboard.press("Escape")
    assert not tab.locator("#hits").is_visible()


def test_legend_counts_and_toggles(tab: Tab) -> None:
    nodes = city()[0]
    laws = sum(row["type"] == "law" for row in nodes)
    button = tab.locator("#types [data-type=law]")
    assert button.locator(".count").inner_text() == str(laws)
    assert button.get_attribute("title") == "Law"
    tab.click("[data-view=list]")
    assert tab.locator("#list tbody tr").count() == len(nodes)
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert tab.locator("#list tbody tr").count() == len(nodes) - laws
    button.click()
    assert tab.locator("#list tbody tr").count() == len(nodes)


def test_hidden_types_leave_the_drawing(visit: Visit, file: Path) -> None:
    there = middle(file, HUB)
    tab = visit.go(f"#{there}&hide=facility")
    tab.locator("#canvas").click()
    assert not tab.locator("#panel").is_visible()


def test_click_on_a_node_opens_the_panel_and_beside_it_closes(visit: Visit, file: Path) -> None:
    tab = visit.go("#" + middle(file, HUB))
    tab.locator("#canvas").click()
    assert heading(tab).inner_text() == HUB
    assert "25개소" in tab.locator("#panel .facts").inner_text()
    assert f"{SOURCE} · 300–301행" in tab.locator("#panel .facts").inner_text()
    assert "기준), 이하 표와 같음" in tab.locator("#panel blockquote").inner_text()
    tab.mouse.click(230, 760)
    assert not tab.locator("#panel").is_visible()


def test_pointing_at_a_node_tells_facts_lines_and_words(visit: Visit, file: Path) -> None:
    tab = visit.go("#" + middle(file, HUB))
    tab.locator("#canvas").hover()
    tab.wait_for_selector("#hint:not([hidden])")
    hint = tab.locator("#hint").inner_text()
    assert all(part in hint for part in (HUB, "25개소", SOURCE, "300–301행", "“ㅇ 캠퍼스"))


def test_neighbours_lead_on_and_the_back_button_returns(visit: Visit, file: Path) -> None:
    tab = visit.go("#" + middle(file, HUB))
    tab.locator("#canvas").click()
    tab.locator("#panel .go", has_text=f"{HUB} 강남").click()
    assert heading(tab).inner_text() == f"{HUB} 강남"
    tab.go_back()
    assert heading(tab).inner_text() == HUB


FOCUSED = """(() => {
  const { id, dataset: { type, filter } } = document.activeElement;
  return id || type || (filter ? `by ${filter}` : '');
})()"""


def test_everything_by_keyboard(visit: Visit, file: Path) -> None:
    tab = visit.go("#" + middle(file, HUB))
    order = []
    for _ in range(16):
        tab.keyboard.press("Tab")
        order.append(tab.evaluate(FOCUSED))
    assert [name for name in order if name][:10] == [
        "search", "department", "project", "law", "budget_line", "facility",
        "by department", "by law", "by status", "map",
    ]  # fmt: skip
    tab.locator("#map").focus()
    tab.keyboard.press("Enter")
    assert heading(tab).inner_text() == HUB
    assert tab.evaluate("document.activeElement.id") == "panel"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert not tab.locator("#panel").is_visible()
    assert tab.evaluate("document.activeElement.id") == "map"


def test_keys_move_and_zoom_the_map(tab: Tab) -> None:
    tab.locator("#map").focus()
    before = tab.locator("#canvas").screenshot()
    for key in ("+", "ArrowRight", "ArrowDown"):
        tab.keyboard.press(key)
    assert tab.locator("#canvas").screenshot() != before
    from playwright.sync_api import expect

    expect(tab).to_have_url(re.compile("at="))
    tab.keyboard.press("0")
    tab.locator("#canvas").screenshot()
    assert tab.locator("#canvas").screenshot() == before


def test_address_brings_the_view_back(visit: Visit) -> None:
    tab = visit.go()
    tab.fill("#search", HUB)
    tab.keyboard.press("Enter")
    tab.locator("#types [data-type=law]").click()
    tab.click("[data-language=en]")
    tab.click("[data-view=list]")
    fragment = tab.evaluate("location.hash")
    again = visit.go(fragment)
    assert heading(again).inner_text() == HUB
    assert again.locator("#types [aria-pressed=false]").inner_text().startswith("Law")
    assert again.locator("[data-view=list]").get_attribute("aria-pressed") == "true"
    assert again.evaluate("document.documentElement.lang") == "en"
    assert again.evaluate("location.hash") == fragment


@pytest.mark.parametrize(
    "fragment",
    ["#node=nowhere&hide=__proto__,x&view=<b>&lang=xx&at=NaN,1,1", "#at=0,0,1e99", "#%zz", "#node=%3Cscript%3E"],
)
def test_a_wrong_address_shows_the_whole(visit: Visit, fragment: str) -> None:
    tab = visit.go(fragment)
    assert not tab.locator("#panel").is_visible()
    assert tab.locator("#types [aria-pressed=true]").count() == 5


def test_both_languages(tab: Tab) -> None:
    assert tab.locator("#types").inner_text().split()[0] == "부서"
    tab.click("[data-language=en]")
    assert tab.locator("#types").inner_text().split()[0] == "Department"
    assert tab.locator("[data-type=law]").get_attribute("title") == "법령"
    assert not re.search("[가-힣]", tab.locator("#legend .key > :not(.sources)").all_inner_texts().__str__())


def test_list_sorts_and_filters(tab: Tab) -> None:
    tab.click("[data-view=list]")
    tab.click("th.amount button")
    amounts = tab.locator("#list td.amount").all_inner_texts()
    assert amounts[0] == "656.48억원"
    assert amounts[-1] == ""
    tab.fill("#search", "영화센터운영예산")
    names = tab.locator("#list tbody th").all_inner_texts()
    assert names
    assert set(names) == {"영화센터 운영 예산"}
    assert not tab.locator("#hits").is_visible()


def test_map_looks_where_it_did_after_the_list(tab: Tab) -> None:
    before = tab.locator("#map").screenshot()
    tab.click("[data-view=list]")
    tab.click("[data-view=map]")
    assert tab.locator("#map").screenshot() == before


def test_list_opens_the_panel(tab: Tab) -> None:
    tab.click("[data-view=list]")
    tab.locator("#list .link", has_text="지방자치법").first.click()
    assert heading(tab).inner_text() == "지방자치법"
    link = tab.locator("#panel a")
    assert link.get_attribute("href") == "https://www.law.go.kr/법령/지방자치법"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_without_a_canvas_the_list_is_shown(browser: Browser, file: Path) -> None:
    visit = Visit(browser, file)
    visit.context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    tab = visit.go()
    assert tab.locator("#list tbody tr").count() == len(city()[0])
    tab.click("[data-view=map]")
    assert tab.locator("#list").is_visible()
    visit.assert_quiet()
    visit.context.close()
