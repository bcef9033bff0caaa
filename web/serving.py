"""The server that answers browsers: waitress over the application, on one address."""

from collections.abc import Callable

from waitress.server import create_server

from . import create_app
from .options import Options
from .source import Settings, UsageError

_THREADS = 8  # they wait for the query workers, of which there are fewer


def serve(settings: Settings, options: Options | None = None, announce: Callable[[str], None] = print) -> None:
    """Serve until interrupted; `announce` is told the address once it can be opened. UsageError when it is taken."""
    app = create_app(settings, options)
    try:
        try:
            server = create_server(app, host=settings.host, port=settings.port, threads=_THREADS, ident=None)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"cannot listen on {settings.host}:{settings.port}: {reason}; --port names another") from None
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        announce(f"http://{host}:{server.effective_port}/")
        server.run()
    finally:
        app.extensions["depesche"].close()
