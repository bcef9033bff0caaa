"""Which addresses may be fetched: public ones over http and https, and no others unless a setting allows them.

An address in a feed or a redirect is written by strangers. Without this, they could have us ask the router, the
database next door or a cloud's metadata service, and read the answer in our store. Pure: asks no network.
"""

import ipaddress
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ..errors import FetchError

_PORTS = {"http": 80, "https": 443}
_PATH = "/:@!$&'()*+,;=~-._%?[]"  # characters of a path or query that need no quoting, or are quotes already

# Prefixes that carry a v4 address within a v6 one: whoever routes them ends up at the v4 address.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to ask for what: the parts of an address that may be fetched."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port as one text; a port that goes without saying is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def place(self) -> str:
        """Host and port as the header `Host` wants them."""
        return self.origin.partition("://")[2]


def target(address: str, *, private: bool) -> Target:
    """The parts of an address. FetchError with the reason for one that may not be fetched."""
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if ":" in host else host.encode("idna").decode() if not host.isascii() else host
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"is no address ({error})", file=address) from None
    if parts.scheme not in _PORTS:
        raise FetchError("only http and https addresses are fetched", file=address)
    if not host or any(c.isspace() or not c.isprintable() for c in host):
        raise FetchError("is no address of a page", file=address)
    if parts.username is not None or parts.password is not None:
        raise FetchError("carries a user name; addresses that log somebody in are not fetched", file=address)
    if port not in (None, _PORTS[parts.scheme]) and not private:
        raise FetchError(f"port {port} is not fetched from; fetch_private = on allows it", file=address)
    path = quote(parts.path or "/", safe=_PATH) + (f"?{quote(parts.query, safe=_PATH)}" if parts.query else "")
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path)


def checked(addresses: tuple[str, ...], asked: str, *, private: bool) -> str:
    """The first of a host's network addresses. FetchError when any of them is not public and `private` is off.

    All must be public: a name with a public and a private one is what an attack looks like, and nothing else does.
    """
    if not addresses:
        raise FetchError("its host has no network address", file=asked)
    for each in addresses:
        if not private and not is_public(each):
            raise FetchError(f"leads to {each}, which is not public; fetch_private = on allows it", file=asked)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether a network address belongs to the public internet: no loopback, private, link-local, multicast, reserved one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(each) for each in (found, *_carried(found)))


def _is_public(found: _Address) -> bool:
    special = found.is_private or found.is_loopback or found.is_link_local or found.is_multicast or found.is_unspecified
    site_local = isinstance(found, ipaddress.IPv6Address) and found.is_site_local
    return found.is_global and not special and not site_local and not (found.is_reserved and not _carried(found))


def _carried(found: _Address) -> tuple[_Address, ...]:
    """The v4 addresses that a v6 address carries."""
    if isinstance(found, ipaddress.IPv4Address):
        return ()
    inside = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    if found in _NAT64 or found in _COMPATIBLE:
        inside.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
    return tuple(each for each in inside if each is not None)
