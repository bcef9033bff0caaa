"""`network`: measures on the command line, beside what they mean."""

import csv
import json
from pathlib import Path

import networkx
import pytest
from click.testing import CliRunner, Result

from graph.asking.measures.catalogue import catalogue
from graph.cli import main
from tests.stores import example_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_store(tmp_path_factory.mktemp("network") / "store").folder


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["network", *arguments, "--store", str(store)], catch_exceptions=False)


def test_without_a_measure_all_are_told(store: Path) -> None:
    told = run(store).stdout.splitlines()
    assert [line.split()[0] for line in told] == list(catalogue().measures)


def test_a_table_stands_below_what_it_means(store: Path) -> None:
    lines = run(store, "centrality", "--limit", "1").stdout.splitlines()

    assert lines[0] == catalogue().measures["centrality"].meaning["en"]
    assert lines[2] == "Parties 2 · Ties 2 · Density 1.0"
    assert lines[4].split() == [
        "Party",
        "Acts",
        "on",
        "Acted",
        "on",
        "by",
        "Roots",
        "out",
        "Roots",
        "in",
        "Betweenness",
        "PageRank",
        "Core",
    ]
    assert lines[5].split()[1:] in (["1", "1", "2", "1", "0.0", "0.5", "1"], ["1", "1", "1", "2", "0.0", "0.5", "1"])
    assert lines[6] == "1 more row; --limit shows more, --format csv all"


def test_only_around_a_party_in_some_days(store: Path) -> None:
    done = run(store, "centrality", "--entity", "Arkad", "--until", "2024-06-06", "--format", "json")
    assert done.stderr == "around Arkadien\n"
    assert {row["party"]["name"]: row["roots_out"] for row in json.loads(done.stdout)["rows"]} == {"Arkadien": 2, "Utopien": 0}


def test_allegations_are_asked_for_by_name(store: Path) -> None:
    text = run(store, "centrality", "--voice", "alleged").stdout
    assert "Ties 1" in text
    assert "1 pair is spoken of together without a tie: denied, doubted, planned or in another voice" in text


def test_programs_get_their_formats(store: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(run(store, "citations", "--format", "csv").stdout.splitlines()))
    assert {(row["citing"], row["cited"], row["mutual"]) for row in rows} >= {("Morgenblatt", "Abendbote", "false")}

    file = tmp_path / "network.graphml"
    assert run(store, "balance", "--format", "graphml", "--out", str(file)).exit_code == 0
    assert networkx.read_graphml(file, force_multigraph=True).number_of_edges() == 2


def test_what_makes_no_sense_is_one_line(store: Path) -> None:
    for arguments, told in (
        (["power"], "there is no measure called 'power'; there are centrality, "),
        (["centrality", "--since", "June"], "'June' is no date; write it as 2024-06-03"),
        (["centrality", "--entity", "xyzzy"], "the store knows nobody called 'xyzzy'"),
    ):
        done = run(store, *arguments)
        assert done.exit_code in (1, 2) and done.stderr.startswith(f"depesche: {told}")
