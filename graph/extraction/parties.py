"""Phrases into entities: gazetteer, titles with names, unnamed groups, pronouns, and the article's own memory.

A phrase denotes at most one party; coordinated phrases denote one each. The order of the questions is the order of
certainty: a known name, a name behind a title, an unknown name, an office, an unnamed group, a back reference.
"""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Phrase, Role
from ..language.lexicon import GroupNoun, Lexicon
from ..language.tokens import Token
from ..model import Entity, Kind, Party, Span
from .discourse import Discourse
from .gazetteer import Entry, Gazetteer
from .mentions import NAMES, Occurrence, occurrences
from .names import base_name, name_of, with_adjective, without_genitive

_CALLINGS: Final = frozenset({"activist", "expert"})
_THING: Final = "object"
_PRONOUNS: Final = frozenset(
    {"er", "sie", "ihn", "ihm", "ihr", "ihnen", "dieser", "diese", "diesem", "diesen", "letzterer", "es"}
)


@dataclass(frozen=True, slots=True)
class Title:
    """An office in a phrase: its word, the state or body that it is held toward, the token that names it."""

    word: str
    toward: Entity | None
    token: int
    calling: bool = False  # an occupation ("Journalist"), which nobody holds toward a state


class PartyFinder:
    """Finds the parties of one sentence; the discourse is the article's and grows with `remember`."""

    def __init__(self, analysis: Analysis, text: str, gazetteer: Gazetteer, lexicon: Lexicon, discourse: Discourse) -> None:
        self.analysis, self.text = analysis, text
        self.gazetteer, self.lexicon, self.discourse = gazetteer, lexicon, discourse
        self.found = occurrences(analysis, gazetteer)
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
        return Party(entity, self.span(index)) if entity is not None else None

    def parties(self, index: int) -> tuple[Party, ...]:
        """The parties of the phrase and of all that are coordinated with it."""
        found = [self.party(i) for i in self.analysis.joined(index)]
        return tuple(dict.fromkeys(p for p in found if p is not None))

    def things(self, index: int) -> tuple[Party, ...]:
        """Things and places without a name of their own that can suffer an act: "zwei Dörfer", "ein Frachter aus Panama"."""
        out = []
        for member in self.analysis.joined(index):
            phrase, group = self.analysis.phrases[member], self.group_noun(member)
            if group is not None and group.group_class == _THING and phrase.determiner != "negative":
                out.append(Party(Entity(self._described(phrase), Kind(group.kind), local=True), self.span(member)))
        return tuple(out)

    def owners(self, index: int) -> tuple[Party, ...]:
        """Whose deed or proposal a phrase tells: by genitive, adjective, compound or "von"."""
        entity = self.toward(self.analysis.phrases[index])
        return (Party(entity, self.span(index)),) if entity is not None else ()

    def span(self, index: int) -> Span:
        """The phrase's words without its preposition."""
        phrase = self.analysis.phrases[index]
        first = phrase.first
        while first < phrase.last and self.analysis.tokens[first].tag in ("APPR", "APPRART"):
            first += 1
        return self.analysis.span(first, phrase.last)

    def _entity(self, phrase: Phrase) -> Entity | None:
        if phrase.pronoun is not None:
            return self._pronoun(phrase)
        for ask in (self._named, self._office_alone, self._body_or_group, self._apposed, self._back_reference):
            entity = ask(phrase)
            if entity is not None:
                return entity
        return None

    # known and unknown names ----------------------------------------------------------------------------------------

    def _named(self, phrase: Phrase) -> Entity | None:
        inside = [o for o in self.found if phrase.first <= o.first and o.last <= phrase.last and not o.part]
        known = next((o for o in inside if o.having(*NAMES) and self._is_core(phrase, o)), None)
        if known is not None and self._head_is_role_for(phrase, known):
            known = None
        if known is not None:
            return self._known(known, phrase)
        return self._unknown_name(phrase) if phrase.name is not None else None

    def _is_core(self, phrase: Phrase, match: Occurrence) -> bool:
        """Whether the match names the phrase itself: it covers the head or the end of its run of names."""
        covers_head = match.first <= phrase.head <= match.last
        covers_name = phrase.name is not None and match.first <= phrase.name[1] <= match.last
        return covers_head or covers_name

    def _head_is_role_for(self, phrase: Phrase, match: Occurrence) -> bool:
        """ "Botschafter Brasiliens" in one phrase: a title whose name is a state is not that state."""
        head_outside = not match.first <= phrase.head <= match.last
        person = any(e.how in NAMES and self._kind(e) is Kind.PERSON for e in match.entries)
        return head_outside and not person and self._title_word(self.analysis.tokens[phrase.head]) is not None

    def _known(self, match: Occurrence, phrase: Phrase) -> Entity:
        entries = match.having(*NAMES)
        titled = phrase.head < match.first and self._title_word(self.analysis.tokens[phrase.head]) is not None
        persons = [e for e in entries if self._kind(e) is Kind.PERSON]
        chosen = persons[0] if persons and titled else entries[0]
        return self.gazetteer.entity(chosen.row)

    def _kind(self, entry: Entry) -> Kind:
        return self.gazetteer.entity(entry.row).kind

    def _unknown_name(self, phrase: Phrase) -> Entity | None:
        assert phrase.name is not None
        first, last = phrase.name
        words = self.analysis.tokens[first : last + 1]
        name = name_of(words)
        head = self.analysis.tokens[phrase.head]
        titled = phrase.head < first and self._title_word(head) is not None
        surname = without_genitive(words[-1].text) if phrase.attribute_of is not None else words[-1].text
        spoken_of = self.discourse.person(surname) or self.discourse.person(without_genitive(words[-1].text))
        if spoken_of is not None and (len(words) == 1 or spoken_of.name.endswith(name)):
            return spoken_of
        if titled:
            return Entity(name, Kind.PERSON)
        if self._is_quoted(first):
            return Entity(name, Kind.OUTLET)
        if phrase.head < first and head.tag == "NN":
            return self._named_body(phrase, head, name)
        if len(words) > 1 and all(w.text[:1].isupper() or w.text in ("von", "bin", "al", "de", "van") for w in words):
            return Entity(self._without_s(phrase, name), Kind.PERSON)
        return self._one_word(phrase, words[0])

    def _is_quoted(self, first: int) -> bool:
        """die „Hanse-Depesche“: names between quotation marks are mostly those of papers, stations and ships."""
        return first > 0 and self.analysis.tokens[first - 1].text in '„“”"»«'

    def _named_body(self, phrase: Phrase, head: Token, name: str) -> Entity | None:
        """ "die Zeitung Hafenblatt", "das Schiff …": typed by the noun in front, if that is one for parties."""
        group = self._group_noun(head)
        if group is None:
            return None
        kind = Kind.ORGANISATION if group.kind == "group" else Kind(group.kind)
        kind = Kind.OUTLET if group.group_class == "media" else kind
        return Entity(name, kind)

    def _one_word(self, phrase: Phrase, word: Token) -> Entity | None:
        if phrase.preposition in ("in", "nach", "aus", "bei") or len(word.text) < 3:
            return None
        if word.text.isupper() and len(word.text) > 2:
            return Entity(word.text, Kind.ORGANISATION)
        return self.discourse.named.get(word.low)

    def _without_s(self, phrase: Phrase, name: str) -> str:
        return without_genitive(name) if phrase.attribute_of is not None else name

    # offices --------------------------------------------------------------------------------------------------------

    def title(self, phrase: Phrase) -> Title | None:
        """The office that the phrase's head names, and toward whom it is held, as far as the words tell."""
        head = self.analysis.tokens[phrase.head]
        word = self._title_word(head)
        if word is None:
            return None
        rows = (self.gazetteer.rows[e.row] for e in self.gazetteer.lookup((word,)) if e.how == "title")
        return Title(word, self.toward(phrase), phrase.head, all(row.classed in _CALLINGS for row in rows))

    def _title_word(self, token: Token) -> str | None:
        for text in (token.text, token.lemma, token.text.rpartition("-")[2], token.lemma.rpartition("-")[2].capitalize()):
            if any(e.how == "title" for e in self.gazetteer.lookup((text,))):
                return text
        return None

    def toward(self, phrase: Phrase) -> Entity | None:
        """The state or body in the phrase's compound, genitive or adjective."""
        head = self.analysis.tokens[phrase.head]
        part = next((o for o in self.found if o.part and o.first == head.index and o.having(*NAMES)), None)
        if part is not None:
            return self.gazetteer.entity(part.having(*NAMES)[0].row)
        genitive = next((p for p in self.analysis.phrases if p.attribute_of == phrase.index), None)
        if genitive is not None and (entity := self.entity(genitive.index)) is not None:
            return entity
        adjective = self.adjective_party(phrase)
        if adjective is not None:
            return adjective
        return self._von(phrase)

    def _von(self, phrase: Phrase) -> Entity | None:
        following = phrase.index + 1
        if following < len(self.analysis.phrases):
            after = self.analysis.phrases[following]
            if after.preposition in ("von", "bei") and after.first == phrase.last + 1:
                return self.entity(after.index)
            if after.preposition == "in" and after.first == phrase.last + 1 and self._is_capital(after):
                return self.entity(after.index)
        return None

    def _is_capital(self, phrase: Phrase) -> bool:
        """das Außenministerium in Oslo: a seat of government tells whose."""
        return any(o.having("metonym") for o in self.found if phrase.first <= o.first and o.last <= phrase.last)

    def adjective_party(self, phrase: Phrase) -> Entity | None:
        """The state (or body) whose adjective stands in the phrase before its head: "der iranische Präsident"."""
        for match in self.found:
            if (
                phrase.first <= match.first
                and match.last <= phrase.last
                and match.having("adjective")
                and match.last != phrase.head
            ):
                return self.gazetteer.entity(match.having("adjective")[0].row)
        return None

    def _office_alone(self, phrase: Phrase) -> Entity | None:
        title = self.title(phrase)
        if title is None or phrase.determiner == "negative":
            return None
        if phrase.plural is not True:
            holder = self.discourse.holder(title.word, title.toward.name if title.toward else None)
            if holder is not None:
                return holder
        if title.toward is None:
            return None
        return Entity(
            self._described(phrase),
            Kind.PERSON if phrase.plural is not True else Kind.GROUP,
            state=title.toward.gazetteer,
            local=True,
        )

    # unnamed bodies and groups --------------------------------------------------------------------------------------

    def _group_noun(self, token: Token) -> GroupNoun | None:
        tail = token.lemma.rpartition("-")[2]
        for noun in (token.lemma, token.text, tail[:1].upper() + tail[1:]):
            if noun in self.lexicon.groups:
                return self.lexicon.groups[noun]
        if len(tail) > 7:  # a compound's tail: Verteidigungsministerium, Luftwaffenoffizier
            for cut in range(3, len(tail) - 4):
                noun = tail[cut].upper() + tail[cut + 1 :]
                if noun in self.lexicon.groups:
                    return self.lexicon.groups[noun]
        return None

    def group_noun(self, index: int) -> GroupNoun | None:
        """The lexicon's entry for the phrase's head, if it is a noun for unnamed parties."""
        return self._group_noun(self.analysis.tokens[self.analysis.phrases[index].head])

    def _body_or_group(self, phrase: Phrase) -> Entity | None:
        demonym = next((o for o in self.found if o.first <= phrase.head <= o.last and o.having("demonym") and not o.part), None)
        if demonym is not None:
            return Entity(
                self._described(phrase),
                Kind.GROUP,
                state=self.gazetteer.entity(demonym.having("demonym")[0].row).gazetteer,
                local=True,
            )
        group = self.group_noun(phrase.index)
        if group is None or group.group_class == _THING or phrase.determiner == "negative":
            return None
        state = self.toward(phrase)
        kind = Kind(group.kind)
        if kind is Kind.ORGANISATION:
            return self._body(phrase, state)
        return Entity(self._described(phrase), kind, state=state.gazetteer if state else None, local=True)

    def _body(self, phrase: Phrase, state: Entity | None) -> Entity | None:
        """ "die iranische Regierung" is one named body; a bare "die Regierung" is the one last spoken of."""
        if state is not None:
            return Entity(self._body_name(phrase, state), Kind.ORGANISATION, state=state.gazetteer)
        head = self.analysis.tokens[phrase.head]
        known = next(
            (e for e, _, _ in reversed(self.discourse.recent) if e.kind is Kind.ORGANISATION and _ends_in(e.name, head.lemma)),
            None,
        )
        if known is not None:
            return known
        return Entity(self._described(phrase), Kind.ORGANISATION, local=True)

    def _body_name(self, phrase: Phrase, state: Entity) -> str:
        """One name for "die iranische Regierung", "die Regierung in Teheran" and "die Regierung Irans"."""
        row = self.gazetteer.rows.get(state.gazetteer or "")
        plain = all(
            t.tag not in ("ADJ(A)", "NE") or self._names_state(t) for t in self.analysis.tokens[phrase.first : phrase.head]
        )
        head = self.analysis.tokens[phrase.head]
        if row is None or row.adjective is None or not plain or "-" in head.text or phrase.name is not None:
            return self._described(phrase)
        return with_adjective(row.adjective, head, phrase.plural is True)

    def _names_state(self, token: Token) -> bool:
        return any(o.first <= token.index <= o.last for o in self.found)

    def _described(self, phrase: Phrase) -> str:
        """The phrase as a name, its genitive included where that is a party: "staatliche Medien Irans"."""
        name = base_name(self.analysis, phrase)
        genitive = next(
            (p for p in self.analysis.phrases if p.attribute_of == phrase.index and p.index == phrase.index + 1), None
        )
        if genitive is None or self.entity(genitive.index) is None:
            return name
        return f"{name} {self.analysis.span(genitive.first, genitive.last).of(self.text)}"

    # back references ------------------------------------------------------------------------------------------------

    def _apposed(self, phrase: Phrase) -> Entity | None:
        base = phrase.apposition_of
        return self.entity(base) if base is not None else None

    def _pronoun(self, phrase: Phrase) -> Entity | None:
        if phrase.pronoun not in _PRONOUNS or phrase.pronoun == "es":
            return None
        plural = phrase.pronoun == "ihnen" or (phrase.pronoun == "sie" and self._is_plural_subject(phrase))
        return self.discourse.pronoun(phrase.pronoun, plural, self.analysis.sentence.index)

    def _is_plural_subject(self, phrase: Phrase) -> bool:
        clause = next((c for c in self.analysis.clauses if phrase.first in c.tokens), None)
        finite = clause.verb.finite if clause is not None and clause.verb is not None else None
        return finite is not None and self.analysis.tokens[finite].low.endswith("en")

    def _back_reference(self, phrase: Phrase) -> Entity | None:
        if phrase.determiner not in ("definite", "demonstrative"):
            return None
        return self.discourse.definite(self.analysis.tokens[phrase.head].lemma, self.analysis.sentence.index)

    # memory ---------------------------------------------------------------------------------------------------------

    def remember(self) -> None:
        """Tell the discourse whom this sentence names, subjects marked; offices with their holders."""
        subjects = {i for c in self.analysis.clauses for i in c.fillers_in(Role.SUBJECT)}
        for phrase in self.analysis.phrases:
            entity = self.entity(phrase.index)
            if entity is None:
                continue
            if phrase.pronoun is None:
                self.discourse.introduce(entity)
            self.discourse.speak_of(entity, self.analysis.sentence.index, phrase.index in subjects)


def _ends_in(name: str, noun: str) -> bool:
    return name.split()[0].lower().endswith(noun.lower()) or name.split()[-1].lower().endswith(noun.lower())
