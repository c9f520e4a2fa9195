"""Where the sections of a report speak of its facilities, and what the words behind the name say they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ..ontology.fold import DOTS, jurisdictions, loose_key
from ..ontology.records import BudgetLine, Facility, FacilityBudget, FacilityProject, Project, Record, Relation, Span
from .facilities import Gazetteer
from .facility_index import Index, folded
from .facility_names import action_of, facility_key, read_item
from .facility_sections import SectionText
from .source import Document, Line

_RANK: dict[Relation, int] = {"operates": 0, "builds": 1, "plans": 2, "supports": 3, "uses_venue": 4, "mentions": 5}
_SHORT_LIST = re.compile(
    r"(?:캠퍼스|센터|지점|분원|허브)\s*(?:\d+\s*개\s*소\s*)?(?:신규\s*|추가\s*)?(?P<action>[가-힣]{2}(?:[·\s]+[가-힣]{2})?)?\s*"
    rf"\((?P<list>[가-힣]{{2,5}}(?:\s*[,{DOTS}]\s*[가-힣]{{2,5}})+(?:\s*등)?)\)\s*(?P<later>[가-힣]{{2}}\b)?"
)
_QUOTED = re.compile(r"[‘“](?P<word>[가-힣]{2,6})[’”]")
_BEFORE = re.compile(r"[가-힣A-Za-z0-9]$")
_LONGEST_CITY = 12


def project_relations(
    document: Document, gazetteer: Gazetteer, sections: Sequence[SectionText], index: Index
) -> list[Record]:
    """One relation for each facility of a section: the strongest that a table, a list, a line or the text shows."""
    by_name = {f.name: f for f in gazetteer.facilities.values()}
    shorts = {p.short: gazetteer.facilities[key] for key, p in gazetteer.proposals if p.short}
    made: list[Record] = []
    proposed = _proposed(gazetteer)
    for section in sections:
        best: dict[str, FacilityProject] = {}
        named = (
            *proposed.get(section.project, ()),
            *_in_text(document, section, index),
            *_by_short_names(document, section, shorts, by_name),
            *_by_quoted_beginning(document, section, index),
        )
        for found in named:
            known = best.get(found.facility.name)
            if known is None or _RANK[found.relation] < _RANK[known.relation]:
                best[found.facility.name] = found
        made += best.values()
    return made


def _proposed(gazetteer: Gazetteer) -> dict[Project, list[FacilityProject]]:
    made: dict[Project, list[FacilityProject]] = {}
    for key, p in gazetteer.proposals:
        if p.project:
            found = FacilityProject(gazetteer.facilities[key], p.project, p.relation, p.rule, p.span)
            made.setdefault(p.project, []).append(found)
    return made


def _in_text(document: Document, section: SectionText, index: Index) -> Iterator[FacilityProject]:
    for line in section.lines:
        for facility, span, behind in _find_names(document, line, index):
            action = action_of(behind)
            relation: Relation = action[1] if action else "mentions"
            yield FacilityProject(facility, section.project, relation, "section-names-facility", span)


def _by_short_names(
    document: Document, section: SectionText, shorts: Mapping[str, Facility], by_name: Mapping[str, Facility]
) -> Iterator[FacilityProject]:
    """`3개 캠퍼스 신규 조성(가온, 나래, 다온 등)`: two known branches or more of one network, by their short names."""
    for line in section.lines:
        for found in _SHORT_LIST.finditer(line.text):
            branches = [shorts[w] for w in re.split(rf"[,\s{DOTS}]+", found["list"]) if w in shorts]
            if len(branches) > 1 and len({b.network for b in branches}) == 1:
                action = action_of(found["action"] or found["later"] or "")
                relation: Relation = action[1] if action else "mentions"
                span = document.line_span(line, *found.span())
                network = [by_name[name] for name in (branches[0].network,) if name in by_name]
                for facility in (*branches, *network):
                    yield FacilityProject(facility, section.project, relation, "short-names-of-branches", span)


def _by_quoted_beginning(document: Document, section: SectionText, index: Index) -> Iterator[FacilityProject]:
    """`‘키친’ 192개사`: a quoted word with which the name of one facility alone begins, and more of it follows."""
    for line in section.lines:
        for found in _QUOTED.finditer(line.text):
            if facility := index.only_one(loose_key(found["word"])):
                span = document.line_span(line, *found.span("word"))
                yield FacilityProject(facility, section.project, "operates", "quoted-beginning", span)


def _find_names(document: Document, line: Line, index: Index) -> Iterator[tuple[Facility, Span, str]]:
    """The known names in a line, longest first, none inside another; with the text behind each."""
    text, columns = folded(line.text)
    taken: list[tuple[int, int]] = []
    for start, key in index.find(text):
        end = start + len(key)
        if not any(a < end and start < b for a, b in taken) and _at_border(line.text, columns, start):
            taken.append((start, end))
            first, last = columns[start], columns[end - 1] + 1
            yield index.facilities[key], document.line_span(line, first, last), line.text[last:]


def _at_border(text: str, columns: list[int], start: int) -> bool:
    """Whether the name begins a word or stands glued to a city's name."""
    before = text[max(0, columns[start] - _LONGEST_CITY) : columns[start]]
    return not _BEFORE.search(before) or bool(_city_end().search(before))


@cache
def _city_end() -> re.Pattern[str]:
    """A city's name at the end of a text: a listed one, or any that ends with 시 or 도."""
    names = {word for j in jurisdictions() for word in (j.full, *j.short)}
    return re.compile(rf"(?:{'|'.join(sorted(names))}|[가-힣][시도])$")


def budget_relations(gazetteer: Gazetteer, lines: Sequence[BudgetLine], index: Index, city: str) -> list[Record]:
    """The budget lines that a facility is named by: as their whole subject, or at the beginning of their name."""
    made: list[Record] = []
    for line in (line for line in lines if not line.total and line.table != "overview"):
        named = read_item(line.item)
        if named and (facility := gazetteer.facilities.get(facility_key(named.name, city))):
            made.append(FacilityBudget(facility, line, "named", "item-names-facility", (line.span,)))
        elif facility := _begins_with(line.item, index, city):
            made.append(FacilityBudget(facility, line, "named", "item-begins-with-facility", (line.span,)))
    return made


def _begins_with(item: str, index: Index, city: str) -> Facility | None:
    """The longest known name that is the first words of a line's name."""
    return index.longest(facility_key(item[: m.end()], city) for m in re.finditer(r"[^\s(]+", item))
