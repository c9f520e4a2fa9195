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

from .graph import answers
from .ontology.errors import GeungeoError

if TYPE_CHECKING:
    from .graph.rows import Form, Rows
    from .loaders.work_report import Given

_Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]
Paths: TypeAlias = Sequence[Path]


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
    "--graph", type=_path, envvar="GEUNGEO_GRAPH", default=answers.FOLDER
)
_printing = _together(
    _option("--format", type=click.Choice(["table", "csv", "json", "md"]), help="How to print.  [default: table]"),
    _option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel."),
)
_language = click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", help="Korean (default) or English.")
_city = _option("--city", default="", help="The city, where the text does not name it.")
_laws = click.option("--laws", type=_path, multiple=True, help="A register of laws: a folder or file; may be repeated.")
_describing = _together(
    _city,
    _option("--bureau", default="", help="The bureau, where a report does not name it."),
    _option("--title", default="", help="The title, where a report has none."),
    _option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The date of the figures, where none is stated."),
)


def _form() -> Form:
    from .graph.rows import Form

    meta, width = click.get_current_context().meta, get_terminal_size().columns if sys.stdout.isatty() else 0
    return Form(meta["geungeo.format"] or "", meta["geungeo.bom"], width)


def _given() -> Given:
    from .loaders.work_report import Given

    meta = click.get_current_context().meta
    city, bureau, title, date = (meta.get(f"geungeo.{name}") or "" for name in ("city", "bureau", "title", "date"))
    return Given(city, bureau, date and f"{date:%Y-%m-%d}", title)


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

    from .loaders.reports import read_all
    from .visualize.map import page

    answers.refuse_to_replace(graph)
    with as_file(files(f"{__package__}.examples")) as folder:
        reports, _ = read_all([folder], _given(), sys.stdin.buffer, _progress)
    built = answers.stored(graph, reports, page, prune=True, demo=True)
    _say(answers.told(built, more=answers.verdict(graph)[1]))


@main.command(epilog="Example: geungeo build reports --laws legalize-kr/kr --city 서울특별시 --date 2025-01-31")
@click.argument("sources", nargs=-1, required=True, type=_path)
@_graph
@_laws
@click.option("--with-text", is_flag=True, help="Keep the wording of the laws' articles in the graph.")
@_describing
@click.option("--prune", is_flag=True, help="Drop the earlier sources that are not named now.")
@click.option("--skip-bad", is_flag=True, help="Leave out what cannot be read instead of stopping (exit code 1).")
@click.option("--strict", is_flag=True, help="Exit code 1 if there are problems.")
def build(sources: Paths, graph: Path, laws: Paths, with_text: bool, prune: bool, skip_bad: bool, strict: bool) -> None:
    """Add work reports to the graph, but to no demo's: files of plain text, folders of them, - for standard input."""
    from .loaders.laws.book import Reading, find_laws
    from .loaders.reports import read_all
    from .visualize.map import page

    books = find_laws(laws)
    reports, bad = read_all(sources, _given(), sys.stdin.buffer, _progress, books)
    if bad and not (skip_bad and reports):
        raise _Failure("\n".join(map(str, bad)))
    reading = Reading(books, _progress, texts=with_text)
    built = answers.stored(graph, reports, page, reading.registers(), prune=prune)
    for error in bad:
        _say(f"geungeo: left out: {error}", err=True)
    _say(answers.told(built, reading.problems))
    if bad or (strict and any([reading.problems, *(report.problems for report in built.reports)])):
        sys.exit(1)


def _progress(work: Sequence[Any]) -> Iterable[Any]:
    """The work, with a bar on standard error if a person sits there and it may take a while."""
    if len(work) == 1 or not sys.stderr.isatty():
        return work
    from rich.console import Console
    from rich.progress import track

    return track(work, "reading", console=Console(stderr=True), transient=True)


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
    if listing or not query:
        return _print(answers.listed(wide))
    rows = answers.answer(graph, query, sys.stdin.buffer, params, wide, timeout)
    return _write(rows.turtle) if rows.turtle and not _form().name else _print(rows)


@main.command(epilog='Example: geungeo trace "서울 AI 허브"')
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@_graph
@_printing
def trace(names: tuple[str, ...], graph: Path) -> None:
    """Every chain law → article → project → budget line → facility that leads through the facility, law, project,
    department, partner or budget line of that name, in any of its spellings."""
    _print(partial(answers.chains, graph, names))


@main.command(epilog='Example: geungeo explain "서울 AI 허브"')
@click.argument("names", nargs=-1, required=True, metavar="NAME|IRI")
@_graph
@_printing
@_language
def explain(names: tuple[str, ...], graph: Path, lang: str) -> None:
    """All that is known of one thing: each fact with lines, printed words, and the rule if it is derived."""
    _print(partial(answers.explained, graph, names, language=lang))


@main.command(epilog='Example: geungeo laws "서울특별시 문화콘텐츠산업 육성 및 지원 조례"')
@click.argument("names", nargs=-1, metavar="[NAME]")
@_graph
@_printing
def laws(names: Sequence[str], graph: Path) -> None:
    """The laws that citations reach, with projects, facilities and money; or all of the law NAME: articles, who cites
    them, what stands on it."""
    _print(partial(answers.law_told, graph, names))


@main.command(epilog='Example: geungeo cite "「고등교육법」 제20조제3항부터 제5항까지" --format csv')
@click.argument("text")
@click.option("--document", is_flag=True, help="Read it as one running text instead of line by line.")
@_laws
@_city
@_printing
def cite(text: str, document: bool, laws: Paths) -> None:
    """The laws that TEXT cites, article by article: a text, a file, or - for standard input."""
    from .graph.rows import Rows
    from .loaders.laws.cited import COLUMNS, cited

    _print(Rows(COLUMNS, cited(text, sys.stdin.buffer, laws, _given().city, document=document)))


@main.command(epilog="Example: geungeo check --unread --chapter Ⅵ")
@_graph
@_printing
@_language
@click.option("--unread", is_flag=True, help="List the lines that nothing accounts for instead (exit code 0).")
@click.option("--chapter", default="", help="With --unread: only the lines of this chapter.")
def check(graph: Path, lang: str, unread: bool, chapter: str) -> None:
    """Judge the graph by its shapes, and the sources by their own figures. Exit code 1 if anything is wrong."""
    rows, said = answers.unread_lines(graph, chapter) if unread else answers.verdict(graph, lang)
    if rows.rows or not _form().table:
        _print(rows)
    _say(said, err=True)
    sys.exit(int(bool(rows.rows) and not unread))


@main.command(epilog="Example: geungeo export turtle --out graph.ttl")
@click.argument("form", metavar="FORMAT")
@_graph
@click.option("--out", type=_path, default="-", help="The file to write.  [default: standard output]")
def export(form: str, graph: Path, out: Path) -> None:
    """Write the graph as turtle, trig, nquads, ntriples, jsonld or rdfxml; the same graph gives the same bytes."""
    answers.exported(graph, form, sys.stdout.buffer if out == Path("-") else out)


@main.command("map", epilog='Example: geungeo map --focus "서울 AI 허브" --depth 2 --out hub.html')
@_graph
@click.option("--focus", multiple=True, metavar="NAME", help="Only what is near the thing of this name.")
@click.option("--depth", type=click.IntRange(0), default=2, show_default=True, help="How many steps from the focus.")
@click.option("--types", default="", help="Only these, by commas: department,project,law,budget_line,facility,partner.")
@click.option("--out", type=_path, default="map.html", show_default=True, help="The file to write.")
def draw(graph: Path, focus: tuple[str, ...], depth: int, types: str, out: Path) -> None:
    """Draw an interactive map: one HTML file that needs nothing else, not even a network."""
    from .visualize.map import page

    rows = answers.mapped(graph, focus, depth, types.split(",") if types else ())
    if out == Path("-"):
        return _write(page(rows))
    out.write_text(page(rows), encoding="utf-8", newline="\n")
    return _say(f"{out}: {len(rows.nodes)} things, {len(rows.edges)} links")


def _print(answer: Rows | Callable[[Form], str]) -> None:
    form = _form()
    text = answer(form) if callable(answer) else form.text(answer)
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
    gc.set_threshold(200_000, 50, 50)  # records and quads stay: looking for garbage among them costs a fifth of a build
    try:
        main()
    except SystemExit as done:
        with suppress(OSError):
            sys.stdout.flush()
        os._exit(done.code if isinstance(done.code, int) else 1)


if __name__ == "__main__":
    run()
