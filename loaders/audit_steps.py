"""The dated steps of an answer: what is done, when as printed, and when as ISO dates as precise as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..ontology.fold import QUOTES
from ..ontology.records import AuditRequest, AuditStep
from .audit_text import Wording, joined, logical_lines
from .audit_words import label_role
from .fields import Piece
from .periods import Term, terms
from .spacing import normal

_AS_OF = re.compile(r"\s*(?:기준|현재|자\s)")
_LEAD = re.compile(r"^(?:[\s,:;→⇒☞➡➜□■◆○ㅇ◦●•▶▷❍◈※*\-–∙·‣▸▴▪￭)]|\d{1,2}[.)]\s|(?:이며|하고|하여|및)[,\s])+")
_TAIL = re.compile(r"[\s,:;(（\[~]+$")
_MAY_DATE = re.compile(rf"[{re.escape(QUOTES)}]\s?\d\d|20\d\d\s*[.년]|\d\s*월|\d\.\s*\d{{1,2}}\.|\d.*[분반]기")
_MONTH = re.compile(r"\d\s*월|\d\s*[.년]\s*\d|\d.*[분반]기")
_YEAR = re.compile(r"(?<!\d)(\d\d)년\s*$")
_APART = re.compile(r"[:：]\s*$")


def dated(request: AuditRequest, answer: Sequence[Piece], wording: Wording) -> Iterator[AuditStep]:
    """Every dated step of the answer's lines; a line that dates several things gives a step for each."""
    for pieces in logical_lines(answer):
        text = joined(pieces)
        found = dates(text)
        for i, when in enumerate(found):
            said = _said(text, when, found[i - 1].last if i else 0, alone=len(found) == 1)
            if said:
                printed = text[when.first : when.last].strip()
                yield AuditStep(request, said, printed, when.start, when.end, wording.span(pieces))


def _said(text: str, when: Term, begin: int, *, alone: bool) -> str:
    """What a date is said of: the line without it where it stands apart (`공고(’25. 2.)`, `공고 : ’25. 2.`).

    Inside a sentence the whole line; of several dates each has the words since the one before.
    """
    before, behind = text[begin : when.first], text[when.last :]
    inside = re.search(r"[(\[][^()\[\]]*$", before)
    if inside:
        before, behind = before[: inside.start()], re.sub(r"^[^()\[\]]*[)\]]", "", behind)
    said = _clean(before)
    if not alone:
        return said or _clean(behind.split(",")[0])
    if inside or not said:
        return _clean(before.rstrip() + ("" if behind.lstrip().startswith(",") else behind)) or said
    return said if _APART.search(before) or not re.search(r"[가-힣]{2}", behind) else _clean(text)


def _clean(text: str) -> str:
    """Without bullets, a label of the answer (`향후계획 :`) and open ends."""
    said = _LEAD.sub("", text)
    label, colon, behind = said.partition(":")
    return normal(_TAIL.sub("", behind.lstrip() if colon and label_role(label) else said))


def dates(text: str) -> list[Term]:
    """The terms of a text that name a month at least, but for the day as of which figures stand.

    Where some stand apart, in brackets or behind a colon, those alone.
    >>> [(t.start, t.end) for t in dates("2025 하반기 공고(’25. 2.~5.), 개관(25년 9~10월), 착공(3월)")]
    [('2025-02', '2025-05'), ('2025-09', '2025-10'), ('', '')]
    """
    found = [_with_year(text, t) for t in terms(text, 0)] if _MAY_DATE.search(text) else []
    found = [t for t in found if _MONTH.search(text[t.first : t.last]) and not _AS_OF.match(text, t.last)]
    return [t for t in found if _stands_apart(text, t)] or found


def _with_year(text: str, term: Term) -> Term:
    """`25년 1~2월`: the year before a stretch of months."""
    year = _YEAR.search(text, 0, term.first) if not (term.start or term.end) else None
    if year is None:
        return term
    dated = (t for t in terms(text, 2000 + int(year[1])) if t.first == term.first)
    return next((Term(t.start, t.end, year.start(), t.last) for t in dated), term)


def _stands_apart(text: str, term: Term) -> bool:
    before = text[: term.first].rstrip()
    return before.endswith((":", "：")) or before.rfind("(") > before.rfind(")")
