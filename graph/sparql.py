"""SPARQL as text: its tokens, what may not run here, and parameters bound without splicing a raw value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ..ontology.errors import QueryError

_SHORT = r"(?:[^{q}\\\n\r]|\\.)*"
_LONG = r"(?:{q}{{0,2}}(?:[^{q}\\]|\\.))*"
_ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_LOCAL = r"(?![.\-·])(?:[\w:.\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])+(?<!\.)"
_STRINGS = [f"{q * 3}{_LONG.format(q=q)}{q * 3}" for q in "\"'"] + [f"{q}{_SHORT.format(q=q)}{q}" for q in "\"'"]
_KINDS = {
    "comment": r"#[^\n\r]*",
    "string": "|".join(_STRINGS),
    "triple": r"<<",
    "iri": rf'<(?:[^<>"{{}}|^`\\\x00-\x20]|{_ESCAPE})*>',
    "variable": r"[?$]\w+",
    "name": rf"(?:[^\W\d_](?:[\w.\-·]*[\w\-·])?|_)?:(?:{_LOCAL})?",
    "language": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "number": r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+\-]?\d+)?",
    "word": r"[A-Za-z_]\w*",
    "mark": r"\S",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.DOTALL)
_OPERANDS = frozenset({"variable", "string", "number", "name", "iri", "language"})
_QUERIES = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
_SPOKEN = """
    ABS ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC
    DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HASLANG HASLANGDIR HAVING
    HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX
    MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE
    ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS
    STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TRUE TZ UCASE UNDEF UNION URI UUID
    VALUES VERSION WHERE YEAR
"""
_WORDS = frozenset(_SPOKEN.split())
_SELECT = ("SELECT", "DISTINCT", "REDUCED")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_REMOTE = "SERVICE reaches out to the network and is not allowed"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind, its text, the offset of its first character."""

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Sparql:
    """A query, checked: its text, the file it came from, its tokens without comments."""

    text: str
    file: str
    tokens: tuple[Token, ...]

    @property
    def form(self) -> str:
        """SELECT, ASK, CONSTRUCT or DESCRIBE."""
        return next((t.text.upper() for t in self.tokens if t.kind == "word" and t.text.upper() in _QUERIES), "")

    @property
    def selects_all(self) -> bool:
        """Whether it begins with `SELECT *`."""
        words = [token.text.upper() for token in self.tokens if token.text.upper() not in _SELECT[1:]]
        return "SELECT" in words and words[words.index("SELECT") + 1 :][:1] == ["*"]

    def error(self, message: str, at: int, hint: str = "") -> QueryError:
        """An error at an offset of the text."""
        return located(message, self.text, at, self.file, hint)


def located(message: str, text: str, at: int, file: str = "", hint: str = "") -> QueryError:
    """A QueryError with the 1-based line and column of an offset."""
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return QueryError(f"column {column}: {message}", file=file or "query", line=line, hint=hint)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query without blanks and comments."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup and found.lastgroup != "comment":
            yield Token(found.lastgroup, found[0], found.start())


def checked(text: str, file: str = "") -> Sparql:
    """The query, if it only reads and reaches nothing outside; else a QueryError that says where and why."""
    query = Sparql(text, file, tuple(tokens(text)))
    _refuse_update(query)
    _refuse_service(query)
    return query


def _refuse_update(query: Sparql) -> None:
    first = next((t for t in query.tokens if t.kind == "word" and t.text.upper() not in ("PREFIX", "BASE")), None)
    if first is None or first.text.upper() not in _QUERIES | _UPDATES:
        hint = "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
        found = f"{first.text!r} is no query" if first else "the query is empty"
        raise query.error(found, first.start if first else 0, hint)
    if first.text.upper() in _UPDATES:
        raise query.error(f"{first.text.upper()} changes a graph, only reading is allowed", first.start)


def _refuse_service(query: Sparql) -> None:
    """A bare SERVICE, and one that Oxigraph could read where this lexer reads an IRI.

    `?a<?b#>` inside brackets is a comparison and a comment to a parser, an IRI to a lexer; whatever follows such
    a place may be read in two ways, so the mere word is refused there.
    """
    depth, doubt, before = 0, False, Token("mark", "", 0)
    following = [*query.tokens[1:], Token("mark", "", 0)]
    for token, after in zip(query.tokens, following, strict=True):
        depth += (token.text == "(") - (token.text == ")") if token.kind == "mark" else 0
        operand = before.kind in _OPERANDS or before.text == ")"
        doubt = doubt or (token.kind == "iri" and depth > 0 and operand and bool(re.search("[#)]", token.text)))
        if _names_service(token, after) or (doubt and "service" in query.text[token.start :].lower()):
            raise query.error(_REMOTE, token.start, "load the data with `geungeo build` instead")
        before = token


def _names_service(token: Token, after: Token) -> bool:
    """Oxigraph needs no blank behind a keyword: `SERVICEx:y {` is one too."""
    if token.kind == "word":
        return "service" in token.text.lower()
    return token.kind == "name" and after.text == "{" and "service" in token.text.partition(":")[0].lower()


def explained(query: Sparql, refusal: str, prefixes: Collection[str]) -> QueryError:
    """Why Oxigraph refused a query: it gives the place where its parser gave up, often far behind the mistake."""
    for find in (_unbalanced, _unknown_word):
        if error := find(query):
            return error
    if error := _unknown_prefix(query, prefixes):
        return error
    found = re.search(r"(\d+):(\d+): (?:expected (?:one of )?)?(.*)", refusal, re.DOTALL)
    if not found:
        return QueryError(refusal, file=query.file or "query")
    lines = query.text.splitlines(keepends=True)
    line, column = int(found[1]), int(found[2])
    at = min(len(query.text), sum(map(len, lines[: line - 1])) + column - 1)
    said = found[3].split(", [", 1)[0]
    return query.error(said if " " in said and "," not in said else "not SPARQL from here, or just before", at)


def _unbalanced(query: Sparql) -> QueryError | None:
    opened: list[Token] = []
    for token in query.tokens:
        if token.kind != "mark":
            continue
        if token.text in _PAIRS.values():
            opened.append(token)
        elif token.text in _PAIRS and (not opened or opened.pop().text != _PAIRS[token.text]):
            return query.error(f"nothing is open that this {token.text} could close", token.start)
        elif token.text in "\"'":
            return query.error("this quote is never closed", token.start)
    return query.error(f"this {opened[-1].text} is never closed", opened[-1].start) if opened else None


def _unknown_word(query: Sparql) -> QueryError | None:
    for token in query.tokens:
        if token.kind == "word" and token.text.upper() not in _WORDS and token.text != "a":
            return query.error(f"{token.text} is no word of SPARQL", token.start, "a name needs a prefix, gg:name")
    return None


def _unknown_prefix(query: Sparql, known: Collection[str]) -> QueryError | None:
    declared = {*known, "_"}
    before = Token("mark", "", 0)
    for token in query.tokens:
        if token.kind == "name":
            prefix = token.text.partition(":")[0]
            if before.text.upper() == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                return query.error(f"the prefix {prefix}: is not declared", token.start, f"add PREFIX {prefix}: <…>")
        before = token
    return None


def bind(query: Sparql, values: Mapping[str, str]) -> str:
    """The text with each variable of `values` replaced by its term, given in N-Triples form (escaped).

    The variable stays a column where it is selected. BOUND(?k) becomes true; a variable that the query
    itself assigns is a QueryError.
    """
    out, last = [], 0
    places = _Places()
    for at, token in enumerate(query.tokens):
        places.see(token)
        if token.kind != "variable" or (term := values.get(token.text[1:])) is None:
            continue
        if at and query.tokens[at - 1].text.upper() in ("AS", "VALUES"):
            raise query.error(f"the query sets {token.text} itself, it cannot be a parameter", token.start)
        start, end, new = _replacement(query.tokens, at, term, places)
        out += [query.text[last:start], new]
        last = end
    return "".join([*out, query.text[last:]])


def _replacement(all_: tuple[Token, ...], at: int, term: str, places: _Places) -> tuple[int, int, str]:
    token = all_[at]
    end = token.start + len(token.text)
    if at > 1 and all_[at - 1].text == "(" and all_[at - 2].text.upper() == "BOUND":
        return all_[at - 2].start, all_[at + 1].start + 1, "true"
    if places.selecting and not places.inner:
        return token.start, end, f"({term} AS {token.text})"
    if places.selecting:
        # An inner query need not hand out what is the same everywhere; but it has to select something.
        alone = all_[at - 1].text.upper() in _SELECT and all_[at + 1].text.upper() in ("WHERE", "{")
        return token.start, end, "(true AS ?_)" if alone else ""
    return token.start, end, f"({term})" if places.ordering else term


class _Places:
    """Where in a query the reader is: in a SELECT list, or in GROUP BY and its kin; in an inner query or not."""

    def __init__(self) -> None:
        self._clause = ""
        self._depth = 0
        self._braces = 0

    def see(self, token: Token) -> None:
        """Take one token further."""
        word = token.text.upper() if token.kind == "word" else token.text
        if word in ("SELECT", "GROUP", "ORDER", "HAVING"):
            self._clause, self._depth = word, 0
        elif word in ("WHERE", "FROM", "LIMIT", "OFFSET", "VALUES", "{", "}"):
            self._clause = ""
        if token.kind == "mark":
            self._depth += (token.text == "(") - (token.text == ")")
            self._braces += (token.text == "{") - (token.text == "}")

    @property
    def inner(self) -> bool:
        """Inside the braces of another query."""
        return self._braces > 0

    @property
    def selecting(self) -> bool:
        """In the list of a SELECT, outside an expression."""
        return self._clause == "SELECT" and self._depth == 0

    @property
    def ordering(self) -> bool:
        """In GROUP BY, HAVING or ORDER BY, outside an expression."""
        return self._clause in ("GROUP", "ORDER", "HAVING") and self._depth == 0
