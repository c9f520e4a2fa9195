"""The closed namespaces of the graph: a misspelt term raises instead of giving a silently empty answer."""

# ruff: noqa: N815 (terms keep their published spelling)
from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, QB, RDF, RDFS, SDO, SKOS, XSD, DefinedNamespace, Namespace

from .prefixes import PREFIXES

__all__ = [
    "CV",
    "DCTERMS",
    "DQV",
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


class _Kept(type(DefinedNamespace)):  # type: ignore[misc]
    """Terms are made when they are first asked for and kept: a build asks for each some thousand times."""

    def __getattr__(cls, name: str) -> URIRef:
        found: URIRef = super().__getattr__(name)
        if not name.startswith("_"):
            type.__setattr__(cls, name, found)
        return found


class GG(DefinedNamespace, metaclass=_Kept):
    """Our own classes and properties; `vocabulary.ttl` says what each means."""

    _fail = True
    _NS = Namespace(PREFIXES["gg"])

    AffiliatedBody: URIRef
    Article: URIRef
    AuditAnswer: URIRef
    AuditRequest: URIRef
    AuditStep: URIRef
    BudgetAmount: URIRef
    BudgetLine: URIRef
    BudgetTotal: URIRef
    StatedAmount: URIRef
    Bureau: URIRef
    ChapterCoverage: URIRef
    Citation: URIRef
    CitationCheck: URIRef
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
    Finding: URIRef
    Funding: URIRef
    Law: URIRef
    LineMatch: URIRef
    Milestone: URIRef
    Office: URIRef
    Organisation: URIRef
    Partnership: URIRef
    Passage: URIRef
    Project: URIRef
    Register: URIRef
    Relation: URIRef
    Result: URIRef
    Source: URIRef
    StaffCount: URIRef
    Target: URIRef
    Team: URIRef
    Unit: URIRef
    UnreadLine: URIRef

    abstract: URIRef
    address: URIRef
    area: URIRef
    article: URIRef
    articleCheck: URIRef
    articles: URIRef
    basis: URIRef
    budgetLine: URIRef
    budgetStructure: URIRef
    bureau: URIRef
    certainty: URIRef
    chapter: URIRef
    citation: URIRef
    citationStatus: URIRef
    city: URIRef
    completion: URIRef
    concerns: URIRef
    construction: URIRef
    context: URIRef
    deleted: URIRef
    department: URIRef
    detailLine: URIRef
    encoding: URIRef
    expected: URIRef
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
    hasPartner: URIRef
    heading: URIRef
    headingCheck: URIRef
    how: URIRef
    inForceCheck: URIRef
    inProject: URIRef
    isBasis: URIRef
    item: URIRef
    jurisdiction: URIRef
    lastLine: URIRef
    law: URIRef
    lawCheck: URIRef
    lineCount: URIRef
    match: URIRef
    matchKind: URIRef
    ministry: URIRef
    nameKey: URIRef
    network: URIRef
    note: URIRef
    number: URIRef
    opening: URIRef
    operator: URIRef
    organisation: URIRef
    others: URIRef
    page: URIRef
    partOfLine: URIRef
    period: URIRef
    printed: URIRef
    project: URIRef
    quota: URIRef
    quote: URIRef
    readCount: URIRef
    relation: URIRef
    resolved: URIRef
    responsibleFor: URIRef
    rooms: URIRef
    rule: URIRef
    sameLineAs: URIRef
    sha256: URIRef
    staff: URIRef
    statedBudget: URIRef
    residents: URIRef
    tenant: URIRef
    spaces: URIRef
    status: URIRef
    strength: URIRef
    summaryLine: URIRef
    table: URIRef
    term: URIRef
    text: URIRef
    unit: URIRef
    verdict: URIRef
    worksFor: URIRef


class CV(DefinedNamespace):
    """Core Public Service Vocabulary (CPSV-AP): the terms in use."""

    _fail = True
    _NS = Namespace(PREFIXES["cv"])

    Participation: URIRef
    PublicOrganisation: URIRef
    hasCompetentAuthority: URIRef
    hasLegalResource: URIRef
    role: URIRef


class DQV(DefinedNamespace):
    """Data Quality Vocabulary: the terms in use."""

    _fail = True
    _NS = Namespace(PREFIXES["dqv"])

    QualityAnnotation: URIRef
    QualityMeasurement: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier: the terms in use."""

    _fail = True
    _NS = Namespace(PREFIXES["eli"])

    LegalResource: URIRef
    LegalResourceSubdivision: URIRef
    based_on: URIRef
    cites: URIRef
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
    hasTarget: URIRef


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
