"""Of which state a body is whose own words do not name one: die dortige Regierung, seine Armee, das Außenministerium."""

from typing import Final

from ..language.clause import Analysis, Phrase
from ..language.lexicon import GroupNoun
from ..model import Entity, Kind
from .discourse import Discourse
from .mentions import NAMES
from .offices import Offices

NATIONAL: Final = frozenset({"ministry", "government", "army", "intelligence"})
_SAYS_WHOSE: Final = ("von", "in", "unter", "für", "aus")


class WhoseState:
    """Answers for the bodies of one sentence."""

    def __init__(self, analysis: Analysis, offices: Offices, discourse: Discourse) -> None:
        self.analysis, self.offices, self.discourse = analysis, offices, discourse

    def told(self, phrase: Phrase, group: GroupNoun | None) -> Entity | None:
        """The state that "dortig" or a possessive means; None where there is neither."""
        return self._state_there(phrase) or self._own_state(phrase, group)

    def in_focus(self, phrase: Phrase, group: GroupNoun | None) -> Entity | None:
        """The state that the article is about, where the body can only be that of a state and nothing says of which."""
        return self.discourse.focus() if self._is_national(phrase, group) else None

    def _own_state(self, phrase: Phrase, group: GroupNoun | None) -> Entity | None:
        """seine Regierung, ihre Armee: of the state that acts in the sentence, or that of whoever holds an office there."""
        if phrase.determiner != "possessive" or group is None or group.group_class not in NATIONAL:
            return None
        before = (self.offices.entity(p.index) for p in reversed(self.analysis.phrases[: phrase.index]))
        owner = next((e for e in before if e is not None and (e.kind is Kind.STATE or e in self.discourse.homes)), None)
        if owner is None or owner.kind is Kind.STATE:
            return owner
        return self.discourse.homes[owner]

    def _state_there(self, phrase: Phrase) -> Entity | None:
        """die dortige Regierung: of the state, or the state of the place, named last before it."""
        if not any(t.low.startswith("dortig") for t in self.analysis.tokens[phrase.first : phrase.head]):
            return None
        before = [o.having(*NAMES)[0] for o in self.offices.found if o.last < phrase.first and o.having(*NAMES)]
        named = [self.offices.gazetteer.entity(e.row) for e in reversed(before)]
        for entity in (*named, *reversed(self.discourse.latest)):
            if entity.kind is Kind.STATE:
                return entity
            if entity.kind is Kind.PLACE and entity.state is not None:
                return self.offices.gazetteer.entity(entity.state)
        return None

    def _is_national(self, phrase: Phrase, group: GroupNoun | None) -> bool:
        """Whether a bare noun with the definite article can only be a body of the state that the article is about: das
        Außenministerium, die Armee; nothing that stands in front of it or behind it says more."""
        if group is None or group.group_class not in NATIONAL or phrase.name is not None or phrase.plural is True:
            return False
        bare = phrase.determiner == "definite" and phrase.last == phrase.head and self.offices.genitive(phrase) is None
        words = self.analysis.tokens[phrase.first : phrase.head]
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        behind = after and after[0].first == phrase.last + 1 and after[0].preposition in _SAYS_WHOSE
        return bare and not behind and all(t.tag in ("ART", "APPR", "APPRART") for t in words)
