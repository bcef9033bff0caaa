"""Acts that name one side, or none, and have the rest from what was told before."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_targets_struck_are_those_of_the_attack_told_before(read: Read) -> None:
    told = [c for c in read("Norwegen griff den Gazastreifen an. Am Sonntag wurden mehr als 40 Ziele angegriffen.").claims]
    assert [(c.actor and c.actor.entity.name, c.recipient and c.recipient.entity.name) for c in told] == [
        ("Norwegen", "Gazastreifen"),
        ("Norwegen", "Gazastreifen"),
    ]


def test_targets_of_no_attack_told_are_no_act(read: Read) -> None:
    assert acts(read("Am Sonntag wurden mehr als 40 Ziele angegriffen.")) == set()


def test_who_judges_a_deed_judges_who_did_it(read: Read) -> None:
    told = acts(read("Norwegen nahm den Händler Paul Kern fest. Island kritisierte die Festnahme."))
    assert "Island ACCUSE Norwegen" in told


def test_a_deed_by_any_name_is_the_violence_told_before(read: Read) -> None:
    assert "Schweden ACCUSE Norwegen" in acts(read("Norwegen griff Island an. Schweden nannte die Tat ein Verbrechen."))


def test_what_is_no_deed_is_nobodys(read: Read) -> None:
    assert acts(read("Norwegen griff Island an. Schweden nannte das Buch einen Fehler.")) == {"Norwegen ASSAULT Island"}


def test_independence_is_declared_from_the_state_told_before(read: Read) -> None:
    told = acts(read("Die dänische Provinz Grönland ist groß. Grönlands Unabhängigkeitserklärung wird am Sonntag erwartet."))
    assert "Grönland SANCTION Dänemark (possible)" in told


def test_protests_are_put_down_upon_those_who_protest(read: Read) -> None:
    assert acts(read("Soldaten schlugen die Proteste nieder.")) == {"Soldaten COERCE Demonstranten"}


def test_who_visits_a_thing_does_not_visit_whomever_he_met_before(read: Read) -> None:
    told = acts(read("Franziskus traf Botschafter. Er besuchte Gefängnisse."))
    assert not any("besuch" in c.rule for c in read("Franziskus traf Botschafter. Er besuchte Gefängnisse.").claims), told


def test_who_is_judged_for_a_visit_is_the_visitor(read: Read) -> None:
    before = "Verteidigungsminister Karl Berg besuchte am Montag Peru."
    for judged in (
        "Die SPD kritisierte die Umstände des Besuchs.",
        "Von der SPD wurde die Art des Besuchs als unangemessen kritisiert.",
        "Die SPD bezeichnete den Besuch als geschmacklos.",
    ):
        assert "SPD ACCUSE Karl Berg" in acts(read(f"{before} {judged}"))


def test_this_is_what_was_told_before(read: Read) -> None:
    assert "NATO ACCUSE Peru" in acts(read("Peru hat Chile angegriffen. Die NATO nannte dies einen Fehler."))
    assert "Chile ACCUSE Peru" in acts(read("Peru hat den Botschafter Chiles ausgewiesen. Chile nannte dies einen Affront."))
    assert acts(read("Karl Berg starb. Die NATO nannte dies einen Fehler.")) == set()


def test_who_only_plans_it_has_not_done_it(read: Read) -> None:
    told = acts(read("Die Huthi planen einen Angriff auf Schweden. Schweden wurde am Montag angegriffen."))
    assert "Huthi ASSAULT Schweden" not in told
