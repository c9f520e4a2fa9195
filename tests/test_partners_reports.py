"""Partners of whole sections, read by hand: bureaus of five cities, with what a careful reader lists beside them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from geungeo.ontology.fold import loose_key
from geungeo.ontology.records import Partner, Project

from .made_partners import partners
from .sources import ROOT
from .texts import doc, read, untrue

REPORTS = sorted((ROOT / "tests/data/partners").glob("*.txt"))
PRECISION, RECALL, ROLES = 0.95, 0.93, 0.95


@dataclass(frozen=True, slots=True)
class Expected:
    """One organisation of a section by its names, with the roles that fit; an optional one counts neither way."""

    section: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    optional: bool

    def fits(self, section: str, partner: Partner) -> bool:
        """Whether a partner is the one that is expected."""
        return section == self.section and loose_key(partner.organisation.name) in map(loose_key, self.names)


def _expected(path: Path) -> list[Expected]:
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return [
            Expected(
                r["section"], tuple(r["partner"].split("|")), tuple(r["role"].split("|")), r["grade"] == "optional"
            )
            for r in csv.DictReader(file)
        ]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_partners_of_other_cities(path: Path) -> None:
    loaded = read(path.read_text(encoding="utf-8"))
    found = [(p.project.number, p) for p in partners(loaded)]
    expected = _expected(path)
    right = {e for e in expected if any(e.fits(s, p) for s, p in found)}
    wrong = {(s, p.organisation.name) for s, p in found if not any(e.fits(s, p) for e in expected)}
    core = {e for e in expected if not e.optional}
    told = [e for e in right if any(e.fits(s, p) and p.role in e.roles for s, p in found)]
    hit = len(right & core)
    assert hit / (hit + len(wrong)) >= PRECISION, wrong
    assert hit / len(core) >= RECALL, [e.names for e in core - right]
    assert len(told) / len(right) >= ROLES, [e.names for e in right if e not in told]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_spans_are_true_and_a_partnership_stands_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = partners(read(text))
    assert untrue(doc(text), found) == []
    keys: list[tuple[Project, str, str, str]] = [(p.project, p.organisation.name, p.role, p.unit) for p in found]
    assert len(keys) == len(set(keys))
