"""Files and folders in, articles out: what may be read, and how each kind says what it is."""

from .files import READ_SUFFIXES, expected, read

__all__ = ["READ_SUFFIXES", "expected", "read"]
