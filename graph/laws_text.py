"""A law as people read it, in Korean: articles with those who cite them, projects, facilities, money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..ontology.codes import codes
from .laws import Article, Cited, Citing, LawFile, Rests
from .rows import visible
from .trace_text import ranges
from .walk import Place

_FIRST = 3  # of those who cite one article


def text(law: LawFile) -> str:
    """All of a law, one thing a line; lines of the sources in brackets."""
    return "".join(f"{visible(line)}\n" for line in _lines(law))


def _lines(law: LawFile) -> Iterator[str]:
    about = " · ".join(filter(None, (_code("kind", law.step.kind), law.jurisdiction)))
    yield f"법령  {law.thing.label} ({about})"
    yield from (["  " + " · ".join(f"{label} {value}" for label, value in law.facts)] if law.facts else [])
    yield from ([f"  {law.step.page}"] if law.step.page else [])
    yield from _listed("상위 법령", law.above)
    yield from _listed("하위 법령", law.below)
    yield from _articles(law)
    yield from _cited("추진근거로 적은 사업", [one for one in law.cited if one.law.basis])
    yield from _cited("언급", [one for one in law.cited if not one.law.basis])
    yield from _facilities(law)
    yield from _money(law)


def _code(scheme: str, code: str) -> str:
    known = codes().get((scheme, code))
    return known.label_ko if known else code


def _listed(head: str, titles: Sequence[str]) -> list[str]:
    return [f"  {head} {len(titles)}", *(f"    {title}" for title in titles)] if titles else []


def _articles(law: LawFile) -> Iterator[str]:
    by = {number: list(group) for number, group in groupby(law.citing, key=lambda one: one.article)}
    held = {article.number for article in law.articles}
    if law.articles:
        yield f"  조문 {len(law.articles):,} [{law.articles[0].place.source}]"
    for chapter, articles in groupby(law.articles, key=lambda article: article.chapter):
        yield from ([f"    {chapter}"] if chapter else [])
        yield from (f"      {_article(one)}{_by(by.get(one.number, ()))}" for one in articles)
    rest = {number: citing for number, citing in by.items() if number not in held}
    if rest:
        yield "  법령 전체나 목록에 없는 조문의 인용"
        yield from (f"    {number or '법령 전체'}{_by(citing)}" for number, citing in rest.items())


def _article(article: Article) -> str:
    words = "(삭제)" if article.deleted else article.heading
    return f"{article.number}  {words}".rstrip() + f" [{article.place.lines[0]}행]"


def _by(citing: Sequence[Citing]) -> str:
    if not citing:
        return ""
    said = ", ".join(f"{one.law} {one.by}" for one in citing[:_FIRST])
    return f"  ← {len(citing):,}: {said}{' …' if len(citing) > _FIRST else ''}"


def _cited(head: str, found: Sequence[Cited]) -> Iterator[str]:
    if found:
        yield f"  {head} {len(found)}"
    for one in found:
        project = one.project
        title = f"{project.number} {project.title}".strip() if project else one.law.printed
        owner = f" ({project.department})" if project and project.department else ""
        articles = f"  {one.law.articles.replace('|', ', ')}" if one.law.articles else ""
        verdict = f" {one.law.verdict.said[0]}" if one.law.verdict else ""
        yield f"    {title}{owner}{articles}{_at(one.law.places)}{verdict}"


def _facilities(law: LawFile) -> Iterator[str]:
    names = {stands.facility.iri for stands in law.standing}
    if names:
        yield f"  시설 {len(names)}"
    for stands in law.standing:
        through = f" · {stands.project.title}" if stands.project else ""
        articles = f"  {stands.articles.replace('|', ', ')}" if stands.articles else ""
        how = f"{_code('strength', stands.strength)}{through}"
        yield f"    {stands.facility.name}{articles}{_at(stands.places)} — {how}"


def _money(law: LawFile) -> Iterator[str]:
    """What rests on the law alone, and apart from it what rests on it together with others."""
    if law.money:
        yield f"  {law.fiscal_year} 본예산"
    yield from (f"    {_rests(rests)}" for rests in sorted(law.money, key=lambda one: (len(one.laws), one.laws)))


def _rests(rests: Rests) -> str:
    whose = "이 법령만" if len(rests.laws) == 1 else f"법령 {len(rests.laws)}건이 함께 ({', '.join(rests.laws)})"
    return f"{rests.won:,}원  {whose} · 사업 {rests.projects}건"


def _at(places: Iterable[Place]) -> str:
    found = list(places)
    said = [f"{place.source + ' ' if len(found) > 1 else ''}{ranges(place.lines)}행" for place in found if place.lines]
    return f" [{'; '.join(said)}]" if said else ""
