"""A folder of wheels made without a package index: ours from the tree, the others from what is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import sys_tags
from packaging.utils import canonicalize_name

from .sources import ROOT

_OF_THE_INSTALLER = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
_NOT_OURS = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "venv", "*.egg-info", "geungeo-graph")


def quiet_environment() -> dict[str, str]:
    """The environment without what could tell pip of an index or of other folders of wheels."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON"))}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, both streams; fails the test with it if the command fails."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=quiet_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def build_wheel(folder: Path) -> Path:
    """Our wheel, built in a copy of the tree so that nothing is left in it."""
    copy = shutil.copytree(ROOT, folder / "tree", ignore=_NOT_OURS)
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation")
    run(*pip, "-w", folder, copy, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


def needed(name: str, extras: frozenset[str] = frozenset()) -> Iterator[str]:
    """The distributions that one needs here, itself left out, as often as it is asked for."""
    for text in distribution(name).requires or ():
        asked = Requirement(text)
        if asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield canonicalize_name(asked.name)
            yield from needed(asked.name, frozenset(asked.extras))


def wheel_of(name: str, folder: Path) -> Path:
    """The wheel of an installed distribution, from the files that its RECORD lists."""
    dist = distribution(name)
    stem = f"{re.sub(r'[-_.]+', '_', dist.metadata['Name'])}-{dist.version}"
    path = folder / f"{stem}-{_tag(dist)}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        record = []
        for file in dist.files or ():
            if not {"..", "__pycache__"} & set(file.parts) and file.name not in _OF_THE_INSTALLER:
                wheel.write(str(dist.locate_file(file)), file.as_posix())
                record.append(f'"{file.as_posix()}",,\n')
        wheel.writestr(f"{_info_folder(dist)}/RECORD", "".join(record))
    return path


def _tag(dist: Distribution) -> str:
    known = set(map(str, sys_tags()))
    tags: list[str] = re.findall(r"^Tag: (\S+)$", dist.read_text("WHEEL") or "", re.MULTILINE)
    return next(tag for tag in tags if tag in known)


def _info_folder(dist: Distribution) -> str:
    return next(file.parts[0] for file in dist.files or () if file.name == "METADATA")
