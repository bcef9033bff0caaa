"""The compiled searches find what HanTa's own find, tag for tag and morpheme for morpheme."""

from itertools import product
from typing import TYPE_CHECKING

import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given
from hypothesis import strategies as st

from graph.language.searches import made_fast

if TYPE_CHECKING:
    from graph.language.search import WordSearch

search = pytest.importorskip("graph.language.search", reason="the compiled searches were not built here")

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


@pytest.fixture(scope="module")
def words(hanta: HanoverTagger) -> "WordSearch":
    return search.WordSearch(hanta)


def same_likelihoods(hanta: HanoverTagger, words: "WordSearch", word: str) -> bool:
    theirs, ours = hanta.analyze_forward(word), words.likelihoods(word)
    close = all(abs(p - q) < 1e-9 for (_, p), (_, q) in zip(theirs, ours, strict=True))
    return close and [tag for tag, _ in theirs] == [tag for tag, _ in ours]


def test_every_class_of_a_word_is_as_likely_as_with_hanta(hanta: HanoverTagger, words: "WordSearch") -> None:
    assert [word for word in WORDS if not same_likelihoods(hanta, words, word)] == []


@pytest.mark.parametrize("tag", ["NN", "NE", "VV(FIN)", "VV(PP)", "ADJ(A)", "ADJ(D)", "CARD", "ART"])
def test_the_morphemes_of_a_word_in_a_class_are_those_of_hanta(hanta: HanoverTagger, words: "WordSearch", tag: str) -> None:
    target = -hanta.tag2int[tag]
    assert [w for w in WORDS[::3] if hanta.analyze_viterbi(w, target) != words.parts(w, target)] == []


@given(word=st.text(alphabet="abeghilnorstuäüßé-'.3", min_size=1, max_size=14))
def test_whatever_stands_there_is_read_as_hanta_reads_it(hanta: HanoverTagger, words: "WordSearch", word: str) -> None:
    assert same_likelihoods(hanta, words, word)
    assert hanta.analyze_viterbi(word, -hanta.tag2int["NN"]) == words.parts(word, -hanta.tag2int["NN"])


def test_a_word_is_the_same_before_and_after_others(hanta: HanoverTagger) -> None:
    fresh, used = search.WordSearch(hanta), search.WordSearch(hanta)
    for word in WORDS:
        used.likelihoods(word)
    assert all(fresh.likelihoods(w) == used.likelihoods(w) for w in ("hafenrat", "haf", "ha", "hafenrätchen"))


@pytest.mark.parametrize("word", ["", "u" * 300, "donaudampfschifffahrtsgesellschafts" * 8])
def test_a_word_may_be_of_any_length(hanta: HanoverTagger, words: "WordSearch", word: str) -> None:
    assert same_likelihoods(hanta, words, word)


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_has_the_tags_that_hanta_gives(hanta: HanoverTagger, text: str, compiled: bool) -> None:
    assert made_fast(HanoverTagger("morphmodel_ger.pgz"), compiled)(text.split()) == hanta.tag_sent_viterbi(text.split())


def test_a_sentence_may_be_of_any_length(hanta: HanoverTagger) -> None:
    tags = made_fast(HanoverTagger("morphmodel_ger.pgz"), compiled=True)
    assert tags(SENTENCES[0].split() * 200) == hanta.tag_sent_viterbi(SENTENCES[0].split() * 200)


def test_a_word_that_may_be_nothing_may_be_anything(hanta: HanoverTagger) -> None:
    table = hanta.LP_trans_word
    anything = [(tag, 0.0) for tag in table[0, 1] if tag != 2]
    assert len(search.TagSearch(table).likeliest([tuple(anything)] * 2)) == 2
