"""The first hand-made report with three more facilities: one that no section is about, one whose section states no
basis, one that is named and nothing more; and the stores that the tests ask."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from geungeo.graph.build import quads
from geungeo.graph.labels import one_label
from geungeo.graph.vocabulary import vocabulary_quads
from geungeo.ontology.records import (
    BudgetLine,
    Facility,
    FacilityBudget,
    FacilityFact,
    FacilityProject,
    Project,
    Record,
)
from pyoxigraph import Store

from .made import DETAIL_EUNPYEONG, DETAIL_HUB, FUTURE, LOADED, POLICY, amount
from .made_later import SECOND
from .made_register import register_of
from .made_text import at

LAB = Facility("한강 실험실", "", at("산업정책과", 6))
LAB_LINE = BudgetLine("summary", "한강 실험실 운영", POLICY, None, False, at("창업 거점 조성", 17))
YARD = Facility("봄내 공방", "", at("미래기술과", 9))
YARD_PROJECT = Project("봄내 공방 운영", "4", FUTURE, "Ⅵ", 34, 36, at("시민과의 소통", 34))
YARD_LINE = BudgetLine("detail", "봄내 공방 운영", FUTURE, YARD_PROJECT, False, at("은평점 조성", 33))
BARE = Facility("이름뿐인 전시관", "", at("산업연구소", 10))

EXTRA: tuple[Record, ...] = (
    LAB,
    LAB_LINE,
    amount(LAB_LINE, 2025, "original", "6,703", "백만원", 17),
    amount(LAB_LINE, 2024, "original", "6,300", "백만원", 17),
    FacilityBudget(LAB, LAB_LINE, "named", "item-names-facility", (LAB_LINE.span,)),
    YARD,
    YARD_PROJECT,
    YARD_LINE,
    amount(YARD_LINE, 2025, "original", "500,000", "천원", 33),
    FacilityProject(YARD, YARD_PROJECT, "operates", "section-names-facility", YARD.span),
    FacilityBudget(YARD, YARD_LINE, "named", "item-names-facility", (YARD_LINE.span,)),
    BARE,
    FacilityFact(YARD, "opening", "2025-03", "개관", "", YARD.span),
    FacilityFact(YARD, "status", "planned", "개관", "", YARD.span),
    amount(DETAIL_EUNPYEONG, 2024, "original", "100,000", "천원", 33),
    amount(DETAIL_HUB, 2025, "expenditure", "0", "천원", 25),
)


@cache
def store(*, later: bool = False) -> Store:
    """The report with the three facilities, the register of laws and the vocabulary in memory; `later` adds the second
    report."""
    reports = [replace(LOADED, records=(*LOADED.records, *EXTRA)), *([SECOND] if later else [])]
    made = Store()
    made.extend(one_label(quad for report in reports for quad in quads(report)))
    made.extend([*register_of(), *vocabulary_quads()])
    return made
