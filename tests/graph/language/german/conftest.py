"""One tagger for all tests of German: loading it takes a quarter of a second."""

from collections.abc import Callable

import pytest

from graph.language.clause import Analysis, Clause, Role
from graph.language.german.clauses import GermanClauses
from graph.model import Sentence, Span


@pytest.fixture(scope="session")
def analyse() -> Callable[[str], Analysis]:
    clauses = GermanClauses()
    return lambda text: clauses.analyse(Sentence(0, Span(0, len(text))), text)


def words(analysis: Analysis, phrase: int) -> str:
    """The text of a phrase, its tokens joined by spaces."""
    found = analysis.phrases[phrase]
    return " ".join(t.text for t in analysis.tokens[found.first : found.last + 1])


def filler(analysis: Analysis, clause: Clause, role: Role) -> list[str]:
    """The words of the clause's fillers in `role`."""
    return [words(analysis, i) for i in clause.fillers_in(role)]


def with_verb(analysis: Analysis, lemma: str) -> Clause:
    """The clause whose verb is `lemma`."""
    return next(c for c in analysis.clauses if c.verb is not None and c.verb.lemma == lemma)


@pytest.fixture(scope="session")
def reader_clauses() -> Callable[[str], Analysis]:
    """Clauses as the reader builds them, which knows the words of saying; these few stand for them."""
    clauses = GermanClauses(None, frozenset({"sagen", "erklären", "mitteilen"}))
    return lambda text: clauses.analyse(Sentence(0, Span(0, len(text))), text)
