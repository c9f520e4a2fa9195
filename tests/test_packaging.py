"""What is handed over: the wheel and all that is in it, the install without internet, the versions and lines for CI."""

from __future__ import annotations

import re
import sys
import tomllib
import zipfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .sources import ROOT, name, package_files
from .wheels import build_wheel, needed, run, wheel_of

DATA = (".csv", ".ttl", ".rq", ".txt", ".html", ".css", ".js")
REGISTER = ("geungeo/loaders/data/laws.csv", "geungeo/loaders/data/ordinances.csv")
REGISTER_BYTES = 1_500_000
# Put into the environment that runs the demo: whoever reaches for the network there fails.
NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise OSError("the network was asked for")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not find_spec("pip") or int(version("setuptools").split(".")[0]) < 77:
        pytest.skip("building the wheel needs pip and setuptools 77 or later in this environment")
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_every_module_and_data_file(wheel: Path) -> None:
    expected = {f"geungeo/{name(path)}" for path in package_files(".py", *DATA)} | {"geungeo/py.typed"}
    with zipfile.ZipFile(wheel) as archive:
        held = {entry for entry in archive.namelist() if ".dist-info/" not in entry}
    assert held == expected


def test_the_wheel_installs_nothing_but_geungeo(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert {entry.split("/")[0].split("-")[0] for entry in archive.namelist()} == {"geungeo"}


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (licence,) = [entry for entry in archive.namelist() if entry.endswith("LICENSE")]
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()


def test_the_law_register_is_small_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert 0 < sum(archive.getinfo(entry).compress_size for entry in REGISTER) <= REGISTER_BYTES


def test_the_demo_runs_from_a_folder_of_wheels_without_internet(wheel: Path, tmp_path: Path) -> None:
    for dependency in set(needed("geungeo")):
        wheel_of(dependency, wheel.parent)
    run(sys.executable, "-m", "venv", "--without-pip", "empty", cwd=tmp_path)
    (programs,) = [path for path in (tmp_path / "empty" / "bin", tmp_path / "empty" / "Scripts") if path.is_dir()]
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    run(*pip, "install", "-q", "--no-index", "--no-compile", "--find-links", wheel.parent, "geungeo", cwd=tmp_path)

    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    installed = Path(run(programs / "python", "-c", where, cwd=tmp_path).strip())
    (installed / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    run(programs / "geungeo", "demo", "--graph", "graph", cwd=tmp_path)
    assert "facility" in run(
        programs / "geungeo", "query", "facilities", "--graph", "graph", "--format", "csv", cwd=tmp_path
    )


def _project() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"": project["dependencies"], **project["optional-dependencies"]}


def _locked() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(package): version for package, version in pairs}


@pytest.mark.parametrize("extra", sorted(_project()))
def test_the_lock_meets_every_requirement(extra: str) -> None:
    asked = [Requirement(text) for text in _project()[extra]]
    assert [str(r) for r in asked if not r.specifier.contains(_locked()[canonicalize_name(r.name)])] == []


def test_the_lock_is_versions_alone() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    odd = [line for line in lines if not line.startswith("#") and not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)]
    assert odd == []


def test_ci_runs_the_test_line_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(
        r"^python3 -m venv .*pytest.*$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(lines) == 1
    assert lines[0] in readme.splitlines()


def test_the_readme_shows_the_install_without_internet() -> None:
    assert "--no-index --find-links" in (ROOT / "README.md").read_text(encoding="utf-8")
