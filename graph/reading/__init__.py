"""Files, folders and addresses in, articles out: what may be read, and how each kind says what it is."""

from .files import HANDED_OVER, article_of, expected, read, read_stream
from .formats import Described
from .kinds import READ_SUFFIXES
from .language import READ_LANGUAGES
from .sources import Source, expected_of, read_sources, source

__all__ = [
    "HANDED_OVER", "READ_LANGUAGES", "READ_SUFFIXES", "Described", "Source", "article_of", "expected", "expected_of", "read",
    "read_sources", "read_stream", "source",
]  # fmt: skip
