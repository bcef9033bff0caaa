"""The window over an engine elsewhere shows what it shows over a store in a folder."""

import re
from pathlib import Path

import pytest
from flask import Flask

from graph.identity import entity_key
from graph.rdf.store import Store
from graph.settings import Settings
from tests.engines import Server
from tests.stores import ABENDBOTE, dispatches
from web import create_app
from web.options import Options

from .conftest import Keys

_FIRST = (
    "/", "/explore", "/disputes", "/sources", "/sparql", "/search?q=arkad", "/search?q=getreide", "/.well-known/void?format=ttl",
    "/dump/nq", "/dump/nanopub", "/dump/rdf12", "/dump/graphml", "/dump/csv",
)  # fmt: skip
_FOR_SCRIPTS = (
    "/api/network", "/api/network?lens=outlet:{outlet}", "/api/network?lens=speaker:{keys.hold}",
    "/api/network?from=2024-06-04&to=2024-06-30&clock=published", "/api/network?clock=event&from=2024-06-01&to=2024-06-30",
    "/api/network?modality=actual&roots=2", "/api/edge?actor={keys.arkadien}&relation=AID&recipient={keys.utopien}",
    "/api/edge?actor={keys.arkadien}&relation=AID&recipient={keys.utopien}&lens=speaker:{keys.hold}",
    "/api/timeline?entities={keys.arkadien},{keys.utopien}", "/api/timeline?lens=outlet:{outlet}",
    "/api/around/{keys.arkadien}", "/api/around/{keys.utopien}?lens=speaker:{keys.hold}",
    "/api/claims?q=getreide", "/api/claims?q=liefer*",
    "/api/path?start={keys.utopien}&end={keys.arkadien}", "/api/path?start={keys.arkadien}&end={keys.utopien}&roots=1",
)  # fmt: skip
_EACH = 4  # pages of one kind that are looked at


@pytest.mark.slow
@pytest.mark.timeout(300)  # a minute alone, more where others work beside it
def test_every_page_is_the_same(app: Flask, static: Path, keys: Keys, server: Server, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s", engine=server.engine(tmp_path / "s"))
    with store.writing("test") as writer:
        for each in dispatches():
            writer.add(each, "test-reader")
    settings = Settings(store=server.address, state=tmp_path / "s", query_deadline=20, query_rows=20)
    other = create_app(settings, Options(static=static))
    try:
        here, there = app.test_client(), other.test_client()
        seen: set[str] = set()
        kinds: dict[str, int] = {}
        things = (
            f"/id/claim/{keys.claim}",
            f"/id/article/{keys.article}",
            f"/id/entity/{keys.hold}",
            f"/id/entity/{keys.arkadien}",
        )
        scripts = (each.format(keys=keys, outlet=entity_key(ABENDBOTE, "")) for each in _FOR_SCRIPTS)
        waiting = [*_FIRST, *things, *scripts]
        while waiting:
            address = waiting.pop()
            expected, found = here.get(address), there.get(address)
            assert expected.status_code == 200 or not address.startswith("/api"), expected.text
            assert (found.status_code, _told(found.text)) == (expected.status_code, _told(expected.text)), address
            expected.close()  # a file that was sent stays open else
            found.close()
            seen.add(address)
            for link in re.findall(r'href="(/(?!static)[^"#]*)"', expected.text):
                link = link.replace("&amp;", "&")
                kind = re.sub(r"[a-z2-7]{26}|query=.*", "…", link)
                if link not in seen and link not in waiting and kinds.get(kind, 0) < _EACH:
                    kinds[kind] = kinds.get(kind, 0) + 1
                    waiting.append(link)
    finally:
        other.extensions["depesche"].close()
    assert len(seen) > 60 and any(".jsonld" in each for each in seen)


def _told(text: str) -> str:
    """The page without the revision, which counts how a store was made."""
    return re.sub(r"(?i)(revision\W{1,6})\d+", r"\1…", text)
