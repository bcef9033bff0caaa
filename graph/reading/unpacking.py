"""Packed files (`.gz`, `.zst`) as the bytes within, never more of them than can be meant.

A stream is handed on piece by piece, so that a packed archive need not fit into memory. What swells beyond all measure
is a bomb and refused where it swells; a damaged archive is told with what came before it.
"""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ..errors import InputError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACKED = (".gz", ".zst")
# News as JSON lines shrinks to a third or a tenth, a file of equal lines to a hundredth; gzip cannot do better than 1:1032.
_MOST_SWELLING = 200
_HARMLESS = 64 * 1024 * 1024  # bytes; what small files unpack to does no harm, however well they were packed
_WINDOW = {int(zstd.DecompressionParameter.window_log_max): 27}  # 128 MB of memory for a .zst: what `zstd --long` packs with


def swells(unpacked: int, packed: int) -> bool:
    """Whether so many bytes are more than a text can have been packed into."""
    return unpacked > max(_HARMLESS, _MOST_SWELLING * packed)


class Unpacked(io.RawIOBase):
    """The bytes of a packed stream; InputError once they are too many for what was read of it, or where it is damaged.

    Damage first looks like the end, so that nothing before it is lost; whoever then reads on is told (`told_whole`).
    """

    def __init__(self, packed: BinaryIO, inside: gzip.GzipFile | zstd.ZstdFile, place: str) -> None:
        self._packed, self._inside, self._place, self._given = packed, inside, place, 0
        self._damage: InputError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed has any buffer here; a BufferedReader hands in this one
        if self._damage:
            raise self._damage
        try:
            data = self._inside.read1(len(buffer))  # what is there, so that it comes before the damage behind it
        except (EOFError, OSError, zlib.error, zstd.ZstdError) as error:
            self._damage = InputError(f"the packed file is damaged ({error}); pack or load it anew", file=self._place)
            return 0
        self._given += len(data)
        if swells(self._given, self._packed.tell()):
            raise InputError(
                f"unpacks to more than {_MOST_SWELLING} times its size, which no text does; unpack it yourself if you trust it",
                file=self._place,
            )
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked when its name says that it is packed. InputError when it is damaged, or a bomb."""
    with file.open("rb") as stream:
        yield unpacked(stream, file.suffix.lower(), str(file))


def unpacked(stream: BinaryIO, suffix: str, place: str) -> BinaryIO:
    """The bytes within a stream packed as `suffix` says; the stream itself for any other suffix."""
    if suffix == ".gz":
        return io.BufferedReader(Unpacked(stream, gzip.GzipFile(fileobj=stream), place))
    if suffix == ".zst":
        return io.BufferedReader(Unpacked(stream, zstd.ZstdFile(stream, options=_WINDOW), place))
    return stream


def whole(stream: BinaryIO, most: int, place: str) -> bytes:
    """All bytes of a stream. InputError when they are more than `most`."""
    data = bytearray()
    while piece := stream.read(most + 1 - len(data)):
        data += piece
        if len(data) > most:
            raise InputError(f"is larger than {most // 1_048_576} MB; cut it into parts", file=place)
    told_whole(stream)
    return bytes(data)


def told_whole(stream: BinaryIO) -> None:
    """To be called at a stream's end: InputError when it ended there because it is damaged."""
    stream.read(1)


def kind_of(file: Path) -> str:
    """The suffix that tells what a file holds, without that of the packing.

    >>> kind_of(Path("archive.JSONL.gz"))
    '.jsonl'
    """
    name = file.with_suffix("") if file.suffix.lower() in PACKED else file
    return name.suffix.lower()
