"""Solutions as a query's header wants them shown: spans as lines, several values in a cell, all in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ..ontology.errors import QueryError
from .rows import Rows, Value, text
from .saved import Query

_Key: TypeAlias = tuple[Value, ...]
_Several: TypeAlias = dict[str, dict[Value, None]]
_Rank: TypeAlias = tuple[int, float, str]

_UNKNOWN: _Rank = (2, 0.0, "")


def shaped(rows: Rows, query: Query, *, wide: bool = False) -> Rows:
    """The rows grouped over the columns that the header joins; `wide` keeps the columns that it does not list.

    QueryError if the header speaks of a column that the query does not select.
    """
    made = _made(rows.columns, query)
    _check(query, rows.columns, made)
    single = [name for name in made if name not in _joining(query)]
    order = list(query.columns or made)
    order += [name for name in made if name not in order and wide]
    dicts: list[dict[str, Value | dict[Value, None]]] = [
        {**dict(zip(single, key, strict=True)), **several} for key, several in _grouped(rows, query, single).items()
    ]
    if query.sort:
        by = list(dict.fromkeys([*query.sort, *single]))
        dicts.sort(key=lambda row: [_rank(row[name]) for name in by])
    return Rows(tuple(order), tuple(tuple(_cell(row[name]) for name in order) for row in dicts))


def _joining(query: Query) -> tuple[str, ...]:
    return (*query.join, query.lines.column) if query.lines else query.join


def _made(columns: tuple[str, ...], query: Query) -> tuple[str, ...]:
    """The variables, with the line column in the place of the first line."""
    if not query.lines:
        return columns
    gone = {name for span in query.lines.spans for name in span}
    first = query.lines.spans[0][0]
    return tuple(query.lines.column if name == first else name for name in columns if name not in gone - {first})


def _check(query: Query, columns: Iterable[str], made: Iterable[str]) -> None:
    spans = [name for span in query.lines.spans for name in span] if query.lines else []
    missing = [name for name in spans if name not in columns]
    missing += [name for name in (*query.columns, *query.join, *query.sort) if name not in made]
    if missing:
        hint = "SELECT it, or take it out of the header"
        raise QueryError(f"the header speaks of ?{missing[0]}, which is not selected", file=query.name, hint=hint)


def _grouped(rows: Rows, query: Query, single: list[str]) -> dict[_Key, _Several]:
    """Rows that agree in every single column are one; the values of the others are kept in the order of their lines."""
    at = {name: index for index, name in enumerate(rows.columns)}
    picked = [at[name] for name in single]
    joined = [(name, at[name]) for name in query.join]
    spans = [(at[first], at[last]) for first, last in query.lines.spans] if query.lines else []
    groups: dict[_Key, _Several] = {}
    for row in _in_order(rows, [first for first, _ in spans]) if joined else rows.rows:
        several = groups.setdefault(tuple(row[index] for index in picked), {name: {} for name in _joining(query)})
        for name, index in joined:
            several[name].update(dict.fromkeys(_parts(row[index])))
        for first, last in spans:
            several[_joining(query)[-1]].update(dict.fromkeys(_range(row[first], row[last])))
    return groups


def _in_order(rows: Rows, lines: list[int]) -> list[_Key]:
    return sorted(rows.rows, key=lambda row: [*(_rank(row[at]) for at in lines), *map(_rank, row)])


def _parts(value: Value) -> list[Value]:
    if isinstance(value, str):
        return [part for part in value.split("|") if part]
    return [] if value is None else [value]


def _range(first: Value, last: Value) -> range:
    return range(first, last + 1) if isinstance(first, int) and isinstance(last, int) else range(0)


def _rank(value: Value | dict[Value, None]) -> _Rank:
    """Numbers before text, the unknown last; several values stand where their first stands."""
    if isinstance(value, dict):
        return min(map(_rank, value), default=_UNKNOWN)
    if value is None:
        return _UNKNOWN
    return (1, 0.0, value) if isinstance(value, str) else (0, float(value), "")


def _cell(value: Value | dict[Value, None]) -> Value:
    """Several numbers in ascending order, several texts in the order of their lines."""
    if not isinstance(value, dict):
        return value
    numbers = all(isinstance(one, int) for one in value)
    return "|".join(text(one) for one in (sorted(value, key=_rank) if numbers else value)) or None
