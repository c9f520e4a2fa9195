"""The reviewed tables behind the citation reader, read once and only when needed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from ...ontology.fold import name_key, unify
from ...ontology.records import CitationStatus, LawKind


@dataclass(frozen=True, slots=True)
class Suffix:
    """A last word of law names. `proposes`: an unregistered name with it may be read as a law; `needs`: words, one of
    which must stand before it if it is a word of its own (`*`: it never is)."""

    text: str
    kind: LawKind
    proposes: bool
    needs: tuple[str, ...]

    @property
    def plan(self) -> bool:
        """Whether it ends plans and decisions, which are a basis but no laws."""
        return self.kind == "plan"


@dataclass(frozen=True, slots=True)
class WeakForm:
    """A piece of a folded name that does not tell two laws apart, and what takes its place."""

    form: str
    becomes: str
    at_end: bool


def _lines(name: str) -> list[str]:
    package = (__package__ or "").rpartition(".")[0]
    return files(package).joinpath("data", name).read_text(encoding="utf-8").splitlines()


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of `loaders/data`."""
    return iter(csv.DictReader(_lines(name)))


def cells(name: str) -> Iterator[list[str]]:
    """The same as plain lists of cells, without the head: three times as fast."""
    table = csv.reader(_lines(name))
    next(table)
    return table


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word)


@cache
def suffixes() -> dict[str, Suffix]:
    """The law suffixes by their wording."""
    return {
        row["suffix"]: Suffix(row["suffix"], cast(LawKind, row["kind"]), row["proposes"] == "yes", _words(row["needs"]))
        for row in rows("law_suffixes.csv")
    }


@cache
def words(role: str) -> tuple[str, ...]:
    """Words of one role, longest first: not_a_law (false friends), generic (no name by themselves), label."""
    found = {row["word"] for row in rows("law_words.csv") if row["role"] == role}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def statuses(place: str) -> tuple[tuple[str, CitationStatus], ...]:
    """Status wordings (longest first) by where they stand: end of the name, after it, or in brackets (paren)."""
    found = [
        (unify(row["wording"]), cast(CitationStatus, row["status"]))
        for row in rows("law_statuses.csv")
        if row["place"] == place
    ]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def issuers() -> tuple[str, ...]:
    """National issuers of rules and plans (ministries, in full and short), longest first."""
    found = {name for row in rows("law_issuers.csv") for name in (row["issuer"], *_words(row["short"]))}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


@cache
def issuer_head() -> re.Pattern[str]:
    """Matches a name that begins with a national issuer."""
    return re.compile("(?:" + "|".join(map(re.escape, issuers())) + r")(?=\s|훈령|예규|고시|지침)")


@cache
def short_names() -> dict[str, str]:
    """Declared short names of laws: the folded short name → the full title."""
    return {name_key(row["short"]): row["title"] for row in rows("law_short_names.csv")}


@cache
def weak_forms() -> tuple[WeakForm, ...]:
    """The weak fold: what may differ between two wordings of one title, in the order of the table."""
    return tuple(
        WeakForm(row["form"].removesuffix("$"), row["becomes"], row["form"].endswith("$"))
        for row in rows("law_weak_forms.csv")
    )


@cache
def local_governments() -> dict[str, tuple[str, ...]]:
    """Districts, cities and counties: name → the cities or provinces that have one of this name."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("local_governments.csv"):
        for name in _words(row["names"]):
            found[name] = (*found.get(name, ()), row["upper"])
    return found


@cache
def generic_only() -> re.Pattern[str]:
    """Matches a name (without blanks and suffix) that is nothing but generic words."""
    return re.compile("(?:" + "|".join(map(re.escape, words("generic"))) + r"|\d+년|\d+|[·,])*+")
