"""Time and memory of the commands that people wait for, beside a bare interpreter; exit 1 if a bound is broken.

python -m benchmarks [--report PATH]... [--runs 5]
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from .measure import GEUNGEO, Cost, asked, measure, usual


@dataclass(frozen=True, slots=True)
class Case:
    """A command with its bounds; none for those that are there to compare with."""

    name: str
    command: tuple[str | Path, ...]
    seconds: float = float("inf")
    megabytes: float = float("inf")
    costs: list[Cost] = field(default_factory=list)


def cases(reports: list[Path], graph: Path) -> list[Case]:
    """What is measured, the build first: the query asks the graph that it leaves."""
    return [
        Case("geungeo build", (GEUNGEO, "build", *reports, "--graph", graph), seconds=3, megabytes=300),
        Case("geungeo query facilities", (GEUNGEO, "query", "facilities", "--graph", graph), seconds=0.5),
        Case("geungeo --help", (GEUNGEO, "--help"), seconds=0.2),
        Case("bare interpreter", (sys.executable, "-c", "")),
        Case("import rdflib", (sys.executable, "-c", "import rdflib")),
    ]


def run(case: Case, folder: Path) -> None:
    """One run. A build starts from nothing: what the round before left is put aside."""
    graph = folder / "graph"
    if "build" in case.command and graph.exists():
        graph.rename(folder / f"graph-{len(case.costs)}")
    case.costs.append(measure(case.command))


def table(measured: list[Case]) -> list[str]:
    """The figures, each time also as a multiple of the two that everybody can compare with."""
    bare, rdflib = (usual(case.costs).seconds for case in measured[-2:])
    rows = [f"{'':26}{'s':>7}{'bound':>7}{'MB':>7}{'bound':>7}{'x bare':>9}{'x rdflib':>10}"]
    for case in measured:
        cost = usual(case.costs)
        seconds, megabytes = (f"{bound:g}" if bound < float("inf") else "" for bound in (case.seconds, case.megabytes))
        rows.append(
            f"{case.name:26}{cost.seconds:7.3f}{seconds:>7}{cost.megabytes:7.0f}{megabytes:>7}"
            f"{cost.seconds / bare:9.1f}{cost.seconds / rdflib:10.2f}{'' if holds(case) else '  too much'}"
        )
    return rows


def holds(case: Case) -> bool:
    """Whether the usual cost is within both bounds."""
    cost = usual(case.costs)
    return cost.seconds <= case.seconds and cost.megabytes <= case.megabytes


def main() -> int:
    """Measure all cases in turn, round after round, so that a busy moment meets each alike."""
    reports, runs = asked(__doc__, 5)
    with tempfile.TemporaryDirectory() as name:
        measured = cases(reports, Path(name) / "graph")
        for _ in range(runs):
            for case in measured:
                run(case, Path(name))
    print("\n".join([f"{', '.join(path.name for path in reports)}; median of {runs}", *table(measured)]))
    return 0 if all(map(holds, measured)) else 1


if __name__ == "__main__":
    sys.exit(main())
