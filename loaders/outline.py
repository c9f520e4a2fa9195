"""The outline of a report: chapters by their heading words, department pages, project sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .knowledge import rows
from .source import Document, Line
from .spacing import squeeze

LONGEST_LINE = 1_000
_NUMERAL = re.compile(r"\s*(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|제?\s*\d{1,2}\s*장|[IVX]{1,4})\s*[.．:]?\s*(?P<title>\S.{0,40}?)\s*$")
_ARABIC = re.compile(r"\s*\d{1,2}\s*[.．]\s*(?P<title>\S.{0,40}?)\s*$")
_CONTENTS = re.compile(r"[·․‥…]{3,}|\s\d{1,3}\s*$")
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2}(?:\s*-\s*\d{1,2})?)\s*[.)]?\s+(?P<title>\S.*?)\s*$")
_UNIT_END = re.compile(
    r"(?:과|담당관|기획관|추진단|사업단|지원단|본부|센터|사업소|관리소|사무소|연구소|보건소|과학관|박물관|미술관|도서관"
    r"|(?:연구|교육|진흥|개발|의료|인재)원|(?<!한)(?<!외)(?<!전)국|(?<!무)(?<!교)실)$"
)
_INLINE_CONTACT = re.compile(
    r"\s*[(\[<【][^()]*?(?:[☎☏]|(?:담당|소관|주관)\s*(?:부서|과|자)?\s*[:：])[^()]*[)\]>】]?\s*$"
)
_PHONE = re.compile(r"[☎☏]|전화|내선|\d{2,4}\s*-\s*\d{3,4}(?:\s*-\s*\d{4})?\s*[)\]]?\s*$")
_POST = re.compile(
    r"(?:과\s*장|담당관|팀\s*장|팀(?=\s)|소\s*장|단\s*장|관\s*장|담\s*당(?:자|부서)?|주무관|부서장)\s*[:：]?"
)
_UNIT_LABEL = re.compile(
    r"\s*[(<\[【○ㅇ◦]?\s*(?:담당|소관|주관|주무)\s*부서\s*[:：]\s*"
    r"(?P<unit>[가-힣]{2,14}?(?:과|담당관|기획관|추진단|사업단|지원단|본부|센터|사업소))(?![가-힣])"
)
_HEAD_OF = re.compile(r"(?P<unit>[가-힣]{2,14}(?:과|담당관|기획관|단|센터|사업소))\s*장\s*[:：]")
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
    return named or bool(_UNIT_LABEL.match(text))


def contact_unit(text: str) -> re.Match[str] | None:
    """The department that a contact line names (group `unit`): its head's post, or `담당부서 : …`."""
    return (_UNIT_LABEL.match(text) or _HEAD_OF.search(text)) if is_contact(text) else None


def is_too_long(line: Line) -> bool:
    """Whether a line is longer than any that people print: what lies behind LONGEST_LINE is not searched."""
    return len(line.text) > LONGEST_LINE


def chapters(document: Document) -> list[Chapter]:
    """The chapters of a report; of one that stands twice (contents, bookmarks) the longest body counts.

    Arabic numbers (`1. 일반현황`) count only where no other numeral opens a chapter.
    """
    lines = tuple(
        replace(line, text=line.text[:LONGEST_LINE]) if is_too_long(line) else line for line in document.lines
    )
    heads = [(line, found["title"]) for line in lines if (found := _heading(line.text))]
    if not any(chapter_role(title) for _, title in heads):
        heads = [(line, found["title"]) for line in lines if (found := _arabic(line.text))] or heads
    numbers = [line.number for line, _ in heads]
    bodies = [lines[first : behind - 1] for first, behind in pairwise([*numbers, len(lines) + 1])]
    made = [Chapter(chapter_role(t), t, line, body) for (line, t), body in zip(heads, bodies, strict=True)]
    by_size = sorted(made, key=lambda c: (len(c.lines), c.heading.number))
    longest = {(c.role, re.sub(r"\W", "", c.title)): c for c in by_size}
    return [c for c in made if not c.role or longest[c.role, re.sub(r"\W", "", c.title)] is c]


def _heading(text: str) -> re.Match[str] | None:
    found = _NUMERAL.fullmatch(text)
    if not found or _CONTENTS.search(found["title"]):
        return None
    return found if chapter_role(found["title"]) or re.match(r"\s*[Ⅰ-Ⅹ]", text) else None


def _arabic(text: str) -> re.Match[str] | None:
    """A numbered line that is a heading word with at most a year before it and a word behind it."""
    found = _ARABIC.fullmatch(text)
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
        found = _NUMBERED.fullmatch(" ".join(line.text.strip() for line in heading))
        if found:
            body = _without_next_page(lines[index + height : end], known)
            made.append(Section(squeeze(found["number"]), found["title"], department, page, heading, body))
    return made


def _uncontacted(line: Line) -> Line:
    """A title's line without who is responsible: `2. 부두 정비 (담당 : ○○○ ☎…)`."""
    found = _INLINE_CONTACT.search(line.text)
    return replace(line, text=line.text[: found.start()]) if found else line


def _starts(lines: Sequence[Line], known: set[str]) -> Iterator[tuple[int, int, str, Line | None]]:
    """Where a title stands, how many lines it takes, the department's page above it and that page's line."""
    department, last = "", tuple[int, ...]()
    page: Line | None = None
    for index, line in enumerate(lines):
        if unit := _unit_page(lines, index, known):
            department, last, page = unit, (), line
        elif not (found := _NUMBERED.fullmatch(line.text)):
            continue
        elif height := _title_height(lines, index, contact_only=(number := _number(found)) <= last):
            last = number
            yield index, height, department, page


def _number(found: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(n) for n in found["number"].split("-"))


def _unit_page(lines: Sequence[Line], index: int, known: set[str]) -> str:
    """The department whose page begins here: its numbered name, or its bare name above a numbered title."""
    if found := _NUMBERED.fullmatch(lines[index].text):
        return squeeze(found["title"]) if _is_unit(found["title"], known) else ""
    name = lines[index].text.strip().lstrip("□■◎<[【").rstrip(">]】")
    if not _is_unit(name, known):
        return ""
    behind = next((line.text for line in lines[index + 1 : index + 7] if line.text.strip()), "")
    title = _NUMBERED.fullmatch(behind)
    return squeeze(name) if title and not _is_unit(title["title"], known) else ""


def _is_unit(name: str, known: set[str]) -> bool:
    return squeeze(name) in known if known else is_unit_name(name)


def _title_height(lines: Sequence[Line], index: int, *, contact_only: bool) -> int:
    """How many lines the title takes, if a contact line or a □ follows it at once; 0 if none does.

    A number that does not go on from the one before is a title only above a contact line.
    """
    following = [(i, line) for i, line in enumerate(lines[index + 1 : index + 7], index + 1) if line.text.strip()]
    for taken, (i, line) in enumerate(following[:2]):
        if is_contact(line.text) or (box_title(line) is not None and taken == 0 and not contact_only):
            return i - index
        if _NUMBERED.fullmatch(line.text) or box_title(line) is not None:
            return 0
    return 0


def _without_next_page(lines: Sequence[Line], known: set[str]) -> tuple[Line, ...]:
    """The section's lines up to the page of the next department, which begins with its numbered name."""
    end = next((index for index in range(len(lines)) if _unit_page(lines, index, known)), len(lines))
    return tuple(lines[:end])
