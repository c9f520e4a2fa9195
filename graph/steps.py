"""The steps of a trace, read from the graph one thing at a time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from .chains import BudgetStep, Check, Evidence, FacilityStep, Figure, LawStep, LineStep, ProjectStep, Verdict
from .walk import Place, Walk, term

TABLES = ("summary", "detail")
_PHASES = ("original", "current", "final", "carryover", "commitment", "expenditure")


def first_line(places: Iterable[Place]) -> tuple[str, int]:
    """For sorting: the source and the first line there."""
    return min(((place.source, place.lines[0]) for place in places if place.lines), default=("", 0))


class Steps:
    """The things of a graph as steps."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    def evidence(self, node: str, predicate: str) -> Evidence:
        """A relation node: the code of its predicate, basis, rule and lines."""
        walk = self.walk
        code = walk.code(node, predicate) or walk.one(node, predicate)
        return Evidence(code, walk.one(node, "gg:basis"), walk.code(node, "gg:rule"), walk.places(node))

    def law(self, citation: str) -> LawStep:
        """The law that a citation reaches, as cited."""
        walk = self.walk
        law = walk.one(citation, "gg:law")
        return LawStep(
            iri=law,
            title=walk.label(law),
            kind=walk.code(law, "eli:type_document"),
            articles=walk.one(citation, "gg:articles"),
            resolved=walk.one(law, "gg:resolved") == "true",
            basis=walk.one(citation, "gg:isBasis") == "true",
            status=walk.code(citation, "gg:citationStatus"),
            printed=walk.one(citation, "gg:printed"),
            page=walk.one(law, "gg:page"),
            places=walk.places(citation),
            verdict=self.verdict(citation),
        )

    def verdict(self, citation: str) -> Verdict | None:
        """How a citation stands against the register of laws, if it was held against one."""
        walk = self.walk
        for node in walk.links("gg:CitationCheck", "gg:citation", citation):
            words = walk.words(walk.one(node, "gg:verdict"))
            return Verdict(walk.code(node, "gg:verdict"), words, walk.both(node, "gg:note"))
        return None

    def naming(self, node: str) -> LawStep:
        """The law that names a facility itself, with the article that does."""
        articles = (self.walk.one(article, "eli:number") for article in self.walk.out(node, "gg:article"))
        return self.law_itself(self.walk.one(node, "gg:law"), "|".join(articles))

    def law_itself(self, law: str, articles: str = "") -> LawStep:
        """A law that no citation reaches."""
        walk = self.walk
        return LawStep(
            iri=law,
            title=walk.label(law),
            kind=walk.code(law, "eli:type_document"),
            articles=articles,
            resolved=walk.one(law, "gg:resolved") == "true",
            basis=False,
            status="",
            printed="",
            page=walk.one(law, "gg:page"),
            places=(),
        )

    def project(self, iri: str) -> ProjectStep:
        """A project."""
        walk = self.walk
        department = walk.label(walk.one(iri, "cv:hasCompetentAuthority"))
        return ProjectStep(iri, walk.label(iri), walk.one(iri, "gg:number"), department, walk.places(iri))

    def facility(self, iri: str) -> FacilityStep:
        """A facility."""
        walk = self.walk
        return FacilityStep(iri, walk.label(iri), walk.label(walk.one(iri, "gg:network")), walk.places(iri))

    def line(self, iri: str) -> LineStep:
        """A budget line; its department is its own, else its project's."""
        walk = self.walk
        department = walk.one(iri, "gg:department")
        if not department and (project := walk.one(iri, "gg:project")):
            department = walk.one(project, "cv:hasCompetentAuthority")
        figures = self.figures(iri)
        return LineStep(
            iri=iri,
            item=walk.label(iri),
            table=walk.one(iri, "gg:table"),
            department=walk.label(department),
            figure=next(iter(figures), None),
            places=walk.places(iri),
            checks=self.checks(iri, *(figure.iri for figure in figures)),
        )

    def in_table(self, line: str) -> bool:
        """Whether a line stands in a budget table: what an overview or running text states is no money of its own."""
        return self.walk.one(line, "gg:table") in TABLES

    def checks(self, *things: str) -> tuple[Check, ...]:
        """The inconsistencies of the source that touch these figures or other things, by line."""
        found = {node for thing in things for node in self.walk.into("oa:hasTarget", thing)}
        return self.in_order(self.check(node) for node in found)

    def all_checks(self) -> tuple[Check, ...]:
        """All inconsistencies of the sources, by line."""
        return self.in_order(map(self.check, self.walk.all("gg:Finding")))

    def check(self, node: str) -> Check:
        """An inconsistency of the source."""
        walk = self.walk
        return Check(
            iri=node,
            kind=walk.code(node, "dct:type"),
            kind_words=walk.words(walk.one(node, "dct:type")),
            printed=walk.one(node, "gg:printed"),
            expected=walk.one(node, "gg:expected"),
            message=walk.both(node, "rdfs:comment"),
            certainty=walk.code(node, "gg:certainty"),
            sure=walk.words(walk.one(node, "gg:certainty")),
            places=walk.places(node),
        )

    def in_order(self, checks: Iterable[Check]) -> tuple[Check, ...]:
        """Inconsistencies by source and line."""
        return tuple(sorted(checks, key=lambda check: (first_line(check.places), check.iri)))

    def figures(self, line: str) -> list[Figure]:
        """The figures of a line: 본예산 first, of one phase the latest year and the latest source first."""
        amounts = self.walk.into("obeu-dimension:budgetLine", line)
        return sorted((self._figure(amount) for amount in amounts), key=self._precedence)

    def _figure(self, amount: str) -> Figure:
        walk = self.walk
        return Figure(
            won=walk.number(amount, "obeu-measure:amount") or 0,
            printed=walk.one(amount, "gg:printed"),
            unit=walk.one(amount, "gg:unit"),
            fiscal_year=walk.number(amount, "obeu-dimension:fiscalYear") or 0,
            phase=walk.code(amount, "obeu-dimension:budgetPhase"),
            places=walk.places(amount),
            iri=amount,
        )

    def _precedence(self, figure: Figure) -> tuple[int, int, int, tuple[str, int]]:
        source = figure.places[0].source if figure.places else ""
        phase = _PHASES.index(figure.phase) if figure.phase in _PHASES else len(_PHASES)
        return phase, -figure.fiscal_year, -self._age.get(source, 0), first_line(figure.places)

    @cached_property
    def _age(self) -> dict[str, int]:
        """Sources by date: the later, the greater."""
        walk = self.walk
        sources = walk.into("rdf:type", term("gg:Source"))
        dated = sorted((walk.one(source, "dct:issued"), walk.one(source, "dct:identifier")) for source in sources)
        return {name: at for at, (_, name) in enumerate(dated)}

    def budget(self, iri: str) -> BudgetStep:
        """A line with its twin: for a detail line the summary line that it is or belongs to."""
        walk = self.walk
        for node in walk.links("gg:LineMatch", "gg:detailLine", iri):
            twin = self.line(walk.one(node, "gg:summaryLine"))
            return BudgetStep(self.line(iri), twin, self.evidence(node, "gg:matchKind"))
        return BudgetStep(self.line(iri))

    def head(self, iri: str) -> str:
        """The line that stands for a line: the detail line that is the same, if there is one."""
        return next(iter(self.walk.into("gg:sameLineAs", iri)), iri)
