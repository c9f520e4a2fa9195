"""What a source says, as quads of its named graph: the few ways in which a builder may write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from ..ontology.codes import code_iri
from ..ontology.fold import leading_city, loose_key
from ..ontology.iris import Iris
from ..ontology.records import Source, Span
from ..ontology.terms import DCTERMS, GG, OA, PROV, RDF, SDO, XSD
from .numbering import Numbering

RFC5147 = "http://tools.ietf.org/rfc/rfc5147"
# Of every third quad the term is one of these: as terms of the store they are made once.
_TYPE, _VALUE, _CONFORMS = NamedNode(RDF.type), NamedNode(RDF.value), NamedNode(DCTERMS.conformsTo)
_PLACE, _QUOTED = NamedNode(OA.SpecificResource), NamedNode(OA.TextQuoteSelector)
_FRAGMENT, _EXACT, _RFC5147 = NamedNode(OA.FragmentSelector), NamedNode(OA.exact), NamedNode(RFC5147)
_HAS_SOURCE, _HAS_SELECTOR = NamedNode(OA.hasSource), NamedNode(OA.hasSelector)
_FIRST, _LAST, _QUOTE = NamedNode(GG.firstLine), NamedNode(GG.lastLine), NamedNode(GG.quote)
_BASIS, _FROM, _INTEGER = NamedNode(GG.basis), NamedNode(PROV.wasDerivedFrom), NamedNode(XSD.integer)
_STATED, _DERIVED = Literal("stated"), Literal("derived")
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)


def clean(text: str) -> str:
    """The text as every format can hold it.

    What XML 1.0 forbids (most control characters, lone surrogates, U+FFFE) becomes U+FFFD, one for one, and line ends
    become `\\n`, since an XML reader would change them. Other characters, U+202E too, are text and stay.
    """
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """The term of an address; made once, since most are written many times."""
    return NamedNode(iri)


class Statements:
    """The quads of one source. Every way of writing skips what is blank: the unknown is not filled in."""

    def __init__(self, source: Source, iris: Iris, numbering: Numbering) -> None:
        self.source = source
        self.iris = iris
        self.numbering = numbering
        self.quads: list[Quad] = []
        self._graph = NamedNode(self.iris.source())
        self._spans: set[Span] = set()
        self._lines: set[str] = set()

    def _add(self, subject: str, predicate: str, value: NamedNode | Literal) -> None:
        self.quads.append(Quad(node(subject), node(predicate), value, self._graph))

    def _say(self, subject: NamedNode, *said: tuple[NamedNode, NamedNode | Literal]) -> None:
        graph = self._graph
        self.quads += [Quad(subject, predicate, value, graph) for predicate, value in said]

    def kind(self, subject: str, *classes: str) -> None:
        """The subject's classes: ours and the published ones."""
        self._say(node(subject), *((_TYPE, node(one)) for one in classes))

    def link(self, subject: str, predicate: str, *objects: str) -> None:
        """Edges to other things, by their addresses."""
        for one in objects:
            if one:
                self._add(subject, predicate, node(one))

    def text(self, subject: str, predicate: str, *values: str) -> None:
        """Plain text, cleaned."""
        for value in values:
            if value.strip():
                self._add(subject, predicate, Literal(clean(value)))

    def number(self, subject: str, predicate: str, value: int | None) -> None:
        """A whole number."""
        if value is not None:
            self.typed(subject, predicate, str(value), XSD.integer)

    def truth(self, subject: str, predicate: str, value: bool) -> None:
        """True or false."""
        self.typed(subject, predicate, "true" if value else "false", XSD.boolean)

    def typed(self, subject: str, predicate: str, value: str, datatype: str) -> None:
        """A value of a datatype, in its written form."""
        self._add(subject, predicate, Literal(value, datatype=node(datatype)))

    def date(self, subject: str, predicate: str, value: str) -> None:
        """A date in the precision in which it is known."""
        self.value(subject, predicate, dated(value))

    def days(self, subject: str, start: str, end: str = "") -> None:
        """When something begins and ends, each in the precision in which it is known."""
        self.date(subject, SDO.startDate, start)
        self.date(subject, SDO.endDate, end)

    def words(self, subject: str, predicate: str, korean: str, english: str) -> None:
        """The same said in two languages."""
        for text, language in ((korean, "ko"), (english, "en")):
            if text.strip():
                self._add(subject, predicate, Literal(clean(text), language=language))

    def value(self, subject: str, predicate: str, value: NamedNode | Literal) -> None:
        """A ready term, unless it is blank text."""
        if value.value.strip():
            self._add(subject, predicate, value)

    def code(self, subject: str, predicate: str, scheme: str, code: str) -> None:
        """A concept of a reviewed list; a code without a row raises GeungeoError."""
        self._add(subject, predicate, node(code_iri(scheme, code)))

    def fact(self, subject: str, predicate: str, value: NamedNode | Literal, key: tuple[str, ...]) -> str:
        """The node that says of a triple where it stands; `key` tells it from the other facts of the source."""
        iri = self.iris.statement("fact", subject, *key)
        self.kind(iri, GG.Fact, RDF.Statement)
        self.link(iri, RDF.subject, subject)
        self.link(iri, RDF.predicate, predicate)
        self.value(iri, RDF.object, value)
        return iri

    def named(self, subject: str, predicate: str, label: str) -> None:
        """A label, and beside it the keys under which people may look it up."""
        self.text(subject, predicate, label)
        self.keys(subject, label)

    def keys(self, subject: str, label: str) -> None:
        """The loose keys of a name, with and without its leading city."""
        rest = leading_city(label, self.source.city)[1]
        self.text(subject, GG.nameKey, loose_key(clean(label)), loose_key(clean(rest)))

    def origin(self, subject: str, rule: str, spans: Iterable[Span]) -> None:
        """Where it stands, and whether the text says it or a rule concluded it."""
        if rule:
            self.code(subject, GG.rule, "rule", rule)
        places = ((_FROM, node(self.span(span))) for span in spans)
        self._say(node(subject), (_BASIS, _DERIVED if rule else _STATED), *places)

    def span(self, span: Span) -> str:
        """The address of a place in the document, described once."""
        iri = self.iris.span(span)
        if span not in self._spans:
            self._spans.add(span)
            self._describe_span(iri, span)
        return iri

    def _describe_span(self, iri: str, span: Span) -> None:
        place, quote, lines = node(iri), NamedNode(f"{iri}/quote"), self.iris.lines(span)
        first, last = (Literal(str(line), datatype=_INTEGER) for line in (span.first_line, span.last_line))
        self._say(place, (_TYPE, _PLACE), (_HAS_SOURCE, self._graph), (_FIRST, first), (_LAST, last))
        self._say(place, (_HAS_SELECTOR, quote), (_HAS_SELECTOR, node(lines)))
        self._say(quote, (_TYPE, _QUOTED))
        if span.quote.strip():
            words = Literal(clean(span.quote))
            self._say(place, (_QUOTE, words))
            self._say(quote, (_EXACT, words))
        self._describe_lines(lines, span)

    def _describe_lines(self, iri: str, span: Span) -> None:
        if iri not in self._lines:
            self._lines.add(iri)
            # RFC 5147 counts the positions between lines, from 0.
            range_ = Literal(f"line={span.first_line - 1},{span.last_line}")
            self._say(node(iri), (_TYPE, _FRAGMENT), (_VALUE, range_), (_CONFORMS, _RFC5147))


def plain(value: str) -> Literal:
    """Text, cleaned."""
    return Literal(clean(value))


def whole(value: str) -> Literal:
    """A whole number; what is none stays text, for the check to find."""
    return Literal(value, datatype=node(XSD.integer)) if value.isdecimal() and value.isascii() else plain(value)


def decimal(value: str) -> Literal:
    """A decimal number in its shortest form; what is none stays text, for the check to find."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return plain(value)
    return Literal(f"{number.normalize():f}", datatype=node(XSD.decimal)) if number.is_finite() else plain(value)


def dated(value: str) -> Literal:
    """A date literal in its precision; what is no ISO date stays text, for the check to find."""
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value):
            return Literal(value, datatype=node(datatype))
    return Literal(clean(value))
