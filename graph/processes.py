"""Fresh interpreters that work for this program and talk with it through a pipe.

Never a fork: a process that has a store open cannot be forked (the child hangs), and nothing of the program that
starts them, not even its main module, is needed to work. They end when the pipe closes, so also when whoever started
them is killed.
"""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

_START = "import sys; sys.path[:] = {path!r}; from {module} import {function}; {function}({descriptor})"


@dataclass(frozen=True, slots=True, eq=False)
class Worker:
    """A running interpreter and our end of the pipe to it."""

    process: subprocess.Popen[bytes]
    link: "Connection[Any, Any]"

    def kill(self) -> None:
        """Let it work no more; whoever waits for its answer gets EOFError."""
        self.process.kill()

    def end(self) -> None:
        """Kill it, if it lives, and leave nothing of it behind."""
        self.link.close()
        self.process.kill()
        self.process.wait()

    def fate(self) -> str:
        """How it ended, once its end of the pipe is closed: “was killed by SIGKILL”."""
        code = self.process.wait()
        return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"


def start(work: Callable[[int], None], *lent: int) -> Worker:
    """A fresh interpreter that runs `work`, a function of a module, on the descriptor of its end of the pipe; descriptors that
    are `lent` are open there too, under the same numbers."""
    ours, theirs = Pipe()
    descriptor = theirs.fileno()
    code = _START.format(path=sys.path, module=work.__module__, function=work.__name__, descriptor=descriptor)
    # A group of its own: Ctrl-C in a terminal reaches the starting program alone, which then ends its workers.
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.DEVNULL, pass_fds=[descriptor, *lent], process_group=0
    )
    theirs.close()
    return Worker(process, ours)


def end_with(descriptor: int) -> None:
    """In a worker: end at once when the other end of its pipe is gone, also in the middle of something long."""

    def watch() -> None:
        poll = select.poll()
        poll.register(descriptor, 0)  # no event but the other end's closing
        poll.poll()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
