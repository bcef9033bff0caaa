"""Offices in a phrase, and to which state or body a phrase belongs by its own words.

"der iranische Präsident", "Präsident des Iran", "US-Präsident", "das Außenministerium in Oslo": compound, genitive,
adjective, preposition and seat of government all say whose.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..language.clause import Analysis, Phrase
from ..language.tokens import Token
from ..language.wordlists import word_list
from ..model import Entity, Kind
from .gazetteer import Entry, Gazetteer, Row
from .mentions import NAMES, Occurrence
from .misspelt import state_meant
from .seats import Seats

_FEDERAL: Final = "Bundes"  # without another state's adjective it is Germany's: Bundeswirtschaftsminister
_MINISTER: Final = "Minister"
_OF_A_LAND: Final = "Landes"  # Landesumweltminister
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
_OF_CITIES: Final = frozenset({"office/mayor", "office/lord-mayor"})
_OF_PARLIAMENTS: Final = frozenset({"office/parliament-speaker"})  # of the parliament in the word, known or spoken of
_TAILS: Final = word_list("de", "office_tails")
_NO_OFFICES: Final = word_list("de", "no_office")
_OF_MATTERS: Final = word_list("de", "offices_of_matters")
_NOUNS: Final = frozenset({"NN", "NNA", "NE"})
_OTHER_TIMES: Final = word_list("de", "other_times")
_FIRST_PART: Final = 3  # letters of a compound's first part, at the least
_NO_OFFICE: Final = frozenset({"office/follower"})  # followers are no members, and hold nothing
_AT: Final = ("richter", "richterin", "ankläger", "anklägerin", "professor", "professorin")
_WITHIN: Final = ("mitglied", "abgeordneter", "abgeordnete", "vorsitzender", "vorsitzende")
_RELATIVE: Final = frozenset({"office/office-holder", "office/predecessor", "office/successor", "office/deputy-head"})
_SERVING: Final = frozenset({*_NATIONAL, "military", "police", "spokesperson", "agency_head", "diplomat", "official", "leader"})
_CALLINGS: Final = frozenset({"activist", "expert", "calling"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office in a phrase: its word, the state or body that it is held toward, the token that names it."""

    word: str
    toward: Entity | None
    token: int
    calling: bool = False  # an occupation ("Journalist"), which nobody holds toward a state
    partisan: bool = False  # one that members of a party have: "Abgeordneter", "Politiker"
    serving: bool = False  # an office in somebody's service: "sein Sprecher", unlike "sein Anwalt"
    relative: bool = False  # one that somebody else's office tells: "Nachfolger", "Stellvertreter", "Amtskollege"
    urban: bool = False  # an office that towns have: "Bürgermeister"
    national: bool = False  # an office that only states have: without a word for whose, it is that of the state in focus


@lru_cache(1 << 12)
def _tails(word: str) -> tuple[str, ...]:
    low = word.lower()
    if low in _NO_OFFICES:
        return ()
    return tuple([low[start:].capitalize() for start in range(_FIRST_PART, len(low)) if low[start:] in _TAILS])


def office_tails(token: Token) -> tuple[str, ...]:
    """The offices that a compound may end in, the longest first: "Chef" in "Komiteechef"; none where it only looks so."""
    return _tails(token.lemma.rpartition("-")[2]) if token.tag in _NOUNS else ()


@lru_cache(1 << 15)
def _title_word(gazetteer: Gazetteer, text: str, lemma: str, is_noun: bool) -> str | None:
    for form in (text, lemma, text.rpartition("-")[2], lemma.rpartition("-")[2].capitalize()):
        if any(e.how == "title" for e in gazetteer.lookup((form,))):
            return form
    rest = lemma.removeprefix(_FEDERAL).capitalize()
    federal = lemma.startswith(_FEDERAL) and any(e.how == "title" for e in gazetteer.lookup((rest,)))
    return rest if federal else next(iter(_tails(lemma.rpartition("-")[2]) if is_noun else ()), None)


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
        self.seats = Seats(analysis, gazetteer, found)
        self._words: dict[int, str | None] = {}  # by token: phrases with the same head ask again and again

    def title(self, phrase: Phrase) -> Title | None:
        """The office that the phrase's head names, and toward whom it is held, as far as the words tell."""
        head = self.analysis.tokens[phrase.head]
        word = self.title_word(head)
        if word is None:
            return None
        rows = [self.gazetteer.rows[e.row] for e in self.gazetteer.lookup((word,)) if e.how == "title"]
        calling = all(row.classed in _CALLINGS for row in rows)
        if any(row.id in _NO_OFFICE for row in rows):
            return None
        partisan = any(row.id in _PARTISAN for row in rows)
        relative = any(row.id in _RELATIVE for row in rows)
        serving = any(row.classed in _SERVING or row.id in _RELATIVE for row in rows)
        toward = self.toward(phrase) or self._over_matter(phrase) or self._told_by(rows)
        urban = bool(rows) and all(row.id in _OF_CITIES for row in rows)
        if urban and (toward is None or toward.kind is Kind.STATE):
            toward = self.seats.told_by_adjective(phrase) if toward is None else self.seats.of_office(phrase, toward)
        return Title(
            word,
            toward,
            phrase.head,
            calling,
            partisan,
            serving,
            relative,
            urban,
            self._is_national(word, head, rows),
        )

    def _told_by(self, rows: Sequence[Row]) -> Entity | None:
        """The state or body whose office only the word can be: Kremlchef, Papst."""
        own = next((row.toward for row in rows if row.toward in self.gazetteer.rows), None)
        return self.gazetteer.entity(own) if own is not None else None

    def _is_national(self, word: str, head: Token, rows: Sequence[Row]) -> bool:
        """Whether states have the office: of compounds that are no office as a whole, ministers only, and not of a Land."""
        whole = head.lemma.startswith((_FEDERAL, "Vize")) or word not in office_tails(head)
        if word.startswith("Vize"):  # Vize-Präsident
            rest = word.removeprefix("Vize").removeprefix("-").capitalize()
            rows = [*rows, *(self.gazetteer.rows[e.row] for e in self.gazetteer.lookup((rest,)) if e.how == "title")]
        known = any(row.classed in _NATIONAL or row.id in _ONE_A_STATE for row in rows)
        return known and (whole or (word.startswith(_MINISTER) and not head.lemma.startswith(_OF_A_LAND)))

    def title_word(self, token: Token) -> str | None:
        """The office that a token of the sentence names, alone or as the end of a compound."""
        if token.index not in self._words:
            self._words[token.index] = _title_word(self.gazetteer, token.text, token.lemma, token.tag in _NOUNS)
        return self._words[token.index]

    def first_parts(self, token: Token) -> tuple[str, ...]:
        """What stands in front in an office's compound without hyphen: "Komitee" in "Komiteechef", "Taliban" in
        "Talibanführer", with and without the sound that joins; nothing for words that are an office as a whole."""
        lemma = token.lemma
        rows = [self.gazetteer.rows[e.row] for e in self.gazetteer.lookup((lemma,)) if e.how == "title"]
        open_ = _PARTISAN | _OF_PARLIAMENTS
        whole = any(row.classed != "party" and row.id not in open_ for row in rows)  # Regierungschef is one of a state
        if whole or "-" in lemma:
            return ()
        parts = [lemma[: len(lemma) - len(tail)] for tail in office_tails(token) if tail.lower() not in _OF_MATTERS]
        return tuple(dict.fromkeys(p.removesuffix(joint) for p in parts for joint in ("", "s", "n")))

    def toward(self, phrase: Phrase) -> Entity | None:
        """The state or body in the phrase's compound, genitive or adjective."""
        head = self.analysis.tokens[phrase.head]
        part = next((o for o in self.found if o.part and o.first == head.index and o.having(*NAMES)), None)
        if part is not None and not (head.lemma.endswith(_SENT) and self._sent_by(phrase)):
            return self.gazetteer.entity(part.having(*NAMES)[0].row)
        if (body := self._named_in_front(head)) is not None:
            return body
        genitive = self.genitive(phrase)
        named = phrase.name is not None and phrase.name[1] == phrase.last and phrase.head < phrase.name[0]
        if named and genitive is not None and genitive.determiner and genitive.first > phrase.last:
            genitive = None  # bot Minister X der Opposition Gespräche an: whom he offers them
        if genitive is not None and (entity := self.entity(genitive.index)) is not None:
            return entity
        adjective = self.adjective_party(phrase)
        if adjective is not None:
            return adjective
        if head.lemma.startswith(_FEDERAL) and self.title_word(head) is not None:
            return self._known_to_serve(phrase) or self.gazetteer.entity(_GERMANY)
        return self._von(phrase)

    def _sent_by(self, phrase: Phrase) -> bool:
        """der peruanische UN-Botschafter, Perus UN-Botschafter: whether a state is told that sends to the body."""
        genitive = self.genitive(phrase)
        sender = self.entity(genitive.index) if genitive is not None else None
        return self.adjective_party(phrase) is not None or (sender is not None and sender.kind is Kind.STATE)

    def _known_to_serve(self, phrase: Phrase) -> Entity | None:
        """Bundespräsident Thomas Klestil: the state that the person is known to have served, where that is another."""
        last = phrase.name[1] if phrase.name is not None else None
        known = next((o for o in self.found if o.last == last and not o.part and o.having(*NAMES)), None)
        row = self.gazetteer.rows[known.having(*NAMES)[0].row] if known is not None else None
        state = self.gazetteer.rows.get(row.toward or "") if row is not None and row.kind is Kind.PERSON else None
        return self.gazetteer.entity(state.id) if state is not None and state.kind is Kind.STATE else None

    def _named_in_front(self, head: Token) -> Entity | None:
        """Talibanführer, Kongressabgeordneter: a body of that name, with or without the sound that joins compounds."""
        for name in self.first_parts(head):
            entity = self.gazetteer.entity_named(name)
            if entity is not None and entity.kind is Kind.ORGANISATION and len(name) > _FIRST_PART:
                return entity
        return None

    def _over_matter(self, phrase: Phrase) -> Entity | None:
        """der Hohe Vertreter für die Außenpolitik der EU: whose matter it is that the office is held for."""
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        if not after or after[0].preposition != "für" or after[0].first != phrase.last + 1:
            return None
        whose = self.genitive(after[0])
        body = self.entity(whose.index) if whose is not None else None
        return body if body is not None and body.kind in (Kind.STATE, Kind.ORGANISATION) else None

    def genitive(self, phrase: Phrase) -> Phrase | None:
        """The phrase that stands in the genitive of this one."""
        return next((p for p in self.analysis.phrases if p.attribute_of == phrase.index), None)

    def of_another_time(self, phrase: Phrase) -> bool:
        """der damalige Präsident, die künftige Ministerin: not whoever the article names in the office."""
        return any(t.lemma.lower() in _OTHER_TIMES for t in self.analysis.tokens[phrase.first : phrase.head])

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
            at = after.preposition == "bei" and self.title_word(self.analysis.tokens[phrase.head]) is not None
            if (after.preposition == "von" or at) and phrase.name is None and after.first == phrase.last + 1:
                return self.entity(after.index)
            if after.preposition in ("an", "in") and phrase.name is None and after.first == phrase.last + 1:
                body = self.entity(after.index)  # Richter am Gerichtshof, Mitglied im Rat
                if body is not None and body.kind is Kind.ORGANISATION and self._sits_in(phrase, after):
                    return body
            guest = phrase.name is not None or self.analysis.tokens[phrase.head].lemma.endswith(_SENT)  # Minister X in Oslo
            if after.preposition == "in" and after.first == phrase.last + 1 and self.seats.is_one(after) and not guest:
                return self.entity(after.index)
        return None

    def _sits_in(self, phrase: Phrase, body: Phrase) -> bool:
        """Whether an office is one of those that sit in a body: judges at courts, members and deputies in parliaments."""
        return self.analysis.tokens[phrase.head].lemma.lower().endswith(_AT if body.preposition == "an" else _WITHIN)

    def adjective_party(self, phrase: Phrase) -> Entity | None:
        """The state (or body) whose adjective stands in the phrase before its head: "der iranische Präsident"; or its
        acronym, where the hyphen is missing ("die US Botschaft")."""
        for match in self.found:
            within = phrase.first <= match.first and match.last <= phrase.last and match.last != phrase.head
            if within and (entries := match.having("adjective") or self._acronym(phrase, match)):
                return self.gazetteer.entity(entries[0].row)
        adjectives = (t for t in self.analysis.tokens[phrase.first : phrase.head] if t.tag == "ADJ(A)")
        return next((state for t in adjectives if (state := self.misspelt(t)) is not None), None)

    def misspelt(self, token: Token) -> Entity | None:
        """The state whose adjective the token is but for a letter: "die iraniche Regierung"."""
        row = state_meant(self.gazetteer, token.text)
        return self.gazetteer.entity(row) if row is not None else None

    def state_at(self, place: int) -> Entity | None:
        """The state or body whose adjective the token is."""
        match = next((o for o in self.found if o.first <= place <= o.last and o.having("adjective")), None)
        return self.gazetteer.entity(match.having("adjective")[0].row) if match is not None else None

    def _acronym(self, phrase: Phrase, match: Occurrence) -> tuple[Entry, ...]:
        before_name = phrase.name is None or match.last < phrase.name[0]
        word = self.analysis.tokens[match.first]
        alone = word.text.isupper() and match.last < phrase.head and before_name and not match.part
        return match.having(*NAMES) if alone else ()
