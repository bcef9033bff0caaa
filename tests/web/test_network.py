"""The network's measures in a browser and as files: beside what they mean, and each row leads to its claims."""

import csv
import html
import json

import networkx
import pytest
from flask.testing import FlaskClient

from graph.asking.measures.catalogue import catalogue

from .conftest import Keys


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", list(catalogue().measures))
def test_every_measure_is_shown_beside_what_it_means(browser: FlaskClient, name: str, language: str) -> None:
    text = html.unescape(browser.get(f"/network/{name}?lang={language}").text)
    of = catalogue().measures[name]
    assert of.meaning[language] in text and of.formula[language] in text and of.source in text
    assert text.count('aria-current="page"') == 1


def test_a_row_leads_to_its_claims(browser: FlaskClient, keys: Keys) -> None:
    parties = browser.get("/network").text
    assert f'href="/explore?entities={keys.arkadien}"' in parties and f"/id/entity/{keys.utopien}" in parties
    cited = browser.get("/network/citations").text
    assert f'href="/id/entity/{keys.hold}?role=source"' in cited
    assert '<time datetime="2024-06-05">5. Juni 2024</time>' in cited


def test_figures_are_written_as_the_language_has_them(browser: FlaskClient) -> None:
    assert '<td class="figure">0,5000</td>' in browser.get("/network?lang=de").text
    assert '<td class="figure">0.5000</td>' in browser.get("/network?lang=en").text


def test_it_says_what_makes_no_tie(browser: FlaskClient) -> None:
    text = browser.get("/network?voice=alleged&lang=en").text
    assert "1 pair is spoken of together without a tie that counts" in text
    assert '<option value="alleged" selected>' in text


def test_a_name_that_nobody_has_is_told(browser: FlaskClient, client: FlaskClient) -> None:
    answer = browser.get("/network?entity=xyzzy&lang=en")
    assert answer.status_code == 200 and "Nobody in the store is called “xyzzy”." in answer.text
    assert client.get("/network/balance.json?entity=xyzzy").status_code == 404
    assert client.get("/network/balance.xlsx").status_code == 404
    assert client.get("/network?since=yesterday").status_code == 400
    assert client.get("/network/power").status_code == 404


def test_the_same_comes_as_a_file(client: FlaskClient, keys: Keys) -> None:
    told = json.loads(client.get("/network/centrality.json").data)
    assert {row["party"]["key"] for row in told["rows"]} == {keys.arkadien, keys.utopien}

    table = client.get("/network/citations.csv")
    assert table.headers["Content-Disposition"] == 'attachment; filename="citations.csv"'
    assert {row["cited_key"] for row in csv.DictReader(table.text.splitlines())} > {keys.hold}

    network = networkx.parse_graphml(client.get("/network/centrality.graphml").text, force_multigraph=True)
    assert keys.claim in {key for _, _, data in network.edges(data=True) for key in data["claim_keys"].split()}
    assert network.nodes[keys.arkadien]["label"] == "Arkadien"
