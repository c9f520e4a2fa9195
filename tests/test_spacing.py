"""Letter-spaced words are closed up; characters stay, double blanks are borders, normal text keeps its blanks."""

from __future__ import annotations

import pytest
from geungeo.loaders.spacing import Lexicon, close_up, normal, squeeze
from hypothesis import given
from hypothesis import strategies as st

_WORDS = Lexicon.of(["도시재생 활성화 사업", "나래창업허브", "운영"])


@pytest.mark.parametrize(
    ("printed", "closed"),
    [
        ("나 래 창 업 허 브  운 영", "나래창업허브 운영"),
        ("안 개 동  꿈 마 을", "안개동 꿈마을"),
        ("사  업  비", "사업비"),
        ("사 업 비", "사업비"),
        ("도 시 재 생 활 성 화", "도시재생 활성화"),
        ("도 시 재 생 모 름", "도시재생모름"),
        ("푸른 숲 가꾸기", "푸른 숲 가꾸기"),
        ("새 꿈 마을 운영 지원", "새 꿈 마을 운영 지원"),
        ("중 부", "중 부"),
        ("  한빛   도서관 ", "한빛 도서관"),
    ],
)
def test_closing_up(printed: str, closed: str) -> None:
    assert close_up(printed, _WORDS) == closed


@given(st.text(alphabet="가나다라 \t　abC12(),·’"), st.lists(st.text(alphabet="가나다라", min_size=2), max_size=5))
def test_only_blanks_change(text: str, words: list[str]) -> None:
    assert squeeze(close_up(text, Lexicon(frozenset(words)))) == squeeze(text)


@given(st.text(alphabet="가나다라 12(),"))
def test_closing_up_twice_changes_nothing_more(text: str) -> None:
    once = close_up(text, Lexicon(frozenset()))
    assert normal(once) == once


@given(st.lists(st.sampled_from(["한빛", "도서관", "2025", "운영", "(가칭)", "새벽시장"]), min_size=1, max_size=6))
def test_normal_words_keep_their_blanks(words: list[str]) -> None:
    assert close_up(" ".join(words), _WORDS) == " ".join(words)


@given(st.text(alphabet="가나다라", min_size=3, max_size=12))
def test_a_spaced_word_becomes_one(word: str) -> None:
    assert close_up(" ".join(word), Lexicon(frozenset())) == word
