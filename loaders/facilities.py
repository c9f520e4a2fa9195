"""The facilities of a report: what its tables, lists, titles and duties name, merged into one entity each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..ontology.records import (
    BudgetLine,
    Department,
    Duty,
    Facility,
    Project,
    Record,
    Span,
)
from .facility_definitions import not_places
from .facility_names import Named, facility_key, head_of, read_item, refused
from .facility_prose import Prose, prose_proposals
from .facility_sections import Proposal, SectionText, read_section
from .facility_venues import venues
from .source import Document
from .spacing import squeeze


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The facilities of one document by key, with every proposal that led to them."""

    facilities: dict[str, Facility]
    proposals: tuple[tuple[str, Proposal], ...]

    def keys(self, city: str) -> dict[str, str]:
        """The key of every spelling, to the key of its facility."""
        made = {key: key for key in self.facilities}
        for key, proposal in self.proposals:
            for name in proposal.aliases:
                made.setdefault(facility_key(name, city), key)
        return made


def read_facilities(
    document: Document,
    general: Sequence[Record],
    lines: Sequence[BudgetLine],
    sections: Sequence[SectionText],
    prose: Sequence[Prose],
    city: str,
) -> Gazetteer:
    """Summary lines name first, then titles, section tables and lists, duties; running text adds to them."""
    whole = squeeze(document.text)

    @cache
    def attested(name: str) -> bool:
        return squeeze(name) in whole

    proposals = [
        *_from_lines(line for line in lines if line.table == "summary"),
        *_from_titles(sections),
        *(p for section in sections for p in read_section(document, section, city, attested)),
        *_from_lines(line for line in lines if line.table == "detail"),
        *_from_offices(general),
        *_from_duties(document, general),
    ]
    other = not_places(document, city)
    known = [p for p in proposals if not refused(p.name) and facility_key(p.name, city) not in other]
    names = {key: facility.name for key, facility in _merge(known, city).facilities.items()}
    held = [
        v for section in sections for v in venues(document, section, lambda name: facility_key(name, city) in names)
    ]
    told = (p for p in prose_proposals(document, prose, names, city) if facility_key(p.name, city) not in other)
    return _merge([*known, *told, *held], city)


def _merge(proposals: Sequence[Proposal], city: str) -> Gazetteer:
    """One entity a key; a network counts only where the document names it by itself."""
    entities: dict[str, list[Proposal]] = {}
    keyed: list[tuple[str, Proposal]] = []
    for proposal in proposals:
        key = facility_key(proposal.name, city)
        entities.setdefault(key, []).append(proposal)
        keyed.append((key, proposal))
    names = {key: found[0].name for key, found in entities.items()}
    facilities = {}
    for key, found in entities.items():
        network = next((p.network for p in found if p.network), "") or _leading_name(names[key], names, city)
        network_key = facility_key(network, city) if network else ""
        parent = names.get(network_key, "") if network_key != key else ""
        facilities[key] = Facility(names[key], parent, min((p.span for p in found), key=lambda s: s.start))
    return Gazetteer(facilities, tuple(keyed))


def _leading_name(name: str, names: Mapping[str, str], city: str) -> str:
    """Another facility whose name is the first words of this one: `N밸리` of `N밸리 박물관`."""
    words = name.split()
    firsts = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    return next((names[key] for first in firsts if (key := facility_key(first, city)) in names), "")


def _from_lines(lines: Iterable[BudgetLine]) -> Iterator[Proposal]:
    for line in lines:
        if not line.total and (named := read_item(line.item)):
            yield _proposal(named, line.span, "item-names-facility", line.project, line)


def _from_titles(sections: Sequence[SectionText]) -> Iterator[Proposal]:
    for section in sections:
        if named := read_item(section.project.title):
            yield _proposal(named, section.project.span, "section-names-facility", section.project, None)


def _proposal(named: Named, span: Span, rule: str, project: Project | None, line: BudgetLine | None) -> Proposal:
    return Proposal(
        named.name,
        named.network,
        span,
        rule,
        type=named.head.type,
        relation=named.relation,
        project=project,
        line=line,
    )


def _from_offices(general: Sequence[Record]) -> Iterator[Proposal]:
    """An office (사업소) that is itself a place: a museum, a library."""
    for record in general:
        if isinstance(record, Department) and record.kind == "office" and (head := head_of(record.name)):
            yield Proposal(record.name, "", record.span, "table-lists-facility", type=head.type, relation="operates")


def _from_duties(document: Document, general: Sequence[Record]) -> Iterator[Proposal]:
    """Phrases of duties such as `한빛국제금융센터 운영`."""
    for record in general:
        if not isinstance(record, Duty):
            continue
        for phrase in re.finditer(r"[^,()]+(?:\([^()]*\)[^,()]*)?", record.text):
            if named := read_item(phrase[0]):
                yield _proposal(named, record.span, "section-names-facility", None, None)
