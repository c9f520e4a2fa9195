"""What the command line asks of a graph folder, one call each. Each loads only what it needs: start-up counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..ontology.errors import GraphError
from .manifest import has_manifest
from .rows import Form, Rows
from .store import GraphFolder

if TYPE_CHECKING:
    from ..ontology.records import Loaded
    from .network import MapRows
    from .store import Quads

_MAP_TRIPLES = 200_000


def answer(path: Path, query: str, stdin: BinaryIO, params: Iterable[str], wide: bool, timeout: float | None) -> Rows:
    """The rows of a saved query, a query file or standard input; `params` as `name=value`, `timeout` in seconds."""
    from .query import parameters, run, run_within
    from .saved import opened

    asked, given, graph = opened(query, stdin), parameters(params), GraphFolder.open(path)
    if timeout:
        return run_within(timeout, path, asked, given, wide=wide)
    return run(graph.store, asked, given, wide=wide)


def chains(path: Path, names: Sequence[str], form: Form) -> str:
    """The chains through the things of these names: trees in a table's place, else rows."""
    from .names import find_all
    from .trace import TRACEABLE, traces
    from .trace_rows import rows
    from .trace_text import tree

    store = GraphFolder.open(path).store
    found = traces(store, find_all(store, names, TRACEABLE))
    return "\n".join(map(tree, found)).rstrip("\n") if form.table else form.text(rows(found))


def explained(path: Path, names: Sequence[str], form: Form, language: str) -> str:
    """All that is known of the thing of this name: text in a table's place, else rows; several things are listed."""
    from .explain import explain, heads, rows
    from .explain_text import listed, text
    from .names import find_all

    store = GraphFolder.open(path).store
    things = heads(store, find_all(store, names))
    if form.table:
        return text(explain(store, things[0]), language) if len(things) == 1 else listed(things, language)
    return form.text(rows(explain(store, thing) for thing in things))


def verdict(path: Path) -> tuple[Rows, str]:
    """The violations of the shapes as rows, and a sentence."""
    from .check import check

    columns = ("kind", "line", "printed", "expected", "message", "source")
    found = tuple(tuple(getattr(one, name) or None for name in columns) for one in check(GraphFolder.open(path)))
    number = f"{len(found)} violation{'s' if len(found) > 1 else ''} of its shapes"
    return Rows(columns, found), f"the graph has {number}" if found else "the graph conforms to its shapes"


def mapped(path: Path, focus: Sequence[str], depth: int, types: Sequence[str]) -> MapRows:
    """What a map shows: everything, or what is near the things of these names, or of that only some types."""
    from .names import find_all
    from .network import TYPES, map_rows
    from .steps import Steps
    from .walk import Walk

    graph = GraphFolder.open(path)
    shown = map_rows(graph.quads())
    if focus:
        steps = Steps(Walk(graph.store))
        things = find_all(graph.store, focus, (*TYPES, "network"))
        shown = shown.around([steps.head(thing.iri) for thing in things], depth)
    return shown.of_types(types) if types else shown


def made_by_demo(path: Path) -> bool:
    """Whether a demo's graph lies there."""
    return has_manifest(path) and GraphFolder.open(path).demo


def refuse_to_replace(path: Path) -> None:
    """A GraphError if a graph lies there that is no demo's."""
    if has_manifest(path) and not made_by_demo(path):
        raise GraphError("is a graph that the demo did not make", file=str(path), hint="give another --graph")


def stored(
    path: Path, reports: Sequence[Loaded], draw: Callable[[MapRows], str], *, prune: bool, demo: bool = False
) -> GraphFolder:
    """Put reports into a graph folder, and beside the store the map that `draw` makes if it is not too large."""
    from .build import quads
    from .network import map_rows
    from .store import SourceInfo, replace_sources

    def finish(generation: Path, found: Quads) -> None:
        if len(found) < _MAP_TRIPLES:
            (generation / "map.html").write_text(draw(map_rows(found)), encoding="utf-8", newline="\n")

    additions = {report.source.id: quads(report) for report in reports}
    infos = [SourceInfo(report.source.id, report.source.sha256, report.source.title) for report in reports]
    return replace_sources(path, additions, infos=infos, prune=prune, demo=demo, finish=finish)


def told(graph: GraphFolder, reports: Sequence[Loaded], default: str, *more: str) -> str:
    """What a build has read, where the map lies, and commands worth trying; the folder `default` needs no option."""
    from .query import run
    from .saved import saved
    from .summary import summary

    where = "" if str(graph.path) == default else f" --graph {graph.path}"
    direct = run(graph.store, saved("facility-laws"), {"strength": "direct"}).dicts()
    traced = [f'trace "{direct[0]["facility"]}"'] if direct else []
    drawn = graph.map_path if graph.map_path.exists() else "too large to draw whole; geungeo map --focus NAME"
    commands = (*traced, "query facilities", "query --list", "check", "map --out map.html")
    lines = (f"  geungeo {command}{where}" for command in commands)
    return "\n".join([summary(reports), *more, "", f"the map  {drawn}", "now try", *lines])
