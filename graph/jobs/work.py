"""The worker: takes jobs in their order and does them, one at a time; the only place that loads the reader for a browser.

Reading keeps records in the queue and touches no store; storing writes these very records, not another reading.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ..errors import DepescheError, InputError, NotFoundError
from ..model import Article
from ..parallel.readers import Reader, attempt
from ..pipeline import keep
from ..rdf.lock import Holder
from ..rdf.store import Store
from ..reading import Described, article_of, read_sources, read_stream
from ..reading.visiting import Visitor
from .job import Failure, Fault, Job, Means, Offer, Step
from .queue import Queue, failure_of

MOST_ARTICLES = 50  # of one job: more than anybody reads through in a browser
PATIENCE = 60.0  # seconds that a job waits for others that write, who let go after each batch of two seconds
PURPOSE = "depesche work"


@dataclass
class Workshop:
    """What jobs are done with, each made when it is first needed; `load` gives the reader, `opened` the store."""

    queue: Queue
    load: Callable[[], Reader]
    opened: Callable[[], Store]
    visiting: Callable[[], Visitor]
    patience: float = PATIENCE

    @cached_property
    def _reader(self) -> Reader:
        return self.load()

    def work(self, more: Callable[[], bool]) -> None:
        """Do all jobs that wait, and again whenever `more` gives True; to be called by whoever holds the workers' lock."""
        self.queue.requeue()
        while True:
            while (job := self.queue.take()) is not None:
                self.do(job)
            if not more():
                return

    def do(self, job: Job) -> None:
        """Do a job's step; what goes wrong with it is kept with it."""
        try:
            if job.step is Step.READ:
                self._read(job)
            else:
                self._store(job)
        except NotFoundError:
            return  # discarded meanwhile
        except DepescheError as error:
            self.queue.fail(job.number, failure_of(error))
        except Exception as error:  # of a library, or a mistake of ours: the next job must not suffer from it
            self.queue.fail(job.number, Failure(Fault.BROKEN, f"{type(error).__name__}: {error}"))

    def _read(self, job: Job) -> None:
        offer = self.queue.offer(job.number)
        self.queue.expect(job.number, None if offer.means is Means.ADDRESS else _expected(offer), self._reader.version)
        first: InputError | None = None
        readings, cut = 0, False
        for position, found in enumerate(islice(self._articles(offer), MOST_ARTICLES + 1)):
            if cut := position == MOST_ARTICLES:
                break
            read = found if isinstance(found, InputError) else attempt(self._reader, found)
            first = first or (read if isinstance(read, InputError) else None)
            readings += not isinstance(read, InputError)
            self.queue.put(job.number, position, read)
        if not readings:
            raise first or InputError("holds no article", file=offer.name)
        self.queue.done(job.number, cut=cut)

    def _articles(self, offer: Offer) -> Iterator[Article | InputError]:
        """What is offered, as articles."""
        if offer.means is Means.ADDRESS:
            yield from read_sources((offer.name,), self.visiting(), _silent)
        elif offer.means is Means.FILE:
            yield from read_stream(io.BytesIO(offer.content), offer.name, told=dict(offer.about))
        else:
            yield article_of(Described({**dict(offer.about), "text": offer.content.decode()}, offer.name))

    def _store(self, job: Job) -> None:
        read = [each for each in self.queue.results(job.number) if each.reading]
        readings = (each.reading for each in read if each.reading)

        def waiting(holder: Holder | None) -> None:
            self.queue.wait(job.number, str(holder or "another process"))

        kept = keep(readings, self.queue.reader(job.number), self.opened(), purpose=PURPOSE, wait=self.patience, waiting=waiting)
        for each, outcome in zip(read, kept, strict=True):
            self.queue.told(job.number, each.position, outcome)
        self.queue.done(job.number)


def _expected(offer: Offer) -> int:
    """About how many articles are offered, told without reading them."""
    if offer.name.lower().endswith(".jsonl"):
        return min(MOST_ARTICLES, sum(1 for line in offer.content.splitlines() if line.strip()))
    return 1


def _silent(_: str) -> None:
    pass
