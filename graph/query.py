"""Questions to a graph: SPARQL on Oxigraph over the union of the sources, answered as plain rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.codes import codes
from ..ontology.errors import GeungeoError, QueryError
from ..ontology.prefixes import PREFIXES
from . import sparql
from .rows import Rows, Value
from .saved import Parameter, Query, read_header
from .shape import shaped

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_XSD = PREFIXES["xsd"]
_INTEGERS = frozenset(
    f"{_XSD}{name}"
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt")
)
_FLOATS = frozenset({f"{_XSD}double", f"{_XSD}float"})
_NUMBER = re.compile(r"[+-]?\d+")

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def run(store: ox.Store, query: Query | str, params: Mapping[str, str] | None = None, *, wide: bool = False) -> Rows:
    """The rows of a query, `params` by name. `wide` adds the variables that the header does not list as columns.

    A SELECT gives its variables, an ASK one row `answer`, a CONSTRUCT or DESCRIBE subject, predicate, object and the
    same as Turtle. QueryError: not SPARQL (with line and column), an update, SERVICE, or a parameter that does not fit.
    """
    asked = read_header(query) if isinstance(query, str) else query
    checked = sparql.checked(asked.text, asked.name)
    answers = [_rows(_solved(store, checked, values)) for values in _bindings(store, asked, checked, params or {})]
    first = answers[0]
    every = Rows(first.columns, tuple(row for answer in answers for row in answer.rows), first.turtle)
    every = _in_order_of_text(every, checked) if checked.selects_all else every
    return shaped(every, asked, wide=wide) if checked.form == "SELECT" else every


def _in_order_of_text(rows: Rows, query: sparql.Sparql) -> Rows:
    """The columns of `SELECT *` as they come in the query; Oxigraph has an order of its own."""
    said = list(dict.fromkeys(token.text[1:] for token in query.tokens if token.kind == "variable"))
    picked = sorted(range(len(rows.columns)), key=lambda at: said.index(rows.columns[at]))
    columns = tuple(rows.columns[at] for at in picked)
    return Rows(columns, tuple(tuple(row[at] for at in picked) for row in rows.rows))


def _solved(
    store: ox.Store, query: sparql.Sparql, values: Mapping[str, str]
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    bound = sparql.bind(query, values) if values else query.text
    try:
        return store.query(bound, prefixes=PREFIXES, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise _refusal(query, bound, str(error)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"could not be answered: {error}", file=query.file or "query") from None


def _refusal(query: sparql.Sparql, bound: str, said: str) -> QueryError:
    """The fault of the query as it was written, else of the value that was put in."""
    try:
        ox.Store().query(query.text, prefixes=PREFIXES)
    except SyntaxError as error:
        return sparql.explained(query, str(error), PREFIXES)
    return QueryError(f"a parameter does not fit into the query ({said})", file=query.file or "query")


def _rows(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Rows:
    if isinstance(answer, ox.QueryBoolean):
        return Rows(("answer",), ((bool(answer),),))
    if isinstance(answer, ox.QueryTriples):
        triples = sorted(set(answer), key=str)
        turtle = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        cells = tuple(tuple(map(value, triple)) for triple in triples)
        return Rows(("subject", "predicate", "object"), cells, turtle.decode() if turtle else "")
    columns = tuple(variable.value for variable in answer.variables)
    return Rows(columns, tuple(tuple(map(value, solution)) for solution in answer))


def value(term: Term | None) -> Value:
    """A term as a plain value: an address or a text as it is, numbers and truth as such, an unbound one None."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return term.value
    return _literal(term) if isinstance(term, ox.Literal) else str(term)


def _literal(term: ox.Literal) -> Value:
    kind = term.datatype.value
    if kind in _INTEGERS:
        return int(term.value)
    if kind == f"{_XSD}decimal":
        return Decimal(term.value)
    if kind in _FLOATS:
        return float(term.value)
    return term.value in ("true", "1") if kind == f"{_XSD}boolean" else term.value


def _bindings(store: ox.Store, query: Query, checked: sparql.Sparql, params: Mapping[str, str]) -> list[dict[str, str]]:
    """Terms by variable, one mapping for each reading of the parameters: a name may belong to several things."""
    declared = {parameter.name: parameter for parameter in query.parameters}
    found: list[dict[str, str]] = [{}]
    for name, given in params.items():
        parameter = declared.get(name) or _undeclared(query, checked, name)
        terms = list(_terms(store, parameter, given))
        found = [{**values, parameter.variable: str(term)} for values in found for term in terms]
    return found


def _undeclared(query: Query, checked: sparql.Sparql, name: str) -> Parameter:
    """In a query of one's own every variable may be given a value; a saved query takes what its header declares."""
    variables = {token.text[1:] for token in checked.tokens if token.kind == "variable"}
    if query.columns or name not in variables:
        known = ", ".join(parameter.name for parameter in query.parameters) if query.columns else ""
        hint = f"it takes {known}" if known else "a parameter is a variable of the query"
        raise QueryError(f"the query has no parameter {name!r}", file=query.name, hint=hint)
    return Parameter(name, "any", name)


def _terms(store: ox.Store, parameter: Parameter, given: str) -> Iterable[Term]:
    kind, _, scheme = parameter.kind.partition(":")
    if kind == "thing":
        from .names import find

        return [ox.NamedNode(thing.iri) for thing in find(store, given)]
    if kind == "code":
        return [ox.NamedNode(_code(parameter, scheme, given))]
    return [_plain(parameter, given)]


def _code(parameter: Parameter, scheme: str, given: str) -> str:
    known = {code.code: code for key, code in codes().items() if key[0] == scheme}
    if given not in known:
        hint = f"one of {', '.join(known)}"
        raise QueryError(f"{given!r} is no {parameter.name}", hint=hint)
    return known[given].iri


def _plain(parameter: Parameter, given: str) -> Term:
    if parameter.kind in ("integer", "year") and not _NUMBER.fullmatch(given):
        raise QueryError(f"{parameter.name} is {given!r}, expected a whole number")
    if parameter.kind == "year":
        return ox.Literal(given, datatype=ox.NamedNode(f"{_XSD}gYear"))
    if parameter.kind == "any" and given.startswith("<") and given.endswith(">"):
        return _node(parameter, given[1:-1])
    number = parameter.kind == "integer" or (parameter.kind == "any" and _NUMBER.fullmatch(given))
    return ox.Literal(int(given)) if number else ox.Literal(given)


def _node(parameter: Parameter, iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        raise QueryError(f"{parameter.name} is <{iri}>, which is no IRI") from None


def run_within(
    seconds: float, path: Path, query: Query | str, params: Mapping[str, str] | None = None, *, wide: bool = False
) -> Rows:
    """As `run`, on the graph folder `path`, in a process of its own that is killed after `seconds`.

    QueryError if that happens: Oxigraph itself cannot be interrupted.
    """
    from multiprocessing import get_context

    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(there, path, query, dict(params or {}), wide), daemon=True)
    child.start()
    there.close()
    try:
        return _received(here, seconds)
    finally:
        child.kill()
        child.join()
        here.close()


def _received(pipe: Connection, seconds: float) -> Rows:
    if not pipe.poll(seconds):
        raise QueryError(f"took longer than {seconds:g} s", hint="ask for less, or give more time with --timeout")
    try:
        answer: Rows | GeungeoError = pipe.recv()
    except EOFError:
        raise QueryError("the process that ran the query died", hint="is there enough memory?") from None
    if isinstance(answer, GeungeoError):
        raise answer
    return answer


def _answer(pipe: Connection, path: Path, query: Query | str, params: dict[str, str], wide: bool) -> None:
    from .store import GraphFolder

    try:
        pipe.send(run(GraphFolder.open(path).store, query, params, wide=wide))
    except GeungeoError as error:
        pipe.send(error)


def parameters(given: Iterable[str]) -> dict[str, str]:
    """Values by name from texts of the form `name=value`; anything else is a QueryError."""
    pairs = [text.partition("=") for text in given]
    for name, equals, value in pairs:
        if not name or not equals:
            raise QueryError(f"{name + equals + value!r} is no parameter", hint="write --param name=value")
    return {name.strip(): value for name, _, value in pairs}
