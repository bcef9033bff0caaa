from collections.abc import Mapping, Sequence
from typing import Any

class WordSearch:
    """The ways through words, which are given in lower case, by the tables of a loaded HanoverTagger."""

    def __init__(self, model: Any) -> None: ...
    def likelihoods(self, word: str) -> list[tuple[int, float]]:
        """HanTa's `analyze_forward`: the classes that a word may have with their log probabilities, the likeliest first."""
    def parts(self, word: str, target: int) -> list[tuple[int, int]]:
        """HanTa's `analyze_viterbi`: the likeliest morphemes of a word in a class, which is given negative."""

class TagSearch:
    """The ways through sentences by HanTa's table of which tag follows on two others with which log probability."""

    def __init__(self, table: Mapping[tuple[int, int], Mapping[int, float]]) -> None: ...
    def likeliest(self, words: Sequence[Sequence[tuple[int, float]]]) -> list[int]:
        """The tags of a sentence, of whose words the possible tags are given with their log probabilities."""
