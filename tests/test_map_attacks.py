"""The map in a real browser, wide and narrow, and with hostile names: no part hides another, nothing foreign runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from geungeo.ontology.fold import DASHES, DOTS, QUOTES, TILDES, loose_key
from geungeo.visualize import map as map_module
from geungeo.visualize.network import network_from

from .map_browser import HUB, NARROW, WIDE, Visit, heading, written
from .map_sample import Rows, edge, fact, node
from .test_map import attacks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect
    from playwright.sync_api import Page as Tab


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "400"])
def test_parts_share_the_page_without_overlap(browser: Browser, file: Path, size: dict[str, int]) -> None:
    visit = Visit(browser, file, size)
    tab = visit.go()
    tab.fill("#search", HUB)
    tab.keyboard.press("Enter")
    boxes = [tab.locator(name).bounding_box() for name in (".bar", "#legend", "main", "#panel")]
    assert all(boxes)
    for position, one in enumerate(boxes):
        for other in boxes[:position]:
            assert one is not None and other is not None and not overlap(one, other)
    assert tab.evaluate("document.documentElement.scrollWidth") == size["width"]
    assert boxes[2] is not None and boxes[2]["height"] > 200 < boxes[2]["width"]
    visit.assert_quiet()
    visit.context.close()


def overlap(one: FloatRect, other: FloatRect) -> bool:
    """Do two boxes cover a common point?"""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 0.5 and down > 0.5


# ---- hostile documents ----


def hostile_rows() -> tuple[Rows, Rows, Rows]:
    """A node for each attack, tied to one hub, each field filled with the attack."""
    hub = node("department", "hub", "허브")
    kinds = ("project", "law", "budget_line", "facility")
    nodes = [
        node(kinds[number % 4], f"{number}{attack}", attack, subtitle=attack, status=attack, url=attack, facts=[
            {**fact("x", attack, 1), "label_ko": attack, "quote": attack, "lines": attack, "rule": attack}
        ])
        for number, attack in enumerate(attacks())
    ]  # fmt: skip
    edges = [{**edge("competent", hub, other, other["label"]), "rule": other["label"]} for other in nodes]
    return [hub, *nodes], edges, [{"id": attack, "title": attack} for attack in attacks()]


ACTIVE = "document.querySelectorAll('script, style, iframe, img, object, embed, base, form, math').length"
SHOW_ALL = """(attacks) => {
  const box = document.getElementById('search');
  for (const attack of [...attacks, '']) { box.value = attack; box.dispatchEvent(new Event('input')); }
  document.querySelector('[data-view=list]').click();
  const names = [...document.querySelectorAll('#list .link')].length;
  const links = new Set();
  for (let number = 0; number < names; number++) {
    document.querySelectorAll('#list .link')[number].click();
    for (const link of document.querySelectorAll('a')) links.add(link.href);
    document.querySelector('#panel .go').click();
  }
  document.querySelector('[data-view=map]').click();
  return [names, [...links]];
}"""


def test_no_attack_runs_wherever_it_is_shown(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, written(tmp_path, network_from(*hostile_rows()), attacks()[0]))
    tab = visit.go()
    active = tab.evaluate(ACTIVE)
    names, links = tab.evaluate(SHOW_ALL, attacks())
    tab.locator("#canvas").hover()
    assert names == len(attacks()) + 1
    assert links == []
    assert tab.evaluate("[window.hacked, Object.prototype.hacked]") == [None, None]
    assert tab.evaluate(ACTIVE) == active
    visit.assert_quiet()
    visit.context.close()


@pytest.mark.parametrize("attack", ["<b>굵게</b>", "서울\u202e브허업창", "제어\x00\x1b문자", "가" * 10_000])
def test_hostile_names_are_read_as_written(browser: Browser, tmp_path: Path, attack: str) -> None:
    visit = Visit(browser, written(tmp_path, network_from([node("facility", "a", attack)], [], [])))
    tab = visit.go("#node=https%3A%2F%2Fexample.org%2Fid%2Ffacility%2Fa")
    marks = {"\u202e": "⟨202E⟩", "\x00": "⟨0000⟩", "\x1b": "⟨001B⟩"}
    assert heading(tab).text_content() == "".join(marks.get(letter, letter) for letter in attack)
    assert tab.evaluate("document.documentElement.scrollWidth") == WIDE["width"]
    visit.assert_quiet()
    visit.context.close()


def test_a_foreign_script_or_style_is_refused_by_the_page(browser: Browser, file: Path) -> None:
    visit = Visit(browser, file)
    tab = visit.go()
    tab.evaluate(
        "() => { for (const name of ['script', 'style']) { const e = document.createElement(name);"
        "e.append(name === 'style' ? 'body { display: none }' : 'window.hacked = 1'); document.head.append(e); } }"
    )
    assert tab.evaluate("window.hacked") is None
    assert tab.evaluate("getComputedStyle(document.body).display") == "grid"
    assert len(visit.said) >= 2
    visit.context.close()


def test_names_fold_as_in_python(tab: Tab) -> None:
    script = (Path(map_module.__file__).parent / "map_fold.js").read_text(encoding="utf-8")
    # Blocks in which no letter has got an upper case in a later Unicode version.
    blocks = ((0, 0x180), (0x300, 0x370), (0x1100, 0x1200), (0x2000, 0x2C00), (0x3000, 0x3400), (0xF900, 0x10000))
    letters = [chr(code) for first, end in blocks for code in range(first, end)]
    names = [
        "서울 AI-허브(양재)",
        "「지방ㆍ자치법」 제3조",
        "e\u0301 Straße ŉ ǰ",
        DOTS,
        TILDES,
        QUOTES,
        DASHES,
        *letters,
    ]
    keys = tab.evaluate(f"(names) => {{ {script}; return names.map(looseKey); }}", names)
    different = [(name, key) for name, key in zip(names, keys, strict=True) if key != loose_key(name)]
    assert json.dumps(different) == "[]"
