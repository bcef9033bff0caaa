"""What whoever starts the server decides beyond the settings."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import NoReturn

from .source import Hire, Settings, StoreError


def _nobody(_: Settings) -> NoReturn:
    raise StoreError("this server has nobody who does jobs")


@dataclass(frozen=True, slots=True)
class Options:
    """`with_text`: show articles whole to everybody. `hosts`: names by which the server may be called besides its own.

    `token`: who knows it may write, on loopback (see `writing`); without one nobody may. `hire` starts the process that
    does what they ask for. `static`: the folder of the built front end, by default that of the package.
    """

    with_text: bool = False
    hosts: tuple[str, ...] = ()
    token: str | None = field(default=None, repr=False)  # no log may hold it
    hire: Hire = _nobody
    static: Path | None = None


def is_loopback(host: str) -> bool:
    """Whether an address, or the name localhost, is this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
