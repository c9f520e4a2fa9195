"""Whether a partner takes part now, is to, or has; and over which period."""

from __future__ import annotations

import re

from ..ontology.records import PartnerRole, PartnerStatus
from .partners_passages import Passage
from .periods import periods
from .spacing import squeeze

_PAST = re.compile(r"실적|경과|성과|결과")
_PLANNED = re.compile(r"계획|향후|일정|목표|방향|예정")
_GOES_ON = re.compile(r"분기별|매월|매주|매년|상시|연중|운영\s*중|추진\s*중|기\s*체결|체결\s*완료|협약\s*중|정례")
_TO_COME = re.compile(r"예정|신규\s*(?:선정|체결)|추진\s*예정|검토\s*중")
_FOUNDED = re.compile(r"(?:재단|진흥원|연구원|공사|공단)\S*\s*(?:설립|출범|개편)")
_SINCE = re.compile(r"\(\s*[’‘'](?P<year>\d\d)\.\s*(?P<month>\d{1,2})\.?\s*~\s*\)")
_LASTING = ("operator", "member", "host")
_TERM = re.compile(r"(?:위탁|수탁|협약|계약|운영|대행|사업)?\s*기간\s*[:：]")
_PERIOD_ROLES = ("operator", "delegated_agency", "mou_partner", "contractor")
_BEHIND = re.compile(r"[^()]{0,40}(?:\(\s*(?:위|대행|수탁|운영|협약|[’‘'\d])[^()]{0,60}\)|\))?")


def status_of(passage: Passage, role: PartnerRole, resident: bool, period: str, as_of: str) -> PartnerStatus:
    """By the block that the words stand in (실적, 계획, 개요), unless they or a period say otherwise."""
    block, text = squeeze(passage.block), passage.text
    if covers(period, as_of) or _has_begun(text, as_of):
        return "current"
    if _PAST.search(block) and not _PLANNED.search(block):
        return "current" if resident or role in _LASTING else "past"
    plan = _PLANNED.search(block) or (not _is_overview(block) and squeeze(passage.project.title).endswith("계획"))
    if plan and "소관" not in text:
        return "current" if _GOES_ON.search(text) else "planned"
    if role == "operator" and _FOUNDED.search(text):
        return "planned"
    return "planned" if _TO_COME.search(text) and not _GOES_ON.search(text) else "current"


def _has_begun(text: str, as_of: str) -> bool:
    """Whether a `(’25. 1. ~)` lies before the report's date."""
    since = _SINCE.search(text)
    return since is not None and f"20{since['year']}-{int(since['month']):02d}" <= as_of


def _is_overview(block: str) -> bool:
    return bool(re.search(r"개요|현황|배경", block))


def covers(period: str, as_of: str) -> bool:
    """Whether an ISO interval holds a date, each end with the precision that it has."""
    start, _, end = period.partition("/")
    return bool(period and as_of) and start <= as_of[: len(start)] and (not end or as_of[: len(end)] <= end)


def period_of(passage: Passage, role: PartnerRole, end: int) -> str:
    """The ISO interval that stands in the name's bracket, or behind a label such as 위탁기간 in the same line."""
    if role not in _PERIOD_ROLES:
        return ""
    text = passage.text
    behind = _BEHIND.match(text, end)
    found = periods(behind[0]) if behind else []
    if not found and (label := _TERM.search(text)):
        found = periods(text[label.end() :])
    return found[0][0] if found else ""
