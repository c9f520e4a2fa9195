"""A made-up city for the map's tests: departments, projects, laws, money and networks of branches."""

from __future__ import annotations

import random
from typing import Any

from geungeo.visualize.network import Network, network_from

BASE = "https://example.org/id/"
SOURCE = "가람시-업무보고.txt"


def words(text: str, between: str = " ") -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split(between))


DISTRICTS = words(
    "강남 강동 강북 강서 관악 광진 구로 금천 노원 도봉 동대문 동작 마포 "
    "서대문 서초 성동 성북 송파 양천 영등포 용산 은평 종로 중구 중랑"
)
DEPARTMENTS = words(
    "경제정책과 일자리정책과 창업정책과 대학협력과 금융투자과 창조산업과 뷰티패션산업과 첨단산업과 산업입지과"
)
TOPICS = words(
    "창업허브 핀테크랩 바이오앵커 로봇실증센터 패션허브 영화센터 청년취업사관학교 기술교육원 인쇄센터 "
    "주얼리지원센터 양자기술 새벽일자리쉼터 게임산업 캠퍼스타운 국제금융오피스"
)
ACTS = words(
    "중소기업창업 지원법|산업기술단지 지원에 관한 특례법|고용정책 기본법|지방자치법|인공지능산업 육성법|"
    "영화 및 비디오물의 진흥에 관한 법률",
    "|",
)
NETWORKS = ("청년취업사관학교", "가람시일자리센터", "도시제조업 공동작업장")

Rows = list[dict[str, Any]]


def fact(label: str, value: str, line: int, rule: str = "") -> dict[str, Any]:
    """A fact with its line and a quote; derived if a rule is named."""
    return {
        "label_ko": label,
        "label_en": {"예산": "budget", "주소": "address", "운영": "operator"}.get(label, label),
        "value": value,
        "lines": f"{line}|{line + 1}",
        "quote": f"  ㅇ {label} : {value} (’25. 1. 31. 기준), 이하 표와 같음",
        "basis": "derived" if rule else "stated",
        "rule": rule,
        "rule_en": rule and f"{rule} (en)",
    }


def node(kind: str, key: str, label: str, **more: object) -> dict[str, Any]:
    """A row for a node; the id is made of its kind and key."""
    return {"id": f"{BASE}{kind}/{key}", "type": kind, "label": label, **more}


def edge(kind: str, source: dict[str, Any], target: dict[str, Any], label: str) -> dict[str, Any]:
    """A row for an edge between two rows."""
    derived = kind in {"facility_law", "funds"}
    return {
        "source": source["id"],
        "target": target["id"],
        "type": kind,
        "label_ko": label,
        "label_en": kind.replace("_", " "),
        "basis": "derived" if derived else "stated",
        "rule": "예산 항목이 시설을 명시" if derived else "",
        "rule_en": "line names the facility" if derived else "",
        "lines": "40|41|42",
    }


def city(scale: int = 1) -> tuple[Rows, Rows, Rows]:
    """Rows of nodes, edges and sources; about 330 nodes for each unit of `scale`."""
    chance = random.Random(7)
    nodes: Rows = []
    edges: Rows = []
    for part in range(scale):
        _city_part(chance, f"{part}" if part else "", nodes, edges)
    return nodes, edges, [{"id": SOURCE, "title": "가람시 경제실 주요업무보고", "as_of": "2025-02-20"}]


def sample(scale: int = 1) -> Network:
    """The city as a network."""
    return network_from(*city(scale))


def _city_part(chance: random.Random, mark: str, nodes: Rows, edges: Rows) -> None:
    laws = [_law(title, mark) for title in ACTS] + [
        _law(f"가람특별시{mark} {topic} 설치 및 운영에 관한 조례", mark) for topic in TOPICS * 2
    ][: 34 - len(ACTS)]
    laws = list({law["id"]: law for law in laws}.values())
    nodes.extend(laws)
    projects: Rows = []
    for name in DEPARTMENTS:
        department = node("department", name + mark, name + mark, subtitle="경제실", facts=[fact("정원", "24명", 12)])
        nodes.append(department)
        for number in range(chance.randint(5, 9)):
            project = _project(chance, f"{name}{mark}-{number}", department, laws, (nodes, edges))
            projects.append(project)
        for item in range(chance.randint(1, 3)):
            line = _line(chance, f"{name}{mark}-기본{item}", f"{name} 기본경비 {item + 1}")
            nodes.append(line)
            edges.append(edge("budget", department, line, "예산"))
    for name in NETWORKS:
        _network(chance.choice(projects), name + mark, chance.choice(laws), (nodes, edges))
    nodes.append(node("facility", f"외딴{mark}", "구의 옛 모루터 전시장", status="계획", status_en="planned"))
    nodes.append(
        node("law", f"외톨이{mark}", "가람특별시 건축 조례", url="https://www.law.go.kr/자치법규/가람특별시건축조례")
    )


def _law(title: str, mark: str) -> dict[str, Any]:
    page = "자치법규" if title.endswith("조례") else "법령"
    return node(
        "law",
        title.replace(" ", "") + mark,
        title + mark,
        subtitle="가람특별시 조례" if page == "자치법규" else "법률",
        url=f"https://www.law.go.kr/{page}/{title.replace(' ', '')}",
        facts=[fact("인용", f"「{title}」 제14조", 401)],
    )


def _line(chance: random.Random, key: str, label: str) -> dict[str, Any]:
    won = chance.choice((60, 178, 953, 2131, 5739, 15797, 65648)) * 1_000_000
    facts = [fact("예산", f"{won // 1000:,}천원", chance.randint(100, 900))]
    return node("budget_line", key, label, subtitle="2025 본예산", amount_krw=won, facts=facts)


def _project(
    chance: random.Random, key: str, department: dict[str, Any], laws: Rows, out: tuple[Rows, Rows]
) -> dict[str, Any]:
    nodes, edges = out
    topic = chance.choice(TOPICS)
    title = f"{chance.choice(DISTRICTS)} {topic} {chance.choice(('운영', '조성', '활성화', '육성 및 지원'))}"
    project = node("project", key, title, subtitle=department["label"], facts=[fact("추진근거", "조례 제14조", 410)])
    nodes.append(project)
    edges.append(edge("competent", department, project, "담당 부서"))
    for law in chance.sample(laws, chance.choice((0, 1, 1, 2, 3))):
        edges.append(edge("legal_basis", project, law, "근거"))
    for number in range(chance.choice((0, 1, 1, 2))):
        line = _line(chance, f"{key}-{number}", f"{topic} 운영 예산")
        nodes.append(line)
        edges.append(edge("budget", project, line, "예산"))
        if chance.random() < 0.7:
            _facility(chance, f"{key}-{number}", project, line, out)
    return project


def _facility(
    chance: random.Random, key: str, project: dict[str, Any], line: dict[str, Any], out: tuple[Rows, Rows]
) -> None:
    nodes, edges = out
    name = f"가람 {chance.choice(DISTRICTS)} {chance.choice(TOPICS)}"
    facts = [fact("주소", "강남구 테헤란로 14길 8", 88), fact("운영", "가람경제진흥원", 90, rule="table-column")]
    facility = node(
        "facility",
        key,
        name,
        subtitle="창업시설",
        status="운영 중",
        status_en="open",
        amount_krw=line["amount_krw"],
        facts=facts,
    )
    nodes.append(facility)
    edges.append(edge("funds", line, facility, "예산이 쓰이는 시설"))
    edges.append(edge("facility_of", facility, project, "사업의 시설"))


def _network(project: dict[str, Any], name: str, law: dict[str, Any], out: tuple[Rows, Rows]) -> None:
    nodes, edges = out
    hub = node(
        "facility",
        name,
        name,
        subtitle="시설망",
        status="운영 중",
        status_en="open",
        facts=[fact("캠퍼스", "25개소", 300)],
    )
    nodes.append(hub)
    edges.append(edge("facility_of", hub, project, "사업의 시설"))
    edges.append(edge("facility_law", hub, law, "도출된 근거"))
    for district in DISTRICTS:
        branch = node("facility", f"{name}-{district}", f"{name} {district}", subtitle=f"{district}구")
        nodes.append(branch)
        edges.append(edge("branch", hub, branch, "지점"))
