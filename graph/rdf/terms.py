"""The IRIs of one store: minted from keys, and taken apart again.

A store has one base, fixed when it is made; keys come from `identity` and do not depend on it. Parts of a thing are
fragments of its IRI; there are no blank nodes. This module knows addresses, not what stands behind them.
"""

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..errors import UsageError
from . import names
from .names import PREFIXES as PREFIXES

DEFAULT_BASE = "http://depesche.localhost/id/"
KINDS = ("article", "claim", "proposition", "entity")
GRAPHS = ("entities", "propositions", "gazetteer", "judgements", "derived", "meta")

_BASE = re.compile(r"(https?://|urn:)[^\s<>\"{}|\\^`#?]+[/:]")
_REST = re.compile(rf"({'|'.join(KINDS)})/([a-z2-7]+)(?:#([\w-]+))?")  # keys are base32
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Address:
    """What an IRI of ours points to: a kind of `KINDS`, a key, and the part after `#` if any."""

    kind: str
    key: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Mints and parses the IRIs below `base`, an absolute IRI that ends in `/`. Raises UsageError for another base.

    >>> Terms().claim("abc").value
    'http://depesche.localhost/id/claim/abc'
    >>> Terms().parse("http://depesche.localhost/id/claim/abc#step-1")
    Address(kind='claim', key='abc', part='step-1')
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise UsageError(f"not a base for IRIs: {self.base!r}; give an absolute one that ends in a slash")

    def article(self, key: str) -> NamedNode:
        """An article version; the same IRI names its graph."""
        return NamedNode(f"{self.base}article/{key}")

    def claim(self, key: str) -> NamedNode:
        return NamedNode(f"{self.base}claim/{key}")

    def proposition(self, key: str) -> NamedNode:
        return NamedNode(f"{self.base}proposition/{key}")

    def entity(self, key: str) -> NamedNode:
        return NamedNode(f"{self.base}entity/{key}")

    def part(self, whole: NamedNode, name: str) -> NamedNode:
        """A part of an article or a claim, such as `step-1`."""
        return NamedNode(f"{whole.value}#{name}")

    def graph(self, name: str) -> NamedNode:
        """One of the named graphs in `GRAPHS`; an article's graph is `article(key)`."""
        if name not in GRAPHS:
            raise ValueError(f"no such named graph: {name}")
        return NamedNode(f"{self.base}graph/{name}")

    def depesche(self, name: str) -> NamedNode:
        """A term of our vocabulary."""
        return names.depesche(name)

    def plover(self, code: str) -> NamedNode:
        """A relation by its code."""
        return names.plover(code)

    def wikidata(self, item: str) -> NamedNode:
        """A Wikidata item by its id, such as `Q794`. Raises ValueError for anything else."""
        if not _WIKIDATA.fullmatch(item):
            raise ValueError(f"not a Wikidata id: {item!r}")
        return NamedNode(names.WIKIDATA + item)

    def parse(self, iri: NamedNode | str) -> Address | None:
        """What an IRI of this store points to; None for graphs, the vocabulary and everything that is not ours."""
        text = iri if isinstance(iri, str) else iri.value
        match = _REST.fullmatch(text.removeprefix(self.base)) if text.startswith(self.base) else None
        return Address(match[1], match[2], match[3]) if match else None

    def key(self, iri: NamedNode | str) -> str:
        """The key within an IRI of this store. Raises ValueError for IRIs that `parse` does not know."""
        address = self.parse(iri)
        if address is None:
            raise ValueError(f"no IRI of this store: {iri}")
        return address.key
