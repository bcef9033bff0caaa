"""A constructed affair whose answers are known: who first told of the attack on a harbour, who denies it, who repeats it.

Three invented states, five outlets. In March 2024 an agency tells of an attack by Arkadien on Utopien, on the word of two
officials; one paper prints it unchanged, another without its reserve, a third cites the agency; a minister denies it, a
president tells it herself, a third state doubts it. Around that: plans, of which one is carried out; a page that is
changed without a word; aid of which only one state's outlets tell; figures that do not agree; an older attack.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from graph.model import Claim, Entity, Kind, Party, Profile, Reading, Scope, Stance, Step, Time
from graph.rdf.changes import Known
from graph.rdf.store import Store

from .factory import article, claim, entity, party, reading, span

ARKADIEN = entity("Arkadien", gazetteer="state/arkadien")
UTOPIEN = entity("Utopien", gazetteer="state/utopien")
ELYSIEN = entity("Elysien", gazetteer="state/elysien")
HOLD = entity("Jonas Hold", Kind.PERSON)
BERG = entity("Ida Berg", Kind.PERSON)
OFFICIALS = entity("zwei Beamte", Kind.GROUP, state="state/utopien", local=True)
MILITARY = entity("Militärkreise", Kind.GROUP, state="state/arkadien", local=True)

PAX = entity("Agentur Pax", Kind.OUTLET, state="state/elysien")
ABENDBOTE = entity("Abendbote", Kind.OUTLET, state="state/arkadien")
MORGENBLATT = entity("Morgenblatt", Kind.OUTLET, state="state/arkadien")
KURIER = entity("Kurier", Kind.OUTLET, state="state/utopien")
FUNKHAUS = entity("Funkhaus", Kind.OUTLET, state="state/utopien")
OUTLETS = {each.name: each for each in (PAX, ABENDBOTE, MORGENBLATT, KURIER, FUNKHAUS)}

_HARBOUR = (
    "Am Kai brannten am Abend zwei Lagerhallen, die Feuerwehr war bis zum Morgen im Einsatz.",
    "Die Hafenverwaltung sperrte das Becken und leitete alle Frachter in die Bucht um.",
    "In der Altstadt waren bis Mitternacht Sirenen zu hören, der Fährverkehr ruhte.",
)
ALLEGED = "Arkadien soll den Hafen von Utopien angegriffen haben, behaupteten zwei Beamte."
HARDENED = "Arkadien hat den Hafen von Utopien angegriffen."
CITED = "Arkadien hat den Hafen von Utopien angegriffen, meldet Agentur Pax."
DENIED = "Minister Jonas Hold bestreitet, dass Arkadien Utopien angegriffen habe; es habe 3 Tote bei einem Unfall gegeben."
TOLD = "Arkadien hat Utopien angegriffen, und 20 Menschen starben, sagte Präsidentin Ida Berg."
DOUBTED = "Elysien bezweifelt, dass Arkadien Utopien angegriffen hat."
OLDER = "Arkadien hat im Juni Utopien angegriffen."
PROMISED = "Arkadien will Elysien Getreide liefern."
PLANNED = "Utopien will Elysien besuchen."
VISITED = "Utopien hat Elysien besucht."
ACCUSED = "Elysien wirft Utopien Spionage vor."
SUSPECTED = "Elysien wirft Utopien nach Angaben aus Militärkreisen Spionage vor."
EXPELLED = "Elysien weist Diplomaten aus Utopien aus."
THREATENED = "Utopien droht Elysien mit Vergeltung."
AIDED = "Elysien hilft Utopien mit Zelten."
AIDED_SAYS = "Elysien hilft Utopien mit Zelten, berichtet Kurier."
TALKED = "Arkadien hat mit Utopien gesprochen."
WARNED = "Arkadien droht Utopien, heißt es aus Militärkreisen."
BOTH_NAMED = "In Arkadien und Utopien begann am Montag die Schule."


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and what it claims; `claims` are what it says of whom."""

    sentence: str
    relation: str | None = None
    actor: Entity | None = None
    recipient: Entity | None = None
    chain: Sequence[Step] = ()
    more: dict[str, object] = field(default_factory=dict)

    def claim(self, text: str) -> Claim | None:
        """The claim, with its words found in `text`."""
        if self.relation is None:
            return None
        where = span(self.sentence, text)
        given = {"theme": None, "theme_class": None, **self.more}
        parties = (_named(self.actor, self.sentence, text), _named(self.recipient, self.sentence, text))
        return claim(self.relation, *parties, evidence=where, sentence=where, attribution=self.chain, **given)  # type: ignore[arg-type]


def affair_store(folder: Path) -> Store:
    """A store in `folder` that holds the whole affair."""
    store = Store.create(folder, known=Known(publishers=OUTLETS))
    with store.writing("test") as writer:
        for each in affair():
            writer.add(each, "test-reader")
    return store


def affair() -> tuple[Reading, ...]:
    """All articles of the affair, oldest first but for the older attack, which comes last."""
    attack = ("ASSAULT", ARKADIEN, UTOPIEN)
    officials = [_source(OFFICIALS, "alleges", profile=Profile("official", 2))]
    lead = (Told(ALLEGED, *attack, officials), *map(Told, _HARBOUR))
    return (
        _printed(ABENDBOTE, "2024-03-01", Told(PROMISED, "AID", ARKADIEN, ELYSIEN, more={"modality": "intended"})),
        _printed(MORGENBLATT, "2024-03-02", Told(PLANNED, "CONSULT", UTOPIEN, ELYSIEN, more={"modality": "intended"})),
        _printed(PAX, "2024-03-03", *lead),
        _printed(ABENDBOTE, "2024-03-04", *lead),
        _printed(MORGENBLATT, "2024-03-04", Told(HARDENED, *attack), *map(Told, _HARBOUR)),
        _printed(KURIER, "2024-03-04", Told(CITED, *attack, [_source(PAX)])),
        _printed(ABENDBOTE, "2024-03-05", Told(DENIED, *attack, [_denies(HOLD)], {"theme": "3 Tote"})),
        _printed(FUNKHAUS, "2024-03-06", Told(TOLD, *attack, [_source(BERG)], {"theme": "20 Menschen"})),
        _printed(KURIER, "2024-03-07", Told(DOUBTED, *attack, [_source(ELYSIEN, "doubts")])),
        _printed(FUNKHAUS, "2024-03-20", Told(VISITED, "CONSULT", UTOPIEN, ELYSIEN)),
        _printed(KURIER, "2024-04-01", *_spies_first(), page="spione"),
        _printed(KURIER, "2024-04-01", *_spies_later(), page="spione"),
        _printed(KURIER, "2024-04-10", Told(AIDED, "AID", ELYSIEN, UTOPIEN)),
        _printed(FUNKHAUS, "2024-04-11", Told(AIDED_SAYS, "AID", ELYSIEN, UTOPIEN, [_source(KURIER)])),
        _printed(MORGENBLATT, "2024-04-15", Told(TALKED, "CONSULT", ARKADIEN, UTOPIEN)),
        _printed(ABENDBOTE, "2024-04-16", Told(WARNED, "THREATEN", ARKADIEN, UTOPIEN, _hearsay())),
        _printed(MORGENBLATT, "2024-05-01", Told(BOTH_NAMED)),
        _printed(MORGENBLATT, "2023-06-10", Told(OLDER, *attack, more={"time": Time("im Juni", "2023-06")})),
    )  # fmt: skip


def _spies_first() -> tuple[Told, ...]:
    return Told(ACCUSED, "ACCUSE", ELYSIEN, UTOPIEN), Told(EXPELLED, "SANCTION", ELYSIEN, UTOPIEN)


def _spies_later() -> tuple[Told, ...]:
    """The accusation is told with more reserve now, the expulsion is gone, a threat has come."""
    return Told(SUSPECTED, "ACCUSE", ELYSIEN, UTOPIEN, _hearsay()), Told(THREATENED, "THREATEN", UTOPIEN, ELYSIEN)


def _hearsay() -> list[Step]:
    return [_source(MILITARY, "alleges", profile=Profile("military"))]


def _printed(outlet: Entity, day: str, *told: Told, page: str | None = None) -> Reading:
    text = " ".join(each.sentence for each in told)
    url = f"https://{outlet.name.split()[-1].lower()}.example/{page or day}"
    about = article(text, title=f"{outlet.name} vom {day}", published=date.fromisoformat(day), outlet=outlet.name, url=url)
    claims = [made for each in told if (made := each.claim(text))]
    return reading(about, claims, sentences=[span(each.sentence, text) for each in told])


def _source(who: Entity, stance: str = "asserts", *, profile: Profile | None = None, scope: Scope | None = None) -> Step:
    return Step(party(who), Stance(stance), anonymous=profile is not None, profile=profile, scope=scope)


def _denies(who: Entity) -> Step:
    return _source(who, "denies", scope=Scope.AGENT)


def _named(who: Entity | None, sentence: str, text: str) -> Party | None:
    if who is None:
        return None
    return party(who, span(who.name, text, text.index(sentence)) if who.name in sentence else None)
