"""The gazetteer: its shape, what its forms mean, and that no id is claimed without proof."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from graph.errors import DataFileError
from graph.extraction.gazetteer import DATA, Entry, Gazetteer
from graph.model import Kind

TABLES = ("states", "organisations", "outlets", "places", "people", "offices", "given_names")
SHARED = Path(__file__).resolve().parents[4] / "shared" / "gazetteers"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("form", "row", "how"),
    [
        (("Irans",), "state/iran", "name"),
        (("iranischen",), "state/iran", "adjective"),
        (("Iranern",), "state/iran", "demonym"),
        (("Kreml",), "state/russland", "metonym"),
        (("Weißen", "Hauses"), "state/usa", "metonym"),
        (("Vereinten", "Nationen"), "org/un", "name"),
        (("NATO",), "org/nato", "name"),
        (("New", "York", "Times"), "outlet/new-york-times", "name"),
    ],
)
def test_forms_mean_what_they_say(gazetteer: Gazetteer, form: tuple[str, ...], row: str, how: str) -> None:
    assert Entry(row, how) in gazetteer.lookup(form)


def test_acronyms_are_no_words_in_lower_case(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(("US",)) and not gazetteer.lookup(("us",))


def test_an_entity_carries_id_kind_and_state(gazetteer: Gazetteer) -> None:
    entity = gazetteer.entity("state/iran")
    assert (entity.name, entity.kind, entity.wikidata) == ("Iran", Kind.STATE, "Q794")
    assert gazetteer.entity("outlet/new-york-times").state == "state/usa"


def test_every_row_says_where_it_comes_from(gazetteer: Gazetteer) -> None:
    assert all(row.source for row in gazetteer.rows.values())


def test_there_is_enough_to_read_the_news(gazetteer: Gazetteer) -> None:
    count = Counter(row.kind for row in gazetteer.rows.values())
    assert count[Kind.STATE] >= 200 and count[Kind.ORGANISATION] >= 300 and count[Kind.OUTLET] >= 200


def test_names_of_different_things_are_different(gazetteer: Gazetteer) -> None:
    names = Counter(row.name for row in gazetteer.rows.values() if row.kind is not None)
    assert {name for name, times in names.items() if times > 1} <= {"Bundesrat"}


def test_wikidata_ids_of_states_are_those_of_the_list() -> None:
    file = SHARED / "country-qids-en.json"
    if not file.exists():
        pytest.skip("the list of states with Wikidata ids is not beside this checkout")
    known = {entry["qid"] for entry in json.loads(file.read_text(encoding="utf-8"))}
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as rows:
        ids = {row["wikidata"] for row in csv.DictReader(rows) if row["wikidata"] and "country list" in row["source"]}
    assert len(ids) >= 190 and ids - known <= {"Q55"}


def test_a_malformed_row_is_named_with_its_line(tmp_path: Path) -> None:
    for name in TABLES:
        header = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        (tmp_path / f"{name}.csv").write_text(header + "\n", encoding="utf-8")
    with (tmp_path / "states.csv").open("a", encoding="utf-8") as file:
        file.write("state/nowhere,Nirgendwo\n")
    with pytest.raises(DataFileError, match=r"states\.csv:2: "):
        Gazetteer.load(tmp_path)


def test_a_given_name_that_stands_twice_is_named_with_its_line(tmp_path: Path) -> None:
    for name in TABLES:
        header = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        (tmp_path / f"{name}.csv").write_text(header + "\n", encoding="utf-8")
    (tmp_path / "given_names.csv").write_text(
        "name,gender,ambiguous,source\nOlli,m,,general knowledge\nOlli,m,,general knowledge\n", encoding="utf-8"
    )
    with pytest.raises(DataFileError, match=r"given_names\.csv:3: .*Olli"):
        Gazetteer.load(tmp_path)


def test_given_names_are_known_by_gender(gazetteer: Gazetteer) -> None:
    assert (gazetteer.gender("Olli Rehn"), gazetteer.gender("Christine Lagarde")) == ("m", "f")
    assert gazetteer.gender("Anna-Lena Berg") == "f", "the first of two tells"
    assert gazetteer.gender("Andrea Kiewel") is None, "women and men have it"
    assert gazetteer.gender("Gabriel") is None, "a single word may be a surname"
    assert gazetteer.gender("Xylo Brzk") is None and gazetteer.gender("") is None


def test_every_given_name_says_where_it_comes_from() -> None:
    with (DATA / "given_names.csv").open(encoding="utf-8", newline="") as rows:
        assert all(row["source"] for row in csv.DictReader(rows))


def test_the_reader_knows_the_given_names_of_many_languages(gazetteer: Gazetteer) -> None:
    given = gazetteer.known_names().given
    assert {"Friedbert", "Toby", "Olli", "Kemal", "Raed", "Oleksandr", "Sergej", "Thabo", "Narendra", "Shinzo"} <= given.all
    assert {"Rose", "Mark", "Will", "Nur"} <= given.doubtful < given.all
