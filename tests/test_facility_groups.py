"""Branches listed with their trades: the printed count tells the places from the trades, else none are taken."""

from __future__ import annotations

import pytest
from geungeo.loaders.facility_groups import grouped
from geungeo.loaders.fields import items

from .texts import doc

PARENT = "ㅇ 시민 제조지원센터 운영(총 {count}개소)"


def _places(line: str, count: int, printed: str = "") -> list[str]:
    made = doc(f"{PARENT.format(count=count)}\n  - {line}\n")
    parent, item = items(made.lines)
    return [
        item.text[branch.start : branch.end]
        for branch in grouped(item, [parent], lambda name: name in printed)
        if branch.name == item.text[branch.start : branch.end]
    ]


@pytest.mark.parametrize(
    ("line", "count", "places"),
    [
        ("(시설현황) 의류(가온, 나래), 양말(강북)", 3, ["가온", "나래", "강북"]),
        ("(시설현황) 의류(가온, 나래), 강북(양말)", 3, ["가온", "나래", "강북"]),
        ("(시설현황) 의류(가온, 나래), 강북(양말), 다솜(가죽)", 4, ["가온", "나래", "강북", "다솜"]),
        ("(시설현황) 의류(가온, 나래, 다솜), 양말(라온)", 3, []),
        ("(시설현황) 의류(가온, 나래)", 2, []),
    ],
)
def test_the_places_of_a_grouped_list(line: str, count: int, places: list[str]) -> None:
    assert _places(line, count) == places


def test_a_place_that_the_document_attests_is_told_from_a_trade() -> None:
    assert _places("가죽(나래), 다솜(양말)", 2, printed="나래구 다솜동") == ["나래", "다솜"]
