"""What is on a screen as files: each holds the edges that are drawn, their claims, and what it is."""

import csv
import io
from datetime import date

import networkx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, SDO, SKOS

from graph.asking.drawn.files import Stamp, Taken, as_csv, as_gexf, as_graphml
from graph.asking.drawn.quotes import quotes
from graph.asking.drawn.sight import Filters, filters, sight
from graph.asking.drawn.turtle import as_turtle
from graph.asking.lenses import CLEAR, Lens
from graph.identity import entity_key
from graph.vocabulary import DEPESCHE
from tests.affair import ARKADIEN, DENIED, UTOPIEN

from ..conftest import AffairDesk

D = Namespace(DEPESCHE)
STAMP = Stamp(("Depesche", "Quellen: Abendbote, Kurier"), "http://depesche.example/explore?entities=a")
PARTIES = tuple(entity_key(state, "") for state in (ARKADIEN, UTOPIEN))
ALL = Filters()
DAY = Lens(as_of=date(2024, 3, 5))


def taken(desk: AffairDesk, through: Lens = DAY, only: Filters = ALL) -> Taken:
    """What two states look like; if nothing is said, as they stood on the day of the denial."""
    seen = sight(desk, PARTIES, through, only, "de")
    return Taken(seen, quotes(desk, [report.claim for report in seen.every], "de"), STAMP, desk.base, "de")


@pytest.fixture
def day(affair: AffairDesk) -> Taken:
    return taken(affair)


def test_filters_come_from_the_address_and_nonsense_is_let_be() -> None:
    assert filters([("stance", "denies,shouts"), ("relation", "AID,"), ("disputed", "1")]) == Filters(
        frozenset({"denies"}), frozenset({"AID"}), True
    )
    assert filters([("disputed", "yes")]) == Filters()


def test_a_table_has_a_row_for_each_claim_with_its_source_and_the_stamp(affair: AffairDesk, day: Taken) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(day).decode())))
    (denial,) = [row for row in rows if row["stance"] == "denies"]

    assert len(rows) == sum(edge.tally.claims for edge in day.seen.edges) == 6
    assert (denial["actor"], denial["relation_label"], denial["recipient"]) == ("Arkadien", "greift an", "Utopien")
    assert (denial["source"], denial["outlet"], denial["published"]) == ("Jonas Hold", "Abendbote", "2024-03-05")
    assert denial["sentence"] == DENIED
    assert {row["stamp"] for row in rows} == {STAMP.text} and "Quellen: Abendbote" in STAMP.text


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_network_holds_the_edges_with_their_claims(affair: AffairDesk, day: Taken, form: str) -> None:
    body = (as_graphml if form == "graphml" else as_gexf)(day)
    read = (networkx.read_graphml if form == "graphml" else networkx.read_gexf)(io.BytesIO(body))
    ((_, _, edge),) = read.edges(data=True)

    assert STAMP.text in body.decode()
    assert sorted(data["label"] for _, data in read.nodes(data=True)) == ["Arkadien", "Utopien"]
    assert (edge["claims"], edge["denying"], edge["standing"]) == (6, 1, "disputed")
    assert f"denies · Jonas Hold · Abendbote, 2024-03-05 · “{DENIED}”" in edge["evidence"]
    assert (as_graphml if form == "graphml" else as_gexf)(day) == body


def test_turtle_tells_claims_whole_and_edges_without_counts_that_a_lens_does_not_show(affair: AffairDesk, day: Taken) -> None:
    through = Graph().parse(data=as_turtle(day, affair, whole=False), format="turtle")
    (edge,) = day.seen.edges
    about = URIRef(f"{affair.base}edge/{edge.key}")

    assert len(set(through.subjects(RDF.type, D.Claim))) == 6
    assert (None, D.sentence, Literal(DENIED)) in through
    assert {str(name) for name in through.objects(through.value(about, D.actor), SKOS.prefLabel)} == {"Arkadien"}
    assert not list(through.objects(about, D.claimCount)), "the store counts eight, the day shows six"
    assert Literal("Quellen: Abendbote, Kurier") in set(through.objects(URIRef(STAMP.address), SDO.description))

    attack = taken(affair, CLEAR, Filters(relations=frozenset({"ASSAULT"})))
    told = Graph().parse(data=as_turtle(attack, affair, whole=True), format="turtle")
    assert int(str(told.value(about, D.claimCount))) == 8


def test_turtle_says_nothing_that_the_store_does_not_say(affair: AffairDesk, day: Taken) -> None:
    store = affair.store.snapshot().quads
    told = parse(as_turtle(day, affair, whole=False), format=RdfFormat.TURTLE)
    ours = {quad.predicate.value for quad in told if not any(store.quads_for_pattern(*quad.triple, None))}

    assert {name.rpartition("#")[2].rpartition("/")[2] for name in ours} == {
        "type", "description", "hasPart", "isBasedOn", "wasDerivedFrom",
    }  # fmt: skip


def test_beyond_the_limit_claims_are_left_out(affair: AffairDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.asking.drawn.quotes.MOST", 2)
    short = taken(affair, CLEAR)

    assert len(short.quotes) == 2 < len(short.seen.every) and as_csv(short).decode().count("\n") == 3
