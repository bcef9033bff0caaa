"""The whole journey, with a reader that is easy to foresee."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph import pipeline
from graph.errors import InputError
from graph.identity import article_key
from graph.model import Article, Reading
from graph.pipeline import Result, add, load, rebuild, remove, reread
from graph.rdf.store import Store
from tests.factory import article, claim, reading
from tests.graph.rdf.stores import exported


@dataclass
class Counting:
    """Reads one claim in each article, counts, and stumbles over the word “Falle”."""

    version: str = "r1"
    relation: str = "AID"
    read_so_far: list[str] = field(default_factory=list)

    def read(self, one: Article) -> Reading:
        self.read_so_far.append(one.text)
        if "Falle" in one.text:
            raise ZeroDivisionError("no clause")
        return reading(one, [claim(self.relation)])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "s")


def articles(count: int) -> list[Article]:
    return [article(url=f"https://blatt.example/{number}", title=f"Nummer {number}") for number in range(count)]


def test_articles_arrive_and_are_known_the_next_time(store: Store) -> None:
    reader = Counting()
    assert [each.result for each in add(articles(3), reader, store)] == [Result.ADDED] * 3
    outcomes = list(add(articles(4), reader, store))
    assert [each.result for each in outcomes] == [Result.KNOWN] * 3 + [Result.ADDED]
    assert len(reader.read_so_far) == 4, "what was read is not read again"
    assert (store.articles.count(), outcomes[3].claims) == (4, 1)


def test_many_at_once_are_the_same_as_one_after_the_other(store: Store, tmp_path: Path) -> None:
    bad = InputError("cannot be read", file="kaputt.json", line=3)
    outcomes = list(load([*articles(3), bad, *articles(4)], Counting(), store))
    assert [each.result for each in outcomes] == [*[Result.ADDED] * 3, Result.FAILED, *[Result.KNOWN] * 3, Result.ADDED]
    other = Store.create(tmp_path / "other")
    list(add(articles(4), Counting(), other))
    assert exported(store) == exported(other)


def test_one_bad_article_does_not_stop_the_others(store: Store) -> None:
    bad = InputError("cannot be read", file="kaputt.json", line=3)
    trap, broken = article("Eine Falle.", title="Fallstrick"), article("Halb \ud83d", url="https://b.example")
    first, second, third, fourth, fifth = add([articles(2)[0], bad, trap, broken, articles(2)[1]], Counting(), store)
    assert [first.result, fifth.result] == [Result.ADDED] * 2
    assert second.error is bad
    assert str(third.error) == "Fallstrick: the reader failed: ZeroDivisionError: no clause"
    assert fourth.result is Result.FAILED
    assert store.articles.count() == 2


def test_a_better_reader_reads_anew_what_another_read(store: Store) -> None:
    list(add(articles(2), Counting(), store))
    better = Counting("r2", "CONSULT")
    assert [each.result for each in reread(better, store)] == [Result.REPLACED] * 2
    assert list(reread(better, store)) == []
    assert {one.claims[0].relation for one in store.articles.readings()} == {"CONSULT"}


def test_removing_tells_of_each(store: Store) -> None:
    list(add(articles(2), Counting(), store))
    key = article_key(articles(1)[0])
    gone, missing = remove([key, "nosuchkey"], store)
    assert (gone.result, missing.result) == (Result.REMOVED, Result.FAILED)
    assert store.articles.count() == 1
    rebuild(store)
    assert store.snapshot().revision == store.revision


def test_others_may_write_between_two_batches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 2)
    outcomes = add(articles(4), Counting(), store)
    next(outcomes)
    with store.writing(wait=0) as writer:
        writer.remove(article_key(articles(1)[0]))
    assert len(list(outcomes)) == 3
    assert store.articles.count() == 3


@pytest.mark.parametrize("left", [(), ("meta.json.new",), ("meta.json",), ("meta.json", "LOCK", "articles.sqlite")])
def test_a_store_whose_making_was_cut_off_is_finished(store: Store, tmp_path: Path, left: tuple[str, ...]) -> None:
    folder = tmp_path / "cut"
    folder.mkdir()
    for name in left:
        (folder / name).write_text((store.folder / name).read_text() if name == "meta.json" else "")
    begun = Store.open(folder) if "meta.json" in left else Store.create(folder)
    assert [each.result for each in add(articles(2), Counting(), begun)] == [Result.ADDED] * 2
    assert begun.articles.count() == 2


@dataclass
class Idle:
    """Takes articles to read and is never done with one before it is asked for it."""

    ahead: int
    taken: list[Article] = field(default_factory=list)
    under_way: int = 0

    def submit(self, one: Article) -> "Idle":
        self.taken.append(one)
        self.under_way += 1
        assert self.under_way <= self.ahead
        return self

    def done(self) -> bool:
        return False

    def result(self) -> Reading:
        self.under_way -= 1
        return reading(self.taken.pop(0), [claim()])


def test_no_more_is_under_way_than_the_readers_want(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 2)
    outcomes = list(add(articles(9), Counting(), store, readers=Idle(3)))
    assert [each.result for each in outcomes] == [Result.ADDED] * 9
    assert [each.article for each in outcomes] == [article_key(each) for each in articles(9)]


def test_slow_reading_is_stored_as_it_comes(store: Store) -> None:
    seconds = iter(range(100))
    seen: list[int] = []

    def slowly() -> Iterator[Article]:
        for one in articles(6):
            seen.append(store.articles.count())
            yield one

    list(add(slowly(), Counting(), store, clock=lambda: next(seconds)))
    assert seen == [0, 0, 2, 2, 4, 4]
