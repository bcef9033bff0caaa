"""How real an act is that a noun tells or that hangs on one."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts, ties

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Polizei deckte ein Komplott zur Ermordung des schwedischen Botschafters auf.",
         "- ASSAULT schwedischer Botschafter (intended)"),
        ("Schweden verurteilte die Warnung Norwegens, auf die Rebellen zu schießen.", "Norwegen ASSAULT Rebellen (possible"),
        ("Ministerin Anna Lund bot ihren Rücktritt an.", "Anna Lund RETREAT - (intended)"),
        ("Die Ministerin Anna Lund trat zurück.", "Anna Lund RETREAT -"),
    ],
)  # fmt: skip
def test_what_is_plotted_threatened_or_offered_has_not_happened(read: Read, text: str, told: str) -> None:
    assert any(act.startswith(told.removesuffix(")")) for act in acts(read(text))), acts(read(text))


def test_what_does_not_exist_is_negated(read: Read) -> None:
    assert acts(read("Ermittlungen der Staatsanwaltschaft gegen Anna Lund gibt es nicht.")) == {
        "Staatsanwaltschaft ACCUSE Anna Lund (not)"
    }
    assert acts(read("Ermittlungen der Staatsanwaltschaft gegen Anna Lund gibt es seit Mai.")) == {
        "Staatsanwaltschaft ACCUSE Anna Lund"
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Es gab keine Gespräche zwischen Norwegen und Schweden.", "Norwegen CONSULT Schweden (not)"),
        ("Zwischen Norwegen und Schweden hat es nie Gespräche gegeben.", "Norwegen CONSULT Schweden (not)"),
        ("Kein Angriff Norwegens auf Schweden ist bekannt geworden.", "Norwegen ASSAULT Schweden (not)"),
        ("Norwegen plant keinen Angriff auf Schweden.", "Norwegen ASSAULT Schweden (intended; not)"),
        ("Es gibt keine Pläne für einen Angriff auf Schweden.", "- ASSAULT Schweden (intended; not)"),
    ],
)
def test_one_no_negates_once(read: Read, text: str, told: str) -> None:
    """The word stands with the noun and negates its clause: counted for both it would affirm what the text denies."""
    assert told in acts(read(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Das Treffen zwischen Norwegen und Schweden in Bergen brachte keine Einigung.", "Norwegen CONSULT Schweden"),
        ("Der Angriff Norwegens auf Schweden traf nicht das Ziel.", "Norwegen ASSAULT Schweden"),
        ("Gespräche zwischen Norwegen und Schweden fanden nicht statt.", "Norwegen CONSULT Schweden (not)"),
        ("Gespräche zwischen Norwegen und Schweden sind nicht geplant.", "Norwegen CONSULT Schweden (intended; not)"),
        ("Zu Gesprächen zwischen Norwegen und Schweden kam es nicht.", "Norwegen CONSULT Schweden (not)"),
    ],
)
def test_a_no_about_what_came_of_an_act_does_not_deny_the_act(read: Read, text: str, told: str) -> None:
    assert told in acts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Würde Norwegen Schweden angreifen, würde Peru klagen.",
        "Griffe Norwegen Schweden an, müsste Peru handeln.",
        "Wird Schweden von Norwegen angegriffen, hilft Peru.",
    ],
)
def test_a_clause_with_its_verb_in_front_of_another_is_a_condition(read: Read, text: str) -> None:
    assert "Norwegen ASSAULT Schweden (possible)" in acts(read(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norwegen hat Schweden nicht angegriffen, sondern Peru.", {"Norwegen ASSAULT Schweden (not)", "Norwegen ASSAULT Peru"}),
        ("Norwegen ist nicht bereit, mit Schweden zu verhandeln.", {"Norwegen CONSULT Schweden (intended; not)"}),
        ("Norwegen ist bereit, Schweden zu helfen.", {"Norwegen AID Schweden (intended)"}),
        ("Es gibt keine Beweise dafür, dass Norwegen Schweden angegriffen hat.", {"Norwegen ASSAULT Schweden (- doubts)"}),
        ("Norwegen hat den Angriff auf Schweden weder bestätigt noch dementiert.", {"- ASSAULT Schweden (Norwegen doubts)"}),
        ("Keiner der Rebellen griff Schweden an.", {"Rebellen ASSAULT Schweden (not)"}),
        ("Norwegen handelte ohne Unterstützung Schwedens für die Rebellen.", {"Schweden SUPPORT Rebellen (not)"}),
    ],
)  # fmt: skip
def test_a_no_reaches_what_it_is_about(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    "success",
    [
        "Die Armee schaffte es{}, Schweden anzugreifen.",
        "Die Armee vermochte es{}, Schweden anzugreifen.",
        "Der Armee gelang es{}, Schweden anzugreifen.",
        "Der Armee ist es{} gelungen, Schweden anzugreifen.",
        "Es gelang der Armee{}, Schweden anzugreifen.",
    ],
)
def test_what_one_does_not_succeed_in_is_not_done(read: Read, success: str) -> None:
    assert acts(read(success.format(""))) == {"Armee ASSAULT Schweden"}
    assert acts(read(success.format(" nicht"))) == {"Armee ASSAULT Schweden (not)"}


def test_a_deed_that_failed_is_not_done(read: Read) -> None:
    assert acts(read("Die Verhaftung der Rebellen gelang nicht.")) == {"- COERCE Rebellen (not)"}


@pytest.mark.parametrize("force", ["zwingen", "bewegen", "bringen"])
def test_what_one_wants_to_make_others_do_is_still_to_come(read: Read, force: str) -> None:
    point = "" if force == "zwingen" else " dazu"
    found = acts(read(f"Norwegen will Peru{point} {force}, Schweden anzugreifen."))
    assert "Peru ASSAULT Schweden (intended)" in found


def test_who_belongs_to_none_of_them_does_not(read: Read) -> None:
    found = ties(read("Minister Paul Berg erklärte, er gehöre keiner der Parteien an."))
    assert "Paul Berg MEMBER_OF Parteien (not)" in found


def test_what_shall_be_is_hearsay_only_of_now(read: Read) -> None:
    def modal(text: str) -> set[tuple[str, int]]:
        return {(c.modality.value, len(c.attribution)) for c in read(text).claims}

    assert modal("Karl Berg soll Mitglied der NATO sein.") == {("actual", 1)}
    assert modal("Karl Berg soll künftig Außenminister von Peru sein.") == {("intended", 0)}
