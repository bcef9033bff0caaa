"""Which reader takes which kind of file: the table of all that can be read from disk."""

from collections.abc import Callable, Mapping
from typing import BinaryIO

from .crawls import crawl, packed_crawl
from .formats import Descriptions, front_matter, json_document, json_lines
from .pages import PAGE_BYTES, page
from .papers import PAPER_BYTES, paper
from .unpacking import PACKED, whole

Kind = Callable[[BinaryIO, str], Descriptions]


def _page(stream: BinaryIO, place: str) -> Descriptions:
    return page(whole(stream, PAGE_BYTES, place), place)


def _paper(stream: BinaryIO, place: str) -> Descriptions:
    return paper(whole(stream, PAPER_BYTES, place), place)


KINDS: Mapping[str, Kind] = {
    ".htm": _page,
    ".html": _page,
    ".json": json_document,
    ".jsonl": json_lines,
    ".md": front_matter,
    ".pdf": _paper,
    ".txt": front_matter,
    ".wacz": packed_crawl,
    ".warc": crawl,
    ".xhtml": _page,
}
READ_SUFFIXES = tuple(sorted(KINDS))
READABLE = f"{' '.join(READ_SUFFIXES)} are, also packed as {' or '.join(PACKED)}"
