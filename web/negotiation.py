"""Which of several formats an answer comes in: what the address names, else what the client prefers of what there is.

Quality first, as Accept says it; among equals a type that is named goes before one that only a wildcard lets in, then
what we would rather send. Knows nothing of what is answered.
"""

from collections.abc import Mapping, Sequence

from flask import request

from .errors import NotAcceptable
from .source import UsageError, results

PAGE, JSON, PLAIN = "text/html", "application/json", "text/plain"
TURTLE, N_TRIPLES, RDF_XML, JSON_LD = results.TRIPLE_TYPES
TRIG, N_QUADS = results.QUAD_TYPES

SUFFIXES: Mapping[str, str] = {
    "html": PAGE, "json": JSON, "ttl": TURTLE, "nt": N_TRIPLES, "rdf": RDF_XML, "jsonld": JSON_LD, "trig": TRIG, "nq": N_QUADS,
}  # fmt: skip
LABELS = {"html": "HTML", "json": "JSON", "ttl": "Turtle", "nt": "N-Triples", "rdf": "RDF/XML", "jsonld": "JSON-LD",
          "trig": "TriG", "nq": "N-Quads"}  # fmt: skip


def preferred(offered: Sequence[str], aliases: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Those of `offered` that the client accepts, in its order; all of them where it says nothing.

    `aliases` are other names for offered types. NotAcceptable, with what there is, when nothing fits.
    """
    accepted = request.accept_mimetypes
    if not accepted:
        return tuple(offered)
    quality = {each: accepted[each] for each in offered}
    for alias, each in (aliases or {}).items():
        if each in quality and alias in accepted.values():
            quality[each] = max(quality[each], accepted[alias])
    wanted = [each for each in offered if quality[each] > 0]
    if not wanted:
        raise NotAcceptable(f"there are {', '.join(offered)}")
    named = {(aliases or {}).get(value, value) for value in accepted.values()}
    return tuple(sorted(wanted, key=lambda each: (-quality[each], each not in named)))


def asked_for(offered: Sequence[str], form: str | None, names: Mapping[str, str] = SUFFIXES) -> str:
    """The type to answer with: `form` is what the address names, one of `names` or a media type; None where it names none.

    UsageError for a form that is not among `offered`, NotAcceptable when Accept wants none of them.
    """
    if not form:
        return preferred(offered)[0]
    media_type = names.get(form, form)
    if media_type not in offered:
        known = ", ".join(name for name, each in names.items() if each in offered)
        raise UsageError(f"there is no format {form[:40]!r}; there are {known}")
    return media_type


def content_type(media_type: str) -> str:
    """The header for a media type; text says that it is UTF-8, the others always are."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
