"""What the citation reader hands out: register entries, lookups, and citations found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from ...ontology.records import CitationStatus, Law, LawKind

NATION = "대한민국"


@dataclass(frozen=True, slots=True)
class Entry:
    """One law of the register, facts only. Dates are ISO; `parent` is the law id of the act of a decree or rule;
    `page` is empty if it follows from the title."""

    title: str
    kind: LawKind
    jurisdiction: str
    law_id: str = ""
    number: str = ""
    promulgated: str = ""
    in_force: str = ""
    ministry: str = ""
    parent: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the register says of a name: one entry, or none and the reason.

    `how`: exact, fold (blanks, dots, quotes, the city's short name), weak_fold, short_name, each with
    `+inherited_city` if the city was not printed; else ambiguous or not_in_register. `candidates` are all
    the entries that were considered, former laws of the same title included.
    """

    entry: Entry | None
    how: str
    candidates: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A citation in a text. `text[start:end]` is all of it (quotes, articles, brackets), `text[name_start:name_end]`
    and `printed` the name alone. `articles` are canonical (`제14조제4항`, ranges `제15조~제17조`), `heading` the
    article titles printed in brackets (joined with `|`), `others` a following 등; `how` as in `Resolution`, or
    anaphor, plan, or the reason why the law is not resolved."""

    start: int
    end: int
    name_start: int
    name_end: int
    printed: str
    law: Law
    articles: tuple[str, ...]
    heading: str
    others: bool
    how: str
    status: CitationStatus
