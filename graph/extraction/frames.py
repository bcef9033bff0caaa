"""Frames matched to the verbs of clauses: who does what to whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from ..language.clause import Analysis, Case, Clause, ClauseKind, Link, Role, Voice
from ..language.lexicon import Frame, Lexicon
from ..language.wordlists import ends_in, word_list
from ..model import Kind, Party, Span
from .complements import Complements, judges
from .context import Realities, Reality
from .contrasts import contrasted
from .deeds import kind_of
from .elided import others
from .members import members, whole, without
from .mutual import Mutual
from .nouns import frames_of
from .parties import PartyFinder
from .saturation import EACH_OTHER, Saturation
from .slots import Slots
from .subjects import ON_THINGS, Subjects
from .unsaid import Unsaid
from .whose import Whose

_AMONG_THEM: Final = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_TOLD_BY_COMPLEMENT: Final = frozenset({"REQUEST", "REJECT", "AGREE", "THREATEN"})  # "droht, Israel anzugreifen"
_ON_PERSONS: Final = frozenset({"ASSAULT", "COERCE", "RETREAT"})  # "eine Person getötet und vier weitere verletzt"
_PAPERS: Final = word_list("de", "paper_nouns")
_DECREES: Final = frozenset({"resolution_nouns", "law_nouns", "verdict_nouns"})
_BY_DECREE: Final = frozenset({"REQUEST", "COERCE", "SANCTION", "CONCEDE"})
_ON_PAPER: Final = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT"})  # what a report can do for those who wrote it
# "begrüßte den Beschluss der IAEA"
_ON_DEEDS: Final = frozenset({"SUPPORT", "REJECT", "ACCUSE", "CONCEDE", "PROTEST", "AGREE", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Act:
    """A relation found in a clause, before it is known on whose word; `phrase` is the noun that tells it, if one does."""

    frame: Frame
    clause: int
    actor: Party | None
    recipient: Party | None
    evidence: Span
    reality: Reality
    theme: int | None = None
    phrase: int | None = None
    settled: bool = False  # what the words leave out nothing told before can fill
    open: bool = False  # the words leave out a side that the frame wants: told before, or the act is none


class VerbFrames:
    """Finds the acts that the verbs of one sentence tell."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, slots: Slots, parties: PartyFinder, realities: Realities) -> None:
        self.analysis, self.lexicon, self.slots = analysis, lexicon, slots
        self.parties, self.realities = parties, realities
        self.counted: dict[int, tuple[int, ...]] = {}
        self.saturation = Saturation(analysis, lexicon, slots)
        self.unsaid, self.whose = Unsaid(analysis, slots), Whose(analysis, lexicon, slots, parties)
        self.subjects = Subjects(analysis, lexicon, slots, parties)
        self.mutual, self.complements = Mutual(analysis, slots), Complements(analysis, slots, parties, self._fitting)

    def acts(self) -> Iterator[Act]:
        """All acts, clause by clause; at most one frame fires for a clause, or for each half of a contrast."""
        for half in (half for clause in self.analysis.clauses for half in contrasted(self.analysis, clause)):
            clause = self.subjects.known(half)
            if clause.verb is not None and not self.saturation.is_devoted(clause):
                yield from self._first(clause, clause.verb.lemma)

    def _first(self, clause: Clause, lemma: str) -> Iterator[Act]:
        """The acts of the first frame that is complete; else of the first that lacks only one side."""
        left: list[Act] = []
        clause = self._without_members(clause, lemma)
        for frame in self.lexicon.verbs.get(lemma, ()):
            found = list(self._try(frame, clause)) if self._applies(frame, clause) else []
            if found and not found[0].open:
                yield from found
                return
            left = left or found
        yield from left

    def _applies(self, frame: Frame, clause: Clause) -> bool:
        """Whether the clause has the words that the frame wants beside its verb."""
        if frame.reflexive and clause.verb is not None and not clause.verb.reflexive:
            return False
        if frame.light is not None and not self.slots.has_light(clause, frame.light):  # first, as it fails most often
            return False
        if not self.saturation.complement_fits(frame, clause) or self.saturation.promises_itself(frame, clause):
            return False
        return frame.tone is None or self.slots.calls(clause, frame)

    def _try(self, frame: Frame, clause: Clause) -> Iterator[Act]:
        assert clause.verb is not None
        actors = self._filled(frame, clause, frame.actor, "actor")
        recipients = self._filled(frame, clause, frame.recipient, "recipient")
        among = frame.relation in _AMONG_THEM and len(actors) > 1  # A und B verständigten sich darauf, …: with each other
        if not recipients and (judges(frame) or frame.relation in _TOLD_BY_COMPLEMENT) and not among:
            recipients = self.complements.toward(frame, clause)
        if not recipients and frame.tone == "bad":
            recipients = self.whose.called(clause, frame.said_as)
        if clause.verb.voice is Voice.PASSIVE and actors == recipients:  # von der EU wird gefordert: by it, not of it
            recipients = ()
        elif len(actors) > 1 and actors == recipients:  # zwischen A und B kam es zu Auseinandersetzungen
            actors, recipients = actors[:1], actors[1:]
        if not recipients and frame.light is not None:
            recipients = self._owner(frame, clause, "recipient")
        if not recipients and frame.relation == "REQUEST":
            theme, asked = self.saturation.theme(frame, clause), frame.kinds.get("recipient")
            giving = self.whose.asked(theme) if theme is not None else ()
            recipients = tuple(p for p in giving if asked is None or p.entity.kind in asked)
        actors = self._announced(frame, clause) or actors or self._writers(frame, clause)
        if len(actors) > 1 and not recipients and clause.index not in self.counted and self.mutual.holds(frame, clause):
            if len(actors) == 2:
                actors, recipients = actors[:1], actors[1:]
            elif all(party.entity.kind is not Kind.GROUP for party in actors):  # each of three and more takes part
                frame = replace(frame, alone=True, requires=frozenset({"actor"}))
        unsaid = not actors and self.unsaid.by_whom(frame, clause) and self._is_told_to(frame, clause)
        complete = self.saturation.complete(frame, clause, actors, recipients, unsaid)
        if not complete and not self._lacks_one(frame, clause, actors, recipients):
            return
        reality = self.realities.of(clause)
        reality = Reality(
            reality.modality if frame.modality is None else frame.modality, reality.negated != frame.negated, reality.stance
        )
        for actor, recipient in self._pairs(clause, actors, recipients):
            if actor is None or recipient is None or actor.entity != recipient.entity:
                span = self.analysis.clause_span(clause)
                theme = self.saturation.theme(frame, clause)
                left_open = not complete and not self._is_counted(frame, clause)
                yield Act(frame, clause.index, actor, recipient, span, reality, theme, open=left_open)

    def _lacks_one(self, frame: Frame, clause: Clause, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
        """Whether only the other side is missing, and the words leave room for it: a thing where the recipient would
        stand ("griff einige Stellungen an"), or nobody who acts in a passive."""
        if not actors and not recipients:
            return self.unsaid.strikes_targets(frame, clause)
        if actors and recipients:
            return False
        if actors:
            return any(self.slots.fill(clause, slot) for slot in frame.recipient if slot != "subject")
        suffers = clause.kind is not ClauseKind.PARTICIPIAL or self._describes_victim(frame, clause)
        return clause.verb is not None and clause.verb.voice is Voice.PASSIVE and suffers

    def _describes_victim(self, frame: Frame, clause: Clause) -> bool:
        """der getötete Agent: by whom, was told before."""
        return clause.kind is ClauseKind.PARTICIPIAL and frame.relation in _ON_PERSONS and frame.light is None

    def _is_counted(self, frame: Frame, clause: Clause) -> bool:
        """zwölf getötete Zivilisten: how many they are is news, where "der getötete Agent" was told of before."""
        counted = clause.antecedent is not None and self.analysis.phrases[clause.antecedent].determiner == "number"
        return counted and self._describes_victim(frame, clause)

    def _is_told_to(self, frame: Frame, clause: Clause) -> bool:
        """Whether a party stands in the dative of a frame that wants one: no soldier is in "werden dem Recht unterstellt"."""
        if frame.recipient[:1] != ("dative",):
            return True
        phrases = self.slots.fill(clause, "dative") or self._open_dative(frame, clause, "dative")
        return bool(self._fitting(frame, "recipient", phrases))

    def _pairs(
        self, clause: Clause, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> Iterator[tuple[Party | None, Party | None]]:
        """Each actor with each recipient; "warfen einander vor" goes both ways."""
        if len(actors) == 2 and not recipients and any(self.analysis.tokens[i].low in EACH_OTHER for i in clause.tokens):
            yield from (actors, tuple(reversed(actors)))  # type: ignore[misc]  # two they are
            return
        yield from product(actors or (None,), recipients or (None,))

    def _filled(self, frame: Frame, clause: Clause, names: tuple[str, ...], role: str) -> tuple[Party, ...]:
        """The parties in the first of the named slots that holds any of the allowed kinds."""
        left_out = others(self.analysis, clause) if role == "recipient" and frame.relation in _ON_PERSONS else None
        if left_out is not None and names and names[0] in ("accusative", "subject"):
            return (left_out,)
        for slot in names:
            phrases = self.slots.fill(clause, slot) or self._open_dative(frame, clause, slot)
            fitting = self._owner(frame, clause, role) if slot == "owner" else self._fitting(frame, role, phrases)
            fitting = fitting or self._fitting(frame, role, self.slots.wholes(clause, phrases))
            if slot == "in" and frame.light is not None and frame.relation == "ASSAULT":  # verübten einen Anschlag in Kabul
                fitting = self.parties.offices.seats.named(fitting)
            if fitting:
                return tuple(dict.fromkeys((*fitting, *self._of_whom(frame, clause, role, phrases))))
        return ()

    def _without_members(self, clause: Clause, lemma: str) -> Clause:
        """Those counted out of the ones who suffer ("darunter drei Kinder") are kept apart until the frame asks for them."""
        counted = members(self.analysis, clause)
        if not counted or not self.lexicon.verbs.get(lemma, ()):
            return clause
        self.counted[clause.index] = counted
        return without(self.analysis, clause, counted)

    def _of_whom(self, frame: Frame, clause: Clause, role: str, phrases: tuple[int, ...]) -> tuple[Party, ...]:
        """The members told behind the phrases that fill the role: "mehrere Staaten, darunter auch Peru"."""
        counted = self.counted.get(clause.index, ())
        if not counted or whole(self.analysis, clause, counted) not in {j for i in phrases for j in self.analysis.joined(i)}:
            return ()
        return self._fitting(frame, role, counted)

    def _owner(self, frame: Frame, clause: Clause, role: str) -> tuple[Party, ...]:
        """nahm das Angebot der Türkei an, setzte die Mitgliedschaft Malis aus, geriet in die Gewalt von Rebellen: whose the
        noun of the light verb is; where the frame has a slot for that, whoever stands behind the noun."""
        phrase = self.slots.light_phrase(clause, frame.light) if frame.light is not None and not frame.light.islower() else None
        if phrase is None:
            return ()
        whose = self.slots.whose(phrase)
        blamed = role == "recipient" and frame.relation == "ACCUSE"
        own = () if blamed and self.whose.is_of_others(phrase, blamed) else self.parties.owners(phrase)
        allowed, found = frame.kinds.get(role), own if whose is None else self.parties.parties(whose)
        if "owner" in (*frame.actor, *frame.recipient):
            after = self.analysis.phrases[phrase + 1 : phrase + 2]
            behind = [p.index for p in after if p.attribute_of == phrase or p.preposition == "von"]
            found = tuple(p for i in behind for p in self.parties.parties(i)) or found
        return tuple(p for p in found if allowed is None or p.entity.kind in allowed)

    def _announced(self, frame: Frame, clause: Clause) -> tuple[Party, ...]:
        """erklärte die Bereitschaft Perus, gab die Zustimmung seiner Regierung bekannt: whose the act is that is told."""
        if frame.light is None or clause.verb is None or clause.verb.lemma not in word_list("de", "announcing_verbs"):
            return ()
        if frame.recipient[:1] == ("accusative",):  # betonte die Souveränität Perus: whose it is suffers or enjoys it
            return ()
        noun = self.slots.light_phrase(clause, frame.light) if not frame.light.islower() else None
        whose = [p.index for p in self.analysis.phrases if p.attribute_of == noun and noun is not None]
        return tuple(p for i in whose for p in self.parties.parties(i)) if "subject" in frame.actor else ()

    def _fitting(self, frame: Frame, role: str, phrases: tuple[int, ...]) -> tuple[Party, ...]:
        """The parties of allowed kinds in these phrases; what is attacked or seized may be a thing, and a deed or
        proposal that is praised or refused stands for whose it is."""
        allowed = frame.kinds.get(role)
        found: list[Party] = []
        for index in phrases:
            parties = self.parties.parties(index)
            if not parties and role == "actor" and self.analysis.phrases[index].lemma == "Seite":  # von deutscher Seite
                parties = self.parties.owners(index)
            if role == "actor":
                parties = self._makers(frame, index, parties)
            if not parties and role == "actor" and frame.relation in ON_THINGS:  # fighter jets attack, ports do not
                armed = tuple(p for p in self.parties.things(index) if p.entity.kind is Kind.GROUP)
                parties = armed or self.subjects.owners_of_means(index)
            if not parties and role == "recipient" and frame.relation in ON_THINGS:
                tells = bool(frames_of(self.analysis.phrases[index], self.lexicon))  # überwacht die Offensive gegen Rebellen
                parties = self.parties.things(index) or (
                    () if tells else self.parties.located(index) or self.parties.owners(index)
                )
            elif role == "recipient" and frame.relation in ON_THINGS:  # Polizisten, ein Regierungsgebäude und eine Baustelle
                known = {p.mention for p in parties}
                parties = (*parties, *(t for t in self.parties.things(index) if t.mention not in known))
            if not parties and role == "recipient" and frame.relation == "CONSULT":
                parties = self.parties.capital_of(index)
            if role == "recipient" and frame.relation in _ON_DEEDS:  # the EU's mission and the independence of Kosovo
                deeds = (i for i in self.analysis.joined(index) if self.parties.party(i) is None)
                blamed = frame.relation == "ACCUSE"
                parties = tuple(dict.fromkeys((*parties, *(p for i in deeds for p in self.whose.deed(i, blamed)))))
            found.extend(p for p in parties if allowed is None or p.entity.kind in allowed)
            if found:
                break
        return tuple(found)

    def _writers(self, frame: Frame, clause: Clause) -> tuple[Party, ...]:
        """In einem Bericht der UN wird Peru kritisiert: what is done in a paper, those do whose it is."""
        passive = clause.verb is not None and clause.verb.voice is Voice.PASSIVE and clause.kind is not ClauseKind.PARTICIPIAL
        if not passive or frame.relation not in _ON_PAPER:
            return ()
        if any(self.slots.prepositional(clause, agent) for agent in ("von", "durch")):
            return ()
        allowed, nouns = frame.kinds.get("actor"), self.slots.prepositional(clause, "in")
        papers = (self.analysis.phrases[i] for i in nouns if self._is_paper(self.analysis.phrases[i].lemma))
        owners = ((p, e) for p in papers if (e := self.parties.offices.toward(p)) is not None)
        return tuple(Party(e, self.parties.span(p.index)) for p, e in owners if allowed is None or e.kind in allowed)

    def _is_paper(self, noun: str) -> bool:
        return self.lexicon.is_report(noun) or kind_of(noun) in _DECREES or ends_in(noun.lower(), _PAPERS)

    def _makers(self, frame: Frame, index: int, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """der Beschluss der EU verpflichtet Peru, ein Bericht der UN kritisiert Peru: paper does what those do whose it is,
        beside the other `parties` of the phrase."""
        noun = self.analysis.phrases[index].lemma
        if frame.relation in _BY_DECREE and kind_of(noun) is not None:
            return parties or self.parties.owners(index)
        makers = self.parties.owners(index) if frame.relation in _ON_PAPER and self.lexicon.is_report(noun) else ()
        itself = self.parties.span(index)
        return (*makers, *(p for p in parties if p.mention != itself)) if makers else parties

    def _open_dative(self, frame: Frame, clause: Clause, slot: str) -> tuple[int, ...]:
        """A bare name in the accusative's place where the frame knows only a dative: "droht Finnland mit …"; or where what
        would stand there is told by a clause: "wirft Finnland vor, …"."""
        if slot != "dative":
            return ()
        told = any(c.parent == clause.index and c.link is Link.COMPLEMENT for c in self.analysis.clauses)
        thing = "accusative" in (*frame.actor, *frame.recipient, *(() if told else frame.theme))
        if clause.verb is not None and clause.verb.voice is Voice.PASSIVE:
            return self.unsaid.dative_name(clause, thing)
        bare = () if thing else clause.fillers_in(Role.ACCUSATIVE)
        return tuple(i for i in bare if Case.DATIVE in self.analysis.phrases[i].cases)
