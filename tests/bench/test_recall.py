"""The recall that stands beside answers is the one that is measured."""

from datetime import date
from pathlib import Path

import pytest

from bench.labelled import FOLDER, Tally, judgements, keep, total
from graph.asking.recall import Recall, recall
from graph.errors import DataFileError


@pytest.mark.slow
def test_the_recall_told_with_absences_is_the_one_of_the_labelled_set() -> None:
    measured, told = total(judgements(FOLDER))["strict"], recall()

    assert (told.found, told.claims) == (measured.hit, measured.hit + measured.missed), (
        "run `python -m bench.labelled --recall DAY`"
    )
    assert told.source == "bench/labelled"


def test_a_new_figure_is_kept_with_its_day(tmp_path: Path) -> None:
    file = tmp_path / "recall.toml"
    file.write_text("# How much.\nfound = 1\n")
    keep(Tally(hit=3, missed=1), date(2024, 6, 3), file)

    assert file.read_text().startswith("# How much.\nfound = 3\n")
    assert recall(file) == Recall(3, 4, "bench/labelled", date(2024, 6, 3))
    assert "3 of 4 claims" in recall(file).note.text("en") and "75 von 100" in recall(file).note.text("de")


@pytest.mark.parametrize("told", ["found = 1\n", "no toml", 'found = 5\nclaims = 4\nsource = "x"\nmeasured = 2024-06-03\n'])
def test_a_file_that_tells_no_recall_is_refused(tmp_path: Path, told: str) -> None:
    (tmp_path / "recall.toml").write_text(told)
    with pytest.raises(DataFileError, match=r"recall\.toml"):
        recall(tmp_path / "recall.toml")
