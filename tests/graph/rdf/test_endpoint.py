"""Where an engine is, and as whom one speaks to it: from the settings the one, from the environment alone the other."""

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.rdf.endpoint import PASSWORD, TOKEN, USER, Credentials, Endpoint, places
from graph.settings import Settings


@pytest.mark.parametrize(
    ("address", "update", "expected"),
    [
        ("http://a.example:7878", None, ("http://a.example:7878/query", "http://a.example:7878/update")),
        ("http://a.example:7878/", None, ("http://a.example:7878/query", "http://a.example:7878/update")),
        ("http://a.example/sparql", None, ("http://a.example/sparql", "http://a.example/sparql")),
        ("http://a.example/sparql", "http://a.example/sparql-auth", ("http://a.example/sparql", "http://a.example/sparql-auth")),
        ("https://a.example", "https://b.example/u", ("https://a.example/query", "https://b.example/u")),
    ],
)
def test_an_engine_takes_queries_and_updates_where_its_address_says(
    address: str, update: str | None, expected: tuple[str, str]
) -> None:
    assert places(address, update) == expected


def test_settings_and_environment_make_an_endpoint(tmp_path: Path) -> None:
    chosen = Settings(store="http://a.example/sparql", state=tmp_path, engine_batch=7, engine_seconds=8, engine_tries=9)
    found = Endpoint.of(chosen, {USER: "anna", PASSWORD: "geheim"})
    assert found == Endpoint(
        "http://a.example/sparql", *["http://a.example/sparql"] * 2, Credentials("anna", "geheim"), batch=7, seconds=8, tries=9
    )
    assert "geheim" not in repr(found)
    assert Endpoint.of(Settings(store=tmp_path), {}) is None


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({USER: "anna"}, "belong together"),
        ({PASSWORD: "geheim"}, "belong together"),
        ({USER: "anna", PASSWORD: "geheim", TOKEN: "t"}, "either"),
        ({TOKEN: "geheim\nHost: a"}, "cannot be sent"),
    ],
)
def test_half_an_identity_is_none(environ: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsError, match=words) as refused:
        Credentials.read(environ)
    assert "geheim" not in str(refused.value)
