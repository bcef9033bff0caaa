"""Friends of foes: triads whose signs can be multiplied by hand."""

from itertools import combinations

from graph.asking.measures.balance import balance
from graph.asking.measures.rows import TriadRow
from graph.asking.measures.ties import Voice

from .made import SCORES, edge, network


def test_a_friend_of_two_foes_is_out_of_balance() -> None:
    told = [edge("a", "b", asserting=3), edge("c", "a", asserting=2), edge("b", "c", "ASSAULT"), edge("c", "b", "REQUEST")]
    rows, figures = balance(network(told), SCORES)
    triad = rows[0]

    assert len(rows) == 1 and isinstance(triad, TriadRow)
    assert [each.key for each in (triad.first, triad.second, triad.third)] == ["a", "b", "c"]
    assert (triad.first_second, triad.second_third, triad.first_third) == (10.0, -4.5, 10.0)
    assert triad.roots == 2  # of b and c, one of each edge: as many as of c and a
    assert {each.key for each in triad.edges} == {"a-AID-b", "c-AID-a", "b-ASSAULT-c", "c-REQUEST-b"}
    assert dict(figures) == {
        "pairs": 3, "positive": 2, "negative": 1, "triads": 1, "unbalanced": 1,
        "balanced_share": 0.0, "frustrated": 1, "frustration_share": 0.3333,
    }  # fmt: skip


def test_a_foe_of_a_foe_is_a_friend() -> None:
    rows, figures = balance(network([edge("a", "b"), edge("a", "c", "ASSAULT"), edge("b", "c", "ASSAULT")]), SCORES)
    assert rows == ()
    assert (dict(figures)["balanced_share"], dict(figures)["frustrated"]) == (1.0, 0)


def test_what_is_denied_or_only_alleged_gives_no_sign() -> None:
    friends = [edge("a", "b"), edge("a", "c")]
    for foes in (edge("b", "c", "ASSAULT", asserting=0, denying=3), edge("b", "c", "ASSAULT", asserting=0, alleging=3)):
        rows, figures = balance(network([*friends, foes], voice=Voice.REPORTED), SCORES)
        assert (rows, dict(figures)["pairs"], dict(figures)["triads"]) == ((), 2, 0)


def test_two_camps_are_found_however_large() -> None:
    """Whoever is of one camp helps its own and attacks the other: nothing is frustrated until one pair changes sides."""
    camps = {key: key in "abcd" for key in "abcdwxyz"}
    told = [edge(*pair, "AID" if camps[pair[0]] == camps[pair[1]] else "ASSAULT") for pair in combinations(camps, 2)]
    assert dict(balance(network(told), SCORES)[1])["frustrated"] == 0

    traitors = [each for each in told if (each.actor, each.recipient) != ("a", "z")] + [edge("a", "z")]
    figures = dict(balance(network(traitors), SCORES)[1])
    assert (figures["frustrated"], figures["unbalanced"]) == (1, 6)  # with each of the six others
