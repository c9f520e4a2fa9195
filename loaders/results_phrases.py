"""What a figure counts, in the words before and behind it: the noun phrase without what only leads up to it."""

from __future__ import annotations

import re
from functools import cache

from .knowledge import rows, words
from .results_levels import HIDDEN
from .spacing import normal, squeeze

_MARKS = " \t·ㆍ․･‧∙•-–—,;:：※*<>〈〉→()[]"
_PARTICLE = re.compile(r"^(?:을|를|이|가|은|는|의|에|에서|에게|로|으로|과|와|도|만|여|씩|가량|정도)(?=\s|$)\s*")
_TAIL = re.compile(r"(?P<last>[가-힣])(?:(?P<closed>을|은)|(?P<open>를|는)|에)$")
_FINALS, _FIRST_SYLLABLE = 28, ord("가")
_OF_THESE = re.compile(r"^\s*중\s+")
_VERB = re.compile(r"(?<=[가-힣]{2})(?:하여|하고|하며|해|함|하였음|했음)(?=\s|$)")
_STOP = re.compile(r"[,;:：/→⇒⇨※]")
_HARD = re.compile(r"[;:：※→⇒⇨]|\s/\s")
_BRACKETED = re.compile(rf"{HIDDEN}+\s*(?:,|및(?=\s)|[·ㆍ․･‧∙])")
_COUNT_ALONE = re.compile(r"\s*\d[\d,.]*\s?\S{0,3}\s*")
_PARTITIVE = re.compile(r".*\d\S*\s+중\s+")
_LONGEST = 60
_MOST_TRIMS = 6


def before(text: str) -> str:
    """The words before a figure that name what it counts.

    >>> before("진출을 위한 창업기업 총 "), before("상담 강화, 바이어 초청 수출상담회")
    ('창업기업', '바이어 초청 수출상담회')
    """
    said = _BRACKETED.split(_HARD.split(text)[-1])[-1].replace(HIDDEN, " ")
    said = _PARTITIVE.sub("", _purpose().split(said)[-1])
    pieces = [piece for piece in said.split(",") if not _COUNT_ALONE.fullmatch(piece)]
    while len(pieces) > 1 and (not pieces[0].strip() or len(pieces[0].split()) > 1):
        pieces.pop(0)
    return _trimmed(_PARTICLE.sub("", ",".join(pieces).strip(_MARKS)))


def behind(text: str) -> str:
    """The words behind a figure that say what was done with the counted; a mere state (완료) says nothing.

    >>> behind("을 방류하여, 회복"), behind(" 과정 운영 완료"), behind(" 입주지원을 통한 ")
    ('방류', '과정 운영', '입주지원')
    """
    said = _STOP.split(_PARTICLE.sub("", _BRACKETED.split(text)[0].replace(HIDDEN, " ").lstrip()))[0]
    said = _purpose().split(said)[0]
    said = _VERB.split(said)[0]
    while (found := _state().search(said)) and found.start() < len(said):
        said = said[: found.start()]
    return _trimmed(said)


def between(text: str, unit: str) -> tuple[str, str]:
    """The words between two figures of one clause: what is said of the first, what names the second.

    >>> between(" 입주지원을 통한 매출액 ", "개사"), between(" 학과 총 ", "개"), between("로 ", "회")
    (('입주지원', '매출액'), ('학과', ''), ('', ''))
    """
    if found := _HARD.search(text) or _purpose().search(text):
        return behind(text[: found.start()]), before(text[found.end() :])
    words_between = _OF_THESE.sub("", text)
    said = behind(words_between)
    if said.endswith(_doing()):
        return said, ""
    if unit == "개" and words_between == text:
        counted, _, rest = said.partition(" ")
        return counted, before(rest)
    return "", before(words_between)


def joined(*parts: str, by: str = " ") -> str:
    """Phrases as one; what is already said at the end is not said twice.

    >>> joined("생태학교", "생태학교 운영"), joined("현금지원", "지원")
    ('생태학교 운영', '현금지원')
    """
    made = ""
    for part in filter(None, parts):
        first, _, rest = part.partition(" ")
        if squeeze(made).endswith(squeeze(part)):
            continue
        if made.split()[-1:] == [first]:
            part = rest
        made = f"{made}{by}{part}" if made and part is not rest else f"{made} {part}".strip()
    return made[:_LONGEST].strip()


def is_verb(phrase: str) -> bool:
    """Whether a phrase is nothing but a word of doing (지원, 운영), which counts nothing by itself."""
    return squeeze(phrase) in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return words("result_words", "word", role="verb")


def _without_particle(text: str) -> str:
    """The text without a particle at its end; 을 and 은 follow a consonant, 를 and 는 a vowel (마을 has none)."""
    found = _TAIL.search(text)
    if found is None:
        return text
    closed = bool((ord(found["last"]) - _FIRST_SYLLABLE) % _FINALS)
    return text if (found["closed"] and not closed) or (found["open"] and closed) else text[: found.end("last")]


def is_doing(phrase: str) -> bool:
    """Whether a phrase ends with a word of doing (개최, 완료)."""
    return squeeze(phrase).endswith(_doing())


def _trimmed(text: str) -> str:
    said = text.strip(_MARKS)
    for _ in range(_MOST_TRIMS):
        shorter = _without_particle(_lead().sub("", _trail().sub("", said)).strip(_MARKS)).strip(_MARKS)
        if shorter == said:
            break
        said = shorter
    if said.count("’") + said.count("'") + said.count("‘") == 1:
        said = said.strip("’‘'")
    return normal(said)


@cache
def _doing() -> tuple[str, ...]:
    return tuple(sorted({*words("doing_words", "word"), *words("result_words", "word", role="done")}))


@cache
def _role(role: str) -> str:
    found = sorted((r["word"] for r in rows("result_words") if r["role"] == role), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, found))


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(rf"(?:[을를로에]\s*|기\s+)?(?<=[가-힣\s])(?:{_role('purpose')})(?=\s|$)")


@cache
def _state() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_role('state')}|등|중)\s*$")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_role('dropped')})(?:\s+|$)")


@cache
def _trail() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s+)(?:{_role('dropped')})$|(?<=[가-힣])총$")
