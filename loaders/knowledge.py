"""The reviewed tables under `data/`: what reports of this genre call things."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.csv`, in their order."""
    text = (files(__package__) / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def words(name: str, column: str, **where: str) -> frozenset[str]:
    """One column of a table as a set, of the rows whose other columns equal `where`."""
    return frozenset(r[column] for r in rows(name) if all(r[k] == v for k, v in where.items()))


@cache
def alternatives(name: str, column: str) -> str:
    """One column of literal words as a regex alternation, longest first."""
    found = sorted({r[column] for r in rows(name)}, key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, found))
