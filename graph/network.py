"""The graph as the map shows it: rows of nodes and edges, and which of them to show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..ontology.errors import GeungeoError
from .network_nodes import Nodes, Row
from .steps import Steps
from .store import Quads
from .walk import Place, Walk, WholeWalk

TYPES = ("department", "project", "law", "budget_line", "facility", "partner")
PREDICATES = (
    *("rdf:type", "rdf:subject", "rdf:predicate", "rdf:object", "rdfs:label", "skos:prefLabel", "org:unitOf"),
    *("dct:title", "dct:identifier", "dct:issued", "dct:description", "prov:wasDerivedFrom", "oa:hasSource"),
    *("gg:firstLine", "gg:lastLine", "gg:quote", "gg:basis", "gg:rule", "gg:printed", "gg:unit", "gg:item", "gg:table"),
    *("gg:department", "gg:project", "cv:hasCompetentAuthority", "gg:grade", "gg:quota", "gg:staff"),
    *("gg:law", "gg:isBasis", "gg:articles", "gg:page", "gg:resolved", "gg:jurisdiction", "gg:ministry"),
    *("eli:type_document", "eli:number", "eli:date_document", "eli:first_date_entry_in_force"),
    *("obeu-dimension:budgetLine", "obeu-dimension:fiscalYear", "obeu-dimension:budgetPhase", "obeu-measure:amount"),
    *("gg:sameLineAs", "gg:partOfLine", "gg:network", "gg:facility", "gg:budgetLine"),
    *("gg:relation", "gg:match", "gg:strength", "gg:organisation", "org:classification", "cv:role", "gg:period"),
    *("gg:status", "gg:worksFor", "gg:concerns", "oa:hasTarget", "rdfs:comment", "dct:type", "gg:expected"),
    *("gg:certainty", "owl:sameAs", "gg:citation", "gg:verdict", "gg:note"),
)
_Link: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class MapRows:
    """Rows for a map: nodes, edges between them, the sources that their lines count in."""

    nodes: tuple[Row, ...]
    edges: tuple[Row, ...]
    sources: tuple[Row, ...]

    def of_types(self, types: Collection[str]) -> MapRows:
        """Only nodes of these TYPES, and the edges that are left between them; another type is a GeungeoError."""
        if unknown := [name for name in types if name not in TYPES]:
            raise GeungeoError(f"the map has no type {unknown[0]!r}", hint=f"known are {', '.join(TYPES)}")
        return self._kept({str(node["id"]) for node in self.nodes if node["type"] in types})

    def around(self, ids: Collection[str], depth: int) -> MapRows:
        """Only what is at most `depth` edges away from one of the nodes."""
        from networkx import Graph, multi_source_dijkstra_path_length  # type: ignore[import-untyped]

        links = Graph((edge["source"], edge["target"]) for edge in self.edges)
        links.add_nodes_from(node["id"] for node in self.nodes)
        shown = [one for one in ids if one in links]
        return self._kept(set(multi_source_dijkstra_path_length(links, shown, cutoff=depth)) if shown else set())

    def _kept(self, ids: Collection[str]) -> MapRows:
        edges = (edge for edge in self.edges if edge["source"] in ids and edge["target"] in ids)
        return MapRows(tuple(node for node in self.nodes if node["id"] in ids), tuple(edges), self.sources)


def map_rows(quads: Quads) -> MapRows:
    """The rows for a map of a whole graph."""
    return rows_of(WholeWalk(quads, PREDICATES))


def rows_of(walk: Walk) -> MapRows:
    """All departments, projects, laws, budget lines, facilities and partners of a graph, and how they hang together.

    A reconciled budget line is one node; totals and the figures of project overviews are none.
    """
    steps = Steps(walk)
    nodes = Nodes(steps)
    made = {str(row["id"]): row for row in nodes.all()}
    edges = [row for row in _Edges(steps).all() if row["source"] in made and row["target"] in made]
    distinct = {(row["source"], row["target"], row["type"]): row for row in edges}
    sources = tuple(_source(walk, source) for source in walk.all("gg:Source"))
    return MapRows(tuple(made.values()), tuple(distinct[key] for key in sorted(distinct, key=str)), sources)


def _source(walk: Walk, iri: str) -> Row:
    return {
        "id": walk.one(iri, "dct:identifier"),
        "title": walk.one(iri, "dct:title"),
        "as_of": walk.one(iri, "dct:issued"),
    }


class _Edges:
    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._walk = steps.walk

    def all(self) -> Iterator[Row]:
        yield from self._projects()
        yield from self._lines()
        yield from self._relations("gg:FacilityProject", "gg:facility", "gg:project", "gg:relation", "facility_of")
        yield from self._relations("gg:FacilityBudget", "gg:budgetLine", "gg:facility", "gg:match", "funds")
        yield from self._laws()
        yield from self._branches()
        yield from self._partners()

    def _projects(self) -> Iterator[Row]:
        for project in self._walk.all("gg:Project"):
            for department in self._walk.out(project, "cv:hasCompetentAuthority"):
                yield self._edge((department, project, "competent"), "소관", "responsible for", project)
            for citation in self._walk.links("gg:Citation", "gg:project", project):
                if self._walk.one(citation, "gg:isBasis") == "true":
                    law = self._walk.one(citation, "gg:law")
                    yield self._edge((project, law, "legal_basis"), "추진근거", "legal basis", citation)

    def _lines(self) -> Iterator[Row]:
        for line in self._walk.all("gg:BudgetLine"):
            owners = self._walk.out(line, "gg:project") or self._walk.out(line, "gg:department")
            for owner in owners:
                yield self._edge((owner, self._steps.head(line), "budget"), "예산", "budget", line)
            for above in self._walk.out(line, "gg:partOfLine"):
                yield self._edge((above, line, "budget"), "일부 예산", "part of the line", line)

    def _relations(self, kind: str, source: str, target: str, code: str, edge: str) -> Iterator[Row]:
        for node in self._walk.all(kind):
            words = self._walk.words(self._walk.one(node, code))
            ends = (self._walk.one(node, source), self._walk.one(node, target))
            yield self._edge((self._steps.head(ends[0]), ends[1], edge), *words, node)

    def _laws(self) -> Iterator[Row]:
        """Only what the way over a project does not show: laws that name a facility, and lines named for it alone."""
        for node in self._walk.all("gg:FacilityLaw"):
            strength = self._walk.one(node, "gg:strength")
            if not strength.endswith("-shared"):
                words = self._walk.words(strength)
                ends = (self._walk.one(node, "gg:facility"), self._walk.one(node, "gg:law"))
                yield self._edge((*ends, "facility_law"), f"{words[0]} 근거", f"{words[1]} legal basis", node)

    def _branches(self) -> Iterator[Row]:
        for facility in self._walk.all("gg:Facility"):
            for network in self._walk.out(facility, "gg:network"):
                yield self._edge((network, facility, "branch"), "지점", "branch", facility)

    def _partners(self) -> Iterator[Row]:
        """From a project to who takes part, from a facility to who runs it or works for it."""
        walk = self._walk
        for node in walk.all("gg:Partnership"):
            organisation, words = walk.one(node, "gg:organisation"), walk.words(walk.one(node, "cv:role"))
            for whose in (walk.one(node, "gg:project"), *walk.out(node, "gg:concerns")):
                yield self._edge((whose, organisation, "partner"), *words, node)
        for node in walk.all("gg:FacilityOperation"):
            for organisation in walk.out(node, "gg:organisation"):
                ends = (walk.one(node, "gg:facility"), organisation, "partner")
                yield self._edge(ends, "운영기관", "operator", node)

    def _edge(self, link: _Link, label_ko: str, label_en: str, evidence: str) -> Row:
        """An edge with what it is known from: a relation node, or the thing that states it."""
        rule = self._walk.words(self._walk.one(evidence, "gg:rule"))
        return {
            "source": link[0],
            "target": link[1],
            "type": link[2],
            "label_ko": label_ko,
            "label_en": label_en,
            "basis": self._walk.one(evidence, "gg:basis"),
            "rule": rule[0],
            "rule_en": rule[1],
            "lines": _lines(self._walk.places(evidence)),
        }


def _lines(places: Iterable[Place]) -> str:
    """The lines in the first source that has any: an edge of the map names no source."""
    return next(("|".join(map(str, place.lines)) for place in places if place.lines), "")
