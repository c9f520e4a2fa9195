"""Laws as flat rows for programs: all that citations reach, or everything of some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from .laws import LawFile, resting
from .rows import Rows, Value
from .steps import Steps
from .walk import Place, Store, Walk

OVERVIEW = ("law", "laws", "kind", "jurisdiction", "projects", "facilities", "fiscal_year", "amount_krw")
COLUMNS = (
    *("law", "relation", "article", "heading", "thing", "thing_article", "strength", "checked", "fiscal_year"),
    *("amount_krw", "line", "source"),
)


def overview(store: Store) -> Rows:
    """Every law that a citation reaches or that names a facility, the most used first, with the original budget that
    rests on it alone; then a row for what rests on several laws together, joined by `|`: the amounts may be added up.
    """
    steps = Steps(Walk(store))
    walk = steps.walk
    year, money = resting(steps)
    projects, facilities = _counts(walk)
    single = []
    for law in {walk.one(citation, "gg:law") for citation in walk.all("gg:Citation")} | set(facilities):
        kind, where = walk.code(law, "eli:type_document"), walk.one(law, "gg:jurisdiction") or None
        alone = money.get((law,))
        count = (len(projects[law]), len(facilities[law]))
        single.append((walk.label(law), 1, kind, where, *count, year if alone else None, alone.won if alone else None))
    shared = [
        ("|".join(rests.laws), len(laws), None, None, rests.projects, None, year, rests.won)
        for laws, rests in money.items()
        if len(laws) > 1
    ]
    single.sort(key=lambda row: (-row[4], -row[5], row[0], row[2]))
    return Rows(OVERVIEW, (*single, *sorted(shared, key=lambda row: (-row[-1], row[0]))))


def _counts(walk: Walk) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The projects that state a law as their basis and the facilities that stand on it, by the law."""
    projects, facilities = defaultdict(set), defaultdict(set)
    for citation in walk.all("gg:Citation"):
        if walk.one(citation, "gg:isBasis") == "true":
            projects[walk.one(citation, "gg:law")].add(walk.one(citation, "gg:project"))
    for link in walk.all("gg:FacilityLaw"):
        facilities[walk.one(link, "gg:law")].add(walk.one(link, "gg:facility"))
    return projects, facilities


def rows(laws: Iterable[LawFile]) -> Rows:
    """Everything of some laws; `relation` tells what a row is: article, carries_out, carried_out_by, cited_by, basis,
    mention, facility, money."""
    made = ({"law": law.thing.label, **cells} for law in laws for cells in _rows(law))
    return Rows(COLUMNS, tuple(tuple(cells.get(name) or None for name in COLUMNS) for cells in made))


def _rows(law: LawFile) -> Iterator[Mapping[str, Value]]:
    for article in law.articles:
        cells = {"relation": "article", "article": article.number, "heading": article.heading}
        yield {**cells, **_place((article.place,))}
    yield from ({"relation": "carries_out", "thing": title} for title in law.above)
    yield from ({"relation": "carried_out_by", "thing": title} for title in law.below)
    for one in law.citing:
        yield {"relation": "cited_by", "article": one.article, "thing": one.law, "thing_article": one.by}
    for cited in law.cited:
        yield {
            "relation": "basis" if cited.law.basis else "mention",
            "article": cited.law.articles,
            "thing": cited.project.title if cited.project else None,
            "checked": cited.law.verdict.code if cited.law.verdict else None,
            **_place(cited.law.places),
        }
    for stands in law.standing:
        cells = {"relation": "facility", "article": stands.articles, "thing": stands.facility.name}
        yield {**cells, "strength": stands.strength, **_place(stands.places)}
    for rests in law.money:
        money = {"fiscal_year": law.fiscal_year, "amount_krw": rests.won}
        yield {"relation": "money", "thing": "|".join(rests.laws), **money}


def _place(places: Iterable[Place]) -> dict[str, Value]:
    found = list(places)
    lines = "|".join(str(line) for place in found for line in place.lines)
    return {"line": lines, "source": "|".join(place.source for place in found)}
