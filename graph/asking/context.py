"""The JSON-LD context of our data: short names for all that our quads say, made from the vocabulary.

Every class and property of ours goes by its local name, and so do those of others that we use; values that are IRIs
keep a prefix (`depesche:denies`, `plover:AID`). Names are not changed once they are published; new ones may be added.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pyoxigraph import NamedNode

from ..rdf import names
from ..rdf.names import PREFIXES
from ..vocabulary import DEPESCHE, Vocabulary

_ID = "@id"
_OTHERS: tuple[tuple[NamedNode, str | None], ...] = (  # what we use of other vocabularies, and what its values are
    (names.PREF_LABEL, None), (names.ALT_LABEL, None), (names.EXACT_MATCH, _ID), (names.HEADLINE, None),
    (names.DATE_PUBLISHED, names.DATE.value), (names.PUBLISHER, _ID), (names.URL, None), (names.IDENTIFIER, None),
    (names.IN_LANGUAGE, None), (names.ATTRIBUTED_TO, _ID), (names.QUOTED_FROM, _ID), (names.HAS_SOURCE, _ID),
    (names.HAS_SELECTOR, _ID), (names.START, names.INTEGER.value), (names.END, names.INTEGER.value), (names.EXACT, None),
)  # fmt: skip
_OTHER_CLASSES = (names.SPECIFIC_RESOURCE, names.POSITION_SELECTOR, names.QUOTE_SELECTOR)
_STRING = names.XSD + "string"


@dataclass(frozen=True, slots=True)
class Name:
    """A short name for a property; `values` is `@id`, the IRI of a datatype, or None for plain text."""

    short: str
    iri: str
    values: str | None


@cache
def properties() -> Mapping[str, Name]:
    """The short name of every property that our quads use, by its IRI."""
    own = (Name(term.code, term.iri, _values(term.range)) for term in Vocabulary.load().terms.values() if term.is_property)
    others = (Name(_local(node.value), node.value, values) for node, values in _OTHERS)
    return MappingProxyType({name.iri: name for name in (*own, *others)})


@cache
def classes() -> Mapping[str, str]:
    """The short name of every class that our quads use, by its IRI."""
    own = {term.iri: term.code for term in Vocabulary.load().terms.values() if not term.is_property}
    kinds = {kind.iri: _local(kind.iri) for kind in Vocabulary.load().kinds.values()}
    return MappingProxyType({**own, **kinds, **{node.value: _local(node.value) for node in _OTHER_CLASSES}})


def context() -> dict[str, object]:
    """The document that is published: `{"@context": …}`."""
    prefixes: dict[str, object] = dict(sorted(PREFIXES.items()))
    terms: dict[str, object] = {name.short: _defined(name) for name in sorted(properties().values(), key=lambda name: name.short)}
    types: dict[str, object] = {short: shrunk(iri) for iri, short in sorted(classes().items(), key=lambda pair: pair[1])}
    return {"@context": {"id": _ID, "type": "@type", **prefixes, **terms, **types}}


def shrunk(iri: str) -> str:
    """The IRI with a prefix where one fits, else as it is.

    >>> shrunk("http://www.w3.org/2001/XMLSchema#date"), shrunk("https://a.example/")
    ('xsd:date', 'https://a.example/')
    """
    for prefix, start in PREFIXES.items():
        rest = iri.removeprefix(start)
        if rest != iri and rest.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{rest}"
    return iri


def _values(range_: str | None) -> str | None:
    """How values are typed; a property without a range points to things of several classes."""
    if range_ == _STRING:
        return None
    return range_ if range_ is not None and range_.startswith(names.XSD) else _ID


def _defined(name: Name) -> object:
    if name.values is None:
        return shrunk(name.iri)
    return {_ID: shrunk(name.iri), "@type": name.values if name.values == _ID else shrunk(name.values)}


def _local(iri: str) -> str:
    return iri.removeprefix(DEPESCHE).rpartition("#")[2].rpartition("/")[2]
