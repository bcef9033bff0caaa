"""Addresses of the store's things, and how they stand in a query: the one place where keys enter SPARQL.

A key comes from a web address, so it is checked here; everything else that enters a query is escaped here.
"""

import re
from collections.abc import Iterable
from typing import Protocol

from ..errors import NotFoundError
from .results import Row

_KEY = re.compile(r"[a-z2-7]{26}")  # what identity.digest makes
_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')  # what may not stand between < and >
_CODE = re.compile(r"[A-Z][A-Z_]*")  # what a relation is called
_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


class Asker(Protocol):
    """Whoever answers our own queries: a pool, or a stand-in."""

    @property
    def base(self) -> str:
        """What the addresses of the store's things begin with."""

    def rows(self, query: str) -> tuple[Row, ...]:
        """The plain rows of a query."""


def is_key(text: str) -> bool:
    """Whether this can be the key of a thing."""
    return _KEY.fullmatch(text) is not None


def address(iri: str) -> str:
    """`<…>` for an address that an answer gave, ready for a query. ValueError for what cannot be one."""
    if _NO_IRI.search(iri):
        raise ValueError(f"not an address: {iri[:80]!r}")
    return f"<{iri}>"


def iri(base: str, kind: str, key: str) -> str:
    """`<…/KIND/KEY>`, ready for a query. NotFoundError for what cannot be a key."""
    if not is_key(key):
        raise NotFoundError(f"there is no {kind} {key[:40]!r} in the store")
    return f"<{base}{kind}/{key}>"


def place(base: str, name: str) -> str:
    """The named graph `name` that does not belong to one article, ready for a query."""
    return f"<{base}graph/{name}>"


def values(terms: Iterable[str]) -> str:
    """The terms as the inside of VALUES, in order and each once."""
    return " ".join(dict.fromkeys(terms))


def relation(code: str) -> str:
    """A relation's concept, ready for a query. NotFoundError for what cannot be one."""
    if not _CODE.fullmatch(code):
        raise NotFoundError(f"there is no relation {code[:40]!r}")
    return f"plover:{code}"


def text(words: str) -> str:
    """A string literal, ready for a query."""
    return f'"{words.translate(_ESCAPES)}"'


def key(address: str) -> str:
    """The key in the address of a thing or of a part of it."""
    return address.partition("#")[0].rpartition("/")[2]


def word(address: str) -> str:
    """The last word of a concept's address, such as `asserts` or `AID`."""
    return re.split(r"[#/]", address)[-1]
