"""Rows as people and programs read them: a table for the terminal, CSV, JSON or Markdown text."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = str | int | float | Decimal | bool | None

_FORMULA = re.compile(r"\s*[=+\-@]|[\t\r\n]")  # OWASP, CSV injection
_MARKDOWN = re.compile(r"([\\`*\[\]<>|~])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_MINIMUM = 8


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: column names and rows of plain values; `turtle` holds the triples of a CONSTRUCT or DESCRIBE."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    turtle: str = ""

    def dicts(self) -> list[dict[str, Value]]:
        """Each row by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def text(value: Value) -> str:
    """A value as plain text: numbers without separators, an unknown one empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)


def visible(value: str) -> str:
    r"""Text that cannot steer a terminal: control and direction characters are written as \x1b or \u202e."""
    return _CONTROL.sub(lambda m: f"\\u{ord(m[0]):04x}" if ord(m[0]) > 0xFF else f"\\x{ord(m[0]):02x}", value)


def to_csv(rows: Rows, *, bom: bool = False) -> str:
    """CSV with a header; a text cell that a spreadsheet would run as a formula is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_cell(name) for name in rows.columns])
    writer.writerows([_cell(value) for value in row] for row in rows.rows)
    return ("\ufeff" if bom else "") + out.getvalue()


def _cell(value: Value) -> str:
    plain = text(value).replace("\r\n", "\n").replace("\r", "\n")  # Python quotes no lone carriage return
    return f"'{plain}" if isinstance(value, str) and _FORMULA.match(plain) else plain


def to_json(rows: Rows) -> str:
    """A JSON list of objects, one row a line; numbers are numbers, an unknown value is null."""
    lines = [json.dumps(row, ensure_ascii=False, default=_number) for row in rows.dicts()]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _number(value: object) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(f"no JSON for {type(value).__name__}")
    return int(value) if value == value.to_integral_value() else float(value)


def to_md(rows: Rows) -> str:
    """A Markdown table; what Markdown or HTML would read as markup is escaped."""
    right = [_is_numeric(rows, at) for at in range(len(rows.columns))]
    lines = [
        _md_line(map(_markdown, rows.columns)),
        _md_line("--:" if number else "---" for number in right),
        *(_md_line(_markdown(_shown(value)) for value in row) for row in rows.rows),
    ]
    return "\n".join(lines) + "\n"


def _md_line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _markdown(value: str) -> str:
    return _MARKDOWN.sub(r"\\\1", visible(value))


def to_table(rows: Rows, *, width: int = 0) -> str:
    """A table for the terminal; with a `width` in columns, long cells are wrapped to fit it."""
    cells = [[visible(name) for name in rows.columns]]
    cells += [[visible(_shown(value)) for value in row] for row in rows.rows]
    widths = [max(map(columns_of, column)) for column in zip(*cells, strict=True)]
    widths = _fit(widths, width - 2 * (len(widths) - 1)) if width else widths
    right = [_is_numeric(rows, at) for at in range(len(widths))]
    rule = ["─" * size for size in widths]
    return "".join(_line(row, widths, right) for row in [cells[0], rule, *cells[1:]])


def _fit(widths: list[int], room: int) -> list[int]:
    """Take from the widest column until all fit, but leave every column readable."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > _MINIMUM:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    wrapped = [_wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, wrapped))):
        parts = [
            _pad(piece[at] if at < len(piece) else "", size, number)
            for piece, size, number in zip(wrapped, widths, right, strict=True)
        ]
        lines.append("  ".join(parts).rstrip() + "\n")
    return "".join(lines)


def _wrap(cell: str, size: int) -> list[str]:
    """Cut at the last blank that fits, else between two characters."""
    lines: list[str] = []
    while columns_of(cell) > size:
        head = _head(cell, size)
        cut = head.rfind(" ") if cell[len(head)] != " " else len(head)
        lines.append(cell[:cut] if cut > 0 else head)
        cell = cell[cut if cut > 0 else len(head) :].lstrip(" ")
    return [*lines, cell]


def _head(cell: str, size: int) -> str:
    used = 0
    for at, char in enumerate(cell):
        used += columns_of(char)
        if used > size and at:
            return cell[:at]
    return cell


def _pad(cell: str, size: int, right: bool) -> str:
    blanks = " " * (size - columns_of(cell))
    return blanks + cell if right else cell + blanks


def columns_of(value: str) -> int:
    """How many terminal columns a text takes: Hangul and other wide characters take two."""
    if value.isascii():
        return len(value)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in value)
    return len(value) + wide - sum(map(bool, map(unicodedata.combining, value)))


def _shown(value: Value) -> str:
    big = isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000
    return f"{value:,}" if big else text(value)


def _is_numeric(rows: Rows, at: int) -> bool:
    seen = [row[at] for row in rows.rows if row[at] is not None]
    return bool(seen) and all(
        isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in seen
    )


FORMATS: dict[str, Callable[[Rows], str]] = {"table": to_table, "csv": to_csv, "json": to_json, "md": to_md}


@dataclass(frozen=True, slots=True)
class Form:
    """How to print rows: a key of FORMATS (a table if empty), a byte order mark for CSV, the width of the terminal."""

    name: str = ""
    bom: bool = False
    width: int = 0

    @property
    def table(self) -> bool:
        """Whether people are to read it."""
        return self.name in ("", "table")

    def text(self, rows: Rows) -> str:
        """The rows in this form."""
        if self.table:
            return to_table(rows, width=self.width)
        return to_csv(rows, bom=self.bom) if self.name == "csv" else FORMATS[self.name](rows)
