"""Offices, told in any order of words; all parties and sentences are invented or neutral."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import ties

Read = Callable[[str], Reading]

SAME_OFFICE = [
    "Außenministerin Norwegens ist Anna Berg.",
    "Anna Berg amtiert als Außenministerin Norwegens.",
    "Anna Berg tritt das Amt der norwegischen Außenministerin an.",
    "Anna Berg, norwegische Außenministerin: „Das ist falsch.“",
    "Norwegens Außenministerin, Dr. Anna Berg, sagte das.",
]


@pytest.mark.parametrize("text", SAME_OFFICE)
def test_an_office_is_told_in_many_ways(read: Read, text: str) -> None:
    assert ties(read(text)) == {"Anna Berg HOLDS_POSITION Norwegen"}


def test_compounds_end_in_offices_and_begin_with_bodies(read: Read) -> None:
    assert ties(read("Das sagte UNIFIL-Vertreter Toby Lanzer.")) == {"Toby Lanzer HOLDS_POSITION UNIFIL"}
    assert ties(read("Ein Talibanführer, Anton Berg, drohte damit.")) == {"Anton Berg HOLDS_POSITION Taliban"}
    assert ties(read("Armeebefehlshaber Anton Berg kam.")) == {"Anton Berg HOLDS_POSITION Armee"}
    assert ties(read("Bergführer Anton Berg kam.")) == set()


def test_members_of_parties_and_parliaments(read: Read) -> None:
    assert ties(read("SPD-Innenexperte Anton Berg kam.")) == {"Anton Berg MEMBER_OF SPD"}
    assert ties(read("Parlamentsmitglied Anna Berg kam.")) == {"Anna Berg MEMBER_OF Parlament"}
    assert ties(read("Polen ist kein Mitglied der NATO.")) == {"Polen MEMBER_OF NATO (not)"}


def test_a_name_in_another_case_is_no_apposition(read: Read) -> None:
    found = ties(read("Der Militärchef Norwegens, Anton Berg, stellte dem Regierungschef Dänemarks, Jens Lund, ein Ultimatum."))
    assert found == {"Anton Berg HOLDS_POSITION Norwegen", "Jens Lund HOLDS_POSITION Dänemark"}


def test_an_ambassador_in_a_capital_is_not_of_that_state(read: Read) -> None:
    assert ties(read("Er sprach mit dem Botschafter in Rom, Anton Berg, über den Fall.")) == set()


def test_a_successor_has_the_office_of_the_one_before(read: Read) -> None:
    text = "Norwegens Außenminister Paolo Bianchi geht. Jens Lund wird Bianchi am 1. September ablösen."
    assert "Jens Lund HOLDS_POSITION Norwegen (intended)" in ties(read(text))


def test_followers_hold_nothing_and_candidates_are_no_persons(read: Read) -> None:
    assert ties(read("Paolo Bianchi, ein Anhänger der Taliban, kam.")) == set()
    assert ties(read("EU-Beitrittskandidat Norwegen lehnt das ab.")) == set()


def test_in_what_capacity_somebody_acts(read: Read) -> None:
    assert ties(read("Als Präsident der NATO forderte Paolo Bianchi Hilfe.")) == {"Paolo Bianchi HOLDS_POSITION NATO"}
    assert ties(read("Norwegen ist Mitglied in der NATO und im Europarat.")) == {
        "Norwegen MEMBER_OF NATO",
        "Norwegen MEMBER_OF Europarat",
    }


def test_a_name_behind_the_genitive_of_its_office(read: Read) -> None:
    found = ties(read("Der Außenminister der Russischen Föderation Paolo Bianchi kam."))
    assert found == {"Paolo Bianchi HOLDS_POSITION Russland"}


def test_a_body_elects_somebody_to_an_office_of_its_own(read: Read) -> None:
    assert "Anna Berg HOLDS_POSITION NATO" in ties(read("Die NATO ernannte Anna Berg zur Sprecherin."))
    assert not any("HOLDS_POSITION" in t for t in ties(read("Die NATO machte Anna Berg zum Sündenbock.")))


def test_a_speaker_presides_over_the_parliament_spoken_of(read: Read) -> None:
    found = ties(read("Das Europaparlament tagt. Parlamentspräsidentin Anna Berg sprach."))
    assert "Anna Berg HOLDS_POSITION Europäisches Parlament" in found


def test_where_a_minister_is_tells_no_office(read: Read) -> None:
    assert ties(read("Der Besuch von Außenminister Olaf Brand in Teheran begann.")) == set()
    assert "Olaf Brand HOLDS_POSITION Iran" in ties(read("Der iranische Außenminister Olaf Brand kam."))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Der Sprecher des Ministeriums Paul Kern sagte nichts.", "Paul Kern HOLDS_POSITION Ministerium"),
        ("Der Vorsitzende des Haushaltsausschusses Paul Kern schwieg.", "Paul Kern HOLDS_POSITION Haushaltsausschuss"),
        ("Anna Berg, die Hohe Vertreterin für die Außenpolitik der EU, kam.", "Anna Berg HOLDS_POSITION Europäische Union"),
        ("Human Rights Watch-Sprecher Paul Kern kam.", "Paul Kern HOLDS_POSITION Human Rights Watch"),
        (
            "Das norwegische Parlament wählte Paul Kern zum Parlamentspräsidenten.",
            "Paul Kern HOLDS_POSITION norwegisches Parlament",
        ),
        ("Paul Kern, der für Schweden zuständige norwegische Minister, kam.", "Paul Kern HOLDS_POSITION Norwegen"),
    ],
)
def test_whose_an_office_is_is_told_in_many_ways(read: Read, text: str, tie: str) -> None:
    assert tie in ties(read(text))


def test_a_paper_is_not_the_person_named_behind_it(read: Read) -> None:
    assert ties(read("Die Zeitung des Ministeriums Nordlicht schwieg.")) == set()


def test_a_calling_is_no_office_of_a_state(read: Read) -> None:
    assert ties(read("Der britische Milliardär Anton Lund kam.")) == set()
    assert ties(read("Der britische Anwalt Anton Lund kam.")) == set()
    assert ties(read("Der britische Minister Anton Lund kam.")) == {"Anton Lund HOLDS_POSITION Großbritannien"}


def test_a_name_in_s_behind_an_office_that_is_owned_already(read: Read) -> None:
    assert ties(read("Norwegens Wirtschaftsminister Ulrich Harmanns kam.")) == {"Ulrich Harmanns HOLDS_POSITION Norwegen"}


def test_a_mayor_is_of_the_city_not_of_its_state(read: Read) -> None:
    assert ties(read("Berlins Bürgermeisterin Anna Lund kam.")) == {"Anna Lund HOLDS_POSITION Berlin"}
    assert ties(read("Der Bürgermeister von Paris, Anton Lund, kam.")) == {"Anton Lund HOLDS_POSITION Paris"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norwegen, das seit 1999 Mitglied der NATO ist, half Peru.", "Norwegen MEMBER_OF NATO"),
        ("Perus UN-Botschafter Ulrich Harms kritisierte Kuba.", "Ulrich Harms HOLDS_POSITION Peru"),
        ("Der israelische Minister Israel Katz kritisierte Kuba.", "Israel Katz HOLDS_POSITION Israel"),
    ],
)
def test_a_year_counts_no_members_and_an_envoy_is_his_states(read: Read, text: str, told: str) -> None:
    assert told in ties(read(text))
