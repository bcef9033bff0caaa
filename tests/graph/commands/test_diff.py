"""`diff`: versions found by address or key, told for people and for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main

URL = "https://bote.example/raketen"
HEDGED = "Iran hat nach Angaben der US-Regierung Raketen an Russland geliefert."
PLAIN = "Iran hat Raketen an Russland geliefert."
MORE = "Großbritannien verhängte Sanktionen gegen Iran."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Three versions of one page, the second at its address with a tracking parameter; and a page that never changed."""
    for number, (text, url) in enumerate([(HEDGED, URL), (f"{PLAIN} {MORE}", f"{URL}?utm_source=x"), (HEDGED, f"{URL}#oben")], 1):
        given = {"text": text, "title": "Raketen", "outlet": "Bote", "published": f"2024-09-1{number}", "url": url}
        (tmp_path / f"{number}.json").write_text(json.dumps(given), encoding="utf-8")
    (tmp_path / "4.json").write_text(
        json.dumps({"text": PLAIN, "url": "https://bote.example/b", "published": "2024-09-11"}), encoding="utf-8"
    )
    assert run("add", *sorted(tmp_path.glob("*.json")), "--store", tmp_path / "store").exit_code == 0
    return tmp_path / "store"


def test_all_versions_at_an_address_are_compared_in_order(store: Path) -> None:
    told = run("diff", URL, "--store", store).stdout
    first, second = told.strip().split("\n\nRaketen, ")
    assert "▲ hardened: Iran → AID → Russland · in its own voice" in first
    assert "on somebody's word → in its own voice" in first
    assert f"before: {HEDGED}" in first and f"now: {PLAIN}" in first
    assert "+ added: Großbritannien → SANCTION → Iran" in first
    assert "▽ softened: Iran → AID → Russland" in second
    assert "- dropped: Großbritannien → SANCTION → Iran" in second


def test_programs_get_one_object(store: Path) -> None:
    told = json.loads(run("diff", URL, "--format", "json", "--store", store).stdout)
    assert [[change["change"] for change in step["changes"]] for step in told["steps"]] == [
        ["hardened", "added"],
        ["softened", "dropped"],
    ]
    assert told["steps"][0]["after"] == told["steps"][1]["before"]


@pytest.mark.parametrize("shape", ["{}", "http://depesche.localhost/id/article/{}", "http://127.0.0.1:1870/id/article/{}"])
def test_one_version_is_compared_with_the_one_before(store: Path, shape: str) -> None:
    last = json.loads(run("diff", URL, "--format", "json", "--store", store).stdout)["steps"][-1]
    told = json.loads(run("diff", shape.format(last["after"]), "--format", "json", "--store", store).stdout)
    assert told == {"steps": [last]}


def test_a_page_that_never_changed_says_so(store: Path) -> None:
    done = run("diff", "https://bote.example/b", "--store", store)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "only one version is in the store\n")


@pytest.mark.parametrize("missing", ["https://bote.example/nirgends", "nosuchkey"])
def test_what_is_not_there_is_named_with_the_remedy(store: Path, missing: str) -> None:
    done = run("diff", missing, "--store", store)
    assert done.exit_code == 1
    assert f"{missing}: no version of this article is in the store; `depesche add` reads it" in done.stderr
