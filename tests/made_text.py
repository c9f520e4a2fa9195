"""The text of the hand-made report, and how to find a place in it."""

from __future__ import annotations

from geungeo.ontology.records import Span

TEXT = """\
미래산업국 주요업무보고
2025. 1. 31.
서울특별시
Ⅰ 일반현황
□ 인력현황
산업정책과 32 30
 5급 4 4
 6급 이하 28 26
미래기술과 18 17
산업연구소 41 39
서울산업재단 - 85
□ 주요업무
산업정책과 ㅇ 산업정책 종합계획 수립
Ⅱ 예산현황 (단위: 백만원)
산업정책과 합계 21,300 22,500
서울 양자 허브 운영 15,000 15,797
창업 거점 조성 6,300 6,703
Ⅵ 부서별 주요업무
1 양자산업 거점 운영
산업정책과 양자산업팀
ㅇ 추진근거: 「과학기술기본법」 제14조제4항, 서울시 양자산업 육성 조례 제5조~제7조 등
ㅇ 시설현황: 서울 양자 허브(서초구 태봉로 7, 10,220.5㎡, 5개실, 지상 4층, 12명)
 위탁법인: 가나대학교 산학협력단, 위탁기간 2024.1.1.~2026.12.31., 2024년 5월 개관, 운영비 12억원
□ 예산 집행 현황 (단위: 천원)
서울양자허브 운영 15,797,378 0 15,797,378 1,200,000
2 청년 창업 거점 조성
미래기술과 창업팀
ㅇ 관련근거: 시장방침 제100호
ㅇ 창업캠퍼스 마포점, 창업캠퍼스 은평점 조성 (공사 2024.3.~2025.10., 공정률 45%)
ㅇ 소요예산: 67억원(시비)
□ 예산 집행 현황 (단위: 천원)
마포점 조성 6,203,000 - 6,203,000 -
은평점 조성 500,000 100,000 600,000 -
3 시민과의 소통
ㅇ (가칭)양자기술법 제정안 논의, 박람회는 한빛전시장에서 개최
ㅇ 서울시 은평 창업캠퍼스 설치 조례에 따라 은평점 준비
"""


def at(quote: str, line: int, document: str = "reports/2025-01.txt", text: str = TEXT) -> Span:
    """The span of `quote` in the 1-based `line` of the text; fails if the line does not hold it."""
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: line - 1])) + lines[line - 1].index(quote)
    return Span(document, start, start + len(quote), line, line, quote)
