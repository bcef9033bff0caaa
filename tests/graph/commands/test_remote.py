"""Commands on a store that keeps its quads in an engine: named by its address, and never a word of secrets."""

import io
import json
from pathlib import Path

import pytest

from graph.jobs.queue import Queue
from graph.rdf.export import export
from graph.rdf.store import Store
from tests.engines import Server, oxigraph, running
from tests.graph.jobs.making import text

from .test_store import TEXT, run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    file = tmp_path / "articles.jsonl"
    given = ({"id": name, "text": f"{TEXT} {name}", "outlet": "Bote", "published": "2024-09-11"} for name in ("Eins.", "Zwei."))
    file.write_text("".join(json.dumps(each) + "\n" for each in given), encoding="utf-8")
    return file


@pytest.mark.slow
def test_add_ask_export_remove_and_rebuild_end_to_end(server: Server, articles: Path, tmp_path: Path) -> None:
    state, local = tmp_path / "state", tmp_path / "local"
    there, here = ("--store", server.address, "--state", state), ("--store", local)
    for place in (there, here):
        assert run("add", articles, *place).stderr.splitlines()[-1].startswith("2 articles added")
    assert run("add", articles, *there).stderr.splitlines()[-1].startswith("0 articles added, 2 already there")
    for form in ("nq", "trig", "csv"):
        assert run("export", "--format", form, *there).stdout == run("export", "--format", form, *here).stdout
    for question in (["claims", "entity=Iran"], ["who-says"], ["SELECT (COUNT(*) AS ?n) { ?c a depesche:Claim }"]):
        assert run("ask", *question, *there).stdout == run("ask", *question, *here).stdout
    assert run("check", *there).stderr == "well-formed\n"
    assert f"store      {server.address}\nstate      {state}\n" in run("info", *there).stdout

    key = Store.open(local).articles.keys()[0]
    for place in (there, here):
        assert run("remove", key, *place).exit_code == 0
    assert run("export", *there).stdout == run("export", *here).stdout
    assert run("rebuild", *there).exit_code == 0
    assert run("export", *there).stdout == run("export", *here).stdout

    assert "keeps its quads at" in run("ask", "claims", "--store", state).stderr
    assert run("rebuild", "--store", state).exit_code == 0
    moved = io.BytesIO()
    export(Store.open(state).snapshot(), "trig", moved)
    assert moved.getvalue().decode() == run("export", *here).stdout


@pytest.mark.slow
def test_jobs_given_in_a_browser_are_stored_in_the_engine(server: Server, articles: Path, tmp_path: Path) -> None:
    there = ("--store", server.address, "--state", tmp_path / "state")
    assert run("add", articles, "--at-once", *there).exit_code == 0
    queue = Queue(tmp_path / "state" / "jobs.sqlite")
    number = queue.add(text("Deutschland liefert der Ukraine Panzer."))
    assert run("work", "--once", *there).exit_code == 0
    queue.store(number)
    assert run("work", "--once", *there).exit_code == 0
    assert "articles   3\n" in run("info", *there).stdout
    assert not (tmp_path / "state" / "quads").exists()


def test_an_engine_without_a_union_is_refused_with_the_remedy(articles: Path, tmp_path: Path) -> None:
    with running(oxigraph(tmp_path, union=False)) as server:
        done = run("add", articles, "--store", server.address, "--state", tmp_path / "state")
    assert done.exit_code == 2
    assert "start Oxigraph with --union-default-graph" in done.stderr


def test_a_state_goes_with_an_engine_alone(tmp_path: Path) -> None:
    done = run("info", "--store", tmp_path, "--state", tmp_path)
    assert (done.exit_code, done.stderr) == (2, "depesche: --state goes with an engine; give its address as --store\n")


def test_secrets_are_shown_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DEPESCHE_ENGINE_USER", "anna")
    monkeypatch.setenv("DEPESCHE_ENGINE_PASSWORD", "geheim")
    monkeypatch.setenv("DEPESCHE_STORE", "http://127.0.0.1:9/sparql")
    monkeypatch.setenv("DEPESCHE_ENGINE_TRIES", "1")
    shown = run("config")
    assert 'store = "http://127.0.0.1:9/sparql"  # DEPESCHE_STORE' in shown.stdout
    failing = run("info", "--state", tmp_path / "none")
    assert failing.exit_code == 2
    in_address = run("info", "--store", "http://anna:geheim@127.0.0.1:9/", "--state", tmp_path)
    assert "set DEPESCHE_ENGINE_USER and DEPESCHE_ENGINE_PASSWORD" in in_address.stderr
    assert not any("geheim" in each.output for each in (shown, failing, in_address))
