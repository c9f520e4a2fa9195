"""Articles, paragraphs and items as they are cited: read from a text, completed from those before, made canonical."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

# After 조, 항, 호 comes no further syllable of a word (5조원, 2호선, 1항목), but perhaps a particle or the next level.
_ENDS = r"(?=$|[^가-힣]|[의에를을와과은는이가및등또까부내로상도중전후만각단같동규따외제]|[가-하]\s*목)"
_ANNEX = re.compile(
    r"\[?\s*(?P<what>별표|별지|부칙)\s*(?:제?\s*(?P<no>\d{1,3})\s*(?P<unit>호|조)?(?:\s*의\s*(?P<branch>\d{1,2}))?)?"
    r"(?P<form>\s*서식)?\s*\]?"
    rf"|제\s*(?P<chapter>\d{{1,2}})\s*(?P<level>[편장절관]){_ENDS}"
)
_PROVISION = re.compile(
    rf"(?:(?P<article>(?:제\s*)?\d{{1,4}})\s*조(?:\s*의\s*(?P<branch>\d{{1,2}})(?!\d|\s*[조항호]))?{_ENDS})?"
    rf"(?:\s*(?:제\s*)?(?P<paragraph>\d{{1,3}})\s*항{_ENDS})?"
    rf"(?:\s*(?:제\s*)?(?P<item>\d{{1,3}})\s*호(?:\s*의\s*(?P<item_branch>\d{{1,2}}))?{_ENDS})?"
    rf"(?:\s*(?P<subitem>[가-하])\s*목{_ENDS})?"
)
_SHORT_RANGE = re.compile(
    r"(?:제\s*)?(?P<first>\d{1,4})\s*[~-]\s*(?:제\s*)?(?P<last>\d{1,4})\s*(?P<level>[조항호])" + _ENDS
)
_SHORT_LIST = re.compile(
    r"(?:제\s*)?(?P<first>\d{1,4})(?=(?:\s*[·,]\s*(?:제\s*)?\d{1,4})+\s*(?P<level>[조항호])" + _ENDS + ")"
)
_RANGE = re.compile(r"\s*(?:~|-|부터|내지)\s*")
_UNTIL = re.compile(r"\s*까지")
_SAME = re.compile(r"(?:같은|동)\s*(?P<level>[조항호])(?![가-힣])\s*")
_SEPARATOR = re.compile(r"\s*(?:(?:,|·|/|및|또는|와|과)\s*)?")
_NUMBERED = ("article", "branch", "paragraph", "item", "item_branch")


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """A place in a law; 0 and the empty string mean that the level is not stated. `annex` is 별표, 별지, 부칙 or 장."""

    article: int = 0
    branch: int = 0
    paragraph: int = 0
    item: int = 0
    item_branch: int = 0
    subitem: str = ""
    annex: str = ""

    def __str__(self) -> str:
        """The canonical wording, `제14조의2제3항제1호가목`."""
        article = f"제{self.article}조" + _branch(self.branch) if self.article else ""
        paragraph = f"제{self.paragraph}항" if self.paragraph else ""
        item = f"제{self.item}호" + _branch(self.item_branch) if self.item else ""
        return self.annex + article + paragraph + item + (f"{self.subitem}목" if self.subitem else "")

    def within(self, before: Provision | None) -> Provision:
        """This provision, the higher levels that it leaves out taken from the one before it."""
        if before is None or self.article or self.annex:
            return self
        if before.annex:
            return replace(self, annex=before.annex)
        here = replace(self, article=before.article, branch=before.branch)
        if self.paragraph:
            return here
        here = replace(here, paragraph=before.paragraph)
        return here if self.item else replace(here, item=before.item, item_branch=before.item_branch)

    def down_to(self, level: str) -> Provision:
        """This provision without what lies below 조, 항 or 호."""
        if level == "조":
            return Provision(self.article, self.branch)
        return replace(self, item=0, item_branch=0, subitem="") if level == "항" else replace(self, subitem="")


@dataclass(frozen=True, slots=True)
class Provisions:
    """A list of provisions in a text: their canonical wordings, the last of them, and where the list ends."""

    articles: tuple[str, ...]
    last: Provision | None
    end: int


def _branch(number: int) -> str:
    return f"의{number}" if number else ""


def read_provisions(text: str, start: int, before: Provision | None = None) -> Provisions:
    """The provisions listed at `start` of a text whose dots and dashes are unified (`ontology.fold.unify`).

    The first must name an article (or an annex), unless `before` is the provision that the list goes on from.
    A range stays a range: both ends, nothing between them is invented.

    >>> read_provisions("제14조제4항·제14조의2, 제15조~제17조", 0).articles
    ('제14조제4항', '제14조의2', '제15조~제17조')
    """
    steps = tuple(_listed(text, start, before))
    if not steps:
        return Provisions((), before, start)
    return Provisions(tuple(wording for wording, _, _ in steps), steps[-1][1], steps[-1][2])


def _listed(text: str, start: int, before: Provision | None) -> Iterator[tuple[str, Provision, int]]:
    step = _next(text, start, before)
    while step:
        yield step
        step = _next(text, step[2], step[1])


def _next(text: str, start: int, before: Provision | None) -> tuple[str, Provision, int] | None:
    if found := _SEPARATOR.match(text, start):
        start = found.end()
    if before and (same := _SAME.match(text, start)):
        before = before.down_to(same["level"])
        below = _single(text, same.end(), before)
        return (str(below[0]), *below) if below else (str(before), before, _trimmed(text, same.end()))
    if short := _short_range(text, start, before) or _short_list(text, start, before):
        return short
    if not (first := _single(text, start, before)):
        return None
    return _long_range(text, *first) or (str(first[0]), *first)


def _single(text: str, start: int, before: Provision | None) -> tuple[Provision, int] | None:
    """One provision and its end. Without one before it, it must say 제 or stand alone as `5조`."""
    if annex := _ANNEX.match(text, start):
        return _in_annex(text, Provision(annex=_annex(annex)), _trimmed(text, annex.end()))
    found = _PROVISION.match(text, start)
    if not found or not (found["article"] or (before and found.end() > start)):
        return None
    article, branch, paragraph, item, item_branch = (_number(found[level]) for level in _NUMBERED)
    here = Provision(article, branch, paragraph, item, item_branch, found["subitem"] or "")
    return here.within(before), found.end()


def _in_annex(text: str, annex: Provision, end: int) -> tuple[Provision, int]:
    """The item of an annex that is named behind it (별표 1 제15호가목)."""
    found = _PROVISION.match(text, _blank(text, end))
    if not annex.annex.startswith("별표") or not found or not found["item"] or found["article"] or found["paragraph"]:
        return annex, end
    item = replace(annex, item=_number(found["item"]), item_branch=_number(found["item_branch"]))
    return replace(item, subitem=found["subitem"] or ""), found.end()


def _blank(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1].isspace() else at


def _number(digits: str | None) -> int:
    return int(digits.lstrip("제 ")) if digits else 0


def _annex(found: re.Match[str]) -> str:
    if found["chapter"]:
        return f"제{found['chapter']}{found['level']}"
    number = (found["no"] or "") + (f"의{found['branch']}" if found["branch"] else "")
    if found["what"] == "별표":
        return "별표" + number
    unit = "호" if found["what"] == "별지" else "조"
    place = f"제{found['no']}{unit}" + number.removeprefix(found["no"]) if number else ""
    return found["what"] + place + "서식" * bool(found["form"])


def _short_range(text: str, start: int, before: Provision | None) -> tuple[str, Provision, int] | None:
    """`제15~17조`: both numbers before one 조."""
    found = _SHORT_RANGE.match(text, start)
    if not found or (before is None and found["level"] != "조"):
        return None
    first = _at(found["level"], found["first"]).within(before)
    last = _at(found["level"], found["last"])
    return f"{first}~{last}", last.within(first), found.end()


def _short_list(text: str, start: int, before: Provision | None) -> tuple[str, Provision, int] | None:
    """`제3·4조`: the first of several numbers before one 조; the others are read after it."""
    found = _SHORT_LIST.match(text, start)
    if not found or (before is None and found["level"] != "조"):
        return None
    first = _at(found["level"], found["first"]).within(before)
    return str(first), first, found.end()


def _at(level: str, digits: str) -> Provision:
    number = int(digits)
    if level == "조":
        return Provision(number)
    return Provision(paragraph=number) if level == "항" else Provision(item=number)


def _long_range(text: str, first: Provision, start: int) -> tuple[str, Provision, int] | None:
    """`제15조~제17조`, `제15조부터 제17조까지`, `제15조 내지 제17조`."""
    if not (dash := _RANGE.match(text, start)) or not (last := _single(text, dash.end(), first)):
        return None
    until = _UNTIL.match(text, last[1])
    shown = _single(text, dash.end(), Provision())
    return f"{first}~{shown[0] if shown else last[0]}", last[0], until.end() if until else last[1]


def _trimmed(text: str, end: int) -> int:
    """The end without the blanks before it."""
    while text[end - 1].isspace():
        end -= 1
    return end
