"""What private people do among themselves is no relation between parties; what is done to them by others is."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Die Räuber forderten die Kunden auf, sich hinzulegen.",
        "Die Eltern trafen ihren Sohn.",
        "Die Feuerwehr rettete die Kinder.",
        "Die Angestellten unterstützten die Touristen.",
        "Die Waldarbeiter waren zur Feier eingeladen worden.",
    ],
)
def test_among_private_people_nothing_is_told(read: Read, text: str) -> None:
    assert acts(read(text)) == set()


def test_with_a_state_a_body_or_an_official_it_is(read: Read) -> None:
    assert acts(read("Norwegen rettete die Touristen.")) == {"Norwegen AID Touristen"}
    assert acts(read("Die Ministerin Anna Lund traf die Eltern.")) == {"Anna Lund CONSULT Eltern"}
    assert acts(read("Die norwegischen Arbeiter unterstützten die schwedischen Arbeiter.")) != set()


def test_violence_arrests_and_release_are_told_of_anybody(read: Read) -> None:
    assert acts(read("Die Räuber töteten die Kunden.")) == {"Räuber ASSAULT Kunden"}
    assert acts(read("Die Familie wurde freigelassen.")) == {"- RETREAT Familie"}


def test_within_a_family_violence_is_no_news_of_parties(read: Read) -> None:
    assert acts(read("Der Vater verletzte seine drei Töchter.")) == set()
    assert acts(read("Die Soldaten verletzten drei Töchter.")) == {"Soldaten ASSAULT drei Töchter"}


def test_an_emergency_over_a_flood_represses_nobody(read: Read) -> None:
    assert acts(read("Nach dem Hochwasser rief die Regierung den Notstand aus.")) == set()
    assert acts(read("Nach den Protesten rief die Regierung den Notstand aus.")) == {"Regierung COERCE -"}


def test_an_investigation_of_a_crime_accuses_nobody_unless_it_is_a_states(read: Read) -> None:
    assert acts(read("Die Staatsanwaltschaft Kiel ermittelt wegen Mordes.")) == set()
    assert acts(read("Die französische Justiz ermittelt wegen Mordes.")) == {"französische Justiz ACCUSE -"}
    assert acts(read("Die Staatsanwaltschaft Kiel ermittelt gegen Anna Lund.")) == {"Staatsanwaltschaft Kiel ACCUSE Anna Lund"}


SPORT = "Fußball-Bundesliga: Der Trainer lobte die Mannschaft. Der Torwart hielt den Elfmeter. "


def test_in_an_article_about_sport_only_states_and_known_bodies_act(read: Read) -> None:
    assert acts(read(SPORT + "Trainer Anton Lund kritisierte Olaf Brand.")) == set()
    assert "NATO ACCUSE Norwegen" in acts(read(SPORT + "Die NATO kritisierte Norwegen."))
