"""Steps from one thing of a graph to its neighbours, over all sources: for questions that follow a chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad, Store

from ..ontology.codes import code_of
from ..ontology.prefixes import PREFIXES

__all__ = ["Place", "Store", "Walk", "WholeWalk", "term"]

_LABELS = ("skos:prefLabel", "dct:title", "gg:item")
_Known: TypeAlias = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Lines of one source, 1-based and ascending, with the words printed there."""

    source: str
    lines: tuple[int, ...]
    quote: str = ""


@cache
def term(name: str) -> str:
    """The address of a vocabulary term given by its prefixed name, `gg:law`."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


class Walk:
    """A store, read step by step and each thing once; things are known by their addresses, answers are sorted."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._things: dict[str, _Known] = {}

    def _about(self, thing: str) -> _Known:
        """What is said of a thing: by predicate the values with their languages, sorted."""
        if thing not in self._things:
            found: dict[str, set[tuple[str, str]]] = {}
            for quad in self._store.quads_for_pattern(NamedNode(thing), None, None, None):
                value = quad.object
                if isinstance(value, NamedNode | Literal):
                    language = (value.language or "") if isinstance(value, Literal) else ""
                    found.setdefault(quad.predicate.value, set()).add((value.value, language))
            self._things[thing] = {predicate: sorted(values) for predicate, values in found.items()}
        return self._things[thing]

    def out(self, thing: str, predicate: str) -> tuple[str, ...]:
        """The things or texts at the other end of a predicate."""
        return tuple(value for value, _ in self._about(thing).get(term(predicate), ()))

    def into(self, predicate: str, thing: str) -> tuple[str, ...]:
        """The things that point to this one."""
        quads = self._store.quads_for_pattern(None, NamedNode(term(predicate)), NamedNode(thing), None)
        return tuple(sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}))

    def links(self, kind: str, predicate: str, thing: str) -> Iterator[str]:
        """The relation nodes of a class that point to a thing."""
        return (node for node in self.into(predicate, thing) if self.is_a(node, kind))

    def all(self, kind: str) -> tuple[str, ...]:
        """All things of a class."""
        return self.into("rdf:type", term(kind))

    def one(self, thing: str, predicate: str) -> str:
        """The single value of a predicate, the first of several, or nothing."""
        values = self._about(thing).get(term(predicate))
        return values[0][0] if values else ""

    def is_a(self, thing: str, kind: str) -> bool:
        """Whether the thing has the class; ValueError if it is no address."""
        return term(kind) in self.out(thing, "rdf:type")

    def label(self, thing: str) -> str:
        """Its label, title or item; of nothing, nothing."""
        return next((found for name in _LABELS if (found := self.one(thing, name))), "") if thing else ""

    def words(self, thing: str) -> tuple[str, str]:
        """The Korean and the English label of a term of the vocabulary or of a code; of nothing, nothing."""
        local = thing.rpartition("#")[2]
        ko, en = self.both(thing, "rdfs:label", "skos:prefLabel")
        return ko or local, en or local

    def both(self, thing: str, *predicates: str) -> tuple[str, str]:
        """What is said of a thing in Korean and in English, as far as it is."""
        known = self._about(thing) if thing else {}
        found = {language: text for name in predicates for text, language in known.get(term(name), ())}
        return found.get("ko", ""), found.get("en", "")

    def code(self, thing: str, predicate: str) -> str:
        """The code of a concept: `named` for `gg:match-named`."""
        return code_of(self.one(thing, predicate))

    def with_key(self, key: str) -> set[str]:
        """The things that a folded name belongs to."""
        pattern = (None, NamedNode(term("gg:nameKey")), Literal(key), None)
        quads = self._store.quads_for_pattern(*pattern) if key else []
        return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}

    def keys(self) -> dict[str, set[str]]:
        """All folded names, with the things that they belong to."""
        found: dict[str, set[str]] = {}
        for quad in self._store.quads_for_pattern(None, NamedNode(term("gg:nameKey")), None, None):
            if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                found.setdefault(quad.object.value, set()).add(quad.subject.value)
        return found

    def number(self, thing: str, predicate: str) -> int | None:
        """A whole number."""
        found = self.one(thing, predicate)
        return int(found) if found else None

    def places(self, *things: str) -> tuple[Place, ...]:
        """Where the things stand: one place for each source, the quote that of its first line."""
        found: dict[str, list[tuple[int, int, str]]] = {}
        for source, first, last, quote in self._spans(things):
            found.setdefault(source, []).append((first, last, quote))
        return tuple(_place(source, sorted(found[source])) for source in sorted(found))

    def pieces(self, *things: str) -> tuple[Place, ...]:
        """Where the things stand, one place for each piece of text, with all its words."""
        found = sorted(self._spans(things))
        return tuple(_place(source, [(first, last, quote)]) for source, first, last, quote in found)

    def _spans(self, things: Iterable[str]) -> Iterator[tuple[str, int, int, str]]:
        """Source, first line, last line and words of what the things were read from."""
        for span in {span for thing in things for span in self.out(thing, "prov:wasDerivedFrom")}:
            first, last = self.number(span, "gg:firstLine"), self.number(span, "gg:lastLine")
            if first is not None and last is not None:
                yield self.source_of(span), first, last, self.one(span, "gg:quote")

    def source_of(self, span: str) -> str:
        """The name of the source in which a span lies."""
        source = self.one(span, "oa:hasSource")
        return self.one(source, "dct:identifier") or source


class WholeWalk(Walk):
    """A walk over all things of a graph, read at once: of other predicates than these nothing is seen."""

    def __init__(self, quads: Iterable[Quad], predicates: Iterable[str]) -> None:
        super().__init__(Store())
        self._said: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._links: dict[str, list[tuple[str, str]]] = {}
        self._ends: dict[str, dict[str, set[str]]] = {}
        wanted = {term(predicate) for predicate in predicates}
        for quad in quads:
            predicate = quad.predicate.value
            if predicate in wanted:
                thing, value = quad.subject, quad.object
                if isinstance(thing, NamedNode) and isinstance(value, NamedNode):
                    self._said[thing.value].append((predicate, value.value, ""))
                    self._links.setdefault(predicate, []).append((value.value, thing.value))
                elif isinstance(thing, NamedNode) and isinstance(value, Literal):
                    self._said[thing.value].append((predicate, value.value, value.language or ""))

    def _about(self, thing: str) -> _Known:
        """As of a store; sorted when it is first asked for, since most things never are."""
        if thing not in self._things:
            found: _Known = {}
            for predicate, value, language in sorted(set(self._said.get(thing, ()))):
                found.setdefault(predicate, []).append((value, language))
            self._things[thing] = found
        return self._things[thing]

    def into(self, predicate: str, thing: str) -> tuple[str, ...]:
        """The things that point to this one."""
        name = term(predicate)
        if name not in self._ends:
            ends: dict[str, set[str]] = defaultdict(set)
            for end, start in self._links.get(name, ()):
                ends[end].add(start)
            self._ends[name] = ends
        return tuple(sorted(self._ends[name].get(thing, ())))


def _place(source: str, spans: list[tuple[int, int, str]]) -> Place:
    lines = {line for first, last, _ in spans for line in range(first, last + 1)}
    return Place(source, tuple(sorted(lines)), spans[0][2])
