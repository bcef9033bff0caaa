"""One writer at a time, and the others know for whom they wait."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from graph.errors import StoreBusyError, StoreError
from graph.rdf.lock import Holder, holder, locked

HOLD = """
import sys, time
from pathlib import Path
from graph.rdf.lock import locked
with locked(Path(sys.argv[1]), "depesche add"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "LOCK"


def test_the_second_is_told_who_writes(file: Path) -> None:
    told = rf"“depesche add” \(process {os.getpid()}\)"
    with locked(file, "depesche add"), pytest.raises(StoreBusyError, match=told), locked(file, "depesche rebuild", wait=0):
        pass


def test_the_second_gets_its_turn(file: Path) -> None:
    waited_for: list[Holder | None] = []
    turn = threading.Event()

    def second() -> None:
        with locked(file, "second", wait=10, waiting=waited_for.append):
            turn.set()

    thread = threading.Thread(target=second)
    with locked(file, "first"):
        thread.start()
        assert not turn.wait(0.15)
    thread.join(10)
    assert turn.is_set()
    assert waited_for == [Holder(os.getpid(), "first")]


def test_the_lock_dies_with_its_process(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(file)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout and child.stdout.readline() == "held\n"
        with pytest.raises(StoreBusyError, match=f"process {child.pid}"), locked(file, "me", wait=0):
            pass
        child.send_signal(signal.SIGKILL)
    with locked(file, "me", wait=5):
        assert holder(file) == Holder(os.getpid(), "me")


def test_an_error_inside_lets_go(file: Path) -> None:
    with pytest.raises(RuntimeError), locked(file, "first"):
        raise RuntimeError
    with locked(file, "second", wait=0):
        pass


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"), locked(tmp_path / "missing" / "LOCK", "me"):
        pass
