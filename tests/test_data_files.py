"""The tables and texts of the package have one form, so that a change to them is seen as what it is.

A table that is right but not in that form is rewritten by `GEUNGEO_REPAIR=1 pytest tests/test_data_files.py`.
"""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from .sources import name, package_files

TABLES = package_files(".csv")
TEXTS = package_files(".csv", ".ttl", ".rq", ".txt", ".html", ".css", ".js")
# Facts and code lists: their rows are no rules, so there is nothing that an example could show.
WITHOUT_EXAMPLES = {
    "loaders/data/laws.csv",
    "loaders/data/ordinance_articles.csv",
    "loaders/data/ordinances.csv",
    "ontology/rules.csv",
    "ontology/types.csv",
}

each_table = pytest.mark.parametrize("path", TABLES, ids=name)


def _cells(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True))


def _canonical(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def test_the_package_has_tables_and_texts() -> None:
    assert {path.suffix for path in TEXTS} == {".csv", ".ttl", ".rq", ".txt", ".html", ".css", ".js"}


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_files_are_utf_8_with_line_feeds(path: Path) -> None:
    data = path.read_bytes()
    assert data.decode("utf-8").strip()
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\n")


@each_table
def test_tables_are_canonical(path: Path) -> None:
    expected = _canonical(_cells(path))
    if os.environ.get("GEUNGEO_REPAIR"):
        path.write_bytes(expected)
    assert path.read_bytes() == expected


@each_table
def test_tables_are_rectangular(path: Path) -> None:
    head, *rows = _cells(path)
    assert rows
    assert all(head), "a column without a name"
    assert len(set(head)) == len(head)
    assert [row for row in rows if len(row) != len(head)] == []
    assert [row for row in rows if not row[0]] == []


@each_table
def test_no_row_stands_twice(path: Path) -> None:
    assert [row for row, times in Counter(map(tuple, _cells(path))).items() if times > 1] == []


@each_table
def test_cells_are_composed_text(path: Path) -> None:
    odd = [
        cell
        for row in _cells(path)
        for cell in row
        if not unicodedata.is_normalized("NFC", cell) or any(unicodedata.category(char) == "Cc" for char in cell)
    ]
    assert odd == []


@each_table
def test_every_rule_has_an_example(path: Path) -> None:
    if name(path) in WITHOUT_EXAMPLES:
        pytest.skip("facts or a code list, no rules")
    head, *rows = _cells(path)
    shows = [at for at, column in enumerate(head) if column in ("example", "counterexample")]
    assert "example" in head
    assert [row for row in rows if not any(row[at].strip() for at in shows)] == []
