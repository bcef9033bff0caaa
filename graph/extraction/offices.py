"""Offices in a phrase, and to which state or body a phrase belongs by its own words.

"der iranische Präsident", "Präsident des Iran", "US-Präsident", "das Außenministerium in Oslo": compound, genitive,
adjective, preposition and seat of government all say whose.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Phrase
from ..language.tokens import Token
from ..model import Entity
from .gazetteer import Entry, Gazetteer, Row
from .mentions import NAMES, Occurrence

_FEDERAL: Final = "Bundes"  # without another state's adjective it is Germany's: Bundeswirtschaftsminister
_GERMANY: Final = "state/deutschland"
_SENT: Final = (
    "otschafter",
    "otschafterin",
    "iplomat",
    "iplomatin",
    "elegierter",
    "esandter",
    "esandte",
)  # of the state that sent
_NATIONAL: Final = frozenset({"head_of_state", "head_of_government", "minister"})
_ONE_A_STATE: Final = frozenset({"office/police-chief", "office/opposition-leader", "office/chief-of-general-staff"})
_PARTISAN: Final = frozenset(
    {"office/politician", "office/deputy", "office/parliamentarian", "office/senator", "office/foreign-policy-expert"}
)
_CALLINGS: Final = frozenset({"activist", "expert"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office in a phrase: its word, the state or body that it is held toward, the token that names it."""

    word: str
    toward: Entity | None
    token: int
    calling: bool = False  # an occupation ("Journalist"), which nobody holds toward a state
    partisan: bool = False  # one that members of a party have: "Abgeordneter", "Politiker"
    national: bool = False  # an office that only states have: without a word for whose, it is that of the state in focus


class Offices:
    """Answers for the phrases of one sentence; `entity` tells what another phrase denotes."""

    def __init__(
        self,
        analysis: Analysis,
        gazetteer: Gazetteer,
        found: tuple[Occurrence, ...],
        entity: Callable[[int], Entity | None],
    ) -> None:
        self.analysis, self.gazetteer, self.found, self.entity = analysis, gazetteer, found, entity

    def title(self, phrase: Phrase) -> Title | None:
        """The office that the phrase's head names, and toward whom it is held, as far as the words tell."""
        head = self.analysis.tokens[phrase.head]
        word = self.title_word(head)
        if word is None:
            return None
        rows = [self.gazetteer.rows[e.row] for e in self.gazetteer.lookup((word,)) if e.how == "title"]
        calling = all(row.classed in _CALLINGS for row in rows)
        partisan = any(row.id in _PARTISAN for row in rows)
        return Title(word, self.toward(phrase), phrase.head, calling, partisan, self._is_national(word, rows))

    def _is_national(self, word: str, rows: Sequence[Row]) -> bool:
        if word.startswith("Vize"):  # Vize-Präsident
            whole = word.removeprefix("Vize").removeprefix("-").capitalize()
            rows = [*rows, *(self.gazetteer.rows[e.row] for e in self.gazetteer.lookup((whole,)) if e.how == "title")]
        return any(row.classed in _NATIONAL or row.id in _ONE_A_STATE for row in rows)

    def title_word(self, token: Token) -> str | None:
        for text in (token.text, token.lemma, token.text.rpartition("-")[2], token.lemma.rpartition("-")[2].capitalize()):
            if any(e.how == "title" for e in self.gazetteer.lookup((text,))):
                return text
        rest = token.lemma.removeprefix(_FEDERAL).capitalize()
        federal = token.lemma.startswith(_FEDERAL) and any(e.how == "title" for e in self.gazetteer.lookup((rest,)))
        return rest if federal else None

    def toward(self, phrase: Phrase) -> Entity | None:
        """The state or body in the phrase's compound, genitive or adjective."""
        head = self.analysis.tokens[phrase.head]
        part = next((o for o in self.found if o.part and o.first == head.index and o.having(*NAMES)), None)
        if part is not None and not (head.lemma.endswith(_SENT) and self.adjective_party(phrase) is not None):
            return self.gazetteer.entity(part.having(*NAMES)[0].row)
        genitive = self.genitive(phrase)
        if genitive is not None and (entity := self.entity(genitive.index)) is not None:
            return entity
        adjective = self.adjective_party(phrase)
        if adjective is not None:
            return adjective
        if head.lemma.startswith(_FEDERAL) and self.title_word(head) is not None:
            return self.gazetteer.entity(_GERMANY)
        return self._von(phrase)

    def genitive(self, phrase: Phrase) -> Phrase | None:
        """The phrase that stands in the genitive of this one."""
        return next((p for p in self.analysis.phrases if p.attribute_of == phrase.index), None)

    def each_toward(self, phrase: Phrase) -> tuple[int, ...]:
        """die Außenminister der USA, Frankreichs und Chinas: the phrases of those toward whom the office is held, where
        there are several."""
        genitive = self.genitive(phrase)
        if genitive is None or phrase.plural is not True or self.title_word(self.analysis.tokens[phrase.head]) is None:
            return ()
        group = self.analysis.joined(genitive.index)
        return group if len(group) > 1 else ()

    def _von(self, phrase: Phrase) -> Entity | None:
        following = phrase.index + 1
        if following < len(self.analysis.phrases):
            after = self.analysis.phrases[following]
            if after.preposition in ("von", "bei") and phrase.name is None and after.first == phrase.last + 1:
                return self.entity(after.index)
            if after.preposition == "in" and after.first == phrase.last + 1 and self._is_capital(after):
                return self.entity(after.index)
        return None

    def _is_capital(self, phrase: Phrase) -> bool:
        """das Außenministerium in Oslo: a seat of government tells whose."""
        return any(o.having("metonym") for o in self.found if phrase.first <= o.first and o.last <= phrase.last)

    def adjective_party(self, phrase: Phrase) -> Entity | None:
        """The state (or body) whose adjective stands in the phrase before its head: "der iranische Präsident"; or its
        acronym, where the hyphen is missing ("die US Botschaft")."""
        for match in self.found:
            within = phrase.first <= match.first and match.last <= phrase.last and match.last != phrase.head
            if within and (entries := match.having("adjective") or self._acronym(phrase, match)):
                return self.gazetteer.entity(entries[0].row)
        return None

    def _acronym(self, phrase: Phrase, match: Occurrence) -> tuple[Entry, ...]:
        before_name = phrase.name is None or match.last < phrase.name[0]
        word = self.analysis.tokens[match.first]
        alone = word.text.isupper() and match.last < phrase.head and before_name and not match.part
        return match.having(*NAMES) if alone else ()
