"""Web pages: the article and nothing around it, what the page says of it, and pages that hold none."""

import pytest

from graph.errors import InputError
from graph.reading.formats import Described
from graph.reading.pages import page as described_page

from .making import MORE, TEXT, page

WHERE = "https://www.morgenblatt.example/politik/nein"
TEASERS = """<aside class="teaser"><h3>Mehr zum Thema</h3>
<ul><li><a href="/a">Elysium droht mit Zöllen auf Oliven</a></li></ul></aside>
<p><strong>Lesen Sie auch:</strong> <a href="/c">Wie Elysium den Hafen verlor</a></p><p>Foto: Karl Licht</p>
<div class="related-articles"><a href="/d">Hafen gesperrt: Was Händler jetzt tun</a></div>
<section id="comments"><h2>Kommentare</h2><p>Das glaube ich nicht, schreibt Leserin Karla.</p></section>"""


def given(data: bytes, address: str | None = None) -> dict[str, object]:
    (found,) = described_page(data, "a.html", address)
    assert isinstance(found, Described)
    return dict(found.given)


def test_an_article_is_told_from_the_page_around_it() -> None:
    assert given(page(TEXT, MORE, around=TEASERS))["text"] == f"{TEXT}\n\n{MORE}"


def test_a_page_tells_title_author_outlet_and_the_first_date() -> None:
    found = given(page(TEXT, MORE))
    assert [found[name] for name in ("title", "author", "outlet", "published")] == [
        "Nein aus Teheran", "Ida Feder", "Morgenblatt", "2024-06-03",
    ]  # fmt: skip


def test_a_date_is_taken_from_the_markup_and_never_from_the_text() -> None:
    bare = page(TEXT, "Das Abkommen galt seit dem 12. Mai 2019 und endet nun.").replace(b'content="2024', b'content="am ')
    assert given(bare)["published"] is None


def test_an_address_is_canonical_and_the_page_may_name_its_own() -> None:
    assert given(page(TEXT, MORE), f"{WHERE}?utm_source=mail#oben")["url"] == WHERE
    named = page(TEXT, MORE, address="https://morgenblatt.example/nein-1")
    assert given(named, WHERE)["url"] == "https://morgenblatt.example/nein-1"
    assert given(named)["url"] == "https://morgenblatt.example/nein-1"


@pytest.mark.parametrize("named", ["https://morgenblatt.example/", "https://anderswo.example/nein", "javascript:alert(1)"])
def test_a_page_cannot_say_that_it_is_another_site_or_the_front_page(named: str) -> None:
    assert given(page(TEXT, MORE, address=named), WHERE)["url"] == WHERE


def test_a_page_without_a_name_has_its_site_as_outlet() -> None:
    assert (
        given(page(TEXT, MORE).replace(b"og:site_name", b"x").replace(b" | Morgenblatt", b""), WHERE)["outlet"]
        == "morgenblatt.example"
    )


def test_a_paragraph_that_only_begins_like_a_pointer_stays() -> None:
    long = (
        "Mehr zum Thema sagte der Minister nicht, "
        + "obwohl ihn die Abgeordneten aller Länder mehrmals danach fragten, " * 4
        + "und ging."
    )
    assert str(given(page(TEXT, long))["text"]).endswith("und ging.")


def test_the_same_page_gives_the_same_whatever_was_read_before() -> None:
    first = given(page(TEXT, MORE))
    for number in range(5):
        given(page(TEXT, MORE, f"Zum {number}. Mal."))
    assert given(page(TEXT, MORE)) == first


@pytest.mark.parametrize(
    "data",
    [b"", b"<p>", b"\x00\xff" * 40, b"<html><body><nav><a href='/'>Start</a></nav></body></html>", b"<div>" * 60_000 + b"x"],
)
def test_a_page_without_an_article_is_named_with_the_remedy(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.html: holds no article .*; save its text as \.md"):
        list(described_page(data, "a.html"))


def test_umlauts_survive_whatever_the_encoding() -> None:
    latin = page(TEXT, MORE).decode().replace("utf-8", "iso-8859-1").encode("iso-8859-1")
    assert given(latin)["text"] == given(page(TEXT, MORE))["text"]
