"""The desk over the sequel of the affair."""

from collections.abc import Iterator

import pytest

from graph.asking.pool import Pool
from tests.graph.asking.conftest import AffairDesk
from tests.sequel import sequel_store


@pytest.fixture(scope="package")
def sequel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AffairDesk]:
    store = sequel_store(tmp_path_factory.mktemp("sequel") / "store")
    with Pool(store.folder, workers=1, deadline=30.0) as pool:
        yield AffairDesk(pool, store)
