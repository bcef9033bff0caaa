"""Files, folders and addresses in, articles out: what may be read, and how each kind says what it is."""

from .files import expected, read
from .kinds import READ_SUFFIXES
from .sources import Source, expected_of, read_sources, source

__all__ = ["READ_SUFFIXES", "Source", "expected", "expected_of", "read", "read_sources", "source"]
