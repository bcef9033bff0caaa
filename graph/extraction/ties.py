"""Standing ties told in passing: who holds which office, who is a member, what belongs to which state.

Titles before names, appositions, genitives and national adjectives tell them; a fifth of all claims. "Mitglied" makes
MEMBER_OF, any other title HOLDS_POSITION; what makes PART_OF, stands in `belonging`.
"""

from collections.abc import Iterator
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role, Voice
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party
from .belonging import Belongings
from .homes import Homes
from .memberships import Memberships
from .offices import Title
from .parties import PartyFinder
from .slots import Slots
from .tie import Tie

_MEMBERS: Final = frozenset({"Mitglied", "Mitgliedstaat", "Mitgliedsstaat", "Mitgliedsland"})
_APPOINTING: Final = frozenset(
    {"ernennen", "wählen", "berufen", "bestimmen", "befördern", "wiederwählen", "vereidigen", "bestellen", "küren", "machen"}
)
_OF_PARLIAMENT: Final = "parlament"
_SERVING: Final = word_list("de", "serving_verbs")
_SUCCEEDING: Final = word_list("de", "succeeding_verbs")
_TAKING: Final = word_list("de", "taking_verbs")
_SUCCESSORS: Final = ("Nachfolg", "Vorgäng")
_POSTS: Final = word_list("de", "post_nouns")


class Ties:
    """Finds the standing ties of one sentence."""

    def __init__(self, analysis: Analysis, parties: PartyFinder, slots: Slots, lexicon: Lexicon) -> None:
        self.analysis, self.parties, self.slots = analysis, parties, slots
        self.belongings = Belongings(analysis, parties, slots)
        self.memberships = Memberships(analysis, parties, lexicon, slots)
        self.homes = Homes(analysis, parties, slots)

    def found(self) -> Iterator[Tie]:
        """All ties, in the order of their phrases."""
        for phrase in self.analysis.phrases:
            yield from self._titled_name(phrase)
            yield from self._apposition(phrase)
            yield from self.belongings.told_by(phrase)
            yield from self.memberships.from_body(phrase)
        for clause in self.analysis.clauses:
            yield from self._copula(clause)
            yield from self._appointment(clause)
            yield from self._service(clause)
            yield from self._succession(clause)
            yield from self._post(clause)
            yield from self.belongings.told_in(clause)
            yield from self.memberships.told_in(clause)

    # offices --------------------------------------------------------------------------------------------------------

    def _titled_name(self, phrase: Phrase) -> Iterator[Tie]:
        """US-Präsident George W. Bush; der iranische Präsident Masud Peseschkian."""
        if (person := self.parties.behind.told_later(phrase)) is not None:
            yield from self._held(person, phrase, phrase, "title")
        if phrase.name is None or not phrase.head < phrase.name[0]:
            return
        entity = self.parties.entity(phrase.index)
        if entity is not None and entity.kind in (Kind.PERSON, Kind.STATE):
            yield from self._held(entity, phrase, phrase, "title")

    def _apposition(self, phrase: Phrase) -> Iterator[Tie]:
        """Sergej Schoigu, der Sekretär des Sicherheitsrats (und frühere …)."""
        base = phrase.apposition_of
        if base is None and phrase.joined_to is not None:
            base = self.analysis.phrases[phrase.joined_to].apposition_of
        if base is None:
            return
        if self.memberships.is_party(phrase):
            yield from self.memberships.member(base, phrase)
            return
        other = self.analysis.phrases[base]
        yield from self.belongings.arm_of(other, phrase)
        yield from self.memberships.man_of(other, phrase)
        for holder, office in ((other, phrase), (phrase, other)):
            entity = self.parties.entity(holder.index)
            named = entity is not None and (holder.name is not None or entity.gazetteer is not None)
            if named and entity is not None and entity.kind in (Kind.PERSON, Kind.STATE) and office.name is None:
                yield from self._held(entity, holder, office, "apposition")
                return

    def _copula(self, clause: Clause) -> Iterator[Tie]:
        """Schoigu war russischer Verteidigungsminister; Neuer Leiter ist X."""
        if clause.verb is None or clause.verb.lemma not in ("sein", "werden", "bleiben"):
            return
        subjects = self.slots.fill(clause, "subject")
        for predicate in clause.fillers_in(Role.PREDICATE):
            for subject in subjects[:1]:
                yield from self._held_by(subject, self.analysis.phrases[predicate], "copula", clause)
                if predicate != subject and self.analysis.phrases[subject].name is None:
                    yield from self._held_by(predicate, self.analysis.phrases[subject], "copula", clause)

    def _appointment(self, clause: Clause) -> Iterator[Tie]:
        """Er wurde zum Sekretär des Sicherheitsrats ernannt; die Partei wählte ihn zum Vorsitzenden, of itself."""
        if clause.verb is None or clause.verb.lemma not in _APPOINTING or clause.verb.voice is Voice.STATIVE:
            return
        electing = next((e for i in self.slots.subject(clause) if (e := self.parties.entity(i)) is not None), None)
        by = electing if electing is not None and electing.kind in (Kind.ORGANISATION, Kind.STATE) else None
        for office in self.slots.prepositional(clause, "zu"):
            for holder in self.slots.fill(clause, "accusative")[:1]:
                yield from self._held_by(holder, self.analysis.phrases[office], "appointment", clause, by)

    def _service(self, clause: Clause) -> Iterator[Tie]:
        """Er amtiert als Sprecher der Kommission; sie wurde als Präsidentin vereidigt, trat als Ministerin zurück."""
        if clause.verb is None:
            return
        passive = clause.verb.voice is not Voice.ACTIVE
        for office in self.slots.prepositional(clause, "als"):
            in_front = not passive and self.analysis.phrases[office].first == clause.tokens[0]  # Als Präsidentin forderte sie
            if clause.verb.lemma not in _SERVING and not in_front:
                continue
            for holder in self.slots.fill(clause, "accusative" if passive else "subject")[:1]:
                yield from self._held_by(holder, self.analysis.phrases[office], "appointment", clause)

    def _succession(self, clause: Clause) -> Iterator[Tie]:
        """X löst Y ab, folgt Y nach: X has the office that Y had."""
        if clause.verb is None or clause.verb.lemma not in _SUCCEEDING or self.slots.prepositional(clause, "als"):
            return
        others = self.slots.fill(clause, "accusative") or self.slots.fill(clause, "dative")
        holders = self.slots.fill(clause, "subject")
        if not others or not holders or others[0] == holders[0]:
            return
        before, holder = self.parties.entity(others[0]), self.parties.entity(holders[0])
        toward = self.homes.of(before) if before is not None and before.kind is Kind.PERSON else None
        if toward is not None and holder is not None and holder.kind is Kind.PERSON and holder != before:
            span = self.parties.span(others[0])
            actor = Party(holder, self.parties.span(holders[0]))
            yield Tie("HOLDS_POSITION", actor, Party(toward, span), span, others[0], "tie-succession", clause=clause.index)

    def _post(self, clause: Clause) -> Iterator[Tie]:
        """Sie tritt das Amt der Präsidentin an, übernimmt den Vorsitz der Kommission."""
        if clause.verb is None or clause.verb.lemma not in _TAKING:
            return
        for index in self.slots.fill(clause, "accusative")[:1]:
            post = self.analysis.phrases[index]
            behind = self.parties.offices.genitive(post) if post.lemma.lower() in _POSTS else None
            for holder in self.slots.fill(clause, "subject")[:1] if behind is not None else ():
                if behind is not None:
                    yield from self._post_of(holder, post, behind, clause)

    def _post_of(self, holder: int, post: Phrase, behind: Phrase, clause: Clause) -> Iterator[Tie]:
        """The post of whoever stands behind it: an office ("des Präsidenten") or the body itself ("der Kommission")."""
        if self.parties.offices.title(behind) is not None and behind.name is None:
            yield from self._held_by(holder, behind, "appointment", clause)
            return
        body, entity = self.parties.entity(behind.index), self.parties.entity(holder)
        if entity is None or body is None or entity.kind is not Kind.PERSON:
            return
        if body.kind in (Kind.STATE, Kind.ORGANISATION):
            span = self.parties.span(post.index)
            actor = Party(entity, self.parties.span(holder))
            yield Tie("HOLDS_POSITION", actor, Party(body, span), span, post.index, "tie-appointment", clause=clause.index)

    def _held_by(self, holder: int, office: Phrase, rule: str, clause: Clause, by: Entity | None = None) -> Iterator[Tie]:
        entity = self.parties.entity(holder)
        kinds = (Kind.PERSON, Kind.STATE, Kind.GROUP)  # of groups, memberships are told
        if entity is not None and entity.kind in kinds and office.name is None:
            yield from self._held(entity, self.analysis.phrases[holder], office, rule, clause, by)

    def _held(
        self, entity: Entity, holder: Phrase, office: Phrase, rule: str, clause: Clause | None = None, by: Entity | None = None
    ) -> Iterator[Tie]:
        title = self.parties.offices.title(office)
        if title is None:
            return
        elects = by is not None and by.kind is Kind.ORGANISATION and title.word.lower().startswith(_OF_PARLIAMENT)
        by = None if title.word.startswith(_SUCCESSORS) else by  # whoever names a successor tells not in what
        toward = by if elects else self.homes.of_office(title, office, entity) or by  # das Parlament wählte seinen Präsidenten
        relation = "MEMBER_OF" if self._is_membership(title, toward) else "HOLDS_POSITION"
        person_fits = entity.kind is Kind.PERSON or relation == "MEMBER_OF"
        if title.calling and toward is not None and toward.kind is Kind.STATE:
            return
        if toward is not None and toward.kind is Kind.GROUP and not title.serving:  # die Anwältin der Frau
            return
        if toward is None or toward == entity or not person_fits or toward.kind is Kind.PERSON:
            return
        denied = office.determiner == "negative"
        if entity.kind is Kind.PERSON and not denied and (clause is None or clause.verb is None or not clause.verb.negated):
            self.parties.discourse.takes_office(title.word, toward, entity)
        actor, span = Party(entity, self.parties.span(holder.index)), self.parties.span(office.index)
        index = clause.index if clause is not None else None
        others = self._other_groups(office) if relation == "MEMBER_OF" else ()
        for group in (Party(toward, span), *others):
            yield Tie(relation, actor, group, span, office.index, f"tie-{rule}", clause=index, denied=denied)

    def _is_membership(self, title: Title, toward: Entity | None) -> bool:
        """Mitglied der Kommission, SPD-Abgeordneter, Grünen-Politiker."""
        if title.word.rpartition("-")[2] in _MEMBERS or title.word.endswith("mitglied"):
            return True
        return (title.partisan or title.calling) and toward is not None and self.memberships.is_party_row(toward)

    def _other_groups(self, office: Phrase) -> tuple[Party, ...]:
        """Mitglied der NATO und der EU: the groups after the first."""
        genitive = next((p.index for p in self.analysis.phrases if p.attribute_of == office.index), None)
        after = self.analysis.phrases[office.index + 1 : office.index + 2]
        near = after and after[0].first == office.last + 1 and after[0].preposition in ("in", "von", "bei")
        first = genitive if genitive is not None else after[0].index if near else None
        return self.parties.parties(first)[1:] if first is not None else ()
