"""The commands that keep a store: what they say, and that a second call changes nothing."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main
from graph.identity import article_key
from graph.model import Article

TEXT = "Iran hat Raketen an Russland geliefert."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    file = tmp_path / "articles.jsonl"
    given = ({"id": name, "text": TEXT, "outlet": "Bote", "published": "2024-09-11"} for name in ("a", "b"))
    file.write_text("".join(json.dumps(each) + "\n" for each in given), encoding="utf-8")
    return file


@pytest.fixture
def store(articles: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    assert run("add", articles, "--store", folder).exit_code == 0
    return folder


def test_adding_says_what_is_new(articles: Path, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    assert run("add", articles, "--store", folder).stderr.splitlines()[-1].startswith("2 articles added")
    assert run("add", articles, "--store", folder).stderr.splitlines()[-1].startswith("0 articles added, 2 already there")


def test_a_bad_line_is_named_and_the_rest_is_added(articles: Path, tmp_path: Path) -> None:
    articles.write_text(articles.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    done = run("add", articles, "--store", tmp_path / "store")
    assert done.exit_code == 1
    assert f"{articles}:3: broken JSON" in done.stderr
    assert "2 articles added" in done.stderr


def test_what_is_in_the_store_can_be_told_and_asked(store: Path) -> None:
    assert "articles" in run("info", "--store", store).stdout
    counted = run("ask", "SELECT (COUNT(*) AS ?n) { ?a a depesche:Article }", "--format", "csv", "--store", store)
    assert counted.stdout.split() == ["n", "2"]


def test_an_article_is_removed_by_its_key(store: Path) -> None:
    key = article_key(Article(TEXT, outlet="Bote", published=None, identifier="a"))
    assert run("remove", key, "--store", store).exit_code == 1, "no such article: it has a date"
    found = run("ask", "SELECT ?a { ?a a depesche:Article } ORDER BY ?a", "--format", "csv", "--store", store).stdout.split()[1:]
    assert run("remove", found[0], "--store", store).exit_code == 0
    left = run("ask", "SELECT ?a { ?a a depesche:Article }", "--format", "csv", "--store", store).stdout.split()[1:]
    assert left == found[1:]


def test_rebuilding_changes_no_byte_of_the_export(store: Path, tmp_path: Path) -> None:
    before = run("export", "--store", store).stdout
    assert run("rebuild", "--store", store).exit_code == 0
    assert run("export", "--store", store).stdout == before
    assert "depesche:Claim" in before


def test_the_store_is_well_formed(store: Path) -> None:
    assert run("check", "--store", store).exit_code == 0


@pytest.mark.parametrize("form", ["nq", "ttl", "jsonld", "rdf12", "nanopub", "graphml", "gexf", "csv"])
def test_every_format_of_an_export_has_something_to_say(store: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"all.{form}"
    assert run("export", "--format", form, "--out", out, "--store", store).exit_code == 0
    assert ("Bote" if form not in ("graphml", "gexf") else "Iran") in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["csv", "tables"])
def test_a_zip_holds_all_tables(store: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "all.zip"
    assert run("export", "--format", form, "--out", out, "--store", store).exit_code == 0
    assert "codebook.csv" in zipfile.ZipFile(out).namelist()


@pytest.mark.parametrize("command", ["info", "check", "rebuild", "export", "ask"])
def test_a_missing_store_is_an_error_with_a_remedy(tmp_path: Path, command: str) -> None:
    more = ["SELECT * { ?s ?p ?o }"] if command == "ask" else []
    done = run(command, *more, "--store", tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "there is no store here; `depesche add` or `depesche demo` makes one" in done.stderr
    assert not (tmp_path / "nowhere").exists()
