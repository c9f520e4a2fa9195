"""Where running text names an organisation: known names, names with a telling last word, legal forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from ..ontology.fold import loose_key
from .knowledge import rows, words
from .partners_names import (
    FORMS,
    PARTICLES,
    Named,
    is_bare,
    is_generic,
    is_no_university,
    is_placed,
    known,
    official,
    suffix_of,
    suffixes,
)

_TOKEN = re.compile(r"[가-힣A-Za-z0-9&+]+|㈜|\((?:주|재|사|학|복|유)\)")
_FORM_BEHIND = re.compile(r"㈜|\(주\)|주식회사")
_ATTACHED = re.compile(rf"(?:㈜|\(주\)|주식회사)(?={PARTICLES}?(?![가-힣A-Za-z0-9]))")
_PARTICLE_END = re.compile(
    r"(?:을|를|의|에|에서|으로|로|은|는|과|와|및|위한|위해|통한|통해|따른|대한|하는|있는|되는|된|인|할|한|등|내|중|간"
    r"|[\d여]\s*(?:개|차|월|년|명))$"
)
_BRANCH = re.compile(
    r"\s+(?P<branch>[가-힣A-Za-z]{1,10}(?:지사|지회|지부|지역본부|지점|분원|캠퍼스|부속병원|융합센터|연구센터)"
    rf"|산학협력단)(?={PARTICLES}?(?![가-힣]))"
)
_OWNER = re.compile(r"(?:구립|시립|군립|도립|공립|국립)\s$")
_SHORT = re.compile(rf"(?P<name>[가-힣]{{2,8}}대)(?:{PARTICLES})?")
_FIRST_SYLLABLE, _FINALS = ord("가"), 28
_AFTER_OPEN, _AFTER_CLOSED = ("를", "는", "가", "와"), ("을", "은", "이", "과", "으로")
_COMMITTEE = re.compile(r"(?:위원회|심의회|심의위)$")
_MOST_WORDS = 4
_LONGEST_KNOWN, _LONGEST_WORD = 4, 40
_PART = re.compile(r"(?:연구소|연구원|연구센터|융합센터|산학협력단|사업단|병원|의료원)$")
_SEVERAL_WORDS = re.compile(
    r"(?:위원회|심의회|심의위|협의회|협의체|협회|연합회|연구소|연구원|센터|학회|상인회|체육회|박물관|미술관)$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation named in a text, with its columns there."""

    start: int
    end: int
    named: Named
    printed: str


@dataclass(frozen=True, slots=True)
class _Word:
    """What one word can be: a legal form, the first word of a known name, an organisation's name to `length`.

    `named` is None where words before it belong to the name.
    """

    form: bool
    first: bool
    length: int
    named: Named | None


_COMPANY = _Word(False, False, 0, None)


def mentions(text: str, declared: Mapping[str, Named]) -> list[Mention]:
    """The organisations named in a text, in order, without overlap. `declared` are the document's own short names.

    >>> [m.named.name for m in mentions("누리문화재단과 재단법인 다온, 마루여대 산학협력단 협력", {})]
    ['누리문화재단', '재단법인 다온', '마루여자대학교 산학협력단']
    """
    tokens = list(_TOKEN.finditer(text))
    beginnings = {key[:2] for key in declared}
    attached = _FORM_BEHIND.search(text) is not None
    made: list[Mention] = []
    behind = 0
    for at, token in enumerate(tokens):
        word = _word(token[0])
        if word is None and beginnings and token[0][:2].upper() in beginnings:
            word = _declared(token[0], declared)
        if word is None and attached and _ATTACHED.match(text, token.end()):
            word = _COMPANY
        if word is None or token.start() < behind or (found := _read(text, tokens, at, word, declared)) is None:
            continue
        while made and made[-1].end > found.start:
            made.pop()
        made.append(_joined(made.pop(), found) if made and _is_part(text, made[-1], found) else found)
        behind = found.end
    return made


def _is_part(text: str, whole: Mention, part: Mention) -> bool:
    """Whether a name is that of a part of the organisation one blank before it: `가온대병원 특화연구소`."""
    apart = text[whole.end : part.start] != " " or is_placed(part.printed) or loose_key(part.printed) in known()
    return not apart and whole.named.kind != "ministry" and _PART.search(part.printed) is not None


def _joined(whole: Mention, part: Mention) -> Mention:
    name = f"{whole.printed} {part.printed}"
    return Mention(whole.start, part.end, Named(name, part.named.kind, whole.named.needs), name)


def _read(
    text: str, tokens: Sequence[re.Match[str]], at: int, word: _Word, declared: Mapping[str, Named]
) -> Mention | None:
    start = tokens[at].start()
    if word.form:
        return _formed(text, tokens, at)
    if attached := _ATTACHED.match(text, tokens[at].end()):
        named = official(text[start : attached.end()])
        return Mention(start, attached.end(), named, text[start : attached.end()]) if named else None
    if word.first and (found := _several(text, tokens, at, declared)):
        return found
    end = start + word.length
    if word.named:
        return _with_branch(text, _owned(text, Mention(start, end, word.named, text[start:end])))
    return _extended(text, tokens, at, end) if word.length else None


def _formed(text: str, tokens: Sequence[re.Match[str]], at: int) -> Mention | None:
    """A legal form and the word behind it: `재단법인 다움`, `(주)누리건설`."""
    if at + 1 >= len(tokens) or text[tokens[at].end() : tokens[at + 1].start()].strip():
        return None
    word = tokens[at + 1][0]
    part = _word(word)
    length = part.length if part and part.length else _ends(word)[-1] if len(word) > 2 else len(word)
    start, end = tokens[at].start(), tokens[at + 1].start() + length
    named = official(text[start:end])
    return Mention(start, end, named, text[start:end]) if named else None


def _several(text: str, tokens: Sequence[re.Match[str]], at: int, declared: Mapping[str, Named]) -> Mention | None:
    """A known name of several words, the longest first."""
    for count in range(min(_LONGEST_KNOWN, len(tokens) - at), 1, -1):
        run = tokens[at : at + count]
        if any(text[a.end() : b.start()] not in (" ", "-") for a, b in pairwise(run)):
            continue
        start, last = run[0].start(), run[-1][0]
        key = loose_key(text[start : run[-2].end()])
        for length in _ends(last):
            whole = key + loose_key(last[:length])
            if named := declared.get(whole) or known().get(whole):
                end = run[-1].start() + length
                return Mention(start, end, named, text[start:end])
    return None


@cache
def _first_words() -> frozenset[str]:
    """The beginnings of the known names that are often printed with a blank inside."""
    names = [w for r in rows("partner_names") for w in (r["name"], *r["short"].split("|")) if re.search(r"[ -]", w)]
    return frozenset(re.split(r"[ -]", w)[0].upper() for w in names)


@lru_cache(maxsize=8192)
def _ends(word: str) -> tuple[int, ...]:
    """Where a name may end in a word: at its end, before a particle, before a word for what is done."""
    return tuple(n for n in range(len(word), 1, -1) if _rest().fullmatch(word[n:]) and _agrees(word[n - 1], word[n:]))


def _agrees(letter: str, rest: str) -> bool:
    """Whether a particle may follow a letter: 을, 은, 이, 과 a closed syllable, 를, 는, 가, 와 an open one."""
    closed = (ord(letter) - _FIRST_SYLLABLE) % _FINALS != 0
    if not "가" <= letter <= "힣":
        return True
    return rest not in (_AFTER_OPEN if closed else _AFTER_CLOSED)


@cache
def _rest() -> re.Pattern[str]:
    cues = sorted({w for w in words("partner_cues", "cue") if " " not in w} | {"지원"}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?:{PARTICLES}|(?:{'|'.join(map(re.escape, cues))})\S*)?")


def _declared(word: str, declared: Mapping[str, Named]) -> _Word | None:
    found = ((n, declared.get(word[:n].upper())) for n in _ends(word))
    return next((_Word(False, True, n, named) for n, named in found if named), None)


@lru_cache(maxsize=65_536)
def _word(word: str) -> _Word | None:
    """What one word can be; None for nearly all words."""
    if len(word) > _LONGEST_WORD:
        return None
    if word in FORMS:
        return _Word(True, False, 0, None)
    upper = word.upper()
    first = upper in _first_words()
    if upper[:2] in _known_beginnings():
        for n in _ends(word):
            if named := known().get(upper[:n]):
                return _Word(False, first, n, named)
    return _suffixed_word(word, first) or (_Word(False, True, 0, None) if first else None)


def _suffixed_word(word: str, first: bool) -> _Word | None:
    for n in _ends(word) if _telling().search(word) else ():
        if (suffix := suffix_of(word[:n])) is None:
            continue
        before = word[: n - len(suffix.word)]
        bare = is_bare(before, suffix)
        named = None if bare else official(word[:n])
        return _Word(False, first, n, named) if bare or named else None
    found = _SHORT.fullmatch(word)
    if found and not is_no_university(found["name"]) and (named := official(found["name"])):
        return _Word(False, first, len(found["name"]), named)
    return None


@cache
def _known_beginnings() -> frozenset[str]:
    return frozenset(k[:2] for k in known())


@cache
def _telling() -> re.Pattern[str]:
    """The last two letters of the telling words: most words hold none of them."""
    return re.compile("|".join(sorted({s.word[-2:] for s in suffixes()})))


def _extended(text: str, tokens: Sequence[re.Match[str]], at: int, end: int) -> Mention | None:
    """A name of several words that ends with a bare last word (`서울 창업지원 협의체`); none if all are generic."""
    if not _SEVERAL_WORDS.search(text[tokens[at].start() : end]):
        return None
    first = at
    while first > 0 and at - first < _MOST_WORDS and _joins(text, tokens[first - 1], tokens[first]):
        first -= 1
    while first < at and _is_lead(tokens[first][0]):
        first += 1
    start = tokens[first].start()
    told = text[start:end] if not _COMMITTEE.search(text, start, end) else text[tokens[at - 1].start() : end]
    if first == at or is_generic(told):
        return None
    named = official(text[start:end])
    return Mention(start, end, named, text[start:end]) if named else None


def _joins(text: str, before: re.Match[str], behind: re.Match[str]) -> bool:
    """Whether two words are one blank apart and the first neither ends in a particle nor counts."""
    if text[before.end() : behind.start()] != " " or before[0] in FORMS:
        return False
    return not (_PARTICLE_END.search(before[0]) or before[0].isdigit())


def _is_lead(word: str) -> bool:
    """Words that only introduce a name: 신규, 각, 관내 …"""
    return word.isalpha() and not word.isascii() and is_generic(word)


def _owned(text: str, mention: Mention) -> Mention:
    """The name with the word for who founded it, if it stands apart: `구립 가온복지관`."""
    found = _OWNER.search(text, max(0, mention.start - 4), mention.start) if mention.named.kind == "other" else None
    if found is None or loose_key(mention.printed) in known():
        return mention
    name = text[found.start() : mention.end]
    return Mention(found.start(), mention.end, replace(mention.named, name=name), name)


def _with_branch(text: str, mention: Mention) -> Mention:
    """The name with the branch or part behind it: `가온공단 나래지사`, `다온대 산학협력단`."""
    found = _BRANCH.match(text, mention.end)
    if found is None:
        return mention
    end = found.end("branch")
    named = replace(mention.named, name=f"{mention.named.name} {found['branch']}")
    return replace(mention, end=end, named=named, printed=text[mention.start : end])
