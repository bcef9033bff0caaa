"""Tags of whole sentences: the same as HanTa's, word by word."""

import pytest
from HanTa.HanoverTagger import HanoverTagger

from graph.language.tag_sequence import TagSequence

SENTENCES = (
    "Die Hafenbehörde von Bergen wies den Vorwurf zurück , sie habe zwei Frachter aufgehalten .",
    "zurück wies sie ihn nicht",
    "Norwegen !",
    '" Wir liefern nichts " , sagte Frau Krzywicki am 3. Mai in Łódź .',
    "Ob der Quarzelrat 1.000 Zelte schickt oder sie behält , blieb gestern offen ...",
    "Weder Oslo noch Bhutan , die beide verhandelten , unterschrieben das Fischerei-Abkommen",
)


@pytest.fixture(scope="module")
def hanta() -> HanoverTagger:
    return HanoverTagger("morphmodel_ger.pgz")


def sequence(hanta: HanoverTagger) -> TagSequence:
    return TagSequence(hanta, lambda word, cased: hanta._tag_word(word, casesensitive=cased, conditional=True))


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("cased", [True, False])
def test_a_sentence_has_the_tags_that_hanta_gives(hanta: HanoverTagger, text: str, cased: bool) -> None:
    assert sequence(hanta).tags(text.split(), cased) == hanta.tag_sent_viterbi(text.split(), cased)


def test_a_word_that_may_be_nothing_may_be_anything(hanta: HanoverTagger) -> None:
    silent = TagSequence(hanta, lambda word, cased: [])
    assert len(silent.tags(["Der", "Rat"])) == 2
