"""What can go wrong at the command line: one line that says what and what to do, and the older graph as it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from geungeo.graph.store import GraphFolder

from .door import TINY, failed, run
from .made_graph import built, tree


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A graph of the hand-made report."""
    return built(tmp_path / "small").path


BAD_SOURCES: tuple[tuple[str, bytes | None, str], ...] = (
    ("missing.txt", None, "missing.txt: no such file; give the path of a report or of a folder"),
    ("empty.txt", b"", "empty.txt:1: the file is empty, expected the text of a report"),
    ("blank.txt", b" \n\n", "blank.txt:1: the file is empty"),
    ("binary.txt", b"PK\x03\x04\x00\x00", "binary.txt:1: a binary file, expected plain text"),
    ("odd.txt", "가\n".encode() + b"\xff\xff\n", "odd.txt:"),
    ("utf16.txt", TINY.encode("utf-16"), "utf16.txt:1: encoded in UTF-16, expected UTF-8 or CP949"),
    ("letter.txt", "안녕하세요.\n".encode(), "letter.txt:1: the text is no work report"),
)


@pytest.mark.parametrize(("name", "content", "words"), BAD_SOURCES)
def test_a_source_that_cannot_be_read_stops_the_build(
    name: str, content: bytes | None, words: str, small: Path, tmp_path: Path
) -> None:
    before = tree(small)
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    assert words in failed(run("build", source, "--graph", small))
    assert tree(small) == before
    failed(run("build", source, "--graph", tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_an_empty_folder_and_a_folder_called_like_a_file(small: Path, tmp_path: Path) -> None:
    before = tree(small)
    (tmp_path / "in").mkdir()
    assert "the folder holds no report" in failed(run("build", tmp_path / "in", "--graph", small))
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "cannot be read: Not a directory" in failed(run("build", tmp_path / "file" / "a.txt", "--graph", small))
    assert tree(small) == before


def test_all_bad_sources_are_named_and_nothing_is_written(small: Path, tmp_path: Path) -> None:
    before = tree(small)
    (tmp_path / "tiny.txt").write_text(TINY, encoding="utf-8")
    result = run("build", tmp_path / "a.txt", tmp_path / "tiny.txt", tmp_path / "b.txt", "--graph", small)
    assert result.exit_code == 2
    assert [line.split(":")[1].rpartition("/")[2] for line in result.stderr.splitlines()] == ["a.txt", "b.txt"]
    assert tree(small) == before


def test_bad_sources_may_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "tiny.txt").write_text(TINY, encoding="utf-8")
    result = run("build", tmp_path / "a.txt", tmp_path / "tiny.txt", "--skip-bad", "--graph", tmp_path / "g")
    assert result.exit_code == 1
    assert "left out" in result.stderr
    assert [source.id for source in GraphFolder.open(tmp_path / "g").sources] == ["tiny.txt"]
    assert failed(run("build", tmp_path / "a.txt", "--skip-bad", "--graph", tmp_path / "h"))


@pytest.mark.parametrize("command", ["query facilities", "trace x", "check", "export turtle", "map"])
def test_a_graph_that_is_none_is_said_to_be_none(command: str, tmp_path: Path) -> None:
    words = command.split()
    assert "there is no graph here; make one: geungeo build" in failed(run(*words, "--graph", tmp_path / "none"))
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("x", encoding="utf-8")
    assert "is not a geungeo graph" in failed(run(*words, "--graph", tmp_path / "theirs"))
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["letter.txt"]


def test_a_graph_cannot_be_put_where_something_else_is(tmp_path: Path) -> None:
    (tmp_path / "tiny.txt").write_text(TINY, encoding="utf-8")
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("x", encoding="utf-8")
    assert "is not a geungeo graph" in failed(run("build", tmp_path / "tiny.txt", "--graph", tmp_path / "theirs"))
    in_the_way = tmp_path / "tiny.txt"
    assert "tiny.txt" in failed(run("build", in_the_way, "--graph", in_the_way))
    assert "tiny.txt" in failed(run("demo", "--graph", in_the_way / "deeper"))
    assert in_the_way.read_text(encoding="utf-8") == TINY


@pytest.mark.parametrize(
    ("arguments", "input", "words"),
    [
        (["trace", "서울 양자 허보"], "", "nothing is called '서울 양자 허보'; the nearest: 서울 양자 허브"),
        (["query", "facilitys"], "", "no saved query is called 'facilitys'; did you mean facilities"),
        (["query", "gone.rq"], "", "gone.rq: cannot be read: No such file or directory"),
        (["query", "-"], "SELECT ?x {\n ?x FOO ?y\n}", "standard input:2: column 5: FOO is no word of SPARQL"),
        (["query", "-"], "", "standard input:1: column 1: the query is empty"),
        (["query", "-"], "ASK { SERVICE <http://x/> { ?a ?b ?c } }", "SERVICE reaches out to the network"),
        (["query", "-"], "LOAD <http://x/>", "LOAD changes a graph, only reading is allowed"),
        (["query", "facilities", "--param", "color=red"], "", "the query has no parameter 'color'"),
        (["query", "facilities", "--param", "color"], "", "'color' is no parameter"),
        (["export", "excel"], "", "there is no format 'excel'"),
        (["export", "turtle", "--out", "/nowhere/at/all.ttl"], "", "/nowhere/at/all.ttl: cannot be written"),
        (["map", "--out", "/nowhere/at/all.html"], "", "/nowhere/at/all.html: No such file or directory"),
        (["map", "--focus", "없는 것"], "", "nothing is called '없는 것'"),
        (["map", "--types", "laws"], "", "the map has no type 'laws'"),
    ],
)
def test_what_cannot_be_answered_is_one_line(arguments: Sequence[str], input: str, words: str, small: Path) -> None:
    assert words in failed(run(*arguments, "--graph", small, input=input))


def test_an_interrupted_command_says_so(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("geungeo.graph.answers.chains", interrupted)
    assert failed(run("trace", "x", "--graph", small)) == "interrupted"
