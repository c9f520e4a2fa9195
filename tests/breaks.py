"""For every message of the shapes a mutation of the hand-made report that breaks it: shape, message, SPARQL update."""

from __future__ import annotations


def drop(kind: str, predicate: str) -> str:
    """Take a property from all things of a kind."""
    return f"DELETE {{ ?x {predicate} ?v }} WHERE {{ ?x a {kind} ; {predicate} ?v }}"


def put(kind: str, predicate: str, value: str = "<x:nothing>") -> str:
    """Give a property of all things of a kind another value."""
    return (
        f"DELETE {{ ?x {predicate} ?v }} INSERT {{ ?x {predicate} {value} }} WHERE {{ ?x a {kind} ; {predicate} ?v }}"
    )


def add(kind: str, predicate: str, value: str = "<x:nothing>") -> str:
    """Give all things of a kind one more value."""
    return f"INSERT {{ ?x {predicate} {value} }} WHERE {{ ?x a {kind} }}"


BREAKS: dict[str, dict[str, str]] = {
    "SaidShape": {"does not say whether it is stated or derived": drop("gg:Duty", "gg:basis")},
    "DerivedShape": {
        "is derived by a rule that nobody has described": put("gg:LineMatch", "gg:rule"),
        "has a rule but is not marked as derived": put("gg:LineMatch", "gg:basis", "'stated'"),
    },
    "SpanShape": {
        "belongs to no document": put("oa:SpecificResource", "oa:hasSource"),
        "has no quote": drop("oa:SpecificResource", "gg:quote"),
        "has two quotes": add("oa:SpecificResource", "gg:quote", "'another'"),
        "has no lines, or a first one after its last": put("oa:SpecificResource", "gg:firstLine", "1000"),
        "has no selector": drop("oa:SpecificResource", "oa:hasSelector"),
        "has a selector that selects neither quote nor lines": drop("oa:TextQuoteSelector", "oa:exact"),
    },
    "SourceShape": {
        "has no name": drop("gg:Source", "dct:identifier"),
        "has no SHA-256": put("gg:Source", "gg:sha256", "'abc'"),
        "has no readable date": put("gg:Source", "dct:issued", "'yesterday'"),
    },
    "FactShape": {
        "has no subject": drop("gg:Fact", "rdf:subject"),
        "has no predicate": drop("gg:Fact", "rdf:predicate"),
        "has no object, or two": add("gg:Fact", "rdf:object", "'another'"),
    },
    "NamedShape": {"has no label, or two": add("gg:City", "skos:prefLabel", "'another'")},
    "StaffCountShape": {
        "counts no department's staff": drop("gg:StaffCount", "gg:department"),
        "has no readable quota": put("gg:StaffCount", "gg:quota", "'many'"),
        "has no readable number of staff": put("gg:StaffCount", "gg:staff", "-1"),
        "counts neither posts nor people": drop("gg:StaffCount", "(gg:quota|gg:staff)").replace(
            "DELETE { ?x (gg:quota|gg:staff) ?v }", "DELETE { ?x gg:quota ?v ; gg:staff ?v }"
        ),
    },
    "DutyShape": {
        "is no department's duty": drop("gg:Duty", "gg:department"),
        "is a duty without words": drop("gg:Duty", "dct:description"),
    },
    "TeamShape": {"answers for no project": drop("gg:Team", "gg:responsibleFor")},
    "ProjectShape": {
        "has no title, or two": add("gg:Project", "dct:title", "'another'"),
        "stands on something that is no law": add("gg:Project", "gg:hasLegalBasis"),
        "has something that is no budget line": add("gg:Project", "gg:hasBudgetLine"),
    },
    "LawShape": {
        "has no kind of law": drop("gg:Law", "eli:type_document"),
        "is neither resolved nor unresolved": drop("gg:Law", "gg:resolved"),
        "has two jurisdictions": add("gg:Law", "gg:jurisdiction", "'another'"),
        "is a resolved law without jurisdiction": drop("gg:Law", "gg:jurisdiction"),
    },
    "ArticleShape": {
        "is part of no law": drop("gg:Article", "eli:is_part_of"),
        "has no number": drop("gg:Article", "eli:number"),
    },
    "CitationShape": {
        "cites no law": drop("gg:Citation", "gg:law"),
        "has no printed name": drop("gg:Citation", "gg:printed"),
        "is neither basis nor mention": drop("gg:Citation", "gg:isBasis"),
        "has no status of the law": put("gg:Citation", "gg:citationStatus"),
        "cites an article that is none": put("gg:Citation", "gg:article"),
    },
    "CitationCheckShape": {
        "checks no citation": put("gg:CitationCheck", "gg:citation"),
        "has no verdict": drop("gg:CitationCheck", "gg:verdict"),
        "does not say whether the law is known": put("gg:CitationCheck", "gg:lawCheck"),
        "does not say whether the law was in force": drop("gg:CitationCheck", "gg:inForceCheck"),
        "judges the articles in no known way": put("gg:CitationCheck", "gg:articleCheck"),
        "judges the heading in no known way": put("gg:CitationCheck", "gg:headingCheck"),
        "gives two reasons in one language": add("gg:CitationCheck", "gg:note", "'one'@en, 'another'@en"),
    },
    "BudgetLineShape": {
        "has no item, or two": add("gg:BudgetLine", "gg:item", "'another'"),
        "is in no known table": put("gg:BudgetTotal", "gg:table", "'list'"),
    },
    "AmountShape": {
        "is no budget line's": put("gg:BudgetAmount", "obeu-dimension:budgetLine"),
        "has no fiscal year": put("gg:BudgetAmount", "obeu-dimension:fiscalYear", "2025"),
        "has no phase": drop("gg:BudgetAmount", "obeu-dimension:budgetPhase"),
        "is no whole number of won": put("gg:BudgetAmount", "obeu-measure:amount", "1.5"),
        "has no currency": drop("gg:BudgetAmount", "obeu-attribute:currency"),
        "is in no data set": drop("gg:BudgetAmount", "qb:dataSet"),
        "has no printed figure": drop("gg:BudgetAmount", "gg:printed"),
        "has no unit": drop("gg:BudgetAmount", "gg:unit"),
    },
    "StatedAmountShape": {
        "is no line's sum": put("gg:StatedAmount", "obeu-dimension:budgetLine"),
        "is of two years, or of none that is one": add("gg:StatedAmount", "obeu-dimension:fiscalYear", "2025"),
        "is in two phases, or in none that is known": add("gg:StatedAmount", "obeu-dimension:budgetPhase"),
        "is no whole sum of won": put("gg:StatedAmount", "obeu-measure:amount", "1.5"),
        "is in no currency": drop("gg:StatedAmount", "obeu-attribute:currency"),
        "is not printed": drop("gg:StatedAmount", "gg:printed"),
    },
    "LineMatchShape": {
        "has no detail line": put("gg:LineMatch", "gg:detailLine"),
        "has no summary line": drop("gg:LineMatch", "gg:summaryLine"),
        "is no known match": put("gg:LineMatch", "gg:matchKind", "'like'"),
    },
    "FacilityShape": {
        "has an unknown type": put("gg:Facility", "gg:facilityType"),
        "has an unknown status": put("gg:Facility", "gg:status"),
        "has an unreadable area": put("gg:Facility", "gg:area", "'wide'"),
        "has an unreadable number of rooms": put("gg:Facility", "gg:rooms", "'some'"),
        "has an unreadable number of staff": put("gg:Facility", "gg:facilityStaff", "'some'"),
        "is completed by an impossible share": put("gg:Facility", "gg:completion", "120.0"),
        "has an unreadable opening date": put("gg:Facility", "gg:opening", "'2025-02-30'^^xsd:date"),
        "has an unreadable term": put("gg:Facility", "gg:term", "'always'"),
        "has an unreadable construction period": put("gg:Facility", "gg:construction", "'soon'"),
        "has an unreadable budget": put("gg:Facility", "gg:statedBudget", "'much'"),
        "has an unreadable number of resident firms": put("gg:Facility", "gg:residents", "'many'"),
        "has a tenant without a name": put("gg:Facility", "gg:tenant"),
        "holds something without words": put("gg:Facility", "gg:spaces"),
    },
    "FacilityOperationShape": {
        "is of no facility": put("gg:FacilityOperation", "gg:facility"),
        "names no operator": drop("gg:FacilityOperation", "gg:operator"),
    },
    "FacilityProjectShape": {
        "links no facility": put("gg:FacilityProject", "gg:facility"),
        "links no project": drop("gg:FacilityProject", "gg:project"),
        "is no known relation": put("gg:FacilityProject", "gg:relation"),
    },
    "FacilityBudgetShape": {
        "links no facility": put("gg:FacilityBudget", "gg:facility"),
        "links no budget line": drop("gg:FacilityBudget", "gg:budgetLine"),
        "is neither named nor shared": put("gg:FacilityBudget", "gg:match"),
    },
    "FacilityLawShape": {
        "links no facility": put("gg:FacilityLaw", "gg:facility"),
        "links no law": put("gg:FacilityLaw", "gg:law"),
        "stands on something that is no citation": put("gg:FacilityLaw", "gg:citation"),
        "goes through something that is no project": put("gg:FacilityLaw", "gg:project"),
        "is named by an article that is none": put("gg:FacilityLaw", "gg:article"),
        "has no strength": put("gg:FacilityLaw", "gg:strength"),
        "stands on no citation, and the law does not name it": drop("gg:FacilityLaw", "gg:citation"),
        "goes through no project, and the law does not name it": drop("gg:FacilityLaw", "gg:project"),
    },
    "PlacedShape": {
        "stands on no line of a document": drop("gg:Duty", "prov:wasDerivedFrom"),
        "stands on something that is no place in a document": put("gg:Duty", "prov:wasDerivedFrom"),
    },
    "DerivedHasRuleShape": {"is derived, but by no rule": drop("gg:LineMatch", "gg:rule")},
    "AttributeHasFactShape": {
        "has a property that no fact states or derives": add("gg:Facility", "gg:address", "'elsewhere'")
    },
    "FactHoldsShape": {"states something that the graph does not hold": drop("gg:Facility", "gg:address")},
    "OneFigureShape": {
        "is one of two figures for the same line, year and phase": """
            INSERT { <x:a> a gg:BudgetAmount ; ?p ?v ; obeu-measure:amount 1 }
            WHERE { ?x a gg:BudgetAmount ; obeu-measure:amount 15797378000 ; ?p ?v
              FILTER(?p != obeu-measure:amount) }"""
    },
    "BasisEdgeShape": {
        "has a legal basis that no citation states": """
            INSERT { ?x gg:hasLegalBasis ?y } WHERE { ?x a gg:Project . ?y a gg:Law }"""
    },
    "DerivedBasisEdgeShape": {
        "has a derived legal basis that nothing explains": """
            INSERT { ?x gg:hasDerivedLegalBasis ?y } WHERE { ?x a gg:Facility . ?y a gg:Law }"""
    },
    "OrganisationShape": {"is of no known kind of organisation": put("gg:Organisation", "org:classification")},
    "PartnershipShape": {
        "is in no project": put("gg:Partnership", "gg:project"),
        "is no organisation's": drop("gg:Partnership", "gg:organisation"),
        "has no role": put("gg:Partnership", "cv:role"),
        "is neither past, current nor planned": drop("gg:Partnership", "gg:status"),
        "has an unreadable period": put("gg:Partnership", "schema:endDate", "'always'"),
    },
    "ReportedShape": {
        "is no project's target or result": drop("gg:Target", "gg:project"),
        "has an unreadable figure": put("gg:Result", "schema:value", "'many'"),
    },
    "MilestoneShape": {
        "is no project's step": drop("gg:Milestone", "gg:project"),
        "is a step without words": drop("gg:Milestone", "dct:description"),
        "has an unreadable date": put("gg:Milestone", "schema:startDate", "'soon'"),
    },
    "FundingShape": {
        "pays for no project": drop("gg:Funding", "gg:project"),
        "is of no known source of money": put("gg:Funding", "dct:type"),
        "has no fiscal year": put("gg:Funding", "obeu-dimension:fiscalYear", "2025"),
        "is no whole number of won": put("gg:Funding", "obeu-measure:amount", "1.5"),
    },
    "AuditRequestShape": {
        "asks nothing": drop("gg:AuditRequest", "schema:text"),
        "is of no known category": put("gg:AuditRequest", "dct:type"),
        "is in a state that nobody has described": put("gg:AuditRequest", "gg:status"),
        "has an answer that is none": put("gg:AuditRequest", "schema:acceptedAnswer"),
    },
    "AuditAnswerShape": {"answers nothing": drop("gg:AuditAnswer", "schema:text")},
    "AuditStepShape": {
        "is a step of no answer": put("gg:AuditStep", "dct:isPartOf"),
        "is a step without words": drop("gg:AuditStep", "dct:description"),
        "has an unreadable date": put("gg:AuditStep", "schema:endDate", "'soon'"),
    },
    "FindingShape": {
        "is of no known kind of finding": put("gg:Finding", "dct:type"),
        "does not say how sure it is": drop("gg:Finding", "gg:certainty"),
        "has no message in Korean and in English": put("gg:Finding", "rdfs:comment", "'only one'@ko"),
        "points to no line": put("gg:Finding", "prov:wasDerivedFrom"),
        "touches something that the graph does not hold": put("gg:Finding", "oa:hasTarget"),
    },
    "ChapterCoverageShape": {
        "counts the lines of no chapter": drop("gg:ChapterCoverage", "gg:chapter"),
        "has read more lines than there are": put("gg:ChapterCoverage", "gg:readCount", "1000"),
    },
    "UnreadLineShape": {
        "is no line": drop("gg:UnreadLine", "gg:firstLine"),
        "is in no chapter": put("gg:UnreadLine", "dct:isPartOf"),
    },
    "PartnerEdgeShape": {
        "has a partner that nothing explains": """
            INSERT { ?x gg:hasPartner ?y } WHERE { ?x a gg:Project . ?y a gg:Organisation }"""
    },
    "FundedEdgeShape": {
        "has a budget line that nothing explains": """
            INSERT { ?x gg:fundedBy ?y } WHERE { ?x a gg:Facility . ?y a gg:BudgetLine }"""
    },
}
