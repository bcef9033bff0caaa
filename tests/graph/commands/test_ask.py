"""`ask`: which question is meant, in which form the answer comes, and what is refused."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main

QUERY = "SELECT ?title { ?a a depesche:Article ; schema:headline ?title } ORDER BY ?title"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ask")
    for title in ("Eins", "Zwei"):
        text = f"---\ntitle: {title}\npublished: 2024-09-11\noutlet: Bote\n---\nIran hat Raketen an Russland geliefert."
        (folder / f"{title}.md").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["add", str(folder), "--store", str(folder / "store")], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return folder / "store"


def ask(store: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["ask", *map(str, arguments), "--store", str(store)], catch_exceptions=False)


def test_a_table_is_for_human_eyes(store: Path) -> None:
    assert ask(store, QUERY).stdout == "title\nEins\nZwei\n"


def test_programs_get_their_formats(store: Path) -> None:
    assert ask(store, QUERY, "--format", "csv").stdout.split() == ["title", "Eins", "Zwei"]
    bindings = json.loads(ask(store, QUERY, "--format", "json").stdout)["results"]["bindings"]
    assert [each["title"]["value"] for each in bindings] == ["Eins", "Zwei"]
    assert ask(store, "DESCRIBE plover:AID", "--format", "ttl").exit_code == 0


def test_yes_and_no_are_said_in_words(store: Path) -> None:
    assert ask(store, "ASK { ?a a depesche:Article }").stdout == "yes\n"
    assert ask(store, "ASK { ?a a depesche:Elephant }").stdout == "no\n"


def test_a_query_may_stand_in_a_file(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "titles.rq"
    file.write_text(QUERY, encoding="utf-8")
    assert ask(store, file).stdout == ask(store, QUERY).stdout
    assert ask(store, tmp_path / "none.rq").exit_code == 2


def test_a_name_that_is_no_question_is_told_with_those_there_are(store: Path) -> None:
    done = ask(store, "dispoots")
    assert done.exit_code == 2
    assert "there is no question called dispoots; there are " in done.stderr


def test_an_answer_that_has_no_such_form_is_wrong_usage(store: Path) -> None:
    assert ask(store, QUERY, "--format", "ttl").exit_code == 2


def test_what_is_no_query_or_not_allowed_says_why(store: Path) -> None:
    assert "line 1" in ask(store, "SELECT ?x WHERE { ?x }").stderr
    assert ask(store, "INSERT DATA { <a:a> <a:b> <a:c> }").exit_code == 2
    assert ask(store, "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }").exit_code == 2


def test_a_cut_answer_says_so(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEPESCHE_QUERY_ROWS", "1")
    done = ask(store, QUERY)
    assert done.stdout == "title\nEins\n"
    assert done.stderr == "cut after 1 rows; the setting query_rows allows more\n"


def test_the_named_questions_are_listed(store: Path) -> None:
    listed = ask(store).stdout.splitlines()
    assert any(line.startswith("disputes") for line in listed)


def test_an_answer_without_rows_is_said_to_be_none(store: Path) -> None:
    done = ask(store, "disputes")
    assert done.exit_code == 0 and "nothing in the store answers this" in done.stderr
