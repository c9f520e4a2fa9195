"""Citations of laws: found, split and resolved as the tables of sentences say, and nothing else is."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from geungeo.loaders.citations import Entry, Found, Register, find_basis, find_mentions
from geungeo.loaders.citations.tables import rows
from geungeo.ontology.fold import DOTS
from hypothesis import example, given, settings
from hypothesis import strategies as st

Finder = Callable[[str], list[Found]]
DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).parent.parent.parent / "shared"
REGISTER = Register.bundled()
SEOUL = "서울특별시"
TEXT, CITY = "text", "city"


def basis(text: str, city: str = SEOUL) -> list[Found]:
    return find_basis(text, city=city, register=REGISTER)


def mentions(text: str, city: str = SEOUL) -> list[Found]:
    return find_mentions(text, city=city, register=REGISTER)


def _cases(name: str) -> list[tuple[str, str, list[dict[str, str]]]]:
    """A table's rows by text and city; a line break of the text is written ⏎."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        table = [{k: v.replace("⏎", "\n") for k, v in row.items()} for row in csv.DictReader(file)]
    return [(*key, list(group)) for key, group in groupby(table, key=lambda row: (row[TEXT], row[CITY]))]


def _row(text: str, city: str, found: Found) -> dict[str, str]:
    return {
        TEXT: text,
        CITY: city,
        "cited": text[found.start : found.end],
        "title": found.law.title,
        "kind": found.law.kind,
        "jurisdiction": found.law.jurisdiction,
        "articles": "|".join(found.articles),
        "heading": found.heading,
        "others": "yes" if found.others else "",
        "status": found.status,
        "how": found.how,
    }


FIELDS = _cases("citations_fields.csv")
MENTIONS = _cases("citations_mentions.csv")


@pytest.mark.parametrize(("text", "city", "expected"), FIELDS, ids=[f"{t}@{c}" for t, c, _ in FIELDS])
def test_each_field_is_read(text: str, city: str, expected: list[dict[str, str]]) -> None:
    assert [_row(text, city, f) for f in basis(text, city)] == [row for row in expected if row["title"]]


@pytest.mark.parametrize(("text", "city", "expected"), MENTIONS, ids=[f"{t}@{c}" for t, c, _ in MENTIONS])
def test_each_sentence_is_read(text: str, city: str, expected: list[dict[str, str]]) -> None:
    assert [_row(text, city, f) for f in mentions(text, city)] == [row for row in expected if row["title"]]


def test_an_unresolved_law_is_no_antecedent_for_the_law_before_it() -> None:
    found = basis("고등교육법, 가상대학 지원법 및 동법 시행령")
    assert [f.law.title for f in found] == ["고등교육법", "가상대학 지원법", "가상대학 지원법 시행령"]
    assert [f.law.resolved for f in found] == [True, False, False]


def test_the_act_stays_the_act_after_its_decree() -> None:
    found = basis("고등교육법 제5조, 동법 시행령 제3조 및 동법 제7조")
    assert [f.law.title for f in found] == ["고등교육법", "고등교육법 시행령", "고등교육법"]


def test_an_anaphor_does_not_reach_across_fields() -> None:
    assert basis("고등교육법")[0].law.resolved
    lost = basis("동법 시행령 제3조")[0]
    assert (lost.law.resolved, lost.how, lost.law.title) == (False, "no_antecedent", "동법 시행령")


def test_the_rule_of_a_decree_is_found_by_its_act() -> None:
    found = basis("소상공인 보호 및 지원에 관한 법률 시행령 및 시행규칙")
    assert found[1].law.title == "소상공인 보호 및 지원에 관한 법률 시행규칙"


def test_two_candidates_are_none() -> None:
    twins = (Entry("부산광역시 상권의 지원 조례", "ordinance", "부산광역시"),)
    register = Register((*twins, Entry("부산광역시 상권 지원에 관한 조례", "ordinance", "부산광역시")))
    found = find_basis("부산시 상권 지원 조례", city="", register=register)[0]
    assert (found.law.title, found.law.resolved, found.how) == ("부산광역시 상권 지원 조례", False, "ambiguous")


def test_a_registered_law_brings_its_facts() -> None:
    law = basis("서울시 금융산업 육성에 관한 조례 제15조")[0].law
    assert (law.law_id, law.number, law.promulgated, law.ministry) == ("2159175", "8846", "2023-07-24", "금융투자과")
    assert law.page == "https://www.law.go.kr/자치법규/서울특별시금융산업육성에관한조례"


def _shown(name: str, column: str = "example") -> list[dict[str, str]]:
    return [row for row in rows(name) if row[column]]


def _first(row: dict[str, str]) -> str:
    return next(iter(row.values()))


@pytest.mark.parametrize("row", _shown("law_suffixes.csv"), ids=_first)
def test_each_suffix_ends_a_law(row: dict[str, str]) -> None:
    found = basis(row["example"])
    assert [f.law.kind for f in found] in (["decree"], [row["kind"]])
    assert found[0].printed == row["example"].partition("(")[0]


@pytest.mark.parametrize("row", _shown("law_suffixes.csv", "counterexample"), ids=_first)
def test_each_suffix_has_false_friends(row: dict[str, str]) -> None:
    assert [f for f in basis(row["counterexample"]) if f.printed.endswith(row["suffix"])] == []
    assert mentions(row["counterexample"]) == []


@pytest.mark.parametrize("row", [r for r in rows("law_words.csv") if r["role"] != "label"], ids=_first)
def test_each_word_makes_no_law(row: dict[str, str]) -> None:
    assert basis(row["example"]) == []
    assert mentions(row["example"]) == []


@pytest.mark.parametrize("row", [r for r in rows("law_words.csv") if r["role"] == "label"], ids=_first)
def test_each_label_is_no_part_of_a_name(row: dict[str, str]) -> None:
    for text in (row["example"], row["example"].replace(row["word"], f"{row['word']} :", 1)):
        assert [f.printed for f in basis(text)] == [row["example"].removeprefix(row["word"]).strip()]


@pytest.mark.parametrize("row", list(rows("law_statuses.csv")), ids=lambda row: f"{row['wording']} {row['place']}")
def test_each_status_is_seen(row: dict[str, str]) -> None:
    assert [f.status for f in mentions(row["example"])] == [row["status"]]
    assert row["status"] not in [f.status for f in mentions(row["counterexample"]) if f.status != "in_force"]


@pytest.mark.parametrize("row", list(rows("law_issuers.csv")), ids=_first)
def test_each_issuer_is_national(row: dict[str, str]) -> None:
    for name in (row["issuer"], *filter(None, row["short"].split("|"))):
        found = basis(row["example"].replace(row["issuer"], name))[0]
        assert (found.law.kind, found.law.jurisdiction) == ("directive", "대한민국")


@pytest.mark.parametrize("row", list(rows("law_short_names.csv")), ids=_first)
def test_each_short_name_is_found(row: dict[str, str]) -> None:
    found = mentions(row["example"])
    assert [(f.law.title, f.printed) for f in found] == [(row["title"], row["short"])]


PIECES = [
    "고등교육법",
    "「서울특별시 창업지원 조례」",
    "서울시 지역축제 지원 조례",
    "동법 시행령",
    "제5조",
    "제14조의2제1항",
    "제15조~제17조",
    "(목적)",
    "(안)",
    "(교육부 훈령)",
    " 및 ",
    ", ",
    "･",
    " ",
    "\n",
    "※",
    "등",
    "개정",
    "추진계획",
    "(’24.3.)",
    "‘",
    "「",
    "(",
    ")",
    "시장방침 제12호",
    "추진방법",
    "市 ",
    "\u202e",
    "<script>",
    "\x00",
]
pieced = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(deadline=None)
@given(pieced | st.text(max_size=80))
@example("「" * 300 + "조례")
@example("(" * 500 + "조례")
@example("법 " * 400)
@example("일부개정" * 40 + "조례")
@example("가" * 10_000 + "조례 제1조")
def test_spans_are_pieces_of_the_text(text: str) -> None:
    for finder in (basis, mentions):
        at = 0
        for found in finder(text):
            assert at <= found.start <= found.name_start < found.name_end <= found.end <= len(text)
            assert found.printed == text[found.name_start : found.name_end]
            assert found.law.title.strip()
            at = found.end


@given(st.text(alphabet="가나다라마바사아자차카타파하0123456789 ,.·()「」‘’및등제조항호\n", max_size=80))
def test_without_a_law_word_there_is_no_law(text: str) -> None:
    assert basis(text) == []
    assert mentions(text) == []


LAWS = sorted({e.title for e in REGISTER.entries if e.title.endswith(("법", "법률", "시행령", "시행규칙", "조례"))})


@settings(deadline=None)
@given(st.lists(st.sampled_from(LAWS), min_size=1, max_size=4), st.sampled_from([", ", " 및 ", "\n", " / "]), st.data())
def test_a_list_of_registered_laws_is_split_between_them(laws: list[str], separator: str, data: st.DataObject) -> None:
    quote = data.draw(st.sampled_from(["「{}」", "｢{}｣", "{}"]))
    dot = data.draw(st.sampled_from(DOTS.replace("•", "")))
    text = separator.join(quote.format(law.replace("ㆍ", dot)) for law in laws)
    assert [f.law.title for f in basis(text)] == laws


@settings(deadline=None)
@given(st.sampled_from(LAWS), st.integers(1, 200), st.sampled_from(["에 따라 지원", " 개정 논의", "을 적용", ""]))
def test_a_registered_law_is_found_in_a_sentence(law: str, article: int, after: str) -> None:
    for text in (f"이번 사업은 「{law}」 제{article}조{after}", f"○ {law} 제{article}조{after}"):
        assert [(f.law.title, f.articles) for f in mentions(text, "")] == [(law, (f"제{article}조",))]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there: no annotated report")
def test_the_annotated_fields_are_read_as_annotated() -> None:
    with (SHARED / "accuracy" / "gold" / "legal_bases.csv").open(encoding="utf-8") as file:
        gold = list(csv.DictReader(file))
    for quote, group in groupby(gold, key=lambda row: row["quote"]):
        expected = {
            (r["official_name"], r["kind"], r["jurisdiction"], r["articles"], r["article_title"]) for r in group
        }
        found = basis(quote)
        laws = {(f.law.title, f.law.kind, f.law.jurisdiction, "|".join(f.articles), f.heading) for f in found}
        assert laws == expected


def _statutes() -> Iterator[str]:
    for path in sorted((SHARED / "laws" / "kr").glob("*/법률.md"))[:25]:
        yield from path.read_text(encoding="utf-8").split("---", 2)[2].splitlines()


@pytest.mark.skipif(not (SHARED / "laws" / "kr").is_dir(), reason="../shared is not there: no statutes")
def test_every_law_that_a_statute_quotes_is_found() -> None:
    """Statutes quote the laws they mean: a labelled text that nobody wrote for us."""
    missed, seen = [], 0
    for line in _statutes():
        found = {(f.name_start, f.name_end): f.law.title for f in mentions(line, "")}
        for quote in re.finditer("「([^」]{2,100})」", line):
            known = REGISTER.lookup(quote[1])
            if known.entry and known.how in ("exact", "fold"):
                seen += 1
                missed += [quote[0]] if found.get(quote.span(1)) != known.entry.title else []
    assert missed == []
    assert seen > 500
