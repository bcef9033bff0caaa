"""One small store and one pool for all tests of asking."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from graph.asking import finishing
from graph.asking.answering import LIMIT, Case, Reply
from graph.asking.naming import resolver
from graph.asking.pool import Pool
from graph.asking.questions import questions
from graph.asking.results import Row
from graph.asking.worker import Answer
from graph.model import Reading
from graph.rdf.archive import Archive
from graph.rdf.store import Store
from tests.affair import affair_store
from tests.stores import example_store


@dataclass
class Desk:
    """A pool that knows the base of its store, and counts what it was asked."""

    pool: Pool
    store: Store
    asked: int = 0

    @property
    def base(self) -> str:
        return self.store.base

    def rows(self, query: str) -> tuple[Row, ...]:
        self.asked += 1
        return self.pool.rows(query)

    @property
    def archive(self) -> Archive:
        return self.store.articles

    @property
    def texts(self) -> Callable[[str], str | None]:
        return lambda key: self.store.articles.get(key).article.text


@pytest.fixture(scope="package")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store = example_store(tmp_path_factory.mktemp("examples") / "store")
    with Pool(store.folder, workers=1, deadline=20.0) as pool:
        yield Desk(pool, store)


@dataclass
class AffairDesk(Desk):
    """The desk over the constructed affair, at which named questions are answered."""

    def trust(self, query: str, formats: tuple[str, ...] = (), *, limit: int = LIMIT) -> Answer:
        return self.pool.trust(query, formats, limit=limit)

    def reading(self, key: str) -> Reading:
        return self.store.articles.reading(key)

    def ask(self, name: str, **given: str) -> Reply:
        question = questions()[name]
        return finishing.ask(question, Case(self, question.given(given, resolver(self.store.labels)), "en"))

    def told(self, name: str, **given: str) -> list[dict[str, object]]:
        """The rows of an answer by column."""
        reply = self.ask(name, **given)
        return [dict(zip(reply.columns, row, strict=True)) for row in reply.rows]


@pytest.fixture(scope="package")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AffairDesk]:
    store = affair_store(tmp_path_factory.mktemp("affair") / "store")
    with Pool(store.folder, workers=1, deadline=30.0) as pool:
        yield AffairDesk(pool, store)
