"""Files and folders in, articles out: what may be read, and how each kind says what it is."""

from .files import expected, read
from .kinds import READ_SUFFIXES

__all__ = ["READ_SUFFIXES", "expected", "read"]
