"""German clauses: where they begin, what fills them, what they hang on."""

from collections.abc import Callable

import pytest

from graph.language.clause import Analysis, ClauseKind, Link, Mood, Role, Tense, Voice

from .conftest import filler, with_verb, words

Analyse = Callable[[str], Analysis]


def test_the_order_of_the_fore_field_does_not_change_the_roles(analyse: Analyse) -> None:
    for text in (
        "Der Minister übergab dem Botschafter gestern eine Note.",
        "Gestern übergab der Minister dem Botschafter eine Note.",
        "Dem Botschafter übergab der Minister gestern eine Note.",
    ):
        found = analyse(text)
        clause = with_verb(found, "übergeben")
        assert [f.lower() for f in filler(found, clause, Role.SUBJECT)] == ["der minister"]
        assert [f.lower() for f in filler(found, clause, Role.DATIVE)] == ["dem botschafter"]
        assert filler(found, clause, Role.ACCUSATIVE) == ["eine Note"]


def test_a_separable_prefix_returns_to_its_verb(analyse: Analyse) -> None:
    assert with_verb(analyse("Die Armee griff am Morgen den Hafen an."), "angreifen").kind is ClauseKind.MAIN


def test_a_dass_clause_is_the_complement_of_its_verb(analyse: Analyse) -> None:
    found = analyse("Die Ministerin erklärte, dass Norwegen Getreide an Island liefert.")
    inner = with_verb(found, "liefern")
    assert (inner.kind, inner.link, inner.parent) == (ClauseKind.SUBORDINATE, Link.COMPLEMENT, with_verb(found, "erklären").index)
    assert filler(found, inner, Role.SUBJECT) == ["Norwegen"]


def test_an_infinitive_behind_a_comma_has_no_subject_of_its_own(analyse: Analyse) -> None:
    found = analyse("Schweden hat begonnen, dem Nachbarland moderne Anlagen zu liefern.")
    inner = with_verb(found, "liefern")
    assert inner.kind is ClauseKind.INFINITIVE and inner.link is Link.COMPLEMENT
    assert filler(found, inner, Role.SUBJECT) == []
    assert filler(found, inner, Role.DATIVE) == ["dem Nachbarland"]


def test_a_relative_clause_hangs_on_its_noun_and_the_main_clause_goes_on(analyse: Analyse) -> None:
    found = analyse("Der Gesandte, der gestern in Bern eintraf, besuchte das Parlament.")
    relative = with_verb(found, "eintreffen")
    assert relative.kind is ClauseKind.RELATIVE and relative.antecedent is not None
    assert words(found, relative.antecedent) == "Der Gesandte"
    assert filler(found, with_verb(found, "besuchen"), Role.ACCUSATIVE) == ["das Parlament"]


def test_coordinated_participles_share_subject_and_auxiliary(analyse: Analyse) -> None:
    found = analyse("Die Regierung hat den Vertrag gekündigt und den Botschafter abberufen.")
    second = with_verb(found, "abberufen")
    assert filler(found, second, Role.SUBJECT) == ["Die Regierung"]
    assert filler(found, second, Role.ACCUSATIVE) == ["den Botschafter"]


def test_an_interrupted_bracket_closes_behind_the_apposition(analyse: Analyse) -> None:
    found = analyse("Die Behörden haben Anna Holm, die frühere Sprecherin, und zwei Begleiter am Montag freigelassen.")
    clause = with_verb(found, "freilassen")
    assert filler(found, clause, Role.SUBJECT) == ["Die Behörden"]
    assert any(p.apposition_of is not None for p in found.phrases)


def test_an_insert_says_what_stands_before_it(analyse: Analyse) -> None:
    found = analyse("Die Lieferungen seien beendet, sagte der Sprecher.")
    insert = with_verb(found, "sagen")
    assert insert.link is Link.INSERT and insert.parent == with_verb(found, "beenden").index


def test_so_and_a_name_is_an_insert_without_verb(analyse: Analyse) -> None:
    found = analyse("Der Hafen bleibe geschlossen, so die Behörde.")
    assert any(c.kind is ClauseKind.VERBLESS and c.link is Link.INSERT for c in found.clauses)


@pytest.mark.parametrize(
    ("text", "lemma", "voice", "tense"),
    [
        ("Der Hafen wurde von der Marine blockiert.", "blockieren", Voice.PASSIVE, Tense.PAST),
        ("Der Hafen ist blockiert worden.", "blockieren", Voice.PASSIVE, Tense.PERFECT),
        ("Der Hafen ist seit Montag blockiert.", "blockieren", Voice.STATIVE, Tense.PERFECT),
        ("Die Delegation ist abgereist.", "abreisen", Voice.ACTIVE, Tense.PERFECT),
        ("Die Delegation hatte den Hafen besucht.", "besuchen", Voice.ACTIVE, Tense.PLUPERFECT),
        ("Die Delegation wird den Hafen besuchen.", "besuchen", Voice.ACTIVE, Tense.FUTURE),
    ],
)
def test_voice_and_tense(analyse: Analyse, text: str, lemma: str, voice: Voice, tense: Tense) -> None:
    verb = with_verb(analyse(text), lemma).verb
    assert verb is not None and (verb.voice, verb.tense) == (voice, tense)


@pytest.mark.parametrize(
    ("present", "past"),
    [
        ("beschließt", "beschloss"), ("tritt", "trat"), ("hält", "hielt"), ("verbietet", "verbot"), ("lässt", "ließ"),
        ("weiß", "wusste"), ("streitet", "stritt"), ("verspricht", "versprach"), ("gilt", "galt"), ("rät", "riet"),
        ("beginnt", "begann"), ("droht", "drohte"),
    ],
)  # fmt: skip
def test_strong_verbs_change_their_stem_in_the_past(analyse: Analyse, present: str, past: str) -> None:
    tenses = [verb.tense for form in (present, past) if (verb := analyse(f"Die Delegation {form} das.").clauses[0].verb)]
    assert tenses == [Tense.PRESENT, Tense.PAST]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Er habe den Brief erhalten.", Mood.REPORTED),
        ("Sie komme am Montag.", Mood.REPORTED),
        ("Sie käme am Montag.", Mood.UNREAL),
        ("Sie kommt am Montag.", Mood.INDICATIVE),
        ("Sie besuchte den Hafen.", Mood.AMBIGUOUS),
    ],
)
def test_mood(analyse: Analyse, text: str, mood: Mood) -> None:
    verb = analyse(text).clauses[0].verb
    assert verb is not None and verb.mood is mood


def test_soll_with_a_perfect_infinitive_is_hearsay_and_a_plain_soll_is_not(analyse: Analyse) -> None:
    hearsay = analyse("Die Marine soll den Hafen blockiert haben.").clauses[0].verb
    order = analyse("Die Marine soll den Hafen blockieren.").clauses[0].verb
    assert hearsay is not None and hearsay.evidential
    assert order is not None and not order.evidential and order.modal == "sollen"


def test_negation_is_seen(analyse: Analyse) -> None:
    verb = analyse("Norwegen hat den Vertrag nicht unterzeichnet.").clauses[0].verb
    assert verb is not None and verb.negated


def test_lists_are_one_group(analyse: Analyse) -> None:
    found = analyse("Norwegen, Schweden und Island verurteilten den Überfall.")
    clause = with_verb(found, "verurteilen")
    (subject,) = clause.fillers_in(Role.SUBJECT)
    assert [words(found, i) for i in found.joined(subject)] == ["Norwegen", "Schweden", "Island"]


def test_a_participle_before_its_noun_is_a_clause(analyse: Analyse) -> None:
    found = analyse("Die gelieferten Geräte trafen in Bern ein.")
    clause = with_verb(found, "liefern")
    assert clause.kind is ClauseKind.PARTICIPIAL and filler(found, clause, Role.ACCUSATIVE) == ["Die gelieferten Geräte"]


def test_every_token_belongs_to_at_most_one_finite_clause(analyse: Analyse) -> None:
    found = analyse("Der Minister sagte, er habe den Brief, der am Montag kam, gelesen und werde antworten, sobald es gehe.")
    places = [i for c in found.clauses if c.kind is not ClauseKind.PARTICIPIAL for i in c.tokens]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("sentence", "verb", "noun"),
    [
        ("Die Fahrer der Kolonne, die gestern ankamen, warten.", "ankommen", "Die Fahrer"),
        ("Der Leiter der Behörde, der gestern ankam, wartet.", "ankommen", "Der Leiter"),
        ("Ein Lehrer aus Bergen, der gestern ankam, wartet.", "ankommen", "Ein Lehrer"),
        ("Sie haben alles gesagt, was sie wissen.", "wissen", "alles"),
        ("Er war der erste Minister Norwegens, auf den die Bauern einen Anschlag verübten.", "verüben", "der erste Minister"),
        ("Viele von ihnen, die gestern ankamen, warten.", "ankommen", "Viele"),
        ("Ein Teil der Fragen, die Fischer und Händler betreffen, werde in Bergen geklärt.", "betreffen", "der Fragen"),
        ("Er nannte eine Wartezeit von ca 20 Minuten, die ihn ärgerte.", "ärgern", "eine Wartezeit"),
    ],
)
def test_a_relative_clause_hangs_on_what_fits_its_pronoun(analyse: Analyse, sentence: str, verb: str, noun: str) -> None:
    found = analyse(sentence)
    antecedent = with_verb(found, verb).antecedent
    assert antecedent is not None and words(found, antecedent) == noun


def test_an_article_with_an_attribute_opens_no_relative_clause(analyse: Analyse) -> None:
    found = analyse("Sie wollen das Boot, die von Bergen gebaute Fähre, verkaufen.")
    assert all(c.kind is not ClauseKind.RELATIVE for c in found.clauses)


def test_a_feminine_article_behind_a_noun_is_a_genitive(analyse: Analyse) -> None:
    found = analyse("Schweden prüft die Gründung einer Union.")
    assert filler(found, with_verb(found, "prüfen"), Role.DATIVE) == []
    assert any(p.attribute_of is not None and words(found, p.index) == "einer Union" for p in found.phrases)


def test_a_forgotten_comma_ends_no_clause_late(analyse: Analyse) -> None:
    found = analyse("Wenn die Delegation kommt freut sich der Minister.")
    assert with_verb(found, "kommen").kind is ClauseKind.SUBORDINATE
    assert filler(found, with_verb(found, "freuen"), Role.SUBJECT) == ["der Minister"]


def test_phrases_inside_an_attribute_are_nothing_of_the_clause_around_it(analyse: Analyse) -> None:
    found = analyse("Die von Norwegen an Island gelieferten Boote sanken.")
    inner = with_verb(found, "liefern")
    assert filler(found, inner, Role.PREPOSITION) == ["von Norwegen", "an Island"]
    assert filler(found, with_verb(found, "sinken"), Role.PREPOSITION) == []


def test_a_verb_in_first_place_that_says_nothing_goes_on(reader_clauses: Analyse) -> None:
    found = reader_clauses("Norwegen lobte den Plan, lehnt das Geld dafür aber ab.")
    assert filler(found, with_verb(found, "ablehnen"), Role.SUBJECT) == ["Norwegen"]


def test_werden_with_an_accusative_is_future(analyse: Analyse) -> None:
    found = with_verb(analyse("Schweden wird den Hafen verlassen."), "verlassen").verb
    assert found is not None and (found.voice, found.tense) == (Voice.ACTIVE, Tense.FUTURE)


def test_a_command_has_no_subject(analyse: Analyse) -> None:
    found = with_verb(analyse("Siehe auch den Anhang."), "sehen").verb
    assert found is not None and found.mood is Mood.IMPERATIVE


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("Die Rebellen überfielen den Hafen.", Mood.INDICATIVE),
        ("Die Rebellen zögen ab.", Mood.UNREAL),
        ("Der Minister ziehe ab.", Mood.REPORTED),
        ("Die Bauern bewirtschaften das Land.", Mood.INDICATIVE),
        ("Die Händler lieferten Boote.", Mood.AMBIGUOUS),
    ],
)
def test_the_mood_comes_from_the_form_of_the_verb_itself(analyse: Analyse, sentence: str, mood: Mood) -> None:
    found = next(c.verb for c in analyse(sentence).clauses if c.verb is not None)
    assert found.mood is mood


@pytest.mark.parametrize(
    "sentence",
    [
        "Sowohl der Hafen als auch die Stadt fielen.",
        "Weder der Hafen noch die Stadt fielen.",
    ],
)
def test_conjunctions_of_two_parts_join(analyse: Analyse, sentence: str) -> None:
    found = analyse(sentence)
    assert filler(found, with_verb(found, "fallen"), Role.SUBJECT) == ["der Hafen"]
    assert next(p.joined_to for p in found.phrases if words(found, p.index) == "die Stadt") == 0


def test_how_far_is_no_subject(analyse: Analyse) -> None:
    found = analyse("Im Norden, 900 Kilometer nördlich der Stadt, ist ein Lehrer entführt worden.")
    assert filler(found, with_verb(found, "entführen"), Role.SUBJECT) == ["ein Lehrer"]


def test_who_stays_arrested_suffers(analyse: Analyse) -> None:
    found = with_verb(analyse("Drei Lehrer bleiben jedoch inhaftiert."), "inhaftieren").verb
    assert found is not None and found.voice is Voice.STATIVE


def test_an_article_may_stand_far_before_its_noun(analyse: Analyse) -> None:
    found = analyse("Davon geht der Direktor, der für den Hafen zuständige neue Beamte, aus.")
    assert filler(found, with_verb(found, "ausgehen"), Role.SUBJECT) == ["der Direktor"]
    assert [c.kind for c in found.clauses if c.kind is ClauseKind.RELATIVE] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Schweden lobte den Plan, forderte aber mehr Geld.",
        "Schweden bat, den Plan zu ändern, und forderte mehr Geld.",
    ],
)
def test_a_verb_of_saying_may_go_on_with_the_subject_before(reader_clauses: Analyse, sentence: str) -> None:
    found = reader_clauses(sentence)
    clause = with_verb(found, "fordern")
    assert clause.link is Link.COORDINATE
    assert filler(found, clause, Role.SUBJECT) == ["Schweden"]


def test_people_counted_are_one_phrase(analyse: Analyse) -> None:
    found = analyse("Hunderte von Lehrern streikten.")
    assert filler(found, with_verb(found, "streiken"), Role.SUBJECT) == ["Hunderte von Lehrern"]


def test_one_of_several_is_explained_by_its_genitive(analyse: Analyse) -> None:
    found = analyse("Dulmar, einer der Gründer von Bergen, wurde verhaftet.")
    explained = next(p for p in found.phrases if p.pronoun == "einer")
    assert explained.apposition_of == 0


def test_a_sentence_in_brackets_leaves_the_clause_around_it_open(analyse: Analyse) -> None:
    for text in ("Der Hafen (siehe Karte) liegt am Fluss.", "Der Minister sagte (siehe Seite 3) die Reise ab."):
        found = analyse(text)
        assert with_verb(found, "sehen").kind is ClauseKind.MAIN
    assert filler(found, with_verb(found, "absagen"), Role.ACCUSATIVE) == ["die Reise"]


def test_a_prefix_behind_an_inserted_clause_returns_to_the_verb_before_it(analyse: Analyse) -> None:
    found = analyse("Die Armee griff, als der Sommer begann, den Hafen an.")
    assert filler(found, with_verb(found, "angreifen"), Role.ACCUSATIVE) == ["den Hafen"]
    assert with_verb(found, "beginnen").kind is ClauseKind.SUBORDINATE


def test_what_follows_als_is_an_article(analyse: Analyse) -> None:
    found = analyse("Als die Marine den Hafen erneut beschoss, floh die Besatzung.")
    assert filler(found, with_verb(found, "beschießen"), Role.SUBJECT) == ["die Marine"]


def test_an_article_before_another_one_waits_for_its_noun(analyse: Analyse) -> None:
    for text in ("Das den Hafen angreifende Schiff sank.", "Das den Hafen beliefernde Schiff sank."):
        found = analyse(text)
        inner = next(c for c in found.clauses if c.kind is ClauseKind.PARTICIPIAL)
        assert filler(found, inner, Role.ACCUSATIVE) == ["den Hafen"]


def test_a_participle_between_commas_is_not_the_verb_that_the_clause_waits_for(analyse: Analyse) -> None:
    found = analyse("Der Hafen, von der Marine besucht, liegt am Fluss.")
    assert with_verb(found, "besuchen").kind is ClauseKind.PARTICIPIAL
    assert filler(found, with_verb(found, "liegen"), Role.SUBJECT) == ["Der Hafen"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Regierung führte, unterstützt von Norwegen, Gespräche mit dem Rat.",
        "Unterstützt von Norwegen führte die Regierung Gespräche mit dem Rat.",
    ],
)
def test_a_participle_with_its_agent_interrupts_the_clause_that_goes_on(analyse: Analyse, text: str) -> None:
    found = analyse(text)
    main = with_verb(found, "führen")
    assert (main.kind, [f.lower() for f in filler(found, main, Role.SUBJECT)]) == (ClauseKind.MAIN, ["die regierung"])
    assert filler(found, main, Role.ACCUSATIVE) == ["Gespräche"]


def test_what_explains_a_name_may_stand_behind_the_verb(analyse: Analyse) -> None:
    found = analyse("Die Armee hatte am Montag Karim Berg getötet, den Führer der Miliz.")
    place = next(p for p in found.phrases if words(found, p.index) == "den Führer")
    assert place.apposition_of is not None and words(found, place.apposition_of) == "Karim Berg"
    assert filler(found, with_verb(found, "töten"), Role.ACCUSATIVE) == ["Karim Berg"]


def test_a_participle_with_its_agent_interrupts_the_clause(analyse: Analyse) -> None:
    analysis = analyse("Die Polizei, unterstützt von der Armee, suchte nach den Tätern.")
    assert [c.verb and c.verb.lemma for c in analysis.clauses] == ["suchen", "unterstützen"]


def test_a_prefix_behind_an_infinitive_returns_to_its_verb(analyse: Analyse) -> None:
    analysis = analyse("Peru lehnte die Forderung, Gefangene freizulassen, ab.")
    assert analysis.clauses[0].verb and analysis.clauses[0].verb.lemma == "ablehnen"


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Peru verhandelt mit ausländischen Unternehmen.", True),
        ("Peru verhandelt mit dem ausländischen Unternehmen.", False),
        ("Peru verhandelt mit ausländischem Unternehmen.", None),
    ],
)
def test_an_adjective_in_the_dative_tells_the_number(analyse: Analyse, text: str, plural: bool | None) -> None:
    assert next(p.plural for p in analyse(text).phrases if p.lemma == "Unternehmen") is plural


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karl Berg dankte der Bundeswehr.", Role.DATIVE),
        ("Den Soldaten wurde gedroht.", Role.DATIVE),
        ("Ausländischen Reportern ist die Einreise untersagt.", Role.DATIVE),
        ("Peru droht ein schwerer Angriff.", Role.SUBJECT),
    ],
)
def test_the_last_noun_or_the_first_in_the_dative(analyse: Analyse, text: str, role: Role) -> None:
    analysis = analyse(text)
    nouns = ("Bundeswehr", "Soldat", "Reporter", "Angriff")
    wanted = next(p.index for p in analysis.phrases if p.lemma in nouns)
    assert wanted in analysis.clauses[0].fillers_in(role)


def test_an_auxiliary_at_the_end_of_a_clause_waits_for_nothing(analyse: Analyse) -> None:
    analysis = analyse("Karl Berg wurde zum Nachfolger des Mannes, der im Amt war, gewählt.")
    assert analysis.clauses[0].verb and (analysis.clauses[0].verb.lemma, analysis.clauses[0].verb.voice) == (
        "wählen",
        Voice.PASSIVE,
    )


def test_no_relative_clause_begins_right_behind_a_noun(analyse: Analyse) -> None:
    analysis = analyse("Karl Berg hat im Abstand von zwei Monaten die am Krieg beteiligten deutschen Truppen besucht.")
    assert analysis.clauses[0].verb and analysis.clauses[0].verb.lemma == "besuchen"
    assert not any(c.kind is ClauseKind.RELATIVE for c in analysis.clauses)
