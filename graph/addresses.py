"""Addresses of pages: when two of them mean the same one, whatever a newsletter or a search engine hung on to it.

What versions of one article are told by, so the rules stand in `docs/identity.md`. Knows no network.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

# Parameters that tell a site where its reader came from and never what to show: those of the large analytics and
# advertising services, and what German news sites hang on to links of their feeds.
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|matomo|hsa|at)_.*|(?:fb|g|dc|ms|y|tw)clid|gclsrc|wbraid|gbraid|mc_[ce]id|_ga|_gl|igshid|wt_mc|"
    r"wt_zmc|xtor|ref_?src|cmpid|ns_(?:source|campaign|mchannel|linkname)"
)
_PORTS = {"http": 80, "https": 443}
_KEPT = "/:@!$&'()*+,;=~-._%"  # characters of a path that stay as they are


def is_address(text: str) -> bool:
    """Whether `text` is meant as the address of a page and not as the name of a file."""
    return text.lower().startswith(("http://", "https://"))


def canonical(address: str) -> str:
    """The address that all ways of writing it share; what is no http address stays as it is.

    Scheme and host are lower case, default port, fragment and tracking parameters are gone, the other parameters keep
    their order, and a page has no slash at its end. `http` and `https`, `www.` and the bare host stay apart.

    >>> canonical("HTTPS://Blatt.example:443/a/?id=7&utm_source=mail#top")
    'https://blatt.example/a?id=7'
    """
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return address
    if parts.scheme not in _PORTS or not host:
        return address
    shown = f"[{host}]" if ":" in host else host.rstrip(".")
    place = shown if port in (None, _PORTS[parts.scheme]) else f"{shown}:{port}"
    asked = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([(name, value) for name, value in asked if not _TRACKING.fullmatch(name.lower())])
    path = quote(parts.path, safe=_KEPT).rstrip("/")
    return urlunsplit((parts.scheme, place, path or "/", query, ""))


def is_front_page(address: str) -> bool:
    """Whether an address names a whole site and no page of it: what stands there is another article every day."""
    try:
        parts = urlsplit(canonical(address))
    except ValueError:
        return False
    return parts.scheme in _PORTS and parts.path == "/" and not parts.query


def site(address: str) -> str:
    """The host of an address without `www.`; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
