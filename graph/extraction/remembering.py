"""What a sentence leaves in the article's memory: whom it named, who acted together, whose proposals it told of."""

from ..language.clause import Role
from ..model import Entity, Kind, Step
from .anaphora import gender_shown
from .deeds import kind_of, makers
from .parties import PartyFinder


def remember(parties: PartyFinder, sources: frozenset[Entity], speech: tuple[Step, ...] = ()) -> None:
    """Tell the discourse whom the sentence names, subjects marked, and whose `speech` runs on, who need not be named in it;
    unnamed `sources` only speak, and no pronoun of the next sentence means them."""
    analysis, discourse = parties.analysis, parties.discourse
    for match in parties.found:
        state = parties.gazetteer.entity_of(match.entries[0])
        if state is not None and state.kind is Kind.STATE:
            discourse.is_about(state)
    if speech and (speaker := speech[-1].source) is not None:
        discourse.speak_of(speaker.entity, analysis.sentence.index, True)
    _deeds(parties)
    subjects = {i for c in analysis.clauses for i in c.fillers_in(Role.SUBJECT)}
    _joint(parties, subjects)
    for phrase in analysis.phrases:
        entity = parties.entity(phrase.index)
        only_speaks = entity is not None and entity.local and entity.kind is Kind.GROUP and entity in sources
        if entity is None or (only_speaks and phrase.index not in subjects) or _is_paper(parties, phrase.index):
            continue
        if phrase.pronoun is None:
            discourse.introduce(entity)
        if entity.local and entity.kind is Kind.GROUP and phrase.pronoun is None and phrase.plural is False:
            discourse.is_single(entity, gender_shown(analysis, phrase))
        discourse.speak_of(entity, analysis.sentence.index, phrase.index in subjects)


def _is_paper(parties: PartyFinder, index: int) -> bool:
    """Zugang zu Unterlagen: papers tell, but no pronoun means them as somebody who acts."""
    group = parties.bodies.group_noun(index) if parties.analysis.phrases[index].pronoun is None else None
    return group is not None and group.group_class == "documents"


def _joint(parties: PartyFinder, subjects: set[int]) -> None:
    """Tell the discourse who acts together, each with a name: "Norwegen und Schweden"."""
    analysis = parties.analysis
    for index in sorted(subjects):
        group = analysis.joined(index) if analysis.phrases[index].pronoun is None else ()
        found = [parties.entity(i) for i in group] if len(group) > 1 else []
        together = tuple(dict.fromkeys(e for e in found if e is not None))
        if len(together) > 1:
            parties.discourse.act_together(together, analysis.sentence.index)


def _deeds(parties: PartyFinder) -> None:
    """Tell the discourse whose the proposals, laws and resolutions of the sentence are."""
    now, made = parties.analysis.sentence.index, {thing: maker for maker, thing in makers(parties.analysis)}
    for phrase in parties.analysis.phrases:
        if kind_of(phrase.lemma) is None or parties.entity(phrase.index) is not None:
            continue
        if owners := parties.owners(phrase.index) or (parties.parties(made[phrase.index]) if phrase.index in made else ()):
            parties.discourse.deeds.told(phrase.lemma, owners[0].entity, now)
