"""A change on its way to a remote engine, kept in the store's folder until it has arrived.

An engine takes a change in pieces. Whatever cuts that off, the whole change is sent again before anything else is
written: what stands there in halves would not tell what belongs to it. The pieces may be sent any number of times.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError

_FILE, _DRAFT = "PENDING", "PENDING.new"


@dataclass(frozen=True, slots=True)
class Pending:
    """The change that leads from revision `before` to `after`, waiting in `folder`."""

    folder: Path
    before: int
    after: int

    @staticmethod
    def keep(folder: Path, before: int, after: int, pieces: Iterable[str]) -> "Pending":
        """Write the change down, safe against a power cut."""
        draft = folder / _DRAFT
        try:
            with draft.open("w", encoding="utf-8") as file:
                file.write(f"{before} {after}\n")
                file.writelines(f"{json.dumps(piece)}\n" for piece in pieces)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(folder / _FILE)
        except OSError as error:
            raise StoreError(f"{draft}: cannot be written: {error.strerror}") from error
        return Pending(folder, before, after)

    @staticmethod
    def find(folder: Path) -> "Pending | None":
        """The change that waits in the folder, if one does."""
        try:
            with (folder / _FILE).open(encoding="utf-8") as file:
                before, after = map(int, file.readline().split())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise StoreError(f"{folder / _FILE}: cannot be read: {error}; remove it, then run `depesche rebuild`") from error
        return Pending(folder, before, after)

    def pieces(self) -> Iterator[str]:
        """The updates in their order."""
        with (self.folder / _FILE).open(encoding="utf-8") as file:
            next(file)
            yield from map(json.loads, file)

    def done(self) -> None:
        """It has arrived, or is not wanted any more."""
        forget(self.folder)


def forget(folder: Path) -> None:
    """Nothing waits in the folder."""
    (folder / _FILE).unlink(missing_ok=True)
