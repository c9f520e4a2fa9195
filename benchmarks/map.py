"""How soon the map stands still after navigation, beside raw pyvis with its defaults on the same graph and browser.

python -m benchmarks.map [--report PATH] [--runs 3]

Our page stands still at its last picture: nothing is painted afterwards, and two screenshots are equal. Raw pyvis is
taken at its word, when vis-network has done its stabilization iterations, though it often goes on moving. Needs
playwright and a Chromium of the system; nothing is fetched. Exit 1 if a bound is broken.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from .measure import GEUNGEO, asked, measure

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TIMES = 8
MEGABYTES = 2.5
QUIET_MILLISECONDS = 1500
LIMIT_MILLISECONDS = 180_000
# vis-network clears its canvas for each picture; pyvis keeps the network in a global variable.
PROBE = """
window.painted = 0;
window.settled = 0;
const clear = CanvasRenderingContext2D.prototype.clearRect;
CanvasRenderingContext2D.prototype.clearRect = function (...box) {
  window.painted = performance.now();
  return clear.apply(this, box);
};
let kept;
Object.defineProperty(window, 'network', {
  configurable: true,
  get: () => kept,
  set: (value) => {
    kept = value;
    value?.once?.('stabilizationIterationsDone', () => { window.settled = performance.now(); });
  },
});
"""
PAINTED_LAST = "(quiet) => window.painted > 0 && performance.now() - window.painted > quiet && window.painted"
SETTLED = "() => window.settled"


def raw_pyvis(graph: Path, page: Path) -> None:
    """The same nodes and edges as pyvis itself would draw and write them, with nothing set but names and colours."""
    from geungeo.graph.answers import mapped
    from geungeo.visualize.style import NODE_STYLES
    from pyvis.network import Network  # type: ignore[import-untyped]

    rows = mapped(graph, (), 0, ())
    network = Network(directed=True, cdn_resources="in_line")
    for node in rows.nodes:
        network.add_node(node["id"], label=node["label"], color=NODE_STYLES[node["type"]].color)
    for edge in rows.edges:
        network.add_edge(edge["source"], edge["target"], title=edge["label_ko"])
    page.write_text(network.generate_html(name=page.name, notebook=False), encoding="utf-8")


def seconds_until(browser: Browser, page: Path, still: str) -> float:
    """From navigation to the moment that the script tells, in milliseconds, once it has come."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_offline(True)
    context.add_init_script(PROBE)
    tab = context.new_page()
    tab.goto(page.as_uri(), wait_until="commit")
    found = tab.wait_for_function(still, arg=QUIET_MILLISECONDS, timeout=LIMIT_MILLISECONDS, polling=50)
    milliseconds: float = found.json_value()
    if still == PAINTED_LAST and tab.screenshot() != tab.screenshot():
        raise SystemExit(f"{page.name} still moves")
    context.close()
    return milliseconds / 1000


def pages(report: list[Path], folder: Path) -> tuple[Path, Path]:
    """Our map of the reports, and raw pyvis' of the same graph."""
    graph, ours, raw = folder / "graph", folder / "map.html", folder / "pyvis.html"
    measure((GEUNGEO, "build", *report, "--graph", graph))
    measure((GEUNGEO, "map", "--graph", graph, "--out", ours))
    raw_pyvis(graph, raw)
    return ours, raw


def timed(ours: Path, raw: Path, runs: int) -> tuple[float, float]:
    """Median seconds of both pages, opened in turn in one browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise SystemExit("playwright is not installed: install the extra `browser`") from None
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    program = next((path for path in found if path), None)
    if program is None:
        raise SystemExit("no chromium on this machine")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        rounds = [
            (seconds_until(browser, ours, PAINTED_LAST), seconds_until(browser, raw, SETTLED)) for _ in range(runs)
        ]
        browser.close()
    return median(mine for mine, _ in rounds), median(theirs for _, theirs in rounds)


def main() -> int:
    """Build, open both pages round after round, and judge."""
    reports, runs = asked(__doc__, 3)
    with tempfile.TemporaryDirectory() as name:
        ours, raw = pages(reports, Path(name))
        mine, theirs = timed(ours, raw, runs)
        megabytes = ours.stat().st_size / 1e6
    ratio = theirs / mine
    print(f"{', '.join(path.name for path in reports)}; median of {runs}")
    print(f"{'geungeo map, still after':32}{mine:7.2f} s")
    print(f"{'raw pyvis, stabilized after':32}{theirs:7.2f} s")
    print(f"{'ratio':32}{ratio:7.1f} x   bound >= {TIMES} x{'' if ratio >= TIMES else '   broken'}")
    print(f"{'page':32}{megabytes:7.2f} MB  bound <= {MEGABYTES} MB{'' if megabytes <= MEGABYTES else '   broken'}")
    return 0 if ratio >= TIMES and megabytes <= MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
