"""The source files of the house and what they import, for the tests that read code instead of running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ontology", "loaders", "graph", "visualize")
_PACKAGE = "geungeo"


def package_files(*suffixes: str) -> list[Path]:
    """The files of the installed package with one of the suffixes: the rooms, the examples and the top level."""
    found = [path for room in (*ROOMS, "examples") for path in (ROOT / room).rglob("*")]
    top = [ROOT / name for name in ("__init__.py", "cli.py", "py.typed")]
    return sorted(p for p in (*top, *found) if p.suffix in suffixes and p.is_file() and "__pycache__" not in p.parts)


def python_files() -> list[Path]:
    """Every Python file that we wrote: the package, the tests and the benchmarks."""
    return sorted({*package_files(".py"), *(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")})


def name(path: Path) -> str:
    """The path as people write it: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name(path))


def module(path: Path) -> str:
    """The dotted name under which a file is imported: `graph/store.py` is `geungeo.graph.store`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join((_PACKAGE, *(part for part in parts if part != "__init__")))


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module; `typing` if only a type checker ever follows it."""

    file: str
    line: int
    target: str
    typing: bool

    @property
    def ours(self) -> str:
        """The module within the package (`graph.store`), empty for a foreign one."""
        return self.target.removeprefix(f"{_PACKAGE}.") if self.target.startswith(f"{_PACKAGE}.") else ""

    @property
    def library(self) -> str:
        """The foreign top-level package, empty for one of ours."""
        top = self.target.split(".")[0]
        return "" if top == _PACKAGE else top

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.target}"


def imports(path: Path) -> list[Import]:
    """Every import of a file, in functions too, relative ones made absolute."""
    guarded = {id(node) for guard in ast.walk(tree(path)) if _is_typing_guard(guard) for node in ast.walk(guard)}
    return [
        Import(name(path), node.lineno, target, id(node) in guarded)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for target in _targets(node, path)
    ]


def _is_typing_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _targets(node: ast.Import | ast.ImportFrom, path: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    base = _base(node, path)
    for alias in node.names:
        yield inner if (inner := f"{base}.{alias.name}") in modules() else base


def _base(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    package = module(path) if path.name == "__init__.py" else module(path).rpartition(".")[0]
    steps = package.split(".")
    return ".".join((*steps[: len(steps) - node.level + 1], *filter(None, [node.module])))


@cache
def modules() -> frozenset[str]:
    """The dotted names of all modules of the package."""
    return frozenset(module(path) for path in package_files(".py"))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> list[Function]:
    """Every function and method of a file, nested ones too."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def place(path: Path, node: Function | ast.ClassDef) -> str:
    """Where a function or class stands, for a failing test to say."""
    return f"{name(path)}:{node.lineno} {node.name}"
