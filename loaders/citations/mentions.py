"""Laws named in running text: registered and quoted names, unregistered ones only where the words prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...ontology.fold import name_key
from . import tables
from .models import NATION, Found, Resolution
from .names import speaks_of_another
from .proposed import may_be_a_name
from .reading import Name, Reading
from .register import INHERITED, Register
from .resolve import PATTERN
from .scan import BULLETS, LONGEST_NAME, OPENERS, any_suffix, ends, quoted
from .tables import Suffix
from .tail import read_tail, status_after

# No name goes across a firm border; across brackets and commas only a registered title that has them itself.
_FIRM_BORDER = r"[;:※「」｢｣『』‘’“”《》〈〉\"'→]|\s-\s|(?:^|\s)\d{1,2}[.)]\s|[①-⑳" + f"{BULLETS}]"
_FIRM = re.compile(_FIRM_BORDER)
_HARD = re.compile(rf"[()\[\]]|,\s|{_FIRM_BORDER}")
_WORD = re.compile(r"(?<![^\s·(\[「｢『‘“,:])(?!(?:및|또는|와|과|등|그리고)\s)(?=[^\s·])")
# What may stand before an ordinance without a city: nothing, a comma, or a word with its particle.
_BEFORE = re.compile(r"\s*|.*(?:,\s*|(?:\s(?:및|또는|와|과|등)|\S(?:[을를은는]|에서|으로|부터|까지))\s+)", re.DOTALL)
_JOINT = re.compile(r"(?:(?:^|\s)(?:및|또는|와|과)\s+|·\s*|대한\s+)$")
_CASE = re.compile(r"\S(?:[을를은는]|에서|으로|부터|까지|하여|하고|하는|통한|위해|따라|받은|이며)\s+")
_CARRIED = re.compile(r"(?:위한|당사자로)\s")
_LISTED = re.compile(r"\s*(?:[,·]|및\s|또는\s|와\s|과\s)\s*")
_ARTICLE = re.compile(r"\s*제\s*\d+\s*조")
_OPENER = re.compile("[" + re.escape("".join(OPENERS)) + "]")
_LONG_ENOUGH = 12
_MOST_WORDS, _MOST_IN_TITLE = 14, 40


def find_mentions(text: str, *, city: str, register: Register, quoting: bool = False) -> list[Found]:
    """The laws that a running text names, in order; offsets are those of `text`.

    A registered name counts wherever it stands as words of its own, a quoted one if it ends like a law. Any other
    name counts only with a city before it, an article behind it, or a word that makes it a draft; a doubtful one is
    left out. An anaphor refers to what the same text has named. `quoting`: the text quotes what it names, as statutes
    do; without quotes only a registered name with an article behind it counts.

    >>> [f.law.title for f in find_mentions("고등교육법 개정 추진방법 논의", city="", register=Register.bundled())]
    ['고등교육법']
    """
    return list(_Text(text, city, register, quoting).mentions()) if any_suffix(text) else []


class _Text(Reading):
    """A running text, read from one law suffix to the next."""

    read_to = 0

    def __init__(self, text: str, city: str, register: Register, quoting: bool) -> None:
        super().__init__(text, city, register)
        self._quoting = quoting

    def mentions(self) -> Iterator[Found]:
        for name in self._names():
            if name.outer_start >= self.read_to:
                found = self.cite(name)
                self.read_to = found.end
                yield found

    def _names(self) -> Iterator[Name]:
        """What may be a name at each suffix, in order of the suffixes; the caller drops those already covered."""
        anaphors = list(PATTERN.finditer(self.unified))
        pairs = list(_pairs(self.text))
        for end, suffix in ends(self.unified, 0, len(self.text), brackets=True):
            start = end - len(suffix.text)
            if anaphor := next((a for a in anaphors if a.start() <= start < a.end()), None):
                known = anaphor["which"] != "이" and self.chain.referent(anaphor)[0]
                if anaphor["which"] in ("같은", "동") or known:
                    yield Name(anaphor.start(), anaphor.end(), anaphor.start(), anaphor.end(), anaphor=anaphor)
                continue
            around = next((pair for pair in pairs if pair[0] < start and end <= pair[1]), None)
            self._leave_list(around[0] if around else start)
            name = self.quoted(*around) if around else None
            if name is None and (not self._quoting or _ARTICLE.match(self.unified, end)):
                name = self._bare(start, end, suffix)
            if name:
                yield name

    def _leave_list(self, at: int) -> None:
        """A city is handed on from name to name in a list, not over other words."""
        separator = _LISTED.match(self.unified, self.read_to)
        between = self.unified[separator.end() : at] if separator else ""
        if separator is None or _HARD.search(between) or _CASE.search(between):
            self.list_city = ""

    def _bare(self, at: int, end: int, suffix: Suffix) -> Name | None:
        """A name without quotes whose suffix stands at `at`."""
        firm, left = self._left(_FIRM, at), self._left(_HARD, at)
        starts = [m.start() for m in _WORD.finditer(self.unified, max(firm, end - LONGEST_NAME), at + 1)][
            -_MOST_IN_TITLE:
        ]
        stops = [*self._later_ends(end), end]
        for start in starts:
            for stop in stops:
                if (found := self.known(start, stop)) and self._stands_alone(found, left, start, stop):
                    name = Name(start, stop, start, stop, resolution=found)
                    return self.drafted(self.longest(start, len(self.text)) or name)
        starts = [start for start in starts if start >= left][-_MOST_WORDS:]
        return self._proposed(starts, end, suffix) if starts and not self._quoting else None

    def _left(self, border: re.Pattern[str], at: int) -> int:
        """Behind the last border, or the last citation, before a suffix."""
        borders = (m.end() for m in border.finditer(self.unified, max(0, at - 2 * LONGEST_NAME), at))
        return max((self.read_to, *borders))

    def _later_ends(self, end: int) -> list[int]:
        """Further ends in the same clause, the last first: a title may hold that of another law (관세법의 특례 …)."""
        border = _HARD.search(self.unified, end, end + LONGEST_NAME)
        stop = border.start() if border else min(end + LONGEST_NAME, len(self.text))
        return [later for later, _ in islice(ends(self.unified, end, stop), 3)][::-1]

    def _stands_alone(self, found: Resolution, left: int, start: int, end: int) -> bool:
        """Whether a registered name is all of the name printed, not the end of an unregistered one."""
        if start < left:
            return found.how in ("exact", "fold")
        before = self.unified[left:start]
        joined = _JOINT.search(before)
        if joined and not before[: joined.start()].strip():
            joined = None
        if found.entry is None or found.entry.jurisdiction == NATION:
            half = joined and "관한" in self.text[start:end]
            return not half and (not found.how.startswith("weak") or _BEFORE.fullmatch(before) is not None)
        if INHERITED not in found.how:
            return True
        if not _BEFORE.fullmatch(before) or self._elsewhere(before):
            return False
        return not joined or len(name_key(self.text[start:end])) >= _LONG_ENOUGH

    def _proposed(self, starts: list[int], end: int, suffix: Suffix) -> Name | None:
        """An unregistered name: after a city, before an article, or marked as a draft."""
        placed = self._placed(starts, end, suffix)
        if not placed and self._elsewhere(self.text[max(0, starts[0] - LONGEST_NAME) : end]):
            return None
        start = placed[0] if placed else self._clause(starts[0], end)
        name = self.drafted(self.with_number(self.or_child(Name(start, end, start, end, suffix))))
        proved = placed or self._followed(end) or self._planned(name)
        fits = may_be_a_name(self.text[start:end], suffix, issued=name.end > end)
        return name if proved and fits and not self._phrase(start, end) else None

    def _elsewhere(self, words: str) -> bool:
        """Whether the words speak of another city, so that a name without a city may be that city's."""
        return speaks_of_another(words, self.list_city or self.city)

    def _placed(self, starts: list[int], end: int, suffix: Suffix) -> list[int]:
        """Where the name may begin with its city, district or, if it has a number, its issuer."""
        if suffix.kind == "directive" and self.numbered(end):
            return [s for s in starts if tables.issuer_head().match(self.unified, s)][-1:]
        if suffix.kind not in ("ordinance", "rule"):
            return []
        places = [(s, place) for s in starts if (place := self.place(s, end))]
        return [s for s, place in places if place == places[-1][1]]

    def _clause(self, start: int, end: int) -> int:
        """Where the words of a name can begin at the earliest: behind the last object or topic."""
        for case in _CASE.finditer(self.unified, start, end):
            if not _CARRIED.match(self.unified, case.end()):
                start = case.end()
        return start

    def _phrase(self, start: int, end: int) -> bool:
        """Whether a stretch is a part of a sentence rather than a name."""
        cases = _CASE.finditer(self.unified, start, end)
        return any(not _CARRIED.match(self.unified, case.end()) for case in cases)

    def _followed(self, end: int) -> bool:
        """Whether an article or an issuer (교육부 훈령) follows."""
        tail = read_tail(self.unified, end)
        return bool(tail.articles) or tail.directive

    def _planned(self, name: Name) -> bool:
        legislated = name.suffix is not None and name.suffix.text in ("조례", "법", "법률")
        status = name.draft or status_after(self.unified, name.end)
        return legislated and status not in (None, "in_force") and len(name_key(self.text[name.start : name.end])) > 5


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """The quotes of a text: opening and closing positions; of nested ones the inner."""
    at = 0
    while opener := _OPENER.search(text, at):
        at = opener.start()
        nested = text[at + 1 : at + 2] in OPENERS
        close = -1 if nested else quoted(text, at)
        if close > 0:
            yield at, close
        at = close + 1 if close > 0 else at + 1
