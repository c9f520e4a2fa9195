"""Articles, paragraphs and items: every wording is read as meant, and what is written can be read again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from geungeo.loaders.citations.provisions import Provision, read_provisions
from geungeo.ontology.fold import unify
from hypothesis import given
from hypothesis import strategies as st

TABLE = Path(__file__).parent / "data" / "citations_provisions.csv"


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: str(row["text"]))
def test_each_wording_is_read(row: dict[str, str]) -> None:
    read = read_provisions(unify(row["text"]), 0)
    assert "|".join(read.articles) == row["articles"]
    assert row["text"][read.end :] == row["rest"]


numbers = st.integers(1, 999)
articles = st.builds(Provision, article=numbers, branch=st.integers(0, 30), paragraph=st.integers(0, 30))
items = st.builds(
    Provision,
    article=numbers,
    branch=st.integers(0, 30),
    paragraph=st.integers(0, 30),
    item=st.integers(1, 30),
    item_branch=st.integers(0, 9),
    subitem=st.sampled_from(["", "가", "나", "하"]),
)
provisions = articles | items


@given(provisions)
def test_what_is_written_is_read_again(provision: Provision) -> None:
    read = read_provisions(str(provision), 0)
    assert read.articles == (str(provision),)
    assert read.last == provision


@given(st.lists(provisions, min_size=1, max_size=5), st.sampled_from([", ", "·", " 및 ", " 또는 ", ","]))
def test_a_list_is_read_in_order(listed: list[Provision], separator: str) -> None:
    assert read_provisions(separator.join(map(str, listed)), 0).articles == tuple(map(str, listed))


@given(provisions, provisions)
def test_a_range_keeps_both_ends_and_invents_nothing(first: Provision, last: Provision) -> None:
    assert read_provisions(f"{first}~{last}", 0).articles == (f"{first}~{last}",)


@given(items, st.integers(1, 30))
def test_a_later_provision_inherits_what_it_leaves_out(before: Provision, number: int) -> None:
    later = read_provisions(f"{before}, 제{number}호", 0).last
    assert later == Provision(before.article, before.branch, before.paragraph, number)


@given(st.lists(provisions, max_size=20))
def test_provisions_have_an_order_by_article(listed: list[Provision]) -> None:
    keys = [(p.article, p.branch, p.paragraph) for p in sorted(listed)]
    assert keys == sorted(keys)


@given(st.text(alphabet="제조항호목의가나 0123456789~,·()별표지부칙장원선", max_size=60))
def test_the_end_never_leaves_the_text(text: str) -> None:
    read = read_provisions(text, 0)
    assert 0 <= read.end <= len(text)
    assert bool(read.articles) == (read.end > 0)
