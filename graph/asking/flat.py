"""A reply as a file: a list of flat JSON objects, CSV, or TSV."""

import csv
import io
import json

from ..errors import UsageError
from .answering import Reply

FORMATS = ("json", "csv", "tsv")


def write(reply: Reply, form: str) -> bytes:
    """The reply as one of FORMATS. UsageError for another."""
    if form == "json":
        return _json(reply)
    if form in ("csv", "tsv"):
        return _table(reply, "," if form == "csv" else "\t")
    raise UsageError(f"the answer to a named question is written as {', '.join(FORMATS)}, not as {form}")


def _json(reply: Reply) -> bytes:
    """One object a line, so that a difference between two answers shows row by row."""
    rows = (json.dumps(dict(zip(reply.columns, row, strict=True)), ensure_ascii=False) for row in reply.rows)
    return ("[" + ",".join(f"\n{row}" for row in rows) + "\n]\n").encode()


def _table(reply: Reply, delimiter: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(reply.columns)
    writer.writerows(["" if value is None else _word(value) for value in row] for row in reply.rows)
    return stream.getvalue().encode()


def _word(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
