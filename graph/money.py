"""Sums over budget lines that count every won once: one phase, a reconciled line once, shared money apart.

A detail line stands before the summary line that it is (`same`) or belongs to (`part_of`); what a summary line holds
beyond its parts is the rest. Who is named on a line owns it before those who only share the line above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_ROUNDING = 1_000_000  # summaries are printed in 백만원


@dataclass(frozen=True, slots=True)
class Match:
    """A detail line and the summary line that it is (`same`) or belongs to (`part_of`), by their addresses."""

    detail: str
    summary: str
    relation: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A budget line that pays for somebody: `named` for it alone, or `shared` with others."""

    owner: str
    line: str
    match: str


@dataclass(frozen=True, slots=True, order=True)
class Shared:
    """Won that several owners share, or that one shares with things that are no owners here."""

    owners: tuple[str, ...]
    won: int


@dataclass(frozen=True, slots=True)
class Total:
    """Won by owner, and shared won apart; nothing stands twice."""

    own: tuple[tuple[str, int], ...]
    shared: tuple[Shared, ...]

    @property
    def won(self) -> int:
        """All of it."""
        return sum(won for _, won in self.own) + sum(share.won for share in self.shared)


@dataclass(frozen=True, slots=True)
class _Pot:
    """Money that is counted once: a line, or what is left of a summary line beyond its parts."""

    won: int
    lines: tuple[str, ...]
    above: str


def budget(won: Mapping[str, int], matches: Iterable[Match]) -> int:
    """The sum of lines, by address with their won in one phase, each reconciled line once."""
    return sum(pot.won for pot in _pots(won, list(matches)))


def total(won: Mapping[str, int], matches: Iterable[Match], claims: Iterable[Claim]) -> Total:
    """What the claims come to; never more than the `budget` of the same lines."""
    known = list(matches)
    claimed = sorted(set(claims), key=lambda c: (c.line, c.owner, c.match))
    own: dict[str, int] = {}
    shared: dict[tuple[str, ...], int] = {}
    for pot in _pots(won, known):
        direct = [claim for claim in claimed if claim.line in pot.lines]
        held = direct or [claim for claim in claimed if claim.line == pot.above]
        owners = tuple(sorted({claim.owner for claim in held}))
        if len(owners) == 1 and any(claim.match == "named" for claim in held):
            own[owners[0]] = own.get(owners[0], 0) + pot.won
        elif owners:
            shared[owners] = shared.get(owners, 0) + pot.won
    return Total(tuple(sorted(own.items())), tuple(Shared(owners, shared[owners]) for owners in sorted(shared)))


def _pots(won: Mapping[str, int], matches: Sequence[Match]) -> list[_Pot]:
    same: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    above: dict[str, str] = {}
    for match in sorted(set(matches), key=lambda m: (m.summary, m.detail, m.relation)):
        if match.detail not in won or match.summary not in won:
            continue
        if match.relation == "same":
            same.setdefault(match.summary, []).append(match.detail)
        elif match.detail not in above:
            above[match.detail] = match.summary
            parts.setdefault(match.summary, []).append(match.detail)
    twins = {detail: summary for summary, details in same.items() for detail in details}
    inside = {part for summary, found in parts.items() if summary in same for part in found}
    return [pot for line in sorted(won) if line not in inside for pot in _pot(line, won, twins, parts, above)]


def _pot(
    line: str,
    won: Mapping[str, int],
    twins: Mapping[str, str],
    parts: Mapping[str, Sequence[str]],
    above: Mapping[str, str],
) -> list[_Pot]:
    if line in twins.values():
        return []
    if line not in parts:
        return [_Pot(won[line], (line, *([twins[line]] if line in twins else [])), above.get(line, ""))]
    rest = won[line] - sum(won[part] for part in parts[line])
    return [_Pot(rest, (line,), "")] if rest >= _ROUNDING else []
