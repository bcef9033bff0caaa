"""Web archives (WARC, and WACZ with WARCs inside) as descriptions of articles: every page and paper that was answered with 200.

By warcio, record by record, so that an archive need not fit into memory. Pictures, scripts, redirects and pages met a
second time are no articles and passed over; a page that holds none is an error of its own.
"""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from ..errors import InputError
from .formats import Descriptions
from .pages import PAGE_BYTES, page
from .papers import PAPER_BYTES, paper
from .unpacking import swells, told_whole, unpacked

_PAGES = ("text/html", "application/xhtml+xml")
_PAPERS = ("application/pdf",)
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error)


def crawl(stream: BinaryIO, place: str) -> Descriptions:
    """The articles of a WARC, in the order of its records."""
    empty = True
    try:
        for record in ArchiveIterator(stream):
            empty = False
            if record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() == "200":
                yield from _answer(record, place)
        told_whole(stream)
    except _BROKEN as error:
        yield InputError(f"the web archive is damaged here ({error}); what comes after is not read", file=place)
    else:
        if empty:
            yield InputError("holds no record of a web archive", file=place)


def packed_crawl(stream: BinaryIO, place: str) -> Descriptions:
    """The articles of all WARCs in a WACZ, by their names."""
    try:
        with zipfile.ZipFile(stream) as whole:
            names = sorted(name for name in whole.namelist() if name.startswith("archive/") and _is_warc(name))
            if not names:
                raise InputError("holds no archive/*.warc.gz; it is no WACZ", file=place)
            for name in names:
                if swells(whole.getinfo(name).file_size, whole.getinfo(name).compress_size):
                    raise InputError(f"{name} unpacks beyond all measure; unpack it yourself if you trust it", file=place)
                yield from _member(whole, name, place)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        yield InputError(f"the WACZ is damaged ({error}); make it anew", file=place)


def _member(whole: zipfile.ZipFile, name: str, place: str) -> Descriptions:
    with whole.open(name) as member:
        inside = f"{place}/{name}"
        yield from crawl(unpacked(member, ".gz", inside) if name.endswith(".gz") else member, inside)  # type: ignore[arg-type]


def _is_warc(name: str) -> bool:
    return name.endswith((".warc", ".warc.gz"))


def _answer(record: ArcWarcRecord, place: str) -> Descriptions:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    if kind not in (*_PAGES, *_PAPERS):
        return
    at = f"{place}: {address}"
    try:
        yield from _article(record, kind, at, address)
    except InputError as error:
        yield error


def _article(record: ArcWarcRecord, kind: str, at: str, address: str) -> Descriptions:
    most = PAGE_BYTES if kind in _PAGES else PAPER_BYTES
    data = b"".join(_pieces(record, most))
    if len(data) > most:
        raise InputError(f"is larger than {most // 1_048_576} MB", file=at)
    record.raw_stream.read()  # what may follow the last chunk
    if record.raw_stream.limit:
        raise InputError("the web archive ends within this page", file=at)
    yield from page(data, at, address) if kind in _PAGES else paper(data, at, address)


def _pieces(record: ArcWarcRecord, most: int) -> Iterator[bytes]:
    """The unpacked body, no more of it than tells that it is too large."""
    stream, taken = record.content_stream(), 0
    while taken <= most and (piece := stream.read(min(65_536, most + 1 - taken))):
        taken += len(piece)
        yield piece
