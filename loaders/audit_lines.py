"""The lines of an audit chapter, each told apart: headings, column heads, labels, departments, states, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..ontology.fold import DOTS, leading_city
from ..ontology.records import Department
from .audit_columns import Row, trimmed
from .audit_words import begins_named, head_roles, is_surely_status, label_role, title_kind
from .fields import Piece
from .outline import is_unit_name
from .spacing import squeeze

_PAGE = re.compile(r"\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*/\s*\d{1,4})\s*")
_MARK = re.compile(
    r"\s*(?P<mark>[□■◻◆◇▣❏○ㅇ◦●•∘▶▷❍◈❖※*\-–∙·‧‣▸▴▪￭⇒→☞➡➜]"
    r"|\(?\d{1,3}(?:-\d{1,2})?\s*[.)](?!\d)|\d{1,3}(?:-\d{1,2})?(?=\s)|\[\d{1,3}\]|[①-⑳]|[가-하]\.)\s*"
)
_NUMBER = re.compile(r"(?P<open>[(\[]?)(?P<number>\d{1,3})(?:-(?P<sub>\d{1,2}))?\s*(?P<close>[.)\]]?)")
_CIRCLED = re.compile(r"[①-⑳]")
_WORDS = rf"(?P<label>[가-힣{re.escape(DOTS)},/ ]{{2,24}}?)"
_LABEL = re.compile(
    rf"{_WORDS}\s*(?:(?:[:：]|(?<=\s)[-–⇒→☞➡➜](?=\s))\s*(?P<value>.*)|(?P<aside>[(\[][^()\[\]]*[)\]])|)"
)
_BOXED = re.compile(rf"[(<\[【〔]\s*{_WORDS}\s*[)>\]】〕]\s*[:：]?\s*(?P<value>.*)")
_BRACKETED = re.compile(r"\s*[(\[<【〔](?P<names>[^()\[\]]{2,80})[)\]>】〕]\s*[.,]?\s*")
_OPEN = re.compile(r"\s*[(\[<【〔](?P<names>[^()\[\]<>【】〔〕]{2,40})\s*")
_LONGEST_UNIT, _BOX = 30, "<[【〔>]】〕 "
_OPENING = re.compile(r"\s*[(\[<【〔]")
_MOST_LINES, _MOST_BRACKETS = 4, 8
_NO_UNIT = re.compile(r"(?:[결효]과|[초통]과|(?:추진|운영|주요|사업|정책|평가)성과|(?:추진|진행|사업|주요)경과|학과)$")
_HEAD_OF = re.compile(r"(?<=과|관|단)장$|등$")
_CONTACT = re.compile(r"\s*(?:[☎☏]|전화|내선).*")
_EVERYBODY = frozenset({"전부서", "공통", "전과", "해당부서"})
_SPLIT = re.compile(rf"[,/、&;]|\s및\s|(?<=[과관단])[{re.escape(DOTS)}]|\s{{2,}}")


@dataclass(frozen=True, slots=True)
class Token:
    """A line of an audit chapter, or the part of it that stands in one column.

    kind: head, title, group, department, label, state, row or text; `role` the title's kind, the head's roles joined
    by a blank or the label's role. `mark` is the bullet or number before the text, `body` what stands behind mark
    and label, `names` the departments as printed; a `row` is one of a table whose columns stand side by side.
    """

    kind: str
    piece: Piece
    body: Piece
    mark: str = ""
    role: str = ""
    label: str = ""
    names: tuple[Piece, ...] = ()
    row: Row | None = None

    @property
    def indent(self) -> int:
        """The blanks before the text."""
        return len(self.piece.text) - len(self.piece.text.lstrip())

    @property
    def style(self) -> tuple[int, int]:
        """The blanks before the mark and behind it."""
        behind = self.piece.text[self.indent + len(self.mark) :]
        return self.indent, len(behind) - len(behind.lstrip())


@dataclass(frozen=True, slots=True)
class Units:
    """The departments that a report knows, by their names without blanks."""

    known: Mapping[str, Department]

    @classmethod
    def of(cls, departments: Sequence[Department]) -> Units:
        """Known under the full name and, where a city's name leads it, without that."""
        named = {squeeze(d.name): d for d in departments}
        for name, department in list(named.items()):
            for short in (leading_city(department.name)[1], re.sub(r"^[가-힣]{2}(?=시립)", "", name)):
                named.setdefault(squeeze(short), department)
        return cls(named)

    def has(self, name: str) -> bool:
        """Whether a printed name is that of a known department."""
        return "".join(name.split()) in self.known

    def is_unit(self, name: str) -> bool:
        """Whether a printed name is a known department or looks like one of another bureau (`예산담당관`)."""
        plain = "".join(name.split())
        return plain in self.known or (is_unit_name(plain) and not _NO_UNIT.search(plain))

    def listed(self, piece: Piece) -> tuple[Piece, ...]:
        """The departments that make up the whole of a text (`주택과, 도로과`; `총괄 : 주택과`), or none."""
        made, at = [], piece.start
        text = piece.line.text[: piece.end]
        for border in [*_SPLIT.finditer(text, piece.start), None]:
            part = self._one(Piece(piece.line, at, border.start() if border else piece.end))
            at = border.end() if border else at
            if part is None:
                return ()
            made += [part] if part.text else []
        return tuple(made)

    def _one(self, part: Piece) -> Piece | None:
        """A single name without a label before it, an `장` behind it, a bureau's name; empty for `전 부서`."""
        found = _CONTACT.search(part.text)
        part = replace(part, end=part.start + found.start()) if found else part
        part = trimmed(replace(part, start=part.start + max(map(part.text.rfind, ":：")) + 1))
        if found := _HEAD_OF.search(part.text):
            part = trimmed(replace(part, end=part.start + found.start()))
        if squeeze(part.text) in _EVERYBODY or not part.text:
            return replace(part, end=part.start)
        if self.is_unit(part.text) and (self.has(part.text) or " " not in part.text):
            return part
        last = replace(part, start=part.start + part.text.rfind(" ") + 1)
        return last if last != part and self.is_unit(last.text) else None


def tokens(pieces: Sequence[Piece], units: Units) -> list[Token]:
    """The lines told apart; blank lines and page numbers are left out, a bracket over several lines is one token."""
    made: list[Token] = []
    kept = [p for p in pieces if p.text.strip() and not _PAGE.fullmatch(p.text)]
    at = 0
    while at < len(kept):
        names, height = _departments(kept, at, units)
        if names:
            made.append(Token("department", kept[at], trimmed(kept[at]), names=names))
        else:
            made.append(_token(kept[at], units))
        at += height
    return made


def _departments(pieces: Sequence[Piece], at: int, units: Units) -> tuple[tuple[Piece, ...], int]:
    """The departments in a bracket that fills its lines, and how many lines these are."""
    if not _OPENING.match(pieces[at].text):
        return (), 1
    if found := _BRACKETED.fullmatch(pieces[at].text):
        return units.listed(_part(pieces[at], found)), 1
    found, names = _OPEN.fullmatch(pieces[at].text), list[Piece]()
    for height in range(1, _MOST_LINES):
        if found is None or not (listed := units.listed(_part(pieces[at + height - 1], found))):
            break
        names += listed
        if found.re is not _OPEN and found["close"]:
            return tuple(names), height
        if at + height >= len(pieces):
            break
        found = _GOING_ON.fullmatch(pieces[at + height].text)
    return (), 1


_GOING_ON = re.compile(r"\s*(?P<names>[^()\[\]<>【】〔〕]{2,40}?)\s*(?P<close>[)\]>】〕])?\s*[.,]?\s*")


def _part(piece: Piece, found: re.Match[str]) -> Piece:
    return Piece(piece.line, piece.start + found.start("names"), piece.start + found.end("names"))


def _token(piece: Piece, units: Units) -> Token:
    text = piece.text
    mark = _MARK.match(text)
    printed = mark["mark"] if mark else ""
    body = trimmed(Piece(piece.line, piece.start + (mark.end() if mark else 0), piece.end))
    token = Token("text", piece, body, printed)
    said = body.text
    named = begins_named(said)
    if named and (roles := head_roles(text)):
        return Token("head", piece, trimmed(piece), role=" ".join(roles), label=squeeze(text))
    if named and (kind := title_kind(text)):
        return replace(token, kind="title", role=kind, label=squeeze(body.text))
    if len(said) <= _LONGEST_UNIT and (units.has(said.strip(_BOX)) or (printed and _is_page_of_unit(said, units))):
        return replace(token, kind="group", names=(_bare(body),))
    if is_surely_status(said):
        return replace(token, kind="state")
    return (_labelled(token) if named else None) or token


def _is_page_of_unit(text: str, units: Units) -> bool:
    """A marked line that is one word ending like a department of the city hall: `■ 예산담당관`."""
    return text.endswith(("과", "담당관")) and len(text) > 3 and units.is_unit(text) and " " not in text


def _bare(body: Piece) -> Piece:
    text = body.text
    start = body.start + len(text) - len(text.lstrip(_BOX))
    return Piece(body.line, start, start + len(text.strip(_BOX)))


def _labelled(token: Token) -> Token | None:
    """`□ 추진상황 : 추진중`, `【조치결과】 …`, or a label's words alone on their line."""
    found = _LABEL.fullmatch(token.body.text) or _BOXED.fullmatch(token.body.text)
    role = label_role(found["label"]) if found else ""
    if found is None or not role:
        return None
    value = next((name for name in ("value", "aside") if found.groupdict().get(name) is not None), "")
    start, end = found.span(value) if value else (found.end(), found.end())
    body = Piece(token.body.line, token.body.start + start, token.body.start + end)
    return replace(token, kind="label", role=role, label=squeeze(found["label"]), body=trimmed(body))


def number_of(mark: str) -> tuple[str, tuple[int, int]] | None:
    """A mark that counts: its form (`.`, `)`, `()`, `-` …) and its number with the number behind a dash, else 0."""
    if _CIRCLED.fullmatch(mark):
        return "①", (ord(mark) - ord("①") + 1, 0)
    found = _NUMBER.fullmatch(mark)
    if found is None:
        return None
    form = f"{found['open']}{'-' if found['sub'] else ''}{found['close']}"
    return form, (int(found["number"]), int(found["sub"] or 0))


def bracketed(piece: Piece) -> Iterator[tuple[Piece, Piece]]:
    """Every bracket of a text without another inside, and the text in it, from the last to the first, a few of many."""
    found = list(re.finditer(r"\s*[(\[<【〔](?P<names>[^()\[\]<>【】〔〕]{2,60})[)\]>】〕]", piece.text))
    for one in reversed(found[-_MOST_BRACKETS:]):
        yield Piece(piece.line, piece.start + one.start(), piece.start + one.end()), _part(piece, one)
