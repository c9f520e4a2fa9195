"""A hand-made register of laws: what the hand-made report cites, with articles and what they cite of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from geungeo.graph.build import quads
from geungeo.graph.build_register import Register, register_quads
from geungeo.graph.store import GraphFolder, SourceInfo, replace_sources
from geungeo.ontology.records import Law, LawArticle, LawReference, Loaded, RegisteredLaw, Source
from pyoxigraph import Quad

from .made import ACT, CAMPUS_ORDINANCE, LOADED, ORDINANCE
from .made_graph import info

SOURCE = Source("laws/kr", "", "utf-8", 0, "kr")
INFO = SourceInfo("laws/kr", "", "kr", register=True)
DECREE = Law("과학기술기본법 시행령", "decree", "대한민국", True, law_id="000124", in_force="2024-07-03")
CODE = Law("민법", "act", "대한민국", True, law_id="001706")
LOST = Law("가상부두 진흥법", "act", "대한민국", False)


def _law(law: Law, articles: Iterable[LawArticle], *references: LawReference) -> RegisteredLaw:
    return RegisteredLaw(law, f"{law.title}.md", tuple(articles), references)


def article(law: Law, number: str, heading: str, line: int, text: str = "") -> LawArticle:
    """An article; without a heading a deleted one."""
    return LawArticle(number, heading, "제1장 총칙", not heading, f"{law.title}.md", line, text)


LAWS = (
    _law(
        ACT,
        (
            article(ACT, "제1조", "목적", 12),
            article(ACT, "제2조", "", 16),
            article(ACT, "제14조", "평가", 20, "시장은 기술을 평가한다."),
        ),
        LawReference("cites", "제14조", CODE, ("제32조", "제40조제2항"), "exact", 22),
        LawReference("cites", "제14조", LOST, (), "not_in_register", 23),
    ),
    _law(
        DECREE,
        (article(DECREE, "제1조", "목적", 12), article(DECREE, "제3조", "평가의 방법", 16)),
        LawReference("based_on", "제1조", ACT, (), "exact", 14),
        LawReference("cites", "제3조", ACT, ("제14조제4항",), "declared", 18),
    ),
    _law(
        ORDINANCE,
        (
            article(ORDINANCE, "제1조", "목적", 12),
            article(ORDINANCE, "제5조", "육성계획", 16),
            article(ORDINANCE, "제10조", "센터", 20),
        ),
        LawReference("based_on", "제1조", ACT, ("제14조",), "exact", 14),
    ),
    _law(
        CAMPUS_ORDINANCE,
        (article(CAMPUS_ORDINANCE, "제1조", "설치", 12),),
        LawReference("based_on", "제1조", CODE, ("제32조",), "exact", 14),
    ),
)


def made_register(laws: Iterable[RegisteredLaw] = LAWS) -> Register:
    """The register anew: its laws go by once."""
    return Register(SOURCE, iter(laws))


def register_of(laws: Iterable[RegisteredLaw] = LAWS) -> list[Quad]:
    """All quads of the register."""
    return [quad for law in register_quads(made_register(laws)) for quad in law]


def without_texts(laws: Iterable[RegisteredLaw] = LAWS) -> list[RegisteredLaw]:
    """The laws as a build without --with-text has them."""
    return [replace(law, articles=tuple(replace(a, text="") for a in law.articles)) for law in laws]


def built_with_register(path: Path, *reports: Loaded, prune: bool = False) -> GraphFolder:
    """A graph folder of the register and these reports, by default of the first."""
    those = reports or (LOADED,)
    additions = {r.source.id: quads(r) for r in those} | {SOURCE.id: register_quads(made_register())}
    return replace_sources(path, additions, infos=[*map(info, those), INFO], prune=prune)
