"""Speech over an article: each story shows one way in which a text renders what somebody says."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.extraction.quotations import quotations
from graph.model import Reading, Speech, SpeechType

Read = Callable[[str], Reading]


def heard(reading: Reading) -> list[str]:
    """Each stretch in one line: `indirect Minister Weber: der Hafen sei zu`."""
    text = reading.article.text

    def line(speech: Speech) -> str:
        who = speech.speaker.of(text) if speech.speaker is not None else "-"
        return f"{speech.type} {who}: {' … '.join(c.of(text) for c in speech.content)}"

    return [line(s) for s in reading.speech]


# quotation marks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Er rief „Halt“ und ging.", ["Halt"]),
        ("Er rief „Halt” und ging.", ["Halt"]),
        ('Er rief "Halt" und "Los".', ["Halt", "Los"]),
        ("Er rief »Halt« und «Los».", ["Halt", "Los"]),
        ("„Wir lesen den „Hafenboten“ gern“, sagte sie.", ["Wir lesen den „Hafenboten“ gern", "Hafenboten"]),
        ("„Ja. Das geht. Bald“, sagte sie.", ["Ja. Das geht. Bald"]),
        ("Er rief „Halt und ging.\nSie rief „Los“.", ["Los"]),
        ('Ein Rohr von 12" Weite.', []),
    ],
)
def test_marks_are_paired_over_the_text(text: str, inner: list[str]) -> None:
    assert [q.inner.of(text) for q in quotations(text)] == inner


@given(st.text(alphabet='ab .\n„“”"»«', max_size=60))
def test_quotations_lie_in_the_text_and_nest(text: str) -> None:
    found = quotations(text)
    for one in found:
        assert one.outer.covers(one.inner) and one.outer.end <= len(text)
        for other in found:
            apart = one.outer.end <= other.outer.start or other.outer.end <= one.outer.start
            assert apart or one.outer.covers(other.outer) or other.outer.covers(one.outer)


# direct -------------------------------------------------------------------------------------------------------------


def test_a_quotation_over_several_sentences_is_one(read: Read) -> None:
    text = "„Wir bauen den Hafen aus. Das dauert drei Jahre“, sagte Ministerin Sabine Weber."
    assert heard(read(text)) == ["direct Ministerin Sabine Weber: Wir bauen den Hafen aus. Das dauert drei Jahre"]


def test_a_quotation_goes_on_after_its_speaker(read: Read) -> None:
    text = "„Wir bauen den Hafen aus“, sagte Ministerin Sabine Weber. „Dann folgt in zwei Jahren auch die Brücke.“"
    assert heard(read(text))[1] == "direct Ministerin Sabine Weber: Dann folgt in zwei Jahren auch die Brücke."


def test_a_name_before_a_colon_speaks(read: Read) -> None:
    assert heard(read("Bürgermeister Lenz: „Wir hoffen auf viel Regen.“")) == [
        "direct Bürgermeister Lenz: Wir hoffen auf viel Regen."
    ]


def test_titles_and_names_are_no_speech(read: Read) -> None:
    assert heard(read("Das Schiff „Stern von Arkadien“ sank vor der Küste. Die Zeitung „Der Hafenbote“ erscheint täglich.")) == []


def test_a_partial_quotation_stands_beside_what_it_is_a_part_of(read: Read) -> None:
    text = "Der Minister sagte, die Lage sei „ernster als je zuvor“ gewesen."
    assert heard(read(text)) == [
        "indirect Der Minister: die Lage sei „ernster als je zuvor“ gewesen",
        "direct Der Minister: ernster als je zuvor",
    ]


# indirect -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Die Polizei sagte, dass der Hafen wieder offen ist.", "indirect Die Polizei: dass der Hafen wieder offen ist"),
        ("Laut Innenministerium fahren die Züge wieder.", "indirect Innenministerium: fahren die Züge wieder"),
        (
            "Nach Angaben der Polizei wurden zwei Schiffe beschädigt.",
            "indirect Angaben der Polizei: wurden zwei Schiffe beschädigt",
        ),
        ("Einem Bericht zufolge ist die Brücke zu.", "indirect Einem Bericht: ist die Brücke zu"),
        (
            "Die Züge fahren, so Bahnchef Karl Lenz, ab Montag wieder.",
            "indirect Bahnchef Karl Lenz: Die Züge fahren … ab Montag wieder",
        ),
        ("Wie die Behörde mitteilte, ist der Hafen offen.", "indirect die Behörde: ist der Hafen offen"),
        (
            "Die Opposition forderte die Regierung auf, den Hafen zu schließen.",
            "indirect Die Opposition: den Hafen zu schließen",
        ),
        ("Der Minister lehnte es ab, den Vertrag zu unterschreiben.", "indirect Der Minister: den Vertrag zu unterschreiben"),
        ("Die Regierung hofft, dass der Streik bald endet.", "indirect Die Regierung: dass der Streik bald endet"),
        (
            "Die Behauptung der Opposition, dass die Kasse leer ist, überraschte viele.",
            "indirect der Opposition: dass die Kasse leer ist",
        ),
    ],
)
def test_what_somebody_says_or_wants(read: Read, text: str, line: str) -> None:
    assert heard(read(text)) == [line]


def test_that_means_the_sentence_before(read: Read) -> None:
    text = "Der Hafen bleibt geschlossen. Das teilte die Behörde am Montag mit."
    assert heard(read(text)) == ["indirect die Behörde: Der Hafen bleibt geschlossen. … Das"]


def test_an_act_that_nobody_tells_is_no_speech(read: Read) -> None:
    assert heard(read("Die Arbeiter begannen, den Hafen zu räumen. Das Schiff lief am Montag aus.")) == []


# free and reported ----------------------------------------------------------------------------------------------------


def test_sentences_in_konjunktiv_go_on_as_one(read: Read) -> None:
    text = "Die Ministerin sagte, die Lage sei ernst. Sie habe davon gewusst. Die Brücke werde gesperrt. Es regnete."
    assert heard(read(text)) == [
        "indirect Die Ministerin: die Lage sei ernst",
        "free Die Ministerin: Sie habe davon gewusst. Die Brücke werde gesperrt.",
    ]


def test_a_wish_of_the_reporter_is_no_speech(read: Read) -> None:
    assert heard(read("Die Brücke ist alt. Ein Neubau wäre teuer.")) == []


def test_a_noun_for_what_is_said_makes_the_sentence_reported(read: Read) -> None:
    text = "Die Ministerin kündigte weitere Gespräche an."
    assert heard(read(text)) == [f"reported Die Ministerin: {text}"]


def test_a_passive_has_no_speaker(read: Read) -> None:
    text = "Am Montag wurde behauptet, die Kasse sei leer."
    assert heard(read(text)) == ["indirect -: die Kasse sei leer"]


# laws -----------------------------------------------------------------------------------------------------------------

_SENTENCES = [
    "Die Ministerin sagte, die Lage sei ernst.",
    "Sie habe davon gewusst.",
    "„Wir bauen den Hafen aus. Das dauert“, sagte der Sprecher.",
    "Er nannte den Plan „ziemlich gewagt und teuer“.",
    "Nach Angaben der Polizei wurden zwei Schiffe beschädigt.",
    "Das Schiff „Stern“ sank.",
    "Die Opposition forderte eine Untersuchung.",
    "Das bestätigte die Behörde.",
    "„Und dann",
    "kommt die Flut“, hieß es.\n",
    "Es soll vier Verletzte gegeben haben.",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_SENTENCES), max_size=7))
def test_spans_lie_in_the_text_sorted_and_apart_from_their_speaker(read: Read, chosen: list[str]) -> None:
    text = " ".join(chosen)
    speech = read(text).speech
    assert list(speech) == sorted(speech, key=lambda s: (s.content[0].start, s.type, s.content))
    assert len(set(speech)) == len(speech)
    for one in speech:
        spans = [*one.content, *(s for s in (one.speaker, one.cue) if s is not None)]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        if one.speaker is not None and one.type is not SpeechType.REPORTED:
            assert all(one.speaker.end <= c.start or c.end <= one.speaker.start for c in one.content)
