"""Things at their addresses: a page for browsers, Turtle, JSON-LD or JSON for programs, by Accept or by suffix."""

from collections.abc import Callable

from flask import Blueprint, Response, current_app, redirect, request

from . import shaping, urls
from .negotiation import JSON, PAGE, SUFFIXES, asked_for, content_type
from .options import is_loopback
from .page_models import ArticlePage, ClaimPage, EntityPage, PropositionPage, RelationGroup, RoleSection, SentenceRow
from .pages import fresh_page
from .payloads import ClaimPayload
from .source import GRAPHS, KINDS, NotFoundError, UsageError, articles, edges, parties, pieces, propositions, results
from .visit import Visit, data, fresh, number, page, visit

blueprint = Blueprint("linked", __name__)

_CLAIMS = 20  # on one page, in one section
_FEW = 6  # relations told in each section by their newest claim, where all roles stand on one page
_OTHERS = 10
_WIKIDATA = "https://www.wikidata.org/wiki/"


@blueprint.get("/id/graph/<name>")
def named_graph(name: str) -> Response:
    """A graph that belongs to no single article is told of in the description of the data set."""
    if name not in GRAPHS:
        raise NotFoundError(f"there is no graph called {name[:40]!r}; there are {', '.join(GRAPHS)}")
    return redirect(urls.at("/.well-known/void"), 303)  # type: ignore[return-value]


@blueprint.get("/id/claim/<key>/nanopub")
def nanopub(key: str) -> Response:
    """A claim as a nanopublication, to be kept and cited alone."""
    return fresh(lambda: Response(visit().reader.nanopublication(key), content_type=results.TRIG))


@blueprint.get("/id/<kind>/<key>")
def thing(kind: str, key: str) -> Response:
    """A thing in the format that its suffix, `format` or else Accept asks for."""
    if kind not in KINDS:
        raise NotFoundError(f"there are no things called {kind[:40]!r}; there are {', '.join(KINDS)}")
    own, _, suffix = key.partition(".")
    if suffix and suffix not in SUFFIXES:
        raise NotFoundError(f"there is no format .{suffix[:20]}; there are {', '.join(f'.{each}' for each in SUFFIXES)}")
    media_type = asked_for(tuple(SUFFIXES.values()), suffix or request.args.get("format"))
    if kind == "edge" and media_type == PAGE:  # an edge is shown in the explorer
        return redirect(visit().edge(own).explore, 303)  # type: ignore[return-value]
    return fresh_page(lambda: _told(kind, own, media_type), str(shows_text()))


def _told(kind: str, own: str, media_type: str) -> Response:
    if media_type not in (PAGE, JSON):
        body = visit().reader.document(kind, own, media_type, urls.external("/context.jsonld"))
        return Response(body, content_type=content_type(media_type))
    if kind == "edge":
        return data(visit().edge(own))
    model = _MODELS[kind](visit(), own)
    if media_type == PAGE:
        return page(f"{kind}.html", model)
    return data(model.claim if isinstance(model, ClaimPage) else model)


def shows_text() -> bool:
    """Whether articles may be shown whole: to this machine alone, or to everybody if that was asked for."""
    forwarded = any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"))
    local = is_loopback(current_app.config["DEPESCHE_HOST"]) and not forwarded
    return current_app.config["DEPESCHE_WITH_TEXT"] or local


def _entity(here: Visit, own: str) -> EntityPage:
    role, relation = request.args.get("role") or None, request.args.get("relation") or None
    if role is not None and role not in parties.ROLES:
        raise UsageError(f"role must be one of {', '.join(parties.ROLES)}")
    view = here.kept(("entity", own), lambda: parties.entity(here.reader, own, here.language))
    shown = [each for each in parties.ROLES if view.counts[each] and role in (None, each)]
    return EntityPage(
        entity=shaping.party(view.party),
        aliases=list(view.aliases),
        state=shaping.maybe(view.state),
        wikidata=view.wikidata,
        wikidata_url=_WIKIDATA + view.wikidata if view.wikidata else None,
        anonymous=view.anonymous,
        claims=edges.claim_counts(here.reader, [own]).get(own, 0),
        sections=[_section(here, view, each, relation, role is not None) for each in shown],
        role=role,
        relation=relation,
        explore=urls.at("/explore", entities=own),
        alternates=urls.alternates("entity", own),
    )


def _section(here: Visit, view: parties.EntityView, role: str, relation: str | None, alone: bool) -> RoleSection:
    """One role; only where it stands alone can one turn its pages, else it gives a taste and leads to the rest."""
    own = view.party.key
    counts = {code: n for code, n in view.counts[role].items() if relation in (None, code)}
    total = sum(counts.values())
    at = number("page", 1, 100_000) if alone else 1
    if alone:
        keys = parties.claims_of(here.reader, own, role, counts, _CLAIMS, (at - 1) * _CLAIMS)
    else:
        few = list(counts.items())[:_FEW]
        keys = tuple(key for code, n in few for key in parties.claims_of(here.reader, own, role, {code: n}, 1, 0))
    found = here.claims(keys)
    groups = [
        RelationGroup(
            relation=code,
            label=here.words.relation(code, alone=True),
            quadrant=here.words.quadrant(code),
            total=n,
            href=urls.at(f"/id/entity/{own}", role=role, relation=code),
            claims=[claim for claim in found if claim.relation == code],
        )
        for code, n in counts.items()
    ]
    paging = urls.paging(at, _CLAIMS, total if alone else 0)
    return RoleSection(role, total, urls.at(f"/id/entity/{own}", role=role), groups, paging)


def _claim(here: Visit, own: str) -> ClaimPage:
    claim = here.claims([own])[0]
    keys = propositions.claims_reporting(here.reader, claim.proposition, _OTHERS + 1)
    others = [key for key in keys if key != own][:_OTHERS]
    total = propositions.proposition(here.reader, claim.proposition, here.language).tally.claims - 1
    return ClaimPage(claim, here.claims(others), total, _explore(claim), [*urls.alternates("claim", own), urls.nanopub(own)])


def _proposition(here: Visit, own: str) -> PropositionPage:
    view = propositions.proposition(here.reader, own, here.language)
    at = number("page", 1, 100_000)
    tally = view.tally
    around = ",".join(each.key for each in (view.actor, view.recipient) if each)
    return PropositionPage(
        key=own,
        relation=view.relation,
        label=here.words.relation(view.relation, alone=view.recipient is None),
        definition=here.words.definition(view.relation),
        quadrant=here.words.quadrant(view.relation),
        actor=shaping.maybe(view.actor),
        recipient=shaping.maybe(view.recipient),
        theme_class=here.words.theme_class(view.theme_class),
        asserting=tally.asserting,
        alleging=tally.alleging,
        denying=tally.denying,
        doubting=tally.doubting,
        standing=tally.standing,
        claims=here.claims(propositions.claims_reporting(here.reader, own, _CLAIMS, (at - 1) * _CLAIMS)),
        paging=urls.paging(at, _CLAIMS, tally.claims),
        explore=urls.at("/explore", entities=around),
        alternates=urls.alternates("proposition", own),
    )


def _article(here: Visit, own: str) -> ArticlePage:
    whole = shows_text()
    view = articles.article_page(here.reader, here.reader.text, own, whole=whole, language=here.language)
    rows = []
    for each in view.sentences:
        marks = {mark for claim in each.claims for mark in claim.marks if mark.role == "evidence"}
        claims = [shaping.claim(claim, here.words) for claim in each.claims]
        cut = shaping.marked(pieces(each.text, each.start, marks))
        rows.append(SentenceRow(each.index, cut, claims, each.gap, each.paragraph))
    versions = [shaping.article(version) for version in view.versions]
    leanings, leaned_on = ([shaping.leaning(each, here.words) for each in found] for found in (view.leanings, view.leaned_on))
    about = shaping.article(view.article)
    return ArticlePage(about, rows, view.claims, whole, versions, leanings, leaned_on, urls.alternates("article", own))


def _explore(claim: ClaimPayload) -> str:
    """The explorer with the claim open; claims without an actor stand on no edge."""
    actor, recipient = claim.actor, claim.recipient
    around = dict.fromkeys(each.key for each in (actor, recipient) if each)
    edge = edges.key_of(actor.key, claim.relation, recipient.key if recipient else None) if actor else None
    return urls.at("/explore", entities=",".join(around), edge=edge, claim=claim.key).replace("%2C", ",")


_Model = EntityPage | ClaimPage | PropositionPage | ArticlePage
_MODELS: dict[str, Callable[[Visit, str], _Model]] = {
    "entity": _entity, "claim": _claim, "proposition": _proposition, "article": _article,
}  # fmt: skip
