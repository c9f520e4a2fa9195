"""Milestones (향후 추진 일정): what the dated bullets, chains and rows under a schedule heading say is to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..ontology.fold import QUOTES
from ..ontology.records import Milestone, Problem, Project
from .fields import Item, items
from .headed import Headed, headed
from .periods import term
from .report import Report
from .schedule_steps import Step, date_colon, is_label, is_open, steps_of
from .source import Document
from .spacing import normal

_MOST_LINES = 8
_YEAR = re.compile(rf"(?:[{re.escape(QUOTES)}]\s?|20)(?P<year>\d\d)\s*(?:년|\.|$)")


@dataclass(frozen=True, slots=True)
class _Scope:
    """The document and project at hand, the report's date and the year of dates that print none."""

    document: Document
    project: Project
    as_of: str
    year: int


@dataclass(frozen=True, slots=True)
class _Above:
    """A bullet above: its level, its words, and the date that it gives to those below when it is nothing but a date."""

    level: int
    text: str
    when: str = ""
    start: str = ""
    end: str = ""


def read_schedule(report: Report) -> tuple[Iterable[Milestone], Iterable[Problem]]:
    """The milestones of every project; what stands there without a date is none."""
    made: list[Milestone] = []
    for text in report.texts:
        scope = _Scope(report.document, text.project, report.source.as_of, report.year)
        for part in headed(text.lines, "schedule"):
            made += _milestones(scope, part)
    return made, ()


def _milestones(scope: _Scope, part: Headed) -> Iterator[Milestone]:
    """The steps of a part; a date without a year is of the year printed last above it, else of the report's."""
    found = _YEAR.search(part.title)
    scope = replace(scope, year=2000 + int(found["year"])) if found else scope
    above: list[_Above] = []
    for item in _lines(part):
        above = [entry for entry in above if entry.level < item.level]
        steps = list(steps_of(item, scope.year))
        yield from _dated(scope, item, steps, above)
        if printed := _YEAR.search(item.text):
            scope = replace(scope, year=2000 + int(printed["year"]))
        above.append(_above(item, steps, scope.year))


def _above(item: Item, steps: Sequence[Step], year: int) -> _Above:
    if not steps and (alone := term(item.text, year)):
        return _Above(item.level, "", normal(item.text).strip(" ()"), alone.start, alone.end)
    words = steps[0].text if len(steps) == 1 else "" if steps else normal(item.text).rstrip(" :：")
    return _Above(item.level, words)


def _dated(scope: _Scope, item: Item, steps: Sequence[Step], above: Sequence[_Above]) -> Iterator[Milestone]:
    """The milestones of a line: its steps, or itself at the date that stands alone above it.

    Below another bullet what is past by the report's date is no step to come.
    """
    head = next((entry for entry in reversed(above) if entry.text), None)
    for step in steps:
        printed = normal(item.text[step.first : step.last])
        if head and step.end and step.end[:7] < scope.as_of[: len(step.end[:7])]:
            continue
        if head and is_label(step.text):
            yield _milestone(scope, item, replace(step, text=head.text), printed)
        elif not is_label(step.text):
            yield _milestone(scope, item, replace(step, text=f"{head.text} - {step.text}") if head else step, printed)
    alone = next((entry for entry in reversed(above) if entry.when), None)
    if alone and not steps and not term(item.text, scope.year):
        words = normal(item.text)
        step = Step(words, alone.start, alone.end, 0, 0, 0, len(item.text))
        yield _milestone(scope, item, step, alone.when)


def _milestone(scope: _Scope, item: Item, step: Step, printed: str) -> Milestone:
    first, last = item.locate(step.at, step.behind)
    span = scope.document.span(first.line, first.start, last.line, last.end)
    return Milestone(scope.project, step.text, printed, step.start, step.end, span)


def _lines(part: Headed) -> Iterator[Item]:
    """The logical lines without notes: each bullet with what goes on below it; without bullets each line."""
    if part.value:
        yield Item(0, (part.value,), False)
    for item in items(part.lines):
        if not item.note:
            yield from _apart(item)


def _apart(item: Item) -> Iterator[Item]:
    """A bullet goes on until its date is complete, a line without bullet while it is open; then a row begins."""
    taken = item.pieces[:1]
    for piece in item.pieces[1:]:
        text = " ".join(p.text for p in taken)
        if len(taken) < _MOST_LINES and ((item.level and not date_colon(text, 1)) or is_open(text)):
            taken = (*taken, piece)
        else:
            yield replace(item, pieces=taken)
            taken = (piece,)
    yield replace(item, pieces=taken)
