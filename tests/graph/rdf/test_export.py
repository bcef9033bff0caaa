"""The store as a file."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from graph.errors import UsageError
from graph.rdf.claims import to_quads
from graph.rdf.export import COLUMNS, export, write_claims, write_quads
from graph.rdf.terms import Terms
from tests.factory import article, claim, party, reading, step

from .stores import exported, filled, lines

FIRST = reading(article(url="https://a.example/1"), [claim(attribution=[step(stance="alleges"), step(None, "denies")])])
SECOND = reading(article('Ein „Text“ mit "Zeichen", \n und mehr.', url="https://a.example/2"), [claim(actor=None)], sentences=())


def test_all_forms_tell_the_same(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST, SECOND])
    quads = set(parse(exported(store, "nq").encode(), RdfFormat.N_QUADS))
    assert set(parse(exported(store, "trig").encode(), RdfFormat.TRIG)) == quads
    assert set(parse(exported(store, "jsonld").encode(), RdfFormat.JSON_LD)) == quads
    assert {each.triple for each in parse(exported(store, "ttl").encode(), RdfFormat.TURTLE)} == {each.triple for each in quads}


def test_how_the_store_was_made_stays_out(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST])
    assert "graph/meta" not in exported(store)
    assert "2024-06-04" not in exported(store), "when an article was first seen"


def test_graphs_and_lines_are_sorted(tmp_path: Path) -> None:
    told = exported(filled(tmp_path / "s", [FIRST, SECOND])).strip().split("\n")
    assert told == sorted(told, key=lambda line: (line.rsplit(" ", 2)[1], line.rsplit(" ", 2)[0]))


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [FIRST, SECOND])
    script = (
        "import sys; from pathlib import Path; from graph.rdf.export import export; from graph.rdf.snapshot import open_snapshot;"
        "export(open_snapshot(Path(sys.argv[1])), 'trig', sys.stdout.buffer)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, store.folder], capture_output=True, cwd=Path(__file__).parents[3], check=True
    )
    assert done.stdout.decode() == exported(store, "trig")


def test_quads_can_be_written_without_a_store(tmp_path: Path) -> None:
    stream = io.BytesIO()
    write_quads(to_quads(FIRST, Terms()), "nq", stream)
    told = set(stream.getvalue().decode().split("\n")) - {""}
    assert told == {line for line in lines(filled(tmp_path / "s", [FIRST])) if "/graph/derived>" not in line}


def test_prefixes_are_sorted_and_nothing_is_nothing() -> None:
    stream = io.BytesIO()
    write_quads(to_quads(FIRST, Terms()), "trig", stream)
    prefixes = [line for line in stream.getvalue().decode().splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert len(prefixes) > 5


def test_claims_as_a_table() -> None:
    stream = io.BytesIO()
    write_claims([FIRST, reading(claims=[claim("REQUEST", party("Arkadien"), None)])], stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode())))
    assert tuple(rows[0]) == COLUMNS
    assert [row["relation"] for row in rows] == ["AID", "REQUEST"]
    assert (rows[0]["stance"], rows[0]["attribution"]) == ("denies", "Minister Hold (alleges) > ? (denies)")
    assert rows[1]["recipient"] == ""


def test_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format “pdf”; there are nq, trig"):
        export(filled(tmp_path / "s", []).snapshot(), "pdf", io.BytesIO())


def test_json_ld_is_json(tmp_path: Path) -> None:
    assert json.loads(exported(filled(tmp_path / "s", [FIRST]), "jsonld"))
