"""Who stands on which side where the words leave it to their form: shared auxiliaries, bare names, praise, talks."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts, ties

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Frau war von Soldaten entführt und misshandelt worden.",
            {"Soldaten ASSAULT Frau"},
        ),
        ("Die Häftlinge sollen von Wärtern geschlagen und gequält worden sein.", {"Wärter ASSAULT Häftlinge (- alleges)"}),
    ],
)
def test_participles_that_share_an_auxiliary_share_who_acts(read: Read, text: str, expected: set[str]) -> None:
    assert acts(read(text)) == expected


def test_who_is_named_first_of_two_bare_names_acts(read: Read) -> None:
    assert "Angela Merkel ACCUSE Peru" in acts(read("Bei einem Empfang in Oslo kritisierte Merkel Peru."))


def test_a_bare_dative_stands_beside_what_a_clause_tells(read: Read) -> None:
    assert "Angela Merkel ACCUSE Iran" in acts(read("Merkel warf Iran vor, Peru anzugreifen."))


def test_the_council_acts_whose_name_holds_a_genitive(read: Read) -> None:
    told = acts(read("Der Sicherheitsrat der Vereinten Nationen beschloss, über Peru eine Flugverbotszone einzurichten."))
    assert "UN-Sicherheitsrat COERCE Peru (intended)" in told


def test_who_praises_what_somebody_did_supports_him(read: Read) -> None:
    assert "Peru SUPPORT Serbien" in acts(read("Peru lobte, dass Serbien die Grenze geöffnet hat."))


def test_who_settles_something_after_talks_has_talked(read: Read) -> None:
    told = acts(read("Norwegen und Peru einigten sich nach langen Verhandlungen auf einen Vertrag."))
    assert told == {"Norwegen AGREE Peru", "Norwegen CONSULT Peru"}


@pytest.mark.parametrize(
    "did", ["zeigten sich besorgt", "wehrten sich", "äußerten sich kritisch", "bekannten sich zu dem Anschlag"]
)
def test_two_who_do_something_themselves_do_it_to_nobody(read: Read, did: str) -> None:
    told = acts(read(f"Norwegen und Peru {did}."))
    assert not {each for each in told if "Norwegen" in each and "Peru" in each}


@pytest.mark.parametrize("did", ["einigten sich", "überwarfen sich", "lieferten sich Gefechte", "versöhnten sich"])
def test_two_who_do_something_with_each_other_are_its_sides(read: Read, did: str) -> None:
    assert any(each.startswith("Norwegen ") and each.endswith(" Peru") for each in acts(read(f"Norwegen und Peru {did}.")))


def test_when_or_what_else_is_no_part_of_a_groups_name(read: Read) -> None:
    assert acts(read("Norwegen tötete bereits drei Rebellen.")) == {"Norwegen ASSAULT drei Rebellen"}
    assert acts(read("Auch 15 Rebellen griff Norwegen an.")) == {"Norwegen ASSAULT 15 Rebellen"}
    assert acts(read("Norwegen tötete mindestens 15 Rebellen.")) == {"Norwegen ASSAULT mindestens 15 Rebellen"}


def test_one_of_several_is_whom_the_apposition_names(read: Read) -> None:
    told = acts(read("Einer der Rebellen, Harun Adam, dankte den Soldaten für ihre Hilfe."))
    assert told == {"Harun Adam SUPPORT Soldaten"}


def test_who_is_counted_among_those_who_refuse_refuses(read: Read) -> None:
    told = acts(read("Zuvor hatten mehrere Rebellen, darunter auch Präsident Harun Adam, den Vorschlag abgelehnt."))
    assert told == {"mehrere Rebellen REJECT -", "Harun Adam REJECT -"}


def test_official_accounts_are_a_source_by_their_words(read: Read) -> None:
    told = acts(read("Nach offiziellen Angaben griff Norwegen Peru an."))
    assert told == {"Norwegen ASSAULT Peru (offizielle Angaben asserts)"}


def test_what_is_said_in_any_mood_is_said(read: Read) -> None:
    told = acts(read("Jan Kern sagte, die USA griffen Peru an."))
    assert told == {"USA ASSAULT Peru (Jan Kern asserts)"}


def test_brackets_tear_no_reported_clause_apart(read: Read) -> None:
    told = acts(
        read(
            "Norwegen wies Berichte zurück, wonach Inspektoren der Behörde (IAEA) Zugang zu Anlagen in Norwegen verlangt hätten."
        )
    )
    assert any(t.endswith("REQUEST Norwegen (Norwegen denies)") for t in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karl Platter, der Verteidigungsminister Norwegens, schwieg.", "Karl Platter HOLDS_POSITION Norwegen"),
        ("Anna Koch war von Mai 2005 bis März 2010 Ministerpräsidentin Norwegens.", "Anna Koch HOLDS_POSITION Norwegen"),
        (
            "Der Anführer der Terrormiliz Abu Sarif (Schwert), Harun Adam, schwieg.",
            "Harun Adam HOLDS_POSITION Abu Sarif",
        ),
    ],
)
def test_offices_are_held_by_who_is_named_beside_them(read: Read, text: str, expected: str) -> None:
    assert expected in ties(read(text))


def test_who_breaks_off_talks_does_not_talk_for_it(read: Read) -> None:
    assert acts(read("Schweden brach die Verhandlungen ab.")) == set()
    assert acts(read("Die Verhandlungen wurden von Schweden ausgesetzt.")) == set()
    assert "Schweden CONSULT -" in acts(read("Schweden bricht die Verhandlungen nicht ab."))
    assert "Schweden CONSULT Norwegen" in acts(read("Die Gespräche zwischen Schweden und Norwegen wurden abgebrochen."))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der von Norwegen unterstützte Rebellenführer Abdul Malik besuchte Peru.",
         {"Abdul Malik CONSULT Peru", "Norwegen SUPPORT Abdul Malik"}),
        ("Die von Norwegen unterstützten Separatisten beschossen Odessa.",
         {"Separatisten ASSAULT Odessa", "Norwegen SUPPORT Separatisten"}),
        ("Der von der EU sanktionierte Reeder Igor Malin verklagte Lettland.",
         {"Igor Malin ACCUSE Lettland", "Europäische Union SANCTION Igor Malin"}),
    ],
)  # fmt: skip
def test_an_attribute_with_a_party_of_its_own_leaves_the_verb_to_its_clause(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norwegen kritisierte sowohl die USA als auch Peru.", {"Norwegen ACCUSE USA", "Norwegen ACCUSE Peru"}),
        ("Weder die USA noch Peru kritisierten Norwegen.", {"USA ACCUSE Norwegen (not)", "Peru ACCUSE Norwegen (not)"}),
        ("Entweder der Irak oder die Türkei hat Syrien angegriffen.", {"Irak ASSAULT Syrien", "Türkei ASSAULT Syrien"}),
    ],
)  # fmt: skip
def test_conjunctions_of_two_parts_join_parties_with_articles(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    "text", ["Norwegen reagierte mit Sanktionen gegen Peru.", "Mit Sanktionen gegen Peru antwortete Norwegen."]
)
def test_who_answers_with_an_act_does_it(read: Read, text: str) -> None:
    assert acts(read(text)) == {"Norwegen SANCTION Peru"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Am Montag hat die Hamas Israel angegriffen.", {"Hamas ASSAULT Israel"}),
        ("Es ist unklar, ob die NATO Russland angreift.", {"NATO ASSAULT Russland (possible)"}),
        ("Die Huthi griffen erneut Schiffe an.", {"Huthi ASSAULT Schiffe"}),
        ("Peru, das Kuba überfallen hatte, schwieg.", {"Peru ASSAULT Kuba"}),
        ("Das Dorf, das die Huthi überfallen hatten, brannte.", {"Huthi ASSAULT Dorf"}),
        ("Norwegen traf in Doha Ismail Hanija.", {"Norwegen CONSULT Ismail Hanija"}),
    ],
)  # fmt: skip
def test_names_beside_each_other_stay_two(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norwegen lieferte im Mai Waffen in die Türkei.", {"Norwegen AID Türkei"}),
        ("Kurdistan im Nordirak exportiert Öl in die Türkei.", {"Kurdistan COOPERATE Türkei"}),
        ("Norwegische Raketen trafen ein Krankenhaus.", {"Norwegen ASSAULT Krankenhaus"}),
        ("Norwegen und Peru begannen ein gemeinsames Manöver.", {"Norwegen COOPERATE Peru"}),
        ("Norwegen stationiert Atomwaffen in Peru.", {"Norwegen MOBILIZE -"}),
        ("Die EU verbot den Sender RT.", {"Europäische Union COERCE RT"}),
        ("Statt Peru zu kritisieren, half Norwegen Kuba.", {"Norwegen ACCUSE Peru (not)", "Norwegen AID Kuba"}),
    ],
)  # fmt: skip
def test_where_to_and_with_what_decide_who_is_struck_or_served(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Oslo sagte Minister Ulrich Harms der Türkei Hilfe zu.", {"Ulrich Harms AGREE Türkei"}),
        ("An der Grenze zwischen Peru und Kuba kam es zu Gefechten.", {"Peru ASSAULT Kuba"}),
        ("Norwegen hat einen Schwimmer hingerichtet.", {"Norwegen ASSAULT Schwimmer"}),
        ("Norwegen hat einen Fehler begangen.", set()),
        ("Die EU forderte ihre Freilassung.", {"Europäische Union REQUEST -"}),
    ],
)
def test_who_is_served_fought_or_executed_whatever_stands_in_front(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


def test_who_turns_a_demand_down_rejects_it_and_does_not_deny_it(read: Read) -> None:
    found = acts(read("Die EU forderte von Norwegen einen Abzug der Truppen. Oslo wies das zurück."))
    assert "Norwegen REJECT Europäische Union" in found and not any("denies" in act for act in found)


def test_dieser_is_whom_the_sentence_before_named_last(read: Read) -> None:
    text = "Präsident Ulrich Harms traf Minister Jonas Lund. Dieser sagte Peru Hilfe zu."
    assert "Jonas Lund AGREE Peru" in acts(read(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Am Montag hat die peruanische Regierung der Opposition Betrug vorgeworfen.",
         {"peruanische Regierung ACCUSE Opposition"}),
        ("Peru warnte Kuba davor, die Rebellen zu unterstützen.",
         {"Peru THREATEN Kuba", "Kuba SUPPORT Rebellen (possible; Peru asserts)"}),
        ("Die Huthi griffen Peru an. Kuba verurteilte die Terrorgruppe.", {"Huthi ASSAULT Peru", "Kuba ACCUSE Huthi"}),
    ],
)  # fmt: skip
def test_a_dative_behind_the_subject_a_warning_and_a_group_by_its_kind(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Iran-Sanktionen der USA wirken.", {"USA SANCTION Iran"}),
        ("Der China-Besuch von Minister Ulrich Harms dauert an.", {"Ulrich Harms CONSULT China"}),
        ("Die Syrien-Gespräche der Türkei mit Peru dauern an.", {"Türkei CONSULT Peru"}),
        ("EU-Sanktionen gegen Kuba wirken.", {"Europäische Union SANCTION Kuba"}),
        ("Der Attentäter, Omar Malik, wurde von Soldaten erschossen.", {"Soldaten ASSAULT Omar Malik"}),
    ],
)
def test_the_first_part_of_a_compound_and_a_name_behind_a_deed(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Opposition, der Peru Betrug vorwirft, schwieg.", {"Peru ACCUSE Opposition"}),
        ("Die Miliz, der Peru Waffen liefert, schwieg.", {"Peru AID Miliz"}),
        ("Kuba, dem Peru Waffen liefert, schwieg.", {"Peru AID Kuba"}),
    ],
)
def test_der_for_a_feminine_is_who_suffers_or_gets(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norwegen befahl, ohne Warnung auf Rebellen zu schießen.", {"Norwegen REQUEST -"}),
        ("Norwegen beschloss, um Hilfe zu bitten.", {"Norwegen REQUEST - (intended)"}),
        ("Ohne Peru anzugreifen, zog Norwegen ab.", {"Norwegen ASSAULT Peru (not)", "Norwegen RETREAT -"}),
        ("Eine radikale Gruppe griff Peru an.", {"radikale Gruppe ASSAULT Peru"}),
        ("Norwegen griff kurdische Gruppen im Nordirak an.", {"Norwegen ASSAULT kurdische Gruppen"}),
        ("Die Gruppe schwieg.", set()),
    ],
)
def test_what_is_ordered_without_warning_is_not_left_undone(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Bericht der OSZE kritisiert Peru.", {"Organisation für Sicherheit und Zusammenarbeit in Europa ACCUSE Peru"}),
        ("Ein UN-Bericht wirft Peru Folter vor.", {"Vereinte Nationen ACCUSE Peru"}),
        ("Der Bericht der UN und Norwegen kritisieren Peru.", {"Vereinte Nationen ACCUSE Peru", "Norwegen ACCUSE Peru"}),
        ("Die Bundesversammlung der Schweiz kritisierte Peru.", {"schweizerische Bundesversammlung ACCUSE Peru"}),
        ("Das Büro für Handel kritisierte Peru.", set()),
    ],
)
def test_paper_speaks_for_who_wrote_it_and_bodies_for_themselves(read: Read, text: str, expected: set[str]) -> None:
    assert acts(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegen fordert ein Ende der Rekrutierung von Kindern.", "Norwegen REQUEST -"),
        ("Norwegen fordert die Freilassung von Gefangenen.", "Norwegen REQUEST -"),
        ("Norwegen fordert eine Erklärung von Peru.", "Norwegen REQUEST Peru"),
    ],
)
def test_of_whom_a_deed_is_told_is_not_asked_for_it(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))


def test_whose_government_it_is_does_not_protest_against_it(read: Read) -> None:
    found = acts(read("In Lima kam es zu Demonstrationen gegen die Regierung von Präsident Paul Berg."))
    assert found == {"- PROTEST Regierung von Paul Berg"}


def test_who_supports_the_subject_is_told_in_passing(read: Read) -> None:
    assert "Norwegen SUPPORT Regierung" in acts(read("Die Regierung führte, unterstützt von Norwegen, Gespräche."))


def test_things_beside_a_party_that_is_struck_are_struck_too(read: Read) -> None:
    found = acts(read("Die Rebellen griffen den Kongress und eine Kaserne an."))
    assert {"Rebellen ASSAULT Kongress", "Rebellen ASSAULT Kaserne"} == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern kritisierte Anna Lund Russland.", "Anna Lund ACCUSE Russland"),
        ("Am Montag hatte Außenminister Lawrow Israel kritisiert.", "Sergei Lawrow ACCUSE Israel"),
        ("Am Montag warf Präsident Putin Israel vor, die Lage zu verschlimmern.", "Wladimir Putin ACCUSE Israel"),
        ("Minister Israel Katz kritisierte Peru.", "Israel Katz ACCUSE Peru"),
    ],
)
def test_a_state_right_behind_a_persons_name_is_no_part_of_it(read: Read, text: str, expected: str) -> None:
    assert acts(read(text)) == {expected}


def test_who_is_attacked_on_a_visit_is_the_visitor(read: Read) -> None:
    found = acts(read("Präsident Olaf Berg wurde bei einem Besuch in Peru von Demonstranten angegriffen."))
    assert found == {"Demonstranten ASSAULT Olaf Berg", "Olaf Berg CONSULT Peru"}
