"""Reading on a Dask cluster: a scheduler and workers on any machines, each with the same Depesche installed.

Dask is optional, so it is imported when a cluster is asked for. Its scheduler runs what it is sent and asks nobody who
he is: a cluster belongs on a network of its own.
"""

import logging
import threading
from asyncio import CancelledError
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from ..errors import DepescheError, InputError, UsageError, WorkerError
from ..model import Article
from .readers import Load, Pending, Read, Reader, agreed, attempt, named
from .spawned import AHEAD

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 10  # seconds: a scheduler answers in one, also when it is busy; a worker that died is replaced in five
_ONE_AT_A_TIME = threading.Lock()  # a worker's threads share its reader, whose reading holds the interpreter anyway


class Cluster:
    """Reads on the cluster of `client`, each worker with the reader that `load` gives there; made by `cluster`."""

    def __init__(self, client: "Client", load: Load, version: str, address: str) -> None:
        self.client, self.address = client, address
        self._load, self._version = load, version
        self.ahead = AHEAD * _workers(client, address)

    def submit(self, article: Article) -> Pending:
        with _told(self.address):
            # Not pure: Dask would take equal articles for one task, and its result is let go of once it was taken.
            future = self.client.submit(_read, self._load, self._version, article, pure=False)
        return _Remote(future, article, self)


class _Remote:
    """An article on its way through the cluster."""

    def __init__(self, future: "Future", article: Article, cluster: Cluster) -> None:
        self.done: Callable[[], bool] = future.done
        self._future, self._article, self._cluster = future, article, cluster

    def result(self) -> Read:
        from distributed.scheduler import KilledWorker

        try:
            with _told(self._cluster.address, KilledWorker):
                return self._awaited()
        except KilledWorker:  # Dask itself tries on other workers first
            return InputError(f"{named(self._article)}: every worker that read it died; add it again to try once more")

    def _awaited(self) -> Read:
        """What came of it. WorkerError when no worker is left, and none has come in its stead since it was last asked."""
        lonely = False
        while True:
            try:
                found: Read = self._future.result(PATIENCE)
                return found
            except TimeoutError:
                alone = not self._cluster.client.nthreads()
                if alone and lonely:
                    raise WorkerError(f"{self._cluster.address}: all workers of the cluster are gone") from None
                lonely = alone


@contextmanager
def cluster(address: str, load: Load, version: str) -> Iterator[Cluster]:
    """Readers on the cluster whose scheduler is at `address`; what is not read by the end of the block is dropped.

    UsageError when Dask is not installed or `address` is none; WorkerError when nobody answers there, when the scheduler
    has no workers, and when one of them reads differently.
    """
    with _connected(address) as client:
        yield Cluster(client, load, version, address)


@contextmanager
def _connected(address: str) -> Iterator["Client"]:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("reading on a cluster needs Dask; install it with: pip install 'depesche[dask]'") from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it is said in our own words
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False, name="depesche")
    except OSError:  # also TimeoutError
        raise WorkerError(f"{address}: no Dask scheduler answers there; start one with `dask scheduler`") from None
    except (ValueError, TypeError) as error:
        raise UsageError(f"{address}: is no address of a Dask scheduler, as in tcp://10.0.0.5:8786: {error}") from None
    try:
        yield client
    finally:
        client.close()


def _workers(client: "Client", address: str) -> int:
    """How many articles the cluster reads at once."""
    with _told(address):
        found: int = sum(client.nthreads().values())
    if not found:
        raise WorkerError(f"{address}: the scheduler has no workers; start some with `dask worker {address}`")
    return found


@contextmanager
def _told(address: str, *passed: type[Exception]) -> Iterator[None]:
    """Whatever Dask raises, in our words; errors of our own and those `passed` go through."""
    try:
        yield
    except DepescheError:
        raise
    except (Exception, CancelledError) as error:  # that of asyncio, which is no Exception, tells of a lost scheduler
        if isinstance(error, passed):
            raise
        what = " ".join(str(error).split())
        raise WorkerError(f"{address}: the cluster failed: {type(error).__name__}: {what}") from error


def _read(load: Load, version: str, article: Article) -> Read:
    """A worker's part. WorkerError when its reader is of another version."""
    with _ONE_AT_A_TIME:
        reader = _loaded(load)
        agreed(reader.version, version, "a worker of the cluster")
        return attempt(reader, article)


@cache
def _loaded(load: Load) -> Reader:
    return load()
