"""Every reviewed row about partners does what its example shows, and leaves its counterexample alone."""

from __future__ import annotations

import pytest
from geungeo.loaders.knowledge import rows
from geungeo.loaders.partners_labels import labelled
from geungeo.loaders.partners_mentions import mentions
from geungeo.loaders.partners_names import country, is_generic, official
from geungeo.loaders.partners_roles import label_role
from geungeo.ontology.codes import codes

from .made_partners import found_in, roles_in

Row = dict[str, str]


def _each(table: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows(table), ids=lambda row: "|".join(row.values())[:40])


@_each("partner_names")
def test_a_known_organisation_is_found_by_each_of_its_names(row: Row) -> None:
    assert row["name"] in roles_in(f" - {row['example']}")
    for name in (row["name"], *filter(None, row["short"].split("|"))):
        assert [m.named.name for m in mentions(f"{name} 협력", {})] == [row["name"]]
    assert ("organisation", row["kind"]) in codes()


def test_no_name_stands_for_two_organisations() -> None:
    printed = [n for r in rows("partner_names") for n in (r["name"], *filter(None, r["short"].split("|")))]
    assert len(printed) == len(set(printed))


@_each("partner_suffixes")
def test_a_last_word_gives_a_name_away(row: Row) -> None:
    found = [f for f in found_in(f" - {row['example']}") if not row["kind"] or f.named.kind == row["kind"]]
    assert found
    assert not row["kind"] or ("organisation", row["kind"]) in codes()
    if row["counterexample"]:
        assert found_in(f" - {row['counterexample']}") == []


@_each("partner_generic")
def test_a_generic_word_is_no_name(row: Row) -> None:
    assert is_generic(row["word"])
    assert found_in(f" - {row['example']}") == []


@_each("partner_common_nouns")
def test_a_common_noun_in_a_list_is_no_name(row: Row) -> None:
    above = " ㅇ 국내외 기업과의 협력\n"
    assert row["word"] not in roles_in(f"{above}   - {row['example']}")


@_each("partner_not_universities")
def test_a_word_in_dae_is_no_university(row: Row) -> None:
    assert official(row["word"]) is None
    assert list(roles_in(f" - {row['example']}")) == ["가온대학교"]


@_each("partner_countries")
def test_a_name_before_a_country_is_foreign(row: Row) -> None:
    assert country().fullmatch(row["country"])
    assert roles_in(f" - {row['example']}") == {"한빛랩": "attracted"}


@_each("partner_labels")
def test_a_label_gives_its_value_a_role(row: Row) -> None:
    label = row["example"].partition(":")[0]
    assert label_role(label) == row["role"]
    assert [value.role for value in labelled(row["example"], rows=False)] == [row["role"]]
    assert len(found_in(f" ㅇ {row['example']}", block="사업개요")) == 1


@_each("partner_cues")
def test_a_word_beside_a_name_tells_the_role(row: Row) -> None:
    assert list(roles_in(f" - {row['example']}").values()) == ([row["role"]] if row["role"] else [])
