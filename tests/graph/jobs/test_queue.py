"""The queue: first come, first served; bounded; what a worker that is gone left behind is begun anew, but not for ever."""

from pathlib import Path

import pytest

from graph.errors import InputError, NotFoundError, TooManyJobsError, UsageError
from graph.jobs.job import Fault, State, Step
from graph.jobs.queue import KEPT, MOST_WAITING, TRIES, Queue
from tests.factory import reading

from .making import text


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    return Queue(tmp_path / "jobs.sqlite")


def taken(queue: Queue) -> int | None:
    job = queue.take()
    return job.number if job else None


def test_jobs_are_taken_in_the_order_in_which_they_were_given(queue: Queue) -> None:
    given = [queue.add(text()) for _ in range(3)]
    assert [taken(queue) for _ in range(4)] == [*given, None]


def test_what_is_offered_comes_out_as_it_went_in(queue: Queue) -> None:
    offer = text("Zeile\nmit ß und „Zeichen“")
    assert queue.offer(queue.add(offer)) == offer


def test_no_more_wait_than_may(queue: Queue) -> None:
    for _ in range(MOST_WAITING):
        queue.add(text())
    with pytest.raises(TooManyJobsError, match="10 jobs are waiting"):
        queue.add(text())
    queue.discard(1)
    assert queue.add(text()) == MOST_WAITING + 1


def test_of_those_that_are_done_the_newest_are_kept(queue: Queue) -> None:
    for _ in range(KEPT + 3):
        number = queue.add(text())
        queue.take()
        queue.put(number, 0, reading())
        queue.done(number)
    kept = [job.number for job in queue.recent()]
    assert kept == list(range(KEPT + 3, 3, -1))
    assert queue.results(3) == ()
    with pytest.raises(NotFoundError):
        queue.job(3)


def test_a_number_is_never_given_twice(queue: Queue) -> None:
    first = queue.add(text())
    queue.discard(first)
    assert queue.add(text()) == first + 1


def test_what_a_worker_left_is_begun_anew_and_given_up_at_last(queue: Queue) -> None:
    number = queue.add(text())
    for _ in range(TRIES):
        queue.requeue()
        assert taken(queue) == number
        queue.put(number, 0, reading())  # then it is killed
    queue.requeue()
    job = queue.job(number)
    assert job.state is State.FAILED and job.failure is not None and job.failure.fault is Fault.LOST
    assert taken(queue) is None


def test_a_job_begun_anew_begins_with_nothing(queue: Queue) -> None:
    number = queue.add(text())
    queue.take()
    queue.put(number, 0, reading())
    queue.requeue()
    queue.take()
    assert queue.results(number) == ()
    queue.put(number, 0, reading())


def test_what_was_read_comes_back_whole_and_what_was_given_is_let_go(queue: Queue) -> None:
    number = queue.add(text())
    queue.take()
    queue.put(number, 0, reading())
    queue.put(number, 1, InputError("the text is empty", file="b.txt"))
    queue.done(number)
    first, second = queue.results(number)
    assert first.reading == reading()
    assert second.failure is not None and second.failure.detail == "b.txt: the text is empty"
    job = queue.job(number)
    assert (job.step, job.state, job.read, job.claims) == (Step.READ, State.DONE, 2, len(reading().claims))
    assert queue.offer(number).content == b""


def test_only_what_was_read_can_be_stored_and_only_once_at_a_time(queue: Queue) -> None:
    number = queue.add(text())
    with pytest.raises(UsageError, match="nothing to store"):
        queue.store(number)
    queue.take()
    queue.put(number, 0, reading())
    queue.done(number)
    queue.store(number)
    for refused in (queue.store, queue.discard):
        with pytest.raises(UsageError):
            refused(number)
    assert queue.take() is not None


def test_a_discarded_job_is_gone_with_all_that_was_read(queue: Queue) -> None:
    number = queue.add(text())
    queue.take()
    queue.put(number, 0, reading())
    queue.discard(number)
    assert queue.recent() == () and queue.results(number) == ()
    with pytest.raises(NotFoundError):
        queue.put(number, 1, reading())
