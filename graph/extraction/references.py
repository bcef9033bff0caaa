"""Words that mean somebody named elsewhere: pronouns of the third and the first person, "das Land", "eine Gruppe von X".

Who "ich" and "wir" are, the chain of the clause tells: the one whose words it renders, or the state or body spoken for.
"""

from collections.abc import Callable
from typing import Final

from ..language.clause import Analysis, Phrase, Role
from ..language.wordlists import word_list
from ..model import Entity, Kind
from .anaphora import contradicts, joint_before, land_within, meant_within
from .discourse import Discourse, is_land
from .offices import Offices
from .several import BOTH

_THIRD: Final = frozenset({"er", "sie", "ihn", "ihm", "ihr", "ihnen", "dieser", "diese", "diesem", "diesen", "letzterer", "es"})
_LATTER: Final = frozenset({"dieser", "diesem", "diesen", "letzterer"})
_SPEAKER: Final = frozenset({"ich", "mich", "mir"})
_SPEAKERS: Final = frozenset({"wir", "uns"})
_ONE_OF: Final = frozenset({"einer", "eine", "einem", "einen"})
_ROLES: Final = ("politiker", "politikerin", "politikers", "-jährige", "-jährigen", "-jähriger")
_BESIDE: Final = 2  # words to what stands right behind a comma
_MINISTERS: Final = frozenset({"minister", "ministers", "ministerin"})
_SOME: Final = frozenset({"viele", "einige", "einigen", "mehrere", "manche", "vielen", "mehreren", "alle", "keiner", "jeder"})
_OTHERS: Final = frozenset({"andere", "viele", "einige", "mehrere", "manche"})  # of those last spoken of
_REGIONS: Final = frozenset({"province", "region", "territory"})
_SPOTS: Final = (
    (word_list("de", "town_nouns"), frozenset({"city"})),
    (word_list("de", "region_nouns"), _REGIONS),
    (frozenset({"insel"}), frozenset({"island"})),
)
_PARTS: Final = frozenset(
    {"Gruppe", "Reihe", "Teil", "Großteil", "Mehrheit", "Mehrzahl", "Hälfte", "Vielzahl", "Anzahl", "Zahl", "Dutzend", "Hunderte",
     "Tausende", "Zehntausende", "Kolonne", "Konvoi"}
)  # fmt: skip


class References:
    """Answers for the phrases of one sentence; `entity` tells what another phrase denotes."""

    def __init__(
        self, analysis: Analysis, discourse: Discourse, offices: Offices, entity: Callable[[int], Entity | None]
    ) -> None:
        self.analysis, self.discourse, self.offices, self.entity = analysis, discourse, offices, entity
        self.gazetteer = offices.gazetteer
        self.speaker: Callable[[Phrase], Entity | None] = lambda _: None  # until the chains of the sentence are known

    def whole(self, phrase: Phrase) -> int | None:
        """eine Gruppe von Rebellen, einige von ihnen, die Mehrheit der Abgeordneten: the phrase of those whom it is a part
        of."""
        if (city := self._of_city(phrase)) is not None:
            return city
        counted = phrase.pronoun in _SOME or (phrase.lemma in _PARTS and phrase.name is None)
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        if not counted or not after or after[0].first != phrase.last + 1:
            return None
        of_them = after[0].attribute_of == phrase.index and (after[0].plural is True or phrase.pronoun is not None)
        whole = after[0].preposition == "von" or of_them
        return after[0].index if whole else None

    def _of_city(self, phrase: Phrase) -> int | None:
        """der Kiewer Bürgermeister, where the adjective passes for a noun: the phrase right behind it."""
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        head = self.analysis.tokens[phrase.head]
        if not head.text.endswith("er") or not after or after[0].first != phrase.last + 1 or phrase.last != phrase.head:
            return None
        bare = not after[0].determiner and after[0].preposition is None and after[0].pronoun is None
        adjective = any(o.last == phrase.head and o.entries[0].how == "adjective" for o in self.offices.found)
        return after[0].index if bare and adjective else None

    def pronoun(self, phrase: Phrase) -> Entity | None:
        """Whom a pronoun means; None where nobody is near enough."""
        if phrase.pronoun in _SPEAKER or phrase.pronoun in _SPEAKERS:
            speaker = self.speaker(phrase)
            spoken_for = self.discourse.spoken_for(speaker) if speaker is not None and phrase.pronoun in _SPEAKERS else None
            return spoken_for or speaker
        if phrase.pronoun in _ONE_OF:
            return self._one_of(phrase)
        if phrase.pronoun in _OTHERS and phrase.preposition is None:
            return self.discourse.pronoun("sie", True, self.analysis.sentence.index)
        if phrase.pronoun not in _THIRD:
            return None
        if phrase.pronoun in _LATTER and (latter := self._latter(phrase)) is not None:
            return latter
        within = meant_within(self.analysis, phrase, self.entity, self.gender)
        if phrase.pronoun == "es" or (within is not None and not (within.local and within.kind is Kind.PERSON)):
            return within
        named = self._spoken_of_before(phrase)  # dem Gründer der Partei wird vorgeworfen, dass er …: somebody named before
        return named if within is None or (named is not None and not named.local) else within

    def _spoken_of_before(self, phrase: Phrase) -> Entity | None:
        """Whom of those in the sentences before a pronoun of the third person means."""
        plural = self._is_plural(phrase)
        fits = (lambda _: True) if plural else (lambda e: not contradicts(phrase.pronoun, self.gender(e)))
        return self.discourse.pronoun(phrase.pronoun or "", plural, self.analysis.sentence.index, fits)

    def several(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Norwegen und Schweden trafen sich. Sie verurteilten …: all that a pronoun in the plural means, where they were
        named one by one."""
        if phrase.pronoun in BOTH:
            return self._both(phrase)
        if phrase.pronoun not in _THIRD or not self._is_plural(phrase):
            return ()
        if (first := joint_before(self.analysis, phrase)) is not None:
            found = [e for i in self.analysis.joined(first.index) if (e := self.entity(i)) is not None]
            return tuple(found) if len(found) > 1 else ()
        if meant_within(self.analysis, phrase, self.entity, self.gender) is not None:
            return ()
        return self.discourse.together(self.analysis.sentence.index, self._spoken_of_before(phrase))

    def _both(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Beide forderten …: two that act together before it in the sentence, else the two that were spoken of last."""
        first = joint_before(self.analysis, phrase)
        if first is None:
            return self.discourse.last_pair()
        here = [e for i in self.analysis.joined(first.index) if (e := self.entity(i)) is not None]
        return tuple(here) if len(here) == 2 else ()

    def _is_plural(self, phrase: Phrase) -> bool:
        return phrase.pronoun == "ihnen" or (phrase.pronoun in ("sie", "diese") and self._is_plural_subject(phrase))

    def _one_of(self, phrase: Phrase) -> Entity | None:
        """Einer der Putschisten, Harun Adam, dankte: the one whom the apposition names."""
        named = (p for p in self.analysis.phrases if p.apposition_of == phrase.index and p.name == (p.first, p.last))
        return next((e for p in named if (e := self.entity(p.index)) is not None and e.kind is Kind.PERSON), None)

    def _latter(self, phrase: Phrase) -> Entity | None:
        """dieser as a person: the one named last before it, in its sentence or the one before, if that is no subject."""
        subjects = {i for c in self.analysis.clauses for i in c.fillers_in(Role.SUBJECT)}
        behind = (p for p in reversed(self.analysis.phrases[: phrase.index]) if p.pronoun is None)
        before = (p for p in behind if p.attribute_of is None or p.attribute_of == p.index + 1)  # Kerns Rücktritt, dieser …
        found = ((p.index, self.entity(p.index)) for p in before)
        last = next(((i, e) for i, e in found if e is not None and e.kind is Kind.PERSON), None)
        if last is None:
            return self.discourse.latter(self.analysis.sentence.index)
        return last[1] if last[0] not in subjects else None

    def gender(self, entity: Entity) -> str | None:
        """ "f" or "m" for a person whose given name or role tells, else None."""
        if entity.kind is not Kind.PERSON:
            return None
        if not entity.local:
            return self.gazetteer.gender(entity.name)
        role = next((w for w in reversed(entity.name.split()) if w[:1].isupper()), "")
        return "f" if role.endswith("in") else "m" if role.endswith(("er", "ist", "ent", "or")) else None

    def _is_plural_subject(self, phrase: Phrase) -> bool:
        clause = next((c for c in self.analysis.clauses if phrase.first in c.tokens), None)
        finite = clause.verb.finite if clause is not None and clause.verb is not None else None
        return finite is not None and self.analysis.tokens[finite].low.endswith("en")

    def person(self, phrase: Phrase) -> Entity | None:
        """die SPD-Politikerin, der 53-Jährige: the named person of that gender who acted last, nothing else told of whom."""
        word = self.analysis.tokens[phrase.head].low
        called = word.endswith(_ROLES) or word in _MINISTERS
        if phrase.name is not None or phrase.plural is True or not called or not self._says_no_more(phrase):
            return None
        if word in _MINISTERS and self.discourse.holder(word, None) is not None:
            return None
        gender = "f" if word.endswith("in") or self._article(phrase) == "die" else "m"
        told = ("f",) if gender == "f" else ("m", None)
        return self.discourse.last_person(self.analysis.sentence.index, lambda e: not e.local and self.gender(e) in told)

    def _says_no_more(self, phrase: Phrase) -> bool:
        told = any(p.apposition_of == phrase.index or p.attribute_of == phrase.index for p in self.analysis.phrases)
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        comma = any(t.tag == "$," for t in self.analysis.tokens[phrase.last + 1 : phrase.last + 2])
        told = told or (comma and any(p.name is not None and p.first == phrase.last + _BESIDE for p in after))  # …, Paul Kern
        return phrase.determiner == "definite" and not told and self.offices.adjective_party(phrase) is None

    def _article(self, phrase: Phrase) -> str:
        return next((t.low for t in self.analysis.tokens[phrase.first : phrase.head] if t.tag in ("ART", "APPRART")), "")

    def definite(self, phrase: Phrase) -> Entity | None:
        """Whom "das Land", "sein Land", "die Organisation" means."""
        if phrase.determiner == "possessive":
            before = (self.entity(p.index) for p in reversed(self.analysis.phrases[: phrase.index]))
            owner = next((e for e in before if e is not None and e in self.discourse.homes), None)
            return self.discourse.own_land(self.analysis.tokens[phrase.head].lemma, owner)
        if phrase.determiner not in ("definite", "demonstrative"):
            return None
        noun = self.analysis.tokens[phrase.head].lemma
        if is_land(noun):  # der mexikanische Staat; Norwegische Medien berichteten, das Land habe …
            row = land_within(self.analysis, phrase, self.entity)
            state = self.offices.adjective_party(phrase) or (self.gazetteer.entity(row) if row else None)
            if state is not None and state.kind is Kind.PLACE:  # das südamerikanische Land: the one the article is about
                state = self.discourse.focus()
            if state is not None:
                return state
            if noun == "Republik" and any(t.tag == "ADJ(A)" for t in self.analysis.tokens[phrase.first : phrase.head]):
                return None  # die bosnisch-serbische Republik: one with a name of its own
        classes = next((found for nouns, found in _SPOTS if noun.lower() in nouns), None)
        if classes is not None:  # no body, whatever else was named with this word
            return self._spot(phrase, classes)
        known = self.discourse.definite(noun, self.analysis.sentence.index) or self.discourse.body_called(noun)
        return known or (self._by_last_word(phrase, noun) if phrase.last == phrase.head else None)

    def _spot(self, phrase: Phrase, classes: frozenset[str]) -> Entity | None:
        """Panzer rollten nach Goma. Die Rebellen nahmen die Stadt ein: the place of that kind that was named last."""
        if phrase.last != phrase.head or phrase.plural is True or not self._says_no_more(phrase):
            return None

        def fits(entity: Entity | None) -> bool:
            row = self.gazetteer.rows.get(entity.gazetteer or "") if entity is not None else None
            return row is not None and row.kind is Kind.PLACE and row.classed in classes

        here = (self.entity(p.index) for p in reversed(self.analysis.phrases[: phrase.index]) if p.name is not None)
        return next(filter(fits, here), None) or self.discourse.last_place(self.analysis.sentence.index, fits)

    def _by_last_word(self, phrase: Phrase, noun: str) -> Entity | None:
        """die Afrikanische Union … die Union: the body named before whose name ends so."""
        before = (p for p in reversed(self.analysis.phrases[: phrase.index]) if self.analysis.tokens[p.head].lemma == noun)
        named = next((e for p in before if (e := self.entity(p.index)) is not None and e.kind is Kind.ORGANISATION), None)
        return named or self.discourse.last_words.get(noun)
