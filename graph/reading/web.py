"""Addresses to articles: a page or a paper is one, a feed or a sitemap is all the pages that it names.

What an answer is, it says itself by how it begins. Pages that did not change since the last visit are not read again.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

from ..addresses import canonical
from ..errors import FetchError, InputError
from .feeds import Entry, is_listing, listing
from .formats import Described, Descriptions
from .pages import page
from .papers import paper
from .unpacking import unpacked, whole
from .visiting import Fetched, Visitor

MOST_ENTRIES = 1_000  # of one list: what a news sitemap may hold, and at two seconds each half an hour
_MOST_SITEMAPS = 50  # that one index may lead to
_GZIP = b"\x1f\x8b"


def described(address: str, visitor: Visitor, notice: Callable[[str], None]) -> Descriptions:
    """What stands at `address`, described; what cannot be had or read comes as the error that says why."""
    try:
        found = visitor.visit(address)
        if found is None:
            notice(f"{address}: unchanged since the last visit")
        elif is_listing(body := _plain(found), found.kind):
            yield from _listed(replace(found, body=body), address, visitor, notice)
        else:
            yield from _read(found, None)
    except InputError as error:
        yield error


def _listed(found: Fetched, address: str, visitor: Visitor, notice: Callable[[str], None]) -> Descriptions:
    """All pages of a list; it is remembered as read only when all of them could be had."""
    missed = False
    for entry in _entries(found, visitor, notice):
        if isinstance(entry, InputError):
            missed = True
            yield entry
        elif _is_new(entry, visitor):
            for each in _visited(entry, visitor):
                missed = missed or isinstance(each, FetchError)
                yield each
    if missed:
        visitor.memory.forget(canonical(address))


def _entries(found: Fetched, visitor: Visitor, notice: Callable[[str], None]) -> Iterator[Entry | InputError]:
    """The entries of a list and of the sitemaps that it leads to, one step deep."""
    top = listing(found.body, found.address)
    entries = list(top.entries)
    for each in top.sitemaps[:_MOST_SITEMAPS]:
        try:
            nested = visitor.visit(each)
            entries += listing(_plain(nested), nested.address).entries if nested else ()
        except InputError as error:
            yield error
    if over := max(0, len(entries) - MOST_ENTRIES) + max(0, len(top.sitemaps) - _MOST_SITEMAPS):
        notice(f"{found.address}: names {over} more than are read at a time; the newest are")
    yield from entries[:MOST_ENTRIES]


def _is_new(entry: Entry, visitor: Visitor) -> bool:
    """Whether the list tells another version than the one visited before; where it tells none, the host is asked."""
    before = visitor.memory.visit(canonical(entry.address))
    return before is None or entry.stamp is None or before.stamp != entry.stamp


def _visited(entry: Entry, visitor: Visitor) -> Descriptions:
    try:
        found = visitor.visit(entry.address, entry.stamp)
        if found is not None:
            yield from _read(found, entry)
    except InputError as error:
        yield error


def _read(found: Fetched, entry: Entry | None) -> Descriptions:
    if found.body.startswith(b"%PDF") or found.kind == "application/pdf":
        told = paper(found.body, found.address, found.address)
    else:
        told = page(_in_utf8(found), found.address, found.address)
    for each in told:
        yield _completed(each, entry) if isinstance(each, Described) and entry else each


def _completed(found: Described, entry: Entry) -> Described:
    """With what the list says where the page itself is silent."""
    told = {"title": entry.title, "published": entry.published, "outlet": entry.outlet}
    return replace(found, given={**told, **{name: value for name, value in found.given.items() if value is not None}})


def _in_utf8(found: Fetched) -> bytes | str:
    """The page's text where the host says its charset; else its bytes, which say it themselves."""
    if found.charset is None:
        return found.body
    try:
        return found.body.decode(found.charset)
    except (LookupError, UnicodeDecodeError):
        return found.body


def _plain(found: Fetched) -> bytes:
    """The body, unpacked where it is a packed file (`sitemap.xml.gz`)."""
    if not found.body.startswith(_GZIP):
        return found.body
    return whole(
        unpacked(io.BytesIO(found.body), ".gz", found.address), 64 * 1024 * 1024, found.address
    )  # a sitemap has at most 50 MB
