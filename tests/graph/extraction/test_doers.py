"""Who did what is told without a doer."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_captives_are_let_go_by_who_took_them(read: Read) -> None:
    told = acts(read("Rebellen entführten den Ingenieur Paul Kern. Eine Woche später wurde Paul Kern freigelassen."))
    assert "Rebellen RETREAT Paul Kern" in told


def test_the_state_of_the_place_arrests_where_nobody_is_named(read: Read) -> None:
    told = acts(read("Norwegen streitet mit Island. In Oslo wurden zwei Männer wegen Spionage verhaftet."))
    assert "Norwegen COERCE zwei Männer" in told


def test_the_state_that_the_article_is_about_arrests_else(read: Read) -> None:
    assert "Norwegen COERCE drei Männer" in acts(read("Norwegen schweigt. Drei Männer bleiben jedoch inhaftiert."))


def test_where_people_were_abducted_no_state_is_taken_for_the_captor(read: Read) -> None:
    told = acts(read("Rebellen entführten zwei Lehrer. In Oslo wurde ein Fahrer festgenommen."))
    assert "- COERCE Fahrer" in told


def test_dabei_means_who_used_force_just_before(read: Read) -> None:
    told = acts(read("Die Polizei verhaftete zwölf Männer. Dabei wurden drei Rebellen getötet."))
    assert "Polizei ASSAULT drei Rebellen" in told


def test_a_state_goes_on_with_what_its_army_began(read: Read) -> None:
    told = acts(read("Die norwegische Armee bombardierte den Gazastreifen. Beobachter zählten norwegische Luftangriffe."))
    assert "Norwegen ASSAULT Gazastreifen" in told


def test_who_killed_is_unknown_where_nothing_was_told(read: Read) -> None:
    assert acts(read("In Oslo wurden zwei Männer erschossen.")) == {"- ASSAULT zwei Männer"}


def test_the_court_that_the_article_names_judges(read: Read) -> None:
    told = acts(read("Das Landgericht Kolbstadt entschied am Montag. Jens Kolbach wurde zu fünf Jahren Haft verurteilt."))
    assert "Landgericht Kolbstadt COERCE Jens Kolbach" in {line.partition(" (")[0] for line in told}


def test_a_place_beside_which_something_is_done_does_not_do_it(read: Read) -> None:
    for where in ("in der Nähe von Brüssel", "nördlich von Oslo", "vor der Küste von Peru"):
        told = acts(read(f"Ein Soldat wurde {where} getötet."))
        assert {line.partition(" (")[0] for line in told} == {"- ASSAULT Soldat"}


def test_who_is_arrested_near_a_capital_is_arrested_by_its_state(read: Read) -> None:
    told = acts(read("Jens Kolbach wurde in der Nähe von Brüssel verhaftet."))
    assert "Belgien COERCE Jens Kolbach" in {line.partition(" (")[0] for line in told}


def test_whoever_attacked_need_not_be_behind_another_attack(read: Read) -> None:
    before = "Die Rebellen griffen am Sonntag Aleppo an."
    told = acts(read(f"{before} Bei einem Anschlag wurden am Montag zehn Menschen getötet."))
    assert told == {"Rebellen ASSAULT Aleppo", "- ASSAULT zehn Menschen"}
    assert "Rebellen ASSAULT zehn Menschen" in acts(read(f"{before} Bei dem Angriff wurden zehn Menschen getötet."))
