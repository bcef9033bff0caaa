"""Names that no gazetteer knows: typed by the title, noun or quotation marks in front, or by how they are built."""

from collections.abc import Iterator

import simplemma

from ..identity import folded
from ..language.clause import Analysis, Clause, Phrase, Role, Voice
from ..language.tokens import Token
from ..language.wordlists import word_list
from ..model import Entity, Kind
from .bodies import Bodies
from .discourse import Discourse
from .names import name_of, without_genitive
from .offices import Offices

_ADDRESS = word_list("de", "forms_of_address")
_UNITS = word_list("de", "unit_nouns")
_SPEAKING = word_list("de", "persons_speak")
_SUFFERING = word_list("de", "persons_suffer")
_ONE_OF = ("einer", "eine")
_SHORTEST = 3  # letters; shorter words alone are codes and initials
_PARTICLES = word_list("de", "name_particles")  # within names of persons
_ARTICLES = ("al-", "el-", "as-", "asch-", "ash-", "ad-", "at-", "an-", "ar-", "az-", "d'", "d’")  # in front of a surname
_AGENTIVE = (
    "er", "ist", "ant", "ent", "or", "eur", "mann", "frau", "in", "chef", "oge", "arzt", "wirt", "held", "experte", "beauftragte",
    "beamte", "abgeordnete", "kollege", "it", "kandidat", "diplomat", "soldat", "sohn", "tochter", "bruder", "anwalt", "ite",
)  # fmt: skip


class UnknownNames:
    """Makes entities of the proper names of one sentence that are not in the gazetteer."""

    def __init__(self, analysis: Analysis, discourse: Discourse, offices: Offices, bodies: Bodies) -> None:
        self.analysis, self.discourse, self.offices, self.bodies = analysis, discourse, offices, bodies

    def entity(self, phrase: Phrase) -> Entity | None:
        """Whom the phrase's run of names denotes; None where it is no party. The phrase must have one."""
        assert phrase.name is not None
        first, last = phrase.name
        if first < last and self.offices.title_word(self.analysis.tokens[first]) is not None:  # General Malin, tagged as a name
            first += 1
        words = [t for t in self.analysis.tokens[first : last + 1] if t.tag != "$("]
        name = name_of(words)
        head = self.analysis.tokens[phrase.head]
        titled = self._is_titled(phrase, head, first)
        surname = without_genitive(words[-1].text) if phrase.attribute_of is not None else words[-1].text
        spoken_of = self.discourse.person(surname) or self.discourse.person(without_genitive(words[-1].text))
        if spoken_of is not None and (len(words) == 1 or spoken_of.name.endswith(name)):
            return spoken_of
        if titled:
            return Entity(name, Kind.PERSON)
        if self._is_quoted(first):
            if (before := self.discourse.named.get(folded(name))) is not None:
                return before
            body = phrase.head < first and self.bodies.is_kind_of_body(phrase)
            return Entity(name, Kind.ORGANISATION if body else Kind.OUTLET)
        if phrase.head < first and head.tag == "NN":
            return self._named_body(phrase, head, name)
        if len(words) > 1 and all(w.text[:1].isupper() or w.text.startswith(_ARTICLES) or w.text in _PARTICLES for w in words):
            return Entity(self._without_s(phrase, name), Kind.PERSON)
        return self._one_word(phrase, words[0])

    def _is_titled(self, phrase: Phrase, head: Token, first: int) -> bool:
        """Präsident X, Dr. X; or a bare name that an office explains: "X, Vorsitzende der Kommission"."""
        if phrase.head < first:
            return head.low in _ADDRESS or self.offices.title_word(head) is not None
        bare = phrase.name == (phrase.first, phrase.last) and phrase.preposition is None and not head.text.isupper()
        return bare and any(self._is_office(other) for other in self._explaining(phrase))

    def _explaining(self, phrase: Phrase) -> Iterator[Phrase]:
        """What the phrase stands in apposition to, and what stands in apposition to it."""
        if phrase.apposition_of is not None:
            yield self.analysis.phrases[phrase.apposition_of]
        yield from (p for p in self.analysis.phrases if p.apposition_of == phrase.index)

    def _is_office(self, phrase: Phrase) -> bool:
        title = self.offices.title_word(self.analysis.tokens[phrase.head])
        return title is not None and phrase.name is None and phrase.plural is not True

    def _is_quoted(self, first: int) -> bool:
        """die „Hanse-Depesche“: names between quotation marks are mostly those of papers, stations and ships."""
        return first > 0 and self.analysis.tokens[first - 1].text in '„“”"»«'

    def _named_body(self, phrase: Phrase, head: Token, name: str) -> Entity | None:
        """ "die Zeitung Hafenblatt", "das Schiff …": typed by the noun in front, if that is one for parties."""
        group = self.bodies.of_token(head)
        agent = phrase.plural is not True and (len(name.split()) > 1 or group is not None) and self._is_a_person(phrase, head)
        if agent and (group is None or (group.kind == "group" and group.group_class != "media")):  # der Sanitäter Rico Kramer
            return Entity(name, Kind.PERSON)
        if group is None:
            return Entity(name, Kind.ORGANISATION) if self.bodies.is_kind_of_body(phrase) else None
        kind = Kind.ORGANISATION if group.kind == "group" else Kind(group.kind)
        kind = Kind.OUTLET if group.group_class == "media" else kind
        return Entity(name, kind)

    def _is_a_person(self, phrase: Phrase, head: Token) -> bool:
        """der Sanitäter Rico Kramer, sein Kollege Xanana Gusmão: by the noun's ending; one in -e is weak and masculine."""
        lemma = head.lemma.lower()
        words = [t.low for t in self.analysis.tokens[phrase.first : phrase.head]]
        masculine = any(w in ("der", "dem", "den", "des", "sein", "ihr") or w.endswith(("er", "em")) for w in words)
        return lemma.endswith(_AGENTIVE) or (lemma.endswith("e") and masculine)

    def _one_word(self, phrase: Phrase, word: Token) -> Entity | None:
        if phrase.preposition in ("in", "nach", "aus", "bei") or len(word.text) < _SHORTEST:
            return None
        if word.text.isupper() and len(word.text) > 2:
            return Entity(word.text, Kind.ORGANISATION)
        known = self.discourse.named.get(word.low) or self._explained(phrase, word)
        return known or (Entity(word.text, Kind.PERSON) if self._is_treated_as_person(phrase, word) else None)

    def _is_treated_as_person(self, phrase: Phrase, word: Token) -> bool:
        """Kostrow wurde verhaftet; Malinow betonte; Dulman, einer der Täter: a bare name that only a person can have."""
        bare = phrase.name == (phrase.first, phrase.last) and phrase.preposition is None and word.tag == "NE"
        if not bare or len(word.text) <= _SHORTEST or not word.text[:1].isupper() or simplemma.is_known(word.text, "de"):
            return False
        if any(self._is_one_of(other) for other in self._explaining(phrase)):
            return True
        clause = next((c for c in self.analysis.clauses if phrase.index in c.fillers_in(Role.SUBJECT)), None)
        return clause is not None and self._is_of_persons(clause)

    def _is_of_persons(self, clause: Clause) -> bool:
        """Whether the clause tells of its subject what is told of persons: to speak, to be arrested."""
        if clause.verb is None:
            return False
        return clause.verb.lemma in (_SPEAKING if clause.verb.voice is Voice.ACTIVE else _SUFFERING)

    def _is_one_of(self, phrase: Phrase) -> bool:
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        group = self.bodies.group_noun(after[0].index) if phrase.pronoun in _ONE_OF and after else None
        return group is not None and group.kind == Kind.GROUP.value

    def _explained(self, phrase: Phrase, word: Token) -> Entity | None:
        """Petrona, eine Tochter von Gazprom: typed by the noun that explains it, if that is one for bodies or media."""
        bare = phrase.name == (phrase.first, phrase.last) and word.text[:1].isupper()
        for other in self._explaining(phrase) if bare else ():
            group = self.bodies.group_noun(other.index)
            if other.name == (other.first, other.last) or other.plural is True:
                continue
            if group is not None and group.group_class == "media":
                return Entity(word.text, Kind.OUTLET)
            unit = self.analysis.tokens[other.head].lemma.lower() in _UNITS and other.apposition_of == phrase.index
            if unit or (group is not None and group.kind == Kind.ORGANISATION.value):
                return Entity(word.text, Kind.ORGANISATION)
        return None

    def _without_s(self, phrase: Phrase, name: str) -> str:
        return without_genitive(name) if phrase.attribute_of is not None else name
