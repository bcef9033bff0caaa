"""HanTa made fast: compiled searches in the places of its own, and whatever it finds of a word kept by word type.

The analysis of a word was repeated for each of its tokens and was four fifths of the cost. Caches are bounded: words follow
Zipf's law, so the frequent ones stay. What remains, the first analysis of every type and the tags of every sentence, takes the
compiled searches a tenth of HanTa's time. Where they were not built, for want of a C compiler, HanTa's own find the same.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

from .kept import TYPES, Kept
from .lemmas import lemma_maker

try:
    from .search import TagSearch, WordSearch
except ImportError:
    COMPILED = False
else:
    COMPILED = True

_CUTOFF: Final = 5  # log probability below the likeliest tag; what is below is not looked at in sentences, as HanTa has it
_END: Final = 2  # HanTa's tag behind the last word
_UNKNOWN: Final = 3

_Likely = tuple[tuple[int, float], ...]


def made_fast(tagger: Any, compiled: bool = COMPILED) -> Callable[[Sequence[str]], list[int]]:
    """Puts our searches and caches into a loaded HanoverTagger; gives what finds the tags of a sentence, as numbers."""
    if compiled:
        analysis = WordSearch(tagger)
        tagger.analyze_forward, tagger.analyze_viterbi = analysis.likelihoods, analysis.parts
    tagger.analyze_forward = Kept(tagger.analyze_forward).__getitem__
    tagger.makelemma = lemma_maker(tagger)
    tagger.cache = {word: tuple(tags) for word, tags in tagger.cache.items()}  # lists the garbage collector would follow
    analysis_of = lru_cache(TYPES)(tagger._analyze)
    tagger._analyze = lambda word, pos, taglevel=1: analysis_of(word.lower(), pos, taglevel=taglevel)
    plain: Callable[[Sequence[str]], list[int]] = tagger.tag_sent_viterbi
    if compiled:
        return _tags(tagger)
    tagger._tag_word = lru_cache(TYPES)(tagger._tag_word)
    return plain


def _tags(tagger: Any) -> Callable[[Sequence[str]], list[int]]:
    """What finds the tags of a sentence by the compiled search."""
    search = TagSearch(tagger.LP_trans_word)
    order = [tag for tag in tagger.LP_trans_word[0, 1] if tag != _END]  # so that of equally likely ones HanTa's stays
    rank = {tag: place for place, tag in enumerate(order)}

    def likely(word: str, cased: bool) -> _Likely:
        """The tags that a word may have, in the order of HanTa's table; all if it has none."""
        found = tagger._tag_word(word, cutoff=_CUTOFF, casesensitive=cased, conditional=True)
        known = [(rank[tag], tag, p) for tag, p in found if tag in rank]
        if all(tag == _UNKNOWN for tag, _ in found):
            known = [(place, tag, 0.0) for tag, place in rank.items()]
        return tuple([(tag, p) for _, tag, p in sorted(known)])

    first, later = Kept[str, _Likely](lambda word: likely(word, False)), Kept[str, _Likely](lambda word: likely(word, True))
    return lambda words: search.likeliest([first[words[0]], *[later[word] for word in words[1:]]])


__all__ = ["COMPILED", "made_fast"]
