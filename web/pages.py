"""The pages that are no thing of their own: start, search, explorer, disputes, sources; and the words they need."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, current_app, jsonify, request

from . import shaping, urls, views, writing
from .errors import problem
from .explore_model import ExplorePage, RelationOption
from .language import LANGUAGES, messages
from .negotiation import PAGE, PLAIN, asked_for, content_type
from .page_models import DisputesPage, PairRow, SearchPage, SourcesPage, StartPage
from .payloads import ClaimsPayload
from .source import NotFoundError, Stance, StoreError, UsageError, lenses, results, vocabulary_document
from .visit import Visit, fresh, number, page, visit

blueprint = Blueprint("pages", __name__)

_FEW = 8  # pairs in a list on the start page
_HITS = 50
_SAID = 20  # claims on one page
_DISPUTES = 50  # on one page
_SOURCES = 200
_EDGE_CLAIMS = 20
_LISTED = 8  # relations of each party in the plain list, which most browsers throw away as soon as the drawing is there


@blueprint.get("/")
def start() -> Response:
    """Search, what the store holds, and where to begin."""

    def make() -> Response:
        here = visit()
        pairs = here.most_reported(_FEW)
        return page("start.html", StartPage(here.counts(), here.disputes(_FEW)[0], pairs, here.questions()))

    return fresh_page(make)


@blueprint.get("/search")
def search() -> Response:
    """Names that match `q`, and claims whose sentence holds its words."""
    query = request.args.get("q", "")

    def make() -> Response:
        here, at = visit(), number("page", 1, 100_000)
        hits = here.search(query, _HITS).hits if at == 1 else []
        try:
            said, refusal = here.said(query, _SAID, (at - 1) * _SAID), None
        except (UsageError, StoreError) as error:  # the names were found all the same
            said, refusal = ClaimsPayload([], 0), problem(error).explanation
        return page("search.html", SearchPage(query, hits, said.claims, urls.paging(at, _SAID, said.total), refusal))

    return fresh_page(make)


@blueprint.get("/explore")
def explore() -> Response:
    """The network, as a list where nothing can be drawn."""
    return fresh_page(lambda: page("explore.html", _explored(visit(), views.given())), writing.form_mark())


def _explored(here: Visit, given: Mapping[str, str]) -> ExplorePage:
    keys = tuple(dict.fromkeys(key for key in given.get("entities", "").split(",") if key))
    edge = _edge(here, given.get("edge", ""))
    behind = None
    if edge:
        recipient = edge.recipient.key if edge.recipient else None
        behind = here.edge_claims(edge.actor.key, edge.relation, recipient, _EDGE_CLAIMS)
    drawn = here.network(keys or _parties(edge), through=lenses.lens(given.items()))
    relations = [RelationOption(r.code, r.alone[here.language], r.quadrant) for r in here.source.vocabulary.relations.values()]
    return ExplorePage(
        network=drawn,
        listed=shaping.listed(drawn, _LISTED),
        counts=here.counts(),
        relations=relations,
        stances=[stance.value for stance in Stance],
        edge=edge,
        claims=behind.claims if behind else [],
        claims_total=behind.total if behind else 0,
        parties=_parties(edge),
        unknown=drawn.unknown + bool(given.get("edge") and not edge),
        kept=views.kept(),
        quadrants={code: each.labels[here.language] for code, each in here.source.vocabulary.quadrants.items()},
    )


def _edge(here: Visit, key: str) -> PairRow | None:
    """The edge that an address names; an address kept from before a change may name one that is gone."""
    try:
        return here.edge(key) if key else None
    except NotFoundError:
        return None


def _parties(edge: PairRow | None) -> tuple[str, ...]:
    both = (edge.actor, edge.recipient) if edge else ()
    return tuple(dict.fromkeys(party.key for party in both if party))


@blueprint.get("/disputes")
def disputes() -> Response:
    """What some assert and others deny."""

    def make() -> Response:
        at = number("page", 1, 100_000)
        rows, total = visit().disputes(_DISPUTES, (at - 1) * _DISPUTES)
        return page("disputes.html", DisputesPage(rows, urls.paging(at, _DISPUTES, total)))

    return fresh_page(make)


@blueprint.get("/sources")
def sources() -> Response:
    """Who publishes and who is cited."""

    def make() -> Response:
        outlets, cited = visit().sources()
        return page("sources.html", SourcesPage(outlets[:_SOURCES], cited[:_SOURCES], len(outlets), len(cited)))

    return fresh_page(make)


@blueprint.get("/messages/<language>.json")
def words(language: str) -> Response:
    """The words of the interface, for scripts."""
    if language not in LANGUAGES:
        raise NotFoundError(f"there are no messages in {language[:20]!r}")
    response = jsonify(messages(language))
    return _conditional(response)


@blueprint.get("/ns", defaults={"name": "depesche"}, endpoint="ns")
@blueprint.get("/plover", defaults={"name": "plover"}, endpoint="plover")
def vocabulary(name: str) -> Response:
    """A vocabulary in a format of RDF; browsers get Turtle as text to read."""
    media_type = asked_for((*results.TRIPLE_TYPES, PAGE, PLAIN), request.args.get("format"))
    readable = media_type in (PAGE, PLAIN)
    body = vocabulary_document(name, results.TURTLE if readable else media_type)
    return _conditional(Response(body, content_type=content_type(PLAIN if readable else media_type)))


@blueprint.get("/healthz")
def health() -> Response:
    """Whether the store can be read, and its revision."""
    here = visit()
    here.reader.rows("ASK {}")
    response = jsonify(status="ok", revision=here.revision)
    response.headers["Cache-Control"] = "no-store"
    return response


def _conditional(response: Response) -> Response:
    response.add_etag()
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def fresh_page(make: Callable[[], Response], *more: str) -> Response:
    """As `fresh`, for what also depends on the built front end."""
    return fresh(make, current_app.extensions["depesche-assets"].version, *more)
