"""Before a release: wheels are gathered with a network, installed without one into an empty environment, and run.

python -m benchmarks.offline [--wheels FOLDER]

Needs a package index. Where the system lets us (`unshare`), the install and the demo run without any network device.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .measure import ROOT


def without_network() -> list[str]:
    """The prefix of a command that takes its network away, empty where the system has or allows none."""
    prefix = ["unshare", "--net", "--"]
    allowed = (
        shutil.which("unshare") and not subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode
    )
    return prefix if allowed else []


def gather(wheels: Path) -> None:
    """Our wheel and those of all that it needs, as the README tells."""
    _run([sys.executable, "-m", "pip", "wheel", "-q", str(ROOT), "-w", str(wheels)])


def install_and_run(wheels: Path, folder: Path, prefix: list[str]) -> None:
    """An empty environment, filled from the folder of wheels alone; then the demo and a question."""
    _run([sys.executable, "-m", "venv", str(folder / "empty")])
    programs, graph = folder / "empty" / "bin", str(folder / "graph")
    _run([*prefix, str(programs / "pip"), "install", "-q", "--no-index", "--find-links", str(wheels), "geungeo"])
    _run([*prefix, str(programs / "geungeo"), "demo", "--graph", graph])
    _run([*prefix, str(programs / "geungeo"), "query", "facilities", "--graph", graph, "--format", "csv"])


def _run(command: list[str]) -> None:
    print(f"$ {' '.join(command)}", flush=True)
    subprocess.run(command, check=True, cwd=tempfile.gettempdir())


def main() -> int:
    """Gather, install and run; a command that fails ends it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", type=Path, help="a folder to keep the wheels in")
    arguments = parser.parse_args()
    prefix = without_network()
    with tempfile.TemporaryDirectory() as name:
        wheels = (arguments.wheels or Path(name) / "wheels").resolve()
        gather(wheels)
        install_and_run(wheels, Path(name), prefix)
    print(f"installed and run {'without a network device' if prefix else 'from wheels alone (the network was there)'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
