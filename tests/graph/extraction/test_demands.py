"""Demands told by a modal: in reported speech, after somebody's will, to who is told so."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_what_somebody_wills_is_demanded(read: Read) -> None:
    assert "NATO REQUEST Norwegen" in acts(read("Nach dem Willen der NATO soll Norwegen das Abkommen unterzeichnen."))


def test_who_is_told_what_must_change_is_asked(read: Read) -> None:
    assert "Norwegen REQUEST Island" in acts(read("Norwegen schrieb Island, dass die Fangquoten geändert werden müssten."))


def test_who_says_we_should_asks_nobody(read: Read) -> None:
    told = acts(read("„Wir sollten daran denken“, sagte der norwegische Außenminister."))
    assert not any("REQUEST" in act for act in told)


def test_what_a_body_decides_that_somebody_must_do_is_asked(read: Read) -> None:
    assert "Gericht REQUEST Norwegen" in acts(read("Das Gericht entschied, dass Norwegen die Fischer entschädigen müsse."))
    assert not any("REQUEST" in a for a in acts(read("Das Gericht entschied, dass Norwegen zahlt.")))


def test_what_somebody_may_not_do_is_a_demand_but_not_what_he_need_not(read: Read) -> None:
    assert "Island REQUEST Norwegen" in acts(read("Norwegen dürfe keine Raketen bauen, sagte Island."))
    assert not any("REQUEST" in a for a in acts(read("Norwegen müsse keine Raketen bauen, sagte Island.")))


def test_what_people_cannot_help_is_no_demand_on_them(read: Read) -> None:
    assert acts(read("„Die Frauen müssen oft verzichten“, sagte Anna Lund.")) == set()
    assert "Anna Lund REQUEST Norwegen" in acts(read("„Norwegen muss verzichten“, sagte Anna Lund."))


def test_who_must_bear_a_question_is_blamed(read: Read) -> None:
    assert "Anna Lund ACCUSE NATO" in acts(read("„Die NATO muss sich fragen lassen, warum sie schweigt“, sagte Anna Lund."))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru lehnte die Forderung Chiles, Gefangene freizulassen, ab.", {"Peru REJECT Chile", "Chile REQUEST Peru"}),
        ("Peru erfüllte die Forderungen der Entführer.", {"Peru CONCEDE Entführer", "Entführer REQUEST Peru"}),
        ("Peru lehnte den Vorschlag Chiles ab.", {"Peru REJECT Chile"}),
    ],
)
def test_who_answers_a_demand_is_who_was_asked(read: Read, text: str, told: set[str]) -> None:
    assert told <= acts(read(text)) <= told | {"Chile RETREAT Gefangene (intended)", "Peru RETREAT Gefangene (intended)"}


def test_both_are_the_two_spoken_of(read: Read) -> None:
    assert {"Peru ACCUSE Norwegen", "Chile ACCUSE Norwegen"} <= acts(read("Peru traf Chile. Beide kritisierten Norwegen."))
    assert {"Anna Lund ACCUSE Norwegen", "Karl Berg ACCUSE Norwegen"} <= acts(
        read("Anna Lund traf Karl Berg. Beide kritisierten Norwegen.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Peru und Chile stritten. Zwei Politiker reisten nach Lima. Beide verurteilten Norwegen.",
        "Peru und Chile stritten. Danach kamen Kuba, Island und Schweden. Beide verurteilten Norwegen.",
    ],
)
def test_both_are_nobody_where_others_were_named_since(read: Read, text: str) -> None:
    assert not any("ACCUSE Norwegen" in act for act in acts(read(text)))
