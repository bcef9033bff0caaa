"""What a store promises: whole articles, no trace of the order, nothing lost, nothing left over."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, NotFoundError, StoreError, UsageError
from graph.identity import article_key, claim_keys
from graph.model import Entity, Kind, Reading
from graph.rdf.archive import context_hash
from graph.rdf.claims import all_quads, from_quads
from graph.rdf.snapshot import Latest
from graph.rdf.store import Store
from graph.rdf.terms import Terms
from tests.factory import article, claim, party, reading, span, step
from tests.strategies import readings

from .stores import MORNING, exported, filled, lines

FIRST = reading(article(url="https://a.example/1"))
SECOND = reading(
    article(url="https://a.example/2", title="Anderer Titel"), [claim("ACCUSE", party("Arkadien"), party("Elysium"))]
)


def test_what_was_added_is_seen_by_everybody(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST, SECOND])
    assert store.articles.count() == 2
    assert store.articles.reading(article_key(FIRST.article)) == FIRST
    assert store.articles.get(article_key(FIRST.article)).first_seen == MORNING
    assert [hit.name for hit in store.labels.search("elys")] == ["Elysium"]
    assert store.snapshot().revision == store.revision
    assert Store.open(tmp_path / "s").articles.count() == 2


def test_the_same_again_changes_nothing_not_even_the_revision(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST])
    before, revision = exported(store), store.revision
    with store.writing(now=lambda: datetime(2030, 1, 1, tzinfo=UTC)) as writer:
        added = writer.add(FIRST, "r1")
    assert (added.new, added.changed) == (False, False)
    assert (exported(store), store.revision) == (before, revision)
    assert store.articles.get(article_key(FIRST.article)).first_seen == MORNING


def test_a_better_reader_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    better = reading(FIRST.article, [claim("CONSULT", party("Arkadien"), party("Elysium"))])
    store = filled(tmp_path / "s", [FIRST])
    with store.writing() as writer:
        added = writer.add(better, "r2")
    assert (added.new, added.changed) == (False, True)
    assert lines(store) == lines(filled(tmp_path / "t", [better], "r2"))
    assert store.labels.search("Utopien") == ()
    assert store.sentences.search("getreide").claims == (claim_keys(better.claims, article_key(better.article))[0],)
    assert store.articles.known(FIRST.article, "r1") == FIRST, "what the reader before read is kept"


def test_removing_takes_all_that_only_this_article_used(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST, SECOND])
    with store.writing() as writer:
        writer.remove(article_key(SECOND.article))
    assert lines(store) == lines(filled(tmp_path / "t", [FIRST]))
    assert store.labels.search("Elysium") == ()
    assert store.labels.search("Arkadien")[0].claims == 1
    assert store.sentences.search("Getreide").total == 1
    with store.writing() as writer:
        writer.remove(article_key(FIRST.article))
    assert exported(store) == ""
    assert store.labels.search("Arkadien") == ()
    assert store.sentences.search("Getreide").total == 0


def test_a_removed_article_leaves_no_word_on_the_disk(tmp_path: Path) -> None:
    text = "Geheimwort Kranich."
    told = claim(evidence=span(text, text), sentence=span(text, text), actor=None, recipient=None)
    secret = reading(article(text, title="Kranichzug", url=None), [told], sentences=[span(text, text)])
    store = filled(tmp_path / "s", [FIRST, secret])
    with store.writing() as writer:
        writer.remove(article_key(secret.article))
    for file in ("articles.sqlite", "articles.sqlite-wal", "labels.sqlite", "sentences.sqlite", "sentences.sqlite-wal"):
        path = tmp_path / "s" / file
        assert not path.exists() or b"kranich" not in path.read_bytes().lower()


def test_what_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST])
    before = exported(store)
    with pytest.raises(NotFoundError, match="no article abc"), store.writing() as writer:
        writer.remove("abc")
    assert exported(store) == before


@pytest.mark.parametrize(
    "bad",
    [
        reading(article("Ein halbes \ud83d Zeichen", url="https://b.example")),
        reading(claims=[claim(actor=party(Entity("Arkadien", Kind.STATE, wikidata="no id")))]),
        reading(claims=[claim("NO SUCH RELATION")]),
    ],
)
def test_an_article_that_cannot_be_stored_leaves_nothing(tmp_path: Path, bad: Reading) -> None:
    store = Store.create(tmp_path / "s")
    with store.writing() as writer:
        writer.add(SECOND, "r1")
        with pytest.raises(InputError, match="cannot be stored"):
            writer.add(bad, "r1")
    assert lines(store) == lines(filled(tmp_path / "t", [SECOND]))


def test_an_error_of_the_caller_keeps_the_articles_before_it(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with pytest.raises(KeyboardInterrupt), store.writing() as writer:
        writer.add(FIRST, "r1")
        raise KeyboardInterrupt
    assert lines(store) == lines(filled(tmp_path / "t", [FIRST]))


def test_every_triple_stands_in_one_graph(tmp_path: Path) -> None:
    quads = filled(tmp_path / "s", [FIRST, SECOND]).snapshot().quads
    assert len({quad.triple for quad in quads}) == len(quads)


def test_reprints_are_two_articles_of_one_root(tmp_path: Path) -> None:
    reprint = reading(article(outlet="Abendblatt", url="https://abend.example/1"))
    store = filled(tmp_path / "s", [FIRST, reprint])
    asked = """PREFIX d: <http://depesche.localhost/ns#> SELECT ?articles ?roots { GRAPH ?g {
        ?edge a d:Edge ; d:articleCount ?articles ; d:rootCount ?roots } }"""
    assert [[term.value for term in row] for row in store.snapshot().quads.query(asked)] == [["2", "1"]]


def test_a_twin_is_not_read_twice(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST])
    twin = article(url="https://copy.example/1")
    assert store.articles.known(twin, "r1") == Reading(twin, FIRST.sentences, FIRST.claims, FIRST.speech)
    assert store.articles.known(twin, "r2") is None
    assert store.articles.known(article(url="https://copy.example/1", title="Anders"), "r1") is None


def test_readings_can_be_had_from_the_quads(tmp_path: Path) -> None:
    one = reading(claims=[claim(attribution=[step(cue=span("sagte"))])])
    store = filled(tmp_path / "s", [one, SECOND])
    assert from_quads(store.snapshot().quads, article_key(one.article), store.terms, one.article.text) == one


def test_the_rdflib_dataset_asks_the_same_engine(tmp_path: Path) -> None:
    dataset = filled(tmp_path / "s", [FIRST]).snapshot().dataset()
    rows = list(dataset.query("SELECT ?c { ?c a <http://depesche.localhost/ns#Claim> }"))
    assert len(rows) == 1


def test_the_latest_snapshot_is_opened_anew_at_most_once_a_second(tmp_path: Path) -> None:
    store, seconds = filled(tmp_path / "s", [FIRST]), [0.0]
    latest = Latest(store.folder, lambda: seconds[0])
    first = latest.get()
    with store.writing() as writer:
        writer.add(SECOND, "r1")
    seconds[0] = 0.9
    assert latest.get() is first
    seconds[0] = 1.0
    assert latest.get().revision == store.revision > first.revision


# Any order, any history

# A reader makes the same of the same: of the readings drawn, one for each text and context, one for each article.
_READINGS = st.lists(readings(), min_size=1, max_size=4).map(
    lambda drawn: list(
        {article_key(one.article): one for one in {context_hash(one.article): one for one in drawn}.values()}.values()
    )
)


# No shrinking: each try makes two stores, and hundreds of them take minutes.
@settings(deadline=None, max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(_READINGS, st.data())
def test_neither_order_nor_history_leave_a_trace(drawn: list[Reading], data: st.DataObject) -> None:
    order = data.draw(st.permutations(drawn))
    passing = data.draw(st.lists(st.sampled_from(drawn), max_size=3))
    with TemporaryDirectory() as folder:
        straight = filled(Path(folder, "straight"), drawn)
        winding = filled(Path(folder, "winding"), order[:2])
        for one in passing:
            with winding.writing() as writer:
                writer.add(one, "r1")
            with winding.writing() as writer:
                writer.remove(article_key(one.article))
        with winding.writing() as writer:
            for one in order:
                writer.add(one, "r1")
        expected = {str(quad) for quad in all_quads(drawn, Terms())}
        found = exported(straight)
        assert exported(winding) == found
        assert {line.removesuffix(" .") for line in lines(straight) if "/graph/derived>" not in line} == expected
        winding.rebuild()
        assert exported(winding) == found
        assert labels(winding) == labels(straight)


def labels(store: Store) -> list[object]:
    found = [store.labels.search(name, 50) for name in ("arkadien", "utop", "hold", "beamte", "東京", "celik")]
    return [*found, *(store.sentences.search(words, 50) for words in ("der", "getreide", "a*", "e*"))]


def test_every_order_gives_the_same_bytes(tmp_path: Path) -> None:
    third = reading(article(url="https://a.example/3", title="Dritter"), [claim(negated=True), claim("MEMBER_OF")])
    for form in ("nq", "trig", "ttl", "jsonld"):
        told = {
            exported(filled(tmp_path / form / str(number), order), form)
            for number, order in enumerate(itertools.permutations([FIRST, SECOND, third]))
            if form == "nq" or number in (0, 5)
        }
        assert len(told) == 1


# Folders


def test_a_new_store_wants_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Liebe Tante")
    with pytest.raises(UsageError, match="not empty"):
        Store.create(tmp_path)


def test_a_base_must_be_an_address(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="base"):
        Store.create(tmp_path / "s", "nowhere")
    assert not (tmp_path / "s").exists()


def test_another_base_moves_addresses_and_no_keys(tmp_path: Path) -> None:
    here, there = Store.create(tmp_path / "s"), Store.create(tmp_path / "t", "https://claims.example/id/")
    for store in (here, there):
        with store.writing() as writer:
            writer.add(FIRST, "r1")
    assert exported(there) == exported(here).replace(here.base, there.base)


@pytest.mark.parametrize("way", [lambda folder: Store.open(folder), lambda folder: Store.open(folder).snapshot()])
def test_where_no_store_is_that_is_said(tmp_path: Path, way: Callable[[Path], object]) -> None:
    with pytest.raises(StoreError, match="no store here"):
        way(tmp_path / "missing")


def test_a_store_of_another_format_is_refused_with_the_remedy(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST])
    (store.folder / "meta.json").write_text('{"format": 99, "base": "http://depesche.localhost/id/"}', encoding="utf-8")
    with pytest.raises(StoreError, match=r"format 99.*update Depesche"):
        Store.open(store.folder)
