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
