"""What whoever starts the server decides beyond the settings."""

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """`with_text`: show articles whole to everybody. `hosts`: names by which the server may be called besides its own.

    `static`: the folder of the built front end, by default that of the package.
    """

    with_text: bool = False
    hosts: tuple[str, ...] = ()
    static: Path | None = None


def is_loopback(host: str) -> bool:
    """Whether an address, or the name localhost, is this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
