"""Reading: who does what to whom, on whose word, in texts of one phenomenon each. All of them are invented."""

from collections.abc import Callable

import pytest

from graph.extraction.reader import Reader
from graph.model import Article, Reading

from .conftest import acts, ties, told

Read = Callable[[str], Reading]

SAME_ACT = [
    "Norwegen lieferte der Ukraine Generatoren.",
    "Gestern lieferte Norwegen der Ukraine Generatoren.",
    "Norwegen hat der Ukraine Generatoren geliefert.",
    "Der Ukraine wurden von Norwegen Generatoren geliefert.",
    "Generatoren lieferte Norwegen an die Ukraine.",
]


@pytest.mark.parametrize("text", SAME_ACT)
def test_order_tense_and_voice_do_not_change_who_does_what(read: Read, text: str) -> None:
    assert acts(read(text)) == {"Norwegen AID Ukraine"}


@pytest.mark.parametrize(
    ("actor", "recipient"), [("Norwegen", "Ukraine"), ("Kanada", "Türkei"), ("Japan", "Schweiz"), ("Brasilien", "Mongolei")]
)
def test_other_states_give_the_same_claim(read: Read, actor: str, recipient: str) -> None:
    assert acts(read(f"{actor} lieferte der {recipient} Generatoren.")) == {f"{actor} AID {recipient}"}


@pytest.mark.parametrize(
    "text",
    [
        "Das schwedische Außenministerium erklärte, dass Norwegen die Türkei angegriffen hat.",
        "Das schwedische Außenministerium erklärte, Norwegen habe die Türkei angegriffen.",
        "Norwegen habe die Türkei angegriffen, erklärte das schwedische Außenministerium.",
        "Norwegen hat die Türkei angegriffen, so das schwedische Außenministerium.",
        "Laut dem schwedischen Außenministerium hat Norwegen die Türkei angegriffen.",
        "Nach Angaben des schwedischen Außenministeriums hat Norwegen die Türkei angegriffen.",
        "Wie das schwedische Außenministerium mitteilte, hat Norwegen die Türkei angegriffen.",
    ],
)
def test_every_way_of_reporting_names_the_same_source(read: Read, text: str) -> None:
    assert "Norwegen ASSAULT Türkei (schwedisches Außenministerium asserts)" in acts(read(text))


def test_a_chain_lists_its_sources_outermost_first(read: Read) -> None:
    text = "Die New York Times meldet unter Berufung auf zwei schwedische Beamte, Norwegen habe der Türkei Drohnen geliefert."
    assert acts(read(text)) == {"Norwegen AID Türkei (New York Times asserts; zwei schwedische Beamte asserts)"}


def test_konjunktiv_goes_on_with_the_speech_of_the_sentence_before(read: Read) -> None:
    found = acts(read("Norwegens Regierung sagte, man sei besorgt. Schweden habe die Türkei angegriffen."))
    assert found == {"Schweden ASSAULT Türkei (norwegische Regierung asserts)"}


def test_a_plain_sentence_ends_the_speech(read: Read) -> None:
    found = acts(read("Norwegen erklärte, Schweden habe die Türkei angegriffen. Island lieferte Schweden Waffen."))
    assert found == {"Schweden ASSAULT Türkei (Norwegen asserts)", "Island AID Schweden"}


@pytest.mark.parametrize(
    "denial", ["Schweden dementierte das.", "Schweden wies die Vorwürfe zurück.", "Stockholm bestritt dies."]
)
def test_a_denial_by_anaphora_repeats_what_it_denies(read: Read, denial: str) -> None:
    found = acts(read(f"Norwegen behauptete, Schweden habe die Türkei angegriffen. {denial}"))
    assert found == {"Schweden ASSAULT Türkei (Norwegen alleges)", "Schweden ASSAULT Türkei (Schweden denies)"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norwegen soll die Türkei angegriffen haben.", "Norwegen ASSAULT Türkei (- alleges)"),
        ("Norwegen hat angeblich die Türkei angegriffen.", "Norwegen ASSAULT Türkei (- alleges)"),
        ("Schweden bezweifelt, dass Norwegen die Türkei angegriffen hat.", "Norwegen ASSAULT Türkei (Schweden doubts)"),
        ("Schweden bestätigte, dass Norwegen die Türkei angegriffen hat.", "Norwegen ASSAULT Türkei (Schweden confirms)"),
    ],
)
def test_stance_is_what_the_words_give(read: Read, text: str, claim: str) -> None:
    assert claim in acts(read(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norwegen wird der Ukraine Generatoren liefern.", "Norwegen AID Ukraine (intended)"),
        ("Norwegen will der Ukraine Generatoren liefern.", "Norwegen AID Ukraine (intended)"),
        ("Norwegen könnte der Ukraine Generatoren liefern.", "Norwegen AID Ukraine (possible)"),
        ("Norwegen erwägt, der Ukraine Generatoren zu liefern.", "Norwegen AID Ukraine (possible)"),
        ("Norwegen hat der Ukraine nie Generatoren geliefert.", "Norwegen AID Ukraine (not)"),
        ("Norwegen lieferte der Ukraine keine Generatoren.", "Norwegen AID Ukraine (not)"),
    ],
)
def test_modality_and_negation(read: Read, text: str, claim: str) -> None:
    assert claim in acts(read(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Der norwegische Ministerpräsident Ola Hauge schwieg.", "Ola Hauge HOLDS_POSITION Norwegen"),
        ("Ola Hauge, der Ministerpräsident Norwegens, schwieg.", "Ola Hauge HOLDS_POSITION Norwegen"),
        ("Der Ministerpräsident von Norwegen, Ola Hauge, schwieg.", "Ola Hauge HOLDS_POSITION Norwegen"),
        ("Zuvor war Ola Hauge norwegischer Ministerpräsident.", "Ola Hauge HOLDS_POSITION Norwegen"),
        ("NATO-Generalsekretär Ola Hauge schwieg.", "Ola Hauge HOLDS_POSITION NATO"),
        ("Das staatliche norwegische Fernsehen schwieg.", "staatliches norwegisches Fernsehen PART_OF Norwegen"),
    ],
)
def test_standing_ties(read: Read, text: str, tie: str) -> None:
    assert tie in ties(read(text))


def test_a_surname_means_the_person_named_before(read: Read) -> None:
    found = acts(read("Der norwegische Außenminister Ola Hauge besuchte Island. Hauge kritisierte die Türkei."))
    assert "Ola Hauge ACCUSE Türkei" in found


def test_an_event_spoken_of_again_has_its_parties(read: Read) -> None:
    found = read("Norwegen hat die Türkei angegriffen. Schweden verurteilte den Angriff.")
    assert [told(c) for c in found.claims if c.relation == "ASSAULT"].count("Norwegen ASSAULT Türkei") == 2


def test_weather_and_sports_claim_nothing(read: Read) -> None:
    assert read("In Oslo schneit es. Der Verein gewann das Spiel. Die Preise stiegen.").claims == ()


def test_every_claim_points_back_into_the_text(read: Read) -> None:
    text = "Laut AFP hat Norwegen am Freitag in Bern der Ukraine Generatoren geliefert."
    (claim,) = read(text).claims
    assert claim.sentence.of(text) == text and claim.sentence.covers(claim.evidence)
    assert claim.actor is not None and claim.actor.mention is not None and claim.actor.mention.of(text) == "Norwegen"
    assert claim.time is not None and claim.time.value == "2024-08-02"
    assert claim.rule.startswith("frame-aid")


def test_the_same_article_gives_the_same_reading(reader: Reader) -> None:
    article = Article(text="Norwegen drohte der Türkei. Ankara wies das zurück. Beide verhandeln in Wien.")
    assert reader.read(article) == reader.read(article)


def test_claims_of_an_article_are_distinct(read: Read) -> None:
    claims = read("Norwegen, Schweden und Island verurteilten die Türkei, Japan und Kanada.").claims
    assert len(claims) == len(set(claims)) == 9


@pytest.mark.parametrize(
    "text", ["Norwegen traf Peru, das", "Die Partei, der", "Norwegen befahl, ohne", "weder die", "Es gab Dutzende von"]
)
def test_a_text_that_breaks_off_is_read(reader: Reader, text: str) -> None:
    assert len(reader.read(Article(text=text)).sentences) == 1
