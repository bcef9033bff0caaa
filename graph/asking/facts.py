"""All that is said of some things, fetched at once and looked up by name: what the views are put together from.

Three plain look-ups of triples are quicker, and easier to read, than one query with twenty optional parts.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ..rdf.names import PREFIXES
from .addresses import Asker, address, values
from .results import Value

_AT_ONCE = 500  # subjects in one query: keeps the text of a query below 50 KB


class Facts:
    """What is said of things, by their addresses; predicates are written with a prefix (`depesche:reports`)."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, list[tuple[Value, str]]]] = {}

    def __contains__(self, subject: str) -> bool:
        return subject in self._said

    def add(self, subject: str, predicate: str, value: Value, language: str) -> None:
        """Note one statement."""
        self._said.setdefault(subject, {}).setdefault(predicate, []).append((value, language))

    def every(self, subject: str, predicate: str) -> tuple[Value, ...]:
        """All values, sorted as text."""
        said = self._said.get(subject, {}).get(_expanded(predicate), [])
        return tuple(sorted({value for value, _ in said}, key=str))

    def one(self, subject: str, predicate: str) -> Value:
        """The value, the first in order when there are several, or None."""
        return next(iter(self.every(subject, predicate)), None)

    def text(self, subject: str, predicate: str) -> str | None:
        """The value as text, or None."""
        value = self.one(subject, predicate)
        return None if value is None else str(value)

    def number(self, subject: str, predicate: str) -> int:
        """The value as a whole number. Only for what every well-formed store has."""
        return int(self.one(subject, predicate) or 0)

    def label(self, subject: str, language: str) -> str | None:
        """The preferred name in `language`, else one without a language, else any."""
        said = self._said.get(subject, {}).get(_expanded("skos:prefLabel"), [])
        ranked = sorted(said, key=lambda pair: (pair[1] != language, pair[1] != "", pair[1], str(pair[0])))
        return str(ranked[0][0]) if ranked else None


def gather(asker: Asker, subjects: Iterable[str], into: Facts | None = None, only: Sequence[str] = ()) -> Facts:
    """All that any named graph says of `subjects` (addresses), or only what it says by some predicates."""
    wanted = f"FILTER(?p IN ({', '.join(only)}))" if only else ""
    facts = Facts() if into is None else into
    for chunk in _chunks(sorted({subject for subject in subjects if subject not in facts})):
        terms = values(address(subject) for subject in chunk)
        query = f"SELECT ?s ?p ?o (LANG(?o) AS ?language) {{ VALUES ?s {{ {terms} }} GRAPH ?place {{ ?s ?p ?o }} {wanted} }}"
        for subject, predicate, value, language in asker.rows(query):
            facts.add(str(subject), str(predicate), value, str(language or ""))
    return facts


def _chunks(subjects: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(subjects), _AT_ONCE):
        yield subjects[start : start + _AT_ONCE]


@cache
def _expanded(predicate: str) -> str:
    prefix, _, name = predicate.partition(":")
    return PREFIXES[prefix] + name
