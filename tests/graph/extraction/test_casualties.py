"""Deaths and injuries: violence, accidents, whose violence it was."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_who_dies_amid_violence_is_its_victim(read: Read) -> None:
    assert acts(read("Bei einem Bombenanschlag starben zwölf Menschen.")) == {"- ASSAULT zwölf Menschen"}
    assert "- ASSAULT zwei Soldaten" in acts(read("Zwei Soldaten kamen durch die Explosion einer Autobombe ums Leben."))
    assert "- ASSAULT vier Zivilisten" in acts(read("Eine Autobombe tötete vier Zivilisten."))


def test_who_dies_by_accident_or_of_age_is_nobodys(read: Read) -> None:
    assert acts(read("Bei einem Verkehrsunfall starben vier Menschen.")) == set()
    assert acts(read("Bei einem Erdbeben wurden zwölf Menschen getötet.")) == set()
    assert acts(read("Der Fischer starb im Alter von 80 Jahren.")) == set()


def test_the_noun_of_violence_names_the_doer(read: Read) -> None:
    assert "Rebellen ASSAULT vier Soldaten" in acts(read("Bei einem Angriff der Rebellen starben vier Soldaten."))
    assert "Rebellen ASSAULT vier Soldaten" in acts(read("Vier Soldaten kamen bei Kämpfen mit Rebellen ums Leben."))


def test_in_a_fight_between_two_nobody_knows_the_doer(read: Read) -> None:
    found = acts(read("Bei Kämpfen zwischen Norwegen und Schweden starben vier Zivilisten."))
    assert "- ASSAULT vier Zivilisten" in found


def test_thereby_points_to_violence_told_before(read: Read) -> None:
    assert "- ASSAULT drei Zivilisten" in acts(read("In Bergen gab es einen Anschlag. Dabei starben drei Zivilisten."))
    assert acts(read("In Bergen gab es ein Konzert. Dabei starben drei Zivilisten.")) == set()


def test_where_one_side_attacks_the_next_victims_are_its_own(read: Read) -> None:
    found = acts(read("Rebellen griffen die Botschaft an. Zwei Soldaten wurden getötet."))
    assert "Rebellen ASSAULT zwei Soldaten" in found


def test_where_the_clause_names_victims_the_place_is_none(read: Read) -> None:
    assert acts(read("Bei einem Anschlag in Oslo wurden zwölf Touristen getötet.")) == {"- ASSAULT zwölf Touristen"}


def test_who_fights_somebody_is_known_from_before(read: Read) -> None:
    found = acts(read("Rebellen griffen die Botschaft an. Es kam zu einem Schusswechsel mit Soldaten."))
    assert "Rebellen ASSAULT Soldaten" in found
    assert acts(read("Es kam zu einem Schusswechsel mit Soldaten.")) == set()


def test_nobody_hurts_his_own_state_and_one_deed_is_no_campaign(read: Read) -> None:
    found = acts(read("Norwegische Soldaten griffen die Botschaft an. Norwegen wurde mit Raketen beschossen."))
    assert "norwegische Soldaten ASSAULT Norwegen" not in found
    found = acts(read("Anna Lindqvist griff die Botschaft an. Zwei Soldaten wurden getötet."))
    assert "- ASSAULT zwei Soldaten" in found


def test_in_an_article_about_an_accident_nobody_is_attacked(read: Read) -> None:
    flood = "In Peru gab es ein Hochwasser. Es regnete drei Tage. Der Verkehr ruht. Die Schulen schlossen. Straßen brachen ein."
    assert acts(read(f"{flood} Im Norden wurden 41 Personen getötet.")) == set()
    assert acts(read("In Peru regnete es drei Tage. Im Norden wurden 41 Personen getötet.")) == {"- ASSAULT 41 Personen"}


def test_an_attack_on_a_place_is_told_beside_those_it_killed(read: Read) -> None:
    found = acts(read("Norwegen tötete bei einem Luftangriff auf Gaza drei Rebellen."))
    assert found == {"Norwegen ASSAULT drei Rebellen", "Norwegen ASSAULT Gazastreifen"}
    assert acts(read("Bei einem Anschlag in Bergen wurden drei Rebellen getötet.")) == {"- ASSAULT drei Rebellen"}


@pytest.mark.parametrize(
    "text", ["Norwegen spricht von zwölf getöteten Zivilisten.", "Norwegen geht von zwölf getöteten Zivilisten aus."]
)
def test_victims_who_are_counted_in_passing_are_told_on_the_word_of_who_counts(read: Read, text: str) -> None:
    assert acts(read(text)) == {"- ASSAULT zwölf getötete Zivilisten (Norwegen asserts)"}


def test_victims_who_are_known_are_not_told_again_in_passing(read: Read) -> None:
    assert acts(read("Die getöteten Zivilisten wurden begraben.")) == set()


def test_who_is_hurt_beside_those_killed_is_hurt_by_the_same(read: Read) -> None:
    found = acts(read("Drei Soldaten wurden getötet und fünf weitere verletzt."))
    assert found == {"- ASSAULT drei Soldaten", "- ASSAULT fünf weitere Soldaten"}
    assert acts(read("Bei einem Unfall starben drei Soldaten, fünf weitere wurden verletzt.")) == set()
