"""The graph folder when something goes wrong: the graph that is there is as it was, and one line says why."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest
from geungeo.graph.build import quads
from geungeo.graph.lock import locked
from geungeo.graph.store import GraphFolder, replace_sources
from geungeo.ontology.errors import GraphError
from pyoxigraph import Quad

from .made_graph import built, generations, info, tree
from .made_later import SECOND


class _BrokenError(Exception):
    pass


def _fail(generation: Path, said: Collection[Quad]) -> None:
    raise _BrokenError


def test_a_build_that_fails_leaves_the_older_graph_as_it_was(tmp_path: Path) -> None:
    built(tmp_path)
    before = tree(tmp_path)
    with pytest.raises(_BrokenError):
        replace_sources(tmp_path, {SECOND.source.id: quads(SECOND)}, infos=[info(SECOND)], prune=True, finish=_fail)
    assert tree(tmp_path) == before
    assert generations(tmp_path) == ["generation-000001"]
    assert len(GraphFolder.open(tmp_path).store)


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(_BrokenError):
        replace_sources(tmp_path / "graph", {SECOND.source.id: quads(SECOND)}, infos=[info(SECOND)], finish=_fail)
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, sys
from pathlib import Path
from geungeo.graph.store import SourceInfo, replace_sources
infos = [SourceInfo("x.txt", "")]
replace_sources(Path(sys.argv[1]), {"x.txt": []}, infos=infos, prune=True, finish=lambda *_: os._exit(9))
"""


@pytest.mark.parametrize("older", [True, False])
def test_a_killed_build_harms_nothing_and_the_next_one_sweeps_up(tmp_path: Path, older: bool) -> None:
    graph_path = tmp_path / "graph"
    if older:
        built(graph_path)
    before = tree(graph_path) if older else {}
    assert subprocess.run([sys.executable, "-c", KILLED, str(graph_path)], check=False).returncode == 9
    assert len(generations(graph_path)) == (2 if older else 1)
    assert {name: data for name, data in tree(graph_path).items() if name in before} == before
    if older:
        assert len(GraphFolder.open(graph_path).store)
    graph = built(graph_path)
    assert generations(graph_path) == [graph.generation.name]
    assert [source.id for source in graph.sources] == ["reports/2025-01.txt"]


def test_a_folder_with_something_else_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(GraphError, match="is not a geungeo graph"):
        built(tmp_path)
    with pytest.raises(GraphError, match="is not a geungeo graph"):
        GraphFolder.open(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is not a geungeo graph"),
        ("[1]", "is not a geungeo graph"),
        ('{"made_by": "other"}', "is not a geungeo graph"),
        ('{"made_by": "geungeo", "format": 1}', "is not a geungeo graph"),
        (
            '{"made_by": "geungeo", "format": 1, "sources": [{"no": 1}], "generation": "g", "demo": false}',
            "is not a geungeo",
        ),
        ('{"made_by": "geungeo", "format": 99}', "is a graph of format 99.*geungeo build"),
    ],
)
def test_a_foreign_or_broken_manifest_is_refused_and_untouched(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "geungeo.json").write_text(content, encoding="utf-8")
    for attempt in (GraphFolder.open, built):
        with pytest.raises(GraphError, match=message):
            attempt(tmp_path)
    assert (tmp_path / "geungeo.json").read_text(encoding="utf-8") == content


def test_no_graph_says_how_to_make_one(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(GraphError, match="there is no graph here; make one: geungeo build"):
            GraphFolder.open(path)


def test_a_file_in_the_way_is_an_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "file", tmp_path / "file" / "graph"):
        with pytest.raises(GraphError, match="a file is in the way; give another --graph") as caught:
            built(path)
        assert "\n" not in str(caught.value)
        with pytest.raises(GraphError):
            GraphFolder.open(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may be kept out")
def test_a_folder_that_may_not_be_written_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(GraphError, match="cannot be written"):
        built(tmp_path / "graph")


def test_a_disk_that_gives_up_is_an_error_and_harms_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)
    before = tree(tmp_path)

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(GraphError, match="cannot be written: No space left on device"):
        built(tmp_path, SECOND)
    assert tree(tmp_path) == before


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    built(tmp_path)
    with locked(tmp_path), pytest.raises(GraphError, match="another build is at work here"):
        built(tmp_path)
    assert built(tmp_path).generation.name == "generation-000002"


def test_a_first_build_keeps_its_lock_when_another_is_refused(tmp_path: Path) -> None:
    with locked(tmp_path):
        for _ in range(2):
            with pytest.raises(GraphError, match="another build is at work here"):
                built(tmp_path)


def test_a_damaged_store_is_an_error(tmp_path: Path) -> None:
    graph = built(tmp_path)
    for path in (graph.generation / "store").iterdir():
        path.unlink()
    with pytest.raises(GraphError, match=r"the store is damaged.*build the graph anew"):
        _ = GraphFolder.open(tmp_path).store
