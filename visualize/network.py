"""What a map shows: frozen nodes, edges and facts, made from plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from ..ontology.errors import GeungeoError
from .style import EDGE_STYLES, NODE_STYLES

Row: TypeAlias = Mapping[str, object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts point into."""

    id: str
    title: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a node; `lines` 1-based and `|`-separated, `basis` stated or derived (then by `rule`)."""

    label_ko: str
    label_en: str
    value: str
    value_en: str
    lines: str
    quote: str
    basis: str
    rule: str
    rule_en: str
    source: str


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on the map; `amount_krw` in won."""

    id: str
    type: str
    label: str
    subtitle: str
    amount_krw: int | None
    status: str
    status_en: str
    url: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes, by their ids."""

    source: str
    target: str
    type: str
    label_ko: str
    label_en: str
    basis: str
    rule: str
    rule_en: str
    lines: str


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes with distinct ids, edges between them, the documents behind their facts."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    sources: tuple[Source, ...]


def network_from(nodes: Sequence[Row], edges: Sequence[Row], sources: Sequence[Row]) -> Network:
    """The network of rows.

    node: id, type (department, project, law, budget_line, facility, partner), label, and as known subtitle, amount_krw
    (won), status, status_en, url, facts [label_ko, label_en, value, value_en, lines, quote, basis, rule, rule_en,
    source].
    edge: source, target, type, and as known label_ko, label_en, basis, rule, rule_en, lines. source: id, title, as_of.
    A missing field or None is unknown; a fact without a source is of the only source, if there is one. Rules are named
    in words.

    Raises GeungeoError for an unknown type, an id that is missing or used twice, an edge to nowhere and a wrong value.
    """
    documents = tuple(_source(row) for row in sources)
    only = documents[0].id if len(documents) == 1 else ""
    things = tuple(_node(row, only) for row in nodes)
    known = _distinct(node.id for node in things)
    return Network(things, tuple(_edge(row, known) for row in edges), documents)


def _source(row: Row) -> Source:
    return Source(_text(row, "id"), _text(row, "title"), _text(row, "as_of"))


def _node(row: Row, only_source: str) -> Node:
    return Node(
        id=_text(row, "id"),
        type=_one_of(row, "type", NODE_STYLES),
        label=_text(row, "label"),
        subtitle=_text(row, "subtitle"),
        amount_krw=_won(row),
        status=_text(row, "status"),
        status_en=_text(row, "status_en"),
        url=_text(row, "url"),
        facts=tuple(_fact(fact, only_source) for fact in _rows(row, "facts")),
    )


def _fact(row: Row, only_source: str) -> Fact:
    return Fact(
        label_ko=_text(row, "label_ko"),
        label_en=_text(row, "label_en"),
        value=_text(row, "value"),
        value_en=_text(row, "value_en"),
        lines=_text(row, "lines"),
        quote=_text(row, "quote"),
        basis=_text(row, "basis"),
        rule=_text(row, "rule"),
        rule_en=_text(row, "rule_en"),
        source=_text(row, "source") or only_source,
    )


def _edge(row: Row, known: set[str]) -> Edge:
    ends = _text(row, "source"), _text(row, "target")
    for end in ends:
        if end not in known:
            raise GeungeoError(f"an edge of the map ends at {_short(end)}, which is no node of it")
    return Edge(
        *ends,
        type=_one_of(row, "type", EDGE_STYLES),
        label_ko=_text(row, "label_ko"),
        label_en=_text(row, "label_en"),
        basis=_text(row, "basis"),
        rule=_text(row, "rule"),
        rule_en=_text(row, "rule_en"),
        lines=_text(row, "lines"),
    )


def _distinct(ids: Iterable[str]) -> set[str]:
    known: set[str] = set()
    for node_id in ids:
        if not node_id:
            raise GeungeoError("a node of the map has no id")
        if node_id in known:
            raise GeungeoError(f"two nodes of the map have the id {_short(node_id)}")
        known.add(node_id)
    return known


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def _won(row: Row) -> int | None:
    value = row.get("amount_krw")
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise GeungeoError(f"amount_krw of {_short(_text(row, 'id'))} is {_short(str(value))}", hint="give whole won")


def _rows(row: Row, name: str) -> Sequence[Row]:
    value = row.get(name)
    return value if isinstance(value, (list, tuple)) else ()


def _one_of(row: Row, name: str, known: Mapping[str, T]) -> str:
    value = _text(row, name)
    if value not in known:
        raise GeungeoError(f"the map knows no type {_short(value)}", hint=f"known are {', '.join(known)}")
    return value


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:79] + "…")
