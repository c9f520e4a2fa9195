"""Run whole processes and say what each took: seconds on the clock, and the most memory it held."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
GEUNGEO = Path(sys.executable).parent / "geungeo"
_TO_BYTES = 1 if sys.platform == "darwin" else 1024
# A report has findings to tell: exit 1 is an answer, only 2 says that a command could not run.
_ANSWERED = (0, 1)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds on the clock, and its peak of resident memory in MB."""

    seconds: float
    megabytes: float


def measure(command: Sequence[str | Path], printed: Path = Path(os.devnull)) -> Cost:
    """Run one command to its end; what it prints goes into a file. Raises SystemExit with what it said if it could not
    run. POSIX only."""
    start = time.perf_counter()
    with printed.open("wb") as out:
        process = subprocess.Popen(list(map(str, command)), stdout=out, stderr=subprocess.PIPE)
    said = process.stderr.read().decode(errors="replace") if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in _ANSWERED:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}: {said}")
    return Cost(seconds, usage.ru_maxrss * _TO_BYTES / 1e6)


def usual(costs: Sequence[Cost]) -> Cost:
    """The median time and the largest memory of several runs."""
    return Cost(median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))


def asked(about: str | None, runs: int) -> tuple[list[Path], int]:
    """What the command line asks for: which reports, and how many rounds."""
    arguments = options(about, runs).parse_args()
    return [path.resolve() for path in arguments.report or default_reports()], arguments.runs


def options(about: str | None, runs: int) -> argparse.ArgumentParser:
    """The options that the benchmarks share."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", type=Path, action="append", help="a report or folder; several may be given")
    parser.add_argument("--runs", type=int, default=runs, help="rounds; the median counts")
    return parser


def default_reports() -> list[Path]:
    """The real reports beside the repository, or the bundled sample where there are none."""
    real = sorted((ROOT.parent / "shared" / "reports").glob("*.txt"))
    return real or sorted((ROOT / "examples").glob("*.txt"))
