import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.model import Entity, Kind
from graph.rdf.entities import Names, class_kinds, display_name, entity_quads, gazetteer_iri, kind_class
from graph.rdf.names import ALT_LABEL, EXACT_MATCH, PREF_LABEL, TYPE, depesche
from graph.rdf.terms import Terms
from tests.factory import entity

TERMS = Terms()
SPELLINGS = ("Ana Çelik", "ANA ÇELIK", "Ana Celik", "ana çelik", "Ana  Çelik")


def values(quads: tuple[Quad, ...], predicate: NamedNode) -> list[str]:
    return sorted(str(quad.object) for quad in quads if quad.predicate == predicate)


@given(st.permutations([*SPELLINGS, *SPELLINGS[:2]]))
def test_neither_order_nor_number_of_descriptions_matters(spellings: list[str]) -> None:
    once = entity_quads("abc", [entity(name, "person") for name in SPELLINGS], TERMS)
    assert entity_quads("abc", [entity(name, "person") for name in spellings], TERMS) == once


def test_one_spelling_is_shown_and_the_others_can_be_found() -> None:
    quads = entity_quads("abc", [entity(name, "person") for name in SPELLINGS[:3]], TERMS)
    assert values(quads, PREF_LABEL) == ['"Ana Çelik"']
    assert values(quads, ALT_LABEL) == ['"ANA ÇELIK"', '"Ana Celik"']


@pytest.mark.parametrize(
    ("spellings", "shown"),
    [
        (["Zwei Beamte", "zwei Beamte"], "zwei Beamte"),
        (["UNO"], "UNO"),
        (["Ana Celik", "ANA ÇELIK"], "Ana Celik"),
        (["Ana  Çelik", "Ana Çelik"], "Ana Çelik"),
        ([], None),
    ],
)
def test_the_spelling_to_show(spellings: list[str], shown: str | None) -> None:
    assert display_name(spellings) == shown


def test_a_gazetteer_row_has_its_own_names_and_graph() -> None:
    row = Names({"de": "Arkadien", "en": "Arcadia"}, ("Arkadische Republik",))
    seen = [entity(name, gazetteer="state/arkadien", wikidata="Q7") for name in ("Arkadien", "Land Arkadien")]
    quads = entity_quads("abc", seen, TERMS, row)
    assert values(quads, PREF_LABEL) == ['"Arcadia"@en', '"Arkadien"@de']
    assert values(quads, ALT_LABEL) == ['"Arkadische Republik"', '"Land Arkadien"']
    assert values(quads, EXACT_MATCH) == ["<http://www.wikidata.org/entity/Q7>"]
    assert {quad.graph_name for quad in quads} == {TERMS.graph("gazetteer")}


def test_matches_of_several_articles_are_joined() -> None:
    quads = entity_quads("abc", [entity(wikidata="Q7"), entity(wikidata="Q8"), entity()], TERMS)
    assert len(values(quads, EXACT_MATCH)) == 2


def test_the_state_of_a_party_can_be_read_back() -> None:
    quads = entity_quads("abc", [entity("Innenministerium", "organisation", state="state/arkadien")], TERMS)
    state = gazetteer_iri("state/arkadien", TERMS)
    assert Quad(TERMS.entity("abc"), depesche("state"), state, TERMS.graph("entities")) in quads
    assert Quad(state, depesche("gazetteerId"), Literal("state/arkadien"), TERMS.graph("gazetteer")) in quads


def test_an_unnamed_party_is_marked() -> None:
    quads = entity_quads("abc", [entity("zwei Beamte", Kind.GROUP, local=True)], TERMS)
    assert [value[:6] for value in values(quads, depesche("anonymous"))] == ['"true"']
    assert str(kind_class(Kind.GROUP)) in values(quads, TYPE)


def test_nothing_is_said_of_what_nobody_describes() -> None:
    nobody: list[Entity] = []
    assert entity_quads("abc", nobody, TERMS) == ()


def test_every_kind_has_its_class() -> None:
    assert set(class_kinds().values()) == set(Kind)
    assert kind_class(Kind.STATE) == depesche("State")
