"""How the explorer is measured: what is promised stands beside what is reached, and a promise that is missed is said."""

import gzip
import json
import random
from pathlib import Path

import pytest

from bench import web
from bench.recording import recorded
from bench.served import picks
from bench.web import Figure, packed, table


def test_a_promise_has_one_side_and_what_promises_nothing_is_kept() -> None:
    assert Figure("expand", 300, "ms", most=300).kept and not Figure("expand", 301, "ms", most=300).kept
    assert Figure("pan", 15, "pictures/s", least=15).kept and not Figure("pan", 14.9, "pictures/s", least=15).kept
    assert Figure("styles", 10**6, "KB").kept


def test_the_table_says_what_is_missed() -> None:
    head, kept, missed, plain = table(
        [Figure("a", 12, "ms", most=20), Figure("b", 1234, "ms", most=20), Figure("c", 3, "KB")]
    ).splitlines()

    assert head.split() == ["reached", "promised", "kept"]
    assert kept.split() == ["a", "12", "ms", "≤", "20", "yes"]
    assert missed.split() == ["b", "1,234", "ms", "≤", "20", "MISSED"]
    assert plain.split() == ["c", "3", "KB"]


def test_parties_are_picked_once_each_and_the_first_ones_most_likely() -> None:
    ranked = range(1000)
    found = picks(ranked, 60, random.Random(1))

    assert len(set(found)) == 60 and found == picks(ranked, 60, random.Random(1))
    assert sum(each < 100 for each in found) > 30
    assert sorted(picks(range(5), 60, random.Random(1))) == list(range(5))


def test_what_a_page_may_load_is_counted_packed_and_once(tmp_path: Path) -> None:
    entries = {
        "explorer.ts": {"file": "explorer.js", "imports": ["shared"], "dynamicImports": ["later"]},
        "site.ts": {"file": "site.js", "imports": ["shared"]},
        "shared": {"file": "shared.js"},
        "later": {"file": "later.js", "imports": ["shared"]},
        "other.ts": {"file": "other.js"},
        "site.css": {"file": "site.css"},
        "explorer.css": {"file": "explorer.css"},
    }
    (tmp_path / ".vite").mkdir()
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(entries))
    for entry in entries.values():
        (tmp_path / str(entry["file"])).write_text(f"/* {entry['file']} */ " * 50)
    sizes = {
        name: len(gzip.compress((tmp_path / name).read_bytes())) / 1000
        for name in ("explorer.js", "site.js", "shared.js", "later.js")
    }

    scripts, styles = packed(tmp_path)

    assert scripts == pytest.approx(sum(sizes.values())) and 0 < styles < scripts


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(600)
def test_a_small_store_is_measured_in_a_real_browser(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded(tmp_path / "recording.jsonl", corpus=tmp_path / "no-corpus.jsonl")
    given = [
        "--articles",
        "60",
        "--keep",
        tmp_path,
        "--requests",
        "10",
        "--starts",
        "1",
        "--visits",
        "2",
        "--json",
        tmp_path / "json",
    ]
    left = web.main([str(each) for each in given])

    figures = {each["name"]: each for each in json.loads((tmp_path / "json").read_text(encoding="utf-8"))["60"]}
    assert {"first graph", "expand: 95 of 100", "claims behind a relation: 95 of 100", "scripts of the explorer, gzipped"} <= set(
        figures
    )
    assert all(each["value"] > 0 for name, each in figures.items() if "tasks" not in name and "longest" not in name)
    assert figures["scripts of the explorer, gzipped"]["value"] < 220
    assert any(name.startswith("pan: ") for name in figures)
    assert left == ("MISSED" in capsys.readouterr().out)  # a busy machine may miss what a quiet one keeps; it must be said
