"""What projects do: partners, targets, results, milestones, sources of money."""

from __future__ import annotations

from ..ontology.fold import loose_key, name_key
from ..ontology.records import Funding, Milestone, Organisation, OrganisationName, Partner, Passage, Result, Target
from ..ontology.terms import CV, DCTERMS, GG, OBEU_ATTRIBUTE, OBEU_DIMENSION, OBEU_MEASURE, ORG, OWL, SDO, SKOS, XSD
from .build_budget import WON
from .statements import Statements, decimal, plain


def build_organisation(out: Statements, organisation: Organisation) -> str:
    """An organisation outside the bureau; one of the bureau's affiliated bodies is the same as that."""
    iri = out.iris.organisation(organisation.name)
    out.kind(iri, GG.Organisation, ORG.Organization)
    out.named(iri, SKOS.prefLabel, organisation.name)
    out.code(iri, ORG.classification, "organisation", organisation.kind)
    if body := out.numbering.bodies.get(name_key(organisation.name)):
        out.link(iri, OWL.sameAs, out.iris.department(body))
    return iri


def build_organisation_name(out: Statements, name: OrganisationName) -> None:
    """Another spelling, as a fact."""
    iri, alias = build_organisation(out, name.organisation), plain(name.name)
    out.keys(iri, name.name)
    out.value(iri, SKOS.altLabel, alias)
    fact = out.fact(iri, SKOS.altLabel, alias, ("name", name.name, name.rule))
    out.text(fact, GG.printed, name.span.quote)
    out.origin(fact, name.rule, [name.span])


def build_partner(out: Statements, partner: Partner) -> None:
    """What an organisation does for a project, and the direct edge between them."""
    organisation, project = build_organisation(out, partner.organisation), out.iris.project(partner.project)
    key = (partner.role, partner.status, partner.period, partner.unit, partner.rule)
    iri = out.iris.statement("partner", project, organisation, *key)
    out.kind(iri, GG.Partnership, CV.Participation)
    out.link(iri, GG.project, project)
    out.link(iri, GG.organisation, organisation)
    out.code(iri, CV.role, "role", partner.role)
    out.code(iri, GG.status, "partner-status", partner.status)
    out.text(iri, GG.period, partner.period)
    out.days(iri, *partner.period.split("/"))
    out.text(iri, GG.worksFor, partner.unit)
    if place := out.numbering.places.get(loose_key(partner.unit)):
        out.link(iri, GG.concerns, out.iris.facility_of(place))
    out.text(iri, GG.printed, partner.printed)
    out.origin(iri, partner.rule, [partner.span])
    out.link(project, GG.hasPartner, organisation)


def reported(out: Statements, said: Target | Result) -> str:
    """The address of a target or result."""
    kind = "target" if isinstance(said, Target) else "result"
    key = (said.item, said.period, said.text, said.value, said.unit)
    return out.iris.statement(kind, out.iris.project(said.project), *key)


def build_reported(out: Statements, said: Target | Result) -> None:
    """A target or a result; its words are its place's quote, unless they were put in order."""
    iri = reported(out, said)
    out.kind(iri, GG.Target if isinstance(said, Target) else GG.Result, SDO.Observation)
    out.link(iri, GG.project, out.iris.project(said.project))
    out.text(iri, SDO.measuredProperty, said.item)
    out.text(iri, GG.period, said.period)
    if said.text != said.span.quote:
        out.text(iri, GG.printed, said.text)
    if said.value:
        out.value(iri, SDO.value, decimal(said.value))
    out.text(iri, GG.unit, said.unit)
    out.origin(iri, "", [said.span])


def build_milestone(out: Statements, milestone: Milestone) -> None:
    """A step that is to come, with its dates as precise as they are known."""
    project = out.iris.project(milestone.project)
    iri = out.iris.statement("milestone", project, milestone.text, milestone.when, milestone.start, milestone.end)
    out.kind(iri, GG.Milestone, SDO.Event)
    out.link(iri, GG.project, project)
    out.text(iri, DCTERMS.description, milestone.text)
    out.text(iri, GG.period, milestone.when)
    out.days(iri, milestone.start, milestone.end)
    out.origin(iri, "", [milestone.span])


def funding(out: Statements, part: Funding) -> str:
    """The address of a part of a project's money."""
    key = (part.item, part.source, str(part.fiscal_year), str(part.won))
    return out.iris.statement("funding", out.iris.project(part.project), *key)


def build_funding(out: Statements, part: Funding) -> None:
    """The part of a project's money that one source gives, in won and as printed."""
    iri = funding(out, part)
    out.kind(iri, GG.Funding, SDO.Observation)
    out.link(iri, GG.project, out.iris.project(part.project))
    out.text(iri, GG.item, part.item)
    out.code(iri, DCTERMS.type, "funding", part.source)
    out.typed(iri, OBEU_DIMENSION.fiscalYear, f"{part.fiscal_year:04d}", XSD.gYear)
    out.number(iri, OBEU_MEASURE.amount, part.won)
    out.link(iri, OBEU_ATTRIBUTE.currency, WON)
    out.text(iri, GG.printed, part.printed)
    out.text(iri, GG.unit, part.unit)
    out.origin(iri, "", [part.span])


def build_passage(out: Statements, passage: Passage) -> None:
    """What a section says without being more; its words are its place's quote."""
    project = out.iris.project(passage.project) if passage.project else ""
    iri = out.iris.statement("passage", project, passage.heading, passage.span.quote)
    out.kind(iri, GG.Passage)
    out.link(iri, GG.project, project)
    out.text(iri, GG.heading, passage.heading)
    out.origin(iri, "", [passage.span])
