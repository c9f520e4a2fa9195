"""The addresses of things: kind, scope and folded name; never a line number of the text.

The parts of a key are percent-encoded except for letters and digits, so that the separator `/` and the mark `~`
(unknown, an ordinal, a shortened part) occur in no part: different keys give different addresses. Where city or bureau
are not known, the source itself is the scope, so that two documents do not share things by accident.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from .errors import GeungeoError
from .fold import name_key
from .records import BudgetLine, Department, Facility, Law, Project, Source, Span

DEFAULT_BASE = "https://w3id.org/geungeo/id/"
NATION = "대한민국"
UNKNOWN = "~"
_LONGEST = 160
_LEGAL = "!#$%&'()*+,/:;=?@~"
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class BlankNameError(GeungeoError):
    """A thing without a name has no address."""


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


def _stays(character: str) -> bool:
    letter = character.isalnum() and character <= "\uffff" and unicodedata.is_normalized("NFC", character)
    return letter or character in "-_."


@lru_cache(maxsize=4096)
def encoded(text: str) -> str:
    """The text as one part of an address: letters, digits, `-`, `_` and inner dots stay; a long one ends in a digest.

    >>> encoded("서울 AI/허브")
    '서울%20AI%2F허브'
    """
    escaped = "".join(c if _stays(c) else _percent(c) for c in text)
    if escaped.startswith("."):
        escaped = f"%2E{escaped[1:]}"
    return escaped if len(escaped) <= _LONGEST else f"{_beginning(escaped)}~{digest(text)}"


def _beginning(escaped: str) -> str:
    head = escaped[: _LONGEST // 2]
    return head[: head.rindex("%")] if "%" in head[-2:] else head


def digest(*parts: str) -> str:
    """Twenty hexadecimal digits for a key of several parts."""
    key = "".join(f"{len(part)}:{part}" for part in parts)
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@lru_cache(maxsize=4096)
def part(name: str) -> str:
    """A name as part of an address, in its folded spelling; a blank one raises BlankNameError."""
    if not (key := name_key(name)):
        raise BlankNameError(f"{name!r} is no name", hint="a thing needs a letter or digit to be told apart")
    return encoded(key)


@lru_cache(maxsize=256)
def _source_part(source_id: str) -> str:
    """A source's name as part of an address, kept to the letter."""
    if not source_id.strip():
        raise BlankNameError("a source has no name")
    return encoded(unicodedata.normalize("NFC", source_id))


def checked_base(base: str) -> str:
    """The base address with its closing slash; one that is no absolute http(s) address raises GeungeoError."""
    if not re.fullmatch(r"https?://[^\s/#<>\"{}|\\^`]+(?:/[^\s<>\"{}|\\^`]*)?", base):
        raise GeungeoError(f"{base!r} is no base address", hint=f"give one such as {DEFAULT_BASE}")
    return base if base.endswith(("/", "#")) else f"{base}/"


def web(url: str) -> str:
    """A page's address with what no IRI may hold percent-encoded; letters of any script stay."""
    if not url.startswith(("http://", "https://")):
        raise GeungeoError(f"{url!r} is no web address", hint="it begins with http:// or https://")
    exact = _PERCENT.sub("%25", url)
    return "".join(c if _stays(c) or c in _LEGAL else _percent(c) for c in exact)


@dataclass(frozen=True, slots=True)
class Iris:
    """Addresses of the things of one source. `base` ends with a slash; names are as printed."""

    base: str
    source_id: str
    city_name: str
    bureau_name: str

    @classmethod
    def of(cls, source: Source, base: str = DEFAULT_BASE) -> Iris:
        """The addresses for a source, under a checked base."""
        return cls(checked_base(base), source.id, source.city, source.bureau)

    def _iri(self, kind: str, *parts: str) -> str:
        return self.base + "/".join((kind, *parts))

    def _here(self) -> str:
        return _source_part(self.source_id)

    def _in_city(self) -> tuple[str, ...]:
        return (part(self.city_name),) if self.city_name else (UNKNOWN + self._here(),)

    def _in_bureau(self) -> tuple[str, ...]:
        if self.city_name and self.bureau_name:
            return part(self.city_name), part(self.bureau_name)
        return (UNKNOWN + self._here(),)

    def source(self) -> str:
        """The document; also the named graph of what it says. Its name is kept to the letter."""
        return self._iri("source", self._here())

    def span(self, span: Span) -> str:
        """A place in the document, by its characters."""
        return f"{self.source()}/span/{span.start}-{span.end}"

    def lines(self, span: Span) -> str:
        """The lines on which a place lies; other places on the same lines share it."""
        return f"{self.source()}/lines/{span.first_line}-{span.last_line}"

    def register_line(self, file: str, line: int) -> str:
        """A line of a file of a register of laws (RFC 5147 counts positions between lines, from 0)."""
        path = "/".join(map(encoded, file.split("/")))
        return f"{self.source()}/file/{path}#line={line - 1},{line}"

    def budget_data(self) -> str:
        """The data set of the document's budget figures."""
        return f"{self.source()}/budget"

    def city(self, name: str) -> str:
        """A city or province."""
        return self._iri("city", part(name))

    def bureau(self) -> str:
        """The bureau whose report this is."""
        return self._iri("bureau", *self._in_city(), part(self.bureau_name))

    def department(self, department: Department) -> str:
        """A department, under city and bureau."""
        return self._iri("department", *self._in_bureau(), part(department.name))

    def team(self, project: Project, name: str) -> str:
        """A team, under its department, else under the project that names it."""
        if project.department:
            return self._iri("team", *self._in_bureau(), part(project.department.name), part(name))
        return self._iri("team", *self._project_parts(project), part(name))

    def _project_parts(self, project: Project) -> tuple[str, ...]:
        department = part(project.department.name) if project.department else UNKNOWN
        return *self._in_bureau(), department, part(project.title)

    def project(self, project: Project) -> str:
        """A project, under its department."""
        return self._iri("project", *self._project_parts(project))

    def law(self, law: Law) -> str:
        """A law by kind and title; all but national ones under their jurisdiction; one not resolved stays apart."""
        scope = () if law.jurisdiction == NATION else (part(law.jurisdiction),) if law.jurisdiction else self._in_city()
        return self._iri("law" if law.resolved else "law-as-printed", *scope, law.kind, part(law.title))

    def article(self, law: Law, article: str) -> str:
        """An article of a law, `제14조제4항` or a range."""
        return f"{self.law(law)}/article/{part(article)}"

    def budget_line(self, line: BudgetLine, year: int, ordinal: int = 1) -> str:
        """A line under table, department or project, and year (0 unknown); the nth of its name has an ordinal."""
        department = line.department or (line.project.department if line.project else None)
        parts = (
            line.table,
            *self._in_bureau(),
            part(department.name) if department else UNKNOWN,
            part(line.project.title) if line.project else UNKNOWN,
            str(year) if year else UNKNOWN,
            part(line.item),
        )
        kind = "budget-total" if line.total else "budget-line"
        return self._iri(kind, *parts, *([f"{UNKNOWN}{ordinal}"] if ordinal > 1 else []))

    def facility(self, name: str, network: str = "") -> str:
        """A facility under its city; a branch under its network."""
        return self._iri("facility", *self._in_city(), *([part(network)] if network else []), part(name))

    def facility_of(self, facility: Facility) -> str:
        """The address of a facility's record."""
        return self.facility(facility.name, facility.network)

    def organisation(self, name: str) -> str:
        """An organisation outside the bureau, the same in every source."""
        return self._iri("organisation", part(name))

    def statement(self, kind: str, *key: str) -> str:
        """What the document says: its kind and a digest of the source and the key (addresses, codes, values)."""
        return self._iri(kind, digest(self.source(), *key))
