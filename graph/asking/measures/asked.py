"""What a measure is asked of: which parties, which days, whose voice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ...errors import NotFoundError, UsageError
from ...rdf.labels import Found, Labels
from ..addresses import is_key
from .ties import Voice


@dataclass(frozen=True, slots=True)
class Asked:
    """All parties, or those around `parties` (keys); all days, or those from `since` to `until`; whose voice makes a tie.

    Days are those of the episode, for citations those of publication. Members of a bloc (keys of organisations) are one
    group, all others belong to their state.
    """

    parties: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    voice: Voice = Voice.ASSERTED
    blocs: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all days count."""
        return self.since is None and self.until is None


def day(text: str) -> date:
    """A day as it is typed. UsageError for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text[:40]!r} is no date; write it as 2024-06-03") from None


def voice(text: str) -> Voice:
    """A voice by its name. UsageError for what is none."""
    if text not in set(Voice):
        raise UsageError(f"{text[:40]!r} is no voice; there are {', '.join(Voice)}")
    return Voice(text)


def found(labels: Labels, texts: Iterable[str]) -> tuple[Found, ...]:
    """The parties that are meant, each by its key or by a name, of which the best hit counts. NotFoundError for nobody."""
    return tuple(_party(labels, text.strip()) for text in texts if text.strip())


def _party(labels: Labels, text: str) -> Found:
    met = labels.get(text) if is_key(text) else next(iter(labels.search(text, 1)), None)
    if met is None:
        raise NotFoundError(f"the store knows nobody called {text[:40]!r}")
    return met
