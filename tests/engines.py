"""Real SPARQL engines for the tests, served on this machine: Oxigraph's server from PyPI, Virtuoso where it is installed.

`depesche.localhost` is the base of every test's store, so an engine is emptied before a test has it.
"""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import urllib3

from graph.rdf.endpoint import Credentials, Endpoint, places
from graph.rdf.protocol import Client
from graph.rdf.remote import Remote, RemoteQuads
from graph.rdf.terms import DEFAULT_BASE
from graph.rdf.update import drops

USER, PASSWORD = "dba", "dba"  # of a fresh Virtuoso
CUT = 500  # solutions after which the test's Virtuoso cuts an answer, as it does after 10,000 when nobody says otherwise


@dataclass
class Server:
    """An engine at an address, with what starts it and what is then run once it answers.

    `digest` is where it wants to know who asks, if it does.
    """

    address: str
    command: Sequence[str]
    folder: Path
    digest: str | None = None
    then: Sequence[str] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + 60
        while not _answers(places(self.address)[0]):
            assert self.process.poll() is None and time.monotonic() < end, f"{self.command[0]} does not start"
            time.sleep(0.1)
        if self.then:
            subprocess.run(self.then, check=True, capture_output=True, timeout=60)

    def stop(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def endpoint(self, **more: object) -> Endpoint:
        """The engine as a client has it, less patient than users are."""
        told = {"seconds": 30.0, "tries": 3, **more}
        return Endpoint(self.address, *places(self.address), **told)  # type: ignore[arg-type]

    def engine(self, folder: Path, **more: object) -> Remote:
        return Remote(self.endpoint(**more), folder)

    def empty(self) -> None:
        """Take out all that tests of before left."""
        client = Client(self.endpoint())
        names = [name for name in RemoteQuads(Client(self.endpoint())).named_graphs() if name.value.startswith(DEFAULT_BASE)]
        if names:
            client.tell(" ;\n".join(drops(names)))  # type: ignore[arg-type]


def _answers(address: str) -> bool:
    try:
        return urllib3.request("GET", address, fields={"query": "ASK {}"}, retries=False, timeout=5).status == 200
    except urllib3.exceptions.HTTPError:
        return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.stop()


def oxigraph(folder: Path, *more: str, union: bool = True) -> Server:
    """Oxigraph's server over files in `folder`; `more` are options of its own."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    assert program, "the development environment holds Oxigraph's server"
    port = free_port()
    options = ["--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}", *(["--union-default-graph"] if union else [])]
    return Server(f"http://127.0.0.1:{port}", [program, "serve", *options, *more], folder)


def virtuoso(folder: Path) -> Server:
    """A Virtuoso with its data in `folder`, that grants what docs/remote.md says; skips where there is none."""
    program, shell = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if not program or not shell:
        pytest.skip("Virtuoso is not installed (Debian's virtuoso-opensource-7-bin)")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=sql, http=http, cut=CUT))
    address = f"http://127.0.0.1:{http}/sparql"
    command = [program, "+foreground", "+configfile", "virtuoso.ini"]
    grant = [shell, str(sql), USER, PASSWORD, 'exec=grant SPARQL_UPDATE to "SPARQL";']
    return Server(address, command, folder, digest=f"{address}-auth", then=grant)


def known(server: Server, folder: Path, password: str = PASSWORD) -> Remote:
    """The engine where it wants to know who asks, as its first user."""
    assert server.digest
    endpoint = server.endpoint(credentials=Credentials(USER, password))
    return Remote(Endpoint(server.digest, server.digest, server.digest, endpoint.credentials, seconds=30.0, tries=3), folder)


_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 20
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
MaxSortedTopRows = 1000000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = {cut}
"""
