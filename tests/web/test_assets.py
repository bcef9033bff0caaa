"""The built front end, and what happens without it."""

import gzip
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


def test_what_a_script_cannot_begin_without_is_known_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / ".vite").mkdir()
    entries = {
        "explorer.ts": {"file": "assets/explorer-1.js", "imports": ["_words.js", "_canvas.js"], "dynamicImports": ["later.ts"]},
        "_words.js": {"file": "assets/words-1.js"},
        "_canvas.js": {"file": "assets/canvas-1.js", "imports": ["_words.js"]},
        "later.ts": {"file": "assets/later-1.js"},
    }
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(entries))

    assert Assets(tmp_path).parts("explorer.ts") == ("assets/words-1.js", "assets/canvas-1.js")
    assert Assets(tmp_path).parts("later.ts") == ()


def test_a_file_that_was_packed_is_sent_so_to_whoever_unpacks(store: Path, tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text("body { color: black }")
    (tmp_path / "site.css.gz").write_bytes(gzip.compress(b"body { color: black }"))
    app = create_app(Settings(store=store), Options(static=tmp_path))
    try:
        client = app.test_client()
        packed, plain = (
            client.get("/static/site.css", headers={"Accept-Encoding": each}, buffered=True) for each in ("gzip, br", "identity")
        )

        assert gzip.decompress(packed.data) == plain.data
        assert (packed.content_encoding, plain.content_encoding) == ("gzip", None)
        assert packed.mimetype == plain.mimetype == "text/css"
        assert "Accept-Encoding" in packed.vary and "Accept-Encoding" in plain.vary
        assert client.get("/static/../assets.py").status_code == client.get("/static/none.css").status_code == 404
    finally:
        app.extensions["depesche"].close()


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
