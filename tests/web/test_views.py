"""Short links: who may have a view kept, what they lead to, and what is said where nobody kept one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.settings import Settings
from tests.stores import example_store
from web import create_app
from web.options import Options

from .conftest import Keys

TOKEN = "told-at-the-start"


def application(store: Path, static: Path) -> Flask:
    return create_app(Settings(store=store), Options(static=static, token=TOKEN))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return example_store(tmp_path / "store").folder


@pytest.fixture
def writer(folder: Path, static: Path) -> Iterator[FlaskClient]:
    """A German browser that opened the address with the token."""
    app = application(folder, static)
    writer = app.test_client()
    writer.environ_base |= {"HTTP_ACCEPT": "text/html", "HTTP_ACCEPT_LANGUAGE": "de"}
    assert writer.get(f"/?token={TOKEN}").status_code == 303
    yield writer
    app.extensions["depesche"].close()


def options(client: FlaskClient, address: str = "/explore") -> dict[str, str]:
    """What the page tells its script."""
    found = re.search(r'id="explorer-options">(.*?)</script>', client.get(address).text)
    assert found
    told: dict[str, str] = json.loads(found[1])
    return told


def keep(client: FlaskClient, view: str) -> dict[str, str]:
    answer = client.post("/explore/links", data={"view": view, "mark": options(client)["mark"]})
    told: dict[str, str] = answer.get_json()
    return told


def test_a_kept_view_opens_as_its_long_address_does_after_a_restart_too(
    writer: FlaskClient, folder: Path, static: Path, keys: Keys
) -> None:
    view = f"entities={keys.arkadien},{keys.utopien}&relation=AID&asof=2024-06-03"
    told = keep(writer, f"{view}&lang=en&token=x&unknown=y")
    assert told["address"] == f"/explore?state={told['key']}"
    again = application(folder, static)
    try:
        reader = again.test_client()
        assert options(reader, told["address"])["kept"] == view, "and nothing that is no part of a view"
        assert reader.get(f"/explore.csv?state={told['key']}").text.count("2024-06-03") >= 2
        stamp = reader.get(f"/api/stamp?lang=de&state={told['key']}").json
        assert stamp is not None and "Stand vom 3. Juni 2024" in stamp["lines"]
    finally:
        again.extensions["depesche"].close()


def test_a_link_that_nobody_kept_says_so(browser: FlaskClient) -> None:
    for key in ("a" * 26, "nonsense"):
        answer = browser.get(f"/explore?state={key}")
        assert answer.status_code == 404 and "bewahrt dieser Server keine Ansicht auf" in answer.text
    english = browser.get(f"/explore.csv?state={'a' * 26}&lang=en")
    assert english.status_code == 404 and "no view is kept under the link" in english.text


def test_only_who_may_write_has_views_kept(client: FlaskClient, writer: FlaskClient) -> None:
    assert options(client)["mark"] == ""
    refused = client.post("/explore/links", data={"view": "entities=a", "mark": ""})
    assert refused.status_code == 403
    form = {"view": "entities=a", "mark": options(writer)["mark"]}
    assert writer.post("/explore/links", data=form, headers={"Origin": "https://evil.example"}).status_code == 403
    assert writer.post("/explore/links", data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert writer.post("/explore/links", data={"view": "entities=a", "mark": "forged"}).status_code == 403
    assert writer.get("/explore/links").status_code == 405


def test_what_is_no_view_is_not_kept(writer: FlaskClient) -> None:
    mark = options(writer)["mark"]
    for view, status in (("", 400), ("poem=roses", 400), (f"entities={'a' * 20_000}", 400), (f"entities={'a' * 90_000}", 413)):
        assert writer.post("/explore/links", data={"view": view, "mark": mark}).status_code == status
