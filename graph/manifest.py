"""The manifest of a graph folder: which generation counts, and which sources are in it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from ..ontology.errors import GraphError

NAME = "geungeo.json"
TEMPORARY = f"{NAME}.new"
FORMAT = 1
STORE = "store"
_BUILD = "geungeo build SOURCE... --graph DIR"


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A source of a graph: its name, the digest of its text, its title, the number of its triples, and whether it is a
    register of laws."""

    id: str
    sha256: str
    title: str = ""
    triples: int = 0
    register: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a graph folder holds. `generation` is the name of the folder that counts; sources are sorted by name."""

    generation: str
    sources: tuple[SourceInfo, ...]
    demo: bool


def has_manifest(folder: Path) -> bool:
    """Whether a build has ended in this folder."""
    return (folder / NAME).exists()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder; GraphError says what is wrong with a folder that is not ours."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _missing(folder) from error
    except NotADirectoryError as error:
        raise GraphError("is a file, not a graph folder", file=str(folder), hint="give another --graph") from error
    except OSError as error:
        raise GraphError(f"cannot be read: {error.strerror}", file=str(folder / NAME)) from error
    except ValueError as error:
        raise foreign(folder) from error
    return _checked(folder, found)


def _checked(folder: Path, found: object) -> Manifest:
    if not isinstance(found, dict) or found.get("made_by") != "geungeo":
        raise foreign(folder)
    if found.get("format") != FORMAT:
        raise GraphError(
            f"is a graph of format {found.get('format')}", file=str(folder), hint=f"build it anew: {_BUILD}"
        )
    try:
        sources = tuple(SourceInfo(**source) for source in found["sources"])
        return Manifest(str(found["generation"]), sources, bool(found["demo"]))
    except (KeyError, TypeError) as error:
        raise foreign(folder) from error


def _missing(folder: Path) -> GraphError:
    if folder.is_dir() and any(folder.iterdir()):
        return foreign(folder)
    return GraphError("there is no graph here", file=str(folder), hint=f"make one: {_BUILD}, or geungeo demo")


def foreign(folder: Path) -> GraphError:
    """What to say of a folder that is not ours."""
    return GraphError("is not a geungeo graph", file=str(folder), hint="give another --graph, or an empty folder")


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put the manifest in place in one step: a reader sees the old one or the new one, never a part."""
    content = {"made_by": "geungeo", "format": FORMAT, **asdict(manifest)}
    temporary = folder / TEMPORARY
    with temporary.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / NAME)
