"""Pronouns in the singular for somebody unnamed."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_she_may_be_a_spokeswoman(read: Read) -> None:
    assert "Armeesprecherin THREATEN Island" in acts(read("Eine Armeesprecherin sprach in Oslo. Sie drohte Island."))


def test_she_is_no_spokesman(read: Read) -> None:
    assert acts(read("Ein Sprecher sprach in Oslo. Sie drohte Island.")) == set()


def test_a_family_is_she(read: Read) -> None:
    told = acts(read("Die Familie fuhr nach Norden. Danach wurde sie von Bewaffneten entführt."))
    assert "Bewaffnete ASSAULT Familie" in {line.partition(" (")[0] for line in told}


def test_a_person_named_goes_on_before_a_group_in_the_plural(read: Read) -> None:
    told = acts(read("Präsident Paul Kern traf zwei Soldaten. Er kritisierte Norwegen."))
    assert "Paul Kern ACCUSE Norwegen" in told


def test_the_one_who_acts_in_the_clause_before_is_meant_before_anybody_of_an_earlier_sentence(read: Read) -> None:
    told = acts(read("Paul Kern sprach in Oslo. Als Außenminister Jens Holm nach Riga reiste, traf er Eva Lund."))
    assert "Jens Holm CONSULT Eva Lund" in told


def test_whoever_the_clause_before_names_besides_is_meant_where_the_one_who_acts_does_not_agree(read: Read) -> None:
    told = acts(read("Paul Kern sprach in Oslo. Die Polizei nahm Jens Holmberg fest, weil er einen Soldaten angegriffen hatte."))
    assert any(line.startswith("Jens Holmberg ASSAULT") for line in told)


def test_they_are_those_who_act_in_the_clause_before(read: Read) -> None:
    told = acts(read("Die Armee rückte vor. Nachdem Rebellen einen Hafen überfielen, wurden sie von Norwegen beschossen."))
    assert "Norwegen ASSAULT Rebellen" in told


def test_nobody_speaks_of_himself_as_he_in_quotation_marks(read: Read) -> None:
    told = acts(read("Jens Holmberg traf Paul Kern. Eva Lund sagte: „Sie hat Norwegen angegriffen.“"))
    assert not any(line.startswith("Eva Lund ASSAULT") for line in told)


def test_they_may_be_two_who_were_named_one_by_one(read: Read) -> None:
    told = acts(read("Norwegen und Schweden schlossen einen Vertrag. Sie verurteilten Island. Beide Länder drohten Peru."))
    assert {"Norwegen ACCUSE Island", "Schweden ACCUSE Island", "Norwegen THREATEN Peru", "Schweden THREATEN Peru"} <= told


def test_these_are_those_named_last(read: Read) -> None:
    told = acts(read("Soldaten nahmen zwölf Studenten fest. Diese forderten von Norwegen Hilfe."))
    assert any(line.startswith("zwölf Studenten REQUEST") for line in told)


def test_he_may_be_the_one_whose_words_have_run_on(read: Read) -> None:
    text = "Jens Holmberg traf Paul Kern. Paul Kern sagte, die Lage sei ernst. Der Sturm habe begonnen. Die Ernte sei hin. "
    assert "Paul Kern ACCUSE Norwegen" in acts(read(text + "Das Volk hungere. Er kritisierte Norwegen."))


def test_the_country_is_the_one_the_article_is_about_where_no_other_acts(read: Read) -> None:
    text = (
        "Peru litt unter Stürmen. Peru bat um Hilfe. Helfer aus Norwegen kamen an. Die Behörden des Landes kritisierten Island."
    )
    assert "peruanische Behörden ACCUSE Island" in acts(read(text))


def test_he_may_be_whom_the_relative_clause_before_tells_of(read: Read) -> None:
    told = acts(read("Gefangen ist der Norweger Jens Kolbach, der in Oslo lebt, weil er Soldaten angriff."))
    assert "Jens Kolbach ASSAULT Soldaten" in told


def test_a_body_is_called_by_the_last_word_of_its_name(read: Read) -> None:
    told = acts(read("Die Afrikanische Union tagte. Die Union kritisierte Peru."))
    assert "Afrikanische Union ACCUSE Peru" in told


def test_a_founder_spoken_of_in_passing_is_the_one_named_before(read: Read) -> None:
    text = "Jens Kolbach sprach in Oslo. Dem Gründer der Partei wird vorgeworfen, dass er Norwegen angegriffen hat."
    assert not any(line.startswith("Gründer der Partei ASSAULT") for line in acts(read(text)))


def test_whoever_is_asked_to_do_it_does_not_do_it_to_himself(read: Read) -> None:
    told = acts(read("Jens Kolbach forderte Peru auf, ihn freizulassen."))
    assert not any(line.startswith("Peru RETREAT Peru") for line in told)


def test_this_one_is_the_only_man_before(read: Read) -> None:
    assert "Mann ACCUSE Peru" in acts(read("Die Polizei befragte einen Mann. Dieser kritisierte Peru."))
    assert "Jens Holm ACCUSE Peru" in acts(read("Karl Berg traf Jens Holm. Dieser kritisierte Peru."))
    before = "Ein Richter erließ Haftbefehl gegen drei Iraker. Ein vierter Mann wurde verhört."
    assert "Deutschland COERCE vierter Mann" in acts(read(f"{before} Dieser wurde in Berlin festgenommen."))
