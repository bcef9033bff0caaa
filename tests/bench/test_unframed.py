"""Predicates between two parties that the lexicon does not know are counted."""

import pytest

from bench.unframed import count
from graph.extraction.reader import Reader


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        ("Norwegen griff Schweden an.", 1, {}),
        ("Norwegen verzwiebelte Schweden mit Island.", 0, {("verzwiebeln", "verb"): 1}),
        ("Der Angriff Norwegens auf Schweden endete.", 1, {}),
        ("Die Verzwiebelung Norwegens durch Schweden endete.", 0, {("Verzwiebelung", "noun"): 1}),
        ("Norwegen endete.", 0, {}),
    ],
)
def test_a_predicate_between_two_parties_is_known_or_counted(text: str, known: int, unknown: dict[tuple[str, str], int]) -> None:
    assert count(Reader.load(), iter([text])) == (known, unknown)
