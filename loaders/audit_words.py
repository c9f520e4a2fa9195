"""What the words of an audit chapter mean: labels and column heads, kinds of request, how far the answer is."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from ..ontology.fold import unify
from ..ontology.records import AuditCategory, AuditStatus
from .knowledge import alternatives, rows, words
from .spacing import squeeze

_LONGEST = 60
_MARKS = r"[□■◻◆◇▣❏○ㅇ◦●•∘▶▷❍*\-–·∙‣▸▪￭]"
_BEFORE_TITLE = re.compile(
    rf"\s*(?:{_MARKS}|\d{{1,2}}\s*[.)]|\d{{1,2}}(?=\s)|[가-하]\s*[.)]|[Ⅰ-Ⅹ]\s*[.]?|[①-⑳]|\(\d{{1,2}}\)|[(<\[【〔「『《〈]|\s)*"
)
_LOW, _MIDDLE = re.compile(r"[*\-–·∙‣▸▪￭]"), re.compile(r"[○ㅇ◦●•∘]")
_NAMES_REQUESTS, _TAG = re.compile(r"사항|요구|자료"), re.compile(r"[(<\[【〔\d]|[가-하]\s*[.)]")
_COUNT = re.compile(r"[(\[]?\s*(?:총\s*)?\d+\s*건\s*[)\]]?|[)>\]】〕」』》〉\s:：]|\(계속\)")
_VALUE = re.compile(r"[:：]\s*(?!총?\s*\d+\s*건)\S")
_JOINTS = r"및|등|또는|에대한|그밖의|관련|의|에|[·,/\-()\[\]|:]|계속|[‘’']?\d{2,4}년도?"
_TITLE_TAILS = r"행정사무감사|감사|요구|사항|내용|현황|조치|결과|추진|상황|향후|계획"
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[‘’']?\d[\d.,%년월일~\s-]*")
_FILLED, _EMPTY = "■☑✔●√◉▣", "□☐○◯◻"
_CHOICE = re.compile(rf"(?P<mark>[{_FILLED}{_EMPTY}])\s*(?P<word>[^{_FILLED}{_EMPTY}]+)")
_NO_LETTER = re.compile(r"[^가-힣]+")
_NO_WORDS = "□■◻◆◇▣❏○ㅇ◦●•∘▶▷❍0123456789ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ.()<>[]【】〔〕「」『』《》〈〉’‘'|-·"
_SURELY, _LONGEST_STATE = 3, 30


@cache
def _label_words() -> re.Pattern[str]:
    kinds = alternatives("audit_categories", "word")
    return re.compile(rf"(?P<word>{alternatives('audit_labels', 'word')})|{kinds}|{_JOINTS}")


def _whole(pattern: re.Pattern[str], text: str) -> list[re.Match[str]] | None:
    """The words that make up the whole of a text one after another, without trying again; None if they do not."""
    made, at = [], 0
    while at < len(text):
        found = pattern.match(text, at)
        if found is None:
            return None
        made.append(found)
        at = found.end()
    return made


def _roles(text: str) -> list[str]:
    """The roles of the label words that make up the whole of a text, in their order, or none."""
    plain = unify("".join(text.split()))
    found = _whole(_label_words(), plain) if len(plain) <= _LONGEST else None
    return [_label_roles()[f["word"]] for f in found or () if f["word"]]


@cache
def _label_roles() -> dict[str, str]:
    return {row["word"]: row["role"] for row in rows("audit_labels")}


def begins_named(text: str) -> bool:
    """Whether a line can be a head, a title or a label at all: behind numbers and brackets stands a word of these."""
    plain = "".join(text[:_LONGEST].split()).lstrip(_NO_WORDS)
    return plain.startswith("년") or _title_words().match(plain) is not None


def label_role(text: str) -> str:
    """The role of a label: request, answer, result, status, department, number, category, person, note, or none.

    A label may join several words of one role (`추진내용 및 향후계획`); an answer's label may speak of its result.
    """
    roles = set(_roles(text))
    return roles.pop() if len(roles) == 1 else "answer" if roles in ({"answer", "result"}, {"answer", "status"}) else ""


def head_roles(text: str) -> tuple[str, ...]:
    """The roles of a table's column heads (`연번 지적사항 조치결과 추진상태`), each once, in their order.

    Empty for any other line: a head has a request beside something else.
    """
    if not re.search(r"[가-힣]", text) or re.search(r"[:：.]", text):
        return ()
    roles = _roles(text)
    shown = tuple(dict.fromkeys("answer" if r == "result" else r for r in roles))
    return shown if "request" in shown and len(shown) > 1 else ()


def columns_of(cells: list[str]) -> tuple[str, ...]:
    """The role of each cell of a table's head, or none if a cell is no head or no request is among them."""
    shown = [dict.fromkeys("answer" if r == "result" else r for r in _roles(cell)) for cell in cells]
    roles = tuple(next(iter(roles)) for roles in shown if len(roles) == 1)
    return roles if len(roles) == len(cells) and "request" in roles and len(set(roles)) > 1 else ()


def title_kind(text: str) -> str:
    """The kind of request that a heading announces (`3. 건의사항 (27건)`): corrective, suggestion, other.

    `summary` for the heading of the overview, `details` for that of all requests, `several` for one of several kinds,
    empty for any other line.
    """
    if len(text) > _LONGEST or _VALUE.search(text):
        return ""
    end = _marks_end(text)
    mark, plain = text[:end].strip(), unify(_COUNT.sub("", text[end:]))
    if not plain or _LOW.match(mark) or _whole(_title_words(), plain) is None:
        return ""
    for kind in ("summary", "details"):
        if any(plain.endswith(word) for word in words("audit_categories", "word", category=kind)):
            return kind if is_marked(text) else ""
    return category_of(plain) if _announces(mark, plain) else ""


def _announces(mark: str, plain: str) -> bool:
    """Whether these words are a heading: `건의사항`, `1. 시정`, `【권고】`; not `○ 개선사항`, `□ 개선 현황`."""
    if _TAG.search(mark):
        return True
    weak = {r["weak"] for r in rows("audit_categories") if r["word"] in plain}
    if _MIDDLE.match(mark):
        return "" in weak and "사항" in plain
    return bool(_NAMES_REQUESTS.search(plain)) and (weak != {"tag"} or "요구" in plain)


def _marks_end(text: str) -> int:
    found = _BEFORE_TITLE.match(text[:_LONGEST])
    return found.end() if found else 0


def is_marked(text: str) -> bool:
    """Whether a number, a bullet or a bracket stands before the words of a line."""
    return _marks_end(text) > len(text) - len(text.lstrip())


@cache
def _title_words() -> re.Pattern[str]:
    known = {*words("audit_labels", "word"), *words("audit_categories", "word"), *_TITLE_TAILS.split("|")}
    return re.compile("|".join(sorted(map(re.escape, known), key=lambda w: (-len(w), w))) + f"|{_JOINTS}")


def category_of(text: str) -> str:
    """The kind that the words of a title or tag name, or `several`; weak words count where no other stands.

    >>> [category_of(t) for t in ("시정·처리 요구사항", "자료제출 등 기타사항", "처리 및 건의사항", "건의 및 기타사항")]
    ['corrective', 'other', 'suggestion', 'several']
    """
    plain = squeeze(text)
    found = [r for r in rows("audit_categories") if r["word"] in plain and as_category(r["category"])]
    strong = {r["category"] for r in found if not r["weak"]} or {r["category"] for r in found}
    return "several" if len(strong) > 1 else strong.pop() if strong else ""


def is_weak(text: str) -> bool:
    """Whether a title names its kind by weak words alone (`처리 요구사항`): a kind named before goes on."""
    plain = squeeze(text)
    return not any(r["word"] in plain for r in rows("audit_categories") if not r["weak"])


@cache
def _statuses() -> dict[str, AuditStatus]:
    return {row["word"]: cast(AuditStatus, row["status"]) for row in rows("audit_statuses")}


@cache
def _status_ahead() -> re.Pattern[str]:
    spaced = "|".join(r"\s*".join(w) for w in sorted(_statuses(), key=lambda w: (-len(w), w)))
    return re.compile(rf"\s*[\[【<(]?\s*(?P<word>{spaced})\s*[\]】>)]?\s*(?P<border>$|[-–,.:;/(※→]|[□ㅇ○◦•])")


def status_word(text: str) -> AuditStatus | None:
    """The state that a text is the word for, brackets, dates and rates beside it left out; None for other texts.

    Of several choices with a mark each (`■ 완료 □ 추진중`) the one whose mark is filled.

    >>> status_word("조치 완료(’25. 3.)"), status_word("검토 결과")
    ('done', None)
    """
    if len(text) > _LONGEST:
        return None
    choices = list(_CHOICE.finditer(text))
    if len(choices) > 1:
        text = next((c["word"] for c in choices if c["mark"] in _FILLED), "")
    word = _NO_LETTER.sub("", _ASIDE.sub("", text)) or _NO_LETTER.sub("", text)
    return _statuses().get(word)


def status_ahead(text: str) -> tuple[AuditStatus, int] | None:
    """The state with which a text begins (`완료, 난간을 고침`), and where the rest begins."""
    found = _status_ahead().match(text[:_LONGEST])
    if found is None:
        return None
    return _statuses()[squeeze(found["word"])], found.end("word") if found["border"] in "(" else found.end("border")


@cache
def _status_behind() -> re.Pattern[str]:
    sure = sorted((w for w in _statuses() if is_surely_status(w)), key=lambda w: (-len(w), w))
    spaced = "|".join(r"\s*".join(w) for w in sure)
    return re.compile(
        rf"(?:^|(?<=[\s(\[【,.)]))(?P<word>{spaced})(?:함|하였음|했음|됨|되었음)?\s*[)\]】]?\s*(?:\([^()]*\))?\s*[.]?\s*$"
    )


def status_behind(text: str) -> tuple[AuditStatus, int] | None:
    """The state with which a text ends (`난간 교체 완료(’25. 3.)`), and where its word begins."""
    at = max(0, len(text) - _LONGEST)
    found = _status_behind().search(text[at:])
    return (_statuses()[squeeze(found["word"])], at + found.start()) if found else None


@cache
def _last_letters() -> str:
    """The letters and signs with which a line that is a state can end."""
    return "".join(sorted({word[-1] for word in _statuses()})) + ")]】>.%〉〕"


def is_surely_status(text: str) -> bool:
    """Whether a line of its own can be nothing but a state: `완료`, `추진 중`, `【검토】`, not a bare `검토`."""
    if len(text) > _LONGEST_STATE:
        return False
    word = "".join(text.split())
    return word[-1:] in _last_letters() and (word == "완료" or len(word) >= _SURELY) and status_word(text) is not None


def as_category(code: str) -> AuditCategory | None:
    """A code of `title_kind` or `category_of` that is one kind of request."""
    return cast(AuditCategory, code) if code in ("corrective", "suggestion", "other") else None
