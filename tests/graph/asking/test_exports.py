"""The store as a network, as tables, as nanopublications and in RDF 1.2: nothing is lost, and the bytes are always the same."""

import csv
import io
import zipfile
from pathlib import Path

import networkx
import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from graph.asking.codebook import HEAD, TABLES, codebook
from graph.asking.dumps import Dumps
from graph.asking.exports import FORMS, write
from graph.asking.network_files import whole_network
from graph.errors import StoreBusyError, StoreError, UsageError
from graph.rdf.export import COLUMNS
from graph.rdf.names import TYPE, depesche
from graph.rdf.nanopubs import NP
from graph.rdf.store import Store
from graph.rdf.triple_terms import REIFIES
from tests.stores import DENIES, dispatches

from .conftest import Desk


def written(store: Store, form: str) -> bytes:
    stream = io.BytesIO()
    write(store.folder, form, stream)
    return stream.getvalue()


def tables(store: Store) -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(written(store, "tables")))
    texts = {name.removesuffix(".csv"): archive.read(name).decode() for name in archive.namelist()}
    return {name: list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The same dispatches, added in another order and rebuilt."""
    store = Store.create(tmp_path_factory.mktemp("other") / "store")
    with store.writing("test") as writer:
        for each in reversed(dispatches()):
            writer.add(each, "test-reader")
    store.rebuild()
    return store


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_adding_leaves_no_trace(desk: Desk, other: Store, form: str) -> None:
    assert written(desk.store, form) == written(other, form)


def test_another_form_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no format “pdf”; there are trig"):
        write(desk.store.folder, "pdf", io.BytesIO())


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networks_are_read_back_with_all_counts(desk: Desk, form: str) -> None:
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[form]
    found = read(io.BytesIO(written(desk.store, form)))
    edges = {data["relation"]: data for _, _, data in found.edges(data=True)}
    aid = edges["AID"]
    assert (aid["claims"], aid["asserting"], aid["alleging"], aid["denying"], aid["disputed"]) == (4, 2, 1, 1, True)
    assert (aid["first_day"], aid["last_day"], aid["roots"]) == ("2024-06-01", "2024-06-30", 2)
    assert len(aid["claim_keys"].split()) == 4
    assert {data["label"] for _, data in found.nodes(data=True)} == {"Arkadien", "Utopien", "Hafenarbeiter"}


def test_who_acts_upon_nobody_is_a_loop_that_says_so(desk: Desk) -> None:
    network = whole_network(desk.store.snapshot())
    loops = [(data["relation"], data["missing"]) for a, b, data in network.edges(data=True) if a == b]
    assert loops == [("PROTEST", "recipient")]
    assert (network.graph["left_out"], network.graph["sample_articles"]) == (0, 1)


def test_all_claims_stand_behind_the_edges(desk: Desk) -> None:
    behind = [key for _, _, data in whole_network(desk.store.snapshot()).edges(data=True) for key in data["claim_keys"].split()]
    claims = desk.store.snapshot().quads.quads_for_pattern(None, TYPE, depesche("Claim"), None)
    assert sorted(behind) == sorted(quad.subject.value.rpartition("/")[2] for quad in claims)


def test_tables_have_the_columns_of_the_codebook(desk: Desk) -> None:
    found = tables(desk.store)
    assert set(found) == {*TABLES, "codebook"}
    assert all(tuple(rows[0]) == tuple(column.name for column in TABLES[name]) for name, rows in found.items() if name in TABLES)
    assert tuple(column.name for column in TABLES["claims"]) == COLUMNS
    assert [(row["table"], row["column"]) for row in found["codebook"]] == [
        (name, column.name) for name, columns in TABLES.items() for column in columns
    ]


def test_every_column_is_explained_in_both_languages() -> None:
    for row in codebook():
        told = dict(zip(HEAD, row, strict=True))
        assert told["meaning_de"] and told["meaning_en"] and told["type"], told
    stances = next(row for row in codebook() if row[:2] == ("claims", "stance"))
    assert "denies = denies" in stances[-1] and "alleges" in stances[-1]


def test_values_of_closed_lists_are_those_of_the_codebook(desk: Desk) -> None:
    found = tables(desk.store)
    lists = {(row["table"], row["column"]): row["values"] for row in found["codebook"] if row["values"]}
    for (table, column), values in lists.items():
        codes = {value.partition(" = ")[0] for value in values.split("; ")}
        assert {row[column] for row in found[table]} - {""} <= codes, (table, column)


def test_keys_join_the_tables(desk: Desk) -> None:
    found = tables(desk.store)
    claims, parties = {row["claim"] for row in found["claims"]}, {row["party"] for row in found["parties"]}
    assert {row["claim"] for row in found["steps"]} <= claims
    assert {key for row in found["edges"] for key in row["claim_keys"].split()} == claims
    assert {row[end] for row in found["edges"] for end in ("actor", "recipient")} - {""} <= parties
    assert {row["article"] for row in found["claims"]} <= {row["article"] for row in found["articles"]}
    denied = next(row for row in found["claims"] if row["sentence"] == DENIES)
    (step,) = (row for row in found["steps"] if row["claim"] == denied["claim"])
    assert (step["source"], step["stance"], step["cue"]) == ("Utopien", "denies", "bestreitet")


def test_each_claim_reifies_its_relation_and_asserts_nothing(desk: Desk) -> None:
    told = set(pyoxigraph.parse(written(desk.store, "rdf12"), format=RdfFormat.TRIG))
    plain = set(pyoxigraph.parse(written(desk.store, "trig"), format=RdfFormat.TRIG))
    added = told - plain
    assert plain < told and {quad.predicate for quad in added} == {REIFIES}
    assert len(added) == 5, "the strike is against nobody"
    terms = {quad.object for quad in added}
    assert all(isinstance(term, Triple) for term in terms) and not terms & {quad.triple for quad in told}


def nanopubs(store: Store) -> dict[str, list[Quad]]:
    """The quads of each nanopublication by its address."""
    found: dict[str, list[Quad]] = {}
    for quad in pyoxigraph.parse(written(store, "nanopub"), format=RdfFormat.TRIG):
        assert isinstance(quad.graph_name, NamedNode)
        found.setdefault(quad.graph_name.value.rpartition("-")[0], []).append(quad)
    return found


def test_a_nanopublication_has_four_graphs_that_name_each_other(desk: Desk) -> None:
    """What the guidelines ask: one head that links three graphs; provenance about the assertion, info about the whole."""
    found = nanopubs(desk.store)
    assert len(found) == 6
    for address, quads in found.items():
        graphs = {quad.graph_name.value for quad in quads}  # type: ignore[union-attr]
        assert graphs == {f"{address}-{name}" for name in ("head", "assertion", "provenance", "info")}
        head = {(quad.predicate.value, quad.object.value) for quad in quads if quad.graph_name.value.endswith("-head")}  # type: ignore[union-attr]
        links = (("hasAssertion", "assertion"), ("hasProvenance", "provenance"), ("hasPublicationInfo", "info"))
        assert {(NP + link, f"{address}-{name}") for link, name in links} < head
        assert (TYPE.value, NP + "Nanopublication") in head
        about = {(quad.graph_name.value.rpartition("-")[2], quad.subject.value) for quad in quads}  # type: ignore[union-attr]
        assert ("provenance", f"{address}-assertion") in about and ("info", address) in about


def test_a_nanopublication_asserts_the_content_alone(desk: Desk) -> None:
    """Who denies it stands in the provenance: nobody who merges assertions takes a denial for the fact."""
    for quads in nanopubs(desk.store).values():
        asserted = [quad for quad in quads if str(quad.graph_name).endswith("-assertion>")]
        assert {str(quad.subject).rpartition("/")[0].rpartition("/")[2] for quad in asserted} == {"proposition"}
        assert depesche("stance") not in {quad.predicate for quad in asserted}
        proven = {quad.predicate for quad in quads if str(quad.graph_name).endswith("-provenance>")}
        assert {depesche("stance"), depesche("sentence"), depesche("evidence"), depesche("modality")} <= proven
        info = {quad.predicate for quad in quads if str(quad.graph_name).endswith("-info>")}
        assert depesche("rule") in info and depesche("rule") not in proven


def test_a_copy_is_made_once_for_each_revision_and_goes_with_the_server(desk: Desk) -> None:
    dumps = Dumps(desk.store.folder)
    file, revision = dumps.file("nq")
    made = file.stat().st_mtime_ns
    assert file.read_bytes() == written(desk.store, "nq") and revision == desk.store.revision
    assert dumps.file("nq")[0].stat().st_mtime_ns == made
    dumps.close()
    assert not file.exists()


def test_two_copies_are_not_made_at_once(desk: Desk) -> None:
    dumps = Dumps(desk.store.folder)
    with dumps._lock, pytest.raises(StoreBusyError, match="try again"):
        dumps.file("nq")


def test_an_error_in_the_making_is_told(tmp_path: Path) -> None:
    dumps = Dumps(tmp_path / "none")
    with pytest.raises(StoreError, match="no store here"):
        dumps.file("nq")
    dumps.close()
