"""A trace as people read it: a short tree in Korean with the lines in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from ..ontology.codes import codes
from ..ontology.fold import full_city, loose_key
from .chains import BudgetStep, Chain, Evidence, FacilityStep, Figure, LawStep, Money, Trace
from .rows import visible
from .walk import Place

T = TypeVar("T")

_KINDS = {
    "facility": "시설",
    "network": "시설망",
    "project": "사업",
    "law": "법령",
    "department": "부서",
    "team": "팀",
    "organisation": "기관",
    "budget_line": "예산",
}
GAPS = {
    "no_section": "사업 부문 없음: 이 보고서에 해당 사업 부문이 없어 밝힌 추진근거가 없습니다"
    " (no project section in this report, so no stated basis)",
    "no_basis": "추진근거 없음: 이 사업 부문은 근거를 밝히지 않습니다 (the section states no basis)",
    "unresolved": "법령 목록에 없어 적힌 이름 그대로입니다 (not in the register of laws)",
    "mention": "언급만 있음: 이 시설을 운영·조성하는 부문이 아닙니다 (only mentioned)",
    "not_cited": "인용 없음: 어느 보고서도 이 법령을 인용하지 않습니다 (cited by no report)",
}
_MENTIONED_LAW = "언급만 있음: 추진근거로 밝힌 것이 아닙니다 (mentioned, not stated as a basis)"
_MANY = 3


@dataclass
class _Branch:
    """A line of the tree and what hangs on it."""

    text: str
    below: list[_Branch] = field(default_factory=list)


def tree(trace: Trace) -> str:
    """The trace as an indented tree; lines of several sources carry the source's name."""
    writer = _Writer(trace)
    note = f" ({trace.thing.note})" if trace.thing.note else ""
    root = _Branch(f"{_KINDS[trace.thing.kind]}  {trace.thing.label}{note}", writer.branches())
    lines = [root.text, *_drawn(root.below, "")]
    return "".join(f"{visible(line)}\n" for line in [*lines, "", *writer.footer()])


def _drawn(branches: Sequence[_Branch], indent: str) -> list[str]:
    lines: list[str] = []
    for branch in branches:
        last = branch is branches[-1]
        lines.append(f"{indent}{'└─ ' if last else '├─ '}{branch.text}")
        lines += _drawn(branch.below, indent + ("   " if last else "│  "))
    return lines


def _distinct(values: Iterable[T | None]) -> list[T]:
    return list(dict.fromkeys(value for value in values if value is not None))


def _code(scheme: str, code: str) -> str:
    known = codes().get((scheme, code))
    return known.label_ko if known else code


class _Writer:
    """Words for one trace."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        places = [place for chain in trace.chains for place in chain.places()]
        self._sources = sorted({place.source for place in places})
        self._listed: set[tuple[FacilityStep, ...]] = set()

    def branches(self) -> list[_Branch]:
        """One branch for each project, and one for each budget line without a section."""
        found: list[_Branch] = []
        sections: dict[str, list[Chain]] = {}
        for chain in self._trace.chains:
            sections.setdefault(chain.project.iri if chain.project else "", []).append(chain)
        loose = sections.pop("", [])
        found += [self._project(chains) for chains in sections.values()]
        found += self._namings([chain for chain in loose if _is_naming(chain)])
        found += self._loose([chain for chain in loose if not _is_naming(chain)])
        if self._trace.branches:
            names = self._trace.branches
            found.append(_Branch(f"지점 {len(names)}곳  {', '.join(names)}"))
        return found

    def _project(self, chains: list[Chain]) -> _Branch:
        project = chains[0].project
        assert project is not None
        owner = f" ({project.department})" if project.department else ""
        number = f"{project.number} " if project.number else ""
        branch = _Branch(f"사업  {number}{project.title}{owner}{self._at(project.places)}")
        roles = [role for of, role in self._trace.roles if of == project.iri]
        branch.below += [_Branch(f"역할  {_code('role', r.code)}{self._at(r.places)}{_known(r)}") for r in roles]
        branch.below += [self._law(law) for law in _distinct(chain.law for chain in chains)]
        if any(chain.gap == "no_basis" for chain in chains):
            branch.below.append(_Branch(GAPS["no_basis"]))
        for budget in _distinct(chain.budget for chain in chains):
            branch.below.append(self._budget(budget, [chain for chain in chains if chain.budget == budget]))
        branch.below += self._facilities([chain for chain in chains if chain.budget is None])
        return branch

    def _namings(self, chains: list[Chain]) -> list[_Branch]:
        """The laws that name a facility themselves, each with its facilities."""
        found: dict[str, list[_Branch]] = {}
        for chain in chains:
            if chain.law and chain.facility and chain.strength:
                head = f"{_code('strength', chain.strength.code)}  {chain.law.title}{_articles(chain.law)}"
                facility = f"시설  {chain.facility.name}{self._at(chain.facility.places)}"
                found.setdefault(f"{head}{_known(chain.strength)}", []).append(_Branch(facility))
        return [_Branch(head, facilities) for head, facilities in found.items()]

    def _loose(self, chains: list[Chain]) -> list[_Branch]:
        """What no section is about: laws named elsewhere, budget lines, or a bare name."""
        found = [self._law(law) for law in _distinct(chain.law for chain in chains)]
        budgets = [
            self._budget(budget, [chain for chain in chains if chain.budget == budget])
            for budget in _distinct(chain.budget for chain in chains)
        ]
        bare = [chain for chain in chains if chain.budget is None and chain.law is None]
        places = [chain.facility.places if chain.facility else () for chain in bare]
        budgets += [_Branch(f"예산 없음{self._at(place)}") for place in places]
        return [*found, _Branch(GAPS["no_section"], budgets)] if budgets else found

    def _law(self, law: LawStep) -> _Branch:
        same = loose_key(full_city(law.printed)) in ("", loose_key(law.title))
        printed = "" if same else f" ← {law.printed}"
        said = f"{law.title}{_articles(law)}{printed}{self._at(law.places)}"
        verdict = f" · {law.verdict.said[0]}" if law.verdict else ""
        branch = _Branch(f"근거  {said} 명시{verdict}")
        if not law.resolved:
            branch.below.append(_Branch(GAPS["unresolved"]))
        if not law.basis:
            branch.text = f"법령  {said}{verdict}"
            branch.below.append(_Branch(_MENTIONED_LAW if law.printed else GAPS["not_cited"]))
        return branch

    def _budget(self, budget: BudgetStep, chains: list[Chain]) -> _Branch:
        line = budget.line
        owner = f" ({line.department})" if line.department else ""
        branch = _Branch(f"예산  {line.item}{owner}{_money(line.figure)}{self._at(line.places)}")
        if budget.twin and budget.reconciled:
            word = _code("line-match", budget.reconciled.code)
            twin = f"{word}  {budget.twin.item} · {_code('table', budget.twin.table)}{_money(budget.twin.figure)}"
            branch.below.append(_Branch(f"{twin}{self._at(budget.twin.places)}{_known(budget.reconciled)}"))
        branch.below += [_Branch(f"점검: {check.said[0]}{self._at(check.places)}") for check in budget.checks]
        branch.below += self._facilities(chains)
        return branch

    def _facilities(self, chains: list[Chain]) -> list[_Branch]:
        """One branch for each facility; many alike stand in one."""
        found: dict[tuple[str, bool], dict[FacilityStep, tuple[Place, ...]]] = {}
        for chain in chains:
            if chain.facility:
                places = chain.match or chain.relation or chain.strength
                found.setdefault(_ties(chain), {}).setdefault(chain.facility, places.places if places else ())
        branches = []
        for (ties, mention), facilities in found.items():
            names = [f"{step.name}{self._at(places or step.places)}" for step, places in facilities.items()]
            below = [_Branch(GAPS["mention"])] if mention else []
            if len(names) > _MANY:
                again = tuple(facilities) in self._listed
                self._listed.add(tuple(facilities))
                said = "위와 같음" if again else ", ".join(names)
                branches.append(_Branch(f"시설 {len(names)}곳{ties}  {said}", below))
            else:
                branches += [_Branch(f"시설  {name}{ties}", below) for name in names]
        return branches

    def _at(self, places: Iterable[Place]) -> str:
        """Lines in brackets: ` [12~13, 25행]`."""
        several = len(self._sources) > 1
        said = [f"{place.source + ' ' if several else ''}{ranges(place.lines)}행" for place in places if place.lines]
        return f" [{'; '.join(said)}]" if said else ""

    def footer(self) -> list[str]:
        """The sums, and the sources that the line numbers count in."""
        money = [self._sums(self._trace.money)] if self._trace.money else []
        return [*money, *(["출처  " + ", ".join(self._sources)] if self._sources else [])]

    def _sums(self, money: Money) -> str:
        own, shared = sum(won for _, won in money.total.own), money.total.shared
        parts = [f"시설 단독 {own:,}원"] if own else []
        parts += [f"공유 {share.won:,}원 (시설 {len(share.owners)}곳이 함께)" for share in shared]
        if self._trace.thing.kind not in ("facility", "network"):
            left = money.budget - money.total.won
            parts += [f"시설이 밝혀지지 않은 {left:,}원"] if left else []
            whose = "참여 사업 " if self._trace.thing.kind == "organisation" else ""
            parts.insert(0, f"{whose}합계 {money.budget:,}원")
        return f"{money.fiscal_year} 본예산  {' · '.join(parts)}"


def ranges(lines: Sequence[int]) -> str:
    """Ascending lines with runs drawn together: `12~13, 25`."""
    runs = [[line for _, line in run] for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}~{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _money(figure: Figure | None) -> str:
    """The figure as printed with its unit, in won, with year and phase as far as they are said."""
    if figure is None:
        return "  금액 없음"
    unit = "" if figure.printed.endswith(figure.unit) else f" {figure.unit}"
    phase = _code("phase", figure.phase) if figure.phase else ""
    when = f"{figure.fiscal_year or ''} {phase}".strip()
    return f"  {figure.printed}{unit} = {figure.won:,}원" + (f" ({when})" if when else "")


def _articles(law: LawStep) -> str:
    return f" {law.articles.replace('|', ', ')}" if law.articles else ""


def _is_naming(chain: Chain) -> bool:
    return bool(chain.law and chain.strength and not chain.project)


def _known(evidence: Evidence) -> str:
    return f" 추론: {_code('rule', evidence.rule)}" if evidence.rule else " 명시"


def _ties(chain: Chain) -> tuple[str, bool]:
    """How a facility hangs on the chain: on the project, the budget line, the law."""
    words = [
        f"{_code(scheme, tie.code)}{noun}({'추론: ' + _code('rule', tie.rule) if tie.rule else '명시'})"
        for scheme, noun, tie in (
            ("relation", "", chain.relation),
            ("match", " 예산", chain.match),
            ("strength", " 근거", chain.strength),
        )
        if tie
    ]
    return (f" — {' · '.join(words)}" if words else ""), chain.gap == "mention"
