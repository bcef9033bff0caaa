"""What the data set says of itself, and whole copies of it."""

import io
import json
import zipfile

import pyoxigraph
import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.asking.exports import FORMS

_TURTLE = pyoxigraph.RdfFormat.TURTLE
_VOID = "http://rdfs.org/ns/void#"


def objects(client: FlaskClient, predicate: str) -> list[str]:
    quads = pyoxigraph.parse(client.get("/.well-known/void").data, format=_TURTLE)
    return [quad.object.value for quad in quads if quad.predicate.value == _VOID + predicate]


def test_the_description_counts_what_there_is(client: FlaskClient) -> None:
    quads = list(pyoxigraph.parse(client.get("/.well-known/void").data, format=_TURTLE))
    counts = {
        quad.subject.value.rpartition("#")[2]: int(quad.object.value)
        for quad in quads
        if quad.predicate.value == _VOID + "entities"
    }
    assert (counts["Article"], counts["Claim"], counts["Edge"]) == (5, 6, 3)
    assert counts["dataset"] == sum(n for name, n in counts.items() if name != "dataset")


def test_what_the_description_names_is_there(client: FlaskClient) -> None:
    for address in objects(client, "exampleResource"):
        answer = client.get(address.removeprefix("http://depesche.localhost"), headers={"Accept": "text/turtle"})
        assert answer.status_code == 200, address
    dumps = objects(client, "dataDump")
    assert dumps and all(client.get(dump.removeprefix("http://localhost"), buffered=True).status_code == 200 for dump in dumps)


def test_the_description_comes_in_the_format_asked_for(client: FlaskClient) -> None:
    assert client.get("/.well-known/void", headers={"Accept": "application/ld+json"}).mimetype == "application/ld+json"
    assert client.get("/.well-known/void?format=nt").mimetype == "application/n-triples"
    assert client.get("/.well-known/void", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/.well-known/void?format=pdf").status_code == 400


def test_the_context_is_kept_by_whoever_has_it(client: FlaskClient) -> None:
    first = client.get("/context.jsonld")
    assert first.mimetype == "application/ld+json" and "@context" in json.loads(first.data)
    assert client.get("/context.jsonld", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("form", FORMS)
def test_the_whole_store_can_be_fetched(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/dump/{form}", buffered=True)
    assert (answer.status_code, answer.mimetype) == (200, FORMS[form].media_type)
    assert FORMS[form].suffix in answer.headers["Content-Disposition"]
    assert len(answer.data) > 500
    again = client.get(f"/dump/{form}", headers={"If-None-Match": answer.headers["ETag"]}, buffered=True)
    assert again.status_code == 304


def test_a_copy_tells_no_more_than_the_sentences_of_claims(client: FlaskClient) -> None:
    tables = zipfile.ZipFile(io.BytesIO(client.get("/dump/tables", buffered=True).data))
    told = [tables.read(name).decode() for name in tables.namelist()]
    told += [client.get(f"/dump/{form}", buffered=True).text for form in FORMS if form != "tables"]
    assert any("Utopien bestreitet das." in each for each in told)
    assert not [each for each in told if "Der Hafen bleibt offen." in each], "a sentence without a claim"


def test_whoever_comes_while_a_copy_is_made_is_told_when_to_come_again(app: Flask, client: FlaskClient) -> None:
    with app.extensions["depesche"].dumps._lock:
        refused = client.get("/dump/nq")
    assert refused.status_code == 503 and int(refused.headers["Retry-After"]) > 0


def test_the_forms_are_listed_and_others_refused(client: FlaskClient) -> None:
    listed = client.get("/dump").json
    assert listed is not None and [each["form"] for each in listed] == list(FORMS)
    assert client.get("/dump/pdf").status_code == 404
