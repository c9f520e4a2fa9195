"""The reviewed code lists and derivation rules, as rows; `types.csv` and `rules.csv` are their only place."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from .errors import GeungeoError
from .prefixes import PREFIXES
from .texts import ontology_text


@dataclass(frozen=True, slots=True)
class Code:
    """A concept of a scheme. `matches` are pairs of SKOS relation and published concept: `exactMatch obeu-phase:x`."""

    scheme: str
    code: str
    label_ko: str
    label_en: str
    description: str
    matches: tuple[tuple[str, str], ...] = ()

    @property
    def iri(self) -> str:
        """The concept's address, `gg:type-campus`."""
        return f"{PREFIXES['gg']}{self.scheme}-{self.code}"


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(ontology_text(name).splitlines()))


def _matches(cell: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.split(" ", 1) for pair in cell.split("|") if pair)
    return tuple((relation, concept) for relation, concept in pairs)


@cache
def codes() -> dict[tuple[str, str], Code]:
    """All codes of `types.csv` and, as scheme `rule`, the rules of `rules.csv`, by (scheme, code)."""
    found = [
        Code(row["scheme"], row["code"], row["label_ko"], row["label_en"], row["description"], _matches(row["matches"]))
        for row in _rows("types.csv")
    ] + [Code("rule", row["id"], row["label_ko"], row["label_en"], row["description"]) for row in _rows("rules.csv")]
    return {(code.scheme, code.code): code for code in found}


@cache
def code_of(iri: str) -> str:
    """The code of an address, `campus` of `gg:type-campus`; of what is no code, nothing."""
    return _by_address().get(iri, "")


@cache
def _by_address() -> dict[str, str]:
    return {code.iri: code.code for code in codes().values()}


def code_iri(scheme: str, code: str) -> str:
    """The address of a code; one without a reviewed row is an error of the program, and raises GeungeoError."""
    if (scheme, code) not in codes():
        table = "rules.csv" if scheme == "rule" else "types.csv"
        raise GeungeoError(f"no {scheme} is called {code!r}", hint=f"add a reviewed row to ontology/{table}")
    return codes()[scheme, code].iri
