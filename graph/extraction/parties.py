"""Phrases into entities: gazetteer, titles with names, unnamed groups, pronouns, and the article's own memory.

A phrase denotes at most one party; coordinated phrases denote one each. The order of the questions is the order of
certainty: a known name, a name behind a title, an unknown name, an office, an unnamed group, a back reference.
"""

from functools import partial

from ..collecting import loosely
from ..language.clause import Analysis, Phrase
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Entity, Kind, LinkReason, Party, Span
from .attached import attached
from .behind import NamesBehind
from .bodies import Bodies
from .called import Called
from .deeds import means_one_before
from .discourse import Discourse, is_land
from .gazetteer import Gazetteer
from .known import KnownParties
from .mentions import NAMES, occurrences
from .names import name_of, without_genitive
from .offices import Offices, Title
from .references import References
from .several import each_adjective, means_both, means_both_persons, senders, weakened
from .sufferers import sufferer
from .unknown import UnknownNames


class PartyFinder:
    """Finds the parties of one sentence; the discourse is the article's."""

    def __init__(self, analysis: Analysis, text: str, gazetteer: Gazetteer, lexicon: Lexicon, discourse: Discourse) -> None:
        self.analysis, self.text = analysis, text
        self.gazetteer, self.lexicon, self.discourse = gazetteer, lexicon, discourse
        self.found = occurrences(analysis, gazetteer)
        entity = loosely(self, PartyFinder.entity)
        self.offices = Offices(analysis, gazetteer, self.found, entity)
        self.bodies = Bodies(analysis, text, lexicon, self.offices, discourse)
        self.called = Called(analysis, self.bodies)
        self.known = KnownParties(analysis, self.offices, self.bodies, discourse)
        self.unknown = UnknownNames(analysis, discourse, self.offices, self.bodies)
        self.references = References(analysis, discourse, self.offices, entity)
        self.behind = NamesBehind(analysis, self.offices, entity, loosely(self, PartyFinder.name_inside))
        self._cache: dict[int, Entity | None] = {}

    # one phrase -----------------------------------------------------------------------------------------------------

    def entity(self, index: int) -> Entity | None:
        """The entity that the phrase denotes, None if it is no party."""
        if index not in self._cache:
            self._cache[index] = None  # a genitive that leads back here finds nothing
            self._cache[index] = self._entity(self.analysis.phrases[index])
        return self._cache[index]

    def party(self, index: int) -> Party | None:
        """The entity with the span of the words that name it."""
        entity = self.entity(index)
        whole = self.references.whole(self.analysis.phrases[index])
        return Party(entity, self.span(index if whole is None else whole)) if entity is not None else None

    def parties(self, index: int) -> tuple[Party, ...]:
        """The parties of the phrase and of all that are coordinated with it."""
        if (sent := senders(self.analysis, index)) is not None:
            return self.parties(sent)
        pronoun = self.analysis.phrases[index].pronoun is not None
        both = self.references.several(self.analysis.phrases[index]) if pronoun else ()
        lemma = self.analysis.phrases[index].lemma
        both = self.discourse.last_two(is_land(lemma)) if means_both(self.analysis, index) else both
        if means_both_persons(self.analysis, index):
            before = (self.entity(i) for i in reversed(range(index)))
            both = self.discourse.last_persons(e for e in before if e is not None)
        if several := tuple(Party(e, self.span(index)) for e in both) or self._one_each(index):
            return several
        found = [self.party(i) for i in self.analysis.joined(index)]
        return tuple(dict.fromkeys(p for p in found if p is not None))

    def _one_each(self, index: int) -> tuple[Party, ...]:
        """die Außenminister der USA, Frankreichs und Chinas: three parties in one phrase."""
        phrase = self.analysis.phrases[index]
        if kinds := self._one_for_each_adjective(phrase):
            return kinds
        states = [(i, self.entity(i)) for i in self.offices.each_toward(phrase)]
        if not states or any(state is None for _, state in states):
            return ()
        title = self.analysis.tokens[phrase.head].text
        held = ((self.span(i).of(self.text), state) for i, state in states if state is not None)
        return tuple(
            Party(Entity(f"{title} {words}", Kind.PERSON, state=state.gazetteer, local=True), self.span(index))
            for words, state in held
        )

    def _one_for_each_adjective(self, phrase: Phrase) -> tuple[Party, ...]:
        """norwegische und isländische Soldaten: two groups in one phrase, where one of them at least is a state's."""
        places = each_adjective(self.analysis, phrase.index)
        states = {i: self.offices.state_at(i) for i in places}
        group = self.bodies.group_noun(phrase.index) if any(states.values()) else None
        if group is None or group.group_class == "object":
            return ()
        whole, rest = self.bodies.described(phrase), self.analysis.tokens[phrase.head].text
        words = [self.analysis.tokens[i].text if i else self.analysis.tokens[i].low for i in places]
        tail = whole[whole.rindex(rest) :] if rest in whole else whole.split()[-1]
        found = (
            Entity(f"{word} {tail}", Kind.GROUP, state=state.gazetteer if state is not None else None, local=True)
            for word, state in zip(weakened(words), states.values(), strict=True)
        )
        return tuple(Party(entity, self.span(phrase.index)) for entity in found)

    def things(self, index: int) -> tuple[Party, ...]:
        """The unnamed things that the phrase and those coordinated with it name."""
        found = ((i, self.bodies.thing(self.analysis.phrases[i])) for i in self.analysis.joined(index))
        return tuple(Party(entity, self.span(i)) for i, entity in found if entity is not None)

    def located(self, index: int) -> tuple[Party, ...]:
        """Where a thing is that is no party: "Ziele in Israel", "die Grenze zur Ukraine", "die ukrainische Grenze"."""
        after = self.analysis.phrases[index + 1] if index + 1 < len(self.analysis.phrases) else None
        phrase = self.analysis.phrases[index]
        border = phrase.lemma.lower().endswith("grenze")
        if border and (state := self.offices.adjective_party(phrase)) is not None:
            return (Party(state, self.span(index)),)
        near = after is not None and after.first == phrase.last + 1 and phrase.pronoun is None
        if after is None or not near or after.preposition not in (("zu", "mit") if border else ("in", "auf")):
            return ()
        return self.parties(after.index)

    def capital_of(self, index: int) -> tuple[Party, ...]:
        """in der polnischen Hauptstadt: who goes there visits the state."""
        phrase = self.analysis.phrases[index]
        capital = phrase.lemma == "Hauptstadt" and phrase.name is None
        state = self.offices.adjective_party(phrase) if capital else None
        return (Party(state, self.span(index)),) if state is not None else ()

    def name_inside(self, phrase: Phrase) -> tuple[Party, ...]:
        """The name behind a noun that is no title: "das Gespräch Macrons"."""
        if phrase.name is None or phrase.head >= phrase.name[0]:
            return ()
        first, last = phrase.name
        known = next((o for o in self.found if first <= o.first and o.last == last and o.having(*NAMES)), None)
        name = without_genitive(name_of(self.analysis.tokens[first : last + 1]))
        person = Entity(name, Kind.PERSON) if " " in name else self.discourse.person(name)
        entity = self.gazetteer.entity(known.having(*NAMES)[0].row) if known is not None else person
        return (Party(entity, self.analysis.span(first, last)),) if entity is not None else ()

    def _tells_an_act(self, phrase: Phrase) -> bool:
        """Whether the phrase is an act with a name behind it, and so no party: "der Anruf Joe Bidens"."""
        lemma = phrase.lemma.rpartition("-")[2]
        told = phrase.name is not None and phrase.head < phrase.name[0] and lemma in self.lexicon.nouns
        return told and not self.known.is_role_of_state(phrase)  # der Unterstützer Polen

    def owners(self, index: int) -> tuple[Party, ...]:
        """Whose deed or proposal a phrase tells: by genitive, adjective, compound or "von"."""
        agent = next((p for p in self.analysis.phrases[index + 1 : index + 4] if p.preposition == "durch"), None)
        if agent is not None and (parties := self.parties(agent.index)):  # die Freilassung der Geiseln durch die Hamas
            return parties
        phrase = self.analysis.phrases[index]
        frames = self.lexicon.nouns.get(phrase.lemma.rpartition("-")[2], ())
        suffering = ((slot, f) for f in frames for slot in ("genitive", "von") if slot in f.recipient)
        suffered = any(slot not in f.actor for slot, f in suffering)  # die Ermordung von X: X did not do it
        entity = self.offices.adjective_party(phrase) if suffered else self.offices.toward(phrase)
        if entity is not None:
            return (Party(entity, self.span(index)),)
        return () if suffered else self.name_inside(phrase) or self._attached(index) or self._owner_before(phrase)

    def _owner_before(self, phrase: Phrase) -> tuple[Party, ...]:
        """den Vorstoß, diese Resolution: whose it was when the article told of it."""
        if not means_one_before(self.analysis, phrase):
            return ()
        owner = self.discourse.deeds.owner(phrase.lemma, self.analysis.sentence.index)
        return (Party(owner, self.span(phrase.index)),) if owner is not None else ()

    def _attached(self, index: int) -> tuple[Party, ...]:
        """die Menschenrechtslage in China, Gespräche mit der Regierung, Hilfen für Kuba: the party behind a deed."""
        behind = attached(self.analysis, index)
        if behind is None:
            return ()
        held = self.offices.toward(behind) if behind.preposition == "in" else None  # in Chinas Gefängnissen
        return self.parties(behind.index) or ((Party(held, self.span(behind.index)),) if held is not None else ())

    def crowd(self) -> Party | None:
        """The demonstrators that this sentence names, else those that one shortly before named."""
        here = ((self.entity(p.index), p) for p in self.analysis.phrases if p.lemma.lower() in word_list("de", "crowds"))
        found = next((Party(e, self.span(p.index)) for e, p in here if e is not None and e.kind is Kind.GROUP), None)
        before = self.discourse.crowd(word_list("de", "crowds"), self.analysis.sentence.index)
        return found or (Party(before) if before is not None else None)

    def span(self, index: int) -> Span:
        """The phrase's words without its preposition."""
        phrase = self.analysis.phrases[index]
        first = phrase.first
        while first < phrase.last and self.analysis.tokens[first].tag in ("APPR", "APPRART"):
            first += 1
        return self.analysis.span(first, phrase.last)

    def _entity(self, phrase: Phrase) -> Entity | None:
        if (whole := self.references.whole(phrase)) is not None and (meant := self.entity(whole)) is not None:
            return meant
        if phrase.pronoun is not None:
            return self.references.pronoun(phrase)
        for ask in (
            self._named,
            self._medium,
            self.behind.person,
            self._named_before,
            self.references.person,
            self._office_alone,
            self._unnamed,
            self._apposed,
            self.references.definite,
            partial(sufferer, self.analysis),
        ):
            entity = ask(phrase)
            if entity is not None:
                return entity
        return None

    # known and unknown names ----------------------------------------------------------------------------------------

    def _named(self, phrase: Phrase) -> Entity | None:
        if self._tells_an_act(phrase):
            return None
        known = self.bodies.seated(phrase) or self.called.body(phrase) or self.known.entity(phrase)
        return known or (self.unknown.entity(phrase) if phrase.name is not None else None)

    # offices --------------------------------------------------------------------------------------------------------

    def _medium(self, phrase: Phrase) -> Entity | None:
        """die Agentur Reuters, der Sender Nordlicht TV: the name right behind a noun for media."""
        group = self.bodies.group_noun(phrase.index)
        after = self.analysis.phrases[phrase.index + 1] if phrase.index + 1 < len(self.analysis.phrases) else None
        if group is None or group.group_class != "media" or after is None or after.first != phrase.last + 1:
            return None
        if after.preposition is not None or after.determiner or after.pronoun is not None:
            return None
        known = next((o for o in self.found if o.first == after.first and o.last == after.last and o.having(*NAMES)), None)
        if known is not None:
            entity = self.gazetteer.entity(known.having(*NAMES)[0].row)
            return entity if entity.kind is Kind.OUTLET else None
        return (
            Entity(name_of(self.analysis.tokens[after.first : after.last + 1]), Kind.OUTLET) if phrase.plural is False else None
        )

    def _office_alone(self, phrase: Phrase) -> Entity | None:
        title = self.offices.title(phrase)
        if title is None or phrase.determiner == "negative":
            return None
        anybody = phrase.plural is True or phrase.determiner == "indefinite"  # wenn ein Papst zurücktritt
        if not anybody and not self.offices.of_another_time(phrase):
            holder = self.discourse.holder(title.word, title.toward.name if title.toward else None)
            incumbent = self._incumbent(phrase, title)
            today = self._is_named(incumbent) or incumbent in self.discourse.latest
            holder = incumbent if holder is None or today else holder
            if holder is not None:
                return holder
        several = phrase.plural is True  # Senatoren beider Parteien, Diplomaten: nobody needs to say whose
        toward = title.toward or (self.discourse.focus() if title.national and phrase.determiner == "definite" else None)
        if toward is None and not several:
            return None
        state = toward.gazetteer if toward is not None else None
        entity = Entity(self.bodies.described(phrase), Kind.GROUP if several else Kind.PERSON, state=state, local=True)
        if toward is not None:
            self.discourse.serves(entity, toward)
        return entity

    def _named_before(self, phrase: Phrase) -> Entity | None:
        """Jens Holm, ein früherer Minister: whom the office in apposition tells more of."""
        base = self.analysis.phrases[phrase.apposition_of] if phrase.apposition_of is not None else None
        if phrase.name is not None or (self.bodies.group_noun(phrase.index) is None and self.offices.title(phrase) is None):
            return None
        named = self.entity(base.index) if base is not None and base.name is not None and phrase.plural is not True else None
        return named if named is not None and named.kind is Kind.PERSON and not named.local else None

    def _is_named(self, incumbent: Entity | None) -> bool:
        """Whether today's holder is named in the article, and goes before those of other days who are named as well."""
        link = self.discourse.incumbents.links.get(incumbent) if self.discourse.incumbents and incumbent else None
        return link is not None and link.reason is LinkReason.NAMED

    def _incumbent(self, phrase: Phrase, title: Title) -> Entity | None:
        """Whom the office means by the day of the article."""
        incumbents = self.discourse.incumbents
        holder = (
            incumbents.holder(self.analysis, self.offices, phrase, title, self.discourse.focus())
            if incumbents is not None
            else None
        )
        if holder is not None and title.toward is not None:
            self.discourse.serves(holder, title.toward)
        return holder

    def _unnamed(self, phrase: Phrase) -> Entity | None:
        return self.bodies.body_or_group(phrase)

    # explained by another phrase ------------------------------------------------------------------------------------

    def _apposed(self, phrase: Phrase) -> Entity | None:
        base = phrase.apposition_of
        return self.entity(base) if base is not None else None
