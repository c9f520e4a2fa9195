"""A report that goes on behind its end is read up to there, and says so; a whole one says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from geungeo.loaders.citations.register import Register
from geungeo.loaders.source import read as read_file
from geungeo.loaders.work_report import load
from geungeo.ontology.records import Loaded, Project

from .texts import of, read

_REAL = Path(__file__).parents[2] / "shared" / "reports" / "000_74008803e39ce1ad.txt"
_SAMPLES = sorted((Path(__file__).parent / "reports").glob("*/report.txt"))

_SECTION = """\
{number} {title}
해양과장 : 한가람 ☎888-1001
□ 사업개요
 ㅇ 사업근거 : 하천법
□ 예산 집행 현황 (단위: 천원)
사업명 본예산
{title} 10
"""
_TITLES = ("등대 정비", "부두 확장", "어촌 뉴딜")
_SECTIONS = "".join(_SECTION.format(number=n, title=title) for n, title in enumerate(_TITLES, 1))
_LIST = "Ⅵ. 주요 업무보고 (2025. 1. 31. 기준)\n" + "".join(f"{n}. {t}\n" for n, t in enumerate(_TITLES, 1))


def _said(loaded: Loaded) -> list[str]:
    return [p.text for p in loaded.problems if "seems cut" in p.text]


def test_a_whole_report_says_nothing() -> None:
    assert _said(read(_LIST + _SECTIONS)) == []


def test_a_title_of_the_chapters_list_that_never_comes() -> None:
    loaded = read(_LIST + _SECTIONS[: _SECTIONS.index("3 어촌")])
    (said,) = _said(loaded)
    assert "after line 18: the list of its last chapter names '3. 어촌 뉴딜', which does not come" in said
    assert [p.title for p in of(loaded.records, Project)] == ["등대 정비", "부두 확장"]


def test_a_title_that_is_worded_another_way_has_come() -> None:
    assert _said(read(_LIST.replace("어촌 뉴딜", "어촌 뉴딜 추진") + _SECTIONS)) == []


def test_a_chapter_of_the_contents_that_never_comes() -> None:
    contents = "Ⅵ. 주요 업무보고 ········ 3\nⅦ. 행정사무감사 처리결과 ········ 9\n\n"
    assert "its contents name 'Ⅶ. 행정사무감사 처리결과'" in _said(read(contents + _LIST + _SECTIONS))[0]
    audit = "Ⅶ. 행정사무감사 처리결과\n없음\n"
    assert _said(read(contents + _LIST + _SECTIONS + audit)) == []


def test_a_last_section_without_what_all_others_end_with() -> None:
    cut = (_LIST + _SECTIONS)[: (_LIST + _SECTIONS).rindex("□ 예산")]
    assert "its last section has no '예산집행현황'" in _said(read(cut))[0]


def test_a_heading_as_the_last_line() -> None:
    assert (
        "'□ 사업개요' is its last line"
        in _said(read(_SECTIONS[: _SECTIONS.index(" ㅇ 사업근거")].join(["Ⅵ. 업무보고\n", ""])))[0]
    )


def test_a_file_that_ends_inside_a_character(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes((_LIST + _SECTIONS + "마지막").encode()[:-1])
    loaded = load(read_file(path), Register.bundled())
    assert "it ends inside a character" in _said(loaded)[0]
    assert len(of(loaded.records, Project)) == len(_TITLES)


def test_a_report_without_projects_says_so() -> None:
    assert "no chapter of projects" in _said(read("Ⅰ. 일반현황\n조직\n"))[0]


@pytest.mark.parametrize("path", _SAMPLES, ids=lambda path: str(path.parent.name))
@pytest.mark.parametrize("share", [0.4, 0.5, 0.65, 0.9])
def test_a_sample_cut_in_the_middle_of_its_lines(path: Path, share: float, tmp_path: Path) -> None:
    whole = load(read_file(path), Register.bundled())
    lines = path.read_text(encoding="utf-8").split("\n")
    cut = tmp_path / "cut.txt"
    cut.write_text("\n".join(lines[: int(len(lines) * share)]), encoding="utf-8")
    loaded = load(read_file(cut), Register.bundled())
    titles = [p.title for p in of(whole.records, Project)]
    found = [p.title for p in of(loaded.records, Project)]
    assert found == titles[: len(found)]
    assert found
    assert _said(whole) == []
    assert _said(loaded) or len(found) == len(titles)


@pytest.mark.skipif(not _REAL.exists(), reason="needs the report in ../shared/reports")
def test_the_real_report_is_whole_and_half_of_it_is_not(tmp_path: Path) -> None:
    assert _said(load(read_file(_REAL), Register.bundled())) == []
    half = tmp_path / "half.txt"
    half.write_bytes(_REAL.read_bytes()[: _REAL.stat().st_size // 2])
    assert _said(load(read_file(half), Register.bundled()))
