"""Reprints in a store: found when they come, let go when they leave, the same whatever the order."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graph.identity import article_key
from graph.model import Kind, Reading
from graph.rdf.shapes import violations
from graph.rdf.store import Store
from tests.factory import article, claim, entity, party, reading, step
from tests.graph.reading.test_likeness import DISPATCH, RIVAL, cut, edited

from .stores import exported, filled

ARKADIEN, UTOPIEN = party("Arkadien"), party("Utopien")
DPA, BOTE = entity("dpa", Kind.OUTLET), entity("Abendbote", Kind.OUTLET)


def told(text: str, outlet: str = "Abendbote", day: int = 1, *, cites: str | None = None, url: str | None = None) -> Reading:
    """An article of `outlet` that claims one thing, if need be on the word of the outlet that it `cites`."""
    chain = [step(party(cites, kind=Kind.OUTLET))] if cites else []
    about = article(
        text, outlet=outlet, published=date(2024, 5, day), url=url or f"https://{outlet.lower()}.example/{day}", title=None
    )
    return reading(about, [claim(actor=ARKADIEN, recipient=UTOPIEN, attribution=chain)], sentences=())


def roots(store: Store) -> tuple[int, int]:
    """Articles and roots of the one edge."""
    asked = """PREFIX d: <http://depesche.localhost/ns#> SELECT ?articles ?roots { GRAPH ?g {
        ?edge a d:Edge ; d:articleCount ?articles ; d:rootCount ?roots } }"""
    ((articles, found),) = store.snapshot().quads.query(asked)  # type: ignore[misc]
    return int(articles.value), int(found.value)


def reasons(store: Store) -> list[tuple[str, str, str]]:
    """Who leans on whom and why, by outlets' names."""
    asked = """PREFIX d: <http://depesche.localhost/ns#> SELECT ?who ?reason ?whom { ?article d:leans ?link ; d:outletName ?who .
        ?link d:reason ?reason ; d:on ?on . OPTIONAL { ?on d:outletName ?other }
        OPTIONAL { ?on <http://www.w3.org/2004/02/skos/core#prefLabel> ?name } BIND(COALESCE(?other, ?name) AS ?whom) }"""
    rows = store.snapshot().quads.query(asked, use_default_graph_as_union=True)
    return sorted((who.value, reason.value.partition("#")[2], whom.value) for who, reason, whom in rows)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("articles", "counted"),
    [
        ([told(DISPATCH), told(RIVAL, "Kurier", 2)], 2),
        ([told(DISPATCH), told(DISPATCH, "Kurier", 2)], 1),
        ([told(DISPATCH), told(cut(0.6), "Kurier", 2), told(edited(12), "Blatt", 3)], 1),
        ([told(f"Neustadt (dpa) - {DISPATCH}"), told(f"Neustadt (dpa) - {RIVAL}", "Kurier", 2)], 1),
        ([told(f"{DISPATCH}\n\n(dpa)"), told(RIVAL, "Kurier", 2)], 2),
        ([told(f"{DISPATCH}\n\n(dpa)"), told(DISPATCH, "Kurier", 2), told(f"{RIVAL}\n\n(dpa)", "Blatt", 3)], 1),
        ([told(DISPATCH, "dpa"), told(f"{RIVAL}\n\n(dpa)", "Kurier", 2)], 1),
        ([told(f"{DISPATCH}\n\n(dpa, AFP)"), told(f"{RIVAL}\n\n(dpa)", "Kurier", 2)], 1),
        ([told(f"{DISPATCH}\n\n(AFP)"), told(f"{RIVAL}\n\n(dpa)", "Kurier", 2)], 2),
        ([told(DISPATCH), told(RIVAL, "Kurier", 2, cites="Abendbote")], 1),
        ([told(RIVAL, "Kurier", 2, cites="Abendbote"), told(cut(0.2), "Blatt", 3, cites="Abendbote")], 1),
        ([told(RIVAL, "Kurier", 2, cites="Abendbote"), told(cut(0.2), "Blatt", 3)], 2),
        ([told(RIVAL, "Kurier", 2, cites="Kurier")], 1),
        ([told(f"{RIVAL}\n\n(dpa)", "dpa", 2)], 1),
        ([told(f"{DISPATCH}\n\n(AFP)", "dpa"), told(f"{RIVAL}\n\n(dpa)", "AFP", 2)], 1),
        ([told(DISPATCH, url="https://bote.example/a"), told(RIVAL, day=2, url="https://bote.example/a?utm_source=x")], 1),
        ([told(DISPATCH, url="https://bote.example/"), told(RIVAL, day=2, url="https://bote.example/")], 2),
    ],
)
def test_roots_are_counted_and_not_articles(tmp_path: Path, articles: Sequence[Reading], counted: int) -> None:
    store = filled(tmp_path / "s", articles)
    assert roots(store) == (len(articles), counted)
    assert violations(store.snapshot().quads) == ()


def test_an_agency_is_another_source_half_a_year_later() -> None:
    with TemporaryDirectory() as folder:
        early, late = told(f"{DISPATCH}\n\n(dpa)"), told(f"{RIVAL}\n\n(dpa)", "Kurier", 2)
        late = reading(article(late.article.text, published=date(2024, 12, 1), outlet="Kurier"), late.claims, sentences=())
        assert roots(filled(Path(folder, "s"), [early, late])) == (2, 2)


def test_the_reason_of_each_link_is_kept(tmp_path: Path) -> None:
    articles = [
        told(DISPATCH), told(cut(0.7), "Kurier", 2), told(DISPATCH, "Blatt", 3),
        told(f"{RIVAL}\n\n(dpa)", "Bote", 4, cites="Abendbote"),
    ]  # fmt: skip
    assert reasons(filled(tmp_path / "s", articles)) == [
        ("Blatt", "same-text", "Abendbote"),
        ("Bote", "agency-mark", "dpa"),
        ("Bote", "cited-outlet", "Abendbote"),
        ("Kurier", "near-text", "Abendbote"),
    ]


def test_an_earlier_article_that_comes_late_becomes_the_root(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [told(cut(0.7), "Kurier", 5)])
    with store.writing() as writer:
        writer.add(told(DISPATCH, "Abendbote", 4), "r1")
    assert reasons(store) == [("Kurier", "near-text", "Abendbote")]


def test_when_the_bridge_goes_the_banks_are_two_roots_again(tmp_path: Path) -> None:
    left, right = told(f"{DISPATCH} {'ja nein ' * 9}"), told(RIVAL, "Kurier", 3)
    bridge = told(f"{DISPATCH} {RIVAL}", "Blatt", 2)
    store = filled(tmp_path / "s", [left, right])
    apart = exported(store)
    with store.writing() as writer:
        writer.add(bridge, "r1")
    assert roots(store) == (3, 1)
    with store.writing() as writer:
        writer.remove(article_key(bridge.article))
    assert (roots(store), exported(store) == apart) == ((2, 2), True)


_POOL = [
    told(text, outlet, day, cites=cites, url=url)
    for text, outlet, day, cites, url in [
        (DISPATCH, "Abendbote", 3, None, None),
        (DISPATCH, "Kurier", 2, None, None),
        (cut(0.6), "Blatt", 1, None, None),
        (f"{edited(12)}\n\n(dpa)", "Bote", 4, None, None),
        (f"{DISPATCH} {RIVAL}", "Kurier", 5, "Bote", "https://kurier.example/x"),
        (RIVAL, "Kurier", 6, None, "https://kurier.example/x#y"),
        (f"Wien (AFP/dpa) - {RIVAL}", "Blatt", 6, None, None),
        ("Kurz.", "Blatt", 7, "Abendbote", None),
    ]
]


@pytest.mark.slow
@settings(deadline=None, max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.permutations(_POOL), st.lists(st.sampled_from(_POOL), max_size=4), st.integers(1, len(_POOL)))
def test_neither_order_nor_history_leave_a_trace_in_the_roots(order: list[Reading], passing: list[Reading], kept: int) -> None:
    stay = order[:kept]
    with TemporaryDirectory() as folder:
        straight = filled(Path(folder, "straight"), sorted(stay, key=lambda one: article_key(one.article)))
        winding = Store.create(Path(folder, "winding"))
        for one in passing:
            with winding.writing() as writer:
                writer.add(one, "r1")
                writer.add(stay[0], "r1")
        with winding.writing() as writer:
            for one in stay:
                writer.add(one, "r1")
        with winding.writing() as writer:
            for one in {article_key(each.article) for each in passing} - {article_key(each.article) for each in stay}:
                writer.remove(one)
        assert exported(winding) == exported(straight)
        winding.rebuild()
        assert exported(winding) == exported(straight)
