"""Which questions are finished in Python, and by what: the one table from names to answers."""

from collections.abc import Mapping

from .answering import Case, Finish, Reply, answered
from .answers import echoes, hedges, sides, unnamed
from .questions import Question

FINISHING: Mapping[str, Finish] = {
    "anonymous-sources": unnamed.profiles,
    "attribution-paths": unnamed.paths,
    "disputes": sides.disputes,
    "echo": echoes.echo,
    "hedge-loss": hedges.hedge_loss,
    "roots": echoes.rooted,
    "sides": sides.sides,
}


def ask(question: Question, case: Case) -> Reply:
    """The answer to a named question."""
    return answered(question, case, FINISHING)
