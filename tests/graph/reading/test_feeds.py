"""Feeds and sitemaps as lists of entries: every kind, newest first, and documents made to hurt a parser."""

from datetime import date

import pytest

from graph.errors import InputError
from graph.reading.feeds import Entry, is_listing, listing

WHERE = "https://blatt.example/feed"
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Abendbote</title>
<item><title>Älteres</title><link>https://blatt.example/1</link><pubDate>Mon, 03 Jun 2024 08:00:00 +0200</pubDate></item>
<item><title>Neueres</title><link>/2?utm_source=rss</link><pubDate>Tue, 04 Jun 2024 08:00:00 +0200</pubDate></item>
<item><title>Ohne Adresse</title></item>
<item><title>Kein Artikel</title><link>javascript:alert(1)</link></item>
</channel></rss>""".encode()
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Abendbote</title><entry><title>Eins</title>
<link href="https://blatt.example/1"/><id>urn:1</id><published>2024-06-03T23:30:00Z</published>
<updated>2024-06-05T08:00:00Z</updated></entry></feed>"""
NEWS = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://blatt.example/1</loc><news:news>
<news:publication><news:name>Abendbote</news:name><news:language>de</news:language></news:publication>
<news:publication_date>2024-06-03T08:00:00+02:00</news:publication_date><news:title>Eins</news:title></news:news></url>
<url><loc>https://blatt.example/2</loc><lastmod>2024-06-09</lastmod></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://blatt.example/b.xml</loc></sitemap><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>"""


def test_an_rss_feed_names_its_pages_newest_first() -> None:
    assert listing(RSS, WHERE).entries == (
        Entry("https://blatt.example/2?utm_source=rss", "Neueres", date(2024, 6, 4), "Abendbote", "2024-06-04T06:00:00+00:00"),
        Entry("https://blatt.example/1", "Älteres", date(2024, 6, 3), "Abendbote", "2024-06-03T06:00:00+00:00"),
    )


def test_an_atom_feed_tells_when_a_page_appeared_and_its_stamp_when_it_changed() -> None:
    (entry,) = listing(ATOM, WHERE).entries
    assert (entry.published, entry.stamp) == (date(2024, 6, 3), "2024-06-05T08:00:00+00:00")


def test_a_news_sitemap_tells_what_a_feed_tells_and_a_change_is_no_date() -> None:
    other, news = listing(NEWS, WHERE).entries
    assert news == Entry("https://blatt.example/1", "Eins", date(2024, 6, 3), "Abendbote", "2024-06-03T08:00:00+02:00")
    assert other == Entry("https://blatt.example/2", None, None, None, "2024-06-09")


def test_an_index_names_further_sitemaps() -> None:
    found = listing(INDEX, WHERE)
    assert (found.sitemaps, found.entries) == (("https://blatt.example/a.xml", "https://blatt.example/b.xml"), ())


def test_a_page_named_twice_is_one_entry() -> None:
    twice = RSS.replace(b"/2?utm_source=rss", b"https://blatt.example/1#oben")
    assert [entry.title for entry in listing(twice, WHERE).entries] == ["Neueres"]


@pytest.mark.parametrize("body", [RSS, ATOM, NEWS, INDEX])
def test_lists_are_told_from_pages_by_how_they_begin(body: bytes) -> None:
    assert is_listing(body, "text/html")
    assert not is_listing(b"<?xml version='1.0'?><!DOCTYPE html><html>", "application/xml")
    assert not is_listing(b"<p>Ein <rssfeed>", "text/html") and is_listing(b"", "application/atom+xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("value", ['"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"', 'SYSTEM "http://127.0.0.1:9/x"'])
def test_entities_are_refused_before_anything_is_parsed(value: str, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE rss [<!ENTITY a {value}>]>'
    body = f'{head}<rss version="2.0"><channel><title>&a;</title></channel></rss>'
    with pytest.raises(InputError, match="defines entities of its own"):
        listing(body.encode(encoding), WHERE)


@pytest.mark.parametrize("body", [b"", b"words", b"<urlset", b"<urlset \x00>", b"<rss", b"\xff" * 30])
def test_what_is_no_list_is_named_or_empty(body: bytes) -> None:
    try:
        assert listing(body, WHERE).entries == ()
    except InputError as error:
        assert str(error).startswith(WHERE) and "\n" not in str(error)


def test_a_string_that_looks_like_an_address_is_not_followed() -> None:
    with pytest.raises(InputError, match="neither a feed nor a sitemap"):
        listing(b"http://127.0.0.1:9/feed", WHERE)
