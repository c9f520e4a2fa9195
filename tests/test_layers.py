"""Who may import what, print and exit: the room table of the house, read from the code."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest

from .sources import ROOMS, ROOT, Import, imports, module, modules, name, package_files, tree

MAY_IMPORT = {
    "ontology": ("ontology",),
    "loaders": ("loaders", "ontology.records", "ontology.errors", "ontology.fold"),
    "graph": ("graph", "ontology"),
    "visualize": ("visualize", "ontology.terms", "ontology.errors"),
    "examples": (),
    "cli": (*ROOMS, "examples"),
}
HOMES = {
    "click": ("cli.py",),
    "rich": ("cli.py",),
    "jinja2": ("visualize/map.py",),
    "markupsafe": ("visualize/map.py",),
    "pyvis": ("visualize/vis.py",),
    "yaml": ("loaders/laws/markdown.py",),
    "networkx": ("graph/network.py",),
    "pyshacl": ("graph/check.py",),
    "rdflib": ("ontology/terms.py", "graph/check.py"),
    "pyoxigraph": (
        "graph/build.py",
        "graph/build_facilities.py",
        "graph/build_organisation.py",
        "graph/build_register.py",
        "graph/check.py",
        "graph/export.py",
        "graph/generation.py",
        "graph/labels.py",
        "graph/query.py",
        "graph/replace.py",
        "graph/statements.py",
        "graph/store.py",
        "graph/vocabulary.py",
        "graph/walk.py",
    ),
}
HEAVY = {"rdflib", "networkx", "pyvis", "pyshacl", "jinja2", "IPython"}
STANDS = "import sys; from geungeo.cli import main; sys.argv[0] = 'geungeo'\n"


def _all_imports() -> list[Import]:
    return list(chain.from_iterable(imports(path) for path in package_files(".py")))


def _room(file: str) -> str:
    return file.split("/")[0].removesuffix(".py")


def _within(target: str, rooms: tuple[str, ...]) -> bool:
    return any(target == room or target.startswith(f"{room}.") for room in rooms)


def test_rooms_import_only_what_the_table_allows() -> None:
    ours = [found for found in _all_imports() if found.ours]
    assert ours
    assert [str(found) for found in ours if not _within(found.ours, MAY_IMPORT[_room(found.file)])] == []


def test_imports_inside_the_package_are_relative() -> None:
    absolute = [
        f"{name(path)}:{node.lineno}"
        for path in package_files(".py")
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == "geungeo")
        or (isinstance(node, ast.Import) and any(a.name.split(".")[0] == "geungeo" for a in node.names))
    ]
    assert absolute == []


def test_each_library_lives_in_its_few_files() -> None:
    foreign = {(found.library, found.file) for found in _all_imports() if found.library}
    used = {pair for pair in foreign if pair[0] not in sys.stdlib_module_names}
    homes = {(library, file) for library, files in HOMES.items() for file in files}
    assert sorted(used - homes) == [], "a library outside its home"
    assert sorted(homes - used) == [], "a home in which the library does not live any more"


def test_dependencies_are_what_is_imported() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {requirement.split(">")[0].split("=")[0] for requirement in declared}
    modules = {"pyyaml": "yaml"}
    used = {modules.get(name, name) for name in names}
    assert used | {"markupsafe"} == set(HOMES), "markupsafe comes with jinja2"


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    edges = {
        module(path): {found.target for found in imports(path) if not found.typing and found.target in modules()}
        for path in package_files(".py")
    }
    assert len(list(TopologicalSorter(edges).static_order())) >= len(edges)


def _speaks(node: ast.AST) -> bool:
    if isinstance(node, ast.Raise):
        return "SystemExit" in ast.dump(node)
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    return called in {"print", "exit", "quit", "sys.exit", "os._exit"} or called.startswith(("sys.std", "sys.__std"))


def test_only_the_door_prints_and_exits() -> None:
    rooms = [path for path in package_files(".py") if name(path) != "cli.py"]
    assert [f"{name(p)}:{node.lineno}" for p in rooms for node in ast.walk(tree(p)) if _speaks(node)] == []  # type: ignore[attr-defined]


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_importing_a_module_does_nothing_else() -> None:
    doing = (ast.Expr, ast.For, ast.While, ast.With, ast.Try, ast.Delete)
    acts = [
        f"{name(path)}:{node.lineno}"
        for path in package_files(".py")
        for node in tree(path).body
        if isinstance(node, doing) and not _is_docstring(node)
    ]
    assert acts == []


def _loaded_by(code: str, *arguments: str, cwd: Path) -> set[str]:
    """The top-level modules that a fresh process has loaded when the code is through."""
    tell = "import sys; sys.stderr.write('\\n' + ' '.join(sorted({m.split('.')[0] for m in sys.modules})))"
    script = f"{STANDS}try:\n    {code}\nexcept SystemExit as left:\n    assert not left.code, left.code\n{tell}"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [("--help",), ("query", "--help"), ("query", "--list")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert _loaded_by("main()", *arguments, cwd=tmp_path) & (HEAVY | {"pyoxigraph"}) == set()


def test_a_query_loads_nothing_heavy(tmp_path: Path) -> None:
    assert "pyoxigraph" in _loaded_by("main()", "demo", "--graph", "g", cwd=tmp_path)
    loaded = _loaded_by("main()", "query", "facilities", "--graph", "g", cwd=tmp_path)
    assert "pyoxigraph" in loaded
    assert loaded & HEAVY == set()
