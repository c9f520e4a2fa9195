"""Two more hand-made reports: `SECOND` of the same bureau, half a year later, which spells some of the same things in
another way; and `NOWHERE`, which knows neither its city nor its bureau.
"""

from __future__ import annotations

from geungeo.ontology.records import (
    Amount,
    BudgetLine,
    Citation,
    Department,
    Facility,
    FacilityProject,
    Loaded,
    Project,
    Source,
    Span,
)

from .made import ACT
from .made_text import TEXT, at

SECOND_TEXT = """\
미래산업국 주요업무보고
2025. 7. 31.
1 양자산업 거점 운영
ㅇ 근거: 과학기술기본법 제14조
서울양자허브 운영 15,900,000
"""


def _second(quote: str, line: int) -> Span:
    return at(quote, line, "reports/2025-07.txt", SECOND_TEXT)


SECOND_SOURCE = Source(
    id="reports/2025-07.txt",
    sha256="0" * 63 + "2",
    encoding="utf-8",
    lines=5,
    title="미래산업국 주요업무보고",
    city="서울특별시",
    bureau="미래산업국",
    as_of="2025-07-31",
)
SECOND_POLICY = Department("산업정책과", "department", _second("양자산업", 3))
SECOND_PROJECT = Project("양자산업 거점운영", "1", SECOND_POLICY, "Ⅵ", 3, 5, _second("양자산업 거점 운영", 3))
SECOND_HUB = Facility("서울양자허브", "", _second("서울양자허브", 5))
SECOND_LINE = BudgetLine(
    "detail", "서울양자허브 운영", SECOND_POLICY, SECOND_PROJECT, False, _second("서울양자허브 운영", 5)
)
SECOND_BASIS = Citation(
    law=ACT,
    printed="과학기술기본법",
    articles=("제14조",),
    heading="",
    others=False,
    how="exact",
    status="in_force",
    basis=True,
    context="근거: 과학기술기본법 제14조",
    project=SECOND_PROJECT,
    span=_second("과학기술기본법 제14조", 4),
)
SECOND = Loaded(
    source=SECOND_SOURCE,
    records=(
        SECOND_POLICY,
        SECOND_PROJECT,
        SECOND_HUB,
        SECOND_LINE,
        SECOND_BASIS,
        Amount(SECOND_LINE, 2025, "current", 15_900_000_000, "15,900,000", "천원", _second("15,900,000", 5)),
        FacilityProject(SECOND_HUB, SECOND_PROJECT, "operates", "section-names-facility", SECOND_HUB.span),
    ),
    problems=(),
)

_LOST = at("서울 양자 허브", 22, "lost.txt")
NOWHERE = Loaded(
    source=Source(id="lost.txt", sha256="0" * 63 + "3", encoding="utf-8", lines=len(TEXT.splitlines())),
    records=(
        Department("산업정책과", "department", at("산업정책과", 6, "lost.txt")),
        Facility("서울 양자 허브", "", _LOST),
    ),
    problems=(),
)
