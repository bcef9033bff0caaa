"""The worker process of a server: there when it is wanted, replaced when it is gone, ended with the server."""

import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from graph.errors import StoreError
from graph.jobs.hands import Hands
from graph.processes import Worker, end_with, start


def idle(descriptor: int) -> None:
    """Waits until the other end is gone."""
    end_with(descriptor)
    time.sleep(3600)


def listening(descriptor: int) -> None:
    """Ends with the first thing that it is told."""
    Connection(descriptor).recv()


class Hired(list[Worker]):
    """The workers that were hired, in their order."""

    def __call__(self) -> Worker:
        self.append(start(idle))
        return self[-1]


@pytest.fixture
def hired() -> Iterator[Hired]:
    hired = Hired()
    yield hired
    for worker in hired:
        worker.end()


def test_nobody_is_hired_before_there_is_something_to_do(hired: Hired) -> None:
    hands = Hands(hired)
    assert not hired
    hands.wake()
    hands.watch()
    hands.wake()
    assert len(hired) == 1
    hands.close()
    assert hired[0].process.poll() is not None


def test_one_that_died_is_replaced_when_somebody_looks(hired: Hired) -> None:
    hands = Hands(hired)
    hands.wake()
    hired[0].process.kill()
    hired[0].process.wait()
    hands.watch()
    assert len(hired) == 2 and hired[1].process.poll() is None
    hands.close()


def test_one_that_is_dismissed_ends_at_once(hired: Hired) -> None:
    hands = Hands(hired)
    hands.wake()
    hands.dismiss()
    assert hired[0].process.poll() is not None
    hands.dismiss()
    hands.close()


def test_after_the_end_nobody_is_hired(hired: Hired) -> None:
    hands = Hands(hired)
    hands.close()
    with pytest.raises(StoreError):
        hands.watch()
    assert not hired


def test_a_worker_ends_by_itself_when_its_server_is_gone(hired: Hired) -> None:
    worker = hired()
    worker.link.close()
    assert worker.process.wait(timeout=30) == 1


def test_a_worker_that_is_woken_hears_it() -> None:
    hands = Hands(lambda: started)
    started = start(listening)
    hands.wake()  # hired
    hands.wake()  # told
    assert started.process.wait(timeout=30) == 0
    hands.close()
