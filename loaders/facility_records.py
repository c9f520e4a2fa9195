"""The facilities of a document as records: names, facts, and a status that is stated or follows from stated facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..ontology.records import Facility, FacilityFact, FacilityName, FacilityOperator, Record
from .facilities import Gazetteer
from .facility_items import Attribute
from .facility_sections import Proposal
from .spacing import normal

_SAYS_MORE = ("planned", "operating", "under_construction", "to_be_abolished", "abolished")


def facility_records(gazetteer: Gazetteer, attributes: Sequence[Attribute], as_of: str) -> list[Record]:
    """Each facility with its names, its stated facts, its type and its status on the report's date."""
    proposals: dict[str, list[Proposal]] = defaultdict(list)
    for key, proposal in gazetteer.proposals:
        proposals[key].append(proposal)
    stated: dict[str, list[Record]] = defaultdict(list)
    for attribute in attributes:
        s = attribute.stated
        fact = FacilityFact(gazetteer.facilities[attribute.key], s.property, s.value, s.printed, "", s.span)
        stated[attribute.key].append(fact)
    made: list[Record] = list(gazetteer.facilities.values())
    for key, facility in gazetteer.facilities.items():
        made += _names(facility, proposals[key])
        facts = [*_stated(facility, proposals[key]), *(f for f in stated[key] if isinstance(f, FacilityFact))]
        made += [
            *facts,
            *_operators(facility, proposals[key]),
            *_type(facility, proposals[key]),
            *_status(facility, proposals[key], facts, as_of),
        ]
    return list(dict.fromkeys(made))


def _names(facility: Facility, proposals: Sequence[Proposal]) -> Iterator[Record]:
    """The other spellings, each where it stands first."""
    seen = {facility.name}
    for proposal in proposals:
        for name in (proposal.name, *proposal.aliases):
            if name not in seen:
                seen.add(name)
                yield FacilityName(facility, name, proposal.span)


def _stated(facility: Facility, proposals: Sequence[Proposal]) -> Iterator[FacilityFact]:
    for proposal in proposals:
        for f in proposal.facts:
            yield FacilityFact(facility, f.property, f.value, f.printed, "", f.span)


def _operators(facility: Facility, proposals: Sequence[Proposal]) -> Iterator[Record]:
    """The operator that a table or list states, with the term that stands beside it."""
    for proposal in proposals:
        term = next((f.value for f in proposal.facts if f.property == "term"), "")
        for f in proposal.facts:
            if f.property == "operator":
                yield FacilityOperator(facility, f.value, term, f.span)


def _type(facility: Facility, proposals: Sequence[Proposal]) -> Iterator[FacilityFact]:
    for proposal in proposals:
        if proposal.type:
            yield FacilityFact(
                facility, "type", proposal.type, normal(proposal.span.quote), "type-by-name", proposal.span
            )
            return


def _status(
    facility: Facility, proposals: Sequence[Proposal], facts: Sequence[FacilityFact], as_of: str
) -> Iterator[FacilityFact]:
    """Of several stated ones the one that holds; nothing beside a single one; else what the opening, the works, the
    term or the action show.
    """
    if stated := [f for f in facts if f.property == "status"]:
        if len({f.value for f in stated}) > 1:
            yield replace(_of_several(stated, facts, as_of), rule="status-of-several")
        return
    if found := _by_dates(facts, as_of):
        fact, status, rule = found
        yield FacilityFact(facility, "status", status, fact.printed, rule, fact.span)
        return
    yield from _by_action(facility, proposals)


def _of_several(stated: Sequence[FacilityFact], facts: Sequence[FacilityFact], as_of: str) -> FacilityFact:
    """The status that the stated dates bear out, else the one that says more; the last statement of it."""
    dated = _by_dates(facts, as_of)
    borne_out = [f for f in stated if dated and f.value == dated[1]]
    return max(borne_out or stated, key=lambda f: (_SAYS_MORE.index(f.value), f.span.start))


def _by_action(facility: Facility, proposals: Sequence[Proposal]) -> Iterator[FacilityFact]:
    """What is run or supported is in use; what is only built is planned; what is only spoken of is in use."""
    order = ("operates", "supports", "builds", "plans", "uses_venue", "mentions")
    proposal = min(proposals, key=lambda p: order.index(p.relation))
    site = any(p.type == "development_site" for p in proposals)
    status = (
        "planned"
        if proposal.relation in ("builds", "plans") or (site and proposal.relation == "mentions")
        else "operating"
    )
    rule = "status-by-use" if proposal.relation in ("uses_venue", "mentions") else "status-by-action"
    yield FacilityFact(facility, "status", status, normal(proposal.span.quote), rule, proposal.span)


def _by_dates(facts: Sequence[FacilityFact], as_of: str) -> tuple[FacilityFact, str, str] | None:
    """Works begun and not ended, an opening before or after the report's date, a term that covers it."""
    opening = next((f for f in facts if f.property == "opening"), None)
    works = next((f for f in facts if f.property in ("construction", "completion")), None)
    opened = opening is not None and opening.value <= as_of[: len(opening.value)]
    if works and not opened and _begun(works, as_of):
        return works, "under_construction", "status-by-works"
    if opening and as_of:
        return opening, "operating" if opened else "planned", "status-by-opening"
    run = (f for f in facts if f.property == "operator" or (f.property == "term" and _covers(f.value, as_of)))
    term = next(run, None)
    return (term, "operating", "status-by-term") if term else None


def _covers(term: str, as_of: str) -> bool:
    """Whether an ISO interval holds the report's date, each end with the precision that it has."""
    start, _, end = term.partition("/")
    return bool(as_of) and start <= as_of[: len(start)] and as_of[: len(end)] <= end


def _begun(works: FacilityFact, as_of: str) -> bool:
    start = works.value.split("/")[0]
    return works.property == "completion" or start <= as_of[: len(start)]
