"""The server that answers browsers: waitress over the application, on one address."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from flask import Flask
from waitress.server import create_server

from . import create_app
from .options import Options
from .source import DepescheError, Settings, UsageError
from .visit import visit

_THREADS = 8  # they wait for the query workers, of which there are fewer


def serve(settings: Settings, options: Options | None = None, announce: Callable[[str], None] = print) -> None:
    """Serve until interrupted; `announce` is told the address once it can be opened. UsageError when it is taken."""
    with _listening(settings.host, settings.port) as listener:
        app = create_app(settings, options)
        try:
            server = create_server(app, sockets=[listener], threads=_THREADS, ident=None)
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            Thread(target=_ahead, args=(app,), daemon=True).start()
            announce(f"http://{host}:{listener.getsockname()[1]}/")
            server.run()
        finally:
            app.extensions["depesche"].close()


def _ahead(app: Flask) -> None:
    """Works out what whoever comes first will ask for: the explorer's first graph. What fails is said when it is asked for."""
    with app.test_request_context("/explore"), suppress(DepescheError):
        visit().network(())
        visit().counts()


def _listening(host: str, port: int) -> socket.socket:
    """A socket on the address, ours before anything else is started."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or error  # names: below 0
        raise UsageError(f"cannot listen on {host}:{port}: {reason}; --host and --port name others") from None
