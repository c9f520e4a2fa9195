"""What the command line asks of a graph folder, one call each. Each loads only what it needs: start-up counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from ..ontology.errors import GraphError

if TYPE_CHECKING:
    from ..ontology.records import Loaded, Problem, RegisteredLaw, Source
    from .build_register import Register
    from .network import MapRows
    from .rows import Form, Rows
    from .store import GraphFolder, Quads

FOLDER = "geungeo-graph"
_MAP_TRIPLES = 200_000
_Registers: TypeAlias = "Iterable[tuple[Source, Iterator[RegisteredLaw]]]"


def _opened(path: Path) -> GraphFolder:
    from .store import GraphFolder

    return GraphFolder.open(path)


def listed(wide: bool) -> Rows:
    """The saved queries; `wide` tells more of each."""
    from .saved import listed

    return listed(wide=wide)


def answer(path: Path, query: str, stdin: BinaryIO, params: Iterable[str], wide: bool, timeout: float | None) -> Rows:
    """The rows of a saved query, a query file or standard input; `params` as `name=value`, `timeout` in seconds."""
    from .query import parameters, run, run_within
    from .saved import opened

    asked, given, graph = opened(query, stdin), parameters(params), _opened(path)
    if timeout:
        return run_within(timeout, path, asked, given, wide=wide)
    return run(graph.store, asked, given, wide=wide)


def chains(path: Path, names: Sequence[str], form: Form) -> str:
    """The chains through the things of these names: trees in a table's place, else rows."""
    from .names import find_all
    from .trace import TRACEABLE, traces
    from .trace_rows import rows
    from .trace_text import tree

    store = _opened(path).store
    found = traces(store, find_all(store, names, TRACEABLE))
    return "\n".join(map(tree, found)).rstrip("\n") if form.table else form.text(rows(found))


def explained(path: Path, names: Sequence[str], form: Form, language: str) -> str:
    """All that is known of the thing of this name: text in a table's place, else rows; several things are listed."""
    from .explain import explain, heads, rows
    from .explain_text import listed, text
    from .names import find_all

    store = _opened(path).store
    things = heads(store, find_all(store, names))
    if form.table:
        return text(explain(store, things[0]), language) if len(things) == 1 else listed(things, language)
    return form.text(rows(explain(store, thing) for thing in things))


def law_told(path: Path, names: Sequence[str], form: Form) -> str:
    """The laws that citations reach; of one that is named all that stands in it, cites it and stands on it."""
    from .laws import everything
    from .laws_rows import overview, rows
    from .laws_text import text
    from .names import find_all

    store = _opened(path).store
    if not names:
        return form.text(overview(store))
    found = [everything(store, thing) for thing in find_all(store, names, ("law",))]
    return "\n".join(map(text, found)).rstrip("\n") if form.table else form.text(rows(found))


def verdict(path: Path, language: str = "ko") -> tuple[Rows, str]:
    """The violations of the shapes and the inconsistencies of the sources as rows, and a sentence."""
    from .check import check
    from .findings import findings
    from .rows import Rows

    columns = ("kind", "line", "printed", "expected", "message", "certainty", "source")
    graph = _opened(path)
    violations, found = check(graph), findings(graph.store, language)
    rows = tuple(tuple(getattr(one, name) or None for name in columns) for one in (*violations, *found))
    shapes = _many(len(violations), "violation") + " of its shapes"
    said = f"has {shapes}" if violations else "conforms to its shapes"
    own = f"; its sources have {_many(len(found), 'inconsistency', 'inconsistencies')}" if found else ""
    return Rows(columns, rows), f"the graph {said}{own}"


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"


def unread_lines(path: Path, chapter: str) -> tuple[Rows, str]:
    """The lines that nothing accounts for, of one chapter or of all, and a sentence."""
    from .findings import unread

    rows = unread(_opened(path).store, chapter)
    return rows, f"{_many(len(rows.rows), 'line')} that nothing accounts for"


def exported(path: Path, form: str, out: BinaryIO | Path) -> None:
    """The graph in a format of other programs, to a stream or a file."""
    from .export import export

    export(_opened(path), form, out)


def mapped(path: Path, focus: Sequence[str], depth: int, types: Sequence[str]) -> MapRows:
    """What a map shows: everything, or what is near the things of these names, or of that only some types."""
    from .names import find_all
    from .network import TYPES, map_rows
    from .steps import Steps
    from .walk import Walk

    graph = _opened(path)
    shown = map_rows(graph.quads())
    if focus:
        steps = Steps(Walk(graph.store))
        things = find_all(graph.store, focus, (*TYPES, "network"))
        shown = shown.around([steps.head(thing.iri) for thing in things], depth)
    return shown.of_types(types) if types else shown


def _made_by_demo(path: Path) -> bool:
    """Whether a demo's graph lies there."""
    from .manifest import has_manifest

    return has_manifest(path) and _opened(path).demo


def refuse_to_replace(path: Path) -> None:
    """A GraphError if a graph lies there that is no demo's."""
    from .manifest import has_manifest

    if has_manifest(path) and not _made_by_demo(path):
        raise GraphError("is a graph that the demo did not make", file=str(path), hint="give another --graph")


@dataclass(frozen=True, slots=True)
class Built:
    """A graph as a build has left it, with what the build has read."""

    graph: GraphFolder
    reports: tuple[Loaded, ...]
    registers: tuple[Register, ...]


def stored(
    path: Path,
    reports: Sequence[Loaded],
    draw: Callable[[MapRows], str],
    registers: _Registers = (),
    *,
    prune: bool,
    demo: bool = False,
) -> Built:
    """Put reports, with what follows from them, and registers of laws into a graph folder, but beside no demo's.

    Beside the store lies the map that `draw` makes of the reports, if it is not too large.
    """
    from .build import quads
    from .build_register import Register, register_quads
    from .link import derive
    from .network import map_rows
    from .store import SourceInfo, replace_sources

    def finish(generation: Path, found: Quads) -> None:
        if len(found) < _MAP_TRIPLES:
            (generation / "map.html").write_text(draw(map_rows(found)), encoding="utf-8", newline="\n")

    laws = [Register(source, read) for source, read in registers]
    infos = [SourceInfo(report.source.id, report.source.sha256, report.source.title) for report in reports]
    infos += [SourceInfo(law.source.id, law.source.sha256, law.source.title, register=True) for law in laws]
    derived = [derive(report) for report in reports]
    additions = {report.source.id: quads(report) for report in derived}
    graph = replace_sources(
        path,
        additions | {law.source.id: register_quads(law) for law in laws},
        infos=infos,
        prune=prune or (not demo and _made_by_demo(path)),
        demo=demo,
        finish=finish,
    )
    return Built(graph, tuple(_with_twins(graph, derived)), tuple(laws))


def _with_twins(graph: GraphFolder, reports: Sequence[Loaded]) -> list[Loaded]:
    """The reports just stored, each with a Problem if another source claims the same city, bureau and date."""
    from .twins import twins

    found = twins(graph.store, {report.source.id for report in reports})
    same = {id: tuple(p for p in found if p.source == id) for id in {p.source for p in found}}
    return [replace(r, problems=(*same.get(r.source.id, ()), *r.problems)) for r in reports]


def told(built: Built, problems: Sequence[Problem] = (), *, more: str = "") -> str:
    """What a build has read, with the `problems` of registers, where the map lies, and commands worth trying."""
    from .query import run
    from .saved import saved
    from .summary import registered, summary

    graph = built.graph
    where = "" if str(graph.path) == FOLDER else f" --graph {graph.path}"
    direct = run(graph.store, saved("facility-laws"), {"strength": "direct"}).dicts()
    traced = [f'trace "{direct[0]["facility"]}"'] if direct else []
    drawn = graph.map_path if graph.map_path.exists() else "too large to draw whole; geungeo map --focus NAME"
    commands = (*traced, "query facilities", "query --list", "check", "map --out map.html")
    lines = (f"  geungeo {command}{where}" for command in commands)
    read = [summary(built.reports), *registered(built.registers, problems)]
    return "\n".join([*read, *([more] if more else []), "", f"the map  {drawn}", "now try", *lines])
