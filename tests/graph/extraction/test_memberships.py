"""Memberships that no office tells."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import ties

Read = Callable[[str], Reading]


def test_somebody_from_a_body(read: Read) -> None:
    assert ties(read("„Das ist falsch“, sagte Anna Berg von Amnesty International.")) == {
        "Anna Berg MEMBER_OF Amnesty International"
    }
    assert ties(read("Anna Berg von der UNO sprach mit ihm.")) == {"Anna Berg MEMBER_OF Vereinte Nationen"}


def test_from_may_belong_to_the_verb(read: Read) -> None:
    assert ties(read("Gestern wurde Anna Berg von der NATO eingeladen.")) == set()
    assert ties(read("Gestern forderte Anna Berg von der NATO Hilfe.")) == set()


def test_a_man_of_a_body(read: Read) -> None:
    found = ties(read("Carlo Neri, ein Mann des italienischen Geheimdienstes, starb."))
    assert "Carlo Neri MEMBER_OF italienischer Geheimdienst" in found


def test_one_of_the_members(read: Read) -> None:
    assert ties(read("Anna Berg, eines der Parlamentsmitglieder, kritisierte das.")) == {"Anna Berg MEMBER_OF Parlament"}


def test_an_inner_circle_or_a_fighter_of_a_body_belongs_to_it(read: Read) -> None:
    assert "Sven Berg MEMBER_OF Taliban" in ties(read("Sven Berg zählt zum inneren Kreis der Taliban."))
    assert "Sven Berg MEMBER_OF Hisbollah" in ties(read("Sven Berg war ein Kämpfer der Hisbollah."))
    assert not any("MEMBER_OF" in t for t in ties(read("Norwegen zählt zur Spitze der Exporteure.")))


def test_officers_serve_in_forces(read: Read) -> None:
    assert ties(read("Das sagte Hauptmann Karl Berg von der US-Marine.")) == {"Karl Berg HOLDS_POSITION Amerikanische Marine"}
    assert ties(read("Das sagte General Karl Berg von der NATO.")) == {"Karl Berg MEMBER_OF NATO"}


def test_to_be_part_of_a_body(read: Read) -> None:
    assert "Karl Berg MEMBER_OF peruanische Regierung" in ties(read("Karl Berg war Teil der Regierung Perus."))
