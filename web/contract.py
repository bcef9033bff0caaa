"""What is said of a route: what it is for, what may be given, what comes back. The words in which `routes` lists them all."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .schemas import Schema
from .source import results

TEXT: Schema = {"type": "string"}
OBJECT: Schema = {"type": "object"}
KEY: Schema = {"type": "string", "pattern": "^[a-z2-7]{26}$"}
HTML: Mapping[str, Schema] = {"text/html": TEXT}
JSON_LD: Schema = {"type": ["object", "array"]}
RDF: Mapping[str, Schema] = {**{each: TEXT for each in results.TRIPLE_TYPES}, results.JSON_LD: JSON_LD}


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a request gives, in the address (`query`), in the path or in a form; `schema` is a JSON Schema."""

    name: str
    meaning: str
    schema: Schema = field(default_factory=lambda: dict(TEXT))
    where: str = "query"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A rule of the application with one method. `answers` says what comes back by media type; `errors` are the statuses of
    problems besides those that any address may give; `redirects`: may lead elsewhere (303); `kept`: a copy may hold (304).
    `bodies` says by media type what a POST sends.
    """

    rule: str
    meaning: str
    answers: Mapping[str, Schema]
    given: tuple[Given, ...] = ()
    errors: tuple[int, ...] = ()
    method: str = "get"
    bodies: Mapping[str, Schema] = field(default_factory=dict)
    redirects: bool = False
    kept: bool = False


def page_of(rule: str, meaning: str, *given: Given, errors: tuple[int, ...] = ()) -> Route:
    """A page; it comes in the language of the reader."""
    return Route(rule, meaning, HTML, (*given, LANGUAGE), errors, kept=True)


def api(rule: str, meaning: str, payload: Schema, *given: Given, errors: tuple[int, ...] = (), kept: bool = True) -> Route:
    """Data as JSON, with labels in the language of the request."""
    return Route(rule, meaning, {"application/json": payload}, (*given, LANGUAGE), errors, kept=kept)


def number(name: str, meaning: str, default: int | None, most: int) -> Given:
    """A whole number from 1 to `most`; what is none counts as the default."""
    schema: Schema = {"type": "integer", "minimum": 1, "maximum": most}
    return Given(name, meaning, schema if default is None else {**schema, "default": default})


def one_of(name: str, meaning: str, values: list[str], where: str = "query") -> Given:
    """One of some values."""
    return Given(name, meaning, {"type": "string", "enum": values}, where, where == "path")


def key(where: str = "path", name: str = "key", meaning: str = "the thing's key", *, required: bool = True) -> Given:
    """The key of a thing."""
    return Given(name, meaning, KEY, where, required)


LANGUAGE = one_of("lang", "the language of labels and pages, before cookie and Accept-Language", ["de", "en"])
FORMAT = "the format, before what Accept says"
TRIPLES = one_of("format", FORMAT, ["ttl", "nt", "rdf", "jsonld"])
LENS = (
    Given(
        "lens",
        "as one teller has it: speaker:KEY, outlet:KEY or state:KEY",
        {"type": "string", "pattern": "^([a-z]+:[a-z2-7]{26})?$"},
    ),
    one_of("clock", "by which day: of the event, or of the report", ["event", "published"]),
    Given("from", "from this day on", {"type": "string", "format": "date"}),
    Given("to", "until this day", {"type": "string", "format": "date"}),
    one_of("modality", "only claims of this modality", ["actual", "intended", "possible"]),
    number("roots", "only edges that lean on as many texts", 1, 1000),
    Given("asof", "as it stood on this day: only what had been printed by then", {"type": "string", "format": "date"}),
)
