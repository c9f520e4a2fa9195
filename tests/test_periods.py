"""Dates and periods as printed become ISO with the precision that they have."""

from __future__ import annotations

import datetime

import pytest
from geungeo.loaders.periods import as_of, date, iso, periods
from hypothesis import given
from hypothesis import strategies as st

_DATES = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))
_FORMS = st.sampled_from(
    [
        "{q}{y2}. {m}. {d}.",
        "{q}{y2}.{m}.{d}",
        "{y}. {m}. {d}.",
        "{y}.{m}.{d}",
        "{y}년 {m}월 {d}일",
        "{q}{y2}년 {m}월 {d}일",
    ]
)


def _print(form: str, day: datetime.date, quote: str = "’") -> str:
    return form.format(y=day.year, y2=f"{day.year % 100:02d}", m=day.month, d=day.day, q=quote)


@given(_DATES, _FORMS, st.sampled_from("’'‘`"))
def test_a_printed_day_is_read_back(day: datetime.date, form: str, quote: str) -> None:
    assert date(f"개관 {_print(form, day, quote)} 예정") == day.isoformat()


@given(_DATES, _DATES, _FORMS)
def test_a_printed_term_is_read_back(start: datetime.date, end: datetime.date, form: str) -> None:
    printed = f"{_print(form, start)} ~ {_print(form, end)}"
    assert [found[0] for found in periods(f"위탁기간 : {printed}")] == [f"{start.isoformat()}/{end.isoformat()}"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("’25. 5.", "2025-05"),
        ("’24.6월", "2024-06"),
        ("2025년 3월", "2025-03"),
        ("’25. 13.", "2025"),
        ("’25. 2. 32.", "2025-02"),
        ("5월 중", ""),
        ("1,234.5", ""),
    ],
)
def test_a_date_has_the_precision_of_its_words(text: str, value: str) -> None:
    assert date(text) == value


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("(’22~’25)", "2022/2025"),
        ("’23. 6. ~ ’27. 6.", "2023-06/2027-06"),
        ("'25.3.1～'28.2.29", "2025-03-01/2028-02-29"),
        ("’25.1.1∼’27.12.31", "2025-01-01/2027-12-31"),
        ("2023.1.1.부터 2025.12.31.", "2023-01-01/2025-12-31"),
    ],
)
def test_periods_in_the_tildes_of_the_genre(text: str, interval: str) -> None:
    assert [found[0] for found in periods(text)] == [interval]


def test_several_terms_of_one_line_keep_their_words() -> None:
    text = "위 탁 기 간 ’23.1.1~’25.12.31 ’22.11.1~’25.10.31"
    assert [printed for _, printed in periods(text)] == ["’23.1.1~’25.12.31", "’22.11.1~’25.10.31"]


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_an_impossible_month_or_day_is_left_out(year: int, month: int, day: int) -> None:
    made = iso(f"{year:02d}", str(month), str(day))
    assert len(made) == (4 if not 1 <= month <= 12 else 7 if not 1 <= day <= 31 else 10)


@pytest.mark.parametrize("text", ["(’25. 1. 31. 기준)", "(단위 : 천원, ’25.1.31. 기준)", "2025년 1월 31일 현재"])
def test_the_day_that_a_note_names(text: str) -> None:
    found = as_of(text)
    assert found is not None
    assert found[0] == "2025-01-31"
    assert date(text[found[1] : found[2]]) == "2025-01-31"


@pytest.mark.parametrize("text", ["(’24년 기준)", "’25. 1월 기준", "기준 없음", "2025. 1. 31."])
def test_less_than_a_day_is_no_as_of_date(text: str) -> None:
    assert as_of(text) is None
