"""Exports: read back by two libraries they say the same, hostile text included, and their bytes do not vary."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from geungeo.graph.export import EXPORTERS, export
from geungeo.graph.store import GraphFolder
from geungeo.ontology.errors import GraphError
from geungeo.ontology.records import Duty, Facility, FacilityName, Span
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from . import made
from .made import LOADED
from .made_graph import built, only
from .made_later import SECOND

HOSTILE = (
    "가\x00나\x01\x0b\x1f\x7f다",
    "\ud800\udfff\ufffe\uffff",
    "\u202e뒤집힌\u200b글\u2028\u2029\u0085\ufeff",
    "<script>alert('x')</script> & \"따옴표\" \\n ]]> <!-- @ko ^^xsd:int",
    "줄\r\n바꿈\r탭\t끝",
    "긴" * 10_000,
    "=1+1",
    "\U0001f600\U0010ffff",
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphFolder:
    """The first report, with hostile names and duties besides."""
    records = list(LOADED.records)
    for at, text in enumerate(HOSTILE):
        span = Span(made.SOURCE.id, 10_000 + at, 10_001 + at, 40 + at, 40 + at, text)
        facility = Facility(f"{at}번 시설 {text}", text, span)
        records += [facility, FacilityName(facility, text, span), Duty(made.POLICY, text, span)]
    return built(tmp_path_factory.mktemp("hostile"), only(*records), SECOND)


def _exported(graph: GraphFolder, name: str) -> bytes:
    out = io.BytesIO()
    export(graph, name, out)
    return out.getvalue()


def _triple(quad: Quad) -> tuple[str, str, str]:
    return str(quad.subject), str(quad.predicate), str(quad.object)


def _rdflib_term(term: object) -> str:
    if isinstance(term, rdflib.URIRef):
        return str(NamedNode(str(term)))
    assert isinstance(term, rdflib.Literal)
    if term.language:
        return str(Literal(str(term), language=term.language))
    return str(Literal(str(term), datatype=NamedNode(str(term.datatype or rdflib.XSD.string))))


def _form(name: str) -> RdfFormat:
    found = RdfFormat.from_media_type(EXPORTERS[name].media_type)
    assert found
    return found


@pytest.mark.parametrize("name", EXPORTERS)
def test_oxigraph_reads_back_what_was_written(graph: GraphFolder, name: str) -> None:
    back = set(parse(_exported(graph, name), format=_form(name)))
    if _form(name).supports_datasets:
        assert back == set(graph.store)
    else:
        assert {_triple(quad) for quad in back} == {_triple(quad) for quad in graph.store}


@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", EXPORTERS)
def test_rdflib_reads_back_what_was_written(graph: GraphFolder, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    form = {"jsonld": "json-ld", "rdfxml": "xml", "ntriples": "nt"}.get(name, name)
    data = rdflib.Dataset(default_union=True)
    data.parse(data=_exported(graph, name), format=form)
    back = {tuple(map(_rdflib_term, triple)) for triple in data.triples((None, None, None))}
    assert back == {_triple(quad) for quad in graph.store}


def test_hostile_text_is_in_the_graph(graph: GraphFolder) -> None:
    values = {quad.object.value for quad in graph.store if isinstance(quad.object, Literal)}
    assert {
        "가\ufffd나\ufffd\ufffd\ufffd\x7f다",
        HOSTILE[2],
        HOSTILE[3],
        "줄\n바꿈\n탭\t끝",
        HOSTILE[5],
        HOSTILE[7],
    } <= values


@pytest.mark.parametrize("name", [name for name in EXPORTERS if _form(name).supports_datasets])
def test_formats_for_quads_keep_the_sources_apart(graph: GraphFolder, name: str) -> None:
    graphs = {str(quad.graph_name) for quad in parse(_exported(graph, name), format=_form(name))}
    assert len([one for one in graphs if "/source/reports" in one]) == 2


def test_prefixes_make_it_readable(graph: GraphFolder) -> None:
    text = _exported(graph, "turtle").decode("utf-8")
    assert "@prefix gg: <https://w3id.org/geungeo/ns#> ." in text
    assert 'skos:prefLabel "서울 양자 허브"' in text


def test_the_order_of_loading_leaves_no_trace(tmp_path: Path) -> None:
    built(tmp_path / "a")
    one, other = built(tmp_path / "a", SECOND), built(tmp_path / "b", SECOND, LOADED)
    for name in EXPORTERS:
        assert _exported(one, name) == _exported(other, name)


SCRIPT = """
import hashlib, pickle, sys
from pathlib import Path
from geungeo.graph.build import quads
from geungeo.graph.export import EXPORTERS, export
from geungeo.graph.store import SourceInfo, replace_sources
reports = {report.source.id: report for report in pickle.load(sys.stdin.buffer)}
infos = [SourceInfo(name, report.source.sha256) for name, report in reports.items()]
said = {name: quads(report) for name, report in reports.items()}
graph = replace_sources(Path(sys.argv[1]) / "graph", said, infos=infos)
for name in EXPORTERS:
    export(graph, name, Path(sys.argv[1]) / name)
files = [Path(sys.argv[1]) / name for name in EXPORTERS] + sorted((graph.generation / "sources").iterdir())
for path in files:
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_the_hash_seed_leaves_no_trace(tmp_path: Path) -> None:
    seen = set()
    for seed in ("0", "4711"):
        (tmp_path / seed).mkdir()
        command = [sys.executable, "-c", SCRIPT, str(tmp_path / seed)]
        seeded = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            command, env=seeded, input=pickle.dumps((LOADED, SECOND)), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        seen.add(done.stdout)
    assert len(seen) == 1
    assert len(seen.pop().splitlines()) == len(EXPORTERS) + 2


def test_a_file_is_written_in_one_step(graph: GraphFolder, tmp_path: Path) -> None:
    out = tmp_path / "graph.ttl"
    export(graph, "turtle", out)
    assert out.read_bytes() == _exported(graph, "turtle")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_file_that_cannot_be_written_is_an_error(graph: GraphFolder, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for out in (tmp_path / "folder", tmp_path / "none" / "graph.ttl"):
        with pytest.raises(GraphError, match="cannot be written") as caught:
            export(graph, "turtle", out)
        assert str(out) in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_write_that_fails_leaves_the_older_file(
    graph: GraphFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "graph.ttl"
    out.write_text("older", encoding="utf-8")

    def broken(store: object, file: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(EXPORTERS, "turtle", replace(EXPORTERS["turtle"], write=broken))
    with pytest.raises(GraphError, match="No space left"):
        export(graph, "turtle", out)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("graph.ttl", "older")]


def test_an_unknown_format_names_the_known_ones(graph: GraphFolder) -> None:
    with pytest.raises(GraphError, match="no format 'word'; one of turtle, trig"):
        export(graph, "word", io.BytesIO())


def test_every_format_has_its_own_extension() -> None:
    assert {name: exporter.extension for name, exporter in EXPORTERS.items()} == {
        "turtle": "ttl",
        "trig": "trig",
        "nquads": "nq",
        "ntriples": "nt",
        "jsonld": "jsonld",
        "rdfxml": "rdf",
    }
