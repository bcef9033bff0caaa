"""How much of what is told the reader finds, as it was measured: what must stand beside every answer about an absence."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ..errors import DataFileError
from .wording import Note, note

FILE = Path(__file__).parents[1] / "data" / "recall.toml"


@dataclass(frozen=True, slots=True)
class Recall:
    """Of `claims` labelled by hand in the set `source`, `found` were found with relation and parties right."""

    found: int
    claims: int
    source: str
    measured: date

    @property
    def note(self) -> Note:
        """What to say of it."""
        share = round(100 * self.found / self.claims)
        return note("recall", found=self.found, claims=self.claims, share=share, source=self.source, measured=self.measured)


@cache
def recall(file: Path = FILE) -> Recall:
    """The figure that stands in the file. DataFileError when it does not."""
    try:
        told = Recall(**tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise DataFileError(f"does not tell the reader's recall: {error}", file=file) from error
    if not (isinstance(told.measured, date) and 0 <= told.found <= told.claims > 0):
        raise DataFileError("needs found of claims, and the day on which that was measured", file=file)
    return told
