"""Where forces go is no other side; whose forces are sent sends them."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_where_troops_are_sent_is_no_party_of_the_act(read: Read) -> None:
    assert acts(read("Norwegen wird 200 Soldaten nach Mali entsenden.")) == {"Norwegen MOBILIZE - (intended)"}


def test_against_whom_they_are_moved_is_one(read: Read) -> None:
    assert "Norwegen MOBILIZE Schweden" in acts(read("Norwegen verlegte Panzer an die Grenze zu Schweden."))


def test_troops_that_are_stationed_are_their_states_act(read: Read) -> None:
    assert "USA MOBILIZE -" in acts(read("Die Stationierung von US-Soldaten in Chile dauert an."))
    assert "Vereinte Nationen MOBILIZE -" in acts(read("Die Stationierung von UN-Truppen in Chile dauert an."))
