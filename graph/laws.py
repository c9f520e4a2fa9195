"""What a graph says of a law: its articles, who cites it, which projects and facilities stand on it, how much money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote

from .chains import FacilityStep, LawStep, ProjectStep
from .names import Thing
from .project_chains import is_naming
from .steps import Steps, first_line
from .walk import Place, Store, Walk

_FILE = re.compile(r".*/source/(?P<source>[^/]+)/file/(?P<file>.*)#line=\d+,(?P<line>\d+)")
_Laws: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a law as a register has it, and where: the register's file with its 1-based line."""

    number: str
    heading: str
    chapter: str
    deleted: bool
    place: Place


@dataclass(frozen=True, slots=True, order=True)
class Citing:
    """An article of another law that cites this one: the article that is cited, or nothing, and by whom."""

    article: str
    law: str
    by: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a report cites the law: as cited there, in whose section."""

    law: LawStep
    project: ProjectStep | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A facility that stands on the law: how (a code of `strength`), through which project, on which articles."""

    facility: FacilityStep
    strength: str
    project: ProjectStep | None
    articles: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Rests:
    """Money of one fiscal year (본예산) that rests on these laws together, with the projects that have it."""

    laws: tuple[str, ...]
    projects: int
    won: int


@dataclass(frozen=True, slots=True)
class LawFile:
    """All of one law. `above` are the laws that it carries out, `below` those that carry it out, by their titles."""

    thing: Thing
    step: LawStep
    jurisdiction: str
    facts: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    citing: tuple[Citing, ...]
    cited: tuple[Cited, ...]
    standing: tuple[Standing, ...]
    fiscal_year: int
    money: tuple[Rests, ...]


def everything(store: Store, thing: Thing) -> LawFile:
    """All that a graph says of a law; what no register was given for is empty."""
    from .facts import Facts

    walk = Walk(store)
    steps, iri = Steps(walk), thing.iri
    parts = walk.into("eli:is_part_of", iri)
    year, money = resting(steps)
    return LawFile(
        thing=thing,
        step=steps.law_itself(iri),
        jurisdiction=walk.one(iri, "gg:jurisdiction"),
        facts=tuple((fact.label[0], fact.value) for fact in Facts(steps).register(iri)),
        articles=tuple(sorted(_articles(walk, parts), key=lambda one: one.place)),
        above=_titles(walk, walk.out(iri, "eli:based_on")),
        below=_titles(walk, walk.into("eli:based_on", iri)),
        citing=tuple(sorted(set(_citing(walk, iri, parts)), key=_by_article)),
        cited=tuple(sorted(_cited(steps, iri), key=lambda one: first_line(one.law.places))),
        standing=tuple(sorted(_standing(steps, iri), key=lambda one: (first_line(one.places), one.facility.name))),
        fiscal_year=year,
        money=tuple(rests for laws, rests in sorted(money.items()) if iri in laws),
    )


def _titles(walk: Walk, laws: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(walk.label, laws)))


def _articles(walk: Walk, parts: Iterable[str]) -> Iterator[Article]:
    """Those that a register holds; what reports and other laws cite beyond them is none of these."""
    for part in parts:
        for found in filter(None, map(_FILE.fullmatch, walk.out(part, "prov:wasDerivedFrom"))):
            file = f"{unquote(found['source'])}/{unquote(found['file'])}"
            number, heading, chapter = (walk.one(part, name) for name in ("eli:number", "gg:heading", "gg:chapter"))
            deleted = walk.one(part, "gg:deleted") == "true"
            yield Article(number, heading, chapter, deleted, Place(file, (int(found["line"]),)))


def _citing(walk: Walk, law: str, parts: Sequence[str]) -> Iterator[Citing]:
    for cited in (law, *parts):
        article = "" if cited == law else walk.one(cited, "eli:number")
        for by in walk.into("eli:cites", cited):
            whose = walk.label(walk.one(by, "eli:is_part_of"))
            yield Citing(article, whose, walk.one(by, "eli:number"))


def _by_article(one: Citing) -> tuple[list[int], str, list[int]]:
    return _numbers(one.article), one.law, _numbers(one.by)


def _numbers(article: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", article)]


def _cited(steps: Steps, law: str) -> Iterator[Cited]:
    for citation in steps.walk.links("gg:Citation", "gg:law", law):
        project = steps.walk.one(citation, "gg:project")
        yield Cited(steps.law(citation), steps.project(project) if project else None)


def _standing(steps: Steps, law: str) -> Iterator[Standing]:
    walk = steps.walk
    for link in walk.links("gg:FacilityLaw", "gg:law", law):
        naming = is_naming(walk, link)
        project = "" if naming else walk.one(link, "gg:project")
        yield Standing(
            facility=steps.facility(walk.one(link, "gg:facility")),
            strength=walk.code(link, "gg:strength"),
            project=steps.project(project) if project else None,
            articles=steps.naming(link).articles if naming else walk.one(walk.one(link, "gg:citation"), "gg:articles"),
            places=walk.places(link),
        )


def resting(steps: Steps) -> tuple[int, Mapping[_Laws, Rests]]:
    """The latest fiscal year, and by the addresses of the laws on which it rests together the original budget of the
    projects' own tables in that year: every line once, whatever number of sources states it."""
    walk = steps.walk
    bases: dict[str, set[str]] = {}
    for citation in walk.all("gg:Citation"):
        if walk.one(citation, "gg:isBasis") == "true":
            bases.setdefault(walk.one(citation, "gg:project"), set()).add(walk.one(citation, "gg:law"))
    figures = {project: _original(steps, project) for project in bases}
    year = max((year for found in figures.values() for year in found), default=0)
    found: dict[_Laws, list[int]] = {}
    for project, laws in bases.items():
        if year in figures[project]:
            found.setdefault(tuple(sorted(laws)), []).append(figures[project][year])
    return year, {laws: Rests(_titles(walk, laws), len(won), sum(won)) for laws, won in found.items()}


def _original(steps: Steps, project: str) -> dict[int, int]:
    """By fiscal year the original budget of a project's own table; of several sources the latest."""
    walk = steps.walk
    found: dict[int, int] = {}
    for line in walk.into("gg:project", project):
        if walk.is_a(line, "gg:BudgetLine") and walk.one(line, "gg:table") == "detail":
            stated = {f.fiscal_year: f.won for f in reversed(steps.figures(line)) if f.phase == "original"}
            for year, won in stated.items():
                found[year] = found.get(year, 0) + won
    return found
