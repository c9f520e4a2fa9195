"""What projects do and what the council asked, as facts of the things that they concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from .facts import Fact, Facts, Words, both
from .steps import Steps, first_line

Nodes: TypeAlias = Iterable[str]

_FIRST = 5  # of what there may be many
_ANSWER = 160


class Activities:
    """The facts of partners, targets, results, schedules, money's sources and audit requests."""

    def __init__(self, facts: Facts, steps: Steps) -> None:
        self._facts = facts
        self._walk = steps.walk

    def of_project(self, iri: str) -> Iterator[Fact]:
        """What a project does: partners, targets, the first results, schedule, money; what its department was asked."""
        yield from self._partners(self._links("gg:Partnership", "gg:project", iri))
        for node in self._links("gg:Target", "gg:project", iri):
            yield self._reported("target", ("추진목표", "target"), node)
        results = self._links("gg:Result", "gg:project", iri)
        yield from self._count("results", ("추진실적", "results"), results)
        for node in results[:_FIRST]:
            yield self._reported("result", ("추진실적", "results"), node)
        for node in self._links("gg:Milestone", "gg:project", iri):
            yield self._milestone(node)
        for node in self._links("gg:Funding", "gg:project", iri):
            yield self._funding(node)
        for department in self._walk.out(iri, "cv:hasCompetentAuthority"):
            requests = self._links("gg:AuditRequest", "gg:department", department)
            yield from self._count("audit_requests", ("부서 감사 요구", "requests to the department"), requests)
            for node in requests[:_FIRST]:
                yield self._request(node, ("부서 감사 요구", "requests to the department"))

    def of_department(self, iri: str) -> Iterator[Fact]:
        """What the council asked of a department."""
        for node in self._links("gg:AuditRequest", "gg:department", iri):
            yield self._request(node)

    def of_place(self, iri: str) -> Iterator[Fact]:
        """Who works for a facility, and what the council asked and was answered about it or about a law."""
        for node in self._links("gg:Partnership", "gg:concerns", iri):
            fact = self._partner(node)
            project = self._facts.titled(self._walk.one(node, "gg:project"))
            yield replace(fact, shown=(f"{fact.shown[0]} — {project}", f"{fact.shown[1]} — {project}"))
        for node in self._links("gg:AuditRequest", "gg:concerns", iri):
            yield self._request(node)
            yield from self._answer(node)

    def of_organisation(self, iri: str) -> Iterator[Fact]:
        """What an organisation is, in which projects it takes part and which facilities it runs."""
        walk = self._walk
        for kind in walk.out(iri, "org:classification"):
            yield Fact("kind", ("종류", "kind"), kind.rpartition("#organisation-")[2], walk.words(kind))
        yield from self._facts.attributes(iri)
        for node in self._links("gg:Partnership", "gg:organisation", iri):
            fact = self._partner(node)
            project = walk.one(node, "gg:project")
            title, more = self._facts.titled(project), _in_brackets(self._more(node))
            shown = (f"{title}{more[0]}", f"{title}{more[1]}")
            label = ("참여 사업", "takes part in")
            yield replace(fact, property="project", label=label, value=walk.label(project), shown=shown, thing=project)
        for node in self._links("gg:FacilityOperation", "gg:organisation", iri):
            yield self._facts.thing("facility", ("운영 시설", "runs"), walk.one(node, "gg:facility"), node)

    def _partners(self, nodes: Nodes) -> Iterator[Fact]:
        yield from map(self._partner, nodes)

    def _partner(self, node: str) -> Fact:
        walk = self._walk
        organisation = walk.one(node, "gg:organisation")
        fact = self._facts.thing("partner", ("참여 기관", "partner"), organisation, node)
        name, more = walk.label(organisation), _in_brackets(self._more(node))
        return replace(
            fact,
            shown=(f"{name}{more[0]}", f"{name}{more[1]}"),
            relation=walk.code(node, "cv:role"),
            tie=walk.words(walk.one(node, "cv:role")),
            detail=walk.one(node, "gg:period"),
        )

    def _more(self, node: str) -> list[Words]:
        """When and for what, unless it is now and for all of the project."""
        walk = self._walk
        status = [] if walk.code(node, "gg:status") == "current" else [walk.words(walk.one(node, "gg:status"))]
        period = walk.one(node, "gg:period").replace("/", "~")
        return [*status, *(both(text) for text in (period, walk.one(node, "gg:worksFor")) if text)]

    def _reported(self, name: str, label: Words, node: str) -> Fact:
        walk = self._walk
        item, period = walk.one(node, "schema:measuredProperty"), walk.one(node, "gg:period")
        said = walk.one(node, "gg:printed") or next((place.quote for place in walk.places(node)), "")
        words = said if item in said else f"{item}: {said}"
        fact = self._facts.fact(name, label, words, node, both(words if period in words else f"{words} ({period})"))
        figure = f"{walk.one(node, 'schema:value')} {walk.one(node, 'gg:unit')}".strip()
        return replace(fact, detail=figure)

    def _milestone(self, node: str) -> Fact:
        walk = self._walk
        text, when = walk.one(node, "dct:description"), walk.one(node, "gg:period")
        fact = self._facts.fact("milestone", ("향후 일정", "schedule"), text, node, both(f"{when}  {text}".strip()))
        days = [walk.one(node, name) for name in ("schema:startDate", "schema:endDate")]
        return replace(fact, detail="/".join(days) if any(days) else "")

    def _funding(self, node: str) -> Fact:
        walk = self._walk
        won, year = walk.number(node, "obeu-measure:amount") or 0, walk.one(node, "obeu-dimension:fiscalYear")
        printed, unit = walk.one(node, "gg:printed"), walk.one(node, "gg:unit")
        of = " ".join(part for part in (year, walk.one(node, "gg:item")) if part)
        said = f"{printed} {'' if printed.endswith(unit) else unit} = {won:,}".replace("  ", " ")
        shown = (f"{said}원 ({of})", f"{said} won ({of})")
        fact = self._facts.fact("funding", ("재원", "source of money"), str(won), node, shown)
        tie = walk.words(walk.one(node, "dct:type"))
        return replace(fact, relation=walk.code(node, "dct:type"), tie=tie, detail=of, won=won)

    def _request(self, node: str, label: Words = ("감사 요구", "audit request")) -> Fact:
        walk = self._walk
        request, number = walk.one(node, "schema:text"), walk.one(node, "gg:number")
        fact = self._facts.fact("audit_request", label, request, node, both(f"{number} {request}".strip()))
        tie = walk.words(walk.one(node, "gg:status"))
        category = walk.code(node, "dct:type")
        return replace(fact, relation=walk.code(node, "gg:status"), tie=tie, detail=category, thing=node)

    def _answer(self, request: str) -> Iterator[Fact]:
        for node in self._walk.out(request, "schema:acceptedAnswer"):
            text = self._walk.one(node, "schema:text")
            short = text if len(text) <= _ANSWER else f"{text[: _ANSWER - 1].rstrip()}…"
            yield self._facts.fact("audit_answer", ("처리 내용", "answer"), text, node, both(short))

    def _count(self, name: str, label: Words, nodes: list[str]) -> Iterator[Fact]:
        """How many there are, where only the first follow."""
        if len(nodes) > _FIRST:
            shown = (f"{len(nodes)}건, 처음 {_FIRST}건", f"{len(nodes)}, the first {_FIRST}")
            yield Fact(name, label, str(len(nodes)), shown)

    def _links(self, kind: str, predicate: str, thing: str) -> list[str]:
        walk = self._walk
        return sorted(walk.links(kind, predicate, thing), key=lambda node: (first_line(walk.places(node)), node))


def _in_brackets(words: list[Words]) -> Words:
    ko, en = (", ".join(word[at] for word in words) for at in (0, 1))
    return (f" ({ko})", f" ({en})") if words else ("", "")
