"""A whole register of laws: time and memory of a build with it, what it holds, and what a graph with it still answers.

python -m benchmarks.laws legalize-kr/kr [--report PATH]... [--runs 3]

The folder is a clone of the public repository legalize-kr/legalize-kr, or one of the same layout; exit 1 if a bound is
broken.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .__main__ import Case, holds, table
from .measure import GEUNGEO, default_reports, measure, options


def cases(reports: list[Path], register: Path, graph: Path) -> list[Case]:
    """The build first; the others ask the graph that it leaves."""
    build: tuple[str | Path, ...] = (GEUNGEO, "build", *reports, "--laws", register, "--graph", graph)
    return [
        Case("build --laws", build, seconds=120, megabytes=2000),
        Case("query facilities", (GEUNGEO, "query", "facilities", "--graph", graph), seconds=0.5),
        Case("query legal-bases", (GEUNGEO, "query", "legal-bases", "--graph", graph), seconds=0.5),
        Case("laws", (GEUNGEO, "laws", "--graph", graph)),
        Case("check", (GEUNGEO, "check", "--graph", graph)),
        Case("bare interpreter", (sys.executable, "-c", "")),
        Case("import rdflib", (sys.executable, "-c", "import rdflib")),
    ]


def counted(said: str) -> list[str]:
    """What a build says of its register: what it holds, the unresolved by reason, and the number of problems."""
    lines = said.splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("laws/"))
    return lines[first : first + 3]


def main() -> int:
    """Build, ask, and judge."""
    asking = options(__doc__, 3)
    asking.add_argument("register", type=Path, help="the folder of a register of laws")
    arguments = asking.parse_args()
    with tempfile.TemporaryDirectory() as name:
        said = Path(name) / "said.txt"
        build, *others = cases(arguments.report or default_reports(), arguments.register, Path(name) / "graph")
        build.costs.append(measure(build.command, said))
        for case in others:
            case.costs.extend(measure(case.command) for _ in range(arguments.runs))
        found = counted(said.read_text(encoding="utf-8"))
    print("\n".join([*found, "", *table([build, *others])]))
    return 0 if all(map(holds, [build, *others])) else 1


if __name__ == "__main__":
    sys.exit(main())
