"""The outline of a report: chapters by their heading words, department pages, project sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from .knowledge import rows
from .source import Document, Line
from .spacing import squeeze
from .title_numbers import numbered

LONGEST_LINE = 1_000
_NUMERAL = re.compile(
    r"(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|제?\s*\d{1,2}\s*장|[IVX]{1,4})(?!\s{0,3}-\s{0,3}\d)\s{0,3}[.．:]?\s*(?P<title>\S.{0,40})"
)
_ARABIC = re.compile(r"\d{1,2}\s{0,3}[.．]\s*(?P<title>\S.{0,40})")
_CONTENTS = re.compile(r"[·․‥…]{3,}|\s\d{1,3}\s*$")
_UNIT_END = re.compile(
    r"(?:과|담당관|기획관|추진단|사업단|지원단|본부|센터|사업소|관리소|사무소|연구소|보건소|과학관|박물관|미술관|도서관"
    r"|(?:연구|교육|진흥|개발|의료|인재)원|(?<!한)(?<!외)(?<!전)국|(?<!무)(?<!교)실)$"
)
_INLINE_CONTACT = re.compile(
    r"[(\[<【][^()]*?(?:[☎☏]|(?:담당|소관|주관)\s*(?:부서|과|자)?\s*[:：])[^()]*[)\]>】]?\s*$"
    r"|(?<=\s\s)(?:[가-힣A-Za-z·]{2,16}(?:과|관|단|팀|소|센터)\s*장?|담\s*당)\s*[:：]?\s*[^\s☎☏]{0,6}\s*[(\[]?\s*[☎☏].*$"
)
_PHONE = re.compile(r"[☎☏]|전화|내선|\d{2,4}\s*-\s*\d{3,4}(?:\s*-\s*\d{4})?\s*[)\]]*\s*$")
_POST = re.compile(r"(?:[과팀소단관부실국원]\s*장|담당관|센터장|팀(?=\s)|담\s*당(?:자|부서)?|주무관|부서장)\s*[:：]?")
_UNIT_LABEL = re.compile(
    r"(?:[(<\[【○ㅇ◦※]\s*)?(?:담\s*당|소\s*관|주\s*관|주\s*무)\s*(?:부\s*서|과)?\s*(?:[:：]\s*|\s+)"
    r"(?P<unit>[가-힣]{2,14}?(?:과|담당관|기획관|추진단|사업단|지원단|본부|센터|사업소|연구소|관리소|[가-힣]부))(?![가-힣])"
)
_CONTACT_LABEL = re.compile(r"[(\[<【○ㅇ◦]?\s?(?:담\s?당|소\s?관|주\s?관)\s?(?:부\s?서|과|자)\s?[:：]?[)\]>】]?")
_HEAD_OF = re.compile(
    r"(?P<unit>[가-힣]{2,14}(?:과|담당관|기획관|단|센터|소|부|실|원))\s*장(?=\s*[:：(☎☏]|\s+[가-힣○*]{2,4}\s*[(☎☏\d])"
)
_BOX = re.compile(r"\s*[□■◻▣❏☐]\s*(?P<title>.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its role (general, budget, situation, vision, key_plan, projects, audit or empty), its lines."""

    role: str
    title: str
    heading: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A project's section: its printed number and title, the department page it stands under, its body.

    `page` is the line that names the department; a title's heading ends before a contact in brackets.
    """

    number: str
    title: str
    department: str
    page: Line | None
    heading: tuple[Line, ...]
    lines: tuple[Line, ...]


def box_title(line: Line) -> str | None:
    """The text behind a □, or None."""
    found = _BOX.fullmatch(line.text)
    return found["title"] if found else None


def is_contact(text: str) -> bool:
    """Whether a line names who is responsible: a post and a telephone or a colon, or the department behind a label."""
    named = bool(_POST.search(text)) and bool(_PHONE.search(text) or re.search(r"[:：]", text))
    return named or bool(_unit_label(text)) or is_contact_label(text)


def is_contact_label(text: str) -> bool:
    """Whether a line is nothing but the label of a contact (`담당부서`), whose words stand on the lines below."""
    return bool(_CONTACT_LABEL.fullmatch(text.strip()))


def contact_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines from a bare contact label on that hold one cell each: post, name, number; none without such a label."""
    start = next((i for i, line in enumerate(lines) if is_contact_label(line.text)), len(lines))
    end = next((i for i in range(start + 1, len(lines)) if re.search("[:：]", lines[i].text)), len(lines))
    return tuple(lines[start:end])


def contact_unit(text: str) -> re.Match[str] | None:
    """The department that a contact line names (group `unit`): its head's post, or `담당부서 : …`."""
    return (_unit_label(text) or _HEAD_OF.search(text)) if is_contact(text) else None


def _unit_label(text: str) -> re.Match[str] | None:
    return _UNIT_LABEL.match(text, len(text) - len(text.lstrip()))


def is_too_long(line: Line) -> bool:
    """Whether a line is longer than any that people print: what lies behind LONGEST_LINE is not searched."""
    return len(line.text) > LONGEST_LINE


def chapters(document: Document, ignored: Collection[int] = ()) -> list[Chapter]:
    """The chapters of a report; of one that stands twice (contents, bookmarks) the longest body counts.

    Arabic numbers (`1. 일반현황`) count only where no other numeral opens a chapter. The lines whose numbers are
    `ignored` (`pages.furniture`) are blank in the chapters.
    """
    lines = tuple(_searched(line, ignored) for line in document.lines)
    heads = [(line, found["title"]) for line in lines if (found := _heading(line.text))]
    if not any(chapter_role(title) for _, title in heads):
        heads = [(line, found["title"]) for line in lines if (found := _arabic(line.text))] or heads
    numbers = [line.number for line, _ in heads]
    bodies = [lines[first : behind - 1] for first, behind in pairwise([*numbers, len(lines) + 1])]
    made = [Chapter(chapter_role(t), t, line, body) for (line, t), body in zip(heads, bodies, strict=True)]
    by_size = sorted(made, key=lambda c: (len(c.lines), c.heading.number))
    longest = {(c.role, re.sub(r"\W", "", c.title)): c for c in by_size}
    return [c for c in made if not c.role or longest[c.role, re.sub(r"\W", "", c.title)] is c]


def _searched(line: Line, ignored: Collection[int]) -> Line:
    """A line as its readers see it: blank if it is ignored, not too long, its bullet one that they know."""
    if line.number in ignored:
        return replace(line, text="")
    text = line.text[:LONGEST_LINE]
    at = len(text) - len(text.lstrip())
    mark = text[at : at + 1]
    if mark in _marks():
        text = text[:at] + _marks()[mark] + text[at + 1 :]
    return replace(line, text=text) if text != line.text else line


@cache
def _marks() -> dict[str, str]:
    """Marks that are printed as bullets, to the bullet of the same rank; one letter each, so that columns stay."""
    return {row["mark"]: row["read_as"] for row in rows("bullets")}


def _heading(text: str) -> re.Match[str] | None:
    found = _NUMERAL.fullmatch(text.strip())
    if not found or _CONTENTS.search(found["title"]):
        return None
    return found if chapter_role(found["title"]) or re.match(r"\s*[Ⅰ-Ⅹ]", text) else None


def _arabic(text: str) -> re.Match[str] | None:
    """A numbered line that is a heading word with at most a year before it and a word behind it."""
    found = _ARABIC.fullmatch(text.strip())
    title = re.sub(r"\W|^\s*(?:20)?\d\d년도?", "", found["title"]) if found else ""
    words = [r["word"] for r in rows("headings") if title.startswith(r["word"]) and len(title) <= len(r["word"]) + 4]
    return found if words and found and not _CONTENTS.search(found["title"]) else None


def chapter_role(title: str) -> str:
    """The role that the heading words give to a chapter's title, or an empty string."""
    text = re.sub(r"\W", "", title)
    return next((row["role"] for row in rows("headings") if row["word"] in text), "")


def is_unit_name(text: str) -> bool:
    """Whether one word, or letters set apart, looks like the name of a department or office."""
    name = squeeze(text)
    one = len(text.split()) in (1, len(name))
    return one and 2 < len(name) <= 16 and bool(_UNIT_END.search(name)) and not re.search(r"[\d:：,(]", name)


def sections(chapter: Chapter, units: Sequence[str]) -> list[Section]:
    """The project sections of a chapter, each under the department whose page stands before it."""
    lines, known = chapter.lines, {squeeze(u) for u in units}
    starts = list(_starts(lines, known))
    made = []
    for at, (index, height, department, page) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(lines)
        heading = tuple(_uncontacted(line) for line in lines[index : index + height] if line.text.strip())
        if found := numbered(" ".join(line.text.strip() for line in heading)):
            body = _without_next_page(lines[index + height : end], known)
            made.append(Section(found.number, found.title, department, page, heading, body))
    return made


def _uncontacted(line: Line) -> Line:
    """A title's line without who is responsible: `2. 부두 정비 (담당 : ○○○ ☎…)`."""
    found = _INLINE_CONTACT.search(line.text)
    return replace(line, text=line.text[: found.start()].rstrip()) if found else line


def inline_contact(text: str) -> str:
    """Who is responsible, where a title's line says so behind the title; else an empty string."""
    found = _INLINE_CONTACT.search(text)
    printed = found[0].strip() if found else ""
    return printed[1:].rstrip(")]>】").strip() if printed[:1] in tuple("([<【") else printed


def _starts(lines: Sequence[Line], known: set[str]) -> Iterator[tuple[int, int, str, Line | None]]:
    """Where a title stands, how many lines it takes, the department's page above it and that page's line."""
    department, last = "", tuple[int, ...]()
    page: Line | None = None
    kind = _usual_kind(lines, known)
    for index, line in enumerate(lines):
        if unit := _unit_page(lines, index, known):
            department, last, page = unit, (), line
            continue
        found = numbered(line.text)
        if found is None or found.kind != kind:
            continue
        if height := _title_height(lines, index, contact_only=found.order <= last):
            last = found.order
            yield index, height, department, page


def _usual_kind(lines: Sequence[Line], known: set[str]) -> str:
    """The kind of number that most titles above a contact line carry, else most above a □; digits if nothing tells."""
    weights = {"digit": 0}
    for index, line in enumerate(lines):
        found = numbered(line.text)
        if found is None or _is_unit(found.title, known):
            continue
        weight = 100 if _title_height(lines, index, contact_only=True) else 0
        weight = weight or (1 if _title_height(lines, index, contact_only=False) else 0)
        weights[found.kind] = weights.get(found.kind, 0) + weight
    return max(weights, key=lambda kind: weights[kind])


def _unit_page(lines: Sequence[Line], index: int, known: set[str]) -> str:
    """The department whose page begins here: its numbered name, or its bare name above a numbered title."""
    if found := numbered(lines[index].text):
        return squeeze(found.title) if _is_unit(found.title, known) else ""
    name = lines[index].text.strip().lstrip("□■◎<[【").rstrip(">]】")
    if not _is_unit(name, known):
        return ""
    behind = next((line.text for line in lines[index + 1 : index + 7] if line.text.strip()), "")
    title = numbered(behind)
    return squeeze(name) if title and not _is_unit(title.title, known) else ""


def _is_unit(name: str, known: set[str]) -> bool:
    return squeeze(name) in known if known else is_unit_name(name)


def _title_height(lines: Sequence[Line], index: int, *, contact_only: bool) -> int:
    """How many lines the title takes, if a contact line or a □ follows it at once; 0 if none does.

    A number that does not go on from the one before is a title only above a contact line, or with one in brackets.
    """
    if _INLINE_CONTACT.search(lines[index].text):
        return 1
    following = [(i, line) for i, line in enumerate(lines[index + 1 : index + 7], index + 1) if line.text.strip()]
    for taken, (i, line) in enumerate(following[:2]):
        if is_contact(line.text) or (box_title(line) is not None and taken == 0 and not contact_only):
            return i - index
        if numbered(line.text) or box_title(line) is not None:
            return 0
    return 0


def _without_next_page(lines: Sequence[Line], known: set[str]) -> tuple[Line, ...]:
    """The section's lines up to the page of the next department, which begins with its numbered name."""
    end = next((index for index in range(len(lines)) if _unit_page(lines, index, known)), len(lines))
    return tuple(lines[:end])
