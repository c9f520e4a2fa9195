"""The errors that people see: one root, each with the file, the line and what to do."""

from __future__ import annotations


class GeungeoError(Exception):
    """Something could not run. `str()` is one line: place, what is wrong, what to do."""

    def __init__(self, message: str, *, file: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        advice = f"; {self.hint}" if self.hint else ""
        return " ".join(f"{place}{self.message}{advice}".split())


class SourceError(GeungeoError):
    """A document cannot be read or is no document of a known kind."""


class GraphError(GeungeoError):
    """A graph folder is missing, not ours, not writable or of another version."""


class QueryError(GeungeoError):
    """A query is unknown, malformed, not allowed or took too long."""


class UnknownNameError(GeungeoError):
    """No thing of the graph has this name. `nearest` holds the closest names."""

    def __init__(self, message: str, *, nearest: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.nearest = nearest
