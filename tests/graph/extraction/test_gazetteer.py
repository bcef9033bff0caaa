"""The gazetteer: its shape, what its forms mean, and that no id is claimed without proof."""

import csv
import json
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from graph.errors import DataFileError
from graph.extraction.gazetteer import DATA, Entry, Gazetteer
from graph.extraction.name_words import known_names
from graph.model import Kind

TABLES = ("states", "organisations", "outlets", "places", "people", "offices", "given_names")
SHARED = Path(__file__).resolve().parents[4] / "shared"
CORPUS = SHARED / "corpora" / "wikinews-de.jsonl"
COLUMNS = ("name_de", "name", "aliases_de", "aliases", "metonyms_de", "name_en", "aliases_en", "metonyms_en")
TWO_THINGS = {  # one form, two rows, and the row that is listed first is the one that is meant more often
    *("Brüssel", "Brussels", "Jerusalem", "Jordan", "Georgia", "Kongo", "Congo", "Bundesrat", "EDA", "SNA", "Sabah"),
}
NOUNS_AND_COMMON_NAMES = (
    *("Schüssel", "Schwimmer", "Lasso", "Haspel", "Bar", "But", "Kohl", "Lotse", "Straw", "Rice", "Gates", "Power", "May"),
    *("Weber", "Fischer", "Schmidt", "Müller", "Koch", "Beck", "Brown", "Johnson", "Clark", "Fox", "Jones", "Miller", "Smith"),
    *("Kim", "Lee", "Park", "Li", "Wang", "Wong", "Khan", "Singh", "Ali", "Hassan", "Hussein", "Ahmed", "Mohammed", "Omar"),
)


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(row: dict[str, str]) -> set[str]:
    """All names of a row, German and English, as the file has them."""
    return {name for column in COLUMNS for name in (row.get(column) or "").split("|") if name}


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
    assert count[Kind.STATE] >= 205 and count[Kind.ORGANISATION] >= 1300 and count[Kind.OUTLET] >= 900
    assert count[Kind.PLACE] >= 1100 and count[Kind.PERSON] >= 1800


def test_names_of_different_things_are_different(gazetteer: Gazetteer) -> None:
    names = Counter(row.name for row in gazetteer.rows.values() if row.kind is not None)
    assert {name for name, times in names.items() if times > 1} <= {"Bundesrat"}


def test_an_id_belongs_to_one_thing() -> None:
    for table in ("states", "organisations", "outlets", "places", "offices"):
        assert not [row for row, times in Counter(r["id"] for r in rows(table)).items() if times > 1]
    people = defaultdict(set)
    for row in rows("people"):  # one row for each term of office
        people[row["id"]].add(row["name_de"])
    assert not [person for person, called in people.items() if len(called) > 1]


def test_every_state_can_be_met_by_adjective_people_and_seat() -> None:
    states = rows("states")
    assert [r["name_de"] for r in states if not r["adjective_de"]] == ["St. Kitts und Nevis"]  # German has none
    assert {r["name_de"] for r in states if not r["demonym_de"]} <= {"St. Kitts und Nevis", "Vatikan", "Serbien und Montenegro"}
    no_seat_of_their_own_name = {"Singapur", "Monaco", "San Marino", "Vatikan", "Seychellen", "Israel", "Westsahara"}
    assert {r["name_de"] for r in states if not r["metonyms_de"] and r["status"] != "former"} <= no_seat_of_their_own_name


@pytest.mark.parametrize(
    ("spellings", "row"),
    [
        ("Schoigu Shoigu Schojgu", "person/sergei-schoigu"),
        ("Selenskyj Selenski Zelensky Zelenskyy", "person/wolodymyr-selenskyj"),
        ("Gaddafi Ghaddafi Qaddafi", "person/muammar-al-gaddafi"),
        ("Ahmadinedschad Ahmadinejad", "person/mahmud-ahmadinedschad"),
        ("Netanjahu Netanyahu", "person/benjamin-netanjahu"),
        ("Lukaschenko Lukaschenka Lukashenko", "person/alexander-lukaschenko"),
        ("Janukowitsch Janukowytsch Yanukovych", "person/wiktor-janukowitsch"),
        ("Timoschenko Tymoschenko Tymoshenko", "person/julia-timoschenko"),
        ("Chamenei Khamenei", "person/ali-chamenei"),
        ("Nasarbajew Nazarbayev", "person/nursultan-nasarbajew"),
        ("Erdoğan Erdogan", "person/recep-tayyip-erdogan"),
    ],
)
def test_all_spellings_of_a_leader_meet(gazetteer: Gazetteer, spellings: str, row: str) -> None:
    assert {gazetteer.lookup((spelling,))[0].row for spelling in spellings.split()} == {row}


@pytest.mark.parametrize(
    ("former", "row"),
    [
        (("Weißrussland",), "state/belarus"),
        (("Birma",), "state/myanmar"),
        (("Burma",), "state/myanmar"),
        (("Zaire",), "state/kongo-demokratische-republik"),
        (("VR", "China"), "state/china"),
        (("Bundesrepublik", "Nigeria"), "state/nigeria"),
        (("Tschechischen", "Republik"), "state/tschechien"),
        (("Demokratischen", "Volksrepublik", "Korea"), "state/nordkorea"),
        (("Swasiland",), "state/eswatini"),
        (("Brüssel",), "org/eu"),
        (("Quai", "d'Orsay"), "org/franzoesisches-aussenministerium"),
        (("US-Marines",), "org/us-marineinfanterie"),
        (("Isis",), "org/islamischer-staat"),
    ],
)
def test_long_former_and_borrowed_names(gazetteer: Gazetteer, former: tuple[str, ...], row: str) -> None:
    assert gazetteer.lookup(former)[0].row == row


def test_the_same_name_is_claimed_twice_only_with_reason() -> None:
    claimed: dict[str, set[str]] = defaultdict(set)
    for table in ("states", "organisations", "outlets", "places", "people"):
        for row in rows(table):
            for name in names(row):
                claimed[name].add(row["id"])
    assert {name for name, ids in claimed.items() if len(ids) > 1} <= TWO_THINGS


def test_no_surname_stands_alone_that_is_a_noun_or_has_thousands_of_bearers() -> None:
    people = rows("people")
    alone = {alias for row in people for alias in row["aliases"].split("|") if alias and " " not in alias}
    given = Counter(name.split()[0] for name in {row["name_de"] for row in people} if " " in name)
    assert not alone & set(NOUNS_AND_COMMON_NAMES)
    assert not [alias for alias in alone if given[alias] > 2]


def test_no_name_is_a_word_that_the_news_write_small() -> None:
    if not CORPUS.exists():
        pytest.skip("the German news corpus is not beside this checkout")
    texts = (json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines())
    written = Counter(word for text in texts for word in re.findall(r"[\w'’-]+", text))
    short = (n for t in ("states", "organisations", "outlets", "places", "people") for r in rows(t) for n in names(r))
    words = {n for n in short if " " not in n and n[0].isupper() and not n.isupper()}
    assert {n for n in words if written[n.lower()] > max(2, written[n])} == set()


def test_a_term_of_office_is_held_by_somebody_somewhere_at_some_time(gazetteer: Gazetteer) -> None:
    for row in rows("people"):
        assert gazetteer.rows[row["office"]].kind is None
        assert not row["toward"] or row["toward"] in gazetteer.rows
        start, end = row["from"], row["until"]
        assert all(re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", day) for day in (start, end)), row
        assert not start or not end or start[: len(end)] <= end[: len(start)], row
        assert all(len(day) < 10 or date.fromisoformat(day) for day in (start, end)), row


def test_who_says_so_is_named() -> None:
    outlets, places = rows("outlets"), rows("places")
    assert {r["state_run"] for r in outlets} <= {"yes", "no", "unclear", ""}
    assert not [r["id"] for r in outlets if r["state_run"] in ("yes", "unclear") and not r["state_run_source"]]
    assert not [r["id"] for r in places if r["claimed_by"] and not r["according_to"]]
    states = {r["id"].removeprefix("state/") for r in rows("states")}
    assert {s for r in places for c in ("administered_by", "claimed_by") for s in r[c].split("|") if s} <= states


def test_every_wikidata_id_is_proven() -> None:
    lists = (SHARED / "gazetteers" / "country-qids-en.json", SHARED / "gazetteers" / "igo-supraverden.yaml")
    if not all(file.exists() for file in lists):
        pytest.skip("the lists of states and organisations with Wikidata ids are not beside this checkout")
    annotated = (SHARED / "claims" / "gold").glob("*.json")
    proof = {q for file in (*lists, *annotated) for q in re.findall(r"\bQ\d+\b", file.read_text(encoding="utf-8"))}
    ids = [r["wikidata"] for t in ("states", "organisations", "outlets", "places") for r in rows(t) if r["wikidata"]]
    assert len(ids) >= 400 and len(ids) == len(set(ids)) and set(ids) <= proof


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
    given = known_names(gazetteer).given
    assert {"Friedbert", "Toby", "Olli", "Kemal", "Raed", "Oleksandr", "Sergej", "Thabo", "Narendra", "Shinzo"} <= given.all
    assert {"Rose", "Mark", "Will", "Nur"} <= given.doubtful < given.all


def test_names_that_look_like_other_words_are_known(gazetteer: Gazetteer) -> None:
    runs = known_names(gazetteer).runs
    assert ("Den", "Haag") in runs["Den"] and ("Ri", "Yong-ho") in runs["Ri"]
    assert runs["al-Schabab"] == (("al-Schabab",),) and ("Al-Schabab",) in runs["Al-Schabab"]


def test_the_emirates_are_a_plural_in_every_case(gazetteer: Gazetteer) -> None:
    assert gazetteer.entity_named("Vereinigten Arabischen Emiraten") == gazetteer.entity_named("Vereinigte Arabische Emirate")


def test_an_adjective_in_er_tells_its_place(gazetteer: Gazetteer) -> None:
    told = {word: gazetteer.place_told_by(word) for word in ("Pariser", "Bremer", "Sprecher", "pariser", "Iran")}
    assert {word: found[0] for word, found in told.items() if found is not None} == {"Pariser": "Paris", "Bremer": "Bremen"}
