"""Where the sections of a report speak of its facilities, and what the words behind the name say they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..ontology.fold import DOTS, QUOTES, jurisdictions, loose_key
from ..ontology.records import BudgetLine, Facility, FacilityBudget, FacilityProject, Record, Relation, Span
from .facilities import Gazetteer
from .facility_names import action_of, facility_key, read_item
from .facility_sections import SectionText
from .source import Document, Line

_DROPPED = frozenset(f"{DOTS}{QUOTES}()[]<>,.-~:/")
_RANK: dict[Relation, int] = {"operates": 0, "builds": 1, "plans": 2, "supports": 3, "uses_venue": 4, "mentions": 5}
_SHORT_LIST = re.compile(
    r"(?:캠퍼스|센터|지점|분원|허브)\s*(?:\d+\s*개\s*소\s*)?(?:신규\s*|추가\s*)?(?P<action>[가-힣]{2}(?:[·\s]+[가-힣]{2})?)?\s*"
    rf"\((?P<list>[가-힣]{{2,5}}(?:\s*[,{DOTS}]\s*[가-힣]{{2,5}})+(?:\s*등)?)\)\s*(?P<later>[가-힣]{{2}}\b)?"
)
_QUOTED = re.compile(r"[‘“](?P<word>[가-힣]{2,6})[’”]")
_BEFORE = re.compile(r"[가-힣A-Za-z0-9]$")


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    facility: Facility


def project_relations(
    document: Document, gazetteer: Gazetteer, sections: Sequence[SectionText], city: str
) -> list[Record]:
    """One relation for each facility of a section: the strongest that a table, a list, a line or the text shows."""
    keys = _keys(gazetteer, city)
    any_name = re.compile("|".join(re.escape(key.text) for key in keys))
    made: list[Record] = []
    for section in sections:
        best: dict[str, FacilityProject] = {}
        named = (
            *_proposed(gazetteer, section),
            *_in_text(document, section, keys, any_name),
            *_by_short_names(document, gazetteer, section),
            *_by_quoted_beginning(document, section, keys),
        )
        for found in named:
            known = best.get(found.facility.name)
            if known is None or _RANK[found.relation] < _RANK[known.relation]:
                best[found.facility.name] = found
        made += best.values()
    return made


def _keys(gazetteer: Gazetteer, city: str) -> tuple[_Key, ...]:
    """The keys to look for, longest first; a key of one or two letters would match anything."""
    names = {
        facility_key(name, city): gazetteer.facilities[key]
        for key, proposal in gazetteer.proposals
        for name in (proposal.name, *proposal.aliases)
    }
    return tuple(_Key(k, f) for k, f in sorted(names.items(), key=lambda kv: (-len(kv[0]), kv[0])) if len(k) > 2)


def _proposed(gazetteer: Gazetteer, section: SectionText) -> Iterator[FacilityProject]:
    for key, p in gazetteer.proposals:
        if p.project == section.project:
            yield FacilityProject(gazetteer.facilities[key], section.project, p.relation, p.rule, p.span)


def _in_text(
    document: Document, section: SectionText, keys: tuple[_Key, ...], any_name: re.Pattern[str]
) -> Iterator[FacilityProject]:
    folded = ((line, _folded(line.text)) for line in section.lines)
    for line, fold in (pair for pair in folded if any_name.search(pair[1][0])):
        for facility, span, behind in _find_names(document, line, fold, keys):
            action = action_of(behind)
            relation: Relation = action[1] if action else "mentions"
            yield FacilityProject(facility, section.project, relation, "section-names-facility", span)


def _by_short_names(document: Document, gazetteer: Gazetteer, section: SectionText) -> Iterator[FacilityProject]:
    """`3개 캠퍼스 신규 조성(가온, 나래, 다온 등)`: two known branches or more of one network, by their short names."""
    shorts = {p.short: gazetteer.facilities[key] for key, p in gazetteer.proposals if p.short}
    for line in section.lines:
        for found in _SHORT_LIST.finditer(line.text):
            branches = [shorts[w] for w in re.split(rf"[,\s{DOTS}]+", found["list"]) if w in shorts]
            if len(branches) > 1 and len({b.network for b in branches}) == 1:
                action = action_of(found["action"] or found["later"] or "")
                relation: Relation = action[1] if action else "mentions"
                span = document.line_span(line, *found.span())
                network = [f for f in gazetteer.facilities.values() if f.name == branches[0].network]
                for facility in (*branches, *network):
                    yield FacilityProject(facility, section.project, relation, "short-names-of-branches", span)


def _by_quoted_beginning(document: Document, section: SectionText, keys: Sequence[_Key]) -> Iterator[FacilityProject]:
    """`‘키친’ 192개사`: a quoted word with which the name of one facility alone begins, and more of it follows."""
    for line in section.lines:
        for found in _QUOTED.finditer(line.text):
            word = loose_key(found["word"])
            facilities = {k.facility for k in keys if k.text.startswith(word) and k.text != word}
            if len(facilities) == 1 and not any(k.text == word for k in keys):
                span = document.line_span(line, *found.span("word"))
                yield FacilityProject(facilities.pop(), section.project, "operates", "quoted-beginning", span)


def _find_names(
    document: Document, line: Line, fold: tuple[str, list[int]], keys: Sequence[_Key]
) -> Iterator[tuple[Facility, Span, str]]:
    """The known names in a line, longest first, none inside another; with the text behind each."""
    folded, index = fold
    taken: list[tuple[int, int]] = []
    for key in keys:
        start = folded.find(key.text)
        while start >= 0:
            end = start + len(key.text)
            if not any(a < end and start < b for a, b in taken) and _at_border(line.text, index, start):
                taken.append((start, end))
                first, last = index[start], index[end - 1] + 1
                yield key.facility, document.line_span(line, first, last), line.text[last:]
            start = folded.find(key.text, end)


def _folded(text: str) -> tuple[str, list[int]]:
    """The line as `loose_key` folds it, with the column of each character kept."""
    upper = text.upper()
    if len(upper) != len(text):
        upper = text
    index = [i for i, c in enumerate(upper) if c not in _DROPPED and not c.isspace()]
    return "".join([upper[i] for i in index]), index


def _at_border(text: str, index: list[int], start: int) -> bool:
    """Whether the name begins a word or stands glued to a city's name."""
    before = text[: index[start]]
    return not _BEFORE.search(before) or bool(_city_end().search(before))


@cache
def _city_end() -> re.Pattern[str]:
    """A city's name at the end of a text: a listed one, or any that ends with 시 or 도."""
    names = {word for j in jurisdictions() for word in (j.full, *j.short)}
    return re.compile(rf"(?:{'|'.join(sorted(names))}|[가-힣][시도])$")


def budget_relations(gazetteer: Gazetteer, lines: Sequence[BudgetLine], city: str) -> list[Record]:
    """The budget lines that a facility is named by: as their whole subject, or at the beginning of their name."""
    keys = _keys(gazetteer, city)
    made: list[Record] = []
    for line in (line for line in lines if not line.total and line.table != "overview"):
        named = read_item(line.item)
        if named and (facility := gazetteer.facilities.get(facility_key(named.name, city))):
            made.append(FacilityBudget(facility, line, "named", "item-names-facility", (line.span,)))
        elif facility := _begins_with(line.item, keys, city):
            made.append(FacilityBudget(facility, line, "named", "item-begins-with-facility", (line.span,)))
    return made


def _begins_with(item: str, keys: Sequence[_Key], city: str) -> Facility | None:
    """The longest known name that is the first words of a line's name."""
    words = [item[: m.end()] for m in re.finditer(r"[^\s(]+", item)]
    firsts = {facility_key(w, city) for w in words}
    return next((key.facility for key in keys if key.text in firsts), None)
