"""What holds for the answer to every question that is finished in Python."""

import csv
import io
import json

import pytest

from graph.asking import flat
from graph.asking.finishing import FINISHING
from graph.asking.questions import questions
from graph.asking.wording import LANGUAGES, columns
from tests.graph.asking.conftest import AffairDesk

FINISHED = pytest.mark.parametrize("name", sorted(FINISHING))
COUNTS = ("articles", "roots", "asserting", "denying")


@FINISHED
def test_columns_and_parameters_have_words(name: str, affair: AffairDesk) -> None:
    assert {*affair.ask(name).columns, *questions()[name].parameters} <= columns()


@FINISHED
def test_without_anything_given_the_affair_has_an_answer_of_flat_rows(name: str, affair: AffairDesk) -> None:
    reply = affair.ask(name)
    rows = json.loads(flat.write(reply, "json"))

    assert rows and all(list(row) == list(reply.columns) for row in rows)
    assert all(isinstance(value, str | int | float | None) for row in rows for value in row.values())
    assert len(list(csv.reader(io.StringIO(flat.write(reply, "csv").decode())))) == len(rows) + 1


@FINISHED
def test_counts_are_numbers_also_where_they_are_none(name: str, affair: AffairDesk) -> None:
    assert all(isinstance(row[count], int) for row in affair.told(name) for count in COUNTS if count in row)


@FINISHED
def test_the_same_question_has_the_same_answer(name: str, affair: AffairDesk) -> None:
    assert affair.ask(name) == affair.ask(name)


@FINISHED
@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_have_no_gaps(name: str, language: str, affair: AffairDesk) -> None:
    assert not [note.text(language) for note in affair.ask(name).notes if "{" in note.text(language)]
