"""Small pieces of reports against the reviewed records that they give.

`golden/<name>.txt` is read whole; `golden/<name>.expected.csv` lists what must come of it. Without that file it is
written and the test fails, so that a person reads it first.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from geungeo.graph.link import derive
from geungeo.loaders.citations.register import Register
from geungeo.loaders.source import read
from geungeo.loaders.work_report import load
from geungeo.ontology import records as r

from .texts import untrue

_FOLDER = Path(__file__).parent / "golden"
_HEAD = ("record", "line", "of", "what", "value")


def _row(record: object) -> tuple[object, ...] | None:
    return _organisation(record) or _money(record) or _place(record)


def _organisation(record: object) -> tuple[object, ...] | None:
    match record:
        case r.SourceFact(property=what, value=value, span=span):
            return "source", span.first_line if span else "", "", what, value
        case r.Department(name=name, kind=kind, span=span):
            return "department", span.first_line, name, "kind", kind
        case r.StaffCount(department=unit, grade=grade, quota=quota, current=current, span=span):
            return "staff", span.first_line, unit.name, grade, f"{_shown(quota)}/{_shown(current)}"
        case r.Duty(department=unit, text=text, span=span):
            return "duty", span.first_line, unit.name, "", text
        case r.Team(project=project, name=name, span=span):
            return "team", span.first_line, project.title, "", name
        case r.Project(title=title, number=number, department=unit, first_line=first, last_line=last):
            return "project", f"{first}-{last}", unit.name if unit else "", number, title
        case r.Citation(law=law, articles=articles, basis=True, project=project, span=span):
            return "basis", span.first_line, project.title if project else "", "|".join(articles), law.title
    return None


def _money(record: object) -> tuple[object, ...] | None:
    match record:
        case r.BudgetLine(table=table, item=item, department=unit, total=total, span=span):
            lines = f"{span.first_line}-{span.last_line}"
            return "total" if total else "line", lines, unit.name if unit else "", table, item
        case r.Amount(line=line, fiscal_year=year, phase=phase, won=won, span=span):
            return "amount", span.first_line, line.item, f"{phase} {year}", won
        case r.LineMatch(detail=detail, summary=summary, relation=relation, rule=rule):
            return "match", detail.span.first_line, detail.item, f"{relation} by {rule}", summary.item
    return None


def _place(record: object) -> tuple[object, ...] | None:
    match record:
        case r.Facility(name=name, network=network, span=span):
            return "facility", span.first_line, network, "", name
        case r.FacilityName(facility=place, name=name, span=span):
            return "name", span.first_line, place.name, "", name
        case r.FacilityFact(facility=place, property=what, value=value, rule=rule, span=span):
            return "fact", span.first_line, place.name, f"{what}{' by ' + rule if rule else ''}", value
        case r.FacilityProject(facility=place, project=project, relation=relation, span=span):
            return "relation", span.first_line, place.name, relation, project.title
        case r.FacilityBudget(facility=place, line=line, match=kind, rule=rule):
            return "budget", line.span.first_line, place.name, f"{kind} by {rule}", line.item
        case r.FacilityLaw(facility=place, citation=citation, strength=strength):
            return "law", citation.span.first_line, place.name, strength, citation.law.title
    return None


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)


def _table(loaded: r.Loaded) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(row for record in loaded.records if (row := _row(record)))
    writer.writerows(("problem", p.line, "", p.severity, p.text) for p in loaded.problems)
    return text.getvalue()


def _pairs() -> Iterator[Path]:
    return iter(sorted(_FOLDER.glob("*.txt")))


@pytest.mark.parametrize("path", list(_pairs()), ids=lambda path: path.stem)
def test_a_piece_gives_the_reviewed_records(path: Path) -> None:
    document = read(path)
    loaded = derive(load(document, Register.bundled()))
    expected = path.with_suffix(".expected.csv")
    if not expected.exists():
        expected.write_text(_table(loaded), encoding="utf-8", newline="")
        pytest.fail(f"{expected.name} was missing: read what has been written there and keep it if it is right")
    assert untrue(document, loaded.records) == []
    assert _table(loaded).splitlines() == expected.read_text(encoding="utf-8").splitlines()


def test_there_are_pieces() -> None:
    assert len(list(_pairs())) >= 5
