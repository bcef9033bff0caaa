"""The desk at which named questions are answered: a pool for the queries, the archive for what was read."""

from dataclasses import dataclass

from ..model import Reading
from ..rdf.archive import Archive
from .answering import LIMIT
from .pool import Pool
from .results import Row
from .worker import Answer


@dataclass(frozen=True, slots=True)
class Counter:
    """Answers over one store, whose things live under `base`."""

    pool: Pool
    archive: Archive
    base: str

    def trust(self, query: str, formats: tuple[str, ...] = (), *, limit: int = LIMIT) -> Answer:
        """The answer to one of our own queries."""
        return self.pool.trust(query, formats, limit=limit)

    def rows(self, query: str) -> tuple[Row, ...]:
        """The plain rows of one of our own queries."""
        return self.pool.rows(query)

    def reading(self, key: str) -> Reading:
        """What was read in the article with this key. NotFoundError when there is none."""
        return self.archive.reading(key)
