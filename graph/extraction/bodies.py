"""Unnamed parties: bodies of a state, groups, and things that can suffer an act.

"die iranische Regierung" is one body whatever the words ("die Regierung in Teheran"); "zwei iranische Beamte" are a
group of their article alone.
"""

from dataclasses import replace
from typing import Final

from ..language.clause import Analysis, Phrase
from ..language.lexicon import GroupNoun, Lexicon
from ..language.tokens import Token
from ..language.wordlists import word_list
from ..model import Entity, Kind
from .discourse import Discourse
from .gazetteer import Gazetteer
from .group_nouns import noun_for_group, tail_for_group
from .mentions import NAMES, Occurrence
from .names import base_name, name_of, with_adjective
from .offices import Offices
from .whose_state import NATIONAL, WhoseState

_SEATED: Final = frozenset({"court", "authority", "police", "civil-organisation", "company"})
_INSTITUTIONS: Final = tuple(sorted(word_list("de", "institutions")))
_TERRITORIES: Final = word_list("de", "territory_words")
_LOCAL: Final = (
    "gericht",
    "staatsanwaltschaft",
    "polizei",
    "polizeidirektion",
    "universität",
    "hochschule",
    "kirchenkreis",
    "bistum",
)
_THING: Final = "object"
_ANY_GROUP: Final = frozenset({"Gruppe", "Bewegung", "Gruppierung"})
_ARMED: Final = "armed-group"
_DOCUMENT: Final = "documents"
_OF_STATES: Final = frozenset({"ministry", "court", "parliament", "army", "intelligence", "police", "mission"})
_REPORTING: Final = frozenset({"government", "army", "police", "intelligence", "court"})
_REPORTS: Final = ("angaben", "angabe", "meldungen", "berichten", "berichte", "informationen", "darstellung", "erkenntnissen")
_SHORT: Final = 4  # letters; a shorter noun ends too many names
_SAME_BODY: Final = frozenset(
    {"Miliz", "Bewegung", "Gruppe", "Gruppierung", "Organisation", "Partei", "Netzwerk", "Terrororganisation", "Terrorgruppe",
     "Terrornetzwerk", "Terrormiliz", "Rebellen", "Rebellengruppe", "Allianz", "Bündnis", "Front"}
)  # fmt: skip


class Bodies:
    """Finds the unnamed parties of one sentence."""

    def __init__(self, analysis: Analysis, text: str, lexicon: Lexicon, offices: Offices, discourse: Discourse) -> None:
        self.analysis, self.text, self.lexicon = analysis, text, lexicon
        self.offices, self.discourse = offices, discourse
        self.gazetteer: Gazetteer = offices.gazetteer
        self.found: tuple[Occurrence, ...] = offices.found
        self.whose = WhoseState(analysis, offices, discourse)

    def thing(self, phrase: Phrase) -> Entity | None:
        """A thing or place without a name of its own that can suffer an act: "zwei Dörfer", "ein Frachter aus Panama"."""
        group = self.group_noun(phrase.index)
        if group is None or group.group_class != _THING or phrase.determiner == "negative":
            return None
        if phrase.name is not None and phrase.name[0] > phrase.head:  # der Hafen Midi
            return Entity(name_of(self.analysis.tokens[phrase.name[0] : phrase.name[1] + 1]), Kind.PLACE)
        return Entity(self.described(phrase), Kind(group.kind), local=True)

    def of_token(self, token: Token) -> GroupNoun | None:
        """The lexicon's entry for a noun, as a word or as the tail of a compound: Verteidigungsministerium; the longest
        tail decides, and those that only sound like one end the search: Geburtsurkunde is no Kunde."""
        return noun_for_group(self.lexicon, token.lemma, token.text, token.tag)

    def group_noun(self, index: int) -> GroupNoun | None:
        """The lexicon's entry for the phrase's head, if it is a noun for unnamed parties."""
        return self.of_token(self.analysis.tokens[self.analysis.phrases[index].head])

    def _armed_body(self, phrase: Phrase) -> Entity | None:
        """die Hisbollah-Miliz, die Fatah-Bewegung: the compound of a body's name and what it is means that body."""
        part = next((o for o in self.found if o.part and o.first == phrase.head and o.having(*NAMES)), None)
        if part is None or self.analysis.tokens[phrase.head].lemma.rpartition("-")[2] not in _SAME_BODY:
            return None
        entity = self.gazetteer.entity(part.having(*NAMES)[0].row)
        return entity if entity.kind is Kind.ORGANISATION else None

    def body_or_group(self, phrase: Phrase) -> Entity | None:
        if (same := self._armed_body(phrase)) is not None:
            return same
        demonym = next((o for o in self.found if o.first <= phrase.head <= o.last and o.having("demonym") and not o.part), None)
        if demonym is not None:
            return Entity(
                self.described(phrase),
                Kind.GROUP,
                state=self.gazetteer.entity(demonym.having("demonym")[0].row).gazetteer,
                local=True,
            )
        if self._is_the_west(phrase):
            return Entity("Westen", Kind.GROUP)
        if self._is_told_of(phrase):
            return Entity(self.described(phrase), Kind.GROUP, local=True)
        group = self.group_noun(phrase.index)
        if group is None or group.group_class == _THING or phrase.determiner == "negative":
            return None
        state = self.offices.toward(phrase)
        kind = Kind(group.kind)
        if group.group_class == _DOCUMENT and state is not None:  # der Jahresbericht der EU kritisiert: the one who issued it
            return state
        if kind is Kind.ORGANISATION:
            return self._body(phrase, state)
        return Entity(self.described(phrase), kind, state=state.gazetteer if state else None, local=True)

    def _is_told_of(self, phrase: Phrase) -> bool:
        """bewaffnete Gruppen, eine separatistische Bewegung: words for anything that acts once they tell what it is like."""
        plain = phrase.lemma in _ANY_GROUP and phrase.determiner in ("", "indefinite", "number", "quantity")
        return plain and any(t.tag == "ADJ(A)" for t in self.analysis.tokens[phrase.first : phrase.head])

    def _is_the_west(self, phrase: Phrase) -> bool:
        """der Westen as a party, which is no direction: nothing follows that it is the west of."""
        west = phrase.lemma == "Westen" and phrase.determiner == "definite" and phrase.first == phrase.last - 1
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        of_it = (
            after
            and after[0].first == phrase.last + 1
            and (after[0].attribute_of == phrase.index or after[0].preposition == "von")
        )
        return west and phrase.preposition in (None, "von", "mit", "gegen", "durch", "für", "an") and not of_it

    def seated(self, phrase: Phrase) -> Entity | None:
        """die Staatsanwaltschaft Kiel, die Universität Oslo: the body with the place it sits in, not the place; das Land
        Berlin: the place, not the state whose government sits there."""
        if phrase.name is None or phrase.name[0] != phrase.head + 1 or phrase.plural is True:
            return None
        name = name_of(self.analysis.tokens[phrase.name[0] : phrase.name[1] + 1])
        known = next((o for o in self.found if o.first == phrase.name[0] and o.last == phrase.name[1]), None)
        place = self.gazetteer.entity_of(known.entries[0]) if known is not None else None
        capital = known is not None and known.entries[0].how == "metonym"
        head = self.analysis.tokens[phrase.head].lemma
        if head.lower() in _TERRITORIES:
            return Entity(name, Kind.PLACE, state=place.gazetteer) if capital and place is not None else None
        local = place.kind is Kind.PLACE or capital if place is not None else head.lower().endswith(_LOCAL)
        if not local or not self._is_institution(phrase, head):
            return None
        state = place.gazetteer if capital and place is not None else place.state if place is not None else None
        return Entity(f"{head} {name}", Kind.ORGANISATION, state=state)

    def _is_institution(self, phrase: Phrase, head: str) -> bool:
        group = self.group_noun(phrase.index)
        return (group is not None and group.group_class in _SEATED) or head.lower().endswith(_INSTITUTIONS)

    def led(self, office: Phrase) -> Entity | None:
        """The body without a name of its own that an office is held in: "Kommandant des US-Marine-Corps", "Sekretär des
        Weltkongresses der Uiguren", "Chef der Nationalen Heilsfront"; its words show a party or are written as a name."""
        phrase = self.offices.genitive(office)
        if phrase is None or phrase.pronoun is not None:
            return None
        part = any(o.part and o.first == phrase.head for o in self.found)
        own = self.offices.genitive(phrase)
        called = any(t.tag == "ADJ(A)" and t.text[:1].isupper() for t in self.analysis.tokens[phrase.first : phrase.head])
        if not part and not called and (own is None or self.offices.entity(own.index) is None):
            return None
        return Entity(self.described(phrase), Kind.ORGANISATION, local=not part)

    def in_front(self, office: Phrase) -> Entity | None:
        """The body in an office's first part: "Armeebefehlshaber", "Komiteechef"; the one last spoken of, if there is one."""
        for noun in self.offices.first_parts(self.analysis.tokens[office.head]):
            known = self._spoken_of(noun) if len(noun) > _SHORT else None
            if known is not None and known.name.lower() != noun.lower():
                return known
            group = tail_for_group(self.lexicon, noun)
            if group is not None and group.kind == Kind.ORGANISATION.value and group.group_class in _OF_STATES:
                return Entity(noun, Kind.ORGANISATION, local=True)
        return None

    def is_kind_of_body(self, phrase: Phrase) -> bool:
        """Whether the noun is one for bodies that have names of their own: Gewerkschaft, Partei, Gruppe."""
        group = self.group_noun(phrase.index)
        if group is not None:
            return group.kind == Kind.ORGANISATION.value and group.group_class not in _OF_STATES | NATIONAL
        return self.analysis.tokens[phrase.head].lemma.rpartition("-")[2] in _SAME_BODY

    def of_state(self, phrase: Phrase, state: Entity) -> Entity:
        """The body that the phrase's head names, as that of a state: "norwegisches Verteidigungsministerium"."""
        row = self.gazetteer.rows.get(state.gazetteer or "")
        head = self.analysis.tokens[phrase.head]
        named = row is not None and row.adjective is not None and "-" not in head.text
        name = with_adjective(row.adjective, head, phrase.plural is True) if row is not None and row.adjective and named else None
        return Entity(name or self.described(phrase), Kind.ORGANISATION, state=state.gazetteer)

    def reporting(self, phrase: Phrase) -> Entity | None:
        """The body in the first part of a noun of saying: "Polizeiangaben", "israelische Armeeangaben"."""
        head = self.analysis.tokens[phrase.head]
        tail = next((t for t in _REPORTS if head.low.endswith(t) and len(head.low) - len(t) > _SHORT), None)
        if tail is None or "-" in head.text:
            return None
        noun = head.text[: -len(tail)]
        noun = noun.removesuffix("s") if noun.removesuffix("s") in self.lexicon.groups else noun
        group = self.lexicon.groups.get(noun)
        if group is None or group.kind != Kind.ORGANISATION.value or group.group_class not in _REPORTING:
            return None
        state = self.offices.adjective_party(phrase)
        row = self.gazetteer.rows.get(state.gazetteer or "") if state is not None else None
        if state is not None and row is not None and row.adjective is not None:
            name = with_adjective(row.adjective, replace(head, text=noun, lemma=noun, tag="NN"), False)
            return Entity(name, Kind.ORGANISATION, state=state.gazetteer)
        return self._spoken_of(noun) or Entity(noun, Kind.ORGANISATION, local=True)

    def _spoken_of(self, noun: str) -> Entity | None:
        """The body last spoken of whose name ends in the noun."""
        recent = (e for e in reversed(self.discourse.latest) if e.kind is Kind.ORGANISATION)
        return next((e for e in recent if _ends_in(e.name, noun)), None)

    def _spoken_of_here(self, phrase: Phrase, noun: str) -> Entity | None:
        """eine Sprecherin des Verfassungsgerichts teilte mit, das Gericht habe …: the body of that noun in the sentence."""
        if phrase.determiner != "definite" or phrase.last != phrase.head:
            return None
        before = (p for p in reversed(self.analysis.phrases[: phrase.index]) if p.pronoun is None and p.head != phrase.head)
        named = (
            self.offices.entity(p.index) for p in before if self.analysis.tokens[p.head].lemma.lower().endswith(noun.lower())
        )
        return next((e for e in named if e is not None and e.kind is Kind.ORGANISATION), None)

    def _body(self, phrase: Phrase, state: Entity | None) -> Entity | None:
        """ "die iranische Regierung" is one named body; a bare "die Regierung" is the one last spoken of."""
        if state is not None:
            return Entity(self._body_name(phrase, state), Kind.ORGANISATION, state=state.gazetteer)
        if phrase.plural is True and phrase.determiner == "" and phrase.head > phrase.first:  # westliche Regierungen
            return self._without_state(phrase)
        there = self.whose.told(phrase, self.group_noun(phrase.index))
        if there is not None:
            return self.of_state(phrase, there)
        whose = self.offices.genitive(phrase)
        named = whose is not None and whose.pronoun is None and whose.lemma != "Land"  # Helfer des Landes verwiesen
        if named and whose is not None and whose.first == phrase.last + 1:  # of something that is no party
            words = self.analysis.span(whose.first, whose.last).of(self.text)
            return Entity(f"{base_name(self.analysis, phrase)} {words}", Kind.ORGANISATION, local=True)
        noun = self.analysis.tokens[phrase.head].lemma
        known = self._spoken_of_here(phrase, noun) or self._spoken_of(noun)
        if known is not None and not known.local:
            return known
        if (armed := self._armed_before(phrase)) is not None:
            return armed
        focus = self.whose.in_focus(phrase, self.group_noun(phrase.index))
        return self.of_state(phrase, focus) if focus is not None else known or self._without_state(phrase)

    def _armed_before(self, phrase: Phrase) -> Entity | None:
        """die Terrormiliz, die Islamistengruppe: the armed group that the article named last."""
        group = self.group_noun(phrase.index)
        if group is None or group.group_class != _ARMED or phrase.determiner not in ("definite", "demonstrative"):
            return None
        rows = ((e, self.gazetteer.rows.get(e.gazetteer or "")) for e in reversed(self.discourse.latest))
        return next((entity for entity, row in rows if row is not None and row.classed == "armed_group"), None)

    def _without_state(self, phrase: Phrase) -> Entity:
        return Entity(self.described(phrase), Kind.ORGANISATION, local=True)

    def _body_name(self, phrase: Phrase, state: Entity) -> str:
        """One name for "die iranische Regierung", "die Regierung in Teheran" and "die Regierung Irans"."""
        row = self.gazetteer.rows.get(state.gazetteer or "")
        plain = all(
            t.tag not in ("ADJ(A)", "NE") or self._names_state(t) for t in self.analysis.tokens[phrase.first : phrase.head]
        )
        head = self.analysis.tokens[phrase.head]
        if row is None or row.adjective is None or not plain or "-" in head.text or phrase.name is not None:
            return self.described(phrase)
        name = with_adjective(row.adjective, head, phrase.plural is True)
        whose = self.offices.genitive(phrase)
        more = whose is not None and whose.first == phrase.last + 1 and self.offices.entity(whose.index) is None
        return f"{name} {self.analysis.span(whose.first, whose.last).of(self.text)}" if more and whose is not None else name

    def _names_state(self, token: Token) -> bool:
        return any(o.first <= token.index <= o.last for o in self.found) or self.offices.misspelt(token) is not None

    def described(self, phrase: Phrase) -> str:
        """The phrase as a name, its genitive included where that is a party: "staatliche Medien Irans"; and whose an office
        is: "Präsident von Peru"."""
        name, whose = base_name(self.analysis, phrase), self._whose(phrase)
        return name if whose is None else f"{name} {self.analysis.span(whose.first, whose.last).of(self.text)}"

    def _whose(self, phrase: Phrase) -> Phrase | None:
        """The party that the phrase's noun belongs to: behind it, or before an office in the genitive ("Perus Präsident")."""
        office = self.offices.title_word(self.analysis.tokens[phrase.head]) is not None
        genitive = self.offices.genitive(phrase)
        if genitive is not None:
            near = genitive.index == phrase.index + 1 or (office and genitive.index == phrase.index - 1)
            return genitive if near and self.offices.entity(genitive.index) is not None else None
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2] if office else ()
        behind = [p for p in after if p.preposition == "von" and p.first == phrase.last + 1 and p.name is not None]
        return next((p for p in behind if self.offices.entity(p.index) is not None), None)


def _ends_in(name: str, noun: str) -> bool:
    return name.split()[0].lower().endswith(noun.lower()) or name.split()[-1].lower().endswith(noun.lower())
