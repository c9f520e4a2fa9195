"""The map's page as text: what stands in it, what cannot, and where the nodes are."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import os
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from geungeo.visualize.map import SCRIPTS, draw
from geungeo.visualize.network import Network, network_from
from geungeo.visualize.payload import safe_json
from geungeo.visualize.style import NODE_STYLES
from geungeo.visualize.vis import library

from .map_sample import city, edge, node, sample

LIMIT = 2_500_000
URL = re.compile(r"(?i)\b(?:https?:)?//[\w.-]+\.\w+[^\s\"'<>\\]*")


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts, style sheets and the title."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "title": []}
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))
        if tag in self.texts:
            self._open = tag
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open][-1] += data

    def policy(self) -> dict[str, list[str]]:
        """The Content-Security-Policy: each directive with its values."""
        rows = [dict(attrs) for tag, attrs in self.elements if tag == "meta"]
        [content] = [row["content"] for row in rows if row.get("http-equiv") == "Content-Security-Policy"]
        assert content is not None
        parts = (part.split() for part in content.split(";"))
        return {name: values for name, *values in parts}

    def data(self) -> dict[str, Any]:
        """The JSON that the scripts read."""
        data: dict[str, Any] = json.loads(self.texts["script"][0])
        return data


def attacks() -> list[str]:
    """The corpus: a JSON string a line; and one text of 10,000 characters."""
    lines = (Path(__file__).parent / "data" / "attacks.txt").read_text(encoding="utf-8").splitlines()
    return [*map(json.loads, lines), "가<b>" * 2500]


def hostile(text: str) -> Network:
    """Every field that a document can fill holds the text."""
    fact = dict.fromkeys(
        ("label_ko", "label_en", "value", "value_en", "lines", "quote", "basis", "rule", "rule_en", "source"), text
    )
    fields: dict[str, Any] = {"subtitle": text, "status": text, "status_en": text, "url": text, "facts": [fact]}
    nodes = [node(kind, text, text, **fields) for kind in NODE_STYLES]
    words = dict.fromkeys(("label_ko", "label_en", "basis", "rule", "rule_en", "lines"), text)
    edges = [{**edge("competent", nodes[0], nodes[1], ""), **words}]
    return network_from(nodes, edges, [dict.fromkeys(("id", "title", "as_of"), text)])


@pytest.fixture(scope="module")
def text() -> str:
    return draw(sample(), "가람시 지도")


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_scripts_and_style_are_the_ones_that_the_policy_names(page: Page) -> None:
    def names(texts: list[str]) -> list[str]:
        return [f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in texts]

    policy = page.policy()
    assert policy["default-src"] == ["'none'"]
    assert policy["connect-src"] == ["'none'"]
    assert policy["script-src"] == names(page.texts["script"][1:])
    assert policy["style-src"] == names(page.texts["style"])
    assert not [value for values in policy.values() for value in values if "unsafe" in value]


def test_policy_stands_before_anything_that_it_governs(page: Page) -> None:
    names = [tag for tag, _ in page.elements]
    assert names[: names.index("style")].count("meta") >= 2
    assert names.index("script") > names.index("style")


def test_page_names_no_address_but_law_pages(page: Page, text: str) -> None:
    laws = {row["url"] for row in page.data()["nodes"] if "url" in row}
    own = text.replace(library(), "").replace(page.texts["script"][0], "")
    assert URL.findall(own) == []
    assert laws
    assert {row["type"] for row in page.data()["nodes"] if "url" in row} == {"law"}
    assert all(url.startswith("https://www.law.go.kr/") for url in laws)


def test_no_element_loads_anything(page: Page) -> None:
    attributes = [(name, value) for _, attrs in page.elements for name, value in attrs]
    assert [value for name, value in attributes if name in {"src", "srcset", "href", "action"}] == ["data:,"]
    assert not [name for name, _ in attributes if name.startswith("on") or name == "style"]


def test_library_is_ours_to_pass_on() -> None:
    assert "@license" in library()[:2000]


@cache
def harmless_page() -> Page:
    """The same page with an ordinary word everywhere."""
    return Page(draw(hostile("x"), "x"))


@pytest.mark.parametrize("attack", attacks())
def test_hostile_text_stays_text(attack: str) -> None:
    harmless, attacked = harmless_page(), Page(draw(hostile(attack), attack))
    assert attacked.elements[2:] == harmless.elements[2:]
    assert len(attacked.texts["script"]) == len(harmless.texts["script"])
    assert attacked.texts["script"][1:] == harmless.texts["script"][1:]
    data = attacked.data()
    assert [row.get("label", "") for row in data["nodes"]] == [attack] * len(NODE_STYLES)
    assert data["title"] == attack


@pytest.mark.parametrize("attack", [attack for attack in attacks() if re.search(r"[<>&\u2028-\u202e]", attack)])
def test_hostile_text_never_stands_as_it_is(attack: str) -> None:
    assert attack not in draw(hostile(attack), attack)


def test_title_of_page_is_escaped_and_printable() -> None:
    drawn = draw(hostile("x"), "</title><b>\u202e\x00&")
    assert "<title>&lt;/title&gt;&lt;b&gt;��&amp;</title>" in drawn


def test_json_can_leave_no_script_and_loses_nothing() -> None:
    data = {"가": "</script><!--&\u2028\u2029\u202e\ud800\x00'\""}
    written = safe_json(data)
    assert not re.search(r"[<>&\u2028\u2029\u202e\x00]", written)
    assert written.encode()
    assert json.loads(written) == data


@pytest.mark.parametrize(
    ("kind", "url", "kept"),
    [
        ("law", "https://www.law.go.kr/법령/지방자치법", True),
        ("law", "http://www.law.go.kr/법령/지방자치법/제3조", True),
        ("law", "javascript:alert(1)", False),
        ("law", "java\nscript:alert(1)", False),
        ("law", " https://www.law.go.kr/", False),
        ("law", 'https://www.law.go.kr/"onclick="x', False),
        ("law", "https://www.law.go.kr/\u202ekr.oog", False),
        ("law", "//www.law.go.kr/", False),
        ("law", "data:text/html,x", False),
        ("facility", "https://www.law.go.kr/법령/지방자치법", False),
    ],
)
def test_only_pages_of_laws_are_links(kind: str, url: str, kept: bool) -> None:
    drawn = Page(draw(network_from([node(kind, "a", "가", url=url)], [], [])))
    assert (drawn.data()["nodes"][0].get("url") == url) is kept


def test_same_network_gives_the_same_bytes_under_any_hash_seed() -> None:
    program = (
        "import hashlib, json, sys\n"
        "from geungeo.visualize.map import draw\n"
        "from geungeo.visualize.network import network_from\n"
        "print(hashlib.sha256(draw(network_from(*json.load(sys.stdin))).encode()).hexdigest())\n"
    )
    rows = json.dumps(city())
    seen = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", program], input=rows, env=environment, capture_output=True, text=True, check=True
        )
        seen.add(done.stdout)
    assert seen == {hashlib.sha256(draw(sample()).encode()).hexdigest() + "\n"}


def test_page_is_small_enough() -> None:
    network = sample(2)
    assert len(network.nodes) > 500
    assert len(draw(network).encode()) < LIMIT


def test_each_text_of_facts_is_written_once() -> None:
    quote = "같은 줄에 예산과 시설이 함께 적혀 있다"
    facts = [{"label_ko": "예산", "value": "1", "quote": quote}, {"label_ko": "면적", "value": "2", "quote": quote}]
    drawn = draw(network_from([node("facility", "a", "가", facts=facts)], [], []))
    assert drawn.count(quote) == 1


def test_every_node_stands_somewhere_and_none_on_another(page: Page) -> None:
    drawing = page.data()["drawing"]
    circles = [(n["x"], n["y"], n["size"]) for n in drawing["nodes"]]
    assert len(circles) == len(sample().nodes)
    assert all(math.isfinite(value) for circle in circles for value in circle)
    assert not overlaps(circles)
    assert drawing["options"]["physics"] == {"enabled": False}


def overlaps(circles: list[tuple[float, float, float]]) -> list[tuple[int, int]]:
    """Pairs of circles (x, y, radius) that lie over each other."""
    return [
        (i, j)
        for i, (x, y, r) in enumerate(circles)
        for j, (u, v, s) in enumerate(circles[:i])
        if math.hypot(x - u, y - v) < r + s - 0.5
    ]


def test_drawing_has_no_names_and_no_html_titles(page: Page) -> None:
    drawing = page.data()["drawing"]
    assert {item["label"] for item in drawing["nodes"]} == {""}
    assert not [item for item in [*drawing["nodes"], *drawing["edges"]] if "title" in item]
    assert [item["id"] for item in drawing["nodes"]] == list(range(len(drawing["nodes"])))


def test_derived_relations_are_dashed(page: Page) -> None:
    data = page.data()
    for row, line in zip(data["edges"], data["drawing"]["edges"], strict=True):
        assert line["dashes"] == (data["texts"][row[5]] == "derived")


def test_nothing_is_written_beside_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draw(sample())
    assert list(tmp_path.iterdir()) == []


def test_an_empty_network_is_a_page() -> None:
    assert Page(draw(network_from([], [], []))).data()["nodes"] == []


def test_no_script_of_ours_is_long_or_writes_markup() -> None:
    folder = Path(sys.modules[draw.__module__].__file__ or "").parent
    for name in SCRIPTS:
        script = (folder / name).read_text(encoding="utf-8")
        assert len(script.splitlines()) < 300
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", script)


# ---- rows ----


def test_fact_without_source_is_of_the_only_source() -> None:
    rows = [node("facility", "a", "가", facts=[{"value": "1"}, {"value": "2", "source": "b.txt"}])]
    facts = network_from(rows, [], [{"id": "a.txt"}]).nodes[0].facts
    assert [fact.source for fact in facts] == ["a.txt", "b.txt"]
    assert network_from(rows, [], [{"id": "a.txt"}, {"id": "b.txt"}]).nodes[0].facts[0].source == ""
