"""Citations held against the register, and the laws that name a facility."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from geungeo.loaders.citations.models import Entry
from geungeo.loaders.citations.register import Register, law_of
from geungeo.loaders.knowledge import rows
from geungeo.loaders.laws.book import find_laws
from geungeo.loaders.laws.naming import facility_namings
from geungeo.loaders.laws.shelf import Shelf
from geungeo.loaders.reports import read_all
from geungeo.loaders.work_report import Given
from geungeo.ontology.records import CitationCheck, Facility, FacilityNaming, Loaded, Span

from .law_texts import ACT, ORDINANCE

REPORT = """Ⅰ 일반현황

Ⅱ 예산현황

Ⅵ 부서별 주요 업무보고

항만과

1 가상부두센터 운영
항만과장 : ○○○ ☎000-0000 항만팀장 : ○○○☎0000

□ 사업개요
 ㅇ 추진목적 : 부두의 진흥
 ㅇ 추진근거 : {basis}
 ㅇ 운영시설 : 1개소
  - 가상부두센터 : 부산 강서구, 1,000㎡
"""


def report(folder: Path, basis: str, *, date: str = "2025-01-31", **laws: str) -> Loaded:
    """A report of Busan with this 근거 field, read beside these laws."""
    (folder / "laws").mkdir()
    for name, text in laws.items():
        (folder / "laws" / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "report.txt").write_text(REPORT.format(basis=basis), encoding="utf-8")
    books = find_laws([folder / "laws"]) if laws else None
    given = Given("부산광역시", "해양국", date, "")
    reports, bad = read_all([folder / "report.txt"], given, io.BytesIO(), lambda work: work, books)
    assert bad == []
    return reports[0]


def checks(loaded: Loaded) -> list[CitationCheck]:
    return [r for r in loaded.records if isinstance(r, CitationCheck)]


CASES = {
    "가상부두 진흥법": ("checked", "checked", "", "", ""),
    "가상부두 진흥법 제2조": ("checked", "checked", "checked", "", ""),
    "가상부두 진흥법 제4조의2제1항(부두센터의 설치 등)": ("checked", "checked", "checked", "checked", ""),
    "가상부두 진흥법 제9조": ("checked", "checked", "contradicted", "", "no 제9조 in the version of 2024-07-03"),
    "가상부두 진흥법 제3조": ("checked", "checked", "contradicted", "", "no 제3조 in the version of 2024-07-03"),
    "가상부두 진흥법 제2조(목적)": ("checked", "checked", "checked", "contradicted", "the heading of 제2조 is 정의"),
    "가상부두 지원계획(’24.1월)": ("unknown", "unknown", "", "", "no law but a plan"),
    "다른부두 진흥법 제2조": ("unknown", "unknown", "unknown", "", "not in the register"),
}


@pytest.mark.parametrize(("basis", "expected"), CASES.items(), ids=list(CASES))
def test_a_citation_is_held_against_the_register(tmp_path: Path, basis: str, expected: tuple[str, ...]) -> None:
    (found,) = checks(report(tmp_path, basis, act=ACT))
    assert (found.law, found.in_force, found.articles, found.heading, found.note) == expected
    assert bool(found.note_ko) == bool(found.note)


def test_the_four_are_one_verdict(tmp_path: Path) -> None:
    found = checks(report(tmp_path, "가상부두 진흥법 제2조, 가상부두 진흥법 제9조, 다른부두 진흥법", act=ACT))
    assert [c.verdict for c in found] == ["checked", "contradicted", "unknown"]


def test_a_version_that_took_effect_later_says_nothing(tmp_path: Path) -> None:
    (found,) = checks(report(tmp_path, "가상부두 진흥법 제9조", date="2024-07-02", act=ACT))
    assert (found.verdict, found.articles, found.note) == ("unknown", "unknown", "register of 2024-07-03")


def test_without_a_date_nothing_is_known_of_the_version(tmp_path: Path) -> None:
    (found,) = checks(report(tmp_path, "가상부두 진흥법 제9조", date="", act=ACT))
    assert (found.verdict, found.note) == ("unknown", "the report's date is not known")


def test_of_several_headings_the_wrong_one_is_named(tmp_path: Path) -> None:
    (found,) = checks(report(tmp_path, "가상부두 진흥법 제1조(목적)·제2조(목표)", act=ACT))
    assert (found.heading, found.note) == ("contradicted", "the heading of 제2조 is 정의")


def test_without_texts_an_article_is_not_known(tmp_path: Path) -> None:
    (found,) = checks(report(tmp_path, "민법 제32조"))
    assert (found.articles, found.verdict) == ("unknown", "unknown")


def namings(loaded: Loaded) -> list[tuple[str, str, str, str]]:
    found = [r for r in loaded.records if isinstance(r, FacilityNaming)]
    return [(n.facility.name, n.law.title, n.article, n.rule) for n in found]


def test_a_title_names_the_facility(tmp_path: Path) -> None:
    loaded = report(tmp_path, "가상부두 진흥법", ordinance=ORDINANCE)
    title = "부산광역시 가상부두센터 설치 및 운영에 관한 조례"
    assert namings(loaded)[:1] == [("가상부두센터", title, "제1조", "law-title-names-facility")]


def test_an_article_sets_the_facility_up(tmp_path: Path) -> None:
    text = ORDINANCE.replace("가상부두센터 설치 및 운영에 관한 조례", "부두 진흥 조례")
    text += "\n##### 제7조 (센터)\n\n시장은 가상부두센터를 설치한다.\n"
    found = namings(report(tmp_path, "가상부두 진흥법", ordinance=text))
    assert found == [("가상부두센터", "부산광역시 부두 진흥 조례", "제1조", "article-names-facility")]


@pytest.mark.parametrize("row", rows("naming_words"), ids=lambda row: row["word"])
def test_each_word_of_a_title_about_a_facility(row: dict[str, str]) -> None:
    hub = Facility("가상부두센터", "", Span("report.txt", 0, 6, 1, 1, "가상부두센터"))
    register = Register([Entry(row["example"], "ordinance", "부산광역시")])
    assert row["word"] in "".join(row["example"].split())
    (found,) = facility_namings([hub], "부산광역시", register, Shelf())
    assert (found.facility, found.law.title, found.rule) == (hub, row["example"], "law-title-names-facility")


def test_the_bundled_articles_are_those_of_laws_that_the_register_knows() -> None:
    found: dict[str, list[str]] = {row["title"]: [] for row in rows("ordinance_articles")}
    for row in rows("ordinance_articles"):
        found[row["title"]].append(row["article"])
        assert re.fullmatch(r"제\d+조(의\d+)?", row["article"])
        assert row["heading"].strip()
    for title, articles in found.items():
        law = law_of(Register.bundled().lookup(title).entry or pytest.fail(title))
        assert [article.number for article in Shelf().articles(law)] == articles


@pytest.mark.parametrize(
    "title", ["부두센터 설치 및 운영에 관한 조례", "가상부두센터 종사자 처우 조례", "가상 부두 진흥 조례"]
)
def test_the_kind_of_institution_is_not_the_facility(tmp_path: Path, title: str) -> None:
    text = ORDINANCE.replace("가상부두센터 설치 및 운영에 관한 조례", title).replace("가상부두센터의 설치", "시설")
    assert namings(report(tmp_path, "가상부두 진흥법", ordinance=text)) == []
