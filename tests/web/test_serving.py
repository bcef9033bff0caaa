"""The server itself: it says where it is, answers there, and leaves nothing running behind."""

import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from graph.errors import UsageError
from graph.settings import Settings
from web import serving

_ROOT = Path(__file__).parents[2]
_SERVE = """
import sys
from pathlib import Path
from graph.settings import Settings
from web.serving import serve
serve(Settings(store=Path(sys.argv[1]), port=0), announce=lambda address: print(address, flush=True))
"""


def test_a_server_announces_its_address_and_answers(store: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _SERVE, str(store)], stdout=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:")
            with urlopen(f"{address}sparql?query=ASK%7B%7D", timeout=10) as answer:
                assert answer.status == 200 and b"true" in answer.read()
            with urlopen(Request(f"{address}healthz", headers={"Accept": "text/html"}), timeout=10) as answer:
                assert b"ok" in answer.read()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=10)


def test_an_address_that_is_taken_is_named(store: Path) -> None:
    with pytest.raises(UsageError, match=r"192\.0\.2\.1"):  # kept for documentation: no machine has it
        serving.serve(Settings(store=store, host="192.0.2.1", port=1), announce=lambda address: None)
