"""Analyses of words: HanTa's own, tag for tag and morpheme for morpheme, only faster."""

from itertools import product

import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given
from hypothesis import strategies as st

from graph.language.word_analysis import WordAnalysis

PREFIXES = ("", "be", "ver", "zurück", "auf", "über")
STEMS = ("liefer", "droh", "handel", "weis", "kauf", "fürcht")
ENDINGS = ("e", "n", "t", "te", "ten", "end")
FIRSTS = ("grenz", "hafen", "friedens", "zucker", "quarzel")
LASTS = ("abkommen", "rat", "räte", "knüpfung", "behörde", "bewohner")
ODD = """
    oslo bhutan mwambele krzywicki o'grady saint-brieuc al-quwari são łódź çelik x-7 usa dax eu-kommission un-rat
    a ä ß zu nö ob aua - -- ... ? " ' ` ´´ 7 17 1.000,50 3% 5-punkte-plan 18. m23 s. dr. ob-clauses st.
    blorft quaxelt unzwirbelbar flimpern vertockste zzz qqxw mnrtks ungrummelig donaudampfschifffahrtsgesellschaft
    käme zöge überfiele wäre möge brächte flöge äße ließ schoss schüfe gehst wollt tut sei seien ginge
"""
WORDS = [
    *(prefix + stem + ending for prefix, stem, ending in product(PREFIXES, STEMS, ENDINGS)),
    *(f"{prefix}ge{stem}t{ending}" for prefix, stem, ending in product(PREFIXES, STEMS, ("", "e", "er"))),
    *(first + last + ending for first, last, ending in product(FIRSTS, LASTS, ("", "s", "n"))),
    *ODD.split(),
]


@pytest.fixture(scope="module")
def hanta() -> HanoverTagger:
    return HanoverTagger("morphmodel_ger.pgz")


@pytest.fixture(scope="module")
def analysis(hanta: HanoverTagger) -> WordAnalysis:
    return WordAnalysis(hanta)


def same_likelihoods(hanta: HanoverTagger, analysis: WordAnalysis, word: str) -> bool:
    theirs, ours = hanta.analyze_forward(word), analysis.likelihoods(word)
    close = all(abs(p - q) < 1e-9 for (_, p), (_, q) in zip(theirs, ours, strict=True))
    return close and [tag for tag, _ in theirs] == [tag for tag, _ in ours]


def test_every_class_of_a_word_is_as_likely_as_with_hanta(hanta: HanoverTagger, analysis: WordAnalysis) -> None:
    assert [word for word in WORDS if not same_likelihoods(hanta, analysis, word)] == []


@pytest.mark.parametrize("tag", ["NN", "NE", "VV(FIN)", "VV(PP)", "ADJ(A)", "ADJ(D)", "CARD", "ART"])
def test_the_morphemes_of_a_word_in_a_class_are_those_of_hanta(hanta: HanoverTagger, analysis: WordAnalysis, tag: str) -> None:
    target = -hanta.tag2int[tag]
    assert [w for w in WORDS[::3] if hanta.analyze_viterbi(w, target) != analysis.parts(w, target)] == []


@given(word=st.text(alphabet="abeghilnorstuäüßé-'.3", min_size=1, max_size=14))
def test_whatever_stands_there_is_read_as_hanta_reads_it(hanta: HanoverTagger, analysis: WordAnalysis, word: str) -> None:
    assert same_likelihoods(hanta, analysis, word)
    assert hanta.analyze_viterbi(word, -hanta.tag2int["NN"]) == analysis.parts(word, -hanta.tag2int["NN"])


def test_a_word_is_the_same_before_and_after_others(hanta: HanoverTagger) -> None:
    fresh, used = WordAnalysis(hanta), WordAnalysis(hanta)
    for word in WORDS:
        used.likelihoods(word)
    assert all(fresh.likelihoods(w) == used.likelihoods(w) for w in ("hafenrat", "haf", "ha", "hafenrätchen"))


def test_a_word_of_no_class_is_unknown(analysis: WordAnalysis) -> None:
    assert [tag for tag, _ in analysis.likelihoods("")] == [3]


def test_known_morphemes_are_likelier_than_guesses(hanta: HanoverTagger, analysis: WordAnalysis) -> None:
    """What lets known and guessed morphemes be searched apart from one another."""
    best = [max(max(guess) for guess in guesses) for guesses in analysis._morphemes.guesses.values()]
    rarest = min(p for tag in analysis._morphemes.guessed for p in hanta.LP_m_t[tag].values())
    assert rarest > max(best)
