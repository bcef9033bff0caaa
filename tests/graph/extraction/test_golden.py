"""Whole short articles and the claims that come out of them: one folder a case, `article.md` beside `claims.txt`."""

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.extraction.reader import Reader
from graph.reading import read

from .conftest import told

GOLDEN = Path(__file__).parents[2] / "golden"


def lines(reader: Reader, case: Path) -> list[str]:
    """The claims in the order of the text, each with the words that carry it."""
    (article,) = read([case / "article.md"], lambda notice: None)
    assert not isinstance(article, InputError)
    return [f"{told(claim)} | {claim.evidence.of(article.text)}" for claim in reader.read(article).claims]


@pytest.mark.parametrize("case", sorted(GOLDEN.iterdir()), ids=lambda case: case.name)
def test_a_golden_article_makes_the_same_claims(reader: Reader, case: Path) -> None:
    assert lines(reader, case) == (case / "claims.txt").read_text(encoding="utf-8").splitlines()
