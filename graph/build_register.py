"""A register of laws as quads, law by law: articles with their headings, what they carry out and what they cite.

Lean on purpose, since a register has hundreds of thousands of articles: edges instead of nodes, and as provenance one
address of the file's lines (RFC 5147) for each article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Quad

from ..ontology.iris import DEFAULT_BASE, Iris
from ..ontology.records import Law, LawArticle, LawReference, RegisteredLaw, Source
from ..ontology.terms import DCTERMS, ELI, GG, PROV
from .build_laws import build_article, build_law
from .numbering import numbering
from .statements import Statements

_WHOLE_ARTICLE = re.compile(r"제\d+조(?:의\d+)?")


@dataclass(slots=True)
class Tally:
    """What went by: laws, articles, references, and of these the unresolved by reason."""

    laws: int = 0
    articles: int = 0
    references: int = 0
    unresolved: Counter[str] = field(default_factory=Counter)

    def count(self, law: RegisteredLaw) -> None:
        """Add a law."""
        self.laws += 1
        self.articles += len(law.articles)
        self.references += len(law.references)
        self.unresolved.update(_reason(r.how) for r in law.references if not r.cited.resolved)


def _reason(how: str) -> str:
    """Why a law is not known; what refers back to such a one is not known for the same reason."""
    reason = how.removeprefix("anaphor+").removesuffix("+inherited_city")
    return "not_in_register" if reason in ("anaphor", "declared") else reason


@dataclass(frozen=True, slots=True)
class Register:
    """A register on its way into a graph: its laws, read as they are asked for, and the tally of those that were."""

    source: Source
    laws: Iterable[RegisteredLaw]
    tally: Tally = field(default_factory=Tally)


@dataclass(slots=True)
class _Seen:
    """What the register holds, by address, and what its laws cite: a law, or an article of one."""

    held: set[str] = field(default_factory=set)
    cited: dict[str, tuple[Law, str]] = field(default_factory=dict)


def register_quads(register: Register, base: str = DEFAULT_BASE) -> Iterator[list[Quad]]:
    """The quads of each law in turn, all in the named graph of the register; the first are the register's own, the last
    those of laws and articles that are cited and not in it."""
    iris, seen = Iris.of(register.source, base), _Seen()
    known = numbering((), iris, "")
    yield _register(Statements(register.source, iris, known))
    for law in register.laws:
        register.tally.count(law)
        out = Statements(register.source, iris, known)
        _build(out, law, seen)
        yield out.quads
    out = Statements(register.source, iris, known)
    for iri, (cited, article) in seen.cited.items():
        if iri not in seen.held:
            build_article(out, cited, article) if article else build_law(out, cited)
    yield out.quads


def _register(out: Statements) -> list[Quad]:
    iri = out.iris.source()
    out.kind(iri, GG.Register, GG.Source, PROV.Entity)
    out.text(iri, DCTERMS.title, out.source.title)
    out.text(iri, DCTERMS.identifier, out.source.id)
    return out.quads


def _build(out: Statements, registered: RegisteredLaw, seen: _Seen) -> None:
    law = registered.law
    iri = build_law(out, law)
    out.link(iri, PROV.wasDerivedFrom, out.iris.register_line(registered.file, 1))
    articles = [_article(out, law, article) for article in registered.articles]
    seen.held.update((iri, *articles))
    for reference in registered.references:
        if reference.cited.resolved:
            _reference(out, law, reference, seen)


def _article(out: Statements, law: Law, article: LawArticle) -> str:
    iri = build_article(out, law, article.number)
    out.text(iri, GG.heading, article.heading)
    out.text(iri, GG.chapter, article.chapter)
    out.text(iri, GG.text, article.text)
    if article.deleted:
        out.truth(iri, GG.deleted, True)
    out.link(iri, PROV.wasDerivedFrom, out.iris.register_line(article.file, article.line))
    return iri


def _reference(out: Statements, law: Law, reference: LawReference, seen: _Seen) -> None:
    """Edges between whole articles; where no article is cited, or an annex, to the law."""
    cited, above = reference.cited, out.iris.law(reference.cited)
    seen.cited.setdefault(above, (cited, ""))
    if reference.kind == "based_on":
        out.link(out.iris.law(law), ELI.based_on, above)
    numbers = dict.fromkeys(a for wording in reference.articles for a in _WHOLE_ARTICLE.findall(wording))
    articles = {out.iris.article(cited, number): (cited, number) for number in numbers}
    seen.cited.update(articles)
    out.link(out.iris.article(law, reference.article), ELI.cites, *(articles or [above]))
