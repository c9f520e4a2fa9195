"""The bundled register: facts only, small, lazy, and never two laws taken for one."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from geungeo.loaders.citations import Entry, Register, law_of
from geungeo.loaders.citations.names import canonical_city, local_weak_key, page_of, split_place, weak_key
from geungeo.loaders.citations.tables import rows
from geungeo.ontology.fold import DOTS, name_key
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "laws"
REGISTER = Register.bundled()
SEOUL = "서울특별시"


def _entries() -> list[Entry]:
    return sorted(REGISTER.entries, key=lambda entry: (entry.title, entry.promulgated))


def test_it_holds_all_national_laws_and_some_ordinances() -> None:
    national = [e for e in REGISTER.entries if e.jurisdiction == "대한민국"]
    assert len(national) == 5674
    assert {e.kind for e in national} == {"act", "decree", "rule"}
    assert all(e.law_id and e.number and e.promulgated <= "2026-12-31" for e in national)
    assert len([e for e in REGISTER.entries if e.kind == "ordinance"]) >= 69


def test_it_is_small_in_a_wheel() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name in ("laws.csv", "ordinances.csv"):
            wheel.write(ROOT / "loaders" / "data" / name, name)
    assert len(packed.getvalue()) <= 1_500_000


def test_it_costs_nothing_until_a_name_is_looked_up() -> None:
    read: list[str] = []

    def entries() -> Iterator[Entry]:
        read.append("read")
        yield Entry("상권 지원법", "act", "대한민국")

    register = Register(entries())
    assert read == []
    assert register.lookup("상권지원법").entry is not None
    assert register.lookup("상권 지원법").how == "exact"
    assert read == ["read"]


def test_it_imports_nothing_foreign() -> None:
    program = (
        "import sys; from geungeo.loaders.citations import Register; Register.bundled().lookup('민법');"
        "print([m for m in ('rdflib', 'networkx', 'pyoxigraph', 'click', 'jinja2', 'pyvis') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_title_leads_to_itself() -> None:
    lost = [e.title for e in _entries() if (found := REGISTER.lookup(e.title).entry) is None or found.title != e.title]
    assert lost == []


def test_no_two_laws_of_one_jurisdiction_share_a_weak_key() -> None:
    titles: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for entry in REGISTER.entries:
        key = weak_key(entry.title) if entry.jurisdiction == "대한민국" else local_weak_key(entry.title)
        titles[entry.kind, entry.jurisdiction, key].add(name_key(entry.title))
    assert [names for names in titles.values() if len(names) > 1] == []


def test_a_weak_key_that_two_laws_share_is_ambiguous() -> None:
    register = Register(
        (Entry("상권의 지원 조례", "ordinance", SEOUL), Entry("상권 지원에 관한 조례", "ordinance", SEOUL))
    )
    assert register.lookup("상권 지원 조례", city=SEOUL).how == "ambiguous"
    assert register.lookup("상권 지원 조례", city=SEOUL).entry is None
    assert register.lookup("상권 지원에 관한 조례", city=SEOUL).how == "exact"


def test_of_two_laws_with_one_title_the_later_is_meant() -> None:
    found = REGISTER.lookup("근로기준법")
    assert found.entry is not None
    assert len(found.candidates) > 1
    assert found.entry.promulgated == max(e.promulgated for e in found.candidates)


def test_a_kind_can_be_asked_for() -> None:
    assert REGISTER.lookup("고등교육법", kinds=("ordinance",)).entry is None
    assert REGISTER.lookup("고등교육법", kinds=("act",)).entry is not None


def test_it_can_be_extended() -> None:
    entry = Entry("서울특별시 강남구 상권 지원 조례", "ordinance", "서울특별시 강남구")
    register = Register.bundled().extended((entry,))
    assert register.lookup("강남구 상권 지원에 관한 조례").entry == entry
    assert register.lookup("상권 지원 조례", city="강남구").entry == entry
    assert register.lookup("상권 지원 조례", city=SEOUL).entry is None


LOOKUPS = [
    ("고용정책기본법", "", "고용정책 기본법", "fold"),
    ("고용정책 기본법", "", "고용정책 기본법", "exact"),
    ("「고용정책 기본법」", "", "고용정책 기본법", "exact"),
    ("서울시 일자리정책 기본조례", "", "서울특별시 일자리 정책 기본 조례", "fold"),
    ("市 창업 지원에 관한 조례", SEOUL, "서울특별시 창업지원 조례", "weak_fold"),
    ("일자리정책 기본조례", SEOUL, "서울특별시 일자리 정책 기본 조례", "fold+inherited_city"),
    ("패션봉제산업 육성․지원 조례", SEOUL, "서울특별시 패션봉제산업 육성 및 지원 조례", "weak_fold+inherited_city"),
    ("서울시일자리정책기본조례", "", "서울특별시 일자리 정책 기본 조례", "weak_fold"),
    ("서울시립과학관 관리 및 운영 조례", "", "서울특별시립과학관 관리 및 운영 조례", "weak_fold"),
    ("서울특별시 외국인투자 지원 조례안", "", "서울특별시 외국인투자 지원 조례", "weak_fold"),
    ("국토계획법 시행령", "", "국토의 계획 및 이용에 관한 법률 시행령", "short_name"),
    ("서울시 행정특례에 관한 법률", "", "서울특별시 행정특례에 관한 법률", "fold"),
    ("시 창업지원 조례", "서울특별시 강남구", "서울특별시 창업지원 조례", "fold"),
    ("일자리정책 기본조례", "", None, "not_in_register"),
    ("市 창업지원 조례", "", None, "not_in_register"),
    ("창업지원 조례", "서울특별시 강남구", None, "not_in_register"),
    ("강남구 창업지원 조례", SEOUL, None, "not_in_register"),
    ("부산시 창업지원 조례", SEOUL, None, "not_in_register"),
    ("중구 창업지원 조례", "", None, "not_in_register"),
    ("제2서울 창업지원 조례", SEOUL, None, "not_in_register"),
    ("", SEOUL, None, "not_in_register"),
    ("조례", SEOUL, None, "not_in_register"),
    ("법", "", None, "not_in_register"),
]


@pytest.mark.parametrize(("name", "city", "title", "how"), LOOKUPS, ids=[f"{n}@{c}" for n, c, _, _ in LOOKUPS])
def test_names_as_printed(name: str, city: str, title: str | None, how: str) -> None:
    found = REGISTER.lookup(name, city=city)
    assert (found.entry.title if found.entry else None, found.how) == (title, how)


@given(st.data())
def test_blanks_and_dots_do_not_matter(data: st.DataObject) -> None:
    title = data.draw(st.sampled_from(_entries())).title
    varied = "".join(
        data.draw(st.sampled_from(DOTS)) if char == "ㆍ" else data.draw(st.sampled_from(["", " ", "\n  "])) + char
        for char in title
        if not char.isspace()
    )
    found = REGISTER.lookup(varied).entry
    assert found is not None
    assert found.title == title


def test_a_decree_is_found_by_its_act() -> None:
    act = law_of(REGISTER.lookup("소상공인 보호 및 지원에 관한 법률").entry or pytest.fail("not registered"))
    decree = REGISTER.child(act, "시행령") or pytest.fail("no decree")
    assert decree.title == "소상공인 보호 및 지원에 관한 법률 시행령"
    parent = REGISTER.parent(law_of(decree))
    assert parent is not None
    assert parent.title == act.title


def test_pages_follow_from_titles() -> None:
    act = law_of(REGISTER.lookup("초ㆍ중등교육법").entry or pytest.fail("not registered"))
    assert act.page == "https://www.law.go.kr/법령/초ㆍ중등교육법"
    ordinance = law_of(REGISTER.lookup("서울시 건축 조례").entry or pytest.fail("not registered"))
    assert ordinance.page == "https://www.law.go.kr/자치법규/서울특별시건축조례"
    assert page_of("운영 지침", "directive", "대한민국") == "https://www.law.go.kr/행정규칙/운영지침"
    assert page_of("육성 계획", "plan", SEOUL) == ""


@pytest.mark.parametrize("row", list(rows("law_weak_forms.csv")), ids=lambda row: str(row["form"]))
def test_each_weak_form_joins_and_parts(row: dict[str, str]) -> None:
    assert weak_key(row["example"]) == weak_key(row["meets"])
    assert weak_key(row["example"]) != weak_key(row["stays_apart"])


@pytest.mark.parametrize("row", list(rows("law_short_names.csv")), ids=lambda row: str(row["short"]))
def test_each_short_name_is_one_law(row: dict[str, str]) -> None:
    found = REGISTER.lookup(row["short"])
    assert (found.entry.title if found.entry else None, found.how) == (row["title"], "short_name")


@pytest.mark.parametrize("row", list(rows("local_governments.csv")), ids=lambda row: str(row["upper"]))
def test_each_local_government_is_a_place(row: dict[str, str]) -> None:
    names = row["names"].split("|")
    assert {split_place(f"{n} 상권 지원 조례", row["upper"]).jurisdiction for n in names} == {
        f"{row['upper']} {n}" for n in names
    }
    assert split_place(row["example"], row["upper"]).jurisdiction.startswith(row["upper"])
    assert split_place(row["counterexample"], row["upper"]).jurisdiction == ""


def test_cities_have_one_name() -> None:
    assert canonical_city("서울시") == canonical_city(" 서울특별시 ") == SEOUL
    assert canonical_city("강남구") == canonical_city("서울시 강남구") == "서울특별시 강남구"
    assert canonical_city("수원시") == "경기도 수원시"
    assert canonical_city("중구") == "중구"
    assert canonical_city("") == ""


@pytest.mark.skipif(not (SHARED / "kr.tar.xz").is_file(), reason="../shared/laws is not there")
def test_the_bundled_register_is_fresh(tmp_path: Path) -> None:
    _make(SHARED / "kr.tar.xz", SHARED / "ordinances.csv", tmp_path)
    for name in ("laws.csv", "ordinances.csv"):
        assert (tmp_path / name).read_bytes() == (ROOT / "loaders" / "data" / name).read_bytes()


def _make(archive: Path, ordinances: Path, out: Path) -> None:
    script = ROOT / "benchmarks" / "make_register.py"
    subprocess.run([sys.executable, str(script), str(archive), str(ordinances), "--out", str(out)], check=True)


def _law(title: str, kind: str, law_id: str, page: str = "") -> str:
    page = page or f"https://www.law.go.kr/법령/{title.replace(' ', '')}"
    return (
        f"---\n제목: {title}\n법령ID: '{law_id}'\n법령구분: {kind}\n소관부처:\n- 교육부\n- 환경부\n"
        f"공포일자: 2025-01-02\n공포번호: '00511'\n시행일자: 2025-07-01\n출처: {page}\n"
        "첨부파일:\n- 별표번호: '0001'\n  제목: 서식\n---\n\n# 본문\n"
    )


def test_the_register_is_made_from_front_matter(tmp_path: Path) -> None:
    laws = {
        "kr/상권지원법/법률.md": _law("상권 지원법", "법률", "000001"),
        "kr/상권지원법/시행령.md": _law("상권 지원법 시행령", "대통령령", "000002", "https://example.org/2"),
        "kr/상권지원법/시행규칙.md": _law("상권 지원법 시행규칙", "교육부령", "000003"),
    }
    with tarfile.open(tmp_path / "kr.tar.xz", "w:xz") as tar:
        for name, text in laws.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    table = tmp_path / "ordinances.csv"
    table.write_text(
        "title,kind,jurisdiction,law_id,promulgation_number,promulgation_date,effective_date,department,url\n"
        "부산광역시 상권 조례,ordinance,부산광역시,7,8,2024-01-01,2024-02-01,상권과,\n",
        encoding="utf-8",
    )
    _make(tmp_path / "kr.tar.xz", table, tmp_path)
    head, *made = (tmp_path / "laws.csv").read_text(encoding="utf-8").splitlines()
    assert head == "title,kind,jurisdiction,law_id,number,promulgated,in_force,ministry,parent,page"
    assert made == [
        "상권 지원법,act,대한민국,000001,511,2025-01-02,2025-07-01,교육부|환경부,,",
        "상권 지원법 시행규칙,rule,대한민국,000003,511,2025-01-02,2025-07-01,교육부|환경부,000001,",
        "상권 지원법 시행령,decree,대한민국,000002,511,2025-01-02,2025-07-01,교육부|환경부,000001,https://example.org/2",
    ]
    assert "부산광역시 상권 조례,ordinance,부산광역시,7,8,2024-01-01,2024-02-01,상권과,," in (
        tmp_path / "ordinances.csv"
    ).read_text(encoding="utf-8")
