"""The SPARQL 1.1 Protocol over HTTP, the editor, and what is refused."""

import json
import time

import pyoxigraph
import pytest
from flask.testing import FlaskClient

from .conftest import Keys

_SELECT = "SELECT ?s ?name { ?s skos:prefLabel ?name }"
_SOLUTIONS = {
    "json": "application/sparql-results+json", "xml": "application/sparql-results+xml",
    "csv": "text/csv", "tsv": "text/tab-separated-values",
}  # fmt: skip
_TRIPLES = {"ttl": "text/turtle", "nt": "application/n-triples", "rdf": "application/rdf+xml", "jsonld": "application/ld+json"}
_OX = {
    "ttl": pyoxigraph.RdfFormat.TURTLE, "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdf": pyoxigraph.RdfFormat.RDF_XML, "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}  # fmt: skip


def ask(client: FlaskClient, query: str, accept: str = "*/*", **more: str) -> object:
    return client.get("/sparql", query_string={"query": query, **more}, headers={"Accept": accept})


def test_a_query_may_come_in_three_ways(client: FlaskClient) -> None:
    answers = [
        client.get("/sparql", query_string={"query": _SELECT}),
        client.post("/sparql", data={"query": _SELECT}),
        client.post("/sparql", data=_SELECT, content_type="application/sparql-query"),
    ]
    names = [{row["name"]["value"] for row in json.loads(answer.data)["results"]["bindings"]} for answer in answers]
    assert names[0] == names[1] == names[2] and "Arkadien" in names[0]
    assert {answer.mimetype for answer in answers} == {_SOLUTIONS["json"]}


def test_a_head_has_no_body_and_options_say_what_may_be_sent(client: FlaskClient) -> None:
    head = client.head("/sparql", query_string={"query": "ASK {}"})
    options = client.options("/sparql", headers={"Origin": "https://elsewhere.example"})

    assert head.status_code == 200 and not head.data
    assert options.status_code == 200
    assert "POST" in options.headers["Allow"]
    assert "Access-Control-Allow-Methods" not in options.headers  # on loopback other sites read nothing


@pytest.mark.parametrize("short", _SOLUTIONS)
def test_tables_come_in_every_format(client: FlaskClient, short: str) -> None:
    wanted = client.get("/sparql", query_string={"query": _SELECT}, headers={"Accept": _SOLUTIONS[short]})
    named = client.get("/sparql", query_string={"query": _SELECT, "format": short}, headers={"Accept": "text/html"})

    assert wanted.mimetype == named.mimetype == _SOLUTIONS[short]
    assert sorted(wanted.data) == sorted(named.data) and b"Arkadien" in wanted.data
    assert named.headers["Content-Disposition"] == f'attachment; filename="depesche.{short}"'


@pytest.mark.parametrize("short", _TRIPLES)
def test_triples_come_in_every_format_and_parse(client: FlaskClient, short: str) -> None:
    query = "CONSTRUCT { ?s skos:prefLabel ?name } WHERE { ?s skos:prefLabel ?name }"
    wanted = client.get("/sparql", query_string={"query": query}, headers={"Accept": _TRIPLES[short]})
    assert wanted.mimetype == _TRIPLES[short]
    assert len(list(pyoxigraph.parse(wanted.data, format=_OX[short]))) == 8


@pytest.mark.parametrize(
    ("accept", "select", "construct"),
    [
        ("*/*", "json", "ttl"),
        ("application/json", "json", None),
        ("text/turtle, application/sparql-results+xml;q=0.5", "xml", "ttl"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.9, application/n-triples", "tsv", "nt"),
        ("application/ld+json, */*;q=0.1", "json", "jsonld"),
    ],
)
def test_the_format_follows_what_is_accepted(client: FlaskClient, accept: str, select: str, construct: str | None) -> None:
    table = client.get("/sparql", query_string={"query": _SELECT}, headers={"Accept": accept})
    triples = client.get("/sparql", query_string={"query": "DESCRIBE <x>"}, headers={"Accept": accept})

    assert table.mimetype == _SOLUTIONS[select]
    assert triples.mimetype == (_TRIPLES[construct] if construct else "application/problem+json")
    assert (triples.status_code == 200) == bool(construct)
    assert "Accept" in table.vary


def test_a_short_name_fits_whatever_the_answer_is(client: FlaskClient) -> None:
    for short, table, triples in (("json", "json", "jsonld"), ("xml", "xml", "rdf")):
        for query, media_type in ((_SELECT, _SOLUTIONS[table]), ("DESCRIBE <urn:x>", _TRIPLES[triples])):
            assert client.get("/sparql", query_string={"query": query, "format": short}).mimetype == media_type


def test_what_is_cut_says_so(client: FlaskClient) -> None:
    cut = client.get("/sparql", query_string={"query": "SELECT * { ?s ?p ?o }"})
    whole = client.get("/sparql", query_string={"query": "SELECT * { ?s ?p ?o } LIMIT 20"})

    assert cut.headers["Depesche-Truncated"] == "20"
    assert len(json.loads(cut.data)["results"]["bindings"]) == 20
    assert "Depesche-Truncated" not in whole.headers


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT *\n{ ?s ?p", 400),
        ("SELECT * { SERVICE <http://127.0.0.1/> {} }", 403),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 403),
        ("INSERT DATA { <a:a> <a:a> 1 }", 403),
        ("ASK {}" + " " * 17_000, 413),
    ],
)
def test_every_refusal_has_its_status(client: FlaskClient, query: str, status: int) -> None:
    answer = client.post("/sparql", data=query, content_type="application/sparql-query")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.get_json(force=True)["status"] == status


def test_a_syntax_error_says_where(client: FlaskClient) -> None:
    told = client.get("/sparql", query_string={"query": "SELECT *\n{ ?s nobody:knows ?o }"}).get_json(force=True)
    assert (told["line"], told["column"]) == (2, 6)


def test_requests_that_break_the_protocol_are_refused(client: FlaskClient) -> None:
    several = client.get("/sparql?query=ASK{}&query=ASK{}")
    both = client.post("/sparql?query=ASK{}", data={"query": "ASK {}"})
    nothing = client.post("/sparql", data={"question": "ASK {}"})
    update = client.post("/sparql", data={"update": "DROP ALL"})
    typed = client.post("/sparql", data="DROP ALL", content_type="application/sparql-update")
    other = client.post("/sparql", data="ASK {}", content_type="text/plain")
    graphs = client.get("/sparql?query=ASK{}&default-graph-uri=http://127.0.0.1/")
    named = client.post("/sparql", data={"query": "ASK {}", "named-graph-uri": "file:///etc/passwd"})
    format_ = client.get("/sparql?query=ASK{}&format=pdf")
    bytes_ = client.post("/sparql", data=b"\xff\xfe", content_type="application/sparql-query")
    endless = client.post("/sparql", data="#" * 200_000, content_type="application/sparql-query")

    assert [each.status_code for each in (several, both, nothing, update, typed, other)] == [400, 400, 400, 403, 403, 415]
    assert [each.status_code for each in (graphs, named, format_, bytes_, endless)] == [403, 403, 400, 400, 413]
    assert client.put("/sparql").status_code == 405


def test_a_request_may_name_graphs_of_this_store(client: FlaskClient, keys: Keys) -> None:
    entities, article = "http://depesche.localhost/id/graph/entities", f"http://depesche.localhost/id/article/{keys.article}"
    count = "SELECT (COUNT(*) AS ?n) { ?c a depesche:Claim }"
    within = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?c a depesche:Claim } }"
    from_ = f"SELECT (COUNT(*) AS ?n) FROM <{entities}> {{ ?c a depesche:Claim }}"

    def n(query: str, **graphs: str | list[str]) -> int:
        answer = client.get("/sparql", query_string={"query": query, **graphs})
        return int(json.loads(answer.data)["results"]["bindings"][0]["n"]["value"])

    assert n(count, **{"default-graph-uri": article}) == 2
    assert n(count, **{"default-graph-uri": entities}) == 0
    assert n(count, **{"default-graph-uri": [entities, article]}) == 2
    assert n(from_, **{"default-graph-uri": article}) == 2, "the request goes before the query"
    assert n(within, **{"named-graph-uri": article}) == 1
    assert n(within, **{"default-graph-uri": article}) == 0, "what is not named is not there"
    posted = client.post("/sparql", data={"query": count, "default-graph-uri": article})
    assert b'"2"' in posted.data


def test_the_deadline_is_a_503_that_names_it(client: FlaskClient) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d ?s ?v }"
    started = time.monotonic()
    answer = client.get("/sparql", query_string={"query": endless})

    assert answer.status_code == 503
    assert "5 seconds" in answer.get_json(force=True)["detail"]
    assert time.monotonic() - started < 7


def test_without_a_query_programs_get_a_description_and_browsers_the_editor(client: FlaskClient, browser: FlaskClient) -> None:
    turtle = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert turtle.mimetype == "text/turtle" and b"SPARQL11Query" in turtle.data
    assert list(pyoxigraph.parse(turtle.data, format=pyoxigraph.RdfFormat.TURTLE))
    assert "<textarea" in browser.get("/sparql").text
    assert client.get("/sparql", headers={"Accept": "text/csv"}).status_code == 400


def test_the_editor_shows_the_answer_below_the_query(browser: FlaskClient) -> None:
    table = browser.get("/sparql", query_string={"query": _SELECT}).text
    truth = browser.get("/sparql", query_string={"query": "ASK {}"})
    triples = browser.get("/sparql", query_string={"query": "DESCRIBE ?s { ?s skos:prefLabel 'Arkadien' }"}).text

    assert "Arkadien" in table and "/id/entity/" in table and "format=csv" in table
    assert truth.status_code == 200 and "format=csv" not in truth.text
    assert "@prefix skos:" in triples


def test_terms_of_our_vocabularies_lead_to_them_on_this_site(browser: FlaskClient) -> None:
    text = browser.get("/sparql", query_string={"query": "SELECT * { BIND(depesche:Claim AS ?a) BIND(plover:AID AS ?b) }"}).text
    assert 'href="/ns"' in text and 'href="/plover"' in text and 'href="http://depesche.localhost' not in text


def test_an_empty_description_and_a_cut_table_say_so(browser: FlaskClient) -> None:
    nothing = browser.get("/sparql", query_string={"query": "DESCRIBE <http://nowhere.example/>"}).text
    cut = browser.get("/sparql", query_string={"query": "SELECT * { ?s ?p ?o }"}).text
    assert "Dazu gibt es keine Tripel." in nothing
    assert "Nach 20 Zeilen abgeschnitten" in cut and "bringt bis zu" not in cut  # a download is cut there as well


def test_a_failed_query_stays_on_the_page(browser: FlaskClient) -> None:
    answer = browser.get("/sparql", query_string={"query": "SELECT *\n{ ?where"})
    assert answer.status_code == 400
    assert "?where" in answer.text and 'data-line="2"' in answer.text


def test_a_named_question_opens_in_the_language_of_the_reader(browser: FlaskClient) -> None:
    assert "&#34;en&#34;" in browser.get("/sparql?name=disputes&lang=en").text
