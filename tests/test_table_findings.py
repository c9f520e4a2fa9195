"""A project's own table against the chapter's summary."""

from __future__ import annotations

import pytest
from geungeo.graph.link import derive
from geungeo.ontology.records import Finding

from .finding_texts import short
from .texts import DETAIL_HEAD, REPORT, of, read

_ROW = "한빛창업허브 운영 600,250 30,000 630,250 500,120 51,000"


def _found(*pairs: tuple[str, str]) -> list[Finding]:
    text = REPORT
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return of(derive(read(text)).records, Finding)


def test_tables_that_agree_give_nothing() -> None:
    assert _found() == []


@pytest.mark.parametrize("spent", ["50,499\n(8.0)", "49,500\n(7.9)", "50,999\n(8.1)"])
def test_rounding_and_cutting_off_are_no_disagreement(spent: str) -> None:
    assert _found(("50,400\n(8.0)", spent)) == []


def test_a_figure_that_differs() -> None:
    (finding,) = _found((_ROW, _ROW.replace("500,120", "540,120")))
    assert short(finding).startswith("unit 500 -> 540 @")
    assert "500백만원" in finding.message_ko
    assert "540,120 천원" in finding.message_en
    assert (finding.certainty, [span.quote for span in finding.spans]) == ("certain", ["500", "540,120"])
    assert [getattr(one, "unit", "") for one in finding.about] == ["백만원", "천원"]


def test_less_than_a_whole_unit_may_have_been_rounded_up() -> None:
    (finding,) = _found((_ROW, _ROW.replace("500,120", "499,400")))
    assert (short(finding).partition(" @")[0], finding.certainty) == ("unit 500 -> 499", "likely")


def test_nothing_is_a_dash() -> None:
    (finding,) = _found((_ROW, _ROW.replace("500,120", "-")))
    assert finding.expected == "-"


def test_a_line_of_the_same_name_that_holds_more() -> None:
    lone = f"{DETAIL_HEAD}한빛창업허브 운영 600,250 30,000 630,250 500,120 51,000"
    wrong = "사업명 ’25년 예산\n한빛창업허브 운영 680,250"
    pieces = "\n(8.1)\n50,400\n(8.0)"
    (finding,) = _found((lone + pieces, wrong), ("소요예산 : 600백만원", "소요예산 : 680백만원"))
    assert (short(finding).partition(" @")[0], finding.certainty) == ("unit 600 -> 680", "likely")
    assert _found((lone + pieces, wrong.replace("680", "380")), ("소요예산 : 600백만원", "소요예산 : 380백만원")) == []


def test_a_figure_that_is_known_to_be_wrong_is_not_said_again() -> None:
    found = _found(("600 630 500 50 7.9", "600 630 500 90 7.9"))
    assert [f.kind for f in found] == ["sum"]
