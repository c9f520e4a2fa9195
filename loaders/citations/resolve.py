"""Which law an anaphor (동법, 같은 법 시행령, 동 조례) means: one register per kind, and nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...ontology.records import Law, LawKind
from .models import NATION
from .register import NOT_IN_REGISTER, Register, law_of

ANAPHOR = "anaphor"
NO_ANTECEDENT = "no_antecedent"

_WORD = "법률|법|영|시행령|시행규칙|규칙|조례|규정|내규|정관|훈령|예규|고시|지침"
_AFTER = (
    r"(?=$|[^가-힣]|제\s?\d|(?:에서|에|의|을|를|은|는|이|가|과|와|상의|상|도|및|등)(?![가-힣])|에\s?(?:따|의거|의한))"
)
PATTERN = re.compile(
    rf"(?<![가-힣])(?P<which>같은|동|이|해당|위)\s*(?P<word>{_WORD})(?:\s*(?P<suffix>시행령|시행규칙))?{_AFTER}"
)
BARE_CHILD = re.compile(rf"(?P<which>)(?P<word>시행령|시행규칙)(?P<suffix>){_AFTER}")
_KINDS: dict[str, LawKind] = {
    "법": "act",
    "법률": "act",
    "영": "decree",
    "시행령": "decree",
    "규칙": "rule",
    "시행규칙": "rule",
    "조례": "ordinance",
}


@dataclass(slots=True)
class Chain:
    """The laws that a text has named so far. An unresolved law takes its place too, so that a following `동법`
    does not attach to the law before it; a new chain begins with each field or text."""

    register: Register
    by_kind: dict[LawKind, Law] = field(default_factory=dict)
    named: list[Law] = field(default_factory=list)

    def name(self, law: Law) -> None:
        """Remember a law that was named."""
        self.by_kind[law.kind] = law
        self.named.append(law)

    def referent(self, found: re.Match[str]) -> tuple[Law | None, str]:
        """The law that an anaphor means and how, or none and the reason."""
        word, suffix = found["word"], found["suffix"] or ""
        law = self._named(word)
        if law is None and suffix and word in ("법", "법률"):
            law = self._parent()
        if law is None and word in ("시행령", "시행규칙", "영"):
            law, suffix = self._parent(), "시행령" if word == "영" else word
        if law is None:
            return None, NO_ANTECEDENT
        return self._child(law, suffix) if suffix else (law, ANAPHOR)

    def _named(self, word: str) -> Law | None:
        if word in _KINDS:
            return self.by_kind.get(_KINDS[word])
        return next((law for law in reversed(self.named) if law.title.endswith(word)), None)

    def _parent(self) -> Law | None:
        """The act or ordinance named last, or the act of the decree named last."""
        for law in reversed(self.named):
            if law.kind in ("act", "ordinance"):
                return law
            if entry := self.register.parent(law):
                return law_of(entry)
        return None

    def _child(self, law: Law, suffix: str) -> tuple[Law, str]:
        """The decree or rule of a law; if the register has none, its title is known but not resolved."""
        if entry := self.register.child(law, suffix):
            return law_of(entry), ANAPHOR
        kind: LawKind = "decree" if suffix == "시행령" else "rule"
        return Law(f"{law.title} {suffix}", kind, law.jurisdiction, resolved=False), f"{ANAPHOR}+{NOT_IN_REGISTER}"


def without_antecedent(found: re.Match[str]) -> Law:
    """The unresolved law of an anaphor that refers to nothing in its text."""
    kind = _KINDS.get(found["word"], "regulation")
    if found["suffix"]:
        kind = "decree" if found["suffix"] == "시행령" else "rule"
    title = " ".join(found[0].split())
    return Law(title, kind, NATION if kind in ("act", "decree") else "", resolved=False)
