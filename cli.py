"""The only door: reads the command line, calls into the rooms, prints; knows nothing of the trade itself."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial, reduce
from pathlib import Path
from shutil import get_terminal_size
from typing import IO, TYPE_CHECKING, Any, TypeAlias

import click

from .ontology.errors import GeungeoError, SourceError

if TYPE_CHECKING:
    from .graph.network import MapRows
    from .graph.rows import Form
    from .loaders.work_report import Given
    from .ontology.records import Loaded

_Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

_GRAPH = "geungeo-graph"
_STDOUT = Path("-")


class _Failure(click.ClickException):
    """What could not run: a line on standard error for each cause, exit code 2."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        for line in self.message.splitlines():
            _say(f"geungeo: {line}", err=True)


class _Door(click.Group):
    """A group whose commands never end in a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (GeungeoError, KeyboardInterrupt) as error:
            raise _Failure(str(error) or "interrupted") from None
        except BrokenPipeError:
            # The reader has gone: what Python flushes at its end must go nowhere.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None
        except OSError as error:
            raise _Failure(f"{error.filename or 'input or output'}: {error.strerror or error}") from None


def _kept(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Keep what several commands take alike, for `_form` and `_given`."""
    ctx.meta[f"geungeo.{param.name}"] = value


def _together(*options: _Decorator) -> _Decorator:
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


_path = click.Path(path_type=Path, allow_dash=True, readable=False)
_option = partial(click.option, callback=_kept, expose_value=False)
_graph = partial(click.option, show_default=True, show_envvar=True, help="The graph's folder.")(
    "--graph", type=_path, envvar="GEUNGEO_GRAPH", default=_GRAPH
)
_printing = _together(
    _option("--format", type=click.Choice(["table", "csv", "json", "md"]), help="How to print.  [default: table]"),
    _option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel."),
)
_describing = _together(
    _option("--city", default="", help="The city, where a report does not name it."),
    _option("--bureau", default="", help="The bureau, where a report does not name it."),
    _option("--title", default="", help="The title, where a report has none."),
    _option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The date of the figures, where none is stated."),
)


def _form() -> Form:
    from .graph.rows import Form

    meta = click.get_current_context().meta
    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    return Form(meta["geungeo.format"] or "", meta["geungeo.bom"], width)


def _given() -> Given:
    from .loaders.work_report import Given

    meta = click.get_current_context().meta
    city, bureau, title, date = (meta.get(f"geungeo.{name}") for name in ("city", "bureau", "title", "date"))
    return Given(city or "", bureau or "", f"{date:%Y-%m-%d}" if date else "", title or "")


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="geungeo")
def main() -> None:
    """Which law stands behind which project, budget and facility of a council work report, line by line.

    \b
    geungeo demo                      build a graph of the bundled sample report
    geungeo trace "서울 AI 허브"       from a facility to its laws, projects and money
    geungeo query facilities          a saved query as a table
    """


@main.command(epilog="Example: geungeo demo --graph demo-graph")
@_graph
def demo(graph: Path) -> None:
    """Build the bundled sample report, check it and draw its map. Refuses a graph that it did not make."""
    from importlib.resources import as_file, files

    from .graph.answers import refuse_to_replace, stored, told, verdict

    refuse_to_replace(graph)
    with as_file(files(f"{__package__}.examples")) as folder:
        reports, _ = _read([folder])
    built = stored(graph, reports, _page, prune=True, demo=True)
    _say(told(built, reports, _GRAPH, verdict(graph)[1]))


@main.command(epilog="Example: geungeo build reports --city 서울특별시 --bureau 경제실 --date 2025-01-31")
@click.argument("sources", nargs=-1, required=True, type=_path)
@_graph
@_describing
@click.option("--prune", is_flag=True, help="Drop the earlier sources that are not named now.")
@click.option("--skip-bad", is_flag=True, help="Leave out what cannot be read instead of stopping (exit code 1).")
@click.option("--strict", is_flag=True, help="Exit code 1 if there are problems.")
def build(sources: tuple[Path, ...], graph: Path, prune: bool, skip_bad: bool, strict: bool) -> None:
    """Add work reports to the graph, but to no demo's: files of plain text, folders of them, - for standard input."""
    from .graph.answers import made_by_demo, stored, told

    reports, bad = _read(sources)
    if bad and not (skip_bad and reports):
        raise _Failure("\n".join(map(str, bad)))
    built = stored(graph, reports, _page, prune=prune or made_by_demo(graph))
    for error in bad:
        _say(f"geungeo: left out: {error}", err=True)
    _say(told(built, reports, _GRAPH))
    if bad or (strict and any(report.problems for report in reports)):
        sys.exit(1)


def _read(paths: Sequence[Path]) -> tuple[list[Loaded], list[SourceError]]:
    """The reports, with what follows from them, and why others could not be read."""
    from .graph.link import derive
    from .loaders.reports import read_all

    gc.set_threshold(200_000, 50, 50)  # records and quads stay: looking for garbage among them costs a fifth of a build
    reports, bad = read_all(paths, _given(), sys.stdin.buffer, _progress)
    return [derive(report) for report in reports], bad


def _progress(work: Sequence[tuple[str, Path]]) -> Iterable[tuple[str, Path]]:
    """The work, with a bar on standard error if a person sits there and it may take a while."""
    if len(work) == 1 or not sys.stderr.isatty():
        return work
    from rich.console import Console
    from rich.progress import track

    return track(work, "reading", console=Console(stderr=True), transient=True)


def _page(rows: MapRows) -> str:
    from .visualize.map import draw
    from .visualize.network import network_from

    return draw(network_from(rows.nodes, rows.edges, rows.sources))


@main.command(epilog="Example: geungeo query budgets --param table=summary --format csv")
@click.argument("query", required=False)
@_graph
@_printing
@click.option("--list", "listing", is_flag=True, help="List the saved queries.")
@click.option("--param", "params", multiple=True, metavar="K=V", help="Give a parameter its value; may be repeated.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), help="Give up after so many seconds.")
@click.option("--wide", is_flag=True, help="Also addresses, and the source that the lines count in.")
def query(query: str, graph: Path, listing: bool, params: Sequence[str], timeout: float | None, wide: bool) -> None:
    """Answer QUERY: the name of a saved query, a file of SPARQL (.rq), or - for SPARQL on standard input."""
    from .graph.saved import listed

    form = _form()
    if listing or not query:
        return _print(form.text(listed(wide=wide)), form)
    from .graph.answers import answer

    rows = answer(graph, query, sys.stdin.buffer, params, wide, timeout)
    return _write(rows.turtle) if rows.turtle and not form.name else _print(form.text(rows), form)


@main.command(epilog='Example: geungeo trace "서울 AI 허브"')
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@_graph
@_printing
def trace(names: tuple[str, ...], graph: Path) -> None:
    """Every chain law → article → project → budget line → facility that leads through the facility, law, project,
    department or budget line of that name, in any of its spellings."""
    from .graph.answers import chains

    _print(chains(graph, names, _form()), _form())


@main.command(epilog='Example: geungeo explain "서울 AI 허브"')
@click.argument("names", nargs=-1, required=True, metavar="NAME|IRI")
@_graph
@_printing
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Korean or English.")
def explain(names: tuple[str, ...], graph: Path, lang: str) -> None:
    """All that is known of one thing: each fact with lines, printed words, and the rule if it is derived."""
    from .graph.answers import explained

    _print(explained(graph, names, _form(), lang), _form())


@main.command(epilog="Example: geungeo check --format csv")
@_graph
@_printing
def check(graph: Path) -> None:
    """Judge the graph by its shapes, and the sources by their own figures. Exit code 1 if anything is wrong."""
    from .graph.answers import verdict

    form = _form()
    rows, said = verdict(graph)
    if rows.rows or not form.table:
        _print(form.text(rows), form)
    _say(said, err=True)
    if rows.rows:
        sys.exit(1)


@main.command(epilog="Example: geungeo export turtle --out graph.ttl")
@click.argument("form", metavar="FORMAT")
@_graph
@click.option("--out", type=_path, default="-", help="The file to write.  [default: standard output]")
def export(form: str, graph: Path, out: Path) -> None:
    """Write the graph as turtle, trig, nquads, ntriples, jsonld or rdfxml; the same graph gives the same bytes."""
    from .graph.export import export as exported
    from .graph.store import GraphFolder

    exported(GraphFolder.open(graph), form, sys.stdout.buffer if out == _STDOUT else out)


@main.command("map", epilog='Example: geungeo map --focus "서울 AI 허브" --depth 2 --out hub.html')
@_graph
@click.option("--focus", multiple=True, metavar="NAME", help="Only what is near the thing of this name.")
@click.option("--depth", type=click.IntRange(0), default=2, show_default=True, help="How many steps from the focus.")
@click.option("--types", default="", help="Only these, by commas: department,project,law,budget_line,facility.")
@click.option("--out", type=_path, default="map.html", show_default=True, help="The file to write.")
def draw(graph: Path, focus: tuple[str, ...], depth: int, types: str, out: Path) -> None:
    """Draw an interactive map: one HTML file that needs nothing else, not even a network."""
    from .graph.answers import mapped

    rows = mapped(graph, focus, depth, types.split(",") if types else ())
    if out == _STDOUT:
        _write(_page(rows))
    else:
        out.write_text(_page(rows), encoding="utf-8", newline="\n")
        _say(f"{out}: {len(rows.nodes)} things, {len(rows.edges)} links")


def _print(text: str, form: Form) -> None:
    _say(text.rstrip("\n")) if form.table else _write(text)


def _write(text: str) -> None:
    """Text for programs: UTF-8 whatever the console speaks, unless a person looks at it."""
    if sys.stdout.isatty():
        _say(text.rstrip("\n"))
    else:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def _say(text: str, err: bool = False) -> None:
    """Text for people: what the console cannot show becomes a question mark."""
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding), err=err)


def run() -> None:
    """The program. It ends at once: freeing a whole graph piece by piece takes a tenth of a build."""
    try:
        main()
    except SystemExit as done:
        with suppress(OSError):
            sys.stdout.flush()
        os._exit(done.code if isinstance(done.code, int) else 1)


if __name__ == "__main__":
    run()
