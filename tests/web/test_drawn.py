"""Files, query and stamp of what the explorer shows, by their addresses."""

import pytest
from flask.testing import FlaskClient

from .conftest import Keys

FORMS = {"csv": "text/csv", "gexf": "application/gexf+xml", "graphml": "application/graphml+xml", "ttl": "text/turtle"}


@pytest.mark.parametrize("form", FORMS)
def test_a_view_has_its_files(client: FlaskClient, keys: Keys, form: str) -> None:
    answer = client.get(f"/explore.{form}?entities={keys.arkadien},{keys.utopien}&relation=AID")
    assert (answer.status_code, answer.mimetype) == (200, FORMS[form])
    assert f"depesche.{form}" in answer.headers["Content-Disposition"]
    assert "sagte Minister Hold" in answer.text and keys.claim in answer.text
    assert client.get(answer.request.full_path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_the_query_is_text_or_opens_in_the_editor(client: FlaskClient, keys: Keys) -> None:
    view = f"entities={keys.arkadien},{keys.utopien}&disputed=1"
    query = client.get(f"/explore.rq?{view}")
    assert query.mimetype == "application/sparql-query"
    answer = client.post("/sparql", data={"query": query.text}, headers={"Accept": "text/csv"})
    assert len(answer.text.splitlines()) == 2 and ",4,2,1,1,0," in answer.text
    opened = client.get(f"/explore.sparql?{view}")
    assert opened.status_code == 303 and opened.location.startswith("/sparql?query=PREFIX")


def test_the_stamp_says_from_where_of_when_and_whether_examples_are_among_it(client: FlaskClient, keys: Keys) -> None:
    def lines(view: str) -> str:
        told = client.get(f"/api/stamp?lang=de&entities={keys.arkadien},{keys.utopien}&{view}").json
        assert told is not None
        return " | ".join(told["lines"])

    whole = lines("")
    assert "5 Aussagen aus 4 Artikeln | Quellen: Morgenblatt, Abendbote, Kurier" in whole
    assert "erschienen 3. Juni 2024 bis 7. Juni 2024" in whole
    assert whole.endswith("enthält Beispieldepeschen")
    looked = lines(f"lens=speaker:{keys.hold}&clock=event&to=2024-06-30&asof=2024-06-05&modality=actual&stance=denies&disputed=1")
    for words in (
        "Die Welt nach auf das Wort von Jonas Hold",
        "geschehen … – 30. Juni 2024",
        "Stand vom 5. Juni 2024",
        "als geschehen berichtet",
        "Filter: bestreiten oder verneinen es, umstritten",
    ):
        assert words in looked
    assert "enthält" not in looked


def test_what_there_is_not_is_said(client: FlaskClient, keys: Keys) -> None:
    assert client.get("/explore.exe").status_code == 404
    assert client.get("/explore.csv?lens=planet:x").status_code == 400
    assert client.get("/explore.rq?relation=not%20one").status_code == 404
    assert client.get("/explore.csv?entities=x&stance=shouts").text.count("\n") == 1
    many = ",".join(f"{keys.arkadien[:-2]}{a}{b}" for a in "abcdefghijklmnopq" for b in "abcdefghijklmnop")
    assert client.get(f"/explore.rq?entities={many}").status_code == 200, "whom nobody knows is left out"
