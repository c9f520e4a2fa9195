"""One quantity stated twice: a target's figure, and the plan that states the same thing with another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..ontology.fold import QUOTES, loose_key
from ..ontology.records import Finding, Span, Target
from .facility_sections import SectionText
from .outline import box_title
from .report import Report
from .source import Document, Line
from .targets_figures import Quantity, quantities

_LABEL = re.compile(r"\s*(?:ㅇ|[^\w\s(<])\s*(?P<label>[^:：\d]{2,40}?)\s*[:：]\s*(?P<rest>\S.*)$")
_BOXES = frozenset("□■◻▣❏☐")
_PLAN = re.compile(r"계\s*획")
_SUFFIX = re.compile(r"(?:사업|추진|운영|지원|개최)$")
_OTHERWISE = re.compile(rf"누계|누적|까지|이상|내외|[{re.escape(QUOTES)}]\d\d|20\d\d")
_ACT = re.compile(r"\s*[가-힣]{2}")


def duplicates(report: Report) -> Iterator[Finding]:
    """A finding for each target whose project plans the same with another figure.

    The same is: the plan's label is the target's item (`서울 동행일자리 사업` and `서울 동행일자리`), its first figure
    counts the same and the same is done with it (`명 지원`), and neither speaks of other years or of a running total.
    """
    targets = [r for r in report.records if isinstance(r, Target) and r.value and r.item]
    counted = Counter((t.project.first_line, t.item, t.unit) for t in targets)
    alone: dict[int, dict[str, Target]] = {}
    for t in targets:
        if counted[t.project.first_line, t.item, t.unit] == 1 and not _OTHERWISE.search(t.text):
            alone.setdefault(t.project.first_line, {})[_key(t.item)] = t
    for text in report.texts:
        if own := alone.get(text.project.first_line):
            yield from _planned(report.document, text, own)


def _key(label: str) -> str:
    return _SUFFIX.sub("", loose_key(label))


def _planned(document: Document, text: SectionText, targets: dict[str, Target]) -> Iterator[Finding]:
    for line in _plan(text.lines):
        found = _LABEL.match(line.text)
        target = targets.get(_key(found["label"])) if found else None
        if found is None or target is None or _OTHERWISE.search(found["rest"]):
            continue
        said = next(iter(quantities(found["rest"])), None)
        if said and said.unit == target.unit and said.value != target.value and _same_act(target, found["rest"], said):
            start = found.start("rest")
            yield _finding(target, said, document.line_span(line, start + said.start, start + said.end))


def _plan(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines under headings of plans."""
    planned = False
    for line in lines:
        if line.text.lstrip()[:1] in _BOXES and (title := box_title(line)) is not None:
            planned = bool(_PLAN.search(title))
        if planned:
            yield line


def _same_act(target: Target, rest: str, said: Quantity) -> bool:
    """Whether the same words follow both figures."""
    last = quantities(target.text)[-1:]
    acts = _ACT.match(rest[said.end :]), _ACT.match(target.text[last[0].end :]) if last else None
    return len({act[0].strip() for act in acts if act}) < 2


def _finding(target: Target, said: Quantity, span: Span) -> Finding:
    printed, planned = f"{_plain(target.value)}{target.unit}", span.quote
    return Finding(
        "duplicate",
        printed,
        planned,
        f"{target.item}: 추진목표는 {printed}, 추진계획은 {planned}",
        f"{target.item}: the target is {printed}, the plan says {planned}",
        "likely",
        (target.span, span),
        (target,),
    )


def _plain(value: str) -> str:
    whole, point, rest = value.partition(".")
    return f"{int(whole):,}{point}{rest}"
