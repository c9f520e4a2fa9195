"""A report once its outline, laws, money and facilities are read: what the readers of activities look at."""

from __future__ import annotations

from dataclasses import dataclass

from ..ontology.records import Department, Facility, Project, Record, Source
from .bases import Reader
from .budget_sheets import Sheet
from .facilities import Gazetteer
from .facility_names import facility_key
from .facility_sections import SectionText
from .outline import Chapter
from .source import Document
from .spacing import Lexicon


@dataclass(frozen=True, slots=True)
class Report:
    """`texts` are the key plans and project sections; `records` all that was read before; `sheets` the budget tables
    as printed; `year` 0 if unknown."""

    document: Document
    source: Source
    year: int
    lexicon: Lexicon
    reader: Reader
    departments: tuple[Department, ...]
    outline: tuple[Chapter, ...]
    texts: tuple[SectionText, ...]
    gazetteer: Gazetteer
    records: tuple[Record, ...]
    sheets: tuple[Sheet, ...] = ()

    def chapters(self, role: str) -> list[Chapter]:
        """The chapters of a role (general, budget, situation, vision, key_plan, projects, audit)."""
        return [c for c in self.outline if c.role == role]

    def text_of(self, project: Project) -> SectionText | None:
        """The section of a project."""
        return next((t for t in self.texts if t.project == project), None)

    def facility(self, name: str) -> Facility | None:
        """The facility that has this name in one of its spellings."""
        city = self.source.city
        found = self.gazetteer.keys(city).get(facility_key(name, city))
        return next((r for r in self.records if isinstance(r, Facility) and r.name == found), None)
