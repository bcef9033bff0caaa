"""The built front end, and what happens without it."""

import json
from pathlib import Path

import pytest

from graph.settings import Settings
from web import create_app
from web.assets import Assets, FrontEndMissing
from web.options import Options


def test_a_source_is_known_by_its_built_name(tmp_path: Path) -> None:
    (tmp_path / ".vite").mkdir()
    manifest = tmp_path / ".vite" / "manifest.json"
    manifest.write_text(json.dumps({"site.css": {"file": "assets/site-1.css"}}))
    assets = Assets(tmp_path)

    assert assets.name("site.css") == "assets/site-1.css"
    with pytest.raises(FrontEndMissing):
        assets.name("none.css")


def test_without_a_build_there_is_a_sentence_and_the_data_still_comes(store: Path, tmp_path: Path) -> None:
    app = create_app(Settings(store=store), Options(static=tmp_path))
    try:
        client = app.test_client()
        for address in ("/", "/nowhere"):
            page = client.get(address, headers={"Accept": "text/html"})
            assert page.status_code == 503 and "not built" in page.text
        assert client.get("/sparql?query=ASK{}").status_code == 200
        assert client.get("/api/network").status_code == 200
    finally:
        app.extensions["depesche"].close()
