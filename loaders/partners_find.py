"""The partners of one section: every organisation of its lines that a label, a cue or a list gives a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from ..ontology.records import PartnerRole
from .facility_sections import SectionText
from .partners_around import Surroundings
from .partners_labels import Valued, labelled, plain_name
from .partners_lists import listed
from .partners_mentions import Mention, mentions
from .partners_names import Named, country
from .partners_passages import Passage, passages
from .partners_places import local_governments
from .partners_roles import Place, before, role_of
from .partners_units import unit_of

_QUOTED_LAW = re.compile(r"[「『｢][^」』｣]*[」』｣]")
_GAP = r"[’”'\"」]?\s*(?:\([^()]*\))?\s*(?:[,·/~-]|및|와|과|또는)?\s*[‘“'\"「]?"
_DIRECTIVE = re.compile(r"\s*(?:훈령|고시|예규|지침|공고)")
_CAMPUS = re.compile(r"대학|캠퍼스")
_HEADED = re.compile(
    r"^\s*(?:구\s*분|시\s*설\s*명?|명\s*칭|사\s*업\s*명).*\s(?P<label>(?:수탁|위탁|운영|수행|관리)\s?(?:기관|법인|주체|단체))(?:\s|$)"
)
_ATTRIBUTE = re.compile(
    r"\s*\(?(?:공\s*간\s*구\s*성|위\s*치|규\s*모|면\s*적|소\s*재\s*지|주\s*소|담\s*당|문\s*의)\)?\s*[:：)]"
)
_PURPOSE = re.compile(r"(?:수행|전담|총괄)[을를]?\s*(?:위한|위해|하는|할)\s*[‘“'\"]?$")
_BUILT = re.compile(
    r"[’”]?\s*(?:\([^()]*\)\s*)?(?:\d단계\s*)?"
    r"(?:건립|조성|운영(?!비)|개소|착공|설치|구축|개관|신축|준공|리모델링|이전|증축|확충|개선)"
)
_HOSPITAL = re.compile(r"(?:대학교?|성모|적십자|보훈)\s?병원$|의료원$")
_FORMAL = re.compile(r"㈜|\((?:주|재|사|복|학)\)|^(?:재단|사단|학교|사회복지|의료)법인|^주식회사")
_NAMED_FIRMLY = ("public_agency", "foundation", "association", "university", "school_foundation")
_BACKGROUND = re.compile(r"배경|여건|동향|문제점|필요성")
_ABOUT_IT = re.compile(
    r"\s*(?:\S+\s+)?\S*(?:수상|표창|경영평가)|\s*(?:부지|청사|본사|본관|사옥|건물|앞|인근|일원|일대|역|사거리|옆|평가|인증|수상|대상|표창|조사|발표|전망|통계|보고서|기준"
    r"|지표|지수|자료|출신|졸업|재학|소식지|조례|설립|감사|이전|소속|규정|정관|이사회|추경|예산|출연\s*동의)"
)
_MEASURED = re.compile(r"출처|설문|통계|순위|지수|만족도\s*조사")
_BODY = re.compile(r"(?:센터|지원단|사업단|추진단|본부)$")


_MOST = 60
_BY_MENTION = "section-names-partner"
_TOLD_BESIDE = ("delegated_agency", "co_researcher", "contractor")


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation in a role at one place of a section; `unit` is the facility or part that it works for."""

    passage: Passage
    start: int
    end: int
    named: Named
    printed: str
    role: PartnerRole
    unit: str = ""
    rule: str = ""


def find(section: SectionText, around: Surroundings) -> Iterator[Found]:
    """The partners that a section's lines name, in order, each with the unit that it works for."""
    title = section.project.title
    for found in _find(section, around):
        unit = found.unit or unit_of(found.passage.text, found.start, found.role, title, around.is_facility)
        yield replace(found, unit=unit) if unit else found


def _find(section: SectionText, around: Surroundings) -> Iterator[Found]:
    about = _CAMPUS.search(section.project.title) is not None
    table = 0
    for passage in passages(section):
        if _HEADED.match(passage.text):
            table = passage.of
        if passage.role == "basis":
            yield from _directives(passage, around)
        elif not (_ATTRIBUTE.match(passage.text) or _BACKGROUND.search(passage.block)):
            yield from _in_passage(passage, around, about, passage.of == table)


def _directives(passage: Passage, around: Surroundings) -> Iterator[Found]:
    """`…운영규정(교육부 훈령)`: the ministry that made it is the regulator."""
    for mention in mentions(passage.text, around.declared):
        if mention.named.kind == "ministry" and _DIRECTIVE.match(passage.text, mention.end):
            yield _found(passage, mention, "regulator")


def _found(passage: Passage, mention: Mention, role: PartnerRole, unit: str = "") -> Found:
    return Found(passage, mention.start, mention.end, mention.named, mention.printed, role, unit)


def _in_passage(passage: Passage, around: Surroundings, about: bool, in_column: bool) -> Iterator[Found]:
    text = passage.text
    named = [*mentions(text, around.declared), *local_governments(text)]
    here = [m for m in named if not (_is_refused(passage, m, around) or _is_explanation(text, m, named))]
    values = list(labelled(text, rows=bool(here)))
    said = [found for value in values for found in _valued(passage, value, here, around)]
    yield from said
    taken = [Mention(f.start, f.end, f.named, f.printed) for f in said]
    for mention in islice(listed(text, here, passage.above, around), _MOST):
        if not (_overlaps(mention, here) or _overlaps(mention, taken)):
            here.append(mention)
    here = sorted((m for m in here if not _overlaps(m, taken)), key=lambda m: m.start)[:_MOST]
    for group in _groups(text, here):
        for mention in group:
            role = _role(passage, group, mention, around) or _method(values, mention)
            if in_column and role is None and mention.named.kind not in ("district", "other"):
                yield replace(_found(passage, mention, "operator"), unit=_row_name(text[: mention.start]))
            elif role:
                yield _found(passage, mention, role)
            elif _is_told(passage, group, mention, about):
                yield replace(_found(passage, mention, "participant"), rule=_BY_MENTION)


def _row_name(before: str) -> str:
    """The facility of a table's row: the words before its address or first figure."""
    words = re.split(r"\s+(?=\d|\S+[구동시군읍면](?:\s|$))", before.strip())
    return words[0].strip()


def _is_explanation(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """Whether a name alone in brackets behind another only tells its short form or its part: `가온재단(나래센터)`."""
    alone = text[: mention.start].endswith("(") and text.startswith(")", mention.end)
    return alone and any(m.end == mention.start - 1 for m in named)


def _overlaps(mention: Mention, taken: Sequence[Mention]) -> bool:
    return any(m.start < mention.end and mention.start < m.end for m in taken)


def _is_refused(passage: Passage, mention: Mention, around: Surroundings) -> bool:
    """The city's own bodies, and words inside the title of a law."""
    if around.is_own(mention.named.name) or around.is_own(mention.printed):
        return True
    if any(q.start() < mention.end and mention.start < q.end() for q in _QUOTED_LAW.finditer(passage.text)):
        return True
    first, _ = passage.item.locate(mention.start, mention.end)
    return around.in_law(first.line.start + first.start)


def _valued(passage: Passage, value: Valued, here: Sequence[Mention], around: Surroundings) -> Iterator[Found]:
    """The organisations of one part of a labelled value: the telling names in it, else the words themselves."""
    text = passage.text
    if value.method:
        return
    inside = [m for m in here if value.start <= m.start and m.end <= value.end and not _in_bracket(text, m.start)]
    for mention in inside[:1]:
        place = Place(text, mention.start, mention.end, "", mention.named.kind, True, mention.named.name)
        own = role_of(place)
        yield _found(passage, mention, own if own in _TOLD_BESIDE else value.role)
    if inside:
        return
    start = value.start + len(text[value.start : value.end]) - len(text[value.start : value.end].lstrip())
    named = plain_name(text[start : value.end])
    if named and not around.is_own(named.name):
        printed = re.sub(r"\s*(?:\(.*)?$", "", text[start : value.end])
        yield Found(passage, start, start + len(printed), named, printed, value.role)


def _method(values: Sequence[Valued], mention: Mention) -> PartnerRole | None:
    """The role of the label 추진방법, or of a table's row, in whose value a name stands without a word of its own."""
    inside = (v.role for v in values if v.method and v.start <= mention.start and mention.end <= v.end)
    return next(inside, None)


def _in_bracket(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _groups(text: str, here: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Neighbours with nothing but a comma, a dot or 및 between them."""
    group: list[Mention] = []
    for mention in here:
        between = text[group[-1].end : mention.start] if group else ""
        if group and (not _gap().fullmatch(between) or before(text, mention.start)):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


@cache
def _gap() -> re.Pattern[str]:
    """What may stand between the members of a list: a bracket, a comma or dot, a country."""
    return re.compile(rf"{_GAP}(?:{country().pattern}\s)?")


def _role(passage: Passage, group: Sequence[Mention], mention: Mention, around: Surroundings) -> PartnerRole | None:
    named, text = mention.named, passage.text
    if named.kind == "other" and _BODY.search(named.name) and _PURPOSE.search(text[: mention.start]):
        return "operator"
    if named.kind == "other" and (_BUILT.match(text, mention.end) or around.is_facility(named.name)):
        return None
    place = Place(text, group[0].start, group[-1].end, passage.above, named.kind, named.needs == "strict", named.name)
    return role_of(place)


def _is_told(passage: Passage, group: Sequence[Mention], mention: Mention, about: bool) -> bool:
    """Whether a name that no word gives a role takes part all the same: firmly a name, and not only measured."""
    named, text = mention.named, passage.text
    if _FORMAL.search(named.name) or (named.kind == "university" and (about or len(group) > 1)):
        return True
    if _HOSPITAL.search(named.name) and not _BUILT.match(text, mention.end):
        return True
    if named.needs or named.name.endswith("협의체") or named.kind not in _NAMED_FIRMLY:
        return False
    return not (_ABOUT_IT.match(text, mention.end) or _MEASURED.search(text))
