"""Named questions: files that run as they stand, and values put into them."""

from pathlib import Path

import pytest

from graph.asking.finishing import FINISHING
from graph.asking.guard import check
from graph.asking.questions import FOLDER, Question, questions
from graph.asking.wording import columns
from graph.errors import DataFileError, NotFoundError, UsageError
from graph.identity import entity_key
from graph.rdf.names import PREFIXES
from tests.stores import ARKADIEN, HOLD

from .conftest import AffairDesk, Desk

_EXAMPLES = {"entity": "a" * 26, "relation": "AID", "date": "2024-06-03", "number": "7", "text": "Getreide"}
_HEAD = "# question.de: Was?\n# question.en: What?\n"


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_every_question_passes_the_guard_and_finds_what_it_asks_for(question: Question, desk: Desk, affair: AffairDesk) -> None:
    given = {name: each.default or _EXAMPLES[each.kind] for name, each in question.parameters.items()}

    assert check(question.bound(desk.base, "en", given), desk.base, PREFIXES).form == "select"
    found = [each.pool.answer(question.bound(each.base, "de")).rows for each in (desk, affair)]
    assert any(found) or question.name == "positions"  # nobody holds an office in these small stores
    assert all(len(rows) == len(set(rows)) for rows in found)


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
        (_HEAD + "# parameter: days number some\nASK {}", 3),
        (_HEAD + "# order: first\nASK {}", 3),
    ],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "bad.rq").write_text(text)
    with pytest.raises(DataFileError, match=rf"bad\.rq:{line}: "):
        questions(tmp_path)


def test_a_place_to_bind_needs_a_parameter(tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_text(_HEAD + "ASK {\n# bind entity\n}")
    with pytest.raises(DataFileError, match="bind"):
        questions(tmp_path)


def test_a_parameter_without_a_place_to_bind_is_for_what_finishes_the_answer() -> None:
    loose = {
        name
        for name, question in questions().items()
        if any(f"# bind {each}" not in question.query for each in question.parameters)
    }
    assert loose <= set(FINISHING)


def test_a_default_holds_until_something_is_given(tmp_path: Path) -> None:
    (tmp_path / "late.rq").write_text(_HEAD + "# parameter: days number 30\nSELECT ?days {\n  # bind days\n}")
    late = questions(tmp_path)["late"]

    assert "VALUES ?days { 30 }" in late.bound("http://a/")
    assert "VALUES ?days { 7 }" in late.bound("http://a/", given={"days": "7"})
    assert "VALUES ?days { 30 }" in late.bound("http://a/", given={"days": " "})
    with pytest.raises(UsageError, match="whole number"):
        late.bound("http://a/", given={"days": "soon"})


def test_a_part_for_the_whole_store_is_left_out_as_soon_as_somebody_asks_for_less(tmp_path: Path) -> None:
    part = "  # without entity relation\n  ?a ?b ?c .\n  # end\n"
    head = _HEAD + "# parameter: entity entity\n# parameter: relation relation\n"
    (tmp_path / "walk.rq").write_text(head + "SELECT ?c {\n  # bind entity\n  # bind relation\n" + part + "}")
    walk = questions(tmp_path)["walk"]

    assert "?a ?b ?c" in walk.bound("http://a/") and "?a ?b ?c" in walk.query
    assert "?a ?b ?c" not in walk.bound("http://a/", given={"relation": "AID"})


def test_one_of_several_words_may_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "clock.rq").write_text(_HEAD + "# parameter: clock event|published event\nSELECT ?clock {\n  # bind clock\n}")
    clock = questions(tmp_path)["clock"]

    assert 'VALUES ?clock { "published" }' in clock.bound("http://a/", given={"clock": "published"})
    with pytest.raises(UsageError, match="one of event, published"):
        clock.bound("http://a/", given={"clock": "wall"})


def test_parties_are_given_by_name_relations_in_any_case() -> None:
    told = {"Arkadien": "b" * 26}
    given = questions()["claims"].given({"entity": "Arkadien"}, told.__getitem__)

    assert given == {"entity": "b" * 26}
    assert questions()["who-says"].given({"relation": "aid"}, told.__getitem__) == {"relation": "AID"}


def test_all_questions_are_in_the_folder_of_queries() -> None:
    assert set(questions()) == {file.stem for file in FOLDER.glob("*.rq")}


@pytest.mark.parametrize("name", questions())
def test_every_column_and_parameter_has_words(name: str, affair: AffairDesk) -> None:
    assert {*affair.ask(name).columns, *questions()[name].parameters} <= columns()
