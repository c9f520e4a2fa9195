"""The sizes and habits we hold ourselves to: read from the code, so that nobody has to remember them."""

from __future__ import annotations

import ast
import re
import tokenize
from pathlib import Path
from statistics import median

import pytest

from .sources import ROOT, Function, functions, name, package_files, place, python_files, tree

LINES = 300
FUNCTION_LINES = 40
MEDIAN_LINES = 8
PARAMETERS = 7
LEFT_OVER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def _length(function: Function) -> int:
    """The lines of a function, signature included, docstring and decorators left out."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    text = function.body[0]
    return lines - ((text.end_lineno or 0) - text.lineno + 1)


def _parameters(function: Function) -> list[ast.arg]:
    """The parameters that a caller gives: all but `self` and `cls`."""
    a = function.args
    given = [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, (a.vararg, a.kwarg))]
    return [arg for at, arg in enumerate(given) if at or arg.arg not in ("self", "cls")]


def test_no_function_is_longer_than_a_screen() -> None:
    long = [place(p, f) for p in python_files() for f in functions(p) if _length(f) > FUNCTION_LINES]
    assert long == []


def test_the_usual_function_is_short() -> None:
    lengths = [_length(function) for path in package_files(".py") for function in functions(path)]
    assert median(lengths) <= MEDIAN_LINES


@pytest.mark.parametrize("path", [*python_files(), *package_files(".js", ".css", ".html", ".rq")], ids=name)
def test_files_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines < LINES


def test_functions_take_few_parameters() -> None:
    many = [place(p, f) for p in python_files() for f in functions(p) if len(_parameters(f)) > PARAMETERS]
    assert many == []


def test_everything_is_annotated() -> None:
    bare = [
        place(path, function)
        for path in python_files()
        for function in functions(path)
        if function.returns is None or any(arg.annotation is None for arg in _parameters(function))
    ]
    assert bare == []


def _says_something(node: ast.Module | ast.ClassDef | Function) -> bool:
    words = re.findall(r"\w+", (ast.get_docstring(node) or "").lower())
    return len(words) > 1 and "_".join(words) != getattr(node, "name", "").lower()


def test_every_module_says_its_one_job() -> None:
    assert [name(path) for path in python_files() if not _says_something(tree(path))] == []


def _public(body: list[ast.stmt]) -> list[ast.ClassDef | Function]:
    found = [node for node in body if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_")]
    inner = [member for node in found if isinstance(node, ast.ClassDef) for member in _public(node.body)]
    return [*found, *inner]


def test_every_public_function_and_class_is_described() -> None:
    silent = [
        place(path, node)
        for path in package_files(".py")
        for node in _public(tree(path).body)
        if not _says_something(node)
    ]
    assert silent == []


def _is_blind(node: ast.AST) -> bool:
    """Whether a handler catches anything at all and keeps it to itself."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    caught = set(re.findall(r"\w+", ast.unparse(node.type))) if node.type else {"BaseException"}
    raises = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
    return bool(caught & {"Exception", "BaseException"}) and not raises


def test_no_error_is_swallowed_blindly() -> None:
    assert [f"{name(p)}:{n.lineno}" for p in python_files() for n in ast.walk(tree(p)) if _is_blind(n)] == []  # type: ignore[attr-defined]


def _remarks(path: Path) -> list[str]:
    """The comments of a Python file; of any other file every line."""
    if path.suffix != ".py":
        return path.read_text(encoding="utf-8").splitlines()
    with tokenize.open(path) as file:
        return [token.string for token in tokenize.generate_tokens(file.readline) if token.type == tokenize.COMMENT]


def test_nothing_is_left_for_later() -> None:
    files = [*python_files(), *package_files(".js", ".css", ".html", ".rq", ".ttl"), ROOT / "pyproject.toml"]
    assert [f"{name(path)}: {text}" for path in files for text in _remarks(path) if LEFT_OVER.search(text)] == []
