"""What an organisation does for a project, by the words beside its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from ..ontology.records import PartnerRole
from .knowledge import rows
from .spacing import squeeze

_BORDER = re.compile(r"[;,→⇨⇒➡※▸‣▴▪￭:：/]|\s{2,}|(?<=[함음임됨])\.\s")
_BRACKETED = re.compile(r"\([^()]*\)")
_BEHIND = re.compile(r"[’”'\"」』]?\s*(?:\([^()]*\)\s*)?[’”'\"」』]?")
_WITH = re.compile(r"[’”]?\s*(?:\([^()]*\)\s*)?(?:등\s*)?[과와]\s")
_REST_OF_LIST = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?P<rest>[,·][^:;※()]{2,40}?|(?:\s[가-힣A-Za-z]+){1,2})(?=\s?등(?:과의|과|와|의|이|을)?(?:\s|$))"
)
_OWN_BRACKET = re.compile(r"\s*\(\s*(?:위·?수?탁|대행|수탁|주관|공동|시공|감리|민간)[^()]{0,60}\)")
_OWN_ROLES = ("operator", "delegated_agency", "co_researcher", "contractor")
_OTHERS = re.compile(r"(?:\s*등)?(?:과의|와의|에서|으로|[과와의이가을를은는도에로])?(?![가-힣])")
_NO_PARTNER = re.compile(
    r"\s*(?:AI\s*)?(?:지수|보고서|통계|동향|경제동향|자료\s*[:：)]|출처|전망|발표|조사\s*결과|기준|추월|설립\s*및\s*운영|앞|인근|일대|부지|거리|역)"
)
_SOURCE = re.compile(r"(?:출처|자료|근거|참고)\s*[:：]?\s*[^,;]{0,12}$")
_ATTRACTING = re.compile(
    r"(?:투자|자금|자본|관광객|방문객|행사|대회|회의|촬영|고객|인재|환자|유학생|손님|펀드|기금|국비|예산|사업비|후원금)\s*$"
)
_BARE = re.compile(
    r"(?:연계|협력|협업|교류|추진|확대|강화|진행|지속|도모|공동|함께|하여|통한|등|기업|기관|사업|프로그램|연구소|대학|[과와의을를\s·,])*"
)
_RESEARCH = re.compile(r"연구\s*개발|R&D|공동\s*연구|연구\s*협력|기술\s*개발")
_BANKS = re.compile(r"(?:보증기금|보증재단|은행|금고|신협|금융(?:그룹|지주)?|캐피탈|벤처투자)$")
_FAR, _NEAR = 40, 20
_ENDS_OF_LABELS = "관인사체자업학원단"
_MARK = re.compile(r"(?P<mark>\s*[:：(‘“'\"]\s*|\s+)$")
_IN_BRACKETS = re.compile(r"\((?P<label>[가-힣\s]{2,8})\)\s*$")
_REACH, _MOST_LETTERS = 24, 6
_NEVER_ATTRACTED = ("district", "ministry", "committee", "city_department")
_APPROVERS = ("committee", "ministry", "city_department", "other")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an organisation, or a list of them, stands in a text; what is above it; what kind it is."""

    text: str
    start: int
    end: int
    above: str
    kind: str
    strict: bool
    name: str


def role_of(place: Place) -> PartnerRole | None:
    """The role that the words beside a name give, or None if none does.

    A bracket behind the name tells most, then the words before it, behind it, and those before the bracket that it
    stands in.
    """
    text, start, end = place.text, place.start, place.end
    if _NO_PARTNER.match(text, end) or _SOURCE.search(text[:start]):
        return None
    found = _attribute(text, end) or before(text, start) or _cue(place, tail(text, end))
    if found is None and (head := _head(text, start)):
        found = _cue(place, head) or ("operator" if head.endswith("운영") else None)
    if found is None and (rest := _REST_OF_LIST.match(text, end)):
        end = rest.end("rest")
        found = _cue(place, tail(text, end))
    if found is None and _WITH.match(text, end):
        found = "participant"
    return _refined(place, found) if found else None


def _attribute(text: str, end: int) -> PartnerRole | None:
    """`가온진흥원(대행)`, `가온재단(위탁, 2024. 1. ~)`."""
    found = _OWN_BRACKET.match(text, end)
    hits = [role for role, _, _ in cues(found[0]) if role in _OWN_ROLES] if found else []
    return hits[0] if hits else None


def tail(text: str, end: int) -> str:
    """The words behind a name up to the clause's end, its own bracket and 등과 left out, brackets dropped."""
    behind = _BEHIND.match(text, end)
    at = behind.end() if behind else end
    if text[end:at].strip().startswith(")"):
        at = end
    others = _OTHERS.match(text, at)
    rest = text[others.end() if others else at :][:_FAR]
    if (close := _unopened(rest)) >= 0:
        rest = rest[:close]
    rest = _BRACKETED.sub(" ", rest)
    border = _BORDER.search(rest.lstrip())
    return rest.lstrip()[: border.start()] if border else rest.strip()


def _unopened(text: str) -> int:
    """Where a bracket closes that opened before the text, else -1."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return at
    return -1


def _head(text: str, start: int) -> str:
    """The words before the bracket that a name stands in: `기본계획 승인(해양수산부)`."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return ""
    before = text[:opened].rstrip()
    borders = list(_BORDER.finditer(before))
    return before[borders[-1].end() if borders else 0 :][-_NEAR:]


def before(text: str, start: int) -> PartnerRole | None:
    """The role of a label directly before a name: `시공사 (주)…`, `대행(…)`, `입주기업 ‘…’`, `수탁기관 : …`."""
    if (bracket := _IN_BRACKETS.search(text, max(0, start - _REACH), start)) and (role := label_role(bracket["label"])):
        return role
    found = _MARK.search(text, max(0, start - _REACH), start)
    if found is None or (label := _label_at_end(text[max(0, found.start() - _REACH) : found.start()])) is None:
        return None
    opened = re.search(r"\(\s*[가-힣]+\s*$", text[:start]) is not None
    telling = label != "운영" if found["mark"].strip() else opened or label[-1] in _ENDS_OF_LABELS
    return _labels()[label] if telling else None


def _label_at_end(text: str) -> str | None:
    """The label that the last words of a text are, their letters spaced or not."""
    parts = re.findall(r"[가-힣]+", re.split(r"[(),:;‘“]", text)[-1])[-_MOST_LETTERS:]
    joined = ("".join(parts[-n:]) for n in range(1, len(parts) + 1))
    return next((label for label in joined if label in _labels()), None)


@cache
def _labels() -> dict[str, PartnerRole]:
    return {r["label"]: cast(PartnerRole, r["role"]) for r in rows("partner_labels") if r["match"] == "whole"}


@cache
def _ends_of_labels() -> tuple[tuple[str, PartnerRole], ...]:
    return tuple((r["label"], cast(PartnerRole, r["role"])) for r in rows("partner_labels") if r["match"] == "end")


def row_label(text: str) -> tuple[PartnerRole, int] | None:
    """The role of a table row's label and where the cells begin: `수 탁 기 관 …`, no colon."""
    joined, end = "", 0
    for count, word in enumerate(re.finditer(r"[가-힣]+", text)):
        if count >= _MOST_LETTERS or text[end : word.start()].strip():
            return None
        joined, end = joined + word[0], word.end()
        if joined in _labels() and joined[-1] in _ENDS_OF_LABELS and re.match(r"\s+\S", text[end:]):
            return _labels()[joined], end
    return None


def label_role(label: str) -> PartnerRole | None:
    """The role of a field's label (`수 탁 기 관`, `주최/주관`): as a whole, else by its last word (`정산기관`)."""
    text = re.sub(r"[^가-힣]", "", re.sub(r"\(.*?\)", "", label))
    ends = (role for word, role in _ends_of_labels() if text.endswith(word))
    return _labels().get(text) or next(ends, None)


@cache
def _cue_pattern() -> re.Pattern[str]:
    ordered = sorted({r["cue"] for r in rows("partner_cues")}, key=lambda w: (-len(w), w))
    return re.compile("(?=(" + "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in ordered) + "))")


@cache
def _ranks() -> dict[str, tuple[int, PartnerRole]]:
    made = ((squeeze(r["cue"]), rank, r["role"]) for rank, r in enumerate(rows("partner_cues")))
    return {word: (rank, cast(PartnerRole, role)) for word, rank, role in made}


def cues(text: str) -> list[tuple[PartnerRole, int, str]]:
    """The words of a text that tell what somebody does, the most telling first: role, column, word."""
    hits, behind = [], 0
    for found in _cue_pattern().finditer(text):
        word = squeeze(found[1])
        rank, role = _ranks()[word]
        if role and found.end(1) > behind:
            hits.append((rank, role, found.start(), word))
        behind = max(behind, found.end(1))
    return [(role, at, word) for _, role, at, word in sorted(hits)]


def _cue(place: Place, words: str) -> PartnerRole | None:
    limit = _NEAR if place.strict else _FAR
    for role, at, word in cues(words):
        if at <= limit and _fits(place, role, words[:at], word):
            return role
    return None


def _fits(place: Place, role: PartnerRole, before: str, word: str) -> bool:
    """Whether a word can tell what this kind of organisation does."""
    if role == "attracted":
        return place.kind not in _NEVER_ATTRACTED and ("기업" in before or not _ATTRACTING.search(before))
    if word in ("구성", "개최"):
        return place.kind == "committee" and _examines(place.name, word)
    if role == "approver":
        return place.kind in _APPROVERS
    if word in ("설립", "출범", "개편"):
        return place.kind in ("foundation", "public_agency")
    if word in ("기금", "지원사업"):
        return place.kind in ("public_agency", "foundation", "ministry")
    if word == "계약":
        return place.kind in ("company", "public_agency", "association", "foundation", "university")
    if word == "출연금":
        return place.kind in ("foundation", "public_agency")
    if word == "소관":
        return place.kind in ("city_department", "ministry")
    return True


def _examines(committee: str, word: str) -> bool:
    """A committee that meets counts if it examines; one that is set up unless it only carries something out."""
    return "심의" in committee or (word == "구성" and not re.search(r"추진|준비|조직", committee))


def _refined(place: Place, role: PartnerRole) -> PartnerRole:
    """What working together means for a bank, for a ministry, and under a line that speaks of research."""
    if role == "participant":
        words = tail(place.text, place.end)
        if _BANKS.search(place.name):
            return "co_funder"
        if place.kind == "ministry" and re.search(r"선정|국비", words):
            return "co_funder"
        if place.kind == "ministry" and re.search(r"협의|개선", words + _head(place.text, place.start)):
            return "regulator"
        if _RESEARCH.search(place.above) and _BARE.fullmatch(words):
            return "co_researcher"
    if role == "operator" and place.kind == "ministry":
        return "regulator"
    return role
