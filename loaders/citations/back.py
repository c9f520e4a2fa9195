"""References back to a law that the text has cited: declared short names (이하 “법”), and 같은 조, 같은 항, 같은 호."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...ontology.records import Law
from .models import Found
from .provisions import read_provisions
from .resolve import ANAPHOR
from .tail import read_tail

DECLARED = "declared"
_DECLARATION = re.compile(
    r"\s*\(\s*이하\s*(?:이\s*[가-힣]{1,8}에서\s*)?[\"'“”‘’「」]?(?P<name>[가-힣A-Za-z0-9·\s]{1,40}?)[\"'“”‘’「」]?"
    r"\s*(?:이?라|으?로)?\s*(?:고\s*)?(?:한다|함|약칭|칭)[^()]{0,10}\)"
)
_REFERENCE = re.compile(
    r"(?<![가-힣])(?P<same>같은|동)\s*(?:조|항|호)(?=$|[^가-힣]|[의에를을와과은는이가및]|\s*[가-하]\s*목|제\s*\d)"
    r"|제\s*\d+\s*조"
)
_PARTICLE = r"(?=\s*제\s*\d|(?:에서|에|의|을|를|은|는|이|가|과|와|상)(?![가-힣])|\s|$|[,.·)])"
_SAME_DECREE = re.compile(rf"(?<![가-힣])(?:같은|동)\s*영{_PARTICLE}")
_NOT_BEFORE = re.compile(r"(?:같은|동|이|그|종전의|구|해당|위)\s*$")


@dataclass(frozen=True, slots=True)
class Declared:
    """A short name that the text gives a law, and from where on it holds."""

    name: str
    law: Law
    start: int


def declarations(unified: str, found: Sequence[Found]) -> list[Declared]:
    """What the brackets behind citations declare: `「…법」(이하 “법”이라 한다)`."""
    made = []
    for citation in found:
        opening = unified.find("(", citation.name_end, citation.name_end + 4)
        if opening >= 0 and (said := _DECLARATION.match(unified, opening)):
            made.append(Declared(" ".join(said["name"].split()), citation.law, said.end()))
    return made


def with_references(text: str, unified: str, found: Sequence[Found], known: Sequence[Declared] = ()) -> list[Found]:
    """The citations and the references back to them, in order; `known` are short names declared before the text."""
    named = _merged(found, _by_declared_name(text, unified, found, [*known, *declarations(unified, found)]))
    named = _merged(named, _same_decrees(text, unified, named))
    return _merged(named, _same_provisions(text, unified, named))


def _merged(found: Sequence[Found], more: Iterator[Found]) -> list[Found]:
    return sorted([*found, *more], key=lambda f: f.start)


def _by_declared_name(text: str, unified: str, found: Sequence[Found], declared: Sequence[Declared]) -> Iterator[Found]:
    """A declared name means the law that it was given to last."""
    latest = {d.name: [x for x in declared if x.name == d.name] for d in declared}
    covered = _Covered(found)
    for name, givers in latest.items():
        words = r"\s*".join(map(re.escape, name.split()))
        for place in re.finditer(rf"(?<![가-힣A-Za-z]){words}{_PARTICLE}", unified):
            before = [d for d in givers if d.start <= place.start()]
            if (
                before
                and not covered.at(place.start())
                and not _NOT_BEFORE.search(unified, max(0, place.start() - 8), place.start())
            ):
                yield _found(text, unified, before[-1].law, place)


def _found(text: str, unified: str, law: Law, place: re.Match[str]) -> Found:
    tail = read_tail(unified, place.end())
    status = tail.status or "in_force"
    return Found(
        place.start(),
        tail.end,
        place.start(),
        place.end(),
        text[place.start() : place.end()],
        law,
        tail.articles,
        "|".join(tail.headings),
        tail.others,
        DECLARED,
        status,
    )


def _same_decrees(text: str, unified: str, found: Sequence[Found]) -> Iterator[Found]:
    """같은 영 means the decree cited last; with none before it, it means nothing that could be told."""
    decrees = [f for f in found if f.law.kind == "decree"]
    covered = _Covered(found)
    for place in _SAME_DECREE.finditer(unified):
        before = [f for f in decrees if f.end <= place.start()]
        if before and not covered.at(place.start()):
            yield replace(_found(text, unified, before[-1].law, place), how=ANAPHOR)


class _Covered:
    """The places that citations take; asked for in any order."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._places = [(f.start, f.end) for f in found]

    def at(self, position: int) -> bool:
        """Whether a position lies in a citation."""
        return any(start <= position < end for start, end in self._places)


def _same_provisions(text: str, unified: str, found: Sequence[Found]) -> Iterator[Found]:
    """같은 조 and the like continue the provision named last, if that was a law's; of an article of the text itself
    (제3조 without a law) nothing is cited."""
    waiting = [f for f in found if f.articles]
    last: Found | None = None
    for place in _REFERENCE.finditer(unified):
        while waiting and waiting[0].start <= place.start():
            last = waiting.pop(0)
        if last and place.start() < last.end:
            continue
        last = _continued(text, unified, last, place.start()) if last and place["same"] else None
        if last:
            yield last


def _continued(text: str, unified: str, last: Found, start: int) -> Found | None:
    before = read_provisions(last.articles[-1], 0).last
    read = read_provisions(unified, start, before)
    if not read.articles:
        return None
    return replace(
        last,
        start=start,
        end=read.end,
        name_start=start,
        name_end=read.end,
        printed=text[start : read.end],
        articles=read.articles,
        heading="",
        others=False,
        how=ANAPHOR,
    )
