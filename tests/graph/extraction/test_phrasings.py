"""Parties that stand behind other words: both sides, each other, borders, bodies in compounds, namesakes."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts, ties

Read = Callable[[str], Reading]


def test_both_sides_are_the_two_spoken_of_last(read: Read) -> None:
    found = acts(read("Norwegen hat Schweden angegriffen. Island forderte beide Seiten zur Mäßigung auf."))
    assert {"Island REQUEST Norwegen", "Island REQUEST Schweden"} <= found


def test_each_other_goes_both_ways(read: Read) -> None:
    found = acts(read("Norwegen und Schweden warfen sich gegenseitig vor, die Waffenruhe gebrochen zu haben."))
    assert {"Norwegen ACCUSE Schweden", "Schweden ACCUSE Norwegen"} <= found


def test_troops_at_a_border_face_the_other_side(read: Read) -> None:
    assert "Norwegen MOBILIZE Schweden" in acts(read("Norwegen verlegte Panzer an die Grenze zu Schweden."))


def test_more_than_a_hundred_are_a_hundred_not_a_comparison(read: Read) -> None:
    assert any(told.startswith("Polizei COERCE") for told in acts(read("Die Polizei nahm mehr als hundert Demonstranten fest.")))


def test_a_compound_of_body_and_kind_is_the_body(read: Read) -> None:
    assert "Hisbollah ASSAULT Norwegen" in acts(read("Die Hisbollah-Miliz griff Norwegen an."))


def test_another_given_name_is_another_person(read: Read) -> None:
    found = ties(read("Die norwegische Armeesprecherin Anna Putin wies das zurück."))
    assert found == {"Anna Putin HOLDS_POSITION Norwegen"}


def test_what_is_refused_is_not_done(read: Read) -> None:
    found = acts(read("Island lehnte es ab, Sanktionen gegen Norwegen zu verhängen."))
    assert found == {"Island REJECT Norwegen"}


def test_expectations_are_possible_until_they_are_past(read: Read) -> None:
    assert "Norwegen SUPPORT Island (possible; NATO asserts)" in acts(
        read("Die NATO geht davon aus, dass Norwegen Island anerkennen wird.")
    )
    assert "Norwegen SUPPORT Island (NATO asserts)" in acts(read("Die NATO geht davon aus, dass Norwegen Island anerkannt hat."))


def test_a_denial_that_comes_late_is_the_main_clauses(read: Read) -> None:
    found = acts(read("Schweden unterstützt die Forderung der NATO, Island zu boykottieren, allerdings nicht."))
    assert "Schweden SUPPORT NATO (not)" in found


def test_who_says_of_himself_is_whom_the_pronoun_means(read: Read) -> None:
    assert "Norwegen ASSAULT Schweden (Norwegen denies)" in acts(read("Norwegen bestritt, dass es Schweden angegriffen habe."))
    assert "NATO MOBILIZE - (NATO asserts)" in acts(read("Die NATO teilte mit, sie habe ihre Truppen verstärkt."))
    assert "NATO MOBILIZE -" in {
        t.split(" (")[0] for t in acts(read("Ein Sprecher der NATO sagte, sie habe ihre Truppen verstärkt."))
    }


def test_an_empty_es_is_nobody(read: Read) -> None:
    assert acts(read("Norwegen erklärte, es gebe Angriffe.")) == set()


def test_what_is_done_upon_request_tells_the_request(read: Read) -> None:
    assert "Island REQUEST Norwegen" in acts(read("Auf Bitten Islands entsandte Norwegen Berater."))
    assert "Ola Hauge REQUEST Norwegen" in acts(read("Norwegen solle nachgeben, forderte der schwedische Minister Ola Hauge."))


def test_the_land_is_that_of_those_who_report(read: Read) -> None:
    found = acts(read("Norwegische Medien berichteten, das Land habe Gespräche mit Schweden abgebrochen."))
    assert "Norwegen SANCTION Schweden (norwegische Medien asserts)" in found


def test_a_contrast_tells_what_is_not_and_what_is_instead(read: Read) -> None:
    found = acts(read("Nicht Norwegen, sondern Schweden unterstützte den Vorschlag Islands."))
    assert found == {"Norwegen SUPPORT Island (not)", "Schweden SUPPORT Island"}
    found = acts(read("Norwegen hat nicht Schweden, sondern Island angegriffen."))
    assert found == {"Norwegen ASSAULT Schweden (not)", "Norwegen ASSAULT Island"}


def test_a_protest_is_not_against_where_it_is_held(read: Read) -> None:
    found = acts(read("Die Gewerkschaft kündigte eine Großdemonstration gegen Atomkraft in Berlin an."))
    assert not any("Deutschland" in told for told in found)


def test_both_are_listed_in_the_nominative(read: Read) -> None:
    assert "Norwegen ASSAULT beide Soldaten" in acts(read("Norwegen tötete die beiden Soldaten."))


def test_an_act_comes_from_who_does_it(read: Read) -> None:
    assert "Norwegen ACCUSE Island" in acts(read("Scharfe Kritik an Island kam aus Norwegen."))
    assert "Norwegen ACCUSE Island" not in acts(read("Die Kritik an Island nahm in Norwegen zu."))


def test_whose_readiness_is_told_is_ready(read: Read) -> None:
    told = acts(read("Der Minister Olsen erklärte die Bereitschaft Norwegens zu Gesprächen mit Island."))
    assert "Norwegen AGREE Island (Olsen asserts)" in told


def test_a_passive_without_an_agent_accuses_all_the_same(read: Read) -> None:
    assert acts(read("Norwegen wurde scharf kritisiert.")) == {"- ACCUSE Norwegen"}
    assert acts(read("Wenn Norwegen kritisiert werden sollte, schweigt Island.")) == set()


def test_who_takes_part_does_not_only_meet_the_other(read: Read) -> None:
    assert acts(read("An der Konferenz nehmen Norwegen und Island teil.")) == {"Norwegen CONSULT -", "Island CONSULT -"}


def test_relations_that_improve_have_two_sides(read: Read) -> None:
    assert acts(read("Die Beziehungen zwischen Norwegen und Island haben sich verbessert.")) == {"Norwegen SUPPORT Island"}


def test_a_partner_is_who_the_noun_is_said_of(read: Read) -> None:
    assert acts(read("Norwegen ist der größte Handelspartner Islands.")) == {"Norwegen COOPERATE Island"}


def test_who_protests_may_have_been_told_before(read: Read) -> None:
    told = acts(read("Bei Protesten gegen die NATO schoss die Polizei auf Demonstranten."))
    assert "Demonstranten PROTEST NATO" in told
    assert acts(read("Die Demonstranten gingen heim. Ein Streik ist nicht geplant.")) == set()


def test_talks_with_one_side_named_go_on_with_the_other(read: Read) -> None:
    told = acts(read("Norwegen verhandelt mit Island über Fisch. Die Verhandlungen mit Island gelten als schwierig."))
    assert told == {"Norwegen CONSULT Island"}
    assert acts(read("Die Verhandlungen mit Island gelten als schwierig.")) == set()


def test_with_a_verb_that_needs_an_object_the_only_noun_is_no_subject(read: Read) -> None:
    found = acts(read("Es waren Milizen, die Dörfer zerstörten und danach 40 Soldaten töteten."))
    assert "Milizen ASSAULT 40 Soldaten" in found
    assert "Rebellen ASSAULT Soldaten" in acts(read("Die Armee griff an und die Rebellen töteten Soldaten."))


def test_who_fights_may_stand_in_front(read: Read) -> None:
    assert acts(read("Zwischen Norwegen und Schweden kam es zu Gefechten.")) == {"Norwegen ASSAULT Schweden"}
    assert "Norwegen MOBILIZE Schweden" not in acts(
        read("Die Stationierung von Soldaten in der Region zwischen Norwegen und Schweden wurde beschlossen.")
    )


def test_the_noun_of_a_light_verb_says_in_whose_power(read: Read) -> None:
    assert acts(read("Zwei Touristen gerieten in die Gewalt von Rebellen.")) == {"Rebellen ASSAULT zwei Touristen"}
    assert "Schweden COERCE zwei Journalisten" in acts(read("Zwei Journalisten befinden sich in Gewahrsam Schwedens."))


def test_a_withdrawal_announced_is_that_of_the_troops(read: Read) -> None:
    found = acts(read("Der norwegische Außenminister kündigte den Abzug der schwedischen Truppen an."))
    assert {f.split(" (")[0] for f in found} == {"schwedische Truppen RETREAT -"}


def test_what_is_used_against_somebody_tells_the_act(read: Read) -> None:
    assert acts(read("Der Einsatz von Giftgas gegen Zivilisten wurde untersucht.")) == {"- ASSAULT Zivilisten"}
    assert acts(read("Der Einsatz von Helfern gegen das Hochwasser dauerte an.")) == set()


def test_who_uses_force_is_no_object_though_unknown(read: Read) -> None:
    assert acts(read("Die Störenfriede töteten neun Polizisten.")) == set()
    assert acts(read("Das Dorf zerstörten Rebellen.")) == {"Rebellen ASSAULT Dorf"}


def test_an_event_without_a_recipient_is_spoken_of_again(read: Read) -> None:
    found = read("Norwegens Truppen begannen den Abzug aus Bergen. Der Abzug der Truppen ging weiter. Der Abzug dauert an.")
    assert sum(c.relation == "RETREAT" for c in found.claims) == 3


def test_camps_are_cleared_as_things(read: Read) -> None:
    assert "Polizei COERCE Flüchtlingslager" in acts(read("Die Polizei begann mit der Räumung des Flüchtlingslagers."))


def test_behind_the_verb_of_a_passive_von_is_its_agent(read: Read) -> None:
    assert "Studenten PROTEST -" in acts(read("Die Demonstration von Studenten in Oslo wurde beobachtet."))
    assert "Polizei PROTEST -" not in acts(read("Gestern wurde die Demonstration von der Polizei aufgelöst."))


def test_nobody_belongs_to_a_single_person(read: Read) -> None:
    assert "schwedischer Soldat ASSAULT zwei Touristen" in acts(
        read("Zwei Touristen wurden von einem schwedischen Soldaten erschossen.")
    )


def test_victims_are_no_event_spoken_of_again(read: Read) -> None:
    found = acts(read("Drei Studenten wurden Opfer eines Anschlags. Norwegen griff Schweden an. Die Opfer schwiegen."))
    assert "- ASSAULT drei Studenten" in found and len(found) == 2


def test_his_country_is_that_of_whoever_stands_before_it(read: Read) -> None:
    before = "Der isländische Minister Olaf Olsen schwieg."
    told = acts(read(f"{before} Der norwegische Minister Jens Lund sagte, sein Land plane Angriffe auf Peru."))
    assert told == {"Norwegen ASSAULT Peru (intended; Jens Lund asserts)"}


def test_who_speaks_may_act_upon_themselves(read: Read) -> None:
    told = acts(read("Der norwegische Minister Jens Lund sagte: „Wir werden uns nicht an einem Krieg in Peru beteiligen.“"))
    assert told == {"Norwegen ASSAULT Peru (intended; not; Jens Lund asserts)"}


def test_an_aim_is_that_of_the_one_whose_it_is(read: Read) -> None:
    assert acts(read("Ziel der EU ist es, Norwegen zu unterstützen.")) == {"Europäische Union SUPPORT Norwegen (intended)"}


def test_who_agrees_on_sanctions_imposes_them(read: Read) -> None:
    found = acts(read("Die EU-Außenminister einigten sich auf Sanktionen gegen Norwegen."))
    assert "EU-Außenminister SANCTION Norwegen" in found


def test_who_gathered_to_protest_protested(read: Read) -> None:
    found = acts(read("Drei Lehrer versammelten sich, um gegen Norwegen zu protestieren."))
    assert "drei Lehrer PROTEST Norwegen" in found


def test_one_side_of_three_fights_both_others(read: Read) -> None:
    found = acts(read("Bei Gefechten zwischen Norwegen und Island sowie Schweden brannte ein Wald."))
    assert found == {"Norwegen ASSAULT Island", "Norwegen ASSAULT Schweden"}


def test_two_adjectives_of_states_make_two_groups(read: Read) -> None:
    found = acts(read("Rebellen töteten norwegische und isländische Soldaten."))
    assert found == {"Rebellen ASSAULT norwegische Soldaten", "Rebellen ASSAULT isländische Soldaten"}
    assert acts(read("Rebellen töteten junge und alte Soldaten.")) == {"Rebellen ASSAULT junge und alte Soldaten"}


def test_who_is_warned_of_doing_something_would_do_it(read: Read) -> None:
    found = acts(read("Norwegen warnte Island davor, Schweden anzugreifen."))
    assert "Island ASSAULT Schweden (possible; Norwegen asserts)" in found


def test_who_claims_an_attack_is_told_once(read: Read) -> None:
    assert acts(read("Rebellen haben sich zu dem Anschlag auf Gaza bekannt.")) == {"Rebellen ASSAULT Gazastreifen"}


def test_the_preposition_governs_what_a_genitive_in_front_is_of(read: Read) -> None:
    assert "Norwegen ACCUSE Paul Kern" in acts(read("Norwegen erhob Vorwürfe gegen Islands Präsidenten Paul Kern."))


def test_prisoners_are_let_go_again(read: Read) -> None:
    assert acts(read("Die Rebellen ließen zwei Soldaten am Sonntag wieder frei.")) == {"Rebellen RETREAT zwei Soldaten"}


def test_a_test_is_judged_as_that_of_who_made_it(read: Read) -> None:
    found = acts(read("Norwegen testete eine Rakete. Island verurteilte den Test."))
    assert "Island ACCUSE Norwegen" in found


def test_a_source_may_have_its_genitive_in_front(read: Read) -> None:
    found = acts(read("Laut Islands Präsident Paul Kern griff Norwegen Schweden an."))
    assert found == {"Norwegen ASSAULT Schweden (Paul Kern asserts)"}


def test_leaving_a_treaty_or_a_body_breaks_relations_leaving_a_series_does_not(read: Read) -> None:
    assert "Norwegen SANCTION - (intended)" in acts(read("Norwegen kündigte den Ausstieg aus dem Abkommen an."))
    assert "Norwegen SANCTION NATO (intended)" in acts(read("Norwegen kündigte den Ausstieg aus der NATO an."))
    assert acts(read("Anna Lund kündigte ihren Ausstieg aus der Serie an.")) == set()


def test_of_two_phrases_with_von_the_one_that_hangs_on_nothing_acts(read: Read) -> None:
    text = "1996 wurden zwei Flugzeuge von Anna Lund von der norwegischen Luftwaffe abgeschossen."
    assert "norwegische Luftwaffe ASSAULT zwei Flugzeuge" in acts(read(text))


def test_attacks_with_words_are_no_violence(read: Read) -> None:
    assert acts(read("Die Ministerin Anna Lund wurde von der NATO scharf angegriffen.")) == {"NATO ACCUSE Anna Lund"}
    assert acts(read("Norwegen wurde von der NATO angegriffen.")) == {"NATO ASSAULT Norwegen"}


def test_who_acts_in_what_is_blamed_is_blamed(read: Read) -> None:
    assert "Norwegen ACCUSE Schweden" in acts(read("Norwegen bemängelte, dass Schweden die Verhandlungen verzögere."))
    assert "Norwegen ACCUSE -" in acts(read("Norwegen bemängelte, dass die Preise steigen."))


def test_a_suit_is_against_somebody_not_against_the_court(read: Read) -> None:
    told = acts(read("Norwegen hat beim Europäischen Gerichtshof eine Klage gegen Schweden eingereicht."))
    assert told == {"Norwegen ACCUSE Schweden"}


def test_support_is_help_where_the_words_beside_it_say_so(read: Read) -> None:
    for words, relation in {
        "": "SUPPORT",
        "moralische ": "SUPPORT",
        "finanzielle ": "AID",
        "technische und humanitäre ": "AID",
    }.items():
        told = {f"Norwegen {relation} Peru"}
        assert acts(read(f"Norwegen gewährte Peru {words}Unterstützung.")) == told
        assert acts(read(f"Die {words}Unterstützung Norwegens für Peru wuchs.")) == told


def test_what_a_state_gives_its_name_to_is_not_what_it_does(read: Read) -> None:
    assert "Norwegen CONSULT Peru" not in acts(read("Die Norwegen-Gespräche mit Peru dauerten an."))
    assert acts(read("Die US-Gespräche mit Peru dauerten an.")) == {"USA CONSULT Peru"}


def test_who_is_blamed_for_it_did_it(read: Read) -> None:
    told = acts(read("Die EU dankte Norwegen dafür, die Rebellen entwaffnet zu haben."))
    assert "Norwegen COERCE Rebellen" in told


def test_of_two_phrases_with_von_the_one_behind_a_preposition_acts_not(read: Read) -> None:
    told = acts(read("Peru meldete, dass Island von der EU zur Herausgabe von Daten aufgefordert wurde."))
    assert any(line.startswith("Europäische Union REQUEST Island") for line in told)
