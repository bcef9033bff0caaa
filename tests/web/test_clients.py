"""Clients that others wrote, against the real server on loopback: SPARQLWrapper and rdflib."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SKOS, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, POST, POSTDIRECTLY, RDFXML, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from .conftest import Keys

# rdflib's own readers of JSON-LD and TriG call what rdflib has renamed.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

_ROOT = Path(__file__).parents[2]
_SERVE = """
import sys
from pathlib import Path
from graph.settings import Settings
from web.serving import serve
serve(Settings(store=Path(sys.argv[1]), port=0), announce=lambda address: print(address, flush=True))
"""
_DEPESCHE = rdflib.Namespace("http://depesche.localhost/ns#")
_ID = "http://depesche.localhost/id/"
_NAMES = "SELECT ?name { ?party skos:prefLabel ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[str]:
    """Where the server answers."""
    with subprocess.Popen([sys.executable, "-c", _SERVE, str(store)], stdout=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(timeout=10)


def wrapper(site: str, query: str, form: str, method: str = GET, request: str = URLENCODED) -> SPARQLWrapper:
    asked = SPARQLWrapper(f"{site}sparql")
    asked.setQuery(query)
    asked.setReturnFormat(form)
    asked.setMethod(method)
    asked.setRequestMethod(request)
    return asked


@pytest.mark.parametrize(("method", "request_"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks_in_all_three_ways(site: str, method: str, request_: str) -> None:
    told = wrapper(site, f"PREFIX skos: <{SKOS}> {_NAMES}", JSON, method, request_).queryAndConvert()
    assert "Arkadien" in {row["name"]["value"] for row in told["results"]["bindings"]}


def test_sparqlwrapper_reads_all_formats(site: str) -> None:
    names, triples = f"PREFIX skos: <{SKOS}> {_NAMES}", f"CONSTRUCT {{ ?s a ?t }} WHERE {{ ?s a <{_DEPESCHE.Claim}>, ?t }}"
    assert b"Arkadien" in wrapper(site, names, CSV).queryAndConvert()
    assert "Arkadien" in wrapper(site, names, XML).queryAndConvert().toxml()
    for form in (RDFXML, JSONLD):
        assert len(wrapper(site, triples, form).queryAndConvert()) == 6
    turtle = wrapper(site, triples, TURTLE).queryAndConvert()
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == 6
    assert wrapper(site, "ASK { ?s ?p ?o }", JSON).queryAndConvert()["boolean"] is True


def test_sparqlwrapper_names_graphs_and_is_told_what_is_wrong(site: str, keys: Keys) -> None:
    asked = wrapper(site, f"SELECT ?c {{ ?c a <{_DEPESCHE.Claim}> }}", JSON)
    asked.addDefaultGraph(f"{_ID}article/{keys.article}")
    assert len(asked.queryAndConvert()["results"]["bindings"]) == 2
    with pytest.raises(QueryBadFormed, match="syntax error"):
        wrapper(site, "SELECT * { ?s", JSON).query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_takes_the_endpoint_for_a_store(site: str, keys: Keys, method: str) -> None:
    store = SPARQLStore(f"{site}sparql", method=method, returnFormat="json")
    remote = rdflib.Graph(store)
    assert (URIRef(f"{_ID}claim/{keys.claim}"), RDF.type, _DEPESCHE.Claim) in remote
    assert "Arkadien" in {str(name) for name in remote.objects(URIRef(f"{_ID}entity/{keys.arkadien}"), SKOS.prefLabel)}
    store.close()


@pytest.mark.parametrize("suffix", ["", ".ttl", ".nt", ".rdf", ".jsonld"])
def test_rdflib_follows_a_thing(site: str, keys: Keys, suffix: str) -> None:
    """Without a suffix by what it accepts; the context of JSON-LD is fetched from the server as well."""
    found = rdflib.Graph().parse(f"{site}id/claim/{keys.claim}{suffix}")
    claim = URIRef(f"{_ID}claim/{keys.claim}")
    assert (claim, RDF.type, _DEPESCHE.Claim) in found
    assert (claim, _DEPESCHE.reports, URIRef(f"{_ID}proposition/{keys.proposition}")) in found
    assert {str(value) for value in found.objects(claim, _DEPESCHE.confidence)} == {"0.5"}
    assert len(found) == len(rdflib.Graph().parse(f"{site}id/claim/{keys.claim}.nt"))


def test_rdflib_reads_the_graphs_of_a_thing_and_of_the_whole(site: str, keys: Keys) -> None:
    thing = rdflib.Dataset().parse(f"{site}id/article/{keys.article}.trig", format="trig")
    assert {str(each.identifier) for each in thing.graphs() if len(each)} == {f"{_ID}article/{keys.article}"}
    whole = rdflib.Dataset().parse(f"{site}dump/nq", format="nquads")
    assert f"{_ID}graph/derived" in {str(each.identifier) for each in whole.graphs()}


def test_rdflib_reads_the_descriptions_and_finds_what_they_name(site: str) -> None:
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    found = rdflib.Graph().parse(f"{site}.well-known/void")
    (endpoint,) = set(found.objects(None, void.sparqlEndpoint))
    service = rdflib.Graph().parse(str(endpoint))
    assert (endpoint, RDF.type, URIRef("http://www.w3.org/ns/sparql-service-description#Service")) in service
    for example in found.objects(None, void.exampleResource):
        assert len(rdflib.Graph().parse(str(example).replace(_ID, f"{site}id/"))) > 1
