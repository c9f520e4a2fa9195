"""What the budget lines of a thing come to, as facts: every won once, shared money apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from .chains import Chain, Money, Trace
from .facts import Fact, Words, both
from .walk import Place, Walk, term

_SUM_RULE = "each-won-once"
_SUMS: dict[str, Words] = {
    "budget_total": ("예산 합계", "budget in all"),
    "budget_named": ("단독 예산", "budget of its own"),
    "budget_shared": ("공유 예산", "shared budget"),
}


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum, for whom, and the figures that it adds up or is a part of."""

    name: str
    won: int
    note: Words
    places: tuple[Place, ...]


def sums(found: Trace, walk: Walk) -> Iterator[Fact]:
    """What the thing's budget lines come to, each won once: what is for one facility alone, what several share."""
    money = found.money
    if money is None:
        return
    rule = walk.words(term(f"gg:rule-{_SUM_RULE}"))
    for one in _sums(found, money):
        shown = (
            f"{one.won:,}원 ({money.fiscal_year} 본예산{one.note[0]})",
            f"{one.won:,} won ({money.fiscal_year} original budget{one.note[1]})",
        )
        yield Fact(
            property=one.name,
            label=_SUMS[one.name],
            value=str(one.won),
            shown=shown,
            basis="derived",
            rule=_SUM_RULE,
            rule_words=rule,
            places=one.places,
            detail=str(money.fiscal_year),
            won=one.won,
        )


def _sums(found: Trace, money: Money) -> Iterator[_Sum]:
    names = dict(money.names)
    total = found.thing.kind not in ("facility", "network")
    if total:
        yield _Sum("budget_total", money.budget, ("", ""), _places(found.chains))
    for owner, won in money.total.own:
        yield _Sum("budget_named", won, both(f", {names[owner]}" if total else ""), _figures(found, (owner,)))
    for share in money.total.shared:
        count = len(share.owners)
        note = (f", 시설 {count}곳이 함께", f", shared by {count} facilities")
        yield _Sum("budget_shared", share.won, note, _figures(found, share.owners))


def _figures(found: Trace, owners: Collection[str]) -> tuple[Place, ...]:
    """Where the figures of the lines of these facilities stand, in the chains that lead to them."""
    own = [chain for chain in found.chains if chain.facility and chain.facility.iri in owners]
    return _places(own) or _places(found.chains)


def _places(chains: Iterable[Chain]) -> tuple[Place, ...]:
    figures = {chain.budget.line.figure for chain in chains if chain.budget}
    return tuple(sorted({place for figure in figures if figure for place in figure.places}))
