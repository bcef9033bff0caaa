"""Where a remote engine is asked and told, how patiently, and as whom. Values only: nothing is sent from here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..errors import SettingsError
from ..settings import Settings

USER, PASSWORD, TOKEN = "DEPESCHE_ENGINE_USER", "DEPESCHE_ENGINE_PASSWORD", "DEPESCHE_ENGINE_TOKEN"


@dataclass(frozen=True, slots=True)
class Credentials:
    """As whom one speaks to an engine: a user with a password, or the bearer of a token, or nobody. Never shown."""

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    @staticmethod
    def read(environ: Mapping[str, str]) -> "Credentials":
        """Those of the environment, their only place. SettingsError for half of them, or for both kinds."""
        user, password, token = (environ.get(name) or None for name in (USER, PASSWORD, TOKEN))
        if (user is None) != (password is None):
            raise SettingsError(f"{USER} and {PASSWORD} belong together; one of them is missing")
        if user is not None and token is not None:
            raise SettingsError(f"give either {USER} and {PASSWORD} or {TOKEN}")
        for name, value in ((USER, user), (TOKEN, token)):
            if value is not None and not (value.isascii() and value.isprintable()):
                raise SettingsError(f"{name} holds characters that cannot be sent")
        return Credentials(user, password, token)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An engine that speaks the SPARQL 1.1 Protocol: the address it goes by, and where it takes queries and updates.

    `batch` is how many triples it is told at once, `rows` how many rows are read at once where it cuts answers,
    `seconds` how long an answer may be waited for, `tries` how often something is sent that does not arrive.
    """

    address: str
    query: str
    update: str
    credentials: Credentials = Credentials()
    batch: int = 1000
    rows: int = 5000
    seconds: float = 60.0
    tries: int = 6

    @staticmethod
    def of(chosen: Settings, environ: Mapping[str, str]) -> "Endpoint | None":
        """The endpoint of these settings; None when the store keeps its quads in its folder."""
        if chosen.address is None:
            return None
        query, update = places(chosen.address, chosen.engine_update or None)
        return Endpoint(
            chosen.address.rstrip("/"), query, update, Credentials.read(environ),
            batch=chosen.engine_batch, seconds=chosen.engine_seconds, tries=chosen.engine_tries,
        )  # fmt: skip


def places(address: str, update: str | None = None) -> tuple[str, str]:
    """Where queries and updates go. A bare host has `/query` and `/update`, as Oxigraph; else both go to one place.

    >>> places("http://localhost:7878")
    ('http://localhost:7878/query', 'http://localhost:7878/update')
    >>> places("http://localhost:8890/sparql", "http://localhost:8890/sparql-auth")
    ('http://localhost:8890/sparql', 'http://localhost:8890/sparql-auth')
    """
    if urlsplit(address).path.strip("/"):
        return address, update or address
    return address.rstrip("/") + "/query", update or address.rstrip("/") + "/update"
