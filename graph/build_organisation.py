"""The report and who stands in it: source, city, bureau, departments, staff, duties, projects, teams."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ..ontology.iris import Iris
from ..ontology.records import Department, Duty, Project, Source, SourceFact, StaffCount, Team
from ..ontology.terms import CV, DCTERMS, GG, ORG, PROV, QB, SDO, SKOS
from .statements import Statements, clean, dated

_UNITS = {
    "department": (GG.Department, ORG.OrganizationalUnit),
    "office": (GG.Office, ORG.OrganizationalUnit),
    "affiliate": (GG.AffiliatedBody, ORG.FormalOrganization),
}


def build_source(out: Statements, source: Source) -> None:
    """The document, with the city and bureau whose report it is, and its budget data set."""
    iri = out.iris.source()
    out.kind(iri, GG.Source, PROV.Entity, SDO.DigitalDocument)
    out.text(iri, DCTERMS.title, source.title)
    out.text(iri, DCTERMS.identifier, source.id)
    out.text(iri, GG.sha256, source.sha256)
    out.text(iri, GG.encoding, source.encoding)
    out.number(iri, GG.lineCount, source.lines)
    out.date(iri, DCTERMS.issued, source.as_of)
    if source.city:
        out.link(iri, GG.city, build_city(out, source.city))
    if source.bureau:
        out.link(iri, GG.bureau, _bureau(out, source))
    out.kind(out.iris.budget_data(), QB.DataSet)
    out.link(out.iris.budget_data(), QB.structure, GG.budgetStructure)


def build_city(out: Statements, name: str) -> str:
    """A city, also one that is only a law's jurisdiction."""
    iri = out.iris.city(name)
    out.kind(iri, GG.City, ORG.FormalOrganization, CV.PublicOrganisation)
    out.named(iri, SKOS.prefLabel, name)
    return iri


def _bureau(out: Statements, source: Source) -> str:
    iri = out.iris.bureau()
    out.kind(iri, GG.Bureau, ORG.OrganizationalUnit)
    out.named(iri, SKOS.prefLabel, source.bureau)
    if source.city:
        out.link(iri, ORG.unitOf, out.iris.city(source.city))
        out.link(out.iris.city(source.city), ORG.hasUnit, iri)
    return iri


def build_source_fact(out: Statements, fact: SourceFact) -> None:
    """Where the document says its city, bureau, date or title; without a span an option of `build` said it."""
    predicate, value = _source_value(out.iris, fact)
    iri = out.fact(out.iris.source(), predicate, value, (fact.property, fact.value))
    if fact.span:
        out.text(iri, GG.printed, fact.span.quote)
        out.origin(iri, "", [fact.span])
    else:
        out.text(iri, GG.basis, "given")


def _source_value(iris: Iris, fact: SourceFact) -> tuple[str, NamedNode | Literal]:
    if fact.property == "city":
        return GG.city, NamedNode(iris.city(fact.value))
    if fact.property == "bureau":
        return GG.bureau, NamedNode(iris.bureau())
    if fact.property == "as_of":
        return DCTERMS.issued, dated(fact.value)
    return DCTERMS.title, Literal(clean(fact.value))


def build_department(out: Statements, department: Department) -> None:
    """A department, office or affiliated body of the bureau."""
    iri = out.iris.department(department)
    out.kind(iri, *_UNITS[department.kind])
    out.named(iri, SKOS.prefLabel, department.name)
    out.origin(iri, "", [department.span])
    if out.source.bureau:
        out.link(iri, ORG.unitOf, out.iris.bureau())
        out.link(out.iris.bureau(), ORG.hasUnit, iri)


def build_staff_count(out: Statements, count: StaffCount) -> None:
    """Posts and people in one grade; the total's figures stand on the department as well."""
    department = out.iris.department(count.department)
    iri = out.iris.statement("staff-count", department, count.grade, str(count.quota), str(count.current))
    out.kind(iri, GG.StaffCount, SDO.Observation)
    out.link(iri, GG.department, department)
    out.text(iri, GG.grade, count.grade)
    for subject in (iri,) if count.grade else (iri, department):
        out.number(subject, GG.quota, count.quota)
        out.number(subject, GG.staff, count.current)
    out.origin(iri, "", [count.span])


def build_duty(out: Statements, duty: Duty) -> None:
    """One of a department's duties."""
    department = out.iris.department(duty.department)
    iri = out.iris.statement("duty", department, duty.text)
    out.kind(iri, GG.Duty, SDO.Intangible)
    out.link(iri, GG.department, department)
    out.text(iri, DCTERMS.description, duty.text)
    out.origin(iri, "", [duty.span])


def build_project(out: Statements, project: Project) -> None:
    """A section of the report, with the lines over which it goes."""
    iri = out.iris.project(project)
    out.kind(iri, GG.Project, SDO.Project)
    out.named(iri, DCTERMS.title, project.title)
    out.text(iri, GG.number, project.number)
    out.text(iri, GG.chapter, project.chapter)
    out.number(iri, GG.firstLine, project.first_line)
    out.number(iri, GG.lastLine, project.last_line)
    out.origin(iri, "", [project.span])
    if project.department:
        out.link(iri, CV.hasCompetentAuthority, out.iris.department(project.department))


def build_team(out: Statements, team: Team) -> None:
    """A team and the project it answers for."""
    iri = out.iris.team(team.project, team.name)
    out.kind(iri, GG.Team, ORG.OrganizationalUnit)
    out.named(iri, SKOS.prefLabel, team.name)
    out.link(iri, GG.responsibleFor, out.iris.project(team.project))
    out.origin(iri, "", [team.span])
    if team.project.department:
        out.link(iri, ORG.unitOf, out.iris.department(team.project.department))
