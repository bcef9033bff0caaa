"""Feeds (RSS, Atom) and sitemaps, with news or without, as lists of entries; fetches nothing.

By feedparser and lxml. Entities of a document's own are refused before any parser sees them, since nothing in a feed
needs them and they can be made to swell.
"""

import calendar
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import struct_time
from typing import Any
from urllib.parse import urljoin

import feedparser
from lxml import etree

from ..addresses import canonical, is_address
from ..errors import InputError

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_HEAD = 4096  # bytes in which a document says what it is, comments and all
_FIRST = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*>)*<([\w:]+)", re.DOTALL)
_ROOTS = (b"rss", b"feed", b"rdf:rdf", b"urlset", b"sitemapindex")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a list names: its address, what the list says of it, and a stamp that changes when the page does."""

    address: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap names: pages, newest first, and further sitemaps."""

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()


def is_listing(body: bytes, kind: str) -> bool:
    """Whether an answer is a feed or a sitemap rather than a page, by its first element (else by its media type)."""
    root = _root(body)
    return root in _ROOTS if root else kind in ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


def _root(body: bytes) -> bytes:
    """The name of the first element; empty when there is none at the beginning. Characters of two bytes count as one."""
    found = _FIRST.match(body[:_HEAD].replace(b"\0", b"").lower())
    return found[1] if found else b""


def listing(body: bytes, address: str) -> Listing:
    """The pages that the feed or sitemap at `address` names, each once. InputError when it is neither."""
    if b"<!entity" in body.replace(b"\0", b"").lower():  # in UTF-16 too
        raise InputError("defines entities of its own, which no feed needs; it is not read", file=address)
    found = _sitemap(body, address) if _root(body) in (b"urlset", b"sitemapindex") else _feed(body, address)
    newest = sorted(found.entries, key=_newness, reverse=True)
    return Listing(tuple({canonical(entry.address): entry for entry in reversed(newest)}.values())[::-1], found.sitemaps)


def _newness(entry: Entry) -> str:
    return entry.published.isoformat() if entry.published else entry.stamp or ""


def _feed(body: bytes, address: str) -> Listing:
    told = feedparser.parse(io.BytesIO(body), response_headers={"content-location": address})  # a stream: never an address
    if not told.get("version") and not told.entries:
        raise InputError("is neither a feed nor a sitemap that can be read", file=address)
    outlet = _words(told.feed.get("title"))
    return Listing(tuple(entry for each in told.entries if (entry := _entry(each, address, outlet))))


def _entry(each: Any, address: str, outlet: str | None) -> Entry | None:
    link = urljoin(address, each.get("link") or "")
    if not each.get("link") or not is_address(link):
        return None
    first, last = (
        dict.get(each, name) for name in ("published_parsed", "updated_parsed")
    )  # its own `get` takes one for the other
    return Entry(link, _words(each.get("title")), _day(first or last), outlet, _moment(last or first) or _words(each.get("id")))


def _sitemap(body: bytes, address: str) -> Listing:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"is no sitemap that can be read ({error.msg})", file=address) from None
    if tree is None:
        raise InputError("is no sitemap that can be read", file=address)
    nested = tuple(sorted({link for each in tree.iter(f"{_SITEMAP}sitemap") if (link := _link(each, address))}))
    return Listing(tuple(_pages(tree, address)), nested)


def _pages(tree: Any, address: str) -> Iterator[Entry]:
    for each in tree.iter(f"{_SITEMAP}url"):
        news = each.find(f"{_NEWS}news")
        changed = _words(each.findtext(f"{_SITEMAP}lastmod"))
        published = _words(news.findtext(f"{_NEWS}publication_date")) if news is not None else None
        if link := _link(each, address):
            title = _words(news.findtext(f"{_NEWS}title")) if news is not None else None
            name = _words(news.findtext(f"{_NEWS}publication/{_NEWS}name")) if news is not None else None
            yield Entry(link, title, _written_day(published), name, changed or published)


def _link(each: Any, address: str) -> str | None:
    link = urljoin(address, _words(each.findtext(f"{_SITEMAP}loc")) or "")
    return link if is_address(link) and link != address else None


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _moment(value: struct_time | None) -> str | None:
    return datetime.fromtimestamp(calendar.timegm(value), UTC).isoformat() if value else None


def _day(value: struct_time | None) -> date | None:
    """The day in UTC: what is left of a feed's time once it was read."""
    try:
        return date(value.tm_year, value.tm_mon, value.tm_mday) if value else None
    except ValueError:
        return None


def _written_day(value: str | None) -> date | None:
    try:
        return datetime.fromisoformat(value).date() if value else None
    except ValueError:
        return None
