"""What must never be committed: addresses and paths of one machine, built files, other people's sentences."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

_BUILT = ("web/static/", "node_modules/", ".venv/", "dist/", "__pycache__/", ".egg-info/")
_BINARY = {".png", ".jpg", ".ico", ".woff", ".woff2", ".gz"}

# Written in pieces, so that this file does not hold what it looks for.
_MACHINE = re.compile(
    "|".join(
        (
            r"(?<![\w.~$}/-])/(?:wo" + r"rk|ro" + r"ot)/\w",  # working folders and homes of one machine
            r"(?<![\w.~$}/-])/(?:ho" + r"me|Us" + r"ers)/\w",
            r"index[-_]u" + r"rl",  # package indexes: which one is used is a matter of the machine
            r"^registry\s*=",
            r"https?://[^\s\"'<>]*/sim" + r"ple\b",
            r"https?://[^\s\"'<>]*/artifact" + r"ory\b",
        )
    ),
    re.MULTILINE,
)


@cache
def tracked() -> tuple[Path, ...]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def texts() -> list[tuple[str, str]]:
    """Name and content of every tracked file that is text."""
    return [(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in tracked() if path.suffix not in _BINARY]


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    found = [f"{name}: {match[0]}" for name, text in texts() for match in _MACHINE.finditer(text)]
    assert not found, "\n".join(found)


def test_nothing_built_is_committed() -> None:
    assert [name for name, _ in texts() if any(part in f"{name}/" for part in _BUILT)] == []


def test_no_link_is_committed() -> None:
    """A link leads to a place of the machine that it was made on."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-s"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    assert [line for line in listed.splitlines() if line.startswith("120000")] == []


def test_the_lock_file_fixes_versions_and_no_registry() -> None:
    lock = json.loads((ROOT / "web" / "ui" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages
    assert [name for name, each in packages.items() if "resolved" in each] == []
    assert [name for name, each in packages.items() if "integrity" not in each] == []


def test_every_pin_is_exact_and_the_constraints_agree() -> None:
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines())
    asked = re.findall(
        r'^ +"([\w.-]+)([=<>~!][^;]*?)?(?:;.*?)?",', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    versions = {name: version for name, version in asked if name in pins}
    assert len(versions) > 10
    assert {name: f"=={pins[name]}" for name in versions} == versions


def test_no_sentence_of_the_measuring_texts_is_in_the_repository(shared: Path) -> None:
    ours = "\n".join(text for _, text in texts())
    words = set(re.findall(r"\w+", ours))  # looked at first: most sentences hold one that is nowhere here
    folders = (shared / "claims" / "articles", shared / "claims" / "challenge" / "articles")
    given = [json.loads(file.read_text(encoding="utf-8")) for folder in folders for file in sorted(folder.glob("*.json"))]
    lines = (shared / "corpora" / "wikinews-de.jsonl").read_text(encoding="utf-8").splitlines()
    for article in [*given, *map(json.loads, lines)]:
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", article["text"]):
            whole = re.findall(r"\w+", sentence)[1:-1]  # the first and the last may be parts of longer ones
            assert len(sentence) < 40 or not words.issuperset(whole) or sentence not in ours, f"{article['id']}: {sentence}"
