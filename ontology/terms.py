"""The closed namespaces of the graph: a misspelt term raises instead of giving a silently empty answer."""

# ruff: noqa: N815 (terms keep their published spelling)
from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, QB, RDF, RDFS, SDO, SKOS, XSD, DefinedNamespace, Namespace

from .prefixes import PREFIXES

__all__ = [
    "CV",
    "DCTERMS",
    "ELI",
    "GG",
    "OA",
    "OBEU_ATTRIBUTE",
    "OBEU_DIMENSION",
    "OBEU_MEASURE",
    "ORG",
    "OWL",
    "PROV",
    "QB",
    "RDF",
    "RDFS",
    "SDO",
    "SKOS",
    "XSD",
]


class GG(DefinedNamespace):
    """Our own classes and properties; `vocabulary.ttl` says what each means."""

    _fail = True
    _NS = Namespace(PREFIXES["gg"])

    AffiliatedBody: URIRef
    Article: URIRef
    BudgetAmount: URIRef
    BudgetLine: URIRef
    BudgetTotal: URIRef
    Bureau: URIRef
    Citation: URIRef
    City: URIRef
    Department: URIRef
    Duty: URIRef
    Facility: URIRef
    FacilityBudget: URIRef
    FacilityLaw: URIRef
    FacilityOperation: URIRef
    FacilityNetwork: URIRef
    FacilityProject: URIRef
    Fact: URIRef
    Law: URIRef
    LineMatch: URIRef
    Office: URIRef
    Project: URIRef
    Relation: URIRef
    Source: URIRef
    StaffCount: URIRef
    Team: URIRef
    Unit: URIRef

    abstract: URIRef
    address: URIRef
    area: URIRef
    article: URIRef
    articles: URIRef
    basis: URIRef
    budgetLine: URIRef
    budgetStructure: URIRef
    bureau: URIRef
    chapter: URIRef
    citation: URIRef
    citationStatus: URIRef
    city: URIRef
    completion: URIRef
    construction: URIRef
    context: URIRef
    department: URIRef
    detailLine: URIRef
    encoding: URIRef
    facility: URIRef
    facilityStaff: URIRef
    facilityType: URIRef
    firstLine: URIRef
    floors: URIRef
    fundedBy: URIRef
    grade: URIRef
    hasBudgetLine: URIRef
    hasDerivedLegalBasis: URIRef
    hasLegalBasis: URIRef
    heading: URIRef
    how: URIRef
    inProject: URIRef
    isBasis: URIRef
    item: URIRef
    jurisdiction: URIRef
    lastLine: URIRef
    law: URIRef
    lineCount: URIRef
    match: URIRef
    matchKind: URIRef
    ministry: URIRef
    nameKey: URIRef
    network: URIRef
    number: URIRef
    opening: URIRef
    operator: URIRef
    others: URIRef
    page: URIRef
    partOfLine: URIRef
    printed: URIRef
    project: URIRef
    quota: URIRef
    quote: URIRef
    relation: URIRef
    resolved: URIRef
    responsibleFor: URIRef
    rooms: URIRef
    rule: URIRef
    sameLineAs: URIRef
    sha256: URIRef
    staff: URIRef
    statedBudget: URIRef
    status: URIRef
    strength: URIRef
    summaryLine: URIRef
    table: URIRef
    term: URIRef
    unit: URIRef


class CV(DefinedNamespace):
    """Core Public Service Vocabulary (CPSV-AP): the terms in use."""

    _fail = True
    _NS = Namespace(PREFIXES["cv"])

    Participation: URIRef
    PublicOrganisation: URIRef
    hasCompetentAuthority: URIRef
    hasLegalResource: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier: the terms in use."""

    _fail = True
    _NS = Namespace(PREFIXES["eli"])

    LegalResource: URIRef
    LegalResourceSubdivision: URIRef
    date_document: URIRef
    first_date_entry_in_force: URIRef
    id_local: URIRef
    is_part_of: URIRef
    jurisdiction: URIRef
    number: URIRef
    responsibility_of: URIRef
    type_document: URIRef


class OA(DefinedNamespace):
    """Web Annotation: the terms in use."""

    _fail = True
    _NS = Namespace(PREFIXES["oa"])

    Annotation: URIRef
    FragmentSelector: URIRef
    SpecificResource: URIRef
    TextQuoteSelector: URIRef
    exact: URIRef
    hasBody: URIRef
    hasSelector: URIRef
    hasSource: URIRef


class OBEU_DIMENSION(DefinedNamespace):  # noqa: N801 (named as its prefix)
    """OpenBudgets.eu dimensions in use."""

    _fail = True
    _NS = Namespace(PREFIXES["obeu-dimension"])

    budgetLine: URIRef
    budgetPhase: URIRef
    fiscalYear: URIRef
    organization: URIRef
    project: URIRef


class OBEU_MEASURE(DefinedNamespace):  # noqa: N801 (named as its prefix)
    """OpenBudgets.eu measures in use."""

    _fail = True
    _NS = Namespace(PREFIXES["obeu-measure"])

    amount: URIRef


class OBEU_ATTRIBUTE(DefinedNamespace):  # noqa: N801 (named as its prefix)
    """OpenBudgets.eu attributes in use."""

    _fail = True
    _NS = Namespace(PREFIXES["obeu-attribute"])

    currency: URIRef
