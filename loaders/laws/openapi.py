"""A law as the Open API of law.go.kr gives it (DRF lawService, XML or JSON): national laws and local ordinances."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias
from xml.etree import ElementTree

from ...ontology.errors import SourceError
from ...ontology.records import LawArticle, Problem
from ..source import Document
from .facts import entry_of
from .models import Article, Passage, Statute
from .order import disorder, is_deleted

Node: TypeAlias = Mapping[str, Any]
_HINT = "expected a law (법령) or an ordinance (LawService) of the Open API"
_NATIONAL = {
    "제목": "법령명_한글",
    "법령ID": "법령ID",
    "법령구분": "법종구분",
    "소관부처": "소관부처",
    "공포번호": "공포번호",
    "공포일자": "공포일자",
    "시행일자": "시행일자",
}
_LOCAL = {
    "자치법규명": "자치법규명",
    "자치법규ID": "자치법규ID",
    "자치법규종류": "자치법규종류",
    "지자체기관명": "지자체기관명",
    "담당부서": "담당부서명",
    "공포번호": "공포번호",
    "공포일자": "공포일자",
    "시행일자": "시행일자",
}
# The codes that the text of an ordinance carries where the list of ordinances has words.
_CLASSES = {"C0001": "조례", "C0002": "규칙", "C0003": "훈령", "C0004": "예규"}
_HEAD = re.compile(r"\s*제\s*\d+\s*조(?:\s*의\s*\d+)?\s*(?:\((?P<heading>[^()]*(?:\([^()]*\)[^()]*)*)\))?\s*")
_TEXTS = ("조문내용", "조내용", "항내용", "호내용", "목내용")


def read_xml(document: Document) -> tuple[Statute, list[Problem]]:
    """The law of an XML file. A DTD or an entity of its own is refused, and so is XML that does not parse."""
    if found := re.search(r"<!\s*(?:DOCTYPE|ENTITY)", document.text, re.IGNORECASE):
        line = document.text.count("\n", 0, found.start()) + 1
        raise SourceError("XML with a DTD or entities is refused", file=document.id, line=line, hint=_HINT)
    try:
        root = ElementTree.fromstring(document.text)
    except ElementTree.ParseError as error:
        raise SourceError("broken XML", file=document.id, line=error.position[0], hint=_HINT) from error
    return _statute(document, {root.tag: _plain(root)})


def read_json(document: Document) -> tuple[Statute, list[Problem]]:
    """The law of a JSON file; one that does not parse is a SourceError."""
    try:
        root = json.loads(document.text)
    except json.JSONDecodeError as error:
        raise SourceError("broken JSON", file=document.id, line=error.lineno, hint=_HINT) from error
    except RecursionError as error:
        raise SourceError("JSON nested too deeply", file=document.id, line=1, hint=_HINT) from error
    return _statute(document, root if isinstance(root, dict) else {})


def _plain(element: ElementTree.Element) -> object:
    """An element as JSON has it: text, or its children by name, several of one name as a list."""
    if not len(element):
        return element.text or ""
    made: dict[str, Any] = {}
    for child in element:
        made[child.tag] = [*_list(made.get(child.tag)), _plain(child)] if child.tag in made else _plain(child)
    return made


def _list(value: object) -> list[Any]:
    """One or several as a list; lists of lists, as the API nests them, made flat."""
    if isinstance(value, list):
        return [one for inner in value for one in _list(inner)]
    return [] if value is None or value == "" else [value]


def _text(value: object) -> str:
    """The text of a value: `{"content": …}` carries it beside its code, lists are joined."""
    if isinstance(value, dict):
        value = value.get("content", "")
    return "\n".join(str(one) for one in _list(value)).strip()


def _statute(document: Document, root: Node) -> tuple[Statute, list[Problem]]:
    if isinstance(law := root.get("법령"), dict) and isinstance(law.get("기본정보"), dict):
        facts, units = _facts(law["기본정보"], _NATIONAL), _units(law, "조문단위")
    elif isinstance(law := root.get("LawService"), dict) and isinstance(law.get("자치법규기본정보"), dict):
        facts, units = _facts(law["자치법규기본정보"], _LOCAL), _units(law, "조")
        facts["자치법규종류"] = _CLASSES.get(facts["자치법규종류"], facts["자치법규종류"])
    else:
        raise SourceError("no law of the Open API", file=document.id, line=1, hint=_HINT)
    articles = tuple(_articles(document, units))
    return Statute(document.id, entry_of(facts, document.id), articles), list(disorder(document.id, articles))


def _facts(node: Node, names: Mapping[str, str]) -> dict[str, str]:
    return {ours: _text(node.get(theirs)) for ours, theirs in names.items()}


def _units(law: Node, name: str) -> list[Node]:
    articles = law.get("조문")
    found = articles.get(name) if isinstance(articles, dict) else articles
    return [unit for unit in _list(found) if isinstance(unit, dict)]


def _articles(document: Document, units: list[Node]) -> Iterator[Article]:
    """The units that are articles; the others (전문, N) are headings of chapters."""
    places = [found.start() for found in re.finditer(r"[<\"]조문번호[>\"]", document.text)]
    chapter = ""
    for at, unit in enumerate(units):
        line = document.text.count("\n", 0, places[at]) + 1 if at < len(places) else 1
        content = _text(unit.get("조문내용") or unit.get("조내용"))
        if _text(unit.get("조문여부")) in ("전문", "N"):
            chapter = " ".join(content.split())
        elif number := _number(unit):
            yield _article(unit, number, chapter, (document.id, line))


def _number(unit: Node) -> str:
    """`4` with a branch of its own, or six digits: four for the article, two for the branch."""
    digits = _text(_list(unit.get("조문번호"))[:1])
    branch = _text(unit.get("조문가지번호"))
    if not digits.isdecimal():
        return ""
    article, more = (int(digits[:4]), int(digits[4:])) if len(digits) == 6 else (int(digits), int(branch or 0))
    return f"제{article}조" + (f"의{more}" if more else "") if article else ""


def _article(unit: Node, number: str, chapter: str, place: tuple[str, int]) -> Article:
    texts = list(_texts(unit))
    head = _HEAD.match(texts[0]) if texts else None
    heading = _text(unit.get("조문제목") or unit.get("조제목")) or (head["heading"] or "" if head else "")
    first = texts[0][head.end() :] if head else ""
    passages = [Passage(place[1], text) for text in ([first, *texts[1:]] if head else texts) if text.strip()]
    article = LawArticle(number, " ".join(heading.split()), chapter, is_deleted(first), *place)
    return Article(article, tuple(passages))


def _texts(node: Node) -> Iterator[str]:
    """The wording of an article, paragraph by paragraph and item by item."""
    for name, value in node.items():
        if name in _TEXTS and (text := _text(value)):
            yield from text.splitlines()
        elif name in ("항", "호", "목"):
            for inner in (one for one in _list(value) if isinstance(one, dict)):
                yield from _texts(inner)
