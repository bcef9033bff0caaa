"""A job of the queue as a page shows it."""

from . import shaping, urls
from .adding_model import FailureRow, JobPage, JobRow, ReadArticle
from .page_models import SentenceRow
from .source import Failure, Job, Reading, Result, SentenceView, State, Step, article_view, parties_of, pieces, sentences_of
from .visit import Visit

_ARTICLES = 5  # on one page
_PARTIES = 30  # in the explorer: what can still be looked at

_STATES = {
    (Step.READ, State.RUNNING): "reading",
    (Step.READ, State.DONE): "read",
    (Step.STORE, State.RUNNING): "storing",
    (Step.STORE, State.DONE): "stored",
}


def state_of(job: Job) -> str:
    """How far a job is, in a word of the messages."""
    return _STATES.get((job.step, job.state), "failed" if job.state is State.FAILED else "queued")


def row(job: Job) -> JobRow:
    return JobRow(job.number, job.name, job.means.value, state_of(job))


def job_page(here: Visit, job: Job, at: int) -> JobPage:
    """A job with the articles of one page; none of them while something is done with them."""
    shown = job.finished and (job.step is Step.STORE or job.state is State.DONE)
    results = here.source.jobs.results(job.number) if shown else ()
    stored = job.step is Step.STORE and job.state is State.DONE
    paging = urls.paging(at, _ARTICLES, len(results))
    articles = [_article(here, each, stored) for each in results[(at - 1) * _ARTICLES : at * _ARTICLES]]
    readings = [each.reading for each in results if each.reading]
    return JobPage(
        job=row(job),
        read=job.read,
        expected=job.expected,
        claims=job.claims,
        waiting=job.waiting,
        cut=job.cut,
        finished=job.finished,
        failure=_failure(job.failure),
        storable=len(readings),
        articles=articles,
        paging=paging,
        explore=_explore(readings) if stored else None,
    )


def _article(here: Visit, result: Result, stored: bool) -> ReadArticle:
    reading, failure = result.reading, _failure(result.failure)
    if reading is None:
        return ReadArticle(result.position, None, [], 0, failure, None, False)
    known = here.source.has(reading.article)
    view = article_view(reading.article, stored=stored and failure is None)
    return ReadArticle(
        position=result.position,
        article=shaping.article(view),
        sentences=[_sentence(here, each) for each in sentences_of(reading)] if not stored else [],
        claims=len(reading.claims),
        failure=failure,
        outcome=result.outcome,
        known=known,
    )


def _sentence(here: Visit, view: SentenceView) -> SentenceRow:
    claims = [shaping.claim(each, here.words) for each in view.claims]
    return SentenceRow(view.index, shaping.marked(pieces(view.text, view.start, ())), claims, view.gap, view.paragraph)


def _failure(found: Failure | None) -> FailureRow | None:
    return FailureRow(found.fault.value, found.detail) if found else None


def _explore(readings: list[Reading]) -> str | None:
    keys = parties_of(readings, _PARTIES)
    return urls.at("/explore", entities=",".join(keys)).replace("%2C", ",") if keys else None
