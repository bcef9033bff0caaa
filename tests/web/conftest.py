"""The application over the small store, with a front end that is only a list of names."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.identity import article_key, claim_key, entity_key, proposition_key
from graph.settings import Settings
from tests.stores import ARKADIEN, HOLD, UTOPIEN, dispatches, example_store
from web import create_app
from web.options import Options

BUILT = ("site.css", "site.ts", "explorer.css", "explorer.ts", "sparql.css", "sparql.ts")


@dataclass(frozen=True)
class Keys:
    """Keys of some things in the store: the claim that Arkadien delivers grain, and what it is made of."""

    arkadien: str
    utopien: str
    hold: str
    claim: str
    proposition: str
    article: str


@pytest.fixture(scope="session")
def keys() -> Keys:
    first = dispatches()[0]
    article, claim = article_key(first.article), first.claims[0]
    parties = (entity_key(each, article) for each in (ARKADIEN, UTOPIEN, HOLD))
    return Keys(*parties, claim_key(claim, article), proposition_key(claim.proposition, article), article)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_store(tmp_path_factory.mktemp("web") / "store").folder


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    (folder / ".vite").mkdir()
    (folder / "assets").mkdir()
    (folder / ".vite" / "manifest.json").write_text(json.dumps({name: {"file": f"assets/1-{name}"} for name in BUILT}))
    for name in BUILT:
        (folder / "assets" / f"1-{name}").write_text("/* built */")
    return folder


@pytest.fixture(scope="session")
def app(store: Path, static: Path) -> Iterator[Flask]:
    app = create_app(Settings(store=store, query_deadline=5, query_rows=20), Options(static=static))
    app.testing = True
    yield app
    app.extensions["depesche"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A program; `Accept` decides what it gets."""
    return app.test_client()


@pytest.fixture
def browser(app: Flask) -> FlaskClient:
    """Asks for pages, in German."""
    browser = app.test_client()
    browser.environ_base["HTTP_ACCEPT"] = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    browser.environ_base["HTTP_ACCEPT_LANGUAGE"] = "de"
    return browser
