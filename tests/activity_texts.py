"""A section of a made-up report, loaded whole: what its targets and its schedule say."""

from __future__ import annotations

from geungeo.ontology.records import Loaded, Milestone, Problem, Target

from .texts import of, read

_BEFORE = """\
한빛광역시 해양국

2025년 주요 업무보고 (’25. 1. 31. 기준)

Ⅵ. 부서별 주요 업무보고

1 한빛 사업
해양산업과장 : 한가람 ☎888-1001
"""
FIRST = _BEFORE.count("\n") + 1


def section(text: str) -> Loaded:
    """A report whose only section has these lines; its first one is line FIRST."""
    return read(f"{_BEFORE}{text}\n")


def targets(text: str) -> list[tuple[str, str, str, str, str]]:
    """Each target's item, period, words, value and unit."""
    return [(t.item, t.period, t.text, t.value, t.unit) for t in of(section(text).records, Target)]


def figures(text: str) -> list[tuple[str, str]]:
    """Each target's item and its value with the unit."""
    return [(item, value + unit) for item, _, _, value, unit in targets(text)]


def steps(text: str) -> list[tuple[str, str, str]]:
    """Each milestone's words, start and end."""
    return [(m.text, m.start, m.end) for m in of(section(text).records, Milestone)]


def problems(text: str) -> list[tuple[int, str]]:
    """The lines of the section, from 1, that could not be read, and why."""
    found = [p for p in section(text).problems if isinstance(p, Problem)]
    return [(p.line - FIRST + 1, p.text) for p in found if p.line >= FIRST]
