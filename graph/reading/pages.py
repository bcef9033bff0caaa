"""Web pages as descriptions of articles, by trafilatura: the text without what stands around it, and what the page says of it.

Nothing is fetched here, and nothing depends on the day or on pages read before: the library's own configuration, its
search for dates in running text and its memory of repeated paragraphs are not used.
"""

import logging
import re
import tomllib
from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from trafilatura.core import bare_extraction
from trafilatura.settings import Document

from ..addresses import canonical, site
from ..errors import DataFileError, InputError
from .formats import Described, Descriptions

PAGE_BYTES = 16 * 1024 * 1024  # the longest pages of news that were seen have 5 MB, most of it scripts
_ELEMENTS = 100_000  # in a page's tree; news pages have 1,000 to 5,000
_POINTER = 200  # characters; no headline is longer

_SENTENCE = re.compile(r"\w[.!?…:]?[\"“”»«)]?[.!?…]")

_CONFIG = {  # every value that `bare_extraction` reads, so that none comes from a file of the library's
    "MIN_EXTRACTED_SIZE": "100",  # characters; dispatches of one paragraph are articles too
    "MIN_OUTPUT_SIZE": "1",
    "MIN_OUTPUT_COMM_SIZE": "1",
    "MAX_TREE_SIZE": str(_ELEMENTS),
    "MAX_FILE_SIZE": str(PAGE_BYTES),
    "MIN_FILE_SIZE": "0",
    "MIN_DUPLCHECK_SIZE": "100",
    "MAX_REPETITIONS": "2",
    "EXTENSIVE_DATE_SEARCH": "off",
    "EXTRACTION_TIMEOUT": "0",
    "EXTERNAL_URLS": "off",
    "SLEEP_TIME": "0",
    "DOWNLOAD_TIMEOUT": "0",
    "USER_AGENTS": "",
    "COOKIE": "",
    "MAX_REDIRECTS": "0",
}
_DATES = {  # the first day named in the markup, not the day of a correction and not one found in the text
    "extensive_search": False,
    "original_date": True,
    "outputformat": "%Y-%m-%d",
    "min_date": "1850-01-01",
    "max_date": "2100-12-31",  # fixed, as the library would take today
}

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they find odd about a page is no news for its reader


def page(data: bytes | str, place: str, address: str | None = None) -> Descriptions:
    """The one article that a page holds; `address` is where it was found, if it was. InputError when it holds none."""
    found = _extracted(data, address)
    text = _tidied(found) if found else ""
    if found is None or not text:
        raise InputError("holds no article that can be told from the page around it; save its text as .md", file=place)
    given = {
        "text": text,
        "title": _line(found.title),
        "author": _line(found.author),
        "outlet": _outlet(found, address),
        "published": found.date,
        "url": _address(found, address),
    }
    yield Described(given, place)


def _extracted(data: bytes | str, address: str | None) -> Document | None:
    config = ConfigParser()
    config.read_dict({"DEFAULT": _CONFIG})
    try:
        found = bare_extraction(
            data, url=address, favor_precision=True, include_comments=False, include_tables=False, include_images=False,
            include_links=False, with_metadata=True, deduplicate=False, date_extraction_params=dict(_DATES), config=config,
        )  # fmt: skip
    except (ValueError, RecursionError, MemoryError, AttributeError, TypeError):  # pages made to break parsers
        return None
    return found if isinstance(found, Document) else None


def _tidied(found: Document) -> str:
    """The paragraphs, an empty line between them, without the title, pointers to other articles and credits."""
    phrases, title = _phrases(), _line(found.title)
    kept = [line for each in (found.text or "").splitlines() if (line := _line(each)) and not phrases.hides(line)]
    kept = kept[1:] if kept and kept[0] == title else kept
    return "\n\n".join(kept) if any(map(_SENTENCE.search, kept)) else ""  # a menu has no sentence


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _outlet(found: Document, address: str | None) -> str | None:
    name = _line(found.sitename)
    return name.removeprefix("@") if name else site(address or found.url or "") or None


def _address(found: Document, address: str | None) -> str | None:
    """Where the page says that it stands, if that is on the same site and no front page; else where it was found."""
    named = canonical(found.url) if found.url else None
    if address is None:
        return named if named and urlsplit(named).scheme in ("http", "https") else None
    if named and site(named) == site(address) and urlsplit(named).path != "/":
        return named
    return canonical(address)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What tells paragraphs that are none of the article."""

    teaser: re.Pattern[str]
    credit: re.Pattern[str]

    def hides(self, line: str) -> bool:
        return bool(self.credit.match(line)) or (len(line) <= _POINTER and bool(self.teaser.match(line)))


@cache
def _phrases() -> _Phrases:
    file = Path(__file__).parents[1] / "data" / "pages.toml"
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        teasers, credits = ("|".join(map(re.escape, told[name])) for name in ("teasers", "credits"))
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise DataFileError(f"cannot be read: {error}", file=file) from error
    return _Phrases(re.compile(rf"(?:{teasers})\b", re.IGNORECASE), re.compile(rf"(?:{credits})\s*:", re.IGNORECASE))
