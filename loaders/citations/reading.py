"""A name read at one place of a text, and the citation made of it: what fields and running text have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...ontology.fold import unify
from ...ontology.records import CitationStatus, Law
from . import tables
from .models import NATION, Found, Resolution
from .names import canonical_city, split_place, tidy
from .proposed import PLAN, may_be_a_name, proposed_law
from .register import AMBIGUOUS, FORMER, INHERITED, Register, law_of
from .resolve import NO_ANTECEDENT, Chain, without_antecedent
from .scan import LONGEST_NAME, ends
from .tables import Suffix
from .tail import Tail, read_tail, status_in_bracket

_NUMBER = re.compile(r"\s*제?\s*\d[\d-]*\s*호")
_FORMER = re.compile(r"(?<![가-힣])구\s*$")
_SEPARATED = re.compile(r"\s*(?:및|[·,])")
_CHILD = re.compile(r"\s*(시행령|시행규칙|시행세칙)(?![가-힣]{3})")
_LEAD = re.compile(r"\s*(?:\(\s*가칭\s*\)|가칭\s)?\s*")
_DRAFT = re.compile(r"(?P<an>안)?(?:\s*\((?P<bracket>\s*(?:가칭|안)\s*)\))?\s*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: the name alone, and the same with its quotes. Suffix (of an unregistered name), resolution
    or anaphor says what it is; `draft` is the status that a final 안 or an inner (가칭) gives it."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    suffix: Suffix | None = None
    resolution: Resolution | None = None
    anaphor: re.Match[str] | None = None
    draft: CitationStatus | None = None


class Reading:
    """One text being read: the text as given, its unified twin (same offsets), the register and what was named."""

    def __init__(self, text: str, city: str, register: Register) -> None:
        self.text = text
        self.unified = unify(text)
        self.city = canonical_city(city)
        self.register = register
        self.chain = Chain(register)
        self.list_city = ""
        self._looked_up: dict[tuple[str, str], Resolution] = {}

    def known(self, start: int, end: int) -> Resolution | None:
        """The registered law of a stretch of the text, if it is one."""
        found = self._lookup(start, end)
        return found if found.entry else None

    def _lookup(self, start: int, end: int) -> Resolution:
        name, city = self.text[start:end], self.list_city or self.city
        if (name, city) not in self._looked_up:
            self._looked_up[name, city] = self.register.lookup(name, city=city)
        return self._looked_up[name, city]

    def longest(self, at: int, stop: int) -> Name | None:
        """The longest registered name that begins here. A weak fold may not swallow a separator behind a plain match
        (고등교육법 및 시행령 is not 고등교육법 시행령)."""
        best: Name | None = None
        for end, _ in ends(self.unified, at, min(stop, at + LONGEST_NAME)):
            found = self.known(at, end)
            weak = found and found.how.startswith("weak") and best and _SEPARATED.match(self.unified, best.end)
            if found and not weak:
                best = Name(at, end, at, end, resolution=found)
        return self.or_child(best) if best else None

    def or_child(self, name: Name) -> Name:
        """A 시행령, 시행규칙 or 시행세칙 that the register does not have is no mention of what it belongs to."""
        child = _CHILD.match(self.unified, name.end)
        if not child or self.text[name.start : name.end].endswith(("시행령", "시행규칙", "시행세칙")):
            return name
        return Name(name.start, child.end(), name.start, child.end(), tables.suffixes()[child[1]])

    def quoted(self, opening: int, closing: int) -> Name | None:
        """The name that fills a pair of quotes, a final 안 or (가칭) apart."""
        lead = _LEAD.match(self.unified, opening + 1)
        start = lead.end() if lead else opening + 1
        called: CitationStatus | None = "planned" if lead and lead[0].strip() else None
        if found := self.known(start, closing):
            draft: CitationStatus | None = "bill" if self.text[start:closing].rstrip().endswith("안") else called
            return Name(start, closing, opening, closing + 1, resolution=found, draft=draft)
        for end, suffix in ends(self.unified, start, closing, plans=True):
            draft_mark = _DRAFT.match(self.unified, end, closing)
            if draft_mark is None or draft_mark.end() != closing:
                continue
            in_bracket = status_in_bracket((draft_mark["bracket"] or "").strip())
            draft = "bill" if draft_mark["an"] else in_bracket or called
            return self._bounded(Name(start, end, opening, closing + 1, suffix, draft=draft))
        return None

    def _bounded(self, name: Name) -> Name | None:
        """A quoted name as registered without its 안 or (가칭), or as proposed if it is not several laws."""
        found = self.known(name.start, name.end)
        if found:
            return replace(name, suffix=None, resolution=found)
        first = self.longest(name.start, name.end - 1)
        several = first and _SEPARATED.match(self.unified, first.end)
        fits = name.suffix and may_be_a_name(self.text[name.start : name.end], name.suffix, marked=self._marked(name))
        return name if fits and not several else None

    def _marked(self, name: Name) -> bool:
        """Whether the name stands in the quotes that are used for laws."""
        return self.text[name.outer_start] in "「｢"

    def drafted(self, name: Name) -> Name:
        """A final 안 belongs to the citation and makes it a draft."""
        if self.unified[name.end : name.end + 1] != "안":
            return name
        return replace(name, outer_end=name.end + 1, draft="bill")

    def with_number(self, name: Name) -> Name:
        """A decision or notice that is known by its number carries it in its name (시장방침 제12호)."""
        numbered = name.suffix and name.suffix.text in ("방침", "고시", "훈령", "예규", "지침")
        if not numbered or not (number := _NUMBER.match(self.unified, name.end)):
            return name
        return replace(name, end=number.end(), outer_end=number.end())

    def cite(self, name: Name) -> Found:
        """The citation of a name with all that follows it; the chain remembers the law."""
        tail = read_tail(self.unified, name.outer_end)
        law, how = self._law(name, tail)
        if how != NO_ANTECEDENT:
            self.chain.name(law)
        if law.jurisdiction not in ("", NATION) and INHERITED not in how and how != PLAN:
            self.list_city = law.jurisdiction
        return Found(
            name.outer_start,
            tail.end,
            name.start,
            name.end,
            self.text[name.start : name.end],
            law,
            tail.articles,
            "|".join(tail.headings),
            tail.others,
            how,
            name.draft or tail.status or "in_force",
        )

    def _law(self, name: Name, tail: Tail) -> tuple[Law, str]:
        if name.anaphor:
            law, how = self.chain.referent(name.anaphor)
            return law or without_antecedent(name.anaphor), how
        if name.resolution and name.resolution.entry:
            law = law_of(name.resolution.entry)
            return (replace(law, resolved=False), FORMER) if self._former(name) else (law, name.resolution.how)
        assert name.suffix is not None
        law, how = proposed_law(self.text[name.start : name.end], name.suffix, tail, self.list_city, self.city)
        ambiguous = self._lookup(name.start, name.end).how == AMBIGUOUS
        return law, AMBIGUOUS if ambiguous else how

    def _former(self, name: Name) -> bool:
        """Whether a quoted name is marked as that of a former law (구 「…법」)."""
        before = self.unified[max(0, name.outer_start - 4) : name.outer_start]
        return name.outer_start < name.start and _FORMER.search(before) is not None

    def numbered(self, end: int) -> bool:
        """Whether a number or an issuer in brackets follows, as a 고시 or 훈령 must have it."""
        return _NUMBER.match(self.unified, end) is not None

    def place(self, start: int, end: int) -> str:
        """The jurisdiction with which the stretch begins, if it begins with one."""
        return split_place(tidy(self.text[start:end]), self.city).jurisdiction


def labels() -> re.Pattern[str]:
    """Matches a word that may stand before a name in a field without being part of it (관련법령 …)."""
    return re.compile("(?:" + "|".join(map(re.escape, tables.words("label"))) + r")(?:\s*:\s*|\s+)")
