"""An interactive map as one HTML file that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from typing import Final, Protocol

from .network import Network, Row, network_from
from .payload import payload, safe_json
from .vis import library

SCRIPTS: Final = (
    "map_fold.js",
    "map_texts.js",
    "map_data.js",
    "map_dom.js",
    "map_filters.js",
    "map_labels.js",
    "map_canvas.js",
    "map_view.js",
    "map_hint.js",
    "map_panel.js",
    "map_list.js",
    "map_search.js",
    "map_address.js",
    "map.js",
)


def draw(network: Network, title: str = "사업·시설·법령 지도") -> str:
    """The page: drawing, search, legend, panel and list over the network; the same network gives the same text.

    Every script and the style sheet stand in the page and are named by their hashes in its Content-Security-Policy;
    the page requests nothing, and names from documents reach it as JSON data only.
    """
    from jinja2 import Environment
    from markupsafe import Markup

    style, scripts = _own("map.css"), (library(), _program())
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(_own("map.html"))
    return template.render(
        title=_plain(title),
        policy=_policy(style, scripts),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(safe_json(payload(network, title))),
    )


class Rows(Protocol):
    """The rows of a network (see `network_from`)."""

    @property
    def nodes(self) -> Sequence[Row]:
        """One for each thing."""

    @property
    def edges(self) -> Sequence[Row]:
        """One for each relation."""

    @property
    def sources(self) -> Sequence[Row]:
        """One for each document."""


def page(rows: Rows) -> str:
    """The page over the network of these rows."""
    return draw(network_from(rows.nodes, rows.edges, rows.sources))


def _program() -> str:
    """Our scripts as one: functions that see each other and nothing outside sees."""
    return "(() => {\n'use strict';\n" + "\n".join(_own(name) for name in SCRIPTS) + "})();\n"


def _own(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _plain(text: str) -> str:
    """A title without control characters and marks of reading direction."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _policy(style: str, scripts: tuple[str, ...]) -> str:
    """Nothing may be loaded, run or styled but these texts; no text may become script or markup.

    vis-network sets styles through the object model only, which a style-src without 'unsafe-inline' allows.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
