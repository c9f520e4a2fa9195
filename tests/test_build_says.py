"""What the hand-made report says, as patterns that its graph holds, and what it does not say."""

from __future__ import annotations

import pytest

from .made import LOADED
from .made_graph import asks

SAYS = {
    "the document": """
        ?x a gg:Source, prov:Entity, schema:DigitalDocument ; dct:issued "2025-01-31"^^xsd:date ; gg:lineCount 50 ;
          dct:identifier "reports/2025-01.txt" ; gg:city/skos:prefLabel "서울특별시" """,
    "the city": """
        ?x skos:prefLabel "서울특별시" ; a gg:City, cv:PublicOrganisation ; org:hasUnit/skos:prefLabel "미래산업국" """,
    "where it names its city": """
        ?f rdf:subject/a gg:Source ; rdf:predicate gg:city ; rdf:object/a gg:City ; gg:basis "stated" ;
          prov:wasDerivedFrom/gg:firstLine 3 """,
    "a bureau that only an option named": """
        ?f rdf:predicate gg:bureau ; rdf:object/a gg:Bureau ; gg:basis "given" """,
    "a department": """
        ?x skos:prefLabel "산업정책과" ; a gg:Department, org:OrganizationalUnit ; org:unitOf/a gg:Bureau ;
          gg:quota 32 ; gg:staff 30 ; gg:basis "stated" """,
    "an office": """?x skos:prefLabel "산업연구소" ; a gg:Office ; org:unitOf/a gg:Bureau """,
    "an affiliated body": """
        ?x skos:prefLabel "서울산업재단" ; a gg:AffiliatedBody, org:FormalOrganization ; gg:staff 85 """,
    "staff of a grade": """
        ?c a gg:StaffCount ; gg:grade "5급" ; gg:quota 4 ; gg:staff 4 ; gg:department/skos:prefLabel "산업정책과" """,
    "a duty": """
        ?d a gg:Duty ; dct:description "산업정책 종합계획 수립" ; prov:wasDerivedFrom/gg:firstLine 13 """,
    "a team": """
        ?x skos:prefLabel "양자산업팀" ; a gg:Team ; gg:responsibleFor/dct:title "양자산업 거점 운영" """,
    "a project": """
        ?p a gg:Project, schema:Project ; gg:number "1" ; gg:chapter "Ⅵ" ; gg:firstLine 19 ; gg:lastLine 25 ;
          cv:hasCompetentAuthority/skos:prefLabel "산업정책과" ; gg:hasLegalBasis/skos:prefLabel "과학기술기본법" """,
    "a national law": """
        ?x skos:prefLabel "과학기술기본법" ; a gg:Law, eli:LegalResource ; eli:type_document gg:kind-act ;
          gg:resolved true ; gg:jurisdiction "대한민국" ; eli:id_local "000123" ;
          eli:date_document "2024-01-02"^^xsd:date ; gg:page <https://www.law.go.kr/법령/과학기술기본법> """,
    "an ordinance, to be found without its city": """
        ?x skos:prefLabel "서울특별시 양자산업 육성 조례" ; eli:jurisdiction/skos:prefLabel "서울특별시" ;
          gg:nameKey "서울특별시양자산업육성조례", "양자산업육성조례" """,
    "a citation": """
        ?c a gg:Citation, oa:Annotation ; gg:law/skos:prefLabel "서울특별시 양자산업 육성 조례" ;
          gg:articles "제5조~제7조" ; gg:article/eli:is_part_of/a gg:Law ; gg:others true ; gg:isBasis true ;
          gg:citationStatus gg:citation-in_force ; gg:how "fold" """,
    "a mention of a bill": """
        ?c gg:law/skos:prefLabel "양자기술법" ; gg:isBasis false ; gg:resolved false ;
          gg:citationStatus gg:citation-bill """,
    "a budget line and its figure": """
        ?l a gg:BudgetLine ; gg:table "detail" ; gg:item "서울양자허브 운영" ; qb:observation ?a .
        ?a a gg:BudgetAmount, qb:Observation ; obeu-dimension:budgetLine ?l ; obeu-measure:amount 15797378000 ;
          obeu-dimension:fiscalYear "2025"^^xsd:gYear ; obeu-dimension:budgetPhase gg:phase-original ;
          gg:printed "15,797,378" ; gg:unit "천원" ; qb:dataSet/qb:structure gg:budgetStructure """,
    "a stated nought": """
        ?a obeu-measure:amount 0 ; gg:printed "-" ; obeu-dimension:budgetLine/gg:item "마포점 조성" """,
    "a total": """?l a gg:BudgetTotal ; gg:item "산업정책과 합계" """,
    "a detail line that is a summary line": """
        ?d gg:item "서울양자허브 운영" ; gg:sameLineAs/gg:item "서울 양자 허브 운영" """,
    "a detail line that is a part": """
        ?d gg:item "마포점 조성" ; gg:partOfLine/gg:item "창업 거점 조성" .
        ?m a gg:LineMatch ; gg:detailLine ?d ; gg:matchKind "part_of" ;
          gg:basis "derived" ; gg:rule gg:rule-name-contains """,
    "a facility": """
        ?x skos:prefLabel "서울 양자 허브" ; a gg:Facility, schema:CivicStructure, org:Site ;
          skos:altLabel "서울양자허브" ;
          gg:facilityType gg:type-startup_hub ; gg:status gg:status-operating ; gg:area 10220.5 ; gg:rooms 5 ;
          gg:opening "2024-05"^^xsd:gYearMonth ; gg:statedBudget 1200000000 ; gg:term "2024-01-01/2026-12-31" """,
    "a branch": """
        ?x skos:prefLabel "창업캠퍼스 마포점" ; gg:network/skos:prefLabel "창업캠퍼스" ; gg:completion 45.0 """,
    "a stated fact": """
        ?f a gg:Fact ; rdf:subject/skos:prefLabel "서울 양자 허브" ; rdf:predicate gg:area ; rdf:object 10220.5 ;
          gg:printed "10,220.5㎡" ; gg:basis "stated" ; prov:wasDerivedFrom/gg:firstLine 22 """,
    "a derived fact": """
        ?f rdf:predicate gg:status ; rdf:object gg:status-operating ; gg:basis "derived" ;
          gg:rule gg:rule-status-by-action """,
    "another name": """
        ?f rdf:predicate skos:altLabel ; rdf:object "은평 창업캠퍼스" ; prov:wasDerivedFrom/gg:firstLine 36 """,
    "a facility's project": """
        ?r a gg:FacilityProject ; gg:relation gg:relation-operates ; gg:basis "stated" ; gg:facility ?x .
        ?x gg:inProject/dct:title "양자산업 거점 운영" """,
    "a facility's money": """
        ?r a gg:FacilityBudget ; gg:match gg:match-shared ; gg:facility ?x ; gg:budgetLine ?l . ?x gg:fundedBy ?l """,
    "a facility's law": """
        ?r a gg:FacilityLaw ; gg:strength gg:strength-direct ; gg:facility ?x ; gg:law ?law ;
          gg:citation/gg:law ?law ; gg:project/gg:hasLegalBasis ?law ; gg:budgetLine/gg:item "서울양자허브 운영" .
        ?x gg:hasDerivedLegalBasis ?law """,
    "an organisation by all its names": """
        ?x a gg:Organisation, org:Organization ; skos:prefLabel "한국양자재단" ; skos:altLabel "양자재단" ;
          org:classification gg:organisation-foundation ; gg:nameKey "한국양자재단", "양자재단" .
        ?f rdf:subject ?x ; rdf:predicate skos:altLabel ; gg:basis "stated" ; prov:wasDerivedFrom/gg:firstLine 37
        FILTER(STRENDS(STR(?x), "/id/organisation/한국양자재단"))""",
    "an organisation that is one of the bureau's bodies": """
        ?x a gg:Organisation ; owl:sameAs ?body . ?body a gg:AffiliatedBody ; skos:prefLabel "서울산업재단" """,
    "a partner in a role": """
        ?l a gg:Partnership, cv:Participation ; cv:role gg:role-operator ; gg:status gg:partner-status-current ;
          gg:project ?p ; gg:organisation ?o ; gg:period "2024-01-01/2026-12-31" ;
          schema:startDate "2024-01-01"^^xsd:date ; schema:endDate "2026-12-31"^^xsd:date ;
          gg:worksFor "서울 양자 허브" ; gg:concerns/a gg:Facility ; gg:printed "한국양자재단(양자재단)" .
        ?p gg:hasPartner ?o """,
    "a partner that a rule found": """
        ?l a gg:Partnership ; cv:role gg:role-participant ; gg:rule gg:rule-section-names-facility ;
          gg:basis "derived" """,
    "a target": """
        ?t a gg:Target, schema:Observation ; gg:project/gg:number "1" ; schema:measuredProperty "입주기업" ;
          gg:period "’25년" ; schema:value 40.0 ; gg:unit "개사" ; prov:wasDerivedFrom/gg:quote "40개사" """,
    "a result in its own words": """
        ?t a gg:Result ; schema:value 35.0 ; gg:printed "입주기업 35개사" ; prov:wasDerivedFrom/gg:firstLine 40 """,
    "a step that is to come": """
        ?m a gg:Milestone, schema:Event ; dct:description "입주기업 모집" ; gg:period "’25.2월~4월" ;
          schema:startDate "2025-02"^^xsd:gYearMonth ; schema:endDate "2025-04"^^xsd:gYearMonth """,
    "who pays": """
        ?f a gg:Funding ; dct:type gg:funding-national ; gg:item "소요예산" ; obeu-measure:amount 3000000000 ;
          obeu-dimension:fiscalYear "2025"^^xsd:gYear ; gg:printed "30" ; gg:unit "억원" """,
    "what the council asked": """
        ?r a gg:AuditRequest, schema:Question ; gg:number "1" ; dct:type gg:audit-category-corrective ;
          gg:status gg:audit-status-in_progress ; schema:text "서울 양자 허브의 입주율을 높일 것" ;
          gg:department/skos:prefLabel "산업정책과" ; gg:concerns/skos:prefLabel "서울 양자 허브" ;
          schema:acceptedAnswer ?a .
        ?a a gg:AuditAnswer ; schema:text "입주기업 모집 공고" ; prov:wasDerivedFrom/gg:firstLine 45 .
        ?s a gg:AuditStep ; dct:isPartOf ?r ; schema:startDate "2025-03"^^xsd:gYearMonth """,
    "the law that a request concerns": """
        ?r a gg:AuditRequest ; gg:concerns/skos:prefLabel "서울특별시 은평 창업캠퍼스 설치 조례" """,
    "where the report disagrees with itself": """
        ?f a gg:Finding, dqv:QualityAnnotation ; dct:type gg:finding-text_vs_table ; gg:printed "67억원" ;
          gg:expected "67.03억원" ; gg:certainty gg:certainty-likely ; oa:hasTarget ?line, ?amount ;
          rdfs:comment ?ko, ?en ; prov:wasDerivedFrom/gg:firstLine 30 .
        ?line a gg:BudgetLine . ?amount obeu-measure:amount 6700000000
        FILTER(LANG(?ko) = "ko" && LANG(?en) = "en")""",
    "how much of a chapter was read": """
        ?c a gg:ChapterCoverage ; gg:chapter "Ⅶ" ; gg:lineCount 8 ; gg:readCount 7 .
        ?l a gg:UnreadLine ; dct:isPartOf ?c ; gg:firstLine 50 ; gg:quote "아무도 읽지 못한 줄" """,
}
SAYS_NOT = {
    "that a total is a project's line": "?p gg:hasBudgetLine/a gg:BudgetTotal",
    "that a mention is a basis": '?p gg:hasLegalBasis/skos:prefLabel "양자기술법"',
    "a quota that is blank": '?x skos:prefLabel "서울산업재단" ; gg:quota ?q',
    "that a grade's posts are the department's": "?d a gg:Department ; gg:quota 28",
    "words that its place already quotes": "?t a gg:Target ; schema:value 40.0 ; gg:printed ?text",
    "that an organisation stands in a city": "?o a gg:Organisation ; org:unitOf ?x",
    "two labels of one facility": "?x a gg:Facility ; skos:prefLabel ?a, ?b . FILTER(?a != ?b)",
}


@pytest.mark.parametrize("pattern", SAYS.values(), ids=SAYS)
def test_what_the_report_says_is_in_the_graph(pattern: str) -> None:
    assert asks(LOADED, pattern)


@pytest.mark.parametrize("pattern", SAYS_NOT.values(), ids=SAYS_NOT)
def test_what_it_does_not_say_is_not(pattern: str) -> None:
    assert not asks(LOADED, pattern)
