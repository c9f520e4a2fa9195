"""What the articles of a law have in common in every format: their order, and whether they are still there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...ontology.records import LawArticle, Problem
from .models import Article

_DELETED = re.compile(r"\s*삭\s*제")


def is_deleted(text: str) -> bool:
    """Whether what stands behind an article's number is that it was deleted."""
    return bool(_DELETED.match(text))


def disorder(file: str, articles: Sequence[Article]) -> Iterator[Problem]:
    """Articles that stand twice or in the wrong order: both are kept."""
    seen: set[str] = set()
    listed: list[LawArticle | None] = [None, *(a.article for a in articles)]
    for before, article in pairwise(listed):
        assert article is not None
        if article.number in seen:
            yield Problem(file, article.line, f"{article.number} stands twice", "warning")
        elif before and _rank(article) < _rank(before):
            text = f"{article.number} stands behind {before.number}: an article out of order"
            yield Problem(file, article.line, text, "warning")
        seen.add(article.number)


def _rank(article: LawArticle) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", article.number)]
