"""Which questions are finished in Python, and by what: the one table from names to answers."""

from collections.abc import Mapping

from .answering import Case, Finish, Reply, answered
from .questions import Question

FINISHING: Mapping[str, Finish] = {}


def ask(question: Question, case: Case) -> Reply:
    """The answer to a named question."""
    return answered(question, case, FINISHING)
