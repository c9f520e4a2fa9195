"""All that a report says of its facilities: who is one, what is said of it, in which sections and lines it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ontology.records import BudgetLine, Project, Record
from .bases import Reader
from .facilities import Gazetteer, read_facilities
from .facility_facts import read_facts
from .facility_index import index_of
from .facility_items import Attribute, Told, told
from .facility_mentions import budget_relations, project_relations
from .facility_money import Where, read_money
from .facility_names import facility_key
from .facility_prose import Prose
from .facility_records import facility_records
from .facility_residents import read_residents
from .facility_sections import SectionText
from .outline import Chapter

# Beside the sections: what the departments do, and what the council asked.
_TOLD = ("general", "audit")


def facilities_of(
    reader: Reader,
    as_of: str,
    general: Sequence[Record],
    lines: Sequence[BudgetLine],
    texts: Sequence[SectionText],
    outline: Sequence[Chapter],
) -> tuple[Gazetteer, list[Record]]:
    """The facilities of the sections and of other chapters' running text, as records; `as_of`: an ISO date."""
    document, city = reader.document, reader.city
    prose = [Prose(text.project, text.lines) for text in texts]
    prose += [Prose(None, chapter.lines) for chapter in outline if chapter.role in _TOLD]
    gazetteer = read_facilities(document, general, lines, texts, prose, city)
    keys, index = gazetteer.keys(city), index_of(gazetteer, city)

    def key_of(name: str) -> str:
        return keys.get(facility_key(name, city), "")

    sections = [(text, list(told(text.lines, key_of, _title(text)))) for text in prose]
    attributes = [a for _, lines_told in sections for a in _attributes(reader, lines_told)]
    return gazetteer, [
        *facility_records(gazetteer, attributes, as_of),
        *project_relations(document, gazetteer, texts, index),
        *budget_relations(gazetteer, lines, index, city),
        *_money(reader, gazetteer, sections, lines),
    ]


def _title(text: Prose) -> str:
    return text.project.title if text.project else ""


def _attributes(reader: Reader, lines: Sequence[Told]) -> Iterator[Attribute]:
    yield from read_facts(reader.document, lines)
    yield from read_residents(reader.document, lines)


def _money(
    reader: Reader,
    gazetteer: Gazetteer,
    sections: Sequence[tuple[Prose, Sequence[Told]]],
    lines: Sequence[BudgetLine],
) -> Iterator[Record]:
    overviews: dict[Project | None, dict[int, BudgetLine]] = {}
    for line in (line for line in lines if line.table == "overview"):
        overviews.setdefault(line.project, {})[line.span.first_line] = line
    for text, lines_told in sections:
        where = Where(text.project, overviews.get(text.project, {}) if text.project else {}, gazetteer.facilities)
        yield from read_money(reader.document, lines_told, where)
