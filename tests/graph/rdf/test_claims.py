import random
from collections import defaultdict
from dataclasses import replace

import pyoxigraph
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.identity import article_key, claim_keys
from graph.model import Kind, Party, Reading, Stance, Time
from graph.rdf.claims import all_quads, from_quads, to_quads
from graph.rdf.entities import Names
from graph.rdf.terms import Terms
from tests.factory import article, claim, entity, party, reading, span, speech, step
from tests.strategies import readings

TERMS = Terms()
PREFIXES = """PREFIX depesche: <http://depesche.localhost/ns#> PREFIX plover: <http://depesche.localhost/plover#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX schema: <https://schema.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> """
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def back(one: Reading, quads: tuple[pyoxigraph.Quad, ...]) -> Reading:
    return from_quads(quads, article_key(one.article), TERMS, one.article.text)


def answers(quads: tuple[pyoxigraph.Quad, ...], query: str) -> list[tuple[str, ...]]:
    store = pyoxigraph.Store()
    store.extend(quads)
    return sorted(tuple(value.value for value in row) for row in store.query(PREFIXES + query, use_default_graph_as_union=True))


@given(readings())
@many
def test_a_reading_survives_its_quads(one: Reading) -> None:
    assert back(one, to_quads(one, TERMS)) == one


@given(readings())
@many
def test_a_reading_survives_an_engine_and_a_file(one: Reading) -> None:
    store = pyoxigraph.Store()
    store.extend(to_quads(one, TERMS))
    assert set(store) == set(to_quads(one, TERMS))
    again = pyoxigraph.Store()
    again.load(store.dump(format=pyoxigraph.RdfFormat.N_QUADS), format=pyoxigraph.RdfFormat.N_QUADS)
    assert back(one, tuple(again)) == one


@given(readings())
@many
def test_every_triple_stands_in_one_graph_and_no_node_is_blank(one: Reading) -> None:
    graphs = defaultdict(set)
    for quad in to_quads(one, TERMS):
        graphs[quad.triple].add(quad.graph_name)
        assert isinstance(quad.subject, pyoxigraph.NamedNode) and not isinstance(quad.object, pyoxigraph.BlankNode)
    assert all(len(found) == 1 for found in graphs.values())


@given(st.lists(readings(), max_size=4), st.randoms(use_true_random=False))
@many
def test_the_order_of_articles_does_not_matter(some: list[Reading], chance: random.Random) -> None:
    other = list(some)
    chance.shuffle(other)
    assert all_quads(some, TERMS) == all_quads(other, TERMS)


@given(readings(), readings())
@many
def test_a_reading_is_found_among_others(one: Reading, other: Reading) -> None:
    assume(article_key(one.article) != article_key(other.article))
    assert back(one, all_quads((one, other), TERMS)) == one


@given(readings(), st.sampled_from(("https://a.example/id/", "urn:depesche:")))
@many
def test_the_base_changes_addresses_and_nothing_else(one: Reading, base: str) -> None:
    moved = to_quads(one, Terms(base))
    assert from_quads(moved, article_key(one.article), Terms(base), one.article.text) == one
    assert {str(quad).replace(base, TERMS.base) for quad in moved} == set(map(str, to_quads(one, TERMS)))


def test_who_says_what_can_be_asked() -> None:
    hold = party(entity("Minister Hold", Kind.PERSON), span("Minister Hold"))
    outlet = party(entity("Abendbote", Kind.OUTLET), span("Abendbote"))
    one = reading(claims=[claim(attribution=[step(outlet, cue=span("laut")), step(hold, Stance.DENIES, cue=span("sagte"))])])
    query = """SELECT ?who ?stance ?cue ?words WHERE { ?claim depesche:reports/depesche:relation plover:AID ;
      prov:wasAttributedTo/skos:prefLabel ?who ; depesche:stance ?stance ; depesche:evidence/oa:hasSelector/oa:exact ?words ;
      depesche:step ?step . ?step depesche:position 2 ; depesche:cue ?cue }"""
    denies = "http://depesche.localhost/ns#denies"
    assert answers(to_quads(one, TERMS), query) == [("Minister Hold", denies, "sagte", "Arkadien liefert Getreide an Utopien")]
    cited = "SELECT ?name WHERE { ?claim prov:wasQuotedFrom/skos:prefLabel ?name }"
    assert answers(to_quads(one, TERMS), cited) == [("Abendbote",)]


def test_a_claim_without_a_chain_is_the_articles_own_assertion() -> None:
    query = (
        "SELECT ?stance WHERE { ?claim a depesche:Claim ; depesche:stance ?stance MINUS { ?claim prov:wasAttributedTo ?any } }"
    )
    assert answers(to_quads(reading(), TERMS), query) == [("http://depesche.localhost/ns#asserts",)]


def test_times_get_their_days() -> None:
    one = reading(claims=[claim(time=Time("im Juni", "2024-06"))])
    query = "SELECT ?from ?to WHERE { ?claim depesche:earliest ?from ; depesche:latest ?to FILTER(?to < '2024-07-01'^^xsd:date) }"
    assert answers(to_quads(one, TERMS), query) == [("2024-06-01", "2024-06-30")]


def test_one_pronoun_may_carry_two_claims() -> None:
    both = span("das")
    claims = [claim("CONSULT", Party(entity(name), both), None, evidence=both) for name in ("Arkadien", "Utopien", "Utopien")]
    one = reading(claims=claims)
    assert len(set(claim_keys(one.claims, "a"))) == 3
    assert back(one, to_quads(one, TERMS)) == one


def test_the_same_content_in_two_articles_is_one_proposition() -> None:
    some = [reading(article(outlet=outlet)) for outlet in ("Morgenblatt", "Abendbote")]
    count = "SELECT (COUNT(DISTINCT ?p) AS ?n) (COUNT(?c) AS ?m) WHERE { ?c depesche:reports ?p }"
    assert answers(all_quads(some, TERMS), count) == [("1", "2")]


def test_a_known_outlet_publishes_under_its_own_name() -> None:
    known = entity("Morgenblatt", Kind.OUTLET, gazetteer="outlet/morgenblatt")
    rows = {"outlet/morgenblatt": Names({"de": "Das Morgenblatt", "en": "The Morgenblatt"})}
    quads = to_quads(reading(), TERMS, publishers={"Morgenblatt": known}, rows=rows)
    query = "SELECT ?label WHERE { ?a schema:publisher/skos:prefLabel ?label FILTER(lang(?label) = 'de') }"
    assert answers(quads, query) == [("Das Morgenblatt",)]
    assert back(reading(), quads).article.outlet == "Morgenblatt"


def test_speech_in_pieces_stays_in_order() -> None:
    pieces = [span("Utopien bestreitet"), span("Arkadien liefert")]
    one = reading(speech=[speech(pieces, "direct", speaker=span("Minister Hold"), cue=span("sagte"))])
    assert back(one, to_quads(one, TERMS)).speech == one.speech


def test_another_text_is_refused() -> None:
    with pytest.raises(StoreError, match="not that of the article"):
        from_quads(to_quads(reading(), TERMS), article_key(article()), TERMS, "Etwas anderes.")


@pytest.mark.parametrize("lost", ["stance", "textHash", "reports", "evidence", "rule", "denotes"])
def test_missing_quads_are_named(lost: str) -> None:
    one = reading(claims=[claim(attribution=[step()])])
    rest = [quad for quad in to_quads(one, TERMS) if not quad.predicate.value.endswith("#" + lost)]
    with pytest.raises(StoreError, match=lost):
        from_quads(rest, article_key(one.article), TERMS, one.article.text)


def test_damaged_quads_are_a_store_error() -> None:
    one = reading(claims=[claim(modality="intended")])
    quads = [
        pyoxigraph.Quad(q.subject, q.predicate, TERMS.depesche("sure"), q.graph_name)
        if q.object == TERMS.depesche("intended")
        else q
        for q in to_quads(one, TERMS)
    ]
    with pytest.raises(StoreError, match="sure"):
        from_quads(quads, article_key(one.article), TERMS, one.article.text)


def test_the_reader_is_told_from_the_text() -> None:
    better = replace(claim(), rule="de/besser", confidence=0.9)
    assert claim_keys((claim(),), "a") == claim_keys((better,), "a")
