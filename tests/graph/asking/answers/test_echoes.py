"""Roots and echoes, on the affair: how few texts stand behind many articles, and who leans on whom."""

from graph.asking.reports import by_episode, tellings
from graph.rdf.derived import roots

from ..conftest import AffairDesk


def test_articles_roots_and_original_sources_are_three_figures(affair: AffairDesk) -> None:
    rows = affair.told("roots")
    attack = rows[0]

    assert (attack["actor"], attack["relation"], attack["recipient"]) == ("Arkadien", "ASSAULT", "Utopien")
    assert (attack["articles"], attack["roots"], attack["originals"], attack["claims"]) == (7, 4, 4, 7)
    assert [row["articles"] for row in rows] == [7, 2, 2, 2]
    assert not affair.told("roots", least="8")


def test_roots_recounted_from_tellings_are_those_that_the_writer_keeps(affair: AffairDesk) -> None:
    kept = {str(row[0]): row[1] for row in affair.rows("SELECT ?e ?n { ?e a depesche:Episode ; depesche:rootCount ?n }")}
    told = by_episode(tellings(affair, kept, "de"))

    assert {episode: roots([[each.report for each in group]]) for episode, group in told} == kept


def test_the_echo_tree_shows_who_had_it_first_and_why(affair: AffairDesk) -> None:
    rows = affair.told("echo", actor="Arkadien", relation="ASSAULT", recipient="Utopien")

    tree = [(row["depth"], row["outlet"], row["on"], row["reason"]) for row in rows]
    assert tree[0] == (0, "Agentur Pax", None, None)
    assert sorted(tree[1:4], key=str) == [
        (1, "Abendbote", "Agentur Pax", "same-text"),
        (1, "Kurier", "Agentur Pax", "cited-outlet"),
        (1, "Morgenblatt", "Agentur Pax", "near-text"),
    ]
    assert tree[4:] == [(0, "Abendbote", None, None), (0, "Funkhaus", None, None), (0, "Kurier", None, None)]
    assert sum(depth == 0 for depth, *_ in tree) == rows[0]["roots"]


def test_an_outlet_that_cites_another_hangs_below_its_article(affair: AffairDesk) -> None:
    rows = affair.told("echo", actor="Elysien", relation="AID")

    assert [(row["depth"], row["outlet"], row["on"]) for row in rows] == [(0, "Kurier", None), (1, "Funkhaus", "Kurier")]


def test_who_was_first_is_counted_over_what_others_print_too(affair: AffairDesk) -> None:
    first = {row["outlet"]: row["first"] for row in affair.told("first-movers")}

    assert first == {"Kurier": 2, "Agentur Pax": 1, "Morgenblatt": 1}


def test_independent_texts_without_a_contradiction_corroborate(affair: AffairDesk) -> None:
    (row,) = affair.told("corroborated")

    assert (row["actor"], row["relation"], row["recipient"], row["roots"]) == ("Utopien", "CONSULT", "Elysien", 2)
