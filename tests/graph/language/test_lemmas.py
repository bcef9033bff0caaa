"""Lemmas of stems: those that HanTa makes."""

import pytest
from HanTa.HanoverTagger import HanoverTagger

from graph.language.lemmas import lemma_maker

STEMS = (["liefer"], ["verhand", "el"], ["hafen", "behörd"], ["wes"], ["sei"], ["äuß"], ["a"], ["oster", "i"], ["quarz", "gatt"])


@pytest.mark.parametrize("tag", ["NN", "NE", "VV(FIN)", "VA(FIN)", "ADJ(A)", "ART", "NNI", "nothing"])
def test_a_stem_has_the_lemma_that_hanta_gives(tag: str) -> None:
    hanta = HanoverTagger("morphmodel_ger.pgz")
    assert [lemma_maker(hanta)(stem, tag) for stem in STEMS] == [hanta.makelemma(stem, tag) for stem in STEMS]
