"""The laws and plans that a 근거 field lists, each with its articles: nothing but the list is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...ontology.records import CitationStatus
from .models import Found
from .proposed import generic, may_be_a_name
from .reading import Name, Reading, labels
from .register import INHERITED, Register
from .resolve import BARE_CHILD, PATTERN
from .scan import BULLETS, CLOSERS, LONGEST_NAME, OPENERS, YEAR, closing, ends, quoted
from .tail import read_tail, status_in_bracket

_REMARK = re.compile("※")
_ITEM = rf"\s-\s|[{BULLETS}①-⑳]|\s\d{{1,2}}[.)]\s"
_LEAD = re.compile(rf"(?:[\s,;:·/{BULLETS}→*+-]|(?:\d{{1,2}}|[가-하])[.)](?=\s|\D)|[①-⑳]|(?:및|또는|와|과|등)\s)+")
_LETTER = re.compile(r"[가-힣\d]+[과국실관단팀소]-\d{1,6}(?:호)?\s*(?:\([^()]*\))?\s*")
_HARD = re.compile(rf"[,;:]|\s/\s|{_ITEM}")
_SOFT = re.compile(r"(?:\s|^)(?:및|또는|와|과|등)\s+|[와과]\s+|·\s*")
_NEXT = re.compile(
    rf"[,;:·/\n]|\s?(?:및|또는)(?=\s)|[와과](?=\s)|\s(?:와|과|등)\s|(?=[「｢『])|{_ITEM}"
    r"|에\s?(?:따른|따라|의한|의거|의하여|근거한)"
)
_LINE = re.compile(r"\s*\n\s*")
_JOINED = re.compile(r"\s*(?:및|·)\s*")
_OWN_WORDS = re.compile(r"\s+(?!(?:등|및|또는|와|과)\s|제\s?\d|\[?별[표지])[^,(]*")


def find_basis(text: str, *, city: str, register: Register) -> list[Found]:
    """The citations of one 근거 field, in their order; offsets are those of `text`.

    `city` is the document's city (full name, or empty): it owns ordinances, rules and plans printed without one.
    What follows a ※ is a remark, not a basis. A following 등 marks every citation of its list.

    >>> [f.law.title for f in find_basis("고등교육법 및 동법 시행령 제3조", city="", register=Register.bundled())]
    ['고등교육법', '고등교육법 시행령']
    """
    remark = _REMARK.search(text)
    return _open_lists(list(_Field(text[: remark.start()] if remark else text, city, register).citations()))


def _open_lists(found: list[Found]) -> list[Found]:
    """With 등 after one citation, all of its list are "and others"."""
    marked: list[Found] = []
    others = False
    for citation in reversed(found):
        others = others or citation.others
        marked.append(replace(citation, others=others))
    return marked[::-1]


class _Field(Reading):
    """A 근거 field, read item by item."""

    def __init__(self, text: str, city: str, register: Register) -> None:
        super().__init__(text, city, register)
        self._ahead: dict[re.Pattern[str], tuple[int, re.Match[str] | None]] = {}
        self._beginnings: dict[tuple[int, str], bool] = {}

    def citations(self) -> Iterator[Found]:
        at = 0
        while at < len(self.text):
            at, draft = self._lead(at)
            if name := self._name(at):
                found = self.cite(replace(name, draft=name.draft or draft))
                yield found
                at = self._after(found.end, _NEXT)
            else:
                at = max(self._next_line(at, self._after(at, _HARD)), at + 1)

    def _lead(self, at: int) -> tuple[int, CitationStatus | None]:
        """Skip separators, bullets, labels and leading brackets; a leading (가칭) is a status."""
        status: CitationStatus | None = None
        while at < len(self.text):
            if step := _LEAD.match(self.unified, at) or _LETTER.match(self.unified, at) or self._label(at):
                at = step.end()
            elif self.text[at] in "([" and (close := closing(self.unified, at)) > 0:
                status = status_in_bracket(self.unified[at + 1 : close]) or status
                at = close + 1
            elif self.text[at] in CLOSERS and self.text[at] not in OPENERS and not YEAR.match(self.text, at):
                at += 1
            else:
                break
        return at, status

    def _label(self, at: int) -> re.Match[str] | None:
        """A word before a name (관련법령 …), unless a title begins with it (법령 등 공포에 관한 법률)."""
        found = labels().match(self.unified, at)
        return found if found and not self.longest(at, len(self.text)) else None

    def _after(self, at: int, separator: re.Pattern[str]) -> int:
        """The position behind the next separator outside of brackets."""
        while found := self._next(at, separator):
            bracket = self.unified.find("(", at, found.start())
            close = closing(self.unified, bracket) if bracket >= 0 else -1
            if close < found.start():
                return found.end()
            at = close + 1
        return len(self.text)

    def _next(self, at: int, separator: re.Pattern[str]) -> re.Match[str] | None:
        """The first match from `at` on; a far one is kept, so that a long field is not searched for each name."""
        since, found = self._ahead.get(separator, (len(self.text) + 1, None))
        if not since <= at <= (found.start() if found else len(self.text)):
            since, found = at, separator.search(self.unified, at)
            self._ahead[separator] = since, found
        return found

    def _name(self, at: int) -> Name | None:
        if at >= len(self.text):
            return None
        if self.text[at] in OPENERS and not YEAR.match(self.text, at):
            if (close := quoted(self.text, at)) > 0 and (name := self._in_quotes(at, close)):
                return name
            at += 1
        if found := self._anaphor(at):
            return Name(at, found.end(), at, found.end(), anaphor=found)
        hard = self._next(at, _HARD)
        border = hard.start() if hard else len(self.text)
        return self._unquoted(at, self._next_line(at, min(border, at + LONGEST_NAME)))

    def _next_line(self, at: int, stop: int) -> int:
        """The end of the line before the next one that begins another item, at most `stop`."""
        line = self._next(at, _LINE)
        while line and line.start() < stop:
            known = line.end(), self.list_city
            if known not in self._beginnings:
                self._beginnings[known] = self._begins_item(line.end())
            if self._beginnings[known]:
                return line.start()
            line = self._next(line.end(), _LINE)
        return stop

    def _begins_item(self, at: int) -> bool:
        """Whether a line begins with a quote, a city or a registered law, and so does not go on with a name."""
        if self.text[at : at + 1] in OPENERS:
            return True
        return bool(self.longest(at, len(self.text)) or self.place(at, at + LONGEST_NAME))

    def _anaphor(self, at: int) -> re.Match[str] | None:
        found = PATTERN.match(self.unified, at)
        if found and (found["which"] in ("같은", "동") or self.chain.referent(found)[0]):
            return found
        return BARE_CHILD.match(self.unified, at) if self.chain.named else None

    def _in_quotes(self, opening: int, close: int) -> Name | None:
        found = self._anaphor(opening + 1)
        if found and found.end() == close:
            return Name(opening + 1, close, opening, close + 1, anaphor=found)
        return self.quoted(opening, close)

    def _unquoted(self, at: int, hard: int) -> Name | None:
        known = self.longest(at, len(self.text))
        if known:
            return self._plan_named_after(known, hard) or self.drafted(known)
        for end, suffix in ends(self.unified, at, hard, plans=True):
            issued = self.numbered(end) or read_tail(self.unified, end).directive
            if may_be_a_name(self.text[at:end], suffix, issued=issued):
                name = self.or_child(Name(at, end, at, end, suffix))
                return self._later(at, end) or self._plan_named_after(name, hard) or self._whole(name, hard)
        return None

    def _later(self, at: int, end: int) -> Name | None:
        """A registered law behind a separator inside of an unregistered stretch: what stands before it is no law,
        unless the law's title could be the second half of a longer one (… 및 … 에 관한 법률)."""
        for separator in _SOFT.finditer(self.unified, at, end):
            found = self.known(separator.end(), end)
            if found and found.entry and _one_word(self.text[separator.end() : end], found.how):
                return Name(separator.end(), end, separator.end(), end, resolution=found)
        return None

    def _plan_named_after(self, law: Name, hard: int) -> Name | None:
        """A plan whose name begins with that of a law (… 조례 제정계획)."""
        if law.suffix and law.suffix.plan:
            return None
        for end, suffix in ends(self.unified, law.start, hard, plans=True):
            between = self.unified[law.end : end]
            own = _OWN_WORDS.fullmatch(between) and not _NEXT.search(between) and not self.place(law.end, end)
            if suffix.plan and end > law.end and own:
                return self.with_number(Name(law.start, end, law.start, end, suffix))
        return None

    def _whole(self, name: Name, hard: int) -> Name:
        """The name with its number, with its final 안, and with a generic second part (설립 계획 및 조례 제정계획)."""
        joined = _JOINED.match(self.unified, name.end)
        if joined and name.suffix and name.suffix.plan:
            for end, suffix in ends(self.unified, joined.end(), hard, plans=True):
                if suffix.plan and generic(self.text[joined.end() : end], suffix.text):
                    return Name(name.start, end, name.start, end, suffix)
        return self.drafted(self.with_number(name))


def _one_word(name: str, how: str) -> bool:
    return "관한" not in name and INHERITED not in how and not how.startswith("weak")
