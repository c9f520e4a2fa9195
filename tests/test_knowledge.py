"""Every reviewed row of the genre's tables does what its example shows, and leaves its counterexample alone."""

from __future__ import annotations

import csv
import re

import pytest
from geungeo.loaders.budget_columns import is_head, read_columns
from geungeo.loaders.budget_departments import is_account, is_total
from geungeo.loaders.budget_rows import Row as BudgetRow
from geungeo.loaders.budget_rows import read_rows
from geungeo.loaders.facility_facts import read_facts
from geungeo.loaders.facility_items import told
from geungeo.loaders.facility_lists import branches
from geungeo.loaders.facility_names import action_of, facility_key, head_of, read_item, refused
from geungeo.loaders.facility_tables import read_table
from geungeo.loaders.facility_text import namings
from geungeo.loaders.facility_values import label_of
from geungeo.loaders.fields import blocks, fields, is_execution, items, label_role
from geungeo.loaders.general import read_general
from geungeo.loaders.knowledge import alternatives, rows, words
from geungeo.loaders.outline import Chapter, chapters
from geungeo.ontology.codes import codes
from geungeo.ontology.fold import leading_city
from geungeo.ontology.records import Department
from geungeo.ontology.texts import ontology_text

from .texts import doc, of

Row = dict[str, str]


def _each(table: str, **where: str) -> pytest.MarkDecorator:
    found = [r for r in rows(table) if all(r[k] == v for k, v in where.items())]
    return pytest.mark.parametrize("row", found, ids=lambda row: "|".join(row.values()))


@_each("headings")
def test_a_heading_gives_its_chapter_a_role(row: Row) -> None:
    assert [c.role for c in chapters(doc(f"{row['example']}\n가\n"))] == [row["role"]]


@_each("bullets")
def test_a_mark_is_read_as_the_bullet_of_its_rank(row: Row) -> None:
    (chapter,) = chapters(doc(f"Ⅰ. 일반현황\n {row['example']} {row['mark']}\n"))
    assert chapter.lines[0].text == f" {row['read_as']}{row['example'][1:]} {row['mark']}"
    assert len(row["mark"]) == len(row["read_as"]) == 1


@_each("field_labels")
def test_a_label_gives_its_field_a_role(row: Row) -> None:
    if row["role"] == "execution":
        assert is_execution(blocks(doc(row["example"]).lines)[1])
    else:
        found = fields(doc(row["example"]).lines)
        assert [f.role for f in found] == [row["role"]]
        assert label_role(found[0].label) == row["role"]


@_each("budget_columns")
def test_a_head_word_gives_its_column_a_role(row: Row) -> None:
    assert is_head(row["example"])
    found = read_columns(row["example"], 2025)
    if row["role"] in ("department", "item"):
        assert found == ()
    else:
        role = "expenditure" if row["role"] == "group" else row["role"]
        assert [(c.role, c.family) for c in found] == [(role, row["family"])]


@_each("totals")
def test_a_total_is_no_line(row: Row) -> None:
    assert is_total(re.sub(r"[\d\s]+$", "", row["example"]))
    assert not is_total(f"{row['word']} 사업")


@_each("accounts")
def test_an_account_is_no_line(row: Row) -> None:
    name = re.sub(r"[\d\s]+$", "", row["example"])
    assert is_account(name)
    assert name.replace(" ", "").endswith(row["suffix"])
    assert not is_account(row["counterexample"])


@_each("cell_words")
def test_a_word_of_a_cell_is_no_name(row: Row) -> None:
    (found,) = read_rows(doc(row["example"]).lines, 4, lambda _: False)
    assert isinstance(found, BudgetRow)
    assert found.cells[-1].text == row["word"]
    assert len(found.cells) == 4


@_each("affiliates")
def test_a_label_names_offices_and_bodies(row: Row) -> None:
    lines = doc(row["example"]).lines
    found = of(read_general(doc(row["example"]), Chapter("general", "일반현황", lines[0], lines))[0], Department)
    assert [(d.kind, d.name) for d in found] == [(row["kind"], row["example"].partition(":")[2].strip())]


@_each("facility_heads")
def test_a_head_word_names_a_facility(row: Row) -> None:
    example, _, whole = (part.strip() for part in row["example"].partition("→"))
    named = read_item(example)
    head = named.head if named and not whole else head_of(whole or example)
    assert head is not None
    assert head.word == row["head"]
    assert head.type == row["type"] or row["type"] == "other"
    assert not refused(whole or (named.name if named else example))


@_each("facility_heads")
def test_a_head_word_leaves_its_counterexample_alone(row: Row) -> None:
    named = read_item(row["counterexample"])
    assert named is None or named.head.word != row["head"]
    assert head_of(row["counterexample"]) is None or row["needs"] or refused(row["counterexample"])


@_each("facility_topics")
def test_a_topic_gives_a_general_head_its_type(row: Row) -> None:
    head = head_of(row["example"])
    assert head is not None
    assert head.type == row["type"]


@_each("facility_rows")
def test_a_row_label_is_known_in_a_table_and_in_running_text(row: Row) -> None:
    assert label_of(row["label"]) == row["property"]
    label = re.match(r"(?:[’'‘]?\d\d년\s*)?" + r"\s*".join(row["label"]), row["example"])
    assert label is not None
    value = row["example"][label.end() :].strip(" :")
    table = f"구분 가 센터 나 센터\n{label[0]} {value} {value}\n인 원 1명 2명\n"
    known = {f.property for column in read_table(doc(table), doc(table).lines) for f in column.facts}
    assert {"size": "area", "spaces": "staff"}.get(row["property"], row["property"]) in known


@_each("line_actions")
def test_an_action_tells_the_relation(row: Row) -> None:
    at = row["example"].rindex(row["action"])
    found = action_of(row["example"][at:])
    assert found == (row["action"], row["relation"], row["built"] == "yes")


@_each("list_labels")
def test_a_list_label_tells_the_status(row: Row) -> None:
    count = re.search(r"\((\d+)개소\)", row["example"])
    assert count is not None
    names = ", ".join("가나다라마바사아자차카타파하거너더러머버"[: int(count[1])])
    text = f"{row['example'].partition(':')[0]}: {names}"
    found = [b for item in items(doc(text).lines) for b in branches(doc(text), item)]
    assert len(found) == int(count[1])
    assert {f.value for branch in found for f in branch.facts} == {row["status"]}


@_each("not_facilities")
def test_what_is_no_facility_is_refused(row: Row) -> None:
    assert refused(row["example"])
    assert row["example"].replace(" ", "").endswith(row["suffix"])


@_each("name_variants")
def test_a_variant_has_the_key_of_its_form(row: Row) -> None:
    assert facility_key(row["example"]) == facility_key(row["example"].replace(row["variant"], row["form"]))


@_each("status_words")
def test_words_of_status_behind_a_name(row: Row) -> None:
    text = f" ㅇ 한빛바다센터 {row['example'].split(' ', 1)[1]}"
    lines = told(doc(text).lines, lambda name: "한빛" if "한빛바다센터" in name else "")
    found = read_facts(doc(text), lines)
    assert [a.stated.value for a in found if a.stated.property == "status"] == [row["status"]]


@_each("generic_words")
def test_a_generic_name_is_no_facility(row: Row) -> None:
    assert row["example"].replace(" ", "").startswith(row["word"])
    assert _named(f" ㅇ {row['example']} 운영") == []
    if row["counterexample"]:
        assert _named(f" ㅇ {row['counterexample']} 운영") == [row["counterexample"]]


def _named(line: str) -> list[str]:
    return [n.name for item in items(doc(line).lines) for n in namings(item)]


def _cities() -> list[Row]:
    return list(csv.DictReader(ontology_text("jurisdictions.csv").splitlines()))


@pytest.mark.parametrize("row", _cities(), ids=lambda row: row["full"])
def test_every_spelling_of_a_city_is_the_city(row: Row) -> None:
    spellings = [row["full"], *(word for word in row["short"].split("|") if word)]
    assert {leading_city(f"{word} 조례") for word in spellings} == {(row["full"], "조례")}
    assert leading_city(row["example"])[0] == row["full"]
    assert leading_city(row["counterexample"]) == ("", row["counterexample"])


def test_types_statuses_and_relations_are_codes() -> None:
    assert words("facility_heads", "type") | words("facility_topics", "type") <= _codes("type")
    assert words("list_labels", "status") | words("status_words", "status") <= _codes("status")
    assert words("line_actions", "relation") <= _codes("relation")


def _codes(scheme: str) -> set[str]:
    return {code for of, code in codes() if of == scheme}


def test_words_of_a_column() -> None:
    assert words("affiliates", "label", kind="office") == {"사업소", "직속기관"}
    assert alternatives("totals", "word").split("|")[:3] == ["부서계", "총합계", "과계"]
