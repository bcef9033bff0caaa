"""Lemmas of stems: those that HanTa makes."""

import pytest
from HanTa.HanoverTagger import HanoverTagger

from graph.language.lemmas import lemma_maker, mended

STEMS = (["liefer"], ["verhand", "el"], ["hafen", "behörd"], ["wes"], ["sei"], ["äuß"], ["a"], ["oster", "i"], ["quarz", "gatt"])


@pytest.mark.parametrize("tag", ["NN", "NE", "VV(FIN)", "VA(FIN)", "ADJ(A)", "ART", "NNI", "nothing"])
def test_a_stem_has_the_lemma_that_hanta_gives(tag: str) -> None:
    hanta = HanoverTagger("morphmodel_ger.pgz")
    assert [lemma_maker(hanta)(stem, tag) for stem in STEMS] == [hanta.makelemma(stem, tag) for stem in STEMS]


@pytest.mark.parametrize(
    ("noun", "cut", "whole"),
    [
        ("Interkontinentalrakete", "Interkontinentalraket", "Interkontinentalrakete"),
        ("Geheimgefängnissen", "Geheimgefängnisse", "Geheimgefängnis"),
        ("Werkshalle", "Werkshalle", "Werkshalle"),
        ("Hauptbahnhöfe", "Hauptbahnhof", "Hauptbahnhof"),
        ("Ploxte", "Ploxt", "Ploxt"),
    ],
)
def test_a_noun_cut_too_short_gets_the_end_that_the_dictionary_has(noun: str, cut: str, whole: str) -> None:
    assert mended(noun, cut) == whole
