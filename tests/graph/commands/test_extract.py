"""`extract`: claims in three forms, and bad files named while the others are read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main
from graph.model import Article
from graph.records import reading_from_json

TEXT = "Iran hat Raketen an Russland geliefert."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_text(f"---\npublished: 2024-09-11\noutlet: Bote\nid: a1\n---\n{TEXT}", encoding="utf-8")
    return file


def test_json_lines_hold_the_claims_with_their_places_in_the_text(article: Path) -> None:
    done = run(article)
    assert (done.exit_code, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    told = json.loads(line)
    assert (told["id"], told["language"]) == ("a1", "de")
    assert "text" not in told["article"]
    first = told["claims"][0]
    assert (first["actor"]["name"], first["relation"], first["recipient"]["name"]) == ("Iran", "AID", "Russland")
    assert "geliefert" in TEXT[first["evidence"]["start"] : first["evidence"]["end"]]


def test_the_text_goes_with_it_when_asked_for(article: Path) -> None:
    (line,) = run(article, "--with-text").stdout.splitlines()
    reading = reading_from_json(line)
    assert isinstance(reading.article, Article) and reading.article.text == TEXT


def test_a_table_is_for_human_eyes(article: Path) -> None:
    shown = run(article, "--format", "table").stdout
    assert "Iran → AID → Russland" in shown


def test_trig_names_the_article_as_a_graph(article: Path) -> None:
    shown = run(article, "--format", "trig").stdout
    assert "<http://depesche.localhost/id/article/" in shown
    assert "depesche:Claim" in shown


def test_a_bad_file_is_named_and_the_others_are_read(article: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere.txt", article)
    assert done.exit_code == 1
    assert done.stderr == f"{tmp_path / 'nowhere.txt'}: there is no such file\n"
    assert len(done.stdout.splitlines()) == 1


def test_the_result_may_go_to_a_file_which_is_whole_or_not_there(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    assert run(article, "--out", out).stdout == ""
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "a1"
    done = run(article, "--out", tmp_path / "no" / "claims.jsonl")
    assert done.exit_code == 2
    assert not list(tmp_path.glob("*.part"))


def test_extraction_is_the_same_every_time(article: Path) -> None:
    assert run(article).stdout == run(article).stdout


def test_no_file_is_wrong_usage() -> None:
    assert run().exit_code == 2
