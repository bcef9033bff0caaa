"""An engine that says what a test puts in its mouth, and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from graph.rdf.endpoint import Endpoint
from graph.rdf.protocol import SOLUTIONS
from tests.hosts import Says

NOTHING = Says(b'{"head": {"vars": []}, "results": {"bindings": []}}', SOLUTIONS)
Answer = Says | Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Told:
    """One request as it arrived."""

    path: str
    form: list[tuple[str, str]]
    authorization: str | None


@dataclass
class Speaking:
    """Gives its `answers` one after the other, the last one for ever."""

    answers: list[Answer]
    told: list[Told] = field(default_factory=list)
    port: int = 0

    def endpoint(self, **more: object) -> Endpoint:
        address = f"http://127.0.0.1:{self.port}"
        return Endpoint(address, f"{address}/query", f"{address}/update", **{"seconds": 5.0, "tries": 3, **more})  # type: ignore[arg-type]

    def next(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def speaking(*answers: Answer) -> Iterator[Speaking]:
    """An engine that answers while the block runs, on a port of its own."""
    engine = Speaking(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            engine.told.append(Told(self.path, parse_qsl(body), self.headers.get("Authorization")))
            says = engine.next()
            if callable(says):
                says(self)
                return
            self.send_response(says.status)
            for name, value in {"Content-Type": says.kind, "Content-Length": str(len(says.body)), **says.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(says.body)

        def handle(self) -> None:
            with suppress(OSError):  # who asked has hung up, which some of the tests are about
                super().handle()

        def finish(self) -> None:
            with suppress(OSError):
                super().finish()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    engine.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield engine
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
