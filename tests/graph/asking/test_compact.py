"""JSON-LD in short words: it says exactly what the triples say, whatever reads it."""

import json

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from graph.asking.compact import compact
from graph.asking.context import classes, context, properties, shrunk
from graph.rdf import names
from graph.rdf.names import depesche

from .conftest import Desk

_A, _B, _PART = (NamedNode(f"http://depesche.localhost/id/claim/{each}") for each in ("a", "b", "a#part"))


def parsed(document: bytes) -> set[Triple]:
    """What a reader finds that has the context at hand."""
    inlined = {**json.loads(document), **context()}
    return {quad.triple for quad in pyoxigraph.parse(json.dumps(inlined), format=RdfFormat.JSON_LD)}


def test_every_property_and_class_of_a_store_has_a_short_name(desk: Desk) -> None:
    quads = list(desk.store.snapshot().quads)
    assert {quad.predicate.value for quad in quads} - {names.TYPE.value} <= properties().keys()
    types = {quad.object.value for quad in quads if quad.predicate == names.TYPE and isinstance(quad.object, NamedNode)}
    assert types <= classes().keys()


def test_no_name_means_two_things() -> None:
    told = [name.short for name in properties().values()] + list(classes().values())
    assert len(set(told)) == len(told)
    assert not set(told) & names.PREFIXES.keys()


def test_a_whole_store_comes_back_as_it_was(desk: Desk) -> None:
    triples = {quad.triple for quad in desk.store.snapshot().quads}
    assert parsed(compact(triples, "http://a.example/context.jsonld")) == triples


_VALUES = st.one_of(
    st.sampled_from([_A, _B, _PART, depesche("denies"), NamedNode("https://a.example/x y".replace(" ", "%20"))]),
    st.text(st.characters(exclude_categories=["Cs"])).map(Literal),
    st.sampled_from([Literal("Rat", language="de"), Literal("x", datatype=names.DATE), Literal("01", datatype=names.INTEGER)]),
    st.integers().map(lambda n: Literal(str(n), datatype=names.INTEGER)),
    st.booleans().map(lambda truth: Literal(str(truth).lower(), datatype=names.BOOLEAN)),
    st.sampled_from([Literal("1", datatype=names.BOOLEAN), Literal("0.5", datatype=names.DECIMAL)]),
)
_PREDICATES = st.sampled_from(
    [depesche(each) for each in ("reports", "position", "anonymous", "confidence", "sentence", "on")]
    + [names.PREF_LABEL, names.DATE_PUBLISHED, names.TYPE, NamedNode("https://a.example/unknown")]
)
_TRIPLES = st.builds(Triple, st.sampled_from([_A, _B, _PART]), _PREDICATES, _VALUES)


def well_formed(triple: Triple) -> bool:
    return triple.predicate != names.TYPE or isinstance(triple.object, NamedNode)


@given(st.sets(_TRIPLES.filter(well_formed), max_size=12))
def test_whatever_is_said_comes_back(triples: set[Triple]) -> None:
    assert parsed(compact(triples, "http://a.example/context.jsonld")) == triples


def test_parts_stand_inside_and_the_thing_on_top() -> None:
    triples = [Triple(_A, depesche("evidence"), _PART), Triple(_PART, names.EXACT, Literal("liefert"))]
    told = json.loads(compact(triples, "c"))
    assert told == {"@context": "c", "id": _A.value, "evidence": {"id": _PART.value, "exact": "liefert"}}


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("http://depesche.localhost/plover#AID", "plover:AID"), ("http://www.wikidata.org/entity/Q794", "wd:Q794"),
        ("https://schema.org/a/b", "https://schema.org/a/b"), ("http://depesche.localhost/ns#", "http://depesche.localhost/ns#"),
    ],
)  # fmt: skip
def test_addresses_are_shortened_where_that_is_plain(iri: str, short: str) -> None:
    assert shrunk(iri) == short
