"""Registers of laws: Markdown, the Open API's XML and JSON, what they cite, and what is wrong with bad files."""

from __future__ import annotations

from pathlib import Path

import pytest
from geungeo.loaders.citations.register import Register
from geungeo.loaders.knowledge import rows
from geungeo.loaders.laws.book import Reading, find_laws, read_law, read_laws
from geungeo.loaders.laws.facts import kind_of
from geungeo.loaders.laws.files import File
from geungeo.ontology.errors import SourceError
from geungeo.ontology.records import Problem, RegisteredLaw

from .law_texts import ACT, DECREE, JSON, ORDINANCE, XML
from .sources import ROOT

KR = ROOT.parent / "shared" / "laws" / "kr"


def register(folder: Path, **files: str) -> tuple[list[RegisteredLaw], list[Problem]]:
    """The laws of a folder with these files (`__` for a dot in the name), and all problems."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    laws = find_laws([folder])
    known = Register.bundled().extended(laws.entries)
    read = list(read_laws(laws.files, known, lambda work: work))
    return [law for law, _ in read if law], [*laws.problems, *(p for _, found in read for p in found)]


def articles(law: RegisteredLaw) -> list[tuple[str, str, str, bool]]:
    return [(a.number, a.heading, a.chapter, a.deleted) for a in law.articles]


def cited(law: RegisteredLaw) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(r.article, r.kind, r.cited.title, r.articles) for r in law.references]


def test_an_act_with_its_articles(tmp_path: Path) -> None:
    (law,), problems = register(tmp_path, act__md=ACT)
    assert problems == []
    assert (law.law.title, law.law.kind, law.law.law_id, law.law.number) == (
        "가상부두 진흥법",
        "act",
        "900001",
        "12345",
    )
    assert (law.law.promulgated, law.law.in_force, law.law.ministry) == ("2024-01-02", "2024-07-03", "가상부")
    assert articles(law) == [
        ("제1조", "목적", "제1장 총칙", False),
        ("제2조", "정의", "제1장 총칙", False),
        ("제3조", "", "제1장 총칙", True),
        ("제4조의2", "부두센터의 설치", "제2장 지원", False),
    ]
    lines = (tmp_path / "act.md").read_text(encoding="utf-8").splitlines()
    assert [lines[a.line - 1].split()[1] for a in law.articles] == ["제1조", "제2조", "제3조", "제4조의2"]


def test_what_an_act_cites(tmp_path: Path) -> None:
    (law,), _ = register(tmp_path, act__md=ACT)
    assert cited(law) == [("제2조", "cites", "항만법", ("제2조",)), ("제4조의2", "cites", "민법", ("제32조",))]


def test_a_decree_carries_out_its_act_and_calls_it_by_its_short_name(tmp_path: Path) -> None:
    laws, problems = register(tmp_path, act__md=ACT, decree__md=DECREE)
    assert problems == []
    assert cited(laws[1]) == [
        ("제1조", "based_on", "가상부두 진흥법", ()),
        ("제2조", "cites", "가상부두 진흥법", ("제4조의2",)),
        ("제2조", "cites", "가상부두 진흥법", ("제4조의2제1항",)),
        ("제2조", "cites", "관세법", ("제3조~제5조",)),
    ]
    assert [r.how for r in laws[1].references][1:3] == ["declared", "anaphor"]
    assert (laws[1].law.promulgated, laws[1].law.in_force, laws[1].law.number) == ("2024-02-01", "2024-07-03", "678")


def test_an_ordinance_is_its_citys(tmp_path: Path) -> None:
    laws, _ = register(tmp_path, act__md=ACT, ordinance__md=ORDINANCE)
    law = laws[1]
    assert (law.law.kind, law.law.jurisdiction, law.law.ministry) == ("ordinance", "부산광역시", "항만과")
    assert cited(law) == [("제1조", "based_on", "가상부두 진흥법", ("제4조의2",))]


def test_a_districts_ordinance_is_the_districts(tmp_path: Path) -> None:
    (law,), _ = register(tmp_path, ordinance__md=ORDINANCE.replace("기초: _본청", "기초: 강서구"))
    assert law.law.jurisdiction == "부산광역시 강서구"


def test_xml_of_the_open_api(tmp_path: Path) -> None:
    (law,), problems = register(tmp_path, act__xml=XML)
    assert problems == []
    assert (law.law.title, law.law.kind, law.law.in_force) == ("가상부두 진흥법", "act", "2024-07-03")
    assert articles(law) == [
        ("제1조", "목적", "제1장 총칙", False),
        ("제4조의2", "부두센터의 설치", "제1장 총칙", False),
    ]
    assert cited(law) == [("제4조의2", "cites", "민법", ("제32조",)), ("제4조의2", "cites", "항만법", ("제2조",))]
    assert [a.line for a in law.articles] == [6, 8]


def test_json_of_the_open_api(tmp_path: Path) -> None:
    (law,), problems = register(tmp_path, ordinance__json=JSON)
    assert problems == []
    assert (law.law.kind, law.law.jurisdiction, law.law.number) == ("ordinance", "부산광역시", "55")
    assert articles(law) == [("제1조", "목적", "제1장 총칙", False), ("제4조의2", "시설", "제1장 총칙", False)]
    assert cited(law) == [("제1조", "based_on", "민법", ("제32조",))]


BAD = {
    "no front matter": ("x.md", "# 가상부두 진흥법\n", 1, "no front matter"),
    "open front matter": ("x.md", "---\n제목: 가\n", 1, "the front matter does not end"),
    "broken front matter": ("x.md", "---\n제목: 가\n소관부처: [가\n---\n", 4, "broken front matter"),
    "no title": ("x.md", "---\n법령ID: 1\n---\n", 1, "the front matter names no law"),
    "no facts": ("x.md", "---\n- 가\n---\n", 1, "the front matter holds no facts"),
    "a DTD": (
        "x.xml",
        f"<!DOCTYPE 법령 [<!ENTITY a 'b'>]>\n{XML.split(chr(10), 1)[1]}",
        1,
        "XML with a DTD or entities",
    ),
    "broken XML": ("x.xml", "<법령>\n<가>", 2, "broken XML"),
    "broken JSON": ("x.json", '{\n"법령": ', 2, "broken JSON"),
    "other JSON": ("x.json", "[1]", 1, "no law of the Open API"),
    "deep JSON": ("x.json", "[" * 100_000, 1, ""),
}


@pytest.mark.parametrize(("name", "text", "line", "said"), BAD.values(), ids=list(BAD))
def test_a_bad_file_is_a_problem_and_the_rest_loads(tmp_path: Path, name: str, text: str, line: int, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    laws, problems = register(tmp_path, good__md=ACT)
    assert [law.law.title for law in laws] == ["가상부두 진흥법"]
    assert [(p.source, p.line, p.severity) for p in problems] == [(f"{tmp_path.name}/{name}", line, "error")]
    assert problems[0].text.startswith(said)


def test_of_one_title_the_later_version_counts(tmp_path: Path) -> None:
    later = ACT.replace("공포일자: 2024-01-02", "공포일자: 2025-01-02")
    (law,), problems = register(tmp_path, a__md=later, b__md=ACT)
    assert law.law.promulgated == "2025-01-02"
    assert [(p.source, p.severity) for p in problems] == [(f"{tmp_path.name}/b.md", "warning")]


def test_an_article_out_of_order_or_twice_is_reported(tmp_path: Path) -> None:
    text = ACT.replace("제4조의2 (", "제1조의2 (").replace("제2조 (정의)", "제1조 (정의)")
    (law,), problems = register(tmp_path, act__md=text)
    assert len(law.articles) == 4
    assert [p.text for p in problems] == ["제1조 stands twice", "제1조의2 stands behind 제3조: an article out of order"]


def test_a_law_of_five_megabytes(tmp_path: Path) -> None:
    long = "가나다라마바사 아자차카타파하.\n" * 125_000 + "「민법」 제1조에 따른다.\n" * 1_000
    (law,), problems = register(tmp_path, act__md=ACT.replace("## 부칙", f"##### 제9조\n\n{long}\n## 부칙"))
    assert problems == []
    assert (tmp_path / "act.md").stat().st_size > 5_000_000
    assert len(law.references) == 1_002


def test_an_empty_folder_is_a_problem_and_a_missing_one_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "act.md").write_text(ACT, encoding="utf-8")
    found = find_laws([tmp_path / "empty", tmp_path / "act.md"])
    assert [entry.title for entry in found.entries] == ["가상부두 진흥법"]
    assert found.problems == (Problem("empty", 1, "the folder holds no law (*.md, *.xml, *.json)", "error"),)
    with pytest.raises(SourceError, match="no such file"):
        find_laws([tmp_path / "none"])


def test_two_registers_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / "kr").mkdir(parents=True)
    with pytest.raises(SourceError, match="two registers have this name"):
        find_laws([tmp_path / "a" / "kr", tmp_path / "b" / "kr"])


def test_each_path_is_a_register_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "kr").mkdir()
    (tmp_path / "kr" / "act.md").write_text(ACT, encoding="utf-8")
    (tmp_path / "busan.md").write_text(ORDINANCE, encoding="utf-8")
    reading = Reading(find_laws([tmp_path / "kr", tmp_path / "busan.md"]), lambda work: work, texts=True)
    read = {source.id: [law.law.title for law in laws] for source, laws in reading.registers()}
    assert read == {
        "laws/busan.md": ["부산광역시 가상부두센터 설치 및 운영에 관한 조례"],
        "laws/kr": ["가상부두 진흥법"],
    }


def test_the_wording_is_kept_only_when_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "act.md").write_text(ACT, encoding="utf-8")
    books = find_laws([tmp_path / "act.md"])
    for texts, first in ((False, ""), (True, "이 법은 부두의 진흥에 필요한 사항을 정한다.")):
        ((law, _),) = read_laws(books.files, books.register, lambda work: work, texts=texts)
        assert law and law.articles[0].text == first


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "law.pdf"
    path.write_bytes(b"%PDF")
    assert read_law(File("law.pdf", path), Register.bundled())[1][0].text == "no law file"


@pytest.mark.parametrize("row", rows("law_classes"), ids=lambda row: row["class"])
def test_each_class_of_law_has_its_kind(row: dict[str, str]) -> None:
    assert kind_of(row["example"]) == row["kind"]


@pytest.mark.skipif(not KR.is_dir(), reason="needs ../shared: the texts of the laws")
def test_real_laws_are_read() -> None:
    laws = find_laws([KR / "고용정책기본법"])
    read = list(read_laws(laws.files, Register.bundled(), lambda work: work))
    assert [law.law.kind for law, _ in read if law] == ["act", "rule", "decree"]
    based = {r.cited.title for law, _ in read if law for r in law.references if r.kind == "based_on"}
    assert "고용정책 기본법" in based
