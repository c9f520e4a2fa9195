"""Two builds of the same reports, in two folders, with two hash seeds and time zones, must export the same bytes.

python -m benchmarks.determinism [--report PATH]...
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from geungeo.graph.export import EXPORTERS

from .measure import GEUNGEO, ROOT, default_reports

QUERIES = sorted(path.stem for path in (ROOT / "graph" / "queries").glob("*.rq"))
WORLDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "Asia/Seoul", "LC_ALL": "C"},
)


def outputs(folder: Path, reports: list[Path], world: dict[str, str]) -> dict[str, str]:
    """The digest of every export, query answer and map of a build made in the folder."""
    (folder / "reports").mkdir(parents=True)
    for report in reports:
        shutil.copy(report, folder / "reports")
    _geungeo(folder, world, "build", "reports", "--graph", "graph")
    for form in EXPORTERS:
        _geungeo(folder, world, "export", form, "--graph", "graph", "--out", f"export.{form}")
    for query in QUERIES:
        (folder / f"{query}.csv").write_bytes(
            _geungeo(folder, world, "query", query, "--format", "csv", "--graph", "graph")
        )
    _geungeo(folder, world, "map", "--graph", "graph", "--out", "map.html")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.is_file()}


def _geungeo(folder: Path, world: dict[str, str], *arguments: str) -> bytes:
    done = subprocess.run(
        [GEUNGEO, *arguments], cwd=folder, env={**os.environ, **world}, capture_output=True, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"geungeo {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def main() -> int:
    """Build twice and compare; exit 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", type=Path, action="append", help="a report; several may be given")
    reports = [path.resolve() for path in parser.parse_args().report or default_reports()]
    with tempfile.TemporaryDirectory() as name:
        first, second = (outputs(Path(name) / f"world-{at}", reports, world) for at, world in enumerate(WORLDS))
    for output in first:
        print(f"{'same' if first[output] == second.get(output) else 'DIFFERENT':10}{output:26}{first[output][:16]}")
    return 0 if first == second else 1


if __name__ == "__main__":
    sys.exit(main())
