"""The two small files of a store's folder: `meta.json` says what it is, `REVISION` how often it was changed.

Both are replaced by an atomic rename, so that a reader sees the old or the new one and never half of it.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import StoreError

FORMAT = 6  # raised whenever a store of the format before cannot be used as it is
_META, _REVISION = "meta.json", "REVISION"
_DRAFT = ".new"  # what a file is called until it takes its place


@dataclass(frozen=True, slots=True)
class Meta:
    """What a store is: the version of its layout, the base of all its addresses, and the engine that keeps its quads.

    `engine` is the address of one; None for the store's own folder.
    """

    format: int
    base: str
    engine: str | None = None


_ANYWHERE = ""  # no address of an engine


def read_meta(folder: Path, *, older: bool = False, at: str | None = _ANYWHERE) -> Meta:
    """The store's meta data. StoreError with the remedy when there is no store, or one of another format.

    Nor is a store opened that does not keep its quads `at` the engine that is asked for (None: in its own folder). With
    `older`, formats before this one and other engines are let through: they can be rebuilt and not otherwise used.
    """
    file = folder / _META
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        meta = Meta(int(data["format"]), str(data["base"]), data.get("engine"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(f"{folder}: there is no store here; `depesche add` or `depesche demo` makes one") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{file}: cannot be read: {error}; restore it from a backup") from error
    if meta.format > FORMAT or (meta.format < FORMAT and not older):
        raise StoreError(f"{folder}: the store is of format {meta.format}, this version reads format {FORMAT}; {_remedy(meta)}")
    if at not in (_ANYWHERE, meta.engine) and not older:
        raise StoreError(f"{folder}: {_elsewhere(meta)}; `depesche rebuild` moves them")
    return meta


def write_meta(folder: Path, meta: Meta) -> None:
    """Say what the store in `folder` is."""
    told = {name: value for name, value in asdict(meta).items() if value is not None}
    _replace(folder / _META, json.dumps(told, indent=2) + "\n")


def is_free(folder: Path) -> bool:
    """Whether a store may be made in `folder`: it is not there, is empty, or a crash cut the making of one off at once."""
    return not folder.exists() or {each.name for each in folder.iterdir()} <= {_META + _DRAFT}


def read_revision(folder: Path) -> int:
    """How often the store was changed, as the last writer mirrored it; 0 for a store never mirrored."""
    try:
        return int((folder / _REVISION).read_text(encoding="ascii"))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder / _REVISION}: cannot be read: {error}; any writing command mends it") from error


def write_revision(folder: Path, revision: int) -> None:
    """Mirror the revision for readers."""
    _replace(folder / _REVISION, f"{revision}\n")


def _elsewhere(meta: Meta) -> str:
    if meta.engine is None:
        return "the store keeps its quads in this folder; use it with --store and without --state"
    return f"the store keeps its quads at {meta.engine}; use it with --store {meta.engine} and --state"


def _remedy(meta: Meta) -> str:
    return "update Depesche" if meta.format > FORMAT else "run `depesche rebuild`"


def _replace(file: Path, content: str) -> None:
    draft = file.with_name(file.name + _DRAFT)
    with draft.open("w", encoding="utf-8") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
