"""Bodies whose name stands behind the noun for what they are: "die Gewerkschaft Nahrung-Genuss", "die Partei „Morgen“",
"die Regierung Kern"."""

from typing import Final

import simplemma

from ..language.clause import Analysis, ClauseKind, Phrase
from ..language.tokens import Token
from ..language.wordlists import word_list
from ..model import Entity, Kind
from .bodies import Bodies
from .mentions import NAMES
from .names import name_of, without_genitive

_OPENS: Final = '„“"»«'
_CLOSES: Final = '“”"«»'
_LONGEST: Final = 9  # words in quotation marks; more are what somebody said
_GOVERNMENTS: Final = ("regierung", "kabinett", "regime", "administration")
_FOREIGN: Final = frozenset(word.capitalize() for word in word_list("de", "foreign_bodies"))
_FORMS: Final = frozenset({"AG", "GmbH", "Inc", "Ltd", "SA", "SE"})


class Called:
    """Answers for the phrases of one sentence."""

    def __init__(self, analysis: Analysis, bodies: Bodies) -> None:
        self.analysis, self.bodies = analysis, bodies
        self.gazetteer, self.discourse = bodies.gazetteer, bodies.discourse

    def body(self, phrase: Phrase) -> Entity | None:
        """The body that a noun and the name behind it mean; None where no name is behind it."""
        if phrase.pronoun is not None or phrase.plural is True or phrase.determiner == "negative":
            return None
        if (foreign := self._foreign(phrase)) is not None:
            return foreign
        head = self.analysis.tokens[phrase.head].lemma
        if head.lower().endswith(_GOVERNMENTS):
            return self._government(phrase) if "-" not in head and not head.startswith("Bundes") else None
        if phrase.name is not None or not self.bodies.is_kind_of_body(phrase):
            return None
        words = self._quoted(phrase) or self._adjacent(phrase)
        if not words:
            return self._explained(phrase)
        name = name_of(words)
        return self._known(name) or Entity(name, Kind.ORGANISATION)

    def _known(self, name: str) -> Entity | None:
        entity = self.gazetteer.entity_named(name)
        return entity if entity is not None and entity.kind in (Kind.ORGANISATION, Kind.OUTLET) else None

    def _explained(self, phrase: Phrase) -> Entity | None:
        """die Regierungspartei, die Hamas: the known body in apposition."""
        apposed = (p for p in self.analysis.phrases[phrase.index + 1 :] if p.apposition_of == phrase.index)
        named = (self.bodies.offices.entity(p.index) for p in apposed if p.name is not None and p.name[1] == p.last)
        return next((e for e in named if e is not None and e.kind is Kind.ORGANISATION and e.gazetteer is not None), None)

    def _foreign(self, phrase: Phrase) -> Entity | None:
        """der Naval Inquiry Service, die Human Rights Commission of Peru: a run of names with a foreign noun for a body in
        it, which is nobody's name."""
        if phrase.name is None or phrase.head < phrase.name[0] - 1:
            return None
        tokens, (first, last) = self.analysis.tokens, phrase.name
        head = tokens[phrase.head]
        german = head.index < first and (self.bodies.of_token(head) is not None or simplemma.is_known(head.text, "de"))
        start = head.index + 1 if german else phrase.first
        while first - 1 >= max(start, 1) and tokens[first - 1].text[:1].isupper():  # Naval, taken for an adjective
            first -= 1
        end = last
        while (
            end + 1 < len(tokens)
            and end < first + _LONGEST
            and tokens[end + 1].text[:1].isupper()
            and tokens[end].text not in _FOREIGN
        ):
            end += 1
        words = tokens[first : (end if tokens[end].text in _FOREIGN else last) + 1]
        if len(words) < 2 or not any(w.text in _FOREIGN for w in words):
            return None
        known = any(o.first <= first and o.last >= words[-1].index and o.having(*NAMES) for o in self.bodies.found)
        return None if known else Entity(name_of(words), Kind.ORGANISATION)

    def _government(self, phrase: Phrase) -> Entity | None:
        """die Regierung Kern, das Kabinett unter Paul Kern: of the state whose head the person is, as far as it is known."""
        if phrase.name is not None and phrase.name[0] == phrase.head + 1:
            words: tuple[Token, ...] = self.analysis.tokens[phrase.name[0] : phrase.name[1] + 1]
        else:
            words = self._of_person(phrase) or self._adjacent(phrase)
        whole = words and not self._names_state(words[0].index)
        if not whole or self.bodies.offices.adjective_party(phrase) is not None:
            return None
        state = self._state_of(without_genitive(name_of(words)))
        if state is not None:
            return self.bodies.of_state(phrase, state)
        of = "" if words[0].index == phrase.head + 1 else f"{self.analysis.tokens[phrase.last + 1].text} "
        return Entity(f"{self.analysis.tokens[phrase.head].lemma} {of}{name_of(words)}", Kind.ORGANISATION)

    def _of_person(self, phrase: Phrase) -> tuple[Token, ...]:
        """The name right behind "von" or "unter", an office in front of it left out."""
        after = self._next(phrase)
        if after is None or after.preposition not in ("von", "unter") or after.name is None or after.name[1] != after.last:
            return ()
        person = self.bodies.offices.entity(after.index)
        known = person is not None and person.kind is Kind.PERSON
        return self.analysis.tokens[after.name[0] : after.name[1] + 1] if known else ()

    def _state_of(self, name: str) -> Entity | None:
        person = self.gazetteer.entity_named(name) or self.discourse.person(name.split()[-1])
        if person is None or person.kind is not Kind.PERSON:
            return None
        row = self.gazetteer.rows.get(person.gazetteer or "")
        toward = row.toward if row is not None and row.toward in self.gazetteer.rows else None
        known = self.gazetteer.entity(toward) if toward is not None else None
        state = self.discourse.homes.get(person) or known
        return state if state is not None and state.kind is Kind.STATE else None

    def _quoted(self, phrase: Phrase) -> tuple[Token, ...]:
        """What stands in quotation marks right behind the phrase."""
        tokens, start = self.analysis.tokens, phrase.last + 1
        if start >= len(tokens) or tokens[start].text not in _OPENS:
            return ()
        end = next((i for i in range(start + 2, min(start + _LONGEST + 2, len(tokens))) if tokens[i].text in _CLOSES), None)
        words = tokens[start + 1 : end] if end is not None else ()
        return words if words and words[0].text[:1].isupper() and words[-1].tag not in ("$.", "$,") else ()

    def _adjacent(self, phrase: Phrase) -> tuple[Token, ...]:
        """A bare run of capitalised words right behind the phrase that no dictionary has or that only a name can be."""
        after = self._next(phrase)
        bare = after is not None and not after.determiner and after.preposition is None and after.pronoun is None
        if after is None or not bare or after.plural is True or phrase.determiner not in ("definite", "possessive"):
            return ()
        words = [t for t in self.analysis.tokens[after.first : after.last + 1] if t.tag != "$("]
        first = words[0]
        if all(w.text[:1].isupper() for w in words) and self._known(name_of(words)) is not None:
            return tuple(words)
        inflected = after.attribute_of == phrase.index and words[-1].text.rstrip(".") not in _FORMS
        if inflected or self._names_state(first.index) or not all(w.text[:1].isupper() for w in words):
            return ()
        as_name = first.tag == "ADJ(A)" and len(words) > 1  # die Organisation Freies Meer
        strange = not simplemma.is_known(first.text, "de") and not simplemma.is_known(first.low, "de")
        strange = strange or self._in_front(phrase, after)
        return tuple(words) if as_name or (strange and first.tag in ("NE", "NN", "FM", "XY")) else ()

    def _in_front(self, phrase: Phrase, after: Phrase) -> bool:
        """Whether both stand alone in front of a main clause's verb, where there is room for one party only."""
        opened = (c for c in self.analysis.clauses if c.kind is ClauseKind.MAIN and c.tokens and c.tokens[0] == phrase.first)
        return any(c.verb is not None and c.verb.finite == after.last + 1 for c in opened)

    def _next(self, phrase: Phrase) -> Phrase | None:
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        return after[0] if after and after[0].first == phrase.last + 1 else None

    def _names_state(self, place: int) -> bool:
        """Whether a state, place or body is named there: "die Regierung Norwegens"."""
        found = (o for o in self.bodies.found if o.first <= place <= o.last and o.having(*NAMES))
        return any(self.gazetteer.entity(e.row).kind is not Kind.PERSON for o in found for e in o.having(*NAMES))
