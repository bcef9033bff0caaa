"""Everything that can go wrong, as one tree.

DepescheError
├── UsageError            the caller asked for something that makes no sense            exit 2, HTTP 400
├── SettingsError         a setting is unknown or has a wrong value                     exit 2
├── DataFileError         a data file of ours or of the user's is malformed             exit 2
├── InputError            an article cannot be read: missing, not text, broken, empty   exit 1
│   └── FetchError        a page cannot be had: refused, not found, too large, too slow   exit 1
├── StoreError            the store cannot be opened, is of another format, is damaged  exit 2, HTTP 503
│   └── StoreBusyError    another process is writing                                    exit 2, HTTP 503
├── WorkerError           processes or a cluster to read on cannot be had or are lost   exit 2
├── NotFoundError         there is no such thing in the store                           exit 1, HTTP 404
│   └── LinkUnknownError  no view is kept under this link                               exit 1, HTTP 404
├── WritingRefused        whoever asks may not write, or not from where they are        exit 2, HTTP 403
├── TooManyJobsError      as many jobs are waiting as may wait                          exit 1, HTTP 503
└── QueryError            a query cannot be answered
    ├── QuerySyntaxError  it is not SPARQL; line and column are given                   exit 2, HTTP 400
    ├── QueryRefused      it asks for something that is not allowed (update, SERVICE)   exit 2, HTTP 403
    ├── QueryTooLong      it is longer than the limit                                   exit 2, HTTP 413
    ├── QueryTimeout      the deadline passed                                           exit 1, HTTP 503
    └── QueryTooLarge     the memory limit was reached                                  exit 1, HTTP 503

A message is one sentence that names the thing (file and line where there is one) and, if we know it, the remedy.
Foreign exceptions are translated where they enter.
"""

from pathlib import Path


class DepescheError(Exception):
    """The root of all errors that users are meant to see; `exit_code` and `status` say how shells and browsers do."""

    exit_code = 2
    status = 500


class UsageError(DepescheError):
    status = 400


class SettingsError(DepescheError):
    pass


class _FileError(DepescheError):
    """An error at a place in a file, told as `file:line: what`."""

    def __init__(self, what: str, *, file: Path | str | None = None, line: int | None = None) -> None:
        place = "" if file is None else f"{file}:{line}: " if line is not None else f"{file}: "
        super().__init__(place + what)
        self.file, self.line = file, line


class DataFileError(_FileError):
    pass


class InputError(_FileError):
    exit_code = 1
    status = 400


class FetchError(InputError):
    pass


class StoreError(DepescheError):
    status = 503


class StoreBusyError(StoreError):
    pass


class WorkerError(DepescheError):
    pass


class NotFoundError(DepescheError):
    exit_code = 1
    status = 404


class LinkUnknownError(NotFoundError):
    pass


class WritingRefused(DepescheError):
    """`reason` is the code by which a page says it in the reader's language."""

    status = 403

    def __init__(self, what: str, *, reason: str) -> None:
        super().__init__(what)
        self.reason = reason


class TooManyJobsError(DepescheError):
    exit_code = 1
    status = 503


class QueryError(DepescheError):
    status = 400


class QuerySyntaxError(QueryError):
    """`line` and `column` count from 1, where the parser told them."""

    def __init__(self, what: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(what)
        self.line, self.column = line, column


class QueryRefused(QueryError):
    status = 403


class QueryTooLong(QueryError):
    status = 413


class QueryTimeout(QueryError):
    exit_code = 1
    status = 503


class QueryTooLarge(QueryError):
    exit_code = 1
    status = 503
