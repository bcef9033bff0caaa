"""The scores: `extract` is run as a user runs it, and the scorers beside the repository judge what it prints.

Knows where the measuring data stand and how the scorers print; what they mean is told in the scorers themselves. The set
"own" stands in the repository and is read and judged in this process.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from .labelled import measure_labelled
from .trees import measure as measure_trees

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

_FIGURE = re.compile(r"^(\w+) +P [\d.]+ +R [\d.]+ +F1 ([\d.]+)", re.MULTILINE)


def measure(shared: Path, names: Iterable[str]) -> dict[str, dict[str, float]]:
    """The F1 figures of each named set."""
    return {name: SETS[name](shared) for name in names}


def _python(*arguments: str | Path) -> str:
    environ = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=ROOT, env=environ, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def _figures(printed: str) -> dict[str, float]:
    return {name: float(value) for name, value in _FIGURE.findall(printed)}


def _claims(folder: str, chosen: Callable[[str], bool]) -> Callable[[Path], dict[str, float]]:
    def score(shared: Path) -> dict[str, float]:
        articles, gold = shared / folder / "articles", shared / folder / "gold"
        with TemporaryDirectory() as scratch:
            some = Path(scratch)
            files = [file for file in sorted(articles.glob("*.json")) if chosen(file.stem) and _language(file) == "de"]
            for file in files:
                (some / file.name).write_bytes((gold / file.name).read_bytes())
            predictions = some / "predictions.jsonl"
            _python("-m", "graph", "extract", *files, "--out", predictions)
            return _figures(_python(shared / "claims" / "score.py", some, articles, predictions))

    return score


def _language(file: Path) -> str:
    return str(json.loads(file.read_text(encoding="utf-8"))["language"])


def _quotes(shared: Path) -> dict[str, float]:
    gold = shared / "quotes" / "dev.jsonl"
    with TemporaryDirectory() as scratch:
        predictions = Path(scratch) / "predictions.jsonl"
        _python("-m", "graph", "extract", gold, "--out", predictions)
        return _figures(_python(shared / "quotes" / "score.py", gold, predictions))


def _trees(shared: Path) -> dict[str, float]:
    counts = measure_trees(sorted((shared / "trees").glob("*.conllu")))
    return {**{name: count.f1 for name, count in counts.items()}, "finite_recall": counts["finite"].recall}


OWN = ("own",)  # needs nothing beside the repository
SETS: dict[str, Callable[[Path], dict[str, float]]] = {
    "seed": _claims("claims", lambda name: name == "seed"),
    "german": _claims("claims", lambda name: True),
    "challenge": _claims("claims/challenge", lambda name: True),
    "quotes": _quotes,
    "trees": _trees,
    "own": lambda _: measure_labelled(),
}
