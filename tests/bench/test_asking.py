"""What answering costs is measured for every question, beside the same query in the bare engine."""

from pathlib import Path

from pyoxigraph import Literal

from bench.asking import MAY_TAKE, Page, Took, measure
from bench.derived import fill
from bench.recording import recorded
from bench.replay import Replay
from graph.asking.questions import questions
from graph.commands.store import known
from graph.extraction.gazetteer import Gazetteer
from graph.rdf.names import depesche
from graph.rdf.store import Store
from tests.affair import affair_store


def test_every_question_is_asked_both_ways(tmp_path: Path) -> None:
    found = measure(affair_store(tmp_path / "store"), rounds=1)
    answers, pages = [each for each in found if isinstance(each, Took)], [each for each in found if isinstance(each, Page)]

    assert [took.name for took in answers] == list(questions())
    assert all(took.ours is not None and took.bare > 0 for took in answers)
    assert {page.name for page in pages} >= MAY_TAKE.keys() and all(page.fits for page in pages)


def test_what_is_derived_is_the_same_without_the_articles(tmp_path: Path) -> None:
    replay = Replay(recorded(corpus=tmp_path / "none"), Gazetteer.load())
    readings = [replay.bare(number) for number in range(5)]
    whole, alone = Store.create(tmp_path / "whole", known=known()), tmp_path / "alone"
    with whole.loading() as loader:
        for reading in readings:
            loader.add(reading, "replay")
    fill(alone, ((number, number, reading) for number, reading in enumerate(readings)))

    assert _told(whole) == _told(Store.open(alone)) != []


def _told(store: Store) -> list[tuple[str, ...]]:
    """What is counted of all edges; without the keys of parties, some of which live in one article, and without roots."""
    found = store.snapshot().quads.quads_for_pattern(None, depesche("edgeSummary"), None, store.terms.graph("derived"))
    lines = [quad.object.value.split() for quad in found if isinstance(quad.object, Literal)]
    return sorted((line[0], *line[3:5], *line[6:]) for line in lines)


def test_the_pool_may_cost_twice_the_engine_and_a_little() -> None:
    assert Took("claims", 35.0, 10.0, False).fits
    assert not Took("claims", 36.0, 10.0, False).fits
    assert not Took("claims", None, 10.0, False).fits and "too long" in str(Took("claims", None, 10.0, False))
    assert Took("echo", 900.0, 10.0, True).fits
    assert Page("page: network", 900.0, None).fits and not Page("page: disputes", None, 500.0).fits
