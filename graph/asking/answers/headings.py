"""What every row about an episode begins with: the relation, its parties by name, and the counts."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from ..answering import Found


@dataclass(frozen=True, slots=True)
class Heading:
    """An episode by the names of its parties, with its counts in articles, roots and claims."""

    actor: str
    relation: str
    recipient: str | None
    articles: int
    roots: int
    asserting: int
    denying: int


Begin = tuple[str, str, str | None, int, int, int, int]


def begin(heading: Heading) -> Begin:
    """The heading as the first fields of a row that extends them."""
    found: Begin = astuple(heading)
    return found


def headings(found: Found) -> Iterator[tuple[str, Heading]]:
    """The episodes of a question's rows in their order, each once, by their addresses."""
    seen: set[str] = set()
    for episode, actor, relation, recipient, *counts in found.each(
        "episode", "actor", "relation", "recipient", "articles", "roots", "asserting", "denying"
    ):
        if str(episode) not in seen:
            seen.add(str(episode))
            articles, roots, asserting, denying = (int(count or 0) for count in counts)
            told = str(recipient) if recipient is not None else None
            yield str(episode), Heading(str(actor), str(relation), told, articles, roots, asserting, denying)
