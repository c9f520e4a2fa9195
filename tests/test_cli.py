"""The command line: what it prints, its exit codes, and one line for everything that can go wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from geungeo.cli import main
from geungeo.graph.store import GraphFolder
from geungeo.ontology.records import Finding

from .door import TINY, failed, run
from .made import LOADED
from .made_graph import built, tree

COMMANDS = ("build", "check", "cite", "demo", "explain", "export", "laws", "map", "query", "trace")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The demo's graph and what it said."""
    path = tmp_path_factory.mktemp("demo") / "graph"
    result = run("demo", "--graph", path)
    assert result.exit_code == 0, result.output
    return path, result.stdout.splitlines()


@pytest.fixture(scope="module")
def graph(demo: tuple[Path, list[str]]) -> Path:
    """The demo's graph."""
    return demo[0]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A graph of the hand-made report."""
    return built(tmp_path / "small").path


def test_demo_tells_what_it_read_and_what_to_try(demo: tuple[Path, list[str]]) -> None:
    graph, lines = demo
    assert lines[0].startswith("economy-office-2025.txt: 서울특별시 경제실 2025-01-31; ")
    assert any(line.endswith("사업 (Project)") for line in lines)
    assert any(line.startswith("the graph conforms to its shapes") for line in lines)
    assert f"the map  {GraphFolder.open(graph).map_path}" in lines
    assert any(line.startswith('  geungeo trace "') and str(graph) in line for line in lines)


def test_demo_draws_a_map_beside_the_store(graph: Path) -> None:
    assert "서울 AI 허브" in GraphFolder.open(graph).map_path.read_text(encoding="utf-8")


def test_demo_refuses_a_graph_that_it_did_not_make(small: Path) -> None:
    before = tree(small)
    assert "is a graph that the demo did not make; give another --graph" in failed(run("demo", "--graph", small))
    assert tree(small) == before


def test_build_takes_the_place_of_a_demo_but_adds_to_other_graphs(tmp_path: Path, small: Path, graph: Path) -> None:
    report = tmp_path / "tiny.txt"
    report.write_text(TINY, encoding="utf-8")
    demo = Path(shutil.copytree(graph, tmp_path / "demo"))
    assert run("build", report, "--graph", small).exit_code == 0
    assert [source.id for source in GraphFolder.open(small).sources] == ["reports/2025-01.txt", "tiny.txt"]
    assert run("build", report, "--graph", small, "--prune").exit_code == 0
    assert [source.id for source in GraphFolder.open(small).sources] == ["tiny.txt"]
    assert run("build", report, "--graph", demo).exit_code == 0
    assert [source.id for source in GraphFolder.open(demo).sources] == ["tiny.txt"]


def test_build_reads_folders_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "in" / "2025").mkdir(parents=True)
    (tmp_path / "in" / "2025" / "tiny.txt").write_bytes(TINY.encode("cp949"))
    result = run("build", tmp_path / "in", "-", "--graph", tmp_path / "g", input=TINY.replace("31", "30"))
    assert result.exit_code == 0, result.output
    assert [source.id for source in GraphFolder.open(tmp_path / "g").sources] == ["2025/tiny.txt", "stdin.txt"]


def test_what_the_options_say_is_used_where_the_report_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(" Ⅰ. 일반현황\n Ⅱ. 예산현황\n", encoding="utf-8")
    said = ("--city", "부산광역시", "--bureau", "미래실", "--date", "2024-07-01")
    result = run("build", tmp_path / "bare.txt", "--graph", tmp_path / "g", *said)
    assert result.stdout.startswith("bare.txt: 부산광역시 미래실 2024-07-01; ")
    unsaid = run("build", tmp_path / "bare.txt", "--graph", tmp_path / "h", "--strict")
    assert unsaid.exit_code == 1
    assert "bare.txt:1: warning: the city is not stated; give it with --city" in unsaid.stdout


def test_query_prints_every_form(graph: Path) -> None:
    ask = ("query", "departments", "--graph", graph, "--format")
    table, text, found, marked = (run(*ask, form).stdout for form in ("table", "csv", "json", "md"))
    assert table.splitlines()[0].startswith("department")
    (first, *_) = csv.DictReader(io.StringIO(text))
    assert (first["department"], first["quota"]) == ("경제정책과", "30")
    assert json.loads(found)[0]["quota"] == 30
    assert "경제정책과" in found
    assert marked.startswith("| department | bureau |")
    assert run(*ask, "csv", "--bom").stdout_bytes == "\ufeff".encode() + text.encode()


def test_query_takes_parameters_files_and_standard_input(small: Path, tmp_path: Path) -> None:
    one = run("query", "projects", "--graph", small, "--param", "department=산업정책과", "--format", "csv")
    assert one.stdout.splitlines() == ["department,number,project,line", "산업정책과,1,양자산업 거점 운영,19"]
    text = "SELECT ?n { ?x a gg:Facility ; skos:prefLabel ?n FILTER(?n = ?wanted) }"
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")
    asked = ("--graph", small, "--param", "wanted=한빛전시장", "--format", "csv")
    assert run("query", tmp_path / "mine.rq", *asked).stdout == "n\n한빛전시장\n"
    assert run("query", "-", *asked, input=text).stdout == "n\n한빛전시장\n"


def test_construct_prints_turtle_unless_rows_are_asked_for(small: Path) -> None:
    text = "CONSTRUCT { ?x skos:prefLabel ?n } { ?x a gg:Office ; skos:prefLabel ?n }"
    assert 'skos:prefLabel "산업연구소" .' in run("query", "-", "--graph", small, input=text).stdout
    rows = run("query", "-", "--graph", small, "--format", "csv", input=text).stdout
    assert rows.splitlines()[0] == "subject,predicate,object"


def test_query_without_a_name_lists_the_saved_ones() -> None:
    listed = run("query", "--list").stdout
    assert listed == run("query").stdout
    assert "facility-laws" in listed
    wide = {row["name"]: row for row in json.loads(run("query", "--list", "--wide", "--format", "json").stdout)}
    assert wide["budgets"]["columns"].startswith("table,department")


def test_wide_shows_addresses_and_sources(small: Path) -> None:
    rows = json.loads(run("query", "facilities", "--graph", small, "--wide", "--format", "json").stdout)
    assert rows[0]["source"].endswith("/id/source/reports%2F2025-01.txt")
    assert "/id/facility/" in rows[0]["iri"]


def test_the_graph_may_come_from_the_environment(small: Path) -> None:
    result = CliRunner(env={"GEUNGEO_GRAPH": str(small)}).invoke(main, ["trace", "서울양자허브"])
    assert result.exit_code == 0
    assert "15,797,378 천원" in result.output


def test_trace_tells_the_chain_of_a_facility(graph: Path) -> None:
    text = run("trace", "서울 AI 허브", "--graph", graph).stdout
    assert "서울특별시 전략산업육성 및 기업지원에 관한 조례" in text
    assert "양재 일대 글로벌 AI 플랫폼 거점 조성" in text
    assert "15,797,378 천원 = 15,797,378,000원 (2025 본예산)" in text
    assert text == run("trace", "서울", "AI", "허브", "--graph", graph).stdout
    rows = json.loads(run("trace", "서울 AI 허브", "--graph", graph, "--format", "json").stdout)
    assert rows[0]["amount_krw"] == 15_797_378_000


def test_trace_says_what_is_missing(graph: Path) -> None:
    assert "the section states no basis" in run("trace", "서울창업허브", "--graph", graph).stdout
    said = run("trace", "개포디지털혁신파크", "--graph", graph).stdout
    assert "no project section in this report, so no stated basis" in said
    assert "경제정책과" in said


def test_check_judges(tmp_path: Path) -> None:
    sound = replace(LOADED, records=tuple(r for r in LOADED.records if not isinstance(r, Finding)))
    good = run("check", "--graph", built(tmp_path / "good", sound).path)
    assert (good.exit_code, good.stdout, good.stderr) == (0, "", "the graph conforms to its shapes\n")
    wrong = replace(sound, source=replace(LOADED.source, sha256="abc"))
    bad = run("check", "--graph", built(tmp_path / "bad", wrong).path, "--format", "json")
    assert bad.exit_code == 1
    assert bad.stderr == "the graph has 1 violation of its shapes\n"
    (row,) = json.loads(bad.stdout)
    assert (row["kind"], row["printed"], row["source"]) == ("shape", "abc", None)
    assert "has no SHA-256" in row["message"]


def test_check_tells_where_a_source_disagrees_with_itself(small: Path) -> None:
    found = run("check", "--graph", small, "--format", "json")
    assert found.exit_code == 1
    assert found.stderr == "the graph conforms to its shapes; its sources have 2 inconsistencies\n"
    assert [(row["kind"], row["line"], row["certainty"]) for row in json.loads(found.stdout)] == [
        ("text_vs_table", "17|30", "likely"),
        ("duplicate", "39|40", "certain"),
    ]
    assert "the number of tenants differs" in run("check", "--graph", small, "--lang", "en").stdout


def test_check_lists_what_nobody_read(small: Path) -> None:
    every = run("check", "--unread", "--graph", small, "--format", "csv")
    assert every.exit_code == 0
    assert every.stdout.splitlines() == ["line,chapter,text,source", "50,Ⅶ,아무도 읽지 못한 줄,reports/2025-01.txt"]
    assert run("check", "--unread", "--chapter", "VII", "--graph", small, "--format", "csv").stdout == every.stdout
    none = run("check", "--unread", "--chapter", "Ⅵ", "--graph", small)
    assert (none.exit_code, none.stdout, none.stderr) == (0, "", "0 lines that nothing accounts for\n")
    said = failed(run("check", "--unread", "--chapter", "XX", "--graph", small))
    assert "no chapter is called 'XX'; there are Ⅵ, Ⅶ" in said


def test_export_writes_to_a_file_or_standard_output(small: Path, tmp_path: Path) -> None:
    shown = run("export", "turtle", "--graph", small)
    assert shown.exit_code == 0
    assert run("export", "turtle", "--graph", small, "--out", tmp_path / "g.ttl").exit_code == 0
    assert (tmp_path / "g.ttl").read_bytes() == shown.stdout_bytes


def test_map_writes_one_file(small: Path, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    result = run("map", "--graph", small, "--focus", "서울양자허브", "--depth", "1", "--out", page)
    assert result.stdout == f"{page}: 6 things, 9 links\n"
    text = page.read_text(encoding="utf-8")
    assert "서울 양자 허브" in text
    assert "한빛전시장" not in text
    assert run("map", "--graph", small, "--types", "law", "--out", "-").stdout.startswith("<!")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    text = run(command, "--help").stdout
    assert f"Example: geungeo {command} " in " ".join(text.split())
    assert run("--help").stdout.count(f"\n  {command} ") == 1


def _process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "geungeo.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def test_a_query_may_be_given_a_time(small: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    (small.parent / "slow.rq").write_text(slow, encoding="utf-8")
    stopped = _process("query", small.parent / "slow.rq", "--timeout", "1", "--graph", small)
    assert stopped.returncode == 2
    assert stopped.stderr.decode().startswith("geungeo: took longer than 1 s; ")
    answered = _process("query", "laws", "--timeout", "60", "--graph", small, "--format", "csv")
    assert answered.stdout == _process("query", "laws", "--graph", small, "--format", "csv").stdout


@pytest.mark.parametrize("encoding", ["cp949", "ascii"])
def test_a_console_of_another_encoding_is_no_obstacle(small: Path, encoding: str) -> None:
    shown = _process("trace", "서울양자허브", "--graph", small, PYTHONIOENCODING=encoding)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert "15,797,378" in shown.stdout.decode(encoding)
    table = _process("query", "facilities", "--graph", small, "--format", "csv", PYTHONIOENCODING=encoding)
    assert "서울 양자 허브" in table.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error(small: Path) -> None:
    command = f'"{sys.executable}" -m geungeo.cli export nquads --graph "{small}" | head -c 10'
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert done.stderr == b""
    assert len(done.stdout) == 10


def test_the_answer_does_not_depend_on_the_seed_of_hashes(small: Path) -> None:
    asked = ("query", "facility-budgets", "--graph", small, "--format", "csv")
    assert _process(*asked, PYTHONHASHSEED="1").stdout == _process(*asked, PYTHONHASHSEED="2").stdout
