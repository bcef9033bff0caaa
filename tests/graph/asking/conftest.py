"""One small store and one pool for all tests of asking."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from graph.asking.pool import Pool
from graph.asking.results import Row
from graph.rdf.store import Store
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
    def texts(self) -> Callable[[str], str | None]:
        return lambda key: self.store.articles.get(key).article.text


@pytest.fixture(scope="package")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store = example_store(tmp_path_factory.mktemp("examples") / "store")
    with Pool(store.folder, workers=1, deadline=20.0) as pool:
        yield Desk(pool, store)
