"""A party's dossier, over the constructed affair: what the questions answer about it, gathered on one page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.identity import entity_key
from graph.settings import Settings
from tests.affair import ARKADIEN, affair_store
from web import create_app
from web.options import Options


@pytest.fixture(scope="module")
def affair(tmp_path_factory: pytest.TempPathFactory, static: Path) -> Iterator[FlaskClient]:
    store = affair_store(tmp_path_factory.mktemp("dossier") / "store")
    app = create_app(Settings(store=store.folder), Options(static=static))
    yield app.test_client()
    app.extensions["depesche"].close()


@pytest.fixture(scope="module")
def page(affair: FlaskClient) -> str:
    return affair.get(f"/dossier/{entity_key(ARKADIEN, '')}", headers={"Accept": "text/html", "Accept-Language": "de"}).text


def test_it_counts_what_is_reported_in_claims_and_roots(page: str) -> None:
    assert "11 Aussagen" in page and "8 Wurzeln" in page and "2 Beteiligte" in page


def test_disputes_relations_and_plans_lead_to_their_questions(page: str) -> None:
    key = entity_key(ARKADIEN, "")
    assert f'href="/ask/disputes?entity={key}"' in page and f'href="/ask/between?entity={key}"' in page
    assert f'href="/ask/follow-up?actor={key}"' in page


def test_the_barometer_draws_both_directions_and_its_points_lead_to_claims(page: str) -> None:
    assert 'aria-label="Arkadien → Utopien"' in page
    assert page.count('<circle class="point asserted"') >= 2
    assert '<circle class="point alleged"' in page  # the threat that only unnamed circles tell of
    assert 'href="/id/claim/' in page


def test_nobody_has_no_dossier(affair: FlaskClient) -> None:
    assert affair.get("/dossier/" + "a" * 26).status_code == 404
    assert affair.get("/dossier/nonsense").status_code == 404
