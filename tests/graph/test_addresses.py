"""Addresses: what means the same page, and what must not be taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.addresses import canonical, is_address, site


@pytest.mark.parametrize(
    "written",
    [
        "https://blatt.example/a?id=7",
        "HTTPS://Blatt.Example/a?id=7",
        "https://blatt.example:443/a/?id=7",
        "https://blatt.example/a?id=7#abschnitt-2",
        "https://blatt.example/a?utm_source=mail&id=7&fbclid=xyz",
        " https://blatt.example/a?id=7&UTM_Medium=rss ",
    ],
)
def test_ways_of_writing_one_address_are_one(written: str) -> None:
    assert canonical(written) == "https://blatt.example/a?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "http://blatt.example/a?id=7",
        "https://www.blatt.example/a?id=7",
        "https://blatt.example:8443/a?id=7",
        "https://blatt.example/A?id=7",
        "https://blatt.example/a?id=8",
        "https://blatt.example/a?id=7&seite=2",
        "https://blatt.example/a",
    ],
)
def test_what_may_show_something_else_is_another(other: str) -> None:
    assert canonical(other) != canonical("https://blatt.example/a?id=7")


@pytest.mark.parametrize(
    "odd", ["", "kein Ort", "urn:isbn:1", "mailto:a@b.example", "http://", "https://[kaputt", "https://a.example:x/"]
)
def test_what_is_no_http_address_stays_as_it_is(odd: str) -> None:
    assert canonical(odd) == odd


@given(st.text() | st.text("abc/?=&#%:[]äß", max_size=30).map("https://blatt.example/".__add__))
def test_a_canonical_address_is_its_own(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


def test_files_are_no_addresses() -> None:
    assert is_address("https://blatt.example/a") and is_address("HTTP://x")
    assert not any(map(is_address, ("artikel.md", "https.txt", "/tmp/http:/a", "ftp://x")))


def test_a_site_is_its_host() -> None:
    assert (site("https://www.blatt.example/a"), site("kein Ort"), site("https://[kaputt")) == ("blatt.example", "", "")
