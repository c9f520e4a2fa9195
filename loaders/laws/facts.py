"""The facts of a law as the registers print them, made an entry: kind, jurisdiction, numbers, dates, page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...ontology.errors import SourceError
from ...ontology.records import LawKind
from ..citations.models import NATION, Entry
from ..citations.names import page_of
from ..knowledge import rows

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


def kind_of(enacted_as: str) -> LawKind:
    """The kind of a 법령구분 or 자치법규종류: 법률 → act, any 부령 or 규칙 → rule, what no row names → regulation."""
    word = "".join(enacted_as.split())
    for row in rows("law_classes"):
        if word == row["class"] or (row["match"] == "end" and word.endswith(row["class"])):
            return row["kind"]  # type: ignore[return-value]
    return "regulation"


def iso_date(printed: str) -> str:
    """`20250131` or `2025-01-31` as an ISO date; anything else is not known."""
    found = _DATE.fullmatch(printed.strip())
    return "-".join(found.groups()) if found else ""


def entry_of(facts: Mapping[str, Any], file: str) -> Entry:
    """The entry of a front matter, national (제목, 법령ID, 법령구분 …) or local (자치법규명, 지자체구분 …)."""
    local = "자치법규명" in facts
    title = " ".join(_one(facts, "자치법규명" if local else "제목").split())
    if not title:
        raise SourceError("the front matter names no law", file=file, line=1, hint="expected 제목 or 자치법규명")
    kind = kind_of(_one(facts, "자치법규종류" if local else "법령구분"))
    jurisdiction = _jurisdiction(facts) if local else NATION
    page = _one(facts, "출처")
    return Entry(
        title,
        kind,
        jurisdiction,
        law_id=_one(facts, "자치법규ID" if local else "법령ID"),
        number=_one(facts, "공포번호").lstrip("0"),
        promulgated=iso_date(_one(facts, "공포일자")),
        in_force=iso_date(_one(facts, "시행일자")),
        ministry="|".join(_all(facts, "담당부서" if local else "소관부처")),
        page="" if page == page_of(title, kind, jurisdiction) else page,
    )


def _jurisdiction(facts: Mapping[str, Any]) -> str:
    """The body that made an ordinance: 지자체구분 (광역, 기초), else the name of the authority."""
    place = facts.get("지자체구분")
    if not isinstance(place, Mapping):
        return _one(facts, "지자체기관명")
    local = _one(place, "기초")
    return " ".join(filter(None, (_one(place, "광역"), "" if local in ("_본청", "본청") else local)))


def _all(facts: Mapping[str, Any], key: str) -> list[str]:
    value = facts.get(key) or ()
    found = value if isinstance(value, list) else [value]
    return [text for one in found if isinstance(one, str) and (text := one.strip()) and text != "null"]


def _one(facts: Mapping[str, Any], key: str) -> str:
    return next(iter(_all(facts, key)), "")
