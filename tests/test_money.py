"""Money adds up: every won once, and never more than there is."""

from __future__ import annotations

from collections.abc import Sequence

from geungeo.graph.money import Claim, Match, Shared, Total, budget, total
from hypothesis import given
from hypothesis import strategies as st

M = 1_000_000


def test_a_reconciled_line_counts_once_and_the_detail_counts() -> None:
    won = {"detail": 15_797_378_000, "summary": 15_797 * M}
    matches = [Match("detail", "summary", "same")]
    claims = [Claim("hub", "detail", "named"), Claim("hub", "summary", "named")]
    assert budget(won, matches) == 15_797_378_000
    assert total(won, matches, claims) == Total((("hub", 15_797_378_000),), ())


def test_a_line_whose_summary_alone_is_claimed_counts_as_well() -> None:
    won = {"detail": 15_797_378_000, "summary": 15_797 * M}
    found = total(won, [Match("detail", "summary", "same")], [Claim("hub", "summary", "named")])
    assert found.won == 15_797_378_000


def test_shared_money_stands_once_beside_what_is_owned() -> None:
    won = {"a": 100 * M, "b": 30 * M}
    claims = [Claim("x", "a", "shared"), Claim("y", "a", "shared"), Claim("x", "b", "named")]
    assert total(won, [], claims) == Total((("x", 30 * M),), (Shared(("x", "y"), 100 * M),))


def test_a_part_belongs_to_whom_it_names_and_the_rest_is_shared() -> None:
    won = {"whole": 6703 * M, "part": 6203 * M}
    claims = [Claim("mapo", "part", "named"), Claim("mapo", "whole", "shared"), Claim("eunpyeong", "whole", "shared")]
    found = total(won, [Match("part", "whole", "part_of")], claims)
    assert found == Total((("mapo", 6203 * M),), (Shared(("eunpyeong", "mapo"), 500 * M),))
    assert found.won == budget(won, [Match("part", "whole", "part_of")])


def test_a_line_shared_with_what_is_no_owner_here_is_nobodys_own() -> None:
    assert total({"a": M}, [], [Claim("x", "a", "shared")]) == Total((), (Shared(("x",), M),))


def test_rounding_leaves_no_rest() -> None:
    assert budget({"whole": 10 * M, "part": 10 * M - 400_000}, [Match("part", "whole", "part_of")]) == 10 * M - 400_000


LINES = ("s1", "s2", "d1", "d2", "d3")
MATCHES = st.lists(
    st.builds(Match, st.sampled_from(LINES[2:]), st.sampled_from(LINES[:2]), st.sampled_from(["same", "part_of"]))
)
CLAIMS = st.lists(
    st.builds(Claim, st.sampled_from("xyz"), st.sampled_from(LINES), st.sampled_from(["named", "shared"]))
)


@given(st.fixed_dictionaries({line: st.integers(0, 10**12) for line in LINES}), MATCHES, CLAIMS)
def test_what_facilities_get_never_exceeds_the_budget(
    won: dict[str, int], matches: Sequence[Match], claims: Sequence[Claim]
) -> None:
    found = total(won, matches, claims)
    assert 0 <= found.won <= budget(won, matches)


@given(st.fixed_dictionaries({line: st.integers(0, 10**12) for line in LINES}), MATCHES, CLAIMS)
def test_the_order_of_links_does_not_matter(
    won: dict[str, int], matches: Sequence[Match], claims: Sequence[Claim]
) -> None:
    assert total(won, matches, claims) == total(dict(reversed(won.items())), matches[::-1], [*claims[::-1], *claims])
