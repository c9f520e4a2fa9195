"""Small pieces of work reports in the habits of the genre, and readers' inputs made of them; names are invented."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from geungeo.loaders.budgets import Context, read_detail, read_summary
from geungeo.loaders.citations.register import Register
from geungeo.loaders.source import Document, document
from geungeo.loaders.spacing import Lexicon
from geungeo.loaders.work_report import Given, load
from geungeo.ontology.records import Amount, BudgetLine, Department, Loaded, Problem, Project, Record, Span

YEAR = 2025
_T = TypeVar("_T")

STAFF = """\
구     분 합   계 일반직 임기제
정원 현원 과부족 정원 현원 정원 현원

계 45 44 △1 40 40 5 4
해 양 산 업 과 20 212)   1 18 19 2 2
항만물류정책과 15 14 △1 13 12 2 2
도 시 농 업 과 10 9 △1 9 9 1 -

 1) 교류파견을 뺌   2) 단장을 더함
"""

SUMMARY_HEAD = """\
(단위 : 백만원, ’25. 1. 31. 기준)
부서 세부사업 2025년도 2024년도최종예산 집행액(C)(지출액 기준) 집행률(C/B)본예산(A) 예산현액(B)
"""

SUMMARY = f"""\
예산현황

{SUMMARY_HEAD}
계 1,700 1,730 1,500 90 5.2

해양산업과

소계 1,000 1,030 900 50 4.9
한빛창업허브 운영 600 630 500 50 7.9
물결체육관 건립 400 400 400 -　 0.0

소 계 700 700 600 40 5.7

항만물류정책과

새벽시장 현대화 500 500 400 　- 0.0



{SUMMARY_HEAD}
항만물류정책과

기본경비 200 200 200 40 20.0
"""

DETAIL_HEAD = """\
사업명 ’25년 예산 ’24년최종예산
집행액 및 집행률(%)
본예산(a) 이월 등(b) 예산현액(A=a+b) 원인행위액(집행률) 지출액(집행률)
"""

SECTION = f"""\
1 한빛창업허브 운영
해양산업과장 : 한가람 ☎8 8 8 - 1 0 0 1  창업육성팀장 : 두리내 ☎1002
담당 : 세모루 ☎1003, 네가온 ☎1004
      다솜이 ☎1005
□ 사업개요
 ㅇ 추진목적 : 창업기업이 자랄 자리를 마련함
 ㅇ 추진근거 : 고용정책기본법 제8조
 ㅇ 소요예산 : 600백만원
 ㅇ 운영시설 : 한빛창업허브 3개소
구   분 창업허브 나래 창업허브 다온 창업허브 M2
위 치 동구 나래동 서구 다온동 북구 마루동
위 탁 법 인 재단법인 한빛진흥원
위 탁 기 간 ’23.1.1~’25.12.31 ’24.3.1~’27.2.28 ’25.1.1~’27.12.31
시 설 규 모 ▪ 면적 : 1,200㎡▪ 입주 : 12실 ▪ 면적 : 800㎡▪ 입주 : 8실 ▪ 면적 : 640.5㎡▪ 입주 : 5실
□ 추진계획
 ㅇ 입주기업 모집 : ’25. 3월
□ 예산 집행 현황
{DETAIL_HEAD}한빛창업허브 운영 600,250 30,000 630,250 500,120 51,000
(8.1)
50,400
(8.0)
(단위: 천원, ’25.1.31. 기준)
"""

REPORT = f"""\
한빛광역시 해양국

2025년 주요 업무보고

 Ⅰ. 일 반 현 황

조직현황 - 1국‧3과 (’25. 1. 31. 기준)
 ∘ 사업소 : 한빛해양박물관
 ∘ 출연기관 : 한빛진흥원

{STAFF}
주요업무

구    분 담   당   업   무

해 양 산 업 과
∙해양산업 정책의 총괄
∙한빛창업허브의 관리

항만물류정책과 ∙항만 물류 정책

 Ⅱ. 예 산 현 황

{SUMMARY}

 Ⅵ. 부서별 주요 업무보고

1.  해양산업과
 한빛창업허브 운영
2.  항만물류정책과
 새벽시장 현대화

 1. 해양산업과
  한빛창업허브 운영

{SECTION}

 2. 항만물류정책과
  새벽시장 현대화

1 새벽시장 현대화
항만물류정책과장 : 여울빛 ☎888-1009
□ 사업개요
 ㅇ 법적근거 : 주차장법 제12조
"""


def doc(text: str, id: str = "report.txt") -> Document:
    """A document of a text."""
    return document(text, id=id)


def context(text: str, year: int = YEAR) -> Context:
    """What a reader of tables must know of a text."""
    made = doc(text)
    return Context(made, Lexicon.of(line.text for line in made.lines), year)


def department(name: str) -> Department:
    """A department that stands nowhere."""
    return Department(name, "department", Span("report.txt", 0, 0, 1, 1, ""))


def project(title: str = "사업", of: Department | None = None) -> Project:
    """A section that stands nowhere."""
    return Project(title, "1", of, "주요 업무보고", 1, 1, Span("report.txt", 0, 0, 1, 1, ""))


def summary(text: str, *names: str) -> tuple[list[Record], list[Problem]]:
    """The records of an overview table whose staff table lists the given departments."""
    made = context(text)
    records, problems, _ = read_summary(made, made.document.lines, [department(name) for name in names])
    return records, problems


def detail(text: str) -> tuple[list[Record], list[Problem]]:
    """The records of a project's own budget table."""
    made = context(text)
    records, problems, _ = read_detail(made, made.document.lines, project())
    return records, problems


def read(text: str, given: Given | None = None) -> Loaded:
    """A whole report, loaded."""
    return load(doc(text), Register.bundled(), given)


def of(records: Iterable[object], kind: type[_T]) -> list[_T]:
    """The records of one type."""
    return [r for r in records if isinstance(r, kind)]


def figures(records: Iterable[object]) -> dict[str, dict[tuple[str, int], int]]:
    """The amounts in won by line and (phase, year)."""
    made: dict[str, dict[tuple[str, int], int]] = {}
    for amount in of(records, Amount):
        made.setdefault(amount.line.item, {})[amount.phase, amount.fiscal_year] = amount.won
    return made


def items(records: Iterable[object]) -> list[tuple[str, str]]:
    """Each budget line's department and item, in order."""
    lines = of(records, BudgetLine)
    return [(line.department.name if line.department else "", line.item) for line in lines]


def spans(value: object) -> Iterator[Span]:
    """Every span inside a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from spans(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def untrue(made: Document, records: Iterable[object]) -> list[Span]:
    """The spans that do not slice the document, or whose lines are not those of their first and last character."""
    starts = [line.start for line in made.lines]
    return [s for s in dict.fromkeys(spans(list(records))) if not _is_true(made, starts, s)]


def _is_true(made: Document, starts: list[int], span: Span) -> bool:
    if made.text[span.start : span.end] != span.quote or span.document != made.id:
        return False
    first = bisect_right(starts, span.start)
    last = bisect_left(starts, max(span.end, span.start + 1))
    return (first, last) == (span.first_line, span.last_line) or not span.quote
