"""Addresses to articles: pages, papers, feeds and sitemaps from a host on this machine."""

import gzip
from collections.abc import Iterator
from datetime import date

import pytest

from graph.errors import InputError
from graph.model import Article
from graph.reading import read_sources, source
from graph.reading.remembering import Remembered
from tests.hosts import Host, Says, host

from .making import MORE, TEXT, page, pdf
from .test_visiting import visitor

RSS = "application/rss+xml"


@pytest.fixture
def here() -> Iterator[Host]:
    with host({"/1": Says(page(TEXT, MORE)), "/2": Says(page(MORE, TEXT, title="Zwei"))}) as running:
        yield running


def feed(*items: tuple[str, str], title: str = "Abendbote") -> Says:
    told = "".join(f"<item><title>Meldung</title><link>{link}</link><pubDate>{day}</pubDate></item>" for link, day in items)
    return Says(f'<rss version="2.0"><channel><title>{title}</title>{told}</channel></rss>'.encode(), RSS)


def taken(address: str, memory: Remembered | None = None) -> tuple[list[Article], list[str], list[str]]:
    """Articles, errors and notices."""
    notices: list[str] = []
    found = list(read_sources([source(address)], visitor(memory), notices.append))
    return [e for e in found if isinstance(e, Article)], [str(e) for e in found if isinstance(e, InputError)], notices


MONDAY, TUESDAY = "Mon, 03 Jun 2024 08:00:00 +0200", "Tue, 04 Jun 2024 08:00:00 +0200"


def test_a_page_becomes_an_article_with_its_address(here: Host) -> None:
    here.pages["/1?utm_source=x"] = here.pages["/1"]
    (found,), errors, _ = taken(here.at("/1?utm_source=x"))
    assert errors == []
    assert (found.text, found.url, found.outlet, found.author) == (f"{TEXT}\n\n{MORE}", here.at("/1"), "Morgenblatt", "Ida Feder")


def test_a_paper_is_told_by_how_it_begins(here: Host) -> None:
    here.pages["/p"] = Says(pdf([[TEXT]], title="Bericht"), "application/octet-stream")
    (found,), _, _ = taken(here.at("/p"))
    assert (found.text, found.title, found.url, found.outlet) == (TEXT, "Bericht", here.at("/p"), "127.0.0.1")


def test_a_feed_is_all_the_pages_that_it_names(here: Host) -> None:
    here.pages["/feed"] = feed((here.at("/1"), MONDAY), (here.at("/2"), TUESDAY))
    found, errors, _ = taken(here.at("/feed"))
    assert [each.title for each in found] == ["Zwei", "Nein aus Teheran"]
    assert errors == []


def test_a_feed_tells_what_a_page_is_silent_about(here: Host) -> None:
    silent = (
        page(TEXT, MORE).replace(b'content="2024', b'content="am ').replace(b"og:site_name", b"x").replace(b" | Morgenblatt", b"")
    )
    here.pages |= {"/1": Says(silent), "/feed": feed((here.at("/1"), MONDAY))}
    (found,), _, _ = taken(here.at("/feed"))
    assert found.published == date(2024, 6, 3)


def test_a_packed_sitemap_behind_an_index_is_read(here: Host) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    pages = f"<urlset {space}><url><loc>{here.at('/1')}</loc></url></urlset>".encode()
    here.pages["/a.xml.gz"] = Says(gzip.compress(pages), "application/gzip")
    here.pages["/map"] = Says(
        f"<sitemapindex {space}><sitemap><loc>/a.xml.gz</loc></sitemap></sitemapindex>".encode(), "text/xml"
    )
    assert [each.url for each in taken(here.at("/map"))[0]] == [here.at("/1")]


def test_only_what_is_new_is_fetched_at_the_next_visit(here: Host) -> None:
    memory = Remembered()
    here.pages["/feed"] = feed((here.at("/1"), MONDAY))
    taken(here.at("/feed"), memory)
    here.asked.clear()
    here.pages["/feed"] = feed((here.at("/1"), MONDAY), (here.at("/2"), TUESDAY))
    assert [each.title for each in taken(here.at("/feed"), memory)[0]] == ["Zwei"]
    assert here.paths() == ["/robots.txt", "/feed", "/2"]


def test_a_page_that_a_feed_calls_changed_is_fetched_again(here: Host) -> None:
    memory = Remembered()
    here.pages["/feed"] = feed((here.at("/1"), MONDAY))
    taken(here.at("/feed"), memory)
    here.pages |= {"/feed": feed((here.at("/1"), TUESDAY)), "/1": Says(page(TEXT, MORE, "Das sagte er am Dienstag."))}
    assert [each.text[-9:] for each in taken(here.at("/feed"), memory)[0]] == ["Dienstag."]


def test_a_page_that_could_not_be_had_is_tried_again(here: Host) -> None:
    memory = Remembered()
    listed = feed((here.at("/1"), MONDAY), (here.at("/3"), TUESDAY))
    here.pages["/feed"] = Says(listed.body, RSS, headers={"ETag": '"7"'})
    found, errors, _ = taken(here.at("/feed"), memory)
    assert ([each.url for each in found], errors) == ([here.at("/1")], [f"{here.at('/3')}: is not there (status 404)"])
    here.pages["/3"] = Says(page(TEXT, MORE))
    assert [each.url for each in taken(here.at("/feed"), memory)[0]] == [here.at("/3")]
    assert taken(here.at("/feed"), memory)[2] == [f"{here.at('/feed')}: unchanged since the last visit"]


def test_a_long_list_is_cut_and_says_so(here: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.reading.web.MOST_ENTRIES", 1)
    here.pages["/feed"] = feed((here.at("/1"), MONDAY), (here.at("/2"), TUESDAY))
    found, _, notices = taken(here.at("/feed"))
    assert [each.title for each in found] == ["Zwei"]
    assert notices == [f"{here.at('/feed')}: names 1 more than are read at a time; the newest are"]


def test_the_charset_of_the_host_goes_before_that_of_the_page(here: Host) -> None:
    here.pages["/1"] = Says(page(TEXT, MORE).decode().encode("cp1252"), "text/html; charset=windows-1252")
    assert taken(here.at("/1"))[0][0].text.startswith(TEXT)


def test_a_picture_is_no_article(here: Host) -> None:
    here.pages["/c"] = Says(b"\x89PNG\x00\x01", "image/png")
    assert taken(here.at("/c"))[1][0].startswith(f"{here.at('/c')}: holds no article")
