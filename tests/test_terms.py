"""Terms of a schedule or a table, read with the precision that they print and the year that they inherit."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from geungeo.loaders.knowledge import rows
from geungeo.loaders.periods import Term, term, terms
from hypothesis import given
from hypothesis import strategies as st

_DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))
_MONTHS = st.integers(1, 12)
_YEARS = st.integers(2000, 2099)
_TILDES = st.sampled_from(["~", " ~ ", "∼", "～", " ~"])
_ABOUT = st.sampled_from(["", " 초", "말", " 중", " 중순", " 예정", "(예정)"])


def _whole(text: str, year: int = 2025) -> tuple[str, str]:
    found = term(text, year)
    assert found is not None, text
    return found.start, found.end


@given(_YEARS, _MONTHS, _ABOUT)
def test_a_month_is_its_own_start_and_end(year: int, month: int, about: str) -> None:
    iso = f"{year}-{month:02d}"
    assert _whole(f"’{year % 100:02d}. {month}월{about}") == (iso, iso)
    assert _whole(f"{year}년 {month}월{about}", 1999) == (iso, iso)


@given(_YEARS, _MONTHS, _MONTHS, _TILDES)
def test_a_range_of_months_ends_in_its_year_or_the_next(year: int, first: int, last: int, tilde: str) -> None:
    end = year if last >= first else year + 1
    expected = f"{year}-{first:02d}", f"{end}-{last:02d}"
    assert _whole(f"’{year % 100:02d}. {first}월{tilde}{last}월") == expected
    assert _whole(f"’{year % 100:02d}.{first}.{tilde}{last}.") == expected
    assert _whole(f"{first}{tilde}{last}월", year) == expected


@given(_DAYS, st.integers(0, 27), _TILDES)
def test_a_range_of_days_need_not_repeat_its_month(day: datetime.date, more: int, tilde: str) -> None:
    last = day + datetime.timedelta(days=more)
    printed = f"{last.day}." if last.month == day.month else f"{last.month}. {last.day}."
    text = f"’{day.year % 100:02d}. {day.month}. {day.day}.{tilde}{printed}"
    assert _whole(text) == (day.isoformat(), last.isoformat())


@given(_YEARS, _MONTHS, st.sampled_from(["~", " ~", " ~ ", "부터", " 이후"]))
def test_an_open_end_is_empty(year: int, month: int, link: str) -> None:
    assert _whole(f"’{year % 100:02d}. {month}월{link}") == (f"{year}-{month:02d}", "")


@given(_YEARS, _MONTHS)
def test_an_open_start_is_empty(year: int, month: int) -> None:
    for printed in (f"~ ’{year % 100:02d}. {month}월", f"’{year % 100:02d}.{month}월까지", f"~{year}. {month}."):
        assert _whole(printed) == ("", f"{year}-{month:02d}")


@given(_DAYS, st.integers(2000, 2099))
def test_a_date_without_a_year_is_of_the_year_that_is_known(day: datetime.date, year: int) -> None:
    leap = day.month == 2 and day.day == 29
    expected = f"{year}-{day.month:02d}-{day.day:02d}"
    if not leap:
        assert _whole(f"{day.month}. {day.day}.", year) == (expected, expected)
        assert _whole(f"{day.month}월 {day.day}일", year) == (expected, expected)


@given(st.text(alphabet="’'2053140.~-월일년중말초상하반기분/,·() 연수시까지부터매", max_size=60), _YEARS)
def test_whatever_is_printed_dates_are_real_and_in_order(text: str, year: int) -> None:
    for found in terms(text, year):
        assert 0 <= found.first < found.last <= len(text)
        assert text[found.first : found.last].strip()
        for iso in filter(None, (found.start, found.end)):
            datetime.date.fromisoformat((iso + "-01-01")[: len("2025-01-01")] if len(iso) == 4 else (iso + "-01")[:10])
        if found.start and found.end:
            shorter = min(len(found.start), len(found.end))
            assert found.start[:shorter] <= found.end[:shorter]


@given(st.text(max_size=80))
def test_terms_do_not_overlap(text: str) -> None:
    found = terms(text, 2025)
    assert all(a.last <= b.first for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("’25.2월~4월", "2025-02", "2025-04"),
        ("’25. 4∼11월", "2025-04", "2025-11"),
        ("’25. 7월 초", "2025-07", "2025-07"),
        ("’25. 9. 30.~ 10. 2.", "2025-09-30", "2025-10-02"),
        ("’25. 11.12.~14.", "2025-11-12", "2025-11-14"),
        ("’25. 3월 ~ ’26. 2월", "2025-03", "2026-02"),
        ("’24.12 ~ ’25.10", "2024-12", "2025-10"),
        ("’18~’25.12", "2018", "2025-12"),
        ("’25 ~ ’29년", "2025", "2029"),
        ("’25년", "2025", "2025"),
        ("’26년까지", "", "2026"),
        ("’25.상~하반기", "2025-01", "2025-12"),
        ("상․하반기", "2025-01", "2025-12"),
        ("3/4분기", "2025-07", "2025-09"),
        ("1~2분기", "2025-01", "2025-06"),
        ("’25년 1분기 ~ 3분기", "2025-01", "2025-09"),
        ("연중수시", "2025-01", "2025-12"),
        ("매월", "", ""),
        ("12.31.까지", "", "2025-12-31"),
        ("’25. 9월 / 11월", "2025-09", "2025-11"),
        ("2월, 9월", "2025-02", "2025-09"),
        ("1-12월", "2025-01", "2025-12"),
        ("’25. 3. 15.(토)", "2025-03-15", "2025-03-15"),
        ("25년 3월", "2025-03", "2025-03"),
        ("’25. 13.", "2025", "2025"),
        ("’25. 2. 30.", "2025-02", "2025-02"),
        ("’25. 9월 ~ ’25. 3월", "2025-09", ""),
    ],
)
def test_terms_of_the_genre(text: str, start: str, end: str) -> None:
    assert _whole(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "2025 한빛 잔치",
        "면적 35~70㎡",
        "3,000명 교육",
        "제1회 행사",
        "1-1. 사업",
        "연중무휴 운영",
        "단가 2.5%",
        "20-30대",
        "10년 계획",
        "5~6개소",
        "2층",
        "",
    ],
)
def test_other_numbers_and_words_are_no_terms(text: str) -> None:
    assert terms(text, 2025) == []


def test_terms_inside_a_line_keep_their_columns() -> None:
    text = "나래관 조성 ’25.1.~12. 5,909명(2, 4, 6, 9개소), 12.5km 정비 9월"
    found = [text[t.first : t.last] for t in terms(text, 2025)]
    assert found == ["’25.1.~12.", "9월"]


def test_a_length_behind_a_month_is_no_day() -> None:
    assert terms("관로 정비 3월~12월 12.5km", 2025) == [Term("2025-03", "2025-12", 6, 12)]


def test_a_month_of_no_known_year_has_no_date() -> None:
    assert terms("3~4월", 0) == [Term("", "", 0, 4)]


@pytest.mark.parametrize("row", rows("time_words"), ids=lambda row: row["word"])
def test_a_word_of_time_covers_its_months(row: dict[str, str]) -> None:
    months = tuple(f"2025-{int(row[side]):02d}" if row[side] else "" for side in ("first", "last"))
    assert _whole(row["example"]) == months
    assert terms(f"{row['example']}가나", 2025) == []
