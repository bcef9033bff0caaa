"""Named questions: files that run as they stand, and values put into them."""

from pathlib import Path

import pytest

from graph.asking.guard import check
from graph.asking.questions import FOLDER, Question, questions
from graph.errors import DataFileError, NotFoundError, UsageError
from graph.identity import entity_key
from graph.rdf.names import PREFIXES
from tests.stores import ARKADIEN, HOLD

from .conftest import Desk

_HEAD = "# question.de: Was?\n# question.en: What?\n"


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_every_question_passes_the_guard_and_finds_what_it_asks_for(question: Question, desk: Desk) -> None:
    given = {name: {"entity": "a" * 26, "relation": "AID"}[kind] for name, kind in question.parameters.items()}

    assert check(question.bound(desk.base, "en", given), desk.base, PREFIXES).form == "select"
    rows = desk.pool.answer(question.bound(desk.base, "de")).rows
    assert rows or question.name == "positions"  # nobody holds an office in the small store
    assert len(rows) == len(set(rows))


def test_a_bound_question_asks_about_one_thing_only(desk: Desk) -> None:
    every = desk.pool.answer(questions()["claims"].bound(desk.base)).rows
    some = desk.pool.answer(questions()["claims"].bound(desk.base, given={"entity": entity_key(ARKADIEN, "")})).rows
    none = desk.pool.answer(questions()["claims"].bound(desk.base, given={"entity": entity_key(HOLD, "")})).rows

    assert len(every) == 6 and len(some) == 5 and not none


def test_values_that_do_not_fit_are_refused() -> None:
    claims, who = questions()["claims"], questions()["who-says"]
    with pytest.raises(UsageError, match="no parameter"):
        claims.bound("http://a/", given={"colour": "red"})
    with pytest.raises(NotFoundError):
        claims.bound("http://a/", given={"entity": "x> } #"})
    with pytest.raises(NotFoundError):
        who.bound("http://a/", given={"relation": "AID } #"})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# what: is this\nASK {}", 1),
        ("# question.de: Was?\nASK {}", 1),
        (_HEAD + "# parameter: day weekday\nASK {}", 3),
        (_HEAD + "# order: first\nASK {}", 3),
    ],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "bad.rq").write_text(text)
    with pytest.raises(DataFileError, match=rf"bad\.rq:{line}: "):
        questions(tmp_path)


def test_a_place_to_bind_needs_a_parameter_and_the_other_way_round(tmp_path: Path) -> None:
    for number, text in enumerate((_HEAD + "ASK {\n# bind entity\n}", _HEAD + "# parameter: entity entity\nASK {}")):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "bad.rq").write_text(text)
        with pytest.raises(DataFileError, match="bind"):
            questions(tmp_path / str(number))


def test_all_questions_are_in_the_folder_of_queries() -> None:
    assert set(questions()) == {file.stem for file in FOLDER.glob("*.rq")}
