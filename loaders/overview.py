"""The money that a project's 사업개요 states in words: 소요예산, 사업비, ’25년 예산."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..ontology.records import Amount, BudgetLine, Project, Record
from ..ontology.records.money import UNITS
from .amounts import won
from .budgets import Context
from .fields import Field, block_fields, blocks
from .source import Line
from .spacing import close_up, normal, squeeze

_PART = r"(?P<figure>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>조|억|천만|백만|만|천)?"
_PLAIN = re.sub(r"\?P<\w+>", "?:", _PART)
MONEY = re.compile(rf"{_PLAIN}(?:\s*{_PLAIN}){{0,3}}\s*(?:원|(?<=[조억])(?![가-힣]))")
_YEAR = re.compile(r"[’‘'`]?(?<!\d)(20\d\d|\d\d)\s*년(?:도)?")
_TITLE = re.compile("개요|현황$")


def overview_money(context: Context, project: Project, lines: Sequence[Line]) -> Iterator[Record]:
    """A line and its amount for every field of money in a 개요 block, before the first block, or that is one itself."""
    for block in blocks(lines):
        overview = block.heading is None or _TITLE.search(squeeze(block.title))
        for field in block_fields(block):
            if field.role == "money" and field.items and (overview or field.line is block.heading):
                yield from _records(context, project, field)


def _records(context: Context, project: Project, field: Field) -> Iterator[Record]:
    item = field.items[0]
    found = MONEY.search(item.text)
    value = money_won(found[0]) if found else None
    if found is None or value is None:
        return
    year = _year(item.text[: found.start()]) or _year(field.label) or context.year
    if not year:
        return
    first, last = item.locate(found.start(), found.end())
    span = context.document.span(first.line, first.start, last.line, last.end)
    line = BudgetLine("overview", close_up(field.label, context.lexicon), project.department, project, False, span)
    yield line
    yield Amount(line, year, "original", value, normal(found[0]), money_unit(found[0]), span)


def _year(text: str) -> int:
    """The last year that a label or the words before a figure name; 0 if none."""
    years = _YEAR.findall(text)
    return 0 if not years else int(years[-1]) if len(years[-1]) == 4 else 2000 + int(years[-1])


def _parts(money: str) -> list[re.Match[str]]:
    return list(re.finditer(_PART, money))


def money_unit(money: str) -> str:
    """The unit of a sum in words: of its one figure, else won."""
    parts = _parts(money)
    return f"{parts[0]['unit'] or ''}원" if len(parts) == 1 else "원"


def money_won(money: str) -> int | None:
    """One figure with its unit, or several (`2조 3,400억원`, `1억 5천만원`); None if a figure is malformed."""
    units = [f"{part['unit'] or ''}원" for part in _parts(money)]
    values = [won(part["figure"], unit) for part, unit in zip(_parts(money), units, strict=True)]
    known = [value for value in values if value is not None]
    falling = all(UNITS[a] > UNITS[b] for a, b in pairwise(units))
    return sum(known) if len(known) == len(values) and falling else None
