"""Names that nothing gives away but their place: in a list with known ones, before a country, in quotes, in a chain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .knowledge import words
from .partners_around import Surroundings
from .partners_labels import is_no_name
from .partners_mentions import Mention
from .partners_names import Named, country, is_generic, is_no_university, official
from .partners_roles import cues
from .spacing import normal

_JOINT = r"(?:협력|협업|연계|협약|MOU|공동|합동|자문|참여|오픈\s?이노베이션|컨소시엄)"
_AND_SO_ON = re.compile(r"등(?:과의|과|의|이|을|에서|에|와)?(?=[\s)’,]|$)")
_JOINT_WORD = re.compile(_JOINT)
_WITH_OTHERS = re.compile(r"(?<=[가-힣A-Za-z])(?:(?P<with>[과와])의?\s+(?:\S+\s+){0,2}\S*|\s+)$")
_BODIES = re.compile(r"기업|대학|연구소|연구기관|병원|은행|스타트업")
_TOGETHER = re.compile(rf"\s*(?:\S+\s+){{0,3}}?\S*?(?:{_JOINT}|유치|제휴)")
_SEPARATOR = re.compile(r"\s*[,·/]\s*|\s+및\s+")
_STOP = re.compile(r"[(:：※→⇨▸‣;‘“'\"]|\s-\s|등(?:과의|과|의|이|을|에)?\s")
_VERBAL = re.compile(r"(?:을|를|의|에|에서|은|는|인|한|된|할|위해|통해|위한|통한|와|과|및|로|으로|하는|있는|보유한)$")
_CLASS = re.compile(
    r"\s*(?:[가-힣A-Za-z]+\s*){0,3}?(?:기업|대학|연구소|연구기관|기관|병원|은행|금융사|스타트업|투자사|운용사|업체)"
)
_QUOTED = re.compile(
    r"(?:입주|참여|협력|선정|지원|수상|우수|선도|육성|졸업|파트너|투자|보육)\s?(?:기업|기관|대학|업체|사)(?:인)?\s*[‘“'\"](?P<name>[^’”'\"]{2,15})[’”'\"]"
)
_WITH = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣A-Za-z0-9&]{2,14}?)(?:\([A-Z]{2,8}\))?(?:와|과)의?\s*"
    r"(?:\S*업무\s*협약|MOU|양해각서|\S*협약\s*체결|공동\s*연구)"
)
_ALONE = re.compile(r"\((?P<name>[가-힣A-Za-z0-9&]{4,14})\s*(?:협력|협업|합동|대행|위탁|주관|컨소시엄)\)")
_CHAIN = re.compile(
    r"(?<![가-힣])(?:市|시|區|구|道|도|[가-힣]{2,4}[시도구])\s?[-~]\s?(?P<rest>[가-힣A-Za-z0-9&]+(?:\s?[-~]\s?[가-힣A-Za-z0-9&]+){0,6})"
)
_SEPARATED = re.compile(r"[,·/]")
_QUOTES, _DASHED, _SIGNED = (
    re.compile(r"[‘“'\"]"),
    re.compile(r"[가-힣市區道]\s?[-~]\s?[가-힣A-Z]"),
    re.compile(r"협약|MOU|양해각서|연구"),
)
_ABROAD = re.compile(r"[美英日中獨佛]\s")
_FAR = 22
_LONGEST, _LONGEST_LIST, _MOST_WORDS, _MOST_MEMBERS = 16, 160, 3, 6


@dataclass(frozen=True, slots=True)
class _Element:
    """One member of a list: its columns and the text of the bracket behind it."""

    start: int
    end: int
    bracket: str


def listed(text: str, found: Sequence[Mention], above: str, around: Surroundings) -> Iterator[Mention]:
    """The names that stand in lists, quotes and chains; facilities and the city's own bodies are none."""
    for start, behind, together in _ends(text):
        if together or text[:behind].endswith(("과", "와")):
            yield from _members(text, (start, behind, together), found, above, around)
    for pattern in _patterns(text):
        for match in pattern.finditer(text):
            if not is_no_name(match["name"]) and not around.is_other(match["name"]):
                yield _mention(text, match.start("name"), match.end("name"))
    if country().search(text) or _ABROAD.search(text):
        yield from _abroad(text, found, around)
    if _DASHED.search(text):
        yield from _chained(text, around)


def _ends(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a list may end, where what follows begins, whether it tells of working together.

    A list ends at 등 (등과, 등의 …), or at a word for what is done together.
    """
    for found in _AND_SO_ON.finditer(text):
        yield len(text[: found.start()].rstrip()), found.end(), _TOGETHER.match(text, found.end()) is not None
    for joint in _JOINT_WORD.finditer(text) if _SEPARATED.search(text) else ():
        if before := _WITH_OTHERS.search(text, max(0, joint.start() - _FAR), joint.start()):
            yield before.start(), before.end("with") if before["with"] else before.start(), True


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that a text can hold at all."""
    if _QUOTES.search(text):
        yield _QUOTED
    if _SIGNED.search(text):
        yield _WITH
    if "(" in text:
        yield _ALONE


def _mention(text: str, start: int, end: int, kind: str = "other") -> Mention:
    printed = text[start:end]
    return Mention(start, end, official(printed) or Named(normal(printed), kind, "strict"), printed)


def _members(
    text: str, border: tuple[int, int, bool], found: Sequence[Mention], above: str, around: Surroundings
) -> Iterator[Mention]:
    """The unknown members of a list, if firms or institutes are spoken of, or known ones are among them."""
    stop, behind, together = border
    ahead, elements = text[behind:], _elements(text, stop)
    known = [e for e in elements if any(m.end == e.end and m.start >= e.start for m in found)]
    abroad = [e for e in elements if country().match(e.bracket)]
    names = [e for e in elements if e not in known]
    if not (known or together) or any(around.is_other(text[e.start : e.end]) for e in names):
        return
    if not known and len(abroad) < len(elements) and not _are_names(text, elements, ahead, above, around):
        return
    for element in names:
        if not (_no(text, element, around) or around.is_common(text[element.start : element.end])):
            yield _mention(text, element.start, element.end, "foreign_institute" if element in abroad else "other")


def _are_names(text: str, elements: Sequence[_Element], ahead: str, above: str, around: Surroundings) -> bool:
    """Whether a list of unknown words is one of organisations: firms or institutes are spoken of, no word is common."""
    of_class = _CLASS.match(ahead) is not None
    if not (of_class or (len(elements) > 1 and _BODIES.search(above))) or len(elements) > _MOST_MEMBERS:
        return False
    words = [w for e in elements for w in text[e.start : e.end].split() if not is_generic(w)]
    return not any(_no(text, e, around) or e.bracket for e in elements) and not any(around.is_common(w) for w in words)


def _no(text: str, element: _Element, around: Surroundings) -> bool:
    """Whether a member cannot be a name; `가온산업` can, for all that 산업 is a common noun, unless 가온 is one too."""
    name = normal(text[element.start : element.end])
    if official(name):
        return False
    if name.endswith("대") and is_no_university(name):
        return True
    firsts = [name.removesuffix(w) for w in words("partner_common_nouns", "word") if len(w) > 1 and name.endswith(w)]
    firm = name.endswith("산업") and all(len(f) > 1 and not (is_generic(f) or around.is_common(f)) for f in firsts)
    return (bool(firsts) and not firm) or is_no_name(name) or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS


def _elements(text: str, stop: int) -> list[_Element]:
    """The members of the list that ends there, cut at commas and dots outside brackets."""
    far = max(0, stop - _LONGEST_LIST)
    masked = " " * far + re.sub(r"\([^()]*\)", lambda m: "\x00" * len(m[0]), text[far:stop])
    borders = [m.end() for m in _STOP.finditer(masked, far)]
    at = first = borders[-1] if borders else far
    made = []
    for cut in [*_SEPARATOR.finditer(masked, at), None]:
        end = cut.start() if cut else stop
        element, led = _element(text, masked, at, end)
        if led and at != first:
            return []
        made += [element] if element else []
        at = cut.end() if cut else end
    return made


def _element(text: str, masked: str, start: int, end: int) -> tuple[_Element | None, bool]:
    """A member without its bracket and the words that lead to it (`기술을 보유한 가온`); whether there were any."""
    start += len(masked[start:end]) - len(masked[start:end].lstrip("\x00 "))
    bracket = re.search(r"\x00+", masked[start:end])
    bracketed = text[start + bracket.start() + 1 : start + bracket.end() - 1] if bracket else ""
    last = start + bracket.start() if bracket else end
    tokens = [(start + t.start(), start + t.end()) for t in re.finditer(r"\S+", masked[start:last])]
    leads = [at for at, (a, b) in enumerate(tokens[:-1]) if _VERBAL.search(text[a:b])]
    tokens = tokens[leads[-1] + 1 :] if leads else tokens
    tokens = tokens[1:] if len(tokens) > 1 and country().match(text, *tokens[0]) else tokens
    return (_Element(tokens[0][0], tokens[-1][1], bracketed) if tokens else None), bool(leads)


def _abroad(text: str, found: Sequence[Mention], around: Surroundings) -> Iterator[Mention]:
    """`가온랩(독일, 2월), 나래랩(캐나다) 협약체결`: a name before a country in brackets."""
    for match in (*_before_country().finditer(text), *_of_country().finditer(text)):
        start, end = match.span("name")
        known = any(m.start < end and start < m.end for m in found)
        if not known and not is_no_name(match["name"]) and not around.is_other(match["name"]):
            yield _mention(text, start, end, "foreign_institute")


@cache
def _of_country() -> re.Pattern[str]:
    """`나래국 가온랩과 교류 협력`: a name between a country and what is done together."""
    name = r"(?P<name>[가-힣A-Za-z&]{3,16}?(?: [가-힣A-Za-z&]{2,8}?)?)(?:\([^()]{2,20}\))?"
    joint = rf"(?:과|와)의?\s+(?=(?:\S+\s+){{0,2}}(?:{_JOINT}|교류|계약))|\s+(?=공동|협력|연계|협업|합동)"
    return re.compile(rf"(?<![가-힣])(?:{country().pattern}|[美英日中獨佛])\s{name}(?:{joint})")


@cache
def _before_country() -> re.Pattern[str]:
    name = r"(?P<name>[가-힣A-Za-z&]{2,14}(?: (?!등)[가-힣A-Za-z&]{1,8})?)"
    return re.compile(rf"(?:^|(?<=[,·/]\s)|(?<=[,·/-])|(?<=\s)){name}\((?:{country().pattern})")


def _chained(text: str, around: Surroundings) -> Iterator[Mention]:
    """`市-가온-나래 MOU 체결`: the members of a chain that begins with the city."""
    for chain in _CHAIN.finditer(text):
        hits = cues(text[chain.end() : chain.end() + _FAR])
        if not any(role == "mou_partner" for role, _, _ in hits):
            continue
        for member in re.finditer(r"[가-힣A-Za-z0-9&]+", chain["rest"]):
            if not is_no_name(member[0]) and not around.is_other(member[0]):
                start = chain.start("rest") + member.start()
                yield _mention(text, start, start + len(member[0]))
