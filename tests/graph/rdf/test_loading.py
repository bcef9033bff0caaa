"""Many articles at once: the same store as one by one, whatever was there before and wherever it is cut off."""

import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, StoreError
from graph.identity import article_key
from graph.model import Entity, Kind, Reading
from graph.rdf import filling, loading, teller
from graph.rdf.archive import Kept
from graph.rdf.sentences import Fresh
from graph.rdf.store import Store
from graph.rdf.teller import Teller
from tests.factory import article, claim, party, reading

from .children import numbered
from .stores import MORNING, exported, filled, lines
from .test_processes import child, said
from .test_store import _READINGS, FIRST, SECOND, labels


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process helps from the third article on."""
    monkeypatch.setattr(loading, "_ALONE", 2)


def loaded(store: Store, *readings: Reading, reader: str = "r1") -> Store:
    with store.loading(now=lambda: MORNING) as loader:
        for each in readings:
            loader.add(each, reader)
    return store


@pytest.mark.slow
@settings(deadline=None, max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(_READINGS, st.data())
def test_loading_makes_what_writing_makes(drawn: list[Reading], data: st.DataObject) -> None:
    order = data.draw(st.permutations(drawn))
    before = data.draw(st.integers(0, len(order)))
    with TemporaryDirectory() as folder:
        written = filled(Path(folder, "written"), drawn)
        store = loaded(filled(Path(folder, "loaded"), order[:before]), *order)
        assert exported(store) == exported(written)
        assert labels(store) == labels(written)
        with store.writing() as writer:
            assert not any(writer.add(each, "r1").changed for each in drawn)
        store.rebuild()
        assert exported(store) == exported(written)


def test_more_quads_than_are_handed_over_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_CHUNK", 100)
    readings = [numbered(number) for number in range(12)]
    assert exported(loaded(Store.create(tmp_path / "s"), *readings)) == exported(filled(tmp_path / "t", readings))


def test_what_failed_or_was_merged_can_be_thrown_away(tmp_path: Path) -> None:
    for name in ("failed", "merged"):
        (tmp_path / name).mkdir()
    failed, merged = filling.Filling(tmp_path / "failed"), filling.Filling(tmp_path / "merged")
    failed.tell(b"no quad\n")
    with pytest.raises(StoreError, match="cannot be written"):
        failed.replace()
    merged.tell(b"<a:b> <a:b> <a:b> .\n")
    merged.merge()
    for new, folder in ((failed, tmp_path / "failed"), (merged, tmp_path / "merged")):
        new.drop()
        assert not list(folder.iterdir())


def test_a_loader_that_cannot_finish_leaves_what_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(tmp_path / "s", [FIRST])
    before = exported(store)

    def fail(_: object) -> None:
        raise StoreError("no space left")

    monkeypatch.setattr(Fresh, "index", fail)
    with pytest.raises(StoreError, match="no space left"):
        loaded(store, SECOND)
    monkeypatch.undo()
    assert exported(store) == before and not list(store.folder.glob("quads.*"))
    assert exported(loaded(store)) == exported(filled(tmp_path / "t", [FIRST, SECOND]))


def test_another_process_tells_the_same(tmp_path: Path, helped: None) -> None:
    readings = [FIRST, *map(numbered, range(80)), SECOND]
    store, expected = loaded(Store.create(tmp_path / "s"), *readings), filled(tmp_path / "t", readings)
    assert (exported(store), labels(store)) == (exported(expected), labels(expected))
    store.rebuild()
    assert exported(store) == exported(expected)


def test_what_the_other_process_told_is_thrown_away_when_it_no_longer_holds(tmp_path: Path, helped: None) -> None:
    better = reading(FIRST.article, [claim("CONSULT", party("Arkadien"), party("Elysium"))])
    store = Store.create(tmp_path / "s")
    with store.loading(now=lambda: MORNING) as loader:
        for each in (FIRST, *map(numbered, range(40))):
            loader.add(each, "r1")
        loader.add(better, "r2")
    expected = filled(tmp_path / "t", list(map(numbered, range(40))))
    with expected.writing(now=lambda: MORNING) as writer:
        writer.add(better, "r2")
    assert lines(store) == lines(expected)


@pytest.mark.parametrize("step", ["start", "article", "edges", "end"])
@pytest.mark.parametrize("anew", [False, True])
def test_without_the_other_process_all_is_made_by_one(
    tmp_path: Path, helped: None, monkeypatch: pytest.MonkeyPatch, step: str, anew: bool
) -> None:
    readings = [FIRST, *map(numbered, range(80))]
    store = filled(tmp_path / "s", readings) if anew else filled(tmp_path / "s", [FIRST])
    lost: list[str] = []

    def failing(*_: object) -> None:
        lost.append(step)
        raise OSError(12, "Cannot allocate memory")

    def killed(self: Teller, *given: object) -> None:
        lost.append(step)
        self._worker.kill()
        self._worker.process.wait()
        told(self, *given)

    if step == "start":
        monkeypatch.setattr(teller, "start", failing)
    else:
        told = getattr(Teller, step)
        monkeypatch.setattr(Teller, step, killed)
    if anew:
        store.rebuild()
    else:
        loaded(store, *readings)
    assert lost, "there was another process, or was to be"
    assert exported(store) == exported(filled(tmp_path / "t", readings)) and not list(store.folder.glob("quads.*"))


def test_losing_the_other_process_at_the_end_loses_no_article_of_before(
    tmp_path: Path, helped: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(self: Teller, kept: Kept) -> None:
        told.append(kept)
        if len(told) == 40:  # of those that stood before, which are told again at the end
            self._worker.kill()
            self._worker.process.wait()
        article(self, kept)

    told: list[Kept] = []
    article = Teller.article
    monkeypatch.setattr(Teller, "article", killed)
    store = loaded(filled(tmp_path / "s", map(numbered, range(90))), *map(numbered, range(90, 94)))
    assert len(told) > 40
    assert exported(store) == exported(filled(tmp_path / "t", map(numbered, range(94))))


def test_what_went_wrong_in_the_other_process_is_said(tmp_path: Path, helped: None, monkeypatch: pytest.MonkeyPatch) -> None:
    edges = Teller.edges
    monkeypatch.setattr(Teller, "edges", lambda self, _: edges(self, tmp_path / "nowhere" / "articles.sqlite"))
    with pytest.raises(StoreError, match="unable to open database file"):
        loaded(filled(tmp_path / "s", [FIRST]), *map(numbered, range(40)))


def test_what_the_engine_cannot_take_from_the_other_process_is_said(
    tmp_path: Path, helped: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways: list[int] = []

    def broken(self: filling.Filling) -> int:
        ways.append(way(self))
        if len(ways) == 2:  # the first is the writer's own
            os.write(ways[1], b"no quad")
        return ways[-1]

    way = filling.Filling.way
    store = Store.create(tmp_path / "s")
    monkeypatch.setattr(filling.Filling, "way", broken)
    with pytest.raises(StoreError, match="cannot be written"):
        loaded(store, *map(numbered, range(300)))  # more than a pipe holds
    assert len(ways) == 2


def test_pipes_need_no_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_PIPES", tmp_path / "nowhere")
    assert lines(loaded(Store.create(tmp_path / "s"), FIRST)) == lines(filled(tmp_path / "t", [FIRST]))


def test_what_the_engine_cannot_read_stops_nobody_and_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_CHUNK", 100)
    monkeypatch.setattr(filling, "_AHEAD", 2)
    new = filling.Filling(tmp_path)
    for _ in range(20_000):  # more than a pipe holds
        new.tell(b"no quad\n")
    with pytest.raises(StoreError, match="cannot be written"):
        new.replace()


def test_nobody_sees_half_of_it(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST])
    before, revision = exported(store), store.revision
    with store.loading() as loader:
        loader.add(SECOND, "r1")
        assert (exported(store), store.revision, store.sentences.revision()) == (before, revision, revision)
    assert store.snapshot().revision == store.revision == store.labels.revision() == store.sentences.revision() > revision
    expected = filled(tmp_path / "t", [FIRST, SECOND])
    assert (lines(store), labels(store)) == (lines(expected), labels(expected))


def test_what_is_read_anew_or_taken_out_meanwhile_leaves_nothing(tmp_path: Path) -> None:
    better = reading(FIRST.article, [claim("CONSULT", party("Arkadien"), party("Elysium"))])
    store = Store.create(tmp_path / "s")
    with store.loading(now=lambda: MORNING) as loader:
        loader.add(FIRST, "r1")
        loader.add(SECOND, "r1")
        loader.add(numbered(1), "r1")
        loader.add(better, "r2")
        loader.remove(article_key(SECOND.article))
    expected = filled(tmp_path / "t", [better, numbered(1)], "r2")
    assert (lines(store), labels(store)) == (lines(expected), labels(expected))


def test_a_twin_gets_the_reading_that_came_last(tmp_path: Path) -> None:
    twin = article(url="https://a.example/twin")
    other = reading(twin, [claim("CONSULT", party("Arkadien"), party("Elysium"))])
    with (store := Store.create(tmp_path / "s")).loading() as loader:
        loader.add(FIRST, "r1")
        loader.add(other, "r1")
    assert lines(store) == lines(filled(tmp_path / "t", [FIRST, other]))
    assert store.articles.reading(article_key(FIRST.article)).claims == other.claims


def test_an_article_that_cannot_be_stored_stops_no_other(tmp_path: Path) -> None:
    bad = reading(claims=[claim(actor=party(Entity("Arkadien", Kind.STATE, wikidata="no id")))])
    worse = reading(claims=[claim(theme_class="no name")])
    with (store := Store.create(tmp_path / "s")).loading() as loader:
        loader.add(SECOND, "r1")
        for each in (bad, worse):
            with pytest.raises(InputError, match="cannot be stored"):
                loader.add(each, "r1")
    assert lines(store) == lines(filled(tmp_path / "t", [SECOND]))


def test_an_error_of_the_caller_keeps_the_articles_before_it(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with pytest.raises(KeyboardInterrupt), store.loading() as loader:
        loader.add(FIRST, "r1")
        raise KeyboardInterrupt
    assert lines(store) == lines(filled(tmp_path / "t", [FIRST]))


@pytest.mark.parametrize("last", [3, 11])
def test_a_killed_loader_loses_nothing_that_was_committed(tmp_path: Path, last: int) -> None:
    store = filled(tmp_path / "s", [FIRST])
    before = exported(store)
    with child("load", store.folder, 5) as other:
        while said(other) != str(last):
            pass
        other.send_signal(signal.SIGKILL)
    assert exported(store) == before, "readers have what they had"
    loaded(store, *map(numbered, range(20)))
    assert exported(store) == exported(filled(tmp_path / "t", [FIRST, *map(numbered, range(20))]))
    assert not list(store.folder.glob("quads.*"))


def test_what_a_killed_loader_left_is_made_whole_by_whoever_writes_next(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with child("load", store.folder, 5) as other:
        while said(other) != "11":
            pass
        other.send_signal(signal.SIGKILL)
    with store.writing(wait=5):
        pass
    kept = store.articles.count()
    assert kept >= 10, "all that was committed is there"
    assert exported(store) == exported(filled(tmp_path / "t", map(numbered, range(kept))))
