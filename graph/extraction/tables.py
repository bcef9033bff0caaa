"""The gazetteer's files as rows: CSV with a header, several things in one cell parted by "|"."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ..errors import DataFileError


def read(file: Path) -> bytes:
    """All of a file; DataFileError if it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise DataFileError(f"cannot be read: {error.strerror}", file=file) from error


def rows_of(file: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a file's text, each with its line; DataFileError where it is no table."""
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        for record in reader:
            if None in record or None in record.values():
                raise DataFileError("not as many fields as the header has", file=file, line=reader.line_num)
            yield reader.line_num, record
    except csv.Error as error:
        raise DataFileError(f"not CSV: {error}", file=file, line=reader.line_num) from error


def several(cell: str) -> list[str]:
    """The parts of a cell that holds several."""
    return [part.strip() for part in cell.split("|") if part.strip()]
