"""Unnamed parties: people, bodies and things that only a noun names, compounds and feminine forms included."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_robbers_and_kidnappers_are_parties(read: Read) -> None:
    assert acts(read("Bewaffnete Räuber griffen bei Bergen einen Reisebus an.")) == {"bewaffnete Räuber ASSAULT Reisebus"}
    assert acts(read("Kidnapper entführten zwei Touristen.")) == {"Kidnapper ASSAULT zwei Touristen"}


def test_believers_are_parties(read: Read) -> None:
    assert acts(read("Die Polizei nahm drei Mönche fest.")) == {"Polizei COERCE drei Mönche"}
    assert acts(read("Schiiten griffen Sunniten an.")) == {"Schiiten ASSAULT Sunniten"}


def test_committees_accuse(read: Read) -> None:
    found = acts(read("Der Untersuchungsausschuss warf Norwegen vor, gelogen zu haben."))
    assert "Untersuchungsausschuss ACCUSE Norwegen" in found


def test_a_feminine_form_counts_like_the_masculine_one(read: Read) -> None:
    assert acts(read("Soldaten töteten zwei Biologinnen.")) == {"Soldaten ASSAULT zwei Biologinnen"}


def test_what_only_ends_like_a_party_is_none(read: Read) -> None:
    assert acts(read("Die Polizei beschlagnahmte den Gefahrguttransporter.")) != set()
    assert acts(read("Die Polizei beschlagnahmte die Geburtsurkunden.")) == set()


def test_army_and_police_speak_by_their_reports(read: Read) -> None:
    found = acts(read("Nach norwegischen Armeeangaben griff Island Schweden an."))
    assert found == {"Island ASSAULT Schweden (norwegische Armee asserts)"}
    found = acts(read("Nach Polizeiangaben griffen Demonstranten Soldaten an."))
    assert found == {"Demonstranten ASSAULT Soldaten (Polizei asserts)"}
    found = acts(read("Nach Medienberichten griffen Demonstranten Soldaten an."))
    assert found == {"Demonstranten ASSAULT Soldaten (Medienberichte asserts)"}


def test_the_west_is_a_party_where_it_is_no_direction(read: Read) -> None:
    assert acts(read("Der Westen verhängte Sanktionen gegen Norwegen.")) == {"Westen SANCTION Norwegen"}
    assert not any("Westen" in a for a in acts(read("Der Westen des Landes wurde von Rebellen beschossen.")))


def test_nouns_made_of_participles_are_people(read: Read) -> None:
    assert acts(read("Der Händler wurde von Bewaffneten verschleppt.")) == {"Bewaffnete ASSAULT Händler"}


def test_thousands_are_people(read: Read) -> None:
    assert acts(read("Tausende demonstrierten gegen Norwegen.")) == {"tausende PROTEST Norwegen"}
    assert acts(read("Hunderte von Lehrern protestierten gegen Norwegen.")) == {"hunderte Lehrer PROTEST Norwegen"}


def test_a_court_or_prosecution_is_not_the_place_that_it_sits_in(read: Read) -> None:
    assert acts(read("Die Staatsanwaltschaft Kiel klagte Anna Lund an.")) == {"Staatsanwaltschaft Kiel ACCUSE Anna Lund"}
    assert acts(read("Die Staatsanwaltschaft Bergen-Voss klagte Anna Lund an.")) == {
        "Staatsanwaltschaft Bergen-Voss ACCUSE Anna Lund"
    }
    assert acts(read("Die Hauptstadt Oslo klagte Anna Lund an.")) != {"Hauptstadt Oslo ACCUSE Anna Lund"}


def test_a_university_or_union_is_not_its_town_and_a_town_is_not_its_state(read: Read) -> None:
    assert acts(read("Die Universität Kiel kritisierte Norwegen.")) == {"Universität Kiel ACCUSE Norwegen"}
    assert acts(read("Das Land Berlin kritisierte Norwegen.")) == {"Berlin ACCUSE Norwegen"}
    assert acts(read("Berlin kritisierte Norwegen.")) == {"Deutschland ACCUSE Norwegen"}


def test_a_ministry_alone_is_that_of_the_state_that_the_article_is_about(read: Read) -> None:
    told = acts(read("Norwegen schickte Schiffe. Das Außenministerium kritisierte Peru."))
    assert "norwegisches Außenministerium ACCUSE Peru" in told


def test_of_two_states_the_ministry_may_be_that_of_either(read: Read) -> None:
    told = acts(read("Norwegen drohte Island. Das Außenministerium kritisierte Peru."))
    assert "Außenministerium ACCUSE Peru" in told


def test_the_government_there_is_that_of_the_state_named_last(read: Read) -> None:
    told = acts(read("Jens Kolbach reiste nach Riga. Die dortige Regierung kritisierte Peru."))
    assert "lettische Regierung ACCUSE Peru" in told


def test_a_body_spoken_of_in_the_sentence_is_meant_by_its_noun(read: Read) -> None:
    text = "Ein Sprecher des Bundesverfassungsgerichts teilte mit, dass das Gericht den Antrag Perus ablehnte."
    assert "Bundesverfassungsgericht REJECT Peru" in {line.partition(" (")[0] for line in acts(read(text))}


def test_the_government_of_something_that_is_no_party_is_not_the_one_spoken_of_before(read: Read) -> None:
    told = acts(read("Die norwegische Regierung schwieg. Die Regierung der kolbischen Republik kritisierte Peru."))
    assert told == {"Regierung der kolbischen Republik ACCUSE Peru"}


def test_a_capital_called_so_is_the_city(read: Read) -> None:
    told = acts(read("Rebellen griffen die afghanische Hauptstadt Kabul an."))
    assert told == {"Rebellen ASSAULT Kabul"}


def test_his_government_is_that_of_the_state_he_serves(read: Read) -> None:
    text = "Der norwegische Präsident Jens Kolbach sprach. Er lobte seine Regierung."
    assert "Jens Kolbach SUPPORT norwegische Regierung" in acts(read(text))
    assert acts(read("Norwegen kritisierte seine Armee.")) == {"Norwegen ACCUSE norwegische Armee"}


def test_a_report_accuses_for_whoever_issued_it(read: Read) -> None:
    assert "EU ACCUSE Peru" in {
        line.replace("Europäische Union", "EU") for line in acts(read("Der Jahresbericht der EU kritisiert Peru."))
    }


def test_adverbs_before_a_number_are_no_part_of_a_name(read: Read) -> None:
    told = acts(read("Rebellen nahmen landesweit 372 Soldaten fest."))
    assert told == {"Rebellen COERCE 372 Soldaten"}


def test_the_adjective_tells_that_there_are_several(read: Read) -> None:
    assert "Norwegen ACCUSE alte Hersteller" in acts(read("Norwegen kritisierte die alten Hersteller."))
