"""What the reader of partners makes of a small section: names are invented."""

from __future__ import annotations

from geungeo.loaders.facility_sections import SectionText
from geungeo.loaders.partners_around import Surroundings
from geungeo.loaders.partners_find import Found, find
from geungeo.loaders.work_report import Given
from geungeo.ontology.records import Loaded, OrganisationName, Partner, Project, Span

from .texts import doc, of, read

_HEAD = """\
가온광역시 나래국

2025년 주요 업무보고 (’25. 1. 31. 기준)

Ⅵ. 부서별 주요 업무보고

"""


def found_in(lines: str, title: str = "사업 추진", block: str = "추진계획") -> list[Found]:
    """What stands in a block of a section, with nothing known but its lines."""
    made = doc(f"□ {block}\n{lines}\n")
    project = Project(title, "1", None, "", 1, len(made.lines), Span(made.id, 0, 0, 1, 1, ""))
    words = frozenset[str]()
    around = Surroundings({}, (), words, lambda _: False, lambda name: name in ("가온광역시", "市", "시"))
    return list(find(SectionText(project, made.lines), around))


def roles_in(lines: str, title: str = "사업 추진", block: str = "추진계획") -> dict[str, str]:
    """Each organisation of a block with the first role that it has there."""
    made: dict[str, str] = {}
    for found in found_in(lines, title, block):
        made.setdefault(found.named.name, found.role)
    return made


def report(*sections: str, given: Given | None = None) -> Loaded:
    """A report of whole sections, each a title with its lines below."""
    text = _HEAD + "".join(
        f"{at} {section.partition(chr(10))[0]}\n나래과장 : ○○○ ☎000-0000\n{section.partition(chr(10))[2]}\n"
        for at, section in enumerate(sections, 1)
    )
    return read(text, given or Given(city="부산광역시", bureau="나래국"))


def partners(loaded: Loaded) -> list[Partner]:
    """The partnerships of a report, as they stand."""
    return sorted(of(loaded.records, Partner), key=lambda p: (p.span.start, p.organisation.name))


def names(loaded: Loaded) -> dict[str, list[str]]:
    """The other names of each organisation."""
    made: dict[str, list[str]] = {p.organisation.name: [] for p in partners(loaded)}
    for other in of(loaded.records, OrganisationName):
        made[other.organisation.name].append(other.name)
    return made
