"""The README is true: every command that it shows runs, and the output that it shows is the program's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .law_texts import ACT, DECREE
from .sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE = ROOT / "examples" / "economy-office-2025.txt"
PROGRAM = f'"{sys.executable}" -m geungeo.cli'


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def _sessions() -> Iterator[tuple[str, str]]:
    """Each command behind a `$`, with the output printed below it."""
    for block in _blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def _squeezed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("readme")
    shutil.copy(SAMPLE, made / "report.txt")
    (made / "legalize-kr" / "kr").mkdir(parents=True)
    for name, text in {"법률": ACT, "시행령": DECREE}.items():
        (made / "legalize-kr" / "kr" / f"{name}.md").write_text(text, encoding="utf-8")
    return made


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"}
    line = re.sub(r"(^|\| )geungeo ", lambda m: f"{m[1]}{PROGRAM} ", command)
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_every_command_runs_and_prints_what_is_shown(folder: Path) -> None:
    for command, shown in _sessions():
        if command.startswith("geungeo build"):
            shutil.rmtree(folder / "geungeo-graph")
        done = _run(command, folder)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        printed = _squeezed(done.stdout)
        missing = [line for line in _squeezed(shown) if line not in printed]
        assert missing == [], f"{command} does not print {missing}"


def test_the_python_example_runs(folder: Path) -> None:
    for code in _blocks("python"):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


def test_the_set_up_commands_are_those_that_others_run() -> None:
    """CI runs the test line, test_packaging the wheel; they are compared here so that no other line creeps in."""
    lines = [line for block in _blocks("sh") for line in block.splitlines()]
    assert [line for line in lines if "pytest" in line] == [
        line for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines() if ".venv/bin/pytest" in line
    ]
    assert {line.split("&&")[-1].split()[0] for line in lines} == {".venv/bin/geungeo", ".venv/bin/pytest", "python3"}


def test_the_picture_and_the_named_files_are_there() -> None:
    for name in re.findall(r"\((examples/[\w./-]+)\)|`((?:loaders|ontology|tests|benchmarks)/[\w./-]*)`", README):
        assert (ROOT / (name[0] or name[1])).exists(), name
