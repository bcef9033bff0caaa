"""Whom an office without a name means: its holder on the day of publication, unless the article names somebody in it.

"Der russische Verteidigungsminister" was another in 2022 than in 2025. What was chosen is kept with its reason and with
those who might be meant as well; where no single holder is certain (no date, a vacancy, the day of a handover, a past year
in the sentence), the office stays a person without a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

import simplemma

from ..language.clause import Analysis, Phrase, Role
from ..language.tokens import words
from ..language.wordlists import word_list
from ..model import Article, Claim, Entity, Link, LinkReason, Party
from .gazetteer import Gazetteer
from .mentions import NAMES
from .offices import Offices, Title, office_tails
from .tenures import Tenure, Tenures

_PRESENT: Final = frozenset({"amtierend", "derzeitig", "gegenwärtig", "jetzig", "aktuell"})
_NO_PERSON: Final = word_list("de", "post_nouns") | {"wahl", "ernennung", "vereidigung", "kandidat", "kandidatin", "titel"}
_PAST: Final = frozenset({"damals", "seinerzeit", "damalig"})
_BODIES: Final = {"org/eu": ("org/eu-kommission", "org/europaeischer-rat")}  # whose heads are called by the greater body's name
_OTHER_CHANCELLORS: Final = frozenset({"state/oesterreich", "state/schweiz"})  # their Bundes- is not Germany's
_FEDERAL: Final = "Bundes"
_GERMANY: Final = "state/deutschland"
_YEAR_LETTERS: Final = 4
_NAME_WORDS: Final = 3  # of a name, at the most
_BEFORE: Final = 2  # words in front of a title that say whose it is: "der russische Minister", "Russlands Minister"


class Incumbents:
    """Answers for one article: its day, and whom its text names in which office."""

    def __init__(self, gazetteer: Gazetteer, tenures: Tenures, article: Article) -> None:
        self.gazetteer, self.tenures, self.published = gazetteer, tenures, article.published
        self.words = words(article.text)
        self.links: dict[Entity, Link] = {}

    def holder(self, analysis: Analysis, offices: Offices, phrase: Phrase, title: Title, focus: Entity | None) -> Entity | None:
        """Whom the phrase, an office without a name, means; None where that is not certain. `focus` is the state that the
        article is about, whose the office is where the words do not say."""
        if self.published is None or not _means_a_person(analysis, phrase) or not _is_plain(analysis, offices, phrase):
            return None
        rows = self._rows(title)
        toward = self._toward(analysis, phrase, title, rows, focus)
        terms = self.tenures.of(rows, toward) if toward is not None else ()
        if not terms or toward is None or title.word in office_tails(analysis.tokens[phrase.head]):
            return None
        chosen = self._chosen(analysis, title, toward, terms)
        if chosen is None:
            return None
        entity = self.gazetteer.entity(chosen.holder)
        others = (*_neighbours(terms, chosen), toward)
        named = entity.name.split()[-1] in self.words
        reason = LinkReason.NAMED if named else LinkReason.IN_OFFICE
        self.links.setdefault(entity, Link(reason, tuple(sorted(set(others) - {chosen.holder}))))
        return entity

    def _rows(self, title: Title) -> tuple[str, ...]:
        return tuple(e.row for e in self.gazetteer.lookup((title.word,)) if e.how == "title")

    def _toward(self, analysis: Analysis, phrase: Phrase, title: Title, rows: Sequence[str], focus: Entity | None) -> str | None:
        """The row of the state or body whose office it is; None for one that the gazetteer does not know."""
        if title.toward is None:
            return focus.gazetteer if focus is not None and title.national else None
        federal = analysis.tokens[phrase.head].lemma.startswith(_FEDERAL) and title.toward.gazetteer == _GERMANY
        if federal and focus is not None and focus.gazetteer in _OTHER_CHANCELLORS:
            return None
        own = next((t for row in rows if (t := self.gazetteer.rows[row].toward) in self.gazetteer.rows), None)
        return own if own in _BODIES.get(title.toward.gazetteer or "", ()) else title.toward.gazetteer

    def _chosen(self, analysis: Analysis, title: Title, toward: str, terms: Sequence[Tenure]) -> Tenure | None:
        assert self.published is not None
        now = [t for t in terms if t.covers(self.published)]
        named = self._named(title, toward, {t.holder for t in terms})
        if named is None:
            return None
        if named:
            told = [t for t in now if t.holder in named] or [t for t in terms if t.holder in named]
            return told[-1] if len({t.holder for t in told}) == 1 else None
        return now[0] if len(now) == 1 and self._fits(analysis, title, now[0]) else None

    def _fits(self, analysis: Analysis, title: Title, term: Tenure) -> bool:
        """Whether the sentence does not contradict: the office's gender, and the years that it names."""
        gender = self.gazetteer.gender(self.gazetteer.entity(term.holder).name)
        word = title.word.lower()
        feminine = word.endswith("in")
        if (gender == "m" and feminine) or (gender == "f" and not feminine and not word.endswith(("e", "oberhaupt"))):
            return False
        if any(t.lemma.lower() in _PAST for t in analysis.tokens):
            return False
        years = (t.text for t in analysis.tokens if len(t.text) == _YEAR_LETTERS and t.text.isdigit())
        return all(_in_office_during(term, int(year)) for year in years)

    def _named(self, title: Title, toward: str, holders: set[str]) -> set[str] | None:
        """Those of the holders whom the article names right behind the office; None if it names somebody unknown there."""
        found: set[str] = set()
        office = title.word.rpartition("-")[2].lower()
        for at, word in enumerate(self.words[:-1]):
            if not word.lower().endswith(office) or not self.words[at + 1][:1].isupper():
                continue
            states = self._states_before(at)
            if states and toward not in states:
                continue
            known = self._holders_named(at + 1, holders)
            if not known and self._looks_like_a_name(self.words[at + 1]):
                return None
            found |= known
        return found

    def _states_before(self, at: int) -> set[str]:
        """Whose office the words say in front of it, or in the first part of its own word."""
        before = takewhile(str.isalpha, reversed(self.words[max(at - _BEFORE, 0) : at]))
        near = [*before, self.words[at].partition("-")[0]]
        entries = (e for word in near for e in self.gazetteer.lookup((word,)) if e.how != "title")
        return {e.row for e in entries}

    def _holders_named(self, at: int, holders: set[str]) -> set[str]:
        """The holders whose surname stands among the words that begin there."""
        near = set(self.words[at : at + _NAME_WORDS])
        return {h for h in holders if self.gazetteer.entity(h).name.split()[-1] in near}

    def _looks_like_a_name(self, word: str) -> bool:
        """Whether a name stands there that the gazetteer has for no other thing, and no noun, which has a capital too."""
        if any(e.how in NAMES and not e.row.startswith("person/") for e in self.gazetteer.lookup((word,))):
            return False
        return word.isalpha() and (self.gazetteer.knows_given(word) or not simplemma.is_known(word, "de"))


def with_links(claim: Claim, links: Mapping[Entity, Link], text: str) -> Claim:
    """The claim with the reason beside each party that an office alone names."""
    if not links:
        return claim

    def linked(party: Party | None) -> Party | None:
        link = links.get(party.entity) if party is not None else None
        if party is None or link is None or (party.mention is not None and _is_named(party, text)):
            return party
        return replace(party, link=link)

    chain = tuple(replace(step, source=linked(step.source)) for step in claim.attribution)
    return replace(claim, actor=linked(claim.actor), recipient=linked(claim.recipient), attribution=chain)


def _is_named(party: Party, text: str) -> bool:
    assert party.mention is not None
    told = party.mention.of(text)
    return any(part in told for part in party.entity.name.split())


def _means_a_person(analysis: Analysis, phrase: Phrase) -> bool:
    """No office to be held ("zum Präsidenten", "das Amt des Präsidenten", "ist der Präsident"), and nobody named beside it."""
    if (
        phrase.determiner != "definite"
        or phrase.plural is True
        or phrase.preposition in ("zu", "als")
        or phrase.apposition_of is not None
    ):
        return False
    if any(p.apposition_of == phrase.index for p in analysis.phrases):
        return False
    if phrase.attribute_of is not None and analysis.phrases[phrase.attribute_of].lemma.lower() in _NO_PERSON:
        return False
    return not any(phrase.index in clause.fillers_in(Role.PREDICATE) for clause in analysis.clauses)


def _is_plain(analysis: Analysis, offices: Offices, phrase: Phrase) -> bool:
    """Whether only a state stands in front of the office: not "der frühere", "der neue", "der 44."."""
    for token in analysis.tokens[phrase.first : phrase.head]:
        own = any(o.first <= token.index <= o.last for o in offices.found)
        other = token.tag == "ADJ(A)" and not own and token.lemma.lower() not in _PRESENT
        if other or token.text[:1].isdigit() or token.text.endswith("-"):  # Staats- und Regierungschefs
            return False
    return True


def _neighbours(terms: Sequence[Tenure], chosen: Tenure) -> tuple[str, ...]:
    """Who held the office before and after."""
    at = terms.index(chosen)
    return tuple(t.holder for t in (*terms[max(at - 1, 0) : at], *terms[at + 1 : at + 2]))


def _in_office_during(term: Tenure, year: int) -> bool:
    began = term.begins is not None and term.begins[0].year <= year
    return began and (term.ends is None or year <= term.ends[1].year)
