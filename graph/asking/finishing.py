"""Which questions are finished in Python, and by what: the one table from names to answers."""

from collections.abc import Mapping

from .answering import Case, Finish, Reply, answered
from .answers import barometer, changes, echoes, follow_up, hedges, numbers, sides, silence, stealth_edits, unnamed, unread
from .answers.as_of import as_of
from .questions import Question

FINISHING: Mapping[str, Finish] = {
    "anonymous-sources": unnamed.profiles,
    "as-of": as_of,
    "attribution-paths": unnamed.paths,
    "barometer": barometer.barometer,
    "carried-out": follow_up.carried_out,
    "changes": changes.changes,
    "disputes": sides.disputes,
    "echo": echoes.echo,
    "follow-up": follow_up.follow_up,
    "hedge-loss": hedges.hedge_loss,
    "numbers": numbers.numbers,
    "roots": echoes.rooted,
    "sides": sides.sides,
    "silence": silence.silence,
    "stealth-edits": stealth_edits.stealth_edits,
    "unread": unread.unread_articles,
}


def ask(question: Question, case: Case) -> Reply:
    """The answer to a named question."""
    return answered(question, case, FINISHING)
