import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.identity import digest
from graph.rdf.terms import GRAPHS, Address, Terms

keys = st.text(max_size=5).map(digest)


@given(st.sampled_from(("article", "claim", "proposition", "entity")), keys)
def test_an_address_can_be_taken_apart(kind: str, key: str) -> None:
    terms = Terms("https://depesche.example/graph/id/")
    iri = getattr(terms, kind)(key)
    assert terms.parse(iri) == Address(kind, key)
    assert terms.parse(terms.part(iri, "step-1").value) == Address(kind, key, "step-1")
    assert terms.key(iri) == key


def test_what_is_not_of_this_store_is_nothing() -> None:
    terms = Terms()
    others = (terms.graph("meta"), terms.depesche("Claim"), Terms("https://a.example/id/").claim("abc"), terms.wikidata("Q5"))
    assert [terms.parse(iri) for iri in others] == [None] * 4
    assert terms.parse("http://depesche.localhost/id/claim/abc/def") is None
    with pytest.raises(ValueError, match="no IRI of this store"):
        terms.key(terms.graph("meta"))


@pytest.mark.parametrize(
    "base", ["", "id/", "http://a.example/id", "http://a.example/i d/", "file:///id/", "http://a.example/?id=/"]
)
def test_a_base_is_absolute_and_ends_in_a_slash(base: str) -> None:
    with pytest.raises(UsageError, match="not a base"):
        Terms(base)


def test_graphs_are_those_of_the_list() -> None:
    assert Terms().graph("derived").value == "http://depesche.localhost/id/graph/derived"
    assert len({Terms().graph(name) for name in GRAPHS}) == len(GRAPHS)
    with pytest.raises(ValueError, match="no such named graph"):
        Terms().graph("everything")


@pytest.mark.parametrize("item", ["", "P31", "Q0", "Q12 ", "q12", "Q1/x"])
def test_only_items_of_wikidata_are_matched(item: str) -> None:
    with pytest.raises(ValueError, match="not a Wikidata id"):
        Terms().wikidata(item)
