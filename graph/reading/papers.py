"""PDF papers (of ministries, of the United Nations) as descriptions of articles, by pypdf.

A paper has no outlet and often no date: what the file says of itself is taken and said. Scans hold pictures of text and
are refused with the remedy. Reads at most `_PAGES` pages.
"""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from ..addresses import canonical, site
from ..errors import InputError
from .formats import Described, Descriptions
from .mending import running_text

PAPER_BYTES = 64 * 1024 * 1024  # reports with many pictures have 30 MB
_PAGES = 2_000  # a long report has 500; more than this is not read in a time that anybody waits for
_WORDS_OF_A_SCAN = 5  # words a page: scans carry a stamp or a page number, written pages some 300

# What a broken file makes pypdf say besides its own errors, found by cutting and twisting files.
_BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, RecursionError, OverflowError)

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings are about how a file was made, not about its text


def paper(data: bytes, place: str, address: str | None = None) -> Descriptions:
    """The one article that a PDF file is; `address` is where it was found, if it was.

    InputError when it is locked, a scan or damaged.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("is locked with a password; save a copy without one", file=place)
        if len(reader.pages) > _PAGES:
            raise InputError(f"has more than {_PAGES} pages; cut it into parts", file=place)
        pages = [page.extract_text() for page in reader.pages]
        yield _described(pages, reader, place, address)
    except DependencyError:
        raise InputError("is encrypted in a way that is not read; save a copy without encryption", file=place) from None
    except _BROKEN as error:
        raise InputError(f"is no PDF that can be read ({_first_line(error)}); save it anew", file=place) from None


def _described(pages: list[str], reader: PdfReader, place: str, address: str | None) -> Described:
    if sum(len(page.split()) for page in pages) < _WORDS_OF_A_SCAN * len(pages):
        raise InputError("is a scan without text; let a program for text recognition (OCR) read it first", file=place)
    about, made = reader.metadata, _made(reader)
    given = {
        "text": running_text(pages),
        "title": _told(about.title) if about else None,
        "author": _told(about.author) if about else None,
        "published": made,
        "url": canonical(address) if address else None,
        "outlet": (site(address) or None) if address else None,
    }
    remark = f"taken to be of {made}, the day on which the file was made" if made else None
    return Described(given, place, remark=remark)


def _told(value: str | None) -> str | None:
    """What a field says, if it says anything: word processors leave names of files and templates in them."""
    words = " ".join((value or "").split())
    named_file = words.lower().endswith((".doc", ".docx", ".odt", ".indd", ".pdf")) or words.lower().startswith("microsoft word")
    return None if not words or named_file else words


def _made(reader: PdfReader) -> str | None:
    """The day on which the file says that it was made."""
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except ValueError:  # a date in words
        return None
    return made.date().isoformat() if made else None


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__
