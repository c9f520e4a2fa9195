"""Lists of branches: `기존(3개소) : 가온, 나래, …`, `4 캠퍼스(중부, 남부)`, cohorts with their period."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from .facility_names import clean, head_of, refused
from .facility_tables import Stated
from .fields import Item
from .knowledge import rows
from .periods import date, periods
from .source import Document
from .spacing import normal, squeeze

_PLACES = r"(?:개\s*(?:소|교|관|[가-힣]{0,6}(?:시설|센터|캠퍼스|지점|거점|분원|분관|대학|학교|교육원|도서관|단지))|곳)"
_COUNTED = re.compile(
    r"(?P<label>[가-힣·\s]{2,14}?)\s*\(\s*(?:총\s*)?(?P<count>\d{1,3})\s*"
    rf"{_PLACES}\s*\)\s*[:：]\s*(?P<list>.+)$"
)
_BRACKETED = re.compile(
    rf"(?P<count>\d{{1,3}})\s*(?:{_PLACES}|(?P<noun>캠퍼스|센터|지점|분원))[^()]{{0,24}}\((?P<list>[^()]*,[^()]*)\)"
)
_COHORT = re.compile(r"\((?P<count>\d{1,3})\)\s*\((?P<period>[^()]*~[^()]*)\)\s*(?P<list>[^()※]+)")
_ENTRY = re.compile(r"\s*(?P<name>[^,()]+?)\s*(?:\((?P<note>[^()]*)\))?\s*(?:,|$)")
_BRANCH = re.compile(r"[가-힣A-Za-z0-9+&-]{1,12}")
_BEGUN = re.compile(r"\s*(?:조성|건립|공사|건축|설치)\s*(?:중|예정)\s*$")
_PLACE_WORD = re.compile(r"[동서남북중]부|[동서남북]{2}권|중앙|본원")


@dataclass(frozen=True, slots=True)
class Branch:
    """One entry of a list: its short name, its stated facts, where it stands."""

    name: str
    whole: bool
    noun: str
    facts: tuple[Stated, ...]
    start: int
    end: int


def branches(document: Document, item: Item) -> list[Branch]:
    """The entries of every list in a logical line whose printed count fits."""
    made: list[Branch] = []
    for found, status, period in _lists(item.text):
        entries = list(_entries(found, status, period, document, item))
        if len(entries) == int(found["count"]):
            whole = any(entry.whole for entry in entries)
            made += [replace(entry, whole=entry.whole or (whole and _is_latin(entry.name))) for entry in entries]
    return made


def _is_latin(name: str) -> bool:
    """Beside whole names one in Latin letters is whole too, and no branch's: `가온허브, BT-2, 나래센터`."""
    return re.search("[A-Za-z]", name) is not None


def _lists(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each list with the status that its label says, and the printed period of a cohort."""
    if found := _COUNTED.search(text):
        yield found, _status(found["label"]), ""
    for found in _BRACKETED.finditer(text):
        yield found, _status(re.split(r"[:：,+(]", text[: found.start("list") - 1])[-1]), ""
    for found in _COHORT.finditer(text):
        yield found, "", found["period"]


def _status(label: str) -> str:
    text = squeeze(label)
    return next((r["status"] for r in rows("list_labels") if r["word"] in text), "")


def _entries(found: re.Match[str], status: str, period: str, document: Document, item: Item) -> Iterator[Branch]:
    base = found.start("list")
    for entry in _ENTRY.finditer(found["list"]):
        printed = entry["name"].split()[0] if period else entry["name"]
        name = clean(printed)
        if not name:
            continue
        start = base + entry.start("name")
        end = start + len(printed)
        whole = head_of(name) is not None
        if not whole and not _BRANCH.fullmatch(squeeze(name)):
            continue
        facts = _facts(document, item, entry, base, status, (found, period))
        yield Branch(normal(name), whole, found.groupdict().get("noun") or "", tuple(facts), start, end)


def _facts(
    document: Document, item: Item, entry: re.Match[str], base: int, status: str, cohort: tuple[re.Match[str], str]
) -> Iterator[Stated]:
    found, period = cohort
    if entry["note"] and (opening := date(entry["note"])):
        yield _stated(document, item, "opening", opening, (base + entry.start("note"), base + entry.end("note")))
    if status:
        yield _stated(document, item, "status", status, (found.start(), found.start("list")))
    if period and (known := periods(period)):
        yield _stated(document, item, "term", known[0][0], found.span("period"))


def _stated(document: Document, item: Item, property: str, value: str, at: tuple[int, int]) -> Stated:
    first, last = item.locate(*at)
    span = document.span(first.line, first.start, last.line, last.end)
    return Stated(property, value, normal(span.quote), span)


def branch_name(
    branch: Branch, network: str, noun: str, attested: Callable[[str], bool], usual: Collection[str] = ()
) -> tuple[str, tuple[str, ...]]:
    """A branch's full name and the other spellings that the document prints: never the short name alone.

    `중부` of 기술교육원 is 중부기술교육원; `가온` of a network of campuses `청년바다학교 가온캠퍼스`;
    a university's is named before the network's. A form that the document itself prints wins, for the branch or
    for one of its list (`usual_forms`).
    """
    noun = _own_noun(network, noun)
    forms = _forms(branch.name, network, noun)
    order = _order(branch.name, bool(noun))
    printed = [form for form in order if attested(forms[form])]
    chosen = next((form for form in (*printed, *order) if form in printed or form in usual), order[0])
    return forms[chosen], tuple(forms[form] for form in printed if form != chosen)


def usual_forms(branches: Sequence[Branch], network: str, noun: str, attested: Callable[[str], bool]) -> frozenset[str]:
    """The forms in which the document prints any of the branches of a list."""
    noun = _own_noun(network, noun)
    names = [_forms(branch.name, network, noun) for branch in branches]
    return frozenset(form for form in ("glued", "named", "before") if any(attested(forms[form]) for forms in names))


def _own_noun(network: str, noun: str) -> str:
    """The noun of the branches, unless the network's name ends with it."""
    return "" if squeeze(_core(network)).endswith(noun) else noun


def _forms(short: str, network: str, noun: str) -> dict[str, str]:
    glued = f"{short}{squeeze(_core(network))}"
    return {"glued": glued, "named": f"{network} {short}{noun}", "before": f"{short} {network}"}


def _order(short: str, has_noun: bool) -> tuple[str, str, str]:
    if _PLACE_WORD.fullmatch(short):
        return "glued", "before", "named"
    return ("named", "before", "glued") if has_noun else ("before", "named", "glued")


def _core(network: str) -> str:
    """The network's last word: its kind of institution."""
    return network.split()[-1] if network.split() else network


def listed_names(document: Document, item: Item) -> Sequence[tuple[str, int, int]]:
    """Facilities named one by one in a 시설현황 line: `※ 한빛 AI 허브, AI 교육센터, …`."""
    made = []
    for part in re.finditer(r"[^,※:：+()]+", item.text):
        printed = _BEGUN.sub("", part[0])
        name = clean(printed)
        if head_of(name) and not refused(name) and not re.search(r"\d\s*(?:개|곳|실|㎡|캠퍼스$|센터$)|등$", name):
            lead = len(part[0]) - len(part[0].lstrip())
            made.append((name, part.start() + lead, part.start() + len(printed.rstrip())))
    return made
