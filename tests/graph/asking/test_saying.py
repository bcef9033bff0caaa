"""Claims by the words of their sentences, as views; and which party a cell means."""

from pathlib import Path

import pytest

from graph.asking.reconciling import PROPERTIES, Cell, candidates, extended
from graph.asking.saying import saying
from graph.model import Kind
from graph.rdf.labels import Label, Labels
from graph.rdf.sentences import Line, Sentences
from tests.stores import ALLEGED, DELIVERS, PASSED_ON

from .conftest import Desk


def test_claims_come_newest_first_with_all_that_is_known(desk: Desk) -> None:
    found = saying(desk, desk.store.sentences, desk.texts, "getreide", "de")
    assert [view.sentence for view in found.claims] == [PASSED_ON, ALLEGED, DELIVERS]
    assert found.total == 3
    assert found.claims[0].chain[0].source is not None


def test_what_the_index_knows_too_early_is_left_out(desk: Desk, tmp_path: Path) -> None:
    ahead = Sentences(tmp_path / "ahead.sqlite")
    ahead.put([("x", [Line("a" * 26, 1, "2024-06-09", "Getreide")])], 9)
    assert saying(desk, ahead, desk.texts, "Getreide", "de").claims == ()


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    found = Labels(tmp_path / "labels.sqlite")
    parties = (
        Label("a", "Arkadien", Kind.STATE, 40, "Q1", ("Arkadia",)),
        Label("b", "Arkadia", Kind.PLACE, 3, "Q2"),
        Label("c", "Utopien", Kind.STATE, 3),
    )
    found.put({label.key: label for label in parties}, 1)
    return found


def scores(labels: Labels, cell: Cell) -> list[tuple[str, float, bool]]:
    return [(found.key, found.score, found.match) for found in candidates(labels, cell, 5)]


def test_a_name_that_two_parties_have_matches_neither(labels: Labels) -> None:
    assert scores(labels, Cell("Arkadia")) == [("a", 100.0, False), ("b", 100.0, False)]
    assert scores(labels, Cell("Arkadia", frozenset({Kind.PLACE}))) == [("b", 100.0, True)]


def test_a_wikidata_item_decides_between_them(labels: Labels) -> None:
    assert scores(labels, Cell("Arkadia", wikidata="Q2")) == [("b", 100.0, True), ("a", 50.0, False)]
    assert scores(labels, Cell("Utopien", wikidata="Q9"))[0] == ("c", 85.0, False), "whether it is that item nobody knows"
    assert scores(labels, Cell("Arkad", wikidata="Q1"))[0] == ("a", 100.0, True)


def test_values_are_those_of_the_store(desk: Desk) -> None:
    key = desk.store.labels.search("Arkadien")[0].key
    found = extended(desk, [key, "nobody"], PROPERTIES, "en")
    assert found[key] == {"wikidata": (), "kind": ("state",), "state": (), "names": (), "claims": (5,)}
    assert set(found["nobody"].values()) == {()}
