"""The graph folder: sources replace each other as a whole, and any number of processes may read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest
from geungeo.graph.build import quads
from geungeo.graph.generation import source_file
from geungeo.graph.store import GraphFolder, SourceInfo, replace_sources
from geungeo.ontology.prefixes import PREFIXES
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from .made import LOADED
from .made_graph import built, generations, info, plain
from .made_later import SECOND

GRAPH = NamedNode("https://example.org/source")


def _sources(graph: GraphFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (graph.generation / "sources").iterdir()}


def _labels(store: Store, alias: bool = False) -> set[str]:
    term = "altLabel" if alias else "prefLabel"
    rows = store.query(
        f"SELECT ?l {{ ?x a gg:Facility ; skos:{term} ?l }}", prefixes=PREFIXES, use_default_graph_as_union=True
    )
    assert isinstance(rows, QuerySolutions)
    return {row["l"].value for row in rows if isinstance(row["l"], Literal)}


def test_a_graph_holds_what_its_source_says_and_the_vocabulary(tmp_path: Path) -> None:
    graph = GraphFolder.open(built(tmp_path / "new" / "graph").path)
    said = {plain(quad) for quad in quads(LOADED)}
    assert said < {plain(quad) for quad in graph.store}
    assert graph.sources == (SourceInfo("reports/2025-01.txt", "0" * 63 + "1", "미래산업국 주요업무보고", len(said)),)
    assert graph.map_path == graph.generation / "map.html"
    assert not graph.demo
    label = Quad(
        NamedNode(f"{PREFIXES['gg']}type-campus"),
        NamedNode(f"{PREFIXES['skos']}prefLabel"),
        Literal("캠퍼스", language="ko"),
        NamedNode("https://w3id.org/geungeo/ns"),
    )
    assert label in graph.store


def test_earlier_sources_stay(tmp_path: Path) -> None:
    built(tmp_path)
    graph = built(tmp_path, SECOND)
    assert [source.id for source in graph.sources] == ["reports/2025-01.txt", "reports/2025-07.txt"]
    assert len(set(map(str, graph.store.named_graphs()))) == 3


def test_prune_leaves_only_what_is_added(tmp_path: Path) -> None:
    built(tmp_path)
    graph = replace_sources(tmp_path, {SECOND.source.id: quads(SECOND)}, infos=[info(SECOND)], prune=True)
    assert [source.id for source in graph.sources] == ["reports/2025-07.txt"]
    assert graph.map_path.parent.name == "generation-000002"


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    once = built(tmp_path)
    first, triples = _sources(once), set(once.store)
    twice = built(tmp_path)
    assert _sources(twice) == first
    assert set(twice.store) == triples
    assert twice.sources == once.sources


def test_a_source_is_replaced_as_a_whole(tmp_path: Path) -> None:
    built(tmp_path)
    quad = Quad(GRAPH, GRAPH, Literal("new"), GRAPH)
    graph = replace_sources(tmp_path, {LOADED.source.id: [quad]}, infos=[info(LOADED)])
    assert graph.sources[0].triples == 1
    assert _labels(graph.store) == set()


def test_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    built(tmp_path / "a")
    one = built(tmp_path / "a", SECOND)
    built(tmp_path / "b", SECOND)
    other = built(tmp_path / "b")
    assert _sources(one) == _sources(other)
    assert set(one.store) == set(other.store) == set(built(tmp_path / "c", SECOND, LOADED).store)


def test_spellings_of_two_sources_give_one_label(tmp_path: Path) -> None:
    graph = built(tmp_path, LOADED, SECOND)
    assert "서울 양자 허브" in _labels(graph.store)
    assert "서울양자허브" not in _labels(graph.store)
    assert "서울양자허브" in _labels(graph.store, alias=True)
    assert _labels(built(tmp_path / "alone", SECOND).store) == {"서울양자허브"}


def test_only_one_generation_stays(tmp_path: Path) -> None:
    for _ in range(3):
        graph = built(tmp_path)
    assert generations(tmp_path) == [graph.generation.name] == ["generation-000003"]


def test_finish_sees_the_new_generation_before_it_counts(tmp_path: Path) -> None:
    built(tmp_path)

    def finish(generation: Path, said: Collection[Quad]) -> None:
        # Written, not remembered: it may run in a process of its own.
        seen = f"{generation.name} {len(said)} {GraphFolder.open(tmp_path).generation.name}"
        (generation / "map.html").write_text(seen, encoding="utf-8")

    graph = replace_sources(tmp_path, {SECOND.source.id: quads(SECOND)}, infos=[info(SECOND)], demo=True, finish=finish)
    seen = f"generation-000002 {len(graph.store)} generation-000001"
    assert graph.map_path.read_text(encoding="utf-8") == seen
    assert graph.demo and GraphFolder.open(tmp_path).demo


def test_a_reader_follows_a_build_that_came_between(tmp_path: Path) -> None:
    early = GraphFolder.open(built(tmp_path).path)
    built(tmp_path, SECOND)
    assert len(early.store) == len(GraphFolder.open(tmp_path).store)
    assert early.generation.name == "generation-000002"


def test_an_open_reader_keeps_its_graph_while_another_is_built(tmp_path: Path) -> None:
    early = GraphFolder.open(built(tmp_path).path)
    before = len(early.store)
    built(tmp_path, SECOND)
    assert len(set(early.store)) == before


READ = """
import sys
from pathlib import Path
from geungeo.graph.store import GraphFolder
store = GraphFolder.open(Path(sys.argv[1])).store
print(len(store), flush=True)
sys.stdin.read()
print(len(set(store)), flush=True)
"""


def test_several_processes_may_read_at_once(tmp_path: Path) -> None:
    triples = str(len(built(tmp_path).store))
    command = [sys.executable, "-c", READ, str(tmp_path)]
    readers = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [reader.stdout.readline().strip() for reader in readers if reader.stdout] == [triples] * 3
    assert [reader.communicate("")[0].strip() for reader in readers] == [triples] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.txt", "A.txt"), ("a/b.txt", "a_b.txt"), ("보고 1.txt", "보고_1.txt"), ("가" * 300, "가" * 301)],
)
def test_file_names_are_safe_and_stay_apart(one: str, other: str) -> None:
    names = source_file(one), source_file(other)
    assert names[0].casefold() != names[1].casefold()
    for name in names:
        assert not set('<>:"/\\|?*') & set(name)
        assert len(name.encode()) <= 255
        assert name.rpartition("-")[2].endswith(".nq")


@pytest.mark.parametrize("name", ["CON", "aux.txt", "...", "../../etc/passwd", "\ud800", ""])
def test_hostile_source_names_stay_inside_the_folder(name: str) -> None:
    assert Path(source_file(name)).name == source_file(name)
    assert source_file(name).split("-")[0].upper() not in {"CON", "AUX"} or "-" in source_file(name)


def test_the_manifest_is_text_that_people_can_read(tmp_path: Path) -> None:
    built(tmp_path)
    text = (tmp_path / "geungeo.json").read_text(encoding="utf-8")
    assert "미래산업국 주요업무보고" in text
    assert json.loads(text)["sources"][0]["id"] == "reports/2025-01.txt"


def test_infos_and_additions_must_agree(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="different sources"):
        replace_sources(tmp_path, {"a": []}, infos=[])
