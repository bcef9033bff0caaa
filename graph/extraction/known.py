"""Names that the gazetteer knows: which of them a phrase denotes, and when it only shares a name with what is known."""

from collections.abc import Sequence
from typing import Final

from ..identity import folded
from ..language.clause import Analysis, Phrase
from ..language.wordlists import ends_in, word_list
from ..model import Entity, Kind
from .bodies import Bodies
from .discourse import Discourse
from .gazetteer import Entry
from .mentions import NAMES, Occurrence
from .names import without_genitive
from .offices import Offices

_ROLES_OF_STATES: Final = word_list("de", "roles_of_states")  # what states are as well
_OF_STATES: Final = tuple(sorted(_ROLES_OF_STATES))
_LEAST: Final = 5  # letters of what a compound may end in: Erzfeind, Ukraine-Unterstützer


class KnownParties:
    """Answers for the phrases of one sentence."""

    def __init__(self, analysis: Analysis, offices: Offices, bodies: Bodies, discourse: Discourse) -> None:
        self.analysis, self.offices, self.bodies, self.discourse = analysis, offices, bodies, discourse
        self.gazetteer, self.found = offices.gazetteer, offices.found

    def entity(self, phrase: Phrase) -> Entity | None:
        """The gazetteer's party that the phrase names; None where it names none, or another of that name."""
        inside = [o for o in self.found if phrase.first <= o.first <= phrase.head and not o.part]  # may end in a genitive
        inside += [o for o in self.found if phrase.head < o.first and o.last <= phrase.last and not o.part]
        known = next((o for o in inside if o.having(*NAMES) and self._is_core(phrase, o)), None)
        if known is None or self._head_is_role_for(phrase, known) or self._is_namesake(phrase, known):
            return None
        return self._known(known, phrase)

    def is_role_of_state(self, phrase: Phrase) -> bool:
        """der Verbündete Iran, beim Erzfeind Pakistan: the state that the noun tells something of, and not whose it is."""
        if phrase.name is None or not ends_in(phrase.lemma.lower().rpartition("-")[2], _ROLES_OF_STATES, _LEAST):
            return False
        word = self.analysis.tokens[phrase.name[1]].text
        entity = self.entity(phrase)
        return entity is not None and entity.kind is Kind.STATE and (not word.endswith("s") or entity.name.endswith("s"))

    def _is_namesake(self, phrase: Phrase, match: Occurrence) -> bool:
        """Anahit Sargsjan is not the Sargsjan that is known: another given name stands before a known surname."""
        if phrase.name is None or not phrase.name[0] < match.first or match.first != match.last:
            return False
        entity = self.gazetteer.entity(match.having(*NAMES)[0].row)
        before = self.analysis.tokens[phrase.name[0] : match.first]
        given = {t.text for t in before if self.offices.title_word(t) is None}  # General Soleimani is no namesake
        if entity.kind is Kind.ORGANISATION and not phrase.determiner:  # Hussein al Huthi is none of the Huthi
            return self.gazetteer.knows_given(self.analysis.tokens[phrase.name[0]].text)
        return entity.kind is Kind.PERSON and bool(given) and not given & set(entity.name.split())

    def _is_core(self, phrase: Phrase, match: Occurrence) -> bool:
        """Whether the match names the phrase itself: it covers the head or the end of its run of names."""
        covers_head = match.first <= phrase.head <= match.last
        covers_name = phrase.name is not None and match.first <= phrase.name[1] <= match.last
        return covers_head or covers_name

    def _head_is_role_for(self, phrase: Phrase, match: Occurrence) -> bool:
        """ "Botschafter Brasiliens" in one phrase: a title whose name is a state is not that state."""
        head_outside = not match.first <= phrase.head <= match.last
        person = any(e.how in NAMES and self._kind(e) is Kind.PERSON for e in match.entries)
        title = self.offices.title_word(self.analysis.tokens[phrase.head]) if head_outside and not person else None
        return title is not None and not title.lower().endswith(_OF_STATES)  # das NATO-Mitglied Norwegen

    def _known(self, match: Occurrence, phrase: Phrase) -> Entity:
        entries = match.having(*NAMES)
        titled = phrase.head < match.first and self.offices.title_word(self.analysis.tokens[phrase.head]) is not None
        persons = [e for e in entries if self._kind(e) is Kind.PERSON]
        chosen = persons[0] if persons and titled else self._as_medium(phrase, match, entries) or entries[0]
        entity = self.gazetteer.entity(chosen.row)
        if chosen.how == "metonym" and match.first == match.last and (city := self._as_city(match)) is not None:
            return city
        return self._namesake(phrase, match, entity) or self._introduced(phrase, match, entity) or entity

    def _as_medium(self, phrase: Phrase, match: Occurrence, entries: Sequence[Entry]) -> Entry | None:
        """die Staatsagentur Sana: behind a noun for media a name is that of one, and no capital."""
        group = self.bodies.group_noun(phrase.index) if phrase.head < match.first else None
        media = group is not None and group.group_class == "media"
        return next((e for e in entries if media and self._kind(e) is Kind.OUTLET), None)

    def _as_city(self, match: Occurrence) -> Entity | None:
        """das Land Berlin … Berlin klagte: the city or land that the article has spoken of as such, and no government."""
        named = self.discourse.named.get(folded(without_genitive(self.analysis.tokens[match.first].text)))
        return named if named is not None and named.kind is Kind.PLACE else None

    def _introduced(self, phrase: Phrase, match: Occurrence, entity: Entity) -> Entity | None:
        """Hussein al Huthi … al Huthi forderte; Paul Merkel … die Freilassung Merkels: the person named in full before, and
        neither the body nor the better known person of that name."""
        if entity.kind is Kind.PERSON and match.first == match.last:
            word = self.analysis.tokens[match.last].text
            return self.discourse.person(word) or self.discourse.person(without_genitive(word))
        bare = not phrase.determiner and phrase.plural is not True and phrase.name == (phrase.first, phrase.last)
        if entity.kind is not Kind.ORGANISATION or not bare:
            return None
        return self.discourse.person(self.analysis.tokens[phrase.last].text)

    def _namesake(self, phrase: Phrase, match: Occurrence, entity: Entity) -> Entity | None:
        """A body of a state that has the name of a greater one: "der russische Nationale Sicherheitsrat" is not the UN's,
        nor is "der Sicherheitsrat" later on in that article."""
        if entity.kind is not Kind.ORGANISATION or entity.state is not None or phrase.name is not None:
            return None
        state = self.offices.adjective_party(phrase) or self._genitive_state(phrase)
        if state is not None and state.kind is Kind.STATE and match.last == phrase.head:
            return Entity(self.bodies.described(phrase), Kind.ORGANISATION, state=state.gazetteer)
        if match.first == match.last and not phrase.lemma.isupper():
            return self.discourse.body_called(self.analysis.tokens[phrase.head].lemma)
        return None

    def _kind(self, entry: Entry) -> Kind:
        return self.gazetteer.entity(entry.row).kind

    def _genitive_state(self, phrase: Phrase) -> Entity | None:
        genitive = self.offices.genitive(phrase)
        return self.offices.entity(genitive.index) if genitive is not None else None
