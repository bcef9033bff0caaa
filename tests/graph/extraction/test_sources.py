"""Sources in the chain: what is said of those without a name, what a denial is about, and whose words run on."""

from collections.abc import Callable

import pytest

from graph.model import Closeness, Profile, Reading, Scope, Step

from .conftest import acts

Read = Callable[[str], Reading]


def first_step(reading: Reading) -> Step:
    return next(c for c in reading.claims if c.relation == "ASSAULT" and c.attribution).attribution[0]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Zwei hochrangige isländische Beamte sagten", Profile("official", 2, Closeness.SENIOR)),
        ("Drei Offiziere, die mit der Sache vertraut sind, sagten", Profile("military", 3, Closeness.INSIDER)),
        ("Anwohner sagten", Profile("resident", None, None)),
        ("Ein Diplomat sagte", Profile("diplomat", None, None)),
    ],
)
def test_an_unnamed_source_has_class_number_and_closeness(read: Read, told: str, expected: Profile) -> None:
    step = first_step(read(f"{told}, Norwegen habe Schweden angegriffen."))
    assert step.anonymous and step.profile == expected


def test_a_named_source_has_no_profile(read: Read) -> None:
    step = first_step(read("Island erklärte, Norwegen habe Schweden angegriffen."))
    assert not step.anonymous and step.profile is None


@pytest.mark.parametrize(
    ("denied", "scope"),
    [
        ("Norwegen bestritt, Schweden absichtlich angegriffen zu haben.", Scope.INTENT),
        ("Norwegen bestritt, Schweden angegriffen zu haben.", None),
    ],
)
def test_a_denial_says_what_it_is_about_where_its_words_do(read: Read, denied: str, scope: Scope | None) -> None:
    assert first_step(read(denied)).scope is scope


def test_demnach_and_konjunktiv_belong_to_whoever_spoke_last(read: Read) -> None:
    found = acts(read("Das norwegische Außenministerium gab einen Kommentar ab. Demnach hat Schweden Island angegriffen."))
    assert "Schweden ASSAULT Island (norwegisches Außenministerium asserts)" in found
    found = acts(read("Der Sprecher der NATO äußerte sich in Brüssel. Schweden habe Island angegriffen."))
    assert any(told.startswith("Schweden ASSAULT Island (") and "asserts" in told for told in found)


def test_what_a_report_speaks_of_stands_on_its_word(read: Read) -> None:
    assert "Schweden ASSAULT Island (Augenzeugen asserts)" in acts(
        read("Augenzeugen berichteten von einem Angriff Schwedens auf Island.")
    )


def test_who_could_not_confirm_does_not_confirm(read: Read) -> None:
    found = acts(read("Laut Island hat Norwegen Schweden angegriffen. Die NATO konnte die Angaben nicht bestätigen."))
    assert not any("confirms" in told for told in found)


def test_an_agent_is_no_source_and_a_source_no_agent(read: Read) -> None:
    found = acts(read("Drei norwegische Soldaten sind nach Angaben von Island verletzt worden."))
    assert not any(told.startswith("Island") for told in found)


def test_who_rejects_a_charge_does_not_deny_that_it_was_made(read: Read) -> None:
    found = acts(read("Norwegen wies den Vorwurf Schwedens zurück, Island angegriffen zu haben."))
    assert found == {"Schweden ACCUSE Norwegen", "Norwegen ASSAULT Island (Norwegen denies)"}


def test_who_announces_what_somebody_else_does_is_its_source(read: Read) -> None:
    assert "Norwegen AGREE Schweden (Island asserts)" in acts(read("Island bekräftigte die Zusage Norwegens an Schweden."))
    assert "Island AGREE Schweden" in acts(read("Island bekräftigte die Zusage an Schweden."))
    together = acts(read("Island, Dänemark und Finnland kündigten Sanktionen gegen Schweden an."))
    assert together == {f"{state} SANCTION Schweden (intended)" for state in ("Island", "Dänemark", "Finnland")}


def test_who_shows_recordings_of_an_event_says_that_it_took_place(read: Read) -> None:
    shown = acts(read("Das Hafenblatt zeigte Aufnahmen von einem Angriff Norwegens auf Schweden."))
    assert shown == {"Norwegen ASSAULT Schweden (Hafenblatt asserts)"}
    assert acts(read("Das Hafenblatt zeigte Verständnis für den Angriff Norwegens auf Schweden.")) & shown == set()


def test_who_confirms_what_its_own_sentence_tells_confirms_nothing_before_it(read: Read) -> None:
    told = acts(read("Norwegen droht Schweden mit Vergeltung. Kirchen wurden nicht getroffen, bestätigte Island."))
    assert told == {"Norwegen THREATEN Schweden", "- ASSAULT Kirchen (not; Island confirms)"}


def test_another_place_of_the_like_speaks_not(read: Read) -> None:
    text = "Der Angriff Norwegens auf Schweden treibt viele auf die Straße – so auch in Reykjavik."
    assert "Norwegen ASSAULT Schweden" in acts(read(text))
    assert "Norwegen ASSAULT Schweden (Island asserts)" in acts(read("Norwegen hat Schweden angegriffen, so Reykjavik."))


def test_a_double_name_in_s_is_no_genitive(read: Read) -> None:
    text = "Vatikansprecher Navarro-Valls sagte, Norwegen habe Schweden angegriffen."
    assert "Norwegen ASSAULT Schweden (Navarro-Valls asserts)" in acts(read(text))


def test_what_an_agency_refers_to_is_its_source_and_not_the_subjects(read: Read) -> None:
    found = acts(read("Laut Reuters unter Berufung auf Schweden hat Estland den Sudan angeprangert."))
    assert found == {"Estland ACCUSE Sudan (Reuters asserts; Schweden asserts)"}


@pytest.mark.parametrize(
    "told",
    [
        "Norwegen ist der Ansicht, dass",
        "Norwegen kam zu dem Schluss, dass",
        "Norwegen ist sich sicher, dass",
        "Norwegen sieht es als erwiesen an, dass",
        "Norwegen hat keine Zweifel daran, dass",
        "Für Norwegen steht fest, dass",
        "Aus einem Bericht Norwegens geht hervor, dass",
    ],
)
def test_who_holds_something_to_be_so_is_its_source(read: Read, told: str) -> None:
    assert acts(read(f"{told} Schweden Island angegriffen hat.")) == {"Schweden ASSAULT Island (Norwegen asserts)"}


def test_a_report_may_forget_the_comma_behind_its_verb(read: Read) -> None:
    expected = {"Rebellen ASSAULT Soldaten (Olaf Berg asserts)"}
    assert acts(read("Wie Olaf Berg mitteilt haben Rebellen Soldaten getötet.")) == expected
    assert acts(read("Wie Olaf Berg, ein Mann der Tat der Presse mitteilte, haben Rebellen Soldaten getötet.")) == expected


def test_what_one_spoke_of_stands_on_ones_word_and_what_one_spoke_about_does_not(read: Read) -> None:
    assert acts(read("Norwegen sprach von einem Angriff Schwedens auf Island.")) == {"Schweden ASSAULT Island (Norwegen asserts)"}


def test_then_is_no_hence(read: Read) -> None:
    found = acts(read("Norwegen äußerte sich besorgt. Danach hat Schweden Island angegriffen."))
    assert "Schweden ASSAULT Island" in found


def test_a_charge_with_its_content_between_commas_is_denied_by_whoever_rejects_it(read: Read) -> None:
    found = acts(read("Der Vorwurf, Schweden habe Island angegriffen, wurde von Norwegen zurückgewiesen."))
    assert found == {"Schweden ASSAULT Island (Norwegen denies)"}


def test_predicates_that_share_a_verb_share_their_source(read: Read) -> None:
    found = acts(read("Schweden hat Angaben Norwegens zufolge Island angegriffen und Dänemark bombardiert."))
    assert found == {"Schweden ASSAULT Island (Norwegen asserts)", "Schweden ASSAULT Dänemark (Norwegen asserts)"}


@pytest.mark.parametrize(
    "told",
    [
        "Norwegen, so berichtet Island, habe Schweden angegriffen.",
        "Norwegen habe Schweden angegriffen, so berichtet Island.",
        "Angaben aus Reykjavik zufolge hat Norwegen Schweden angegriffen.",
        "Island berichtete, nachdem Dänemark geschwiegen hatte, dass Norwegen Schweden angegriffen habe.",
        "Island berichtete, wie Norwegen Schweden angegriffen habe.",
        "Island veröffentlichte einen Bericht, dem zufolge Norwegen Schweden angegriffen hat.",
        "Island veröffentlichte einen Bericht. Darin heißt es, Norwegen habe Schweden angegriffen.",
        "Island äußerte sich besorgt. Seiner Ansicht nach hat Norwegen Schweden angegriffen.",
        "Island gab zu verstehen, dass Norwegen Schweden angegriffen hat.",
        "Als Grund nannte Island den Angriff Norwegens auf Schweden.",
    ],
)
def test_ways_of_reporting_name_the_same_source(read: Read, told: str) -> None:
    assert "Norwegen ASSAULT Schweden (Island asserts)" in acts(read(told))


def test_what_is_said_goes_on_behind_and_in_konjunktiv(read: Read) -> None:
    found = acts(read("Island sagte, Norwegen habe Schweden angegriffen und Dänemark habe Polen bombardiert."))
    assert "Dänemark ASSAULT Polen (Island asserts)" in found
    found = acts(read("Island sagte, Norwegen habe Schweden angegriffen, und Dänemark bombardierte Polen."))
    assert "Dänemark ASSAULT Polen" in found


def test_a_source_for_a_part_of_the_victims_is_none_for_the_deed(read: Read) -> None:
    told = "Nach Angaben der Polizei wurden zehn Soldaten getötet, darunter laut Dänemark zwei Polen."
    assert "- ASSAULT zehn Soldaten (Polizei asserts)" in acts(read(told))


def test_who_is_cited_speaks_within_what_the_paper_says(read: Read) -> None:
    told = "„Norwegen hat Schweden angegriffen“, zitiert die Zeitung Politika den Minister Olaf Berg."
    step = first_step(read(told))
    assert step.source is not None and step.source.entity.name == "Politika"
    assert "Norwegen ASSAULT Schweden (Olaf Berg asserts)" in acts(
        read("Olaf Berg wird mit den Worten zitiert: „Norwegen hat Schweden angegriffen.“")
    )


def test_who_admits_to_have_done_something_did_it(read: Read) -> None:
    assert acts(read("Norwegen räumte ein, Schweden angegriffen zu haben.")) == {"Norwegen ASSAULT Schweden (Norwegen confirms)"}


def test_what_is_not_excluded_is_possible(read: Read) -> None:
    found = acts(read("Island schloss nicht aus, dass Norwegen Schweden angegriffen hat."))
    assert found == {"Norwegen ASSAULT Schweden (possible; Island asserts)"}


def test_a_pronoun_behind_an_accusation_means_the_accused(read: Read) -> None:
    found = acts(read("Island wirft der Armee vor, sie habe Schweden angegriffen."))
    assert any(told.startswith("Armee ASSAULT Schweden") for told in found)


@pytest.mark.parametrize(
    "told",
    [
        "Island sagte, Norwegen, das im Osten liegt, habe Schweden angegriffen.",
        "Island erklärte: „Wenn wir das glauben, hat Norwegen Schweden angegriffen.“",
        "Medien sprachen von Verlusten. Norwegen habe, so Island, Schweden angegriffen.",
    ],
)
def test_what_is_said_may_be_interrupted(read: Read, told: str) -> None:
    assert any(line.startswith("Norwegen ASSAULT Schweden") and "Island asserts" in line for line in acts(read(told)))


def test_reports_about_a_deed_are_its_source(read: Read) -> None:
    found = acts(read("Es gab Berichte über einen Angriff Norwegens auf Schweden."))
    assert found == {"Norwegen ASSAULT Schweden (Berichte asserts)"}
    found = acts(read("Nach Gerüchten über einen Angriff Norwegens auf Schweden hat Island Polen verurteilt."))
    assert found == {"Norwegen ASSAULT Schweden (Gerüchte alleges)", "Island ACCUSE Polen"}


def test_who_denies_a_deed_without_a_doer_is_meant_by_it(read: Read) -> None:
    assert acts(read("Norwegen dementierte Waffenlieferungen an Schweden.")) == {"Norwegen AID Schweden (Norwegen denies)"}


def test_who_confirmed_something_goes_on_asserting(read: Read) -> None:
    found = acts(read("Island bestätigte die Meldung. Norwegen habe Schweden angegriffen."))
    assert found == {"Norwegen ASSAULT Schweden (Island asserts)"}


def test_behind_a_colon_without_marks_the_reporter_may_speak_himself(read: Read) -> None:
    found = acts(read("Der Minister wurde wegen Mordes angeklagt: Am Montag griff Norwegen Schweden an."))
    assert "Norwegen ASSAULT Schweden" in found


def test_information_that_is_nobodys_has_no_source(read: Read) -> None:
    assert acts(read("Nach ersten Angaben griff Norwegen Schweden an.")) == {"Norwegen ASSAULT Schweden (- asserts)"}
    assert acts(read("Angaben zufolge griff Norwegen Schweden an.")) == {"Norwegen ASSAULT Schweden (- asserts)"}
    assert acts(read("Laut Angaben von Ärzten griff Norwegen Schweden an.")) == {"Norwegen ASSAULT Schweden (Ärzte asserts)"}
    assert acts(read("Angaben der Polizei zufolge griff Norwegen Chile an.")) == {"Norwegen ASSAULT Chile (Polizei asserts)"}
    text = "Die Zahl der Geiseln ist offen. Es handele sich ersten Angaben zufolge um vier. Norwegen habe Schweden angegriffen."
    assert acts(read(text)) == {"Norwegen ASSAULT Schweden (- asserts)"}
