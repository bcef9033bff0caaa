"""What nobody says, wishes and threats: told as no more than they are."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts, ties

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "silence",
    ["Der Minister äußerte sich nicht dazu, ob", "Der Sprecher machte keine Angaben, ob", "Die Regierung ließ offen, ob"],
)
def test_whoever_says_nothing_tells_nothing(read: Read, silence: str) -> None:
    assert acts(read(f"{silence} Norwegen Schweden angegriffen hat.")) == set()


@pytest.mark.parametrize("wish", ["setzt sich für die Aufnahme", "dringt auf die Aufnahme", "wirbt für die Aufnahme"])
def test_what_is_wished_is_still_to_come(read: Read, wish: str) -> None:
    end = " ein" if wish.startswith("setzt") else ""
    found = ties(read(f"Norwegen {wish} Perus in die NATO{end}."))
    assert found == {"Peru MEMBER_OF NATO (intended)"}


def test_until_they_lay_down_their_arms_they_have_not(read: Read) -> None:
    found = acts(read("Jan Berg sagte, die Offensive werde weitergehen, bis die Huthi ihre Waffen niederlegten."))
    assert found == {"Huthi RETREAT - (possible; Jan Berg asserts)"}


def test_a_threat_is_meant_for_whom_its_condition_names(read: Read) -> None:
    found = acts(read("Norwegen drohte mit Vergeltung, falls Schweden nicht nachgebe."))
    assert "Norwegen THREATEN Schweden" in found


def test_or_for_whom_what_is_threatened_would_meet(read: Read) -> None:
    assert "Norwegen THREATEN Schweden" in acts(read("Norwegen drohte damit, Hilfen für Schweden zurückzuhalten."))


def test_the_suspected_speaks_not(read: Read) -> None:
    found = acts(read("Norwegen steht im Verdacht, Giftgas einzusetzen."))
    assert found == {"- ACCUSE Norwegen", "Norwegen ASSAULT - (- alleges)"}


@pytest.mark.parametrize("body", ["NATO", "UN"])
def test_a_body_in_front_of_the_hyphen_is_the_source(read: Read, body: str) -> None:
    found = acts(read(f"Nach {body}-Angaben hat Norwegen Schweden angegriffen."))
    assert len(found) == 1 and "asserts" in found.pop()


def test_the_statements_are_those_of_whoever_spoke_last(read: Read) -> None:
    found = acts(read("Das sagte Olof Lind. Den Angaben zufolge hat Norwegen Peru angegriffen."))
    assert "Norwegen ASSAULT Peru (Olof Lind asserts)" in found


@pytest.mark.parametrize("where", ["in dieser Woche", "bei seiner Reise nach Peru"])
def test_no_week_and_no_journey_speaks(read: Read, where: str) -> None:
    assert acts(read(f"Er berichtete, wie viel Hilfe Norwegen {where} von Schweden erfahren habe.")) == set()


def test_who_claims_an_attack_of_unknown_men_is_said_to_have_done_it(read: Read) -> None:
    found = acts(read("Bewaffnete griffen ein Hotel an. Zu dem Angriff bekannten sich die Huthi."))
    assert found == {"Bewaffnete ASSAULT Hotel", "Huthi ASSAULT Hotel (Huthi asserts)"}


@pytest.mark.parametrize(
    "text",
    [
        "Man müsse das Klima besser schützen, sagte Olof Lind.",
        "Olof Lind meinte, man müsse das Klima schützen.",
        "Wahlen müssten vorbereitet werden, sagte Olof Lind.",
        "Auch Peru und Schweden müssten eingebunden werden, so Olof Lind.",
    ],
)
def test_what_must_be_done_by_nobody_in_particular_is_asked_of_nobody(read: Read, text: str) -> None:
    assert acts(read(text)) == {"Olof Lind REQUEST -"}


def test_what_an_unknown_source_thinks_must_be_done_is_no_demand(read: Read) -> None:
    assert acts(read("Ein Experte meinte, man müsse das Klima schützen.")) == set()
