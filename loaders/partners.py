"""Partners of the projects: the organisations, their other names, and what each does for a project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ..ontology.fold import jurisdictions, loose_key
from ..ontology.records import (
    Citation,
    Department,
    FacilityOperator,
    Organisation,
    OrganisationName,
    Partner,
    PartnerStatus,
    Problem,
    Project,
    Record,
)
from .facility_names import facility_key
from .facility_sections import SectionText
from .partners_around import Surroundings
from .partners_declared import Declared, by_key, declarations
from .partners_find import Found, find
from .partners_labels import plain_name
from .partners_mentions import mentions
from .partners_names import Named
from .partners_same import same
from .partners_status import period_of, status_of
from .report import Report
from .spacing import normal

_LASTING = ("위원회", "심의회", "협의회", "협의체")
_SHORT = "short-name-of-organisation"


def read_partners(report: Report) -> tuple[Iterable[Record], Iterable[Problem]]:
    """The partners of every project and key plan; of one organisation in one role for one unit the first mention."""
    declared = declarations(report.document)
    around = _surroundings(report, declared)
    operators = [r for r in report.records if isinstance(r, FacilityOperator)]
    found = [p for section in report.texts for p in _in_section(report, section, around, operators)]
    known = [Organisation(d.named.name, d.named.kind) for d in declared]
    merged = same([p.organisation for p in found], known)
    parts = _first_of_each(replace(p, organisation=merged[p.organisation.name]) for p in found)
    return _records(parts, declared, merged), ()


def _in_section(
    report: Report, section: SectionText, around: Surroundings, operators: Sequence[FacilityOperator]
) -> Iterator[Partner]:
    for found in find(section, around):
        yield _partner(report, found)
    yield from _operators(report, section.project, operators)


def _surroundings(report: Report, declared: Sequence[Declared]) -> Surroundings:
    laws = sorted((r.span.start, r.span.end) for r in report.records if isinstance(r, Citation))
    city, own = report.source.city, _own(report)
    keys = report.gazetteer.keys(city)

    @lru_cache(maxsize=1024)
    def is_facility(name: str) -> bool:
        key = facility_key(name, city)
        return key in keys or any(k.endswith(key) for k in keys)

    return Surroundings(by_key(declared), laws, report.lexicon.words, is_facility, lambda name: loose_key(name) in own)


def _own(report: Report) -> frozenset[str]:
    """The city, the bureau, its departments and offices by all their names."""
    city, bureau = report.source.city, report.source.bureau
    names = {city, bureau, "市", "시", "본청", f"{city}청", *city.split()}
    names |= {w for j in jurisdictions() if j.full in city for w in (j.full, *j.short)}
    names |= {r.name for r in report.records if isinstance(r, Department) and r.kind != "affiliate"}
    return frozenset(loose_key(n) for n in names if n)


def _partner(report: Report, found: Found) -> Partner:
    passage = found.passage
    lasting = "입주기업" in passage.text or found.named.name.endswith(_LASTING)
    period = period_of(passage, found.role, found.end)
    status = status_of(passage, found.role, lasting, period, report.source.as_of)
    organisation = Organisation(found.named.name, found.named.kind)
    span = passage.span(report.document, found.start, found.end)
    return Partner(
        passage.project, organisation, found.printed, found.role, status, period, found.unit, found.rule, span
    )


def _operators(report: Report, project: Project, operators: Sequence[FacilityOperator]) -> Iterator[Partner]:
    """The operators of the facilities whose table or list stands in the section."""
    for record in operators:
        inside = project.first_line <= record.span.first_line <= project.last_line
        if inside and (named := _operator(record.operator)):
            organisation, unit = Organisation(named.name, named.kind), record.facility.name
            status = _status(record.term, report.source.as_of)
            yield Partner(
                project, organisation, record.operator, "operator", status, record.term, unit, "", record.span
            )


def _operator(printed: str) -> Named | None:
    found = mentions(printed, {})
    return found[0].named if found else plain_name(printed)


def _status(term: str, as_of: str) -> PartnerStatus:
    """What a table of facilities states holds, unless its term has run out."""
    end = term.partition("/")[2]
    return "past" if end and as_of and end < as_of[: len(end)] else "current"


def _first_of_each(found: Iterable[Partner]) -> list[Partner]:
    """One record for each project, organisation, role and unit; where units are named, none without.

    What is only concluded from a mention gives way to any role that the text tells.
    """
    ordered = sorted(found, key=lambda p: p.span.start)
    with_units = {(p.project, p.organisation, p.role) for p in ordered if p.unit}
    told = {(p.project, p.organisation) for p in ordered if not p.rule}
    made: dict[tuple[Project, Organisation, str, str], Partner] = {}
    for part in ordered:
        if part.rule and (part.project, part.organisation) in told:
            continue
        if part.unit or (part.project, part.organisation, part.role) not in with_units:
            made.setdefault((part.project, part.organisation, part.role, part.unit), part)
    return list(made.values())


def _records(
    parts: Sequence[Partner], declared: Sequence[Declared], merged: Mapping[str, Organisation]
) -> list[Record]:
    """The partnerships, and the other names of their organisations (as declared, as printed)."""
    by_name = {**{p.organisation.name: p.organisation for p in parts}, **merged}
    names: dict[tuple[Organisation, str], OrganisationName] = {}
    for short in declared:
        if organisation := by_name.get(short.named.name):
            names.setdefault((organisation, short.short), OrganisationName(organisation, short.short, "", short.span))
    for part in parts:
        organisation, printed = part.organisation, normal(part.printed)
        short_form = loose_key(printed) != loose_key(organisation.name) and "(" not in printed
        if short_form and organisation.kind != "district":
            names.setdefault((organisation, printed), OrganisationName(organisation, printed, _SHORT, part.span))
    return [*names.values(), *parts]
