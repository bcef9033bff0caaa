"""What the reader makes of real texts, kept in a file so that it is read once and told again as often as one likes."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from graph.extraction.reader import Reader
from graph.model import Article, Reading
from graph.reading import read
from graph.records import reading_from_json, reading_to_json

from .measure import ROOT, SHARED

DISPATCHES = ROOT / "examples" / "dispatches"
CORPUS = SHARED / "corpora" / "wikinews-de.jsonl"
FROM_CORPUS = 300  # articles: half a minute of reading, and 1,500 claims


def recorded(file: Path | None = None, corpus: Path = CORPUS) -> Sequence[Reading]:
    """The readings that `file` keeps; those of the example dispatches and of a corpus beside the repository when it is not
    there, which it then keeps."""
    if file is not None and file.exists():
        return [reading_from_json(line) for line in file.read_text(encoding="utf-8").splitlines()]
    reader = Reader.load()
    found = [reader.read(article) for article in read([DISPATCHES]) if isinstance(article, Article)]
    if corpus.exists():
        found += [reader.read(article) for article in islice(read([corpus]), FROM_CORPUS) if isinstance(article, Article)]
    if file is not None:
        file.write_text("".join(f"{reading_to_json(reading)}\n" for reading in found), encoding="utf-8")
    return found
