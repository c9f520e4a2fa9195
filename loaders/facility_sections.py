"""The facilities of a project's section: its 시설현황 fields, their tables, and counted lists of branches."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..ontology.records import BudgetLine, Project, Relation, Span
from .facility_groups import grouped
from .facility_lists import Branch, branch_name, branches, listed_names, usual_forms
from .facility_names import clean, facility_key, head_of, read_item, refused
from .facility_tables import FacilityColumn, Stated, read_table
from .fields import Field, Item, blocks, fields, items
from .source import Document, Line
from .spacing import normal, squeeze

_NOUN = re.compile(r"(캠퍼스|센터|지점|분원|분관|교육원|허브)\s*\d{1,3}\s*개\s*소")
_BEFORE_COUNT = re.compile(r"(?P<name>[^\d(:：]+?)\s*(?:총\s*)?\d{1,3}\s*(?:개\s*소|개\s|캠퍼스|센터|곳)")
_AFTER_COUNT = re.compile(r"\d{1,3}\s*개\s*소\s*(?P<name>[^\s\d(]+)")
_BUILDING = re.compile(r"[^,)]{0,4}(?:조성|건립|공사|건축)\s*중")


@dataclass(frozen=True, slots=True)
class SectionText:
    """A project with the lines of its section."""

    project: Project
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One place where the document names a facility."""

    name: str
    network: str
    span: Span
    rule: str
    type: str = ""
    relation: Relation = "mentions"
    aliases: tuple[str, ...] = ()
    facts: tuple[Stated, ...] = ()
    project: Project | None = None
    line: BudgetLine | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class _Scope:
    """The section at hand, the network that its title is about, and what the whole document attests."""

    document: Document
    section: SectionText
    network: str
    city: str
    attested: Callable[[str], bool]

    def span(self, item: Item, start: int, end: int) -> Span:
        """A slice of a logical line in the document."""
        first, last = item.locate(start, end)
        return self.document.span(first.line, first.start, last.line, last.end)


def read_section(
    document: Document, section: SectionText, city: str, attested: Callable[[str], bool]
) -> Iterator[Proposal]:
    """The facility fields of a section, and every counted list of branches in it."""
    scope = _Scope(document, section, _network_of(section.project.title), city, attested)
    for block in blocks(section.lines):
        for entry in fields(block.lines):
            if entry.role == "facilities":
                yield from _from_field(scope, entry)
        above: list[Item] = []
        for item in items(block.lines):
            above = [*(p for p in above if p.level < item.level), item]
            yield from _named_branches(scope, item, above)


def _network_of(title: str) -> str:
    """The facility that a section's title is about."""
    if named := read_item(title):
        return named.name
    firsts = [title[: m.end()].rstrip(",") for m in re.finditer(r"\S+", title)]
    return next((clean(name) for name in firsts if head_of(name)), "")


def _from_field(scope: _Scope, entry: Field) -> Iterator[Proposal]:
    """A 시설현황 or 운영시설 field: the network it counts, its table, the names it lists."""
    own = _counted(entry.items[0]) if entry.items else ""
    own = own or scope.network
    project = scope.section.project
    if head := head_of(own) if own else None:
        span = scope.document.line_span(entry.line)
        yield Proposal(own, "", span, "table-lists-facility", head.type, "operates", project=project)
    for column in read_table(scope.document, [p.line for item in entry.items for p in item.pieces]):
        yield _column(scope, column, own)
    for item in entry.items:
        for name, start, end in listed_names(scope.document, item):
            if squeeze(name) != squeeze(own):
                yield _listed(scope, item, (name, start, end))


def _counted(item: Item) -> str:
    """The facility whose branches are counted: `창업허브 4개소`, `기술교육원 4 캠퍼스(…)`, `5개소 공영주차장 조성`."""
    found = _BEFORE_COUNT.match(item.text) or _AFTER_COUNT.search(item.text)
    name = clean(found["name"]) if found else ""
    return name if head_of(name) and not refused(name) else ""


def _column(scope: _Scope, column: FacilityColumn, network: str) -> Proposal:
    """A column's head is a whole name, or a branch's short name under the network of the field."""
    name, aliases = column.name, tuple[str, ...]()
    head = head_of(network or name)
    if network and not head_of(name):
        kind = re.match(r"\s*".join(map(re.escape, head.word)), name) if head else None
        if kind:
            name, aliases = f"{network} {name[kind.end() :].strip()}", (name,)
        elif facility_key(network.split()[-1], scope.city) not in facility_key(name, scope.city):
            name, aliases = branch_name(Branch(name, False, "", (), 0, 0), network, "", scope.attested)
    # Beside the facility of the title others may stand that are none of its branches.
    apart = bool(network) and facility_key(network.split()[-1], scope.city) not in facility_key(name, scope.city)
    return Proposal(
        name,
        "" if apart else network,
        column.span,
        "table-lists-facility",
        head.type if head else "",
        "operates",
        aliases,
        column.facts,
        scope.section.project,
    )


def _listed(scope: _Scope, item: Item, at: tuple[str, int, int]) -> Proposal:
    name, start, end = at
    head, span = head_of(name), scope.span(item, start, end)
    facts, relation = tuple[Stated, ...](), "operates"
    if building := _BUILDING.match(item.text[end:]):
        stated = scope.span(item, start, end + building.end())
        facts, relation = (Stated("status", "under_construction", normal(stated.quote), stated),), "builds"
    return Proposal(
        name,
        "",
        span,
        "table-lists-facility",
        head.type if head else "",
        relation,  # type: ignore[arg-type]
        facts=facts,
        project=scope.section.project,
    )


def _named_branches(scope: _Scope, item: Item, above: Sequence[Item]) -> Iterator[Proposal]:
    """The branches of a list under the network that its own line names, else a line above, else the section's."""
    network = _counted(item) or scope.network
    nouns = [noun for line in above for noun in _nouns(line.text)]
    found = branches(scope.document, item)
    if not found and (places := grouped(item, above[:-1], scope.attested)):
        parent = next((named for line in above[-2::-1] if (named := read_item(_head(line)))), None)
        network, found = (parent.name, places) if parent else (network, [])
    last = nouns[-1] if nouns else ""
    kept = [branch for branch in found if branch.whole or head_of(network)]
    own = {branch.noun or last for branch in kept if not branch.whole}
    usual = {noun: usual_forms(found, network, noun, scope.attested) for noun in own}
    for branch in kept:
        noun = branch.noun or last
        yield _branch(scope, item, branch, (network, noun), usual.get(noun, frozenset()))


@lru_cache(maxsize=64)
def _nouns(text: str) -> tuple[str, ...]:
    """What the branches are that a line counts (`캠퍼스 5개소`); each line is asked for every line below it."""
    return tuple(_NOUN.findall(text))


def _head(item: Item) -> str:
    return item.text.split("(")[0]


def _branch(scope: _Scope, item: Item, branch: Branch, network: tuple[str, str], usual: Collection[str]) -> Proposal:
    own, noun = network
    planned = any(f.property == "status" and f.value != "operating" for f in branch.facts)
    name, aliases = branch.name, tuple[str, ...]()
    if not branch.whole:
        name, aliases = branch_name(branch, own, noun, scope.attested, usual)
    head = head_of(branch.name if branch.whole else own)
    return Proposal(
        name,
        "" if branch.whole else own,
        scope.span(item, branch.start, branch.end),
        "list-of-branches",
        head.type if head else "",
        "builds" if planned else "operates",
        aliases,
        branch.facts,
        scope.section.project,
        short="" if branch.whole else branch.name,
    )
