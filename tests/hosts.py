"""A web host on this machine for the tests that fetch: what it answers is a table, what it was asked is a list."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Says:
    """One answer."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    headers: Mapping[str, str]


@dataclass
class Host:
    """Answers what `pages` says for a path; a function gets the request and may write what it likes. Else 404."""

    pages: dict[str, Says | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]


@contextmanager
def host(
    pages: Mapping[str, Says | Callable[[BaseHTTPRequestHandler], None]], tls: ssl.SSLContext | None = None
) -> Iterator[Host]:
    """A host that answers while the block runs, on a port of its own."""
    running = Host(dict(pages))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            running.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
            says = running.pages.get(self.path, Says(status=404))
            if callable(says):
                says(self)
                return
            known = says.headers.get("ETag")
            status = 304 if known and self.headers.get("If-None-Match") == known else says.status
            self.send_response(status)
            for name, value in {"Content-Type": says.kind, "Content-Length": str(len(says.body)), **says.headers}.items():
                if status != 304 or name not in ("Content-Type", "Content-Length"):
                    self.send_header(name, value)
            self.end_headers()
            if status != 304:
                self.wfile.write(says.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

        def handle(self) -> None:
            with suppress(OSError):  # who asked has hung up, which some of the tests are about
                super().handle()

        def finish(self) -> None:
            with suppress(OSError):
                super().finish()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        running.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            server.shutdown()
            thread.join(10)
