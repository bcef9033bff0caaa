"""The words for measures: complete, and refused where they are not."""

from pathlib import Path

import pytest

from graph.asking.measures.answers import answer
from graph.asking.measures.catalogue import FILE, ROWS, catalogue
from graph.errors import DataFileError

from .made import SCORES, edge, network
from .test_citing import citations, cites


@pytest.mark.parametrize("name", ROWS)
def test_every_figure_has_its_words(name: str) -> None:
    of = catalogue().measures[name]
    told = answer(of, network([edge("a", "b")]) if of.network == "parties" else citations(cites("a", "b")), SCORES)
    assert {figure for figure, _ in told.figures} <= set(catalogue().figures)


def test_every_column_of_every_measure_has_its_words_and_no_word_is_left_over() -> None:
    assert {column for each in catalogue().measures.values() for column in each.columns} == set(catalogue().columns)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[measures.roles]", "[measures.rules]", "must tell of"),
        ('network = "sources"', 'network = "outlets"', "needs a network"),
        ("title.en", "title.fr", "needs words in de and en"),
        ("party = {", "partei = {", "has words for no column"),
        ("[columns]", "[columns", "cannot be read"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, old: str, new: str, told: str) -> None:
    file = tmp_path / "measures.toml"
    file.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=told) as error:
        catalogue(file)
    assert str(file) in str(error.value)
