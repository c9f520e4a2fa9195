"""What the council asked in its audit, what the bureau answered, and the steps of the answer."""

from __future__ import annotations

from ..ontology.records import AuditRequest, AuditStep
from ..ontology.terms import DCTERMS, GG, SDO
from .build_laws import build_law
from .statements import Statements


def audit_request(out: Statements, request: AuditRequest) -> str:
    """The address of a request."""
    return out.iris.statement("audit-request", request.number, request.category, request.request)


def build_audit_request(out: Statements, request: AuditRequest) -> None:
    """A request with whom it asks and what it concerns; the answer is a thing of its own."""
    iri = audit_request(out, request)
    out.kind(iri, GG.AuditRequest, SDO.Question)
    out.text(iri, GG.number, request.number)
    out.code(iri, DCTERMS.type, "audit-category", request.category)
    if request.status:
        out.code(iri, GG.status, "audit-status", request.status)
    out.text(iri, SDO.text, request.request)
    out.link(iri, GG.department, *map(out.iris.department, request.departments))
    out.link(iri, GG.concerns, *map(out.iris.facility_of, request.facilities))
    for law in request.laws:
        out.link(iri, GG.concerns, build_law(out, law))
    out.origin(iri, "", [request.span])
    if request.answer.strip():
        _answer(out, iri, request)


def _answer(out: Statements, asked: str, request: AuditRequest) -> None:
    iri = out.iris.statement("audit-answer", asked)
    out.link(asked, SDO.acceptedAnswer, iri)
    out.kind(iri, GG.AuditAnswer, SDO.Answer)
    out.text(iri, SDO.text, request.answer)
    out.origin(iri, "", request.answers or [request.span])


def build_audit_step(out: Statements, step: AuditStep) -> None:
    """A dated step of an answer."""
    request = audit_request(out, step.request)
    iri = out.iris.statement("audit-step", request, step.text, step.when, step.start, step.end)
    out.kind(iri, GG.AuditStep, SDO.Event)
    out.link(iri, DCTERMS.isPartOf, request)
    out.text(iri, DCTERMS.description, step.text)
    out.text(iri, GG.period, step.when)
    out.days(iri, step.start, step.end)
    out.origin(iri, "", [step.span])
