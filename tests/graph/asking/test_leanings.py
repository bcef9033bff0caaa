"""Where a text comes from, as pages show it: both ends of a link, with its reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.asking.edges import edge, key_of
from graph.asking.pool import Pool
from graph.asking.views.leanings import leaned_on, leanings
from graph.identity import article_key, entity_key
from graph.rdf.store import Store
from tests.factory import article, claim, reading
from tests.graph.reading.test_likeness import DISPATCH, cut
from tests.stores import ARKADIEN, UTOPIEN

from .conftest import Desk

ORIGINAL = reading(article(DISPATCH, outlet="Abendbote", url="https://a.example/1"), [claim()], sentences=())
REPRINT = reading(article(f"{cut(0.6)}\n\n(dpa)", outlet="Kurier", url="https://k.example/1"), [claim()], sentences=())


@pytest.fixture
def reprints(tmp_path: Path) -> Iterator[Desk]:
    store = Store.create(tmp_path / "reprints")
    with store.writing() as writer:
        writer.add(ORIGINAL, "r1")
        writer.add(REPRINT, "r1")
    with Pool(store.folder, workers=1, deadline=20.0) as pool:
        yield Desk(pool, store)


def test_both_ends_of_a_link_tell_of_it(reprints: Desk) -> None:
    first, second = (article_key(each.article) for each in sorted((ORIGINAL, REPRINT), key=lambda one: article_key(one.article)))
    (lent,) = [each for each in leaned_on(reprints, first, "de") if each.reason == "near-text"]
    assert lent.article and lent.article.key == second
    found = {each.reason: each for each in (*leanings(reprints, first, "de"), *leanings(reprints, second, "de"))}
    assert found["near-text"].article and found["near-text"].article.key == first
    assert found["near-text"].likeness and found["near-text"].likeness > 0.5
    assert found["agency-mark"].outlet and (found["agency-mark"].outlet.name, found["agency-mark"].words) == ("dpa", "(dpa)")


def test_an_edge_tells_its_roots(desk: Desk) -> None:
    counted = edge(desk, key_of(entity_key(ARKADIEN, ""), "AID", entity_key(UTOPIEN, "")))
    assert (counted.tally.articles, counted.roots) == (3, 2)
