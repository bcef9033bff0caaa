"""What pages show, put together from a small store of invented dispatches."""

from collections.abc import Callable

import pytest

from graph.asking import edges, network
from graph.asking.addresses import text
from graph.asking.facts import gather
from graph.asking.network import Opening
from graph.asking.things import document
from graph.asking.views.articles import article_page
from graph.asking.views.claims import claims
from graph.asking.views.marking import pieces
from graph.asking.views.overview import cited, holdings, outlets
from graph.asking.views.parties import claims_of, entity
from graph.asking.views.propositions import claims_reporting, proposition
from graph.asking.views.values import ClaimView, Mark
from graph.errors import NotFoundError, UsageError
from graph.identity import article_key, entity_key
from graph.model import Stance
from tests.stores import ARKADIEN, CALM, DELIVERS, DENIES, HOLD, PASSED_ON, UTOPIEN, dispatches

from .conftest import Desk

_ARKADIEN, _UTOPIEN, _HOLD = (entity_key(each, "") for each in (ARKADIEN, UTOPIEN, HOLD))
_FIRST = article_key(dispatches()[0].article)


def delivery(desk: Desk, sentence: str) -> ClaimView:
    keys = edges.claims_behind(desk, _ARKADIEN, "AID", _UTOPIEN, 10)
    return next(view for view in claims(desk, desk.texts, keys, "de") if view.sentence == sentence)


def test_a_claim_tells_its_words_its_time_and_its_place(desk: Desk) -> None:
    claim = delivery(desk, DELIVERS)

    assert claim.actor and claim.recipient and (claim.actor.name, claim.recipient.name) == ("Arkadien", "Utopien")
    assert (claim.before, claim.after) == (CALM, DENIES)
    assert (claim.time_text, claim.edtf, claim.earliest, claim.latest) == ("im Juni", "2024-06", "2024-06-01", "2024-06-30")
    assert (claim.place, claim.theme, claim.theme_class, claim.negated) == ("im Hafen", "Getreide", "aid-goods", False)
    assert (claim.article.outlet, claim.article.published, claim.article.sample) == ("Abendbote", "2024-06-03", False)


def test_the_chain_runs_from_the_outside_in(desk: Desk) -> None:
    chain = delivery(desk, PASSED_ON).chain
    assert [(step.source.name if step.source else None, step.stance, step.cue) for step in chain] == [
        ("Abendbote", Stance.ASSERTS, "Laut"),
        ("Jonas Hold", Stance.ASSERTS, None),
    ]


def test_words_are_marked_by_what_they_are_to_the_claim(desk: Desk) -> None:
    claim = delivery(desk, PASSED_ON)
    marked = {piece.text: piece.role for piece in pieces(claim.sentence, claim.start, claim.marks)}
    assert marked["Abendbote"] == marked["Minister Hold"] == "source"
    assert (marked["Arkadien"], marked["Utopien"], marked[" liefere Getreide an "]) == ("actor", "recipient", "evidence")


def test_pieces_never_lose_a_letter() -> None:
    marks = [Mark(0, 40, "evidence"), Mark(12, 14, "actor"), Mark(13, 16, "recipient"), Mark(30, 99, "source")]
    found = pieces("zwölf Zeichen", 10, marks)
    assert "".join(piece.text for piece in found) == "zwölf Zeichen"


def test_a_claim_that_is_not_there_is_not_found(desk: Desk) -> None:
    for key in ("a" * 26, "x> ?p ?o } #", ""):
        with pytest.raises(NotFoundError):
            claims(desk, desk.texts, [key], "de")


def test_an_entity_is_counted_in_each_of_its_roles(desk: Desk) -> None:
    arkadien, hold = entity(desk, _ARKADIEN, "de"), entity(desk, _HOLD, "de")

    assert arkadien.counts == {"actor": {"AID": 4}, "recipient": {"SUPPORT": 1}, "source": {}}
    assert hold.counts == {"actor": {}, "recipient": {}, "source": {"AID": 2}}
    assert (arkadien.party.kind.value, arkadien.anonymous) == ("state", False)


def test_claims_of_a_role_come_page_by_page(desk: Desk) -> None:
    counts = entity(desk, _UTOPIEN, "de").counts["recipient"] | {"ACCUSE": 0}
    every = claims_of(desk, _UTOPIEN, "recipient", counts, 10, 0)
    assert len(every) == 4
    assert claims_of(desk, _UTOPIEN, "recipient", counts, 3, 0) + claims_of(desk, _UTOPIEN, "recipient", counts, 3, 3) == every
    assert claims_of(desk, _UTOPIEN, "recipient", {}, 10, 0) == claims_of(desk, _UTOPIEN, "recipient", counts, 10, 4) == ()
    with pytest.raises(UsageError):
        claims_of(desk, _UTOPIEN, "owner", {"AID": 1}, 10, 0)


def test_an_article_is_shown_whole_or_around_its_evidence(desk: Desk) -> None:
    whole = article_page(desk, desk.texts, _FIRST, whole=True, language="de")
    excerpt = article_page(desk, desk.texts, _FIRST, whole=False, language="de")

    assert [len(sentence.claims) for sentence in whole.sentences] == [0, 1, 1, 0, 0]
    assert [sentence.paragraph for sentence in whole.sentences] == [True, False, True, True, True]
    assert [sentence.text for sentence in excerpt.sentences][1:3] == [DELIVERS, DENIES]
    assert len(excerpt.sentences) == 4 and whole.claims == excerpt.claims == 2


def test_without_its_text_an_article_still_shows_what_the_claims_carry(desk: Desk) -> None:
    page = article_page(desk, lambda key: None, _FIRST, whole=True, language="de")
    assert [sentence.text for sentence in page.sentences] == [DELIVERS, DENIES]


def test_a_proposition_is_counted_by_what_the_sources_say(desk: Desk) -> None:
    own = delivery(desk, DELIVERS).proposition
    view = proposition(desk, own, "de")

    assert (view.tally.asserting, view.tally.alleging, view.tally.denying, view.tally.doubting) == (2, 1, 1, 0)
    assert (view.tally.claims, view.tally.articles, view.tally.standing) == (4, 3, "disputed")
    assert len(claims_reporting(desk, own, 10)) == 4


def test_the_store_at_a_glance(desk: Desk) -> None:
    held = holdings(desk)
    assert (held.articles, held.claims, held.outlets, held.samples) == (5, 6, 3, 1)

    by_outlet = {view.party.name: view for view in outlets(desk, "de")}
    assert (by_outlet["Morgenblatt"].articles, by_outlet["Morgenblatt"].claims, by_outlet["Morgenblatt"].anonymous) == (3, 3, 1)
    by_source = {view.party.name: view for view in cited(desk, "de")}
    assert by_source["Utopien"].stances == (0, 0, 0, 1, 0)
    assert by_source["zwei Beamte"].anonymous == 1


def test_a_dispute_names_its_days_and_both_sides(desk: Desk) -> None:
    (dispute,) = edges.disputes(desk, 10)
    assert (dispute.actor, dispute.relation, dispute.recipient) == (_ARKADIEN, "AID", _UTOPIEN)
    assert (dispute.first, dispute.last, dispute.tally.standing) == ("2024-06-01", "2024-06-30", "disputed")
    assert edges.count_disputes(desk) == 1 and edges.disputes(desk, 10, 1) == ()


def test_an_edge_is_found_by_its_key(desk: Desk) -> None:
    first = edges.most_reported(desk, 1)[0]
    assert edges.edge(desk, first.key) == first
    assert edges.key_of(first.actor, first.relation, first.recipient) == first.key
    with pytest.raises(NotFoundError):
        edges.edge(desk, "a" * 26)


def test_a_network_without_wishes_shows_the_most_reported(desk: Desk) -> None:
    view = network.network(desk, [], "de")
    assert {node.party.name for node in view.nodes} == {"Arkadien", "Utopien", "Hafenarbeiter"}
    assert [edge.tally.claims for edge in view.edges] == [4, 1, 1]
    assert view.hidden == 0


def test_the_most_reported_leave_out_what_they_are_told_to(desk: Desk) -> None:
    first = edges.most_reported(desk, 1)[0]
    assert all(each.relation != first.relation for each in edges.most_reported(desk, 9, [first.relation]))


def test_parties_with_a_tie_come_before_parties_alone(desk: Desk) -> None:
    few = network.network(desk, [], "de", Opening(limit=2))
    assert {node.party.name for node in few.nodes} == {"Arkadien", "Utopien"} and few.edges


def test_what_a_network_leaves_out_is_counted(desk: Desk) -> None:
    few = network.network(desk, [], "de", Opening(limit=1))
    alone = network.network(desk, [_ARKADIEN], "de")
    opened = network.network(desk, [_ARKADIEN], "de", Opening(_ARKADIEN))

    assert (len(few.nodes), few.hidden, few.hidden_edges) == (1, 2, 0)
    assert [node.party.name for node in alone.nodes] == ["Arkadien"] and not alone.edges
    assert {node.party.name for node in opened.nodes} == {"Arkadien", "Utopien"} and len(opened.edges) == 2


@pytest.mark.parametrize("lost", ["a" * 26, "no key"])
def test_parties_that_nobody_knows_are_left_out_and_counted(desk: Desk, lost: str) -> None:
    nobody = network.network(desk, [lost], "de")
    one = network.network(desk, [_ARKADIEN, lost], "de")
    around = network.network(desk, [_ARKADIEN], "de", Opening(lost))

    assert (nobody.nodes, nobody.unknown) == ((), 1)
    assert [[node.party.key for node in view.nodes] for view in (one, around)] == [[_ARKADIEN], [_ARKADIEN]]
    assert (one.unknown, around.unknown) == (1, 1)


def test_things_as_data_hold_their_own_quads_only(desk: Desk) -> None:
    claim = delivery(desk, DELIVERS).key
    for kind, key in (("entity", _ARKADIEN), ("claim", claim), ("article", _FIRST)):
        body = document(desk.pool, desk.base, kind, key, "application/n-triples", "").body.decode()
        subjects = {line.split(" ")[0].strip("<>").partition("#")[0] for line in body.splitlines()}
        allowed = "" if kind == "article" else f"{desk.base}{kind}/{key}"
        assert body and all(subject.startswith(allowed) for subject in subjects)
    with pytest.raises(NotFoundError):
        document(desk.pool, desk.base, "claim", "a" * 26, "text/turtle", "")
    with pytest.raises(NotFoundError):
        document(desk.pool, desk.base, "graph", _ARKADIEN, "text/turtle", "")


@pytest.mark.parametrize(
    "key", ["", "x", "a" * 25 + ">", "x> ?p ?o } } #", "x> } SERVICE <http://127.0.0.1/> { ?a ?b ?c } #", "\u0430" * 26]
)
def test_what_is_no_key_never_enters_a_query(desk: Desk, key: str) -> None:
    before = desk.asked
    asked: tuple[Callable[[], object], ...] = (
        lambda: entity(desk, key, "de"),
        lambda: proposition(desk, key, "de"),
        lambda: claims_reporting(desk, key, 10),
        lambda: claims_of(desk, key, "actor", {"AID": 1}, 10, 0),
        lambda: claims_of(desk, _ARKADIEN, "actor", {key: 1}, 10, 0),
        lambda: edges.edge(desk, key),
        lambda: edges.neighbours(desk, key, 10),
        lambda: edges.claims_behind(desk, _ARKADIEN, key, None, 10),
        lambda: article_page(desk, desk.texts, key, whole=True, language="de"),
    )
    for ask in asked:
        with pytest.raises(NotFoundError):
            ask()
    assert network.named(desk, [key], "de") == {}
    assert desk.asked == before
    with pytest.raises(ValueError, match="address"):
        gather(desk, [f"{desk.base}entity/{key} >"])


def test_words_in_a_query_stay_words(desk: Desk) -> None:
    nasty = 'a"b\\c\nd\te } #'
    assert desk.rows(f"SELECT ?x {{ BIND({text(nasty)} AS ?x) }}") == ((nasty,),)
