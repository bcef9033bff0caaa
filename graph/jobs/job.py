"""What a job is: something to read, then something to store; the words of the queue."""

from dataclasses import dataclass
from enum import StrEnum

from ..model import Reading


class Means(StrEnum):
    """How an article was given."""

    TEXT = "text"
    FILE = "file"
    ADDRESS = "address"


class Step(StrEnum):
    """What is done for a job; between the two somebody looks at what was read."""

    READ = "read"
    STORE = "store"


class State(StrEnum):
    """How far a step has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Fault(StrEnum):
    """Why something failed, as far as whoever gave the job can do something about it."""

    UNREADABLE = "unreadable"  # the text, file or page is none that can be read
    REFUSED = "refused"  # the address cannot be fetched from, or not by us
    BUSY = "busy"  # somebody else writes to the store
    LOST = "lost"  # the process that worked on it ended each time
    BROKEN = "broken"  # anything else: the store, this program


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody wants read: words, a file's bytes, or an address in `name`. `about` says what the file may not say:
    `title`, `outlet`, `published`, `language`."""

    means: Means
    name: str
    about: tuple[tuple[str, str], ...] = ()
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong: its kind, and the one English sentence that names the thing."""

    fault: Fault
    detail: str


@dataclass(frozen=True, slots=True)
class Job:
    """One job. `read` articles of about `expected` are done (None: nobody knows), `claims` were found in them; `stored` of
    them are in the store. `waiting` says for whom one waits; `cut` that there was more than is read at a time."""

    number: int
    step: Step
    state: State
    means: Means
    name: str
    read: int
    claims: int
    stored: int
    expected: int | None
    waiting: str | None
    cut: bool
    failure: Failure | None

    @property
    def finished(self) -> bool:
        """Whether nothing more happens by itself."""
        return self.state in (State.DONE, State.FAILED)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article: its reading or why there is none; once stored, whether it is new there (`outcome`)."""

    position: int
    reading: Reading | None
    failure: Failure | None
    outcome: str | None
