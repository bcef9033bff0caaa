"""Small makers of values for tests: every argument has a default, so that a test names only what it is about.

All texts and names are invented. Append here what several tests need; do not restructure.
"""

from collections.abc import Sequence
from datetime import date

from graph.model import (
    Article,
    Claim,
    Entity,
    Kind,
    Modality,
    Party,
    Reading,
    Sentence,
    Span,
    Speech,
    SpeechType,
    Stance,
    Step,
    Time,
)

TEXT = "Arkadien liefert Getreide an Utopien, sagte Minister Hold laut Abendbote. Utopien bestreitet das."


CLAUSE = Span(0, 36)
SENTENCES = (Span(0, 73), Span(74, 97))
ARKADIEN = Party(Entity("Arkadien", Kind.STATE), Span(0, 8))
UTOPIEN = Party(Entity("Utopien", Kind.STATE), Span(29, 36))


def span(words: str, text: str = TEXT, start: int = 0) -> Span:
    """Where `words` first stand in `text`, from `start` on."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def article(
    text: str = TEXT,
    *,
    title: str | None = "Getreide für Utopien",
    published: date | None = date(2024, 6, 3),
    outlet: str | None = "Morgenblatt",
    url: str | None = "https://morgenblatt.example/getreide",
    language: str = "de",
    identifier: str | None = None,
    sample: bool = False,
    author: str | None = None,
) -> Article:
    return Article(text, title, published, outlet, url, language, identifier, sample, author)


def entity(
    name: str = "Arkadien",
    kind: Kind | str = Kind.STATE,
    *,
    gazetteer: str | None = None,
    wikidata: str | None = None,
    state: str | None = None,
    local: bool = False,
) -> Entity:
    return Entity(name, Kind(kind), gazetteer, wikidata, state, local)


def party(who: Entity | str = "Arkadien", mention: Span | None = None, *, kind: Kind | str = Kind.STATE) -> Party:
    """A party from an entity or a bare name (then of `kind`); give `mention` to say which words name it."""
    return Party(who if isinstance(who, Entity) else entity(who, kind), mention)


def step(
    source: Party | Entity | str | None = "Minister Hold",
    stance: Stance | str = Stance.ASSERTS,
    *,
    anonymous: bool = False,
    cue: Span | None = None,
) -> Step:
    """A link of the chain; a bare name is a person."""
    if isinstance(source, Entity | str):
        source = party(source, kind=Kind.PERSON)
    return Step(source, Stance(stance), anonymous, cue)


def claim(
    relation: str = "AID",
    actor: Party | None = ARKADIEN,
    recipient: Party | None = UTOPIEN,
    *,
    evidence: Span = CLAUSE,
    sentence: Span = SENTENCES[0],
    rule: str = "de/liefern",
    theme: str | None = "Getreide",
    theme_class: str | None = "aid-goods",
    modality: Modality | str = Modality.ACTUAL,
    negated: bool = False,
    attribution: Sequence[Step] = (),
    time: Time | None = None,
    place: str | None = None,
    confidence: float = 0.5,
) -> Claim:
    return Claim(
        evidence, sentence, relation, actor, recipient, rule, theme, theme_class,
        Modality(modality), negated, tuple(attribution), time, place, confidence,
    )  # fmt: skip


def speech(
    content: Sequence[Span] = (CLAUSE,),
    type: SpeechType | str = SpeechType.INDIRECT,
    *,
    speaker: Span | None = None,
    cue: Span | None = None,
) -> Speech:
    return Speech(tuple(content), SpeechType(type), speaker, cue)


def reading(
    of: Article | None = None,
    claims: Sequence[Claim] | None = None,
    *,
    sentences: Sequence[Span] = SENTENCES,
    speech: Sequence[Speech] = (),
) -> Reading:
    """A reading of `of` (else of the default article) with `claims` (else with the default one)."""
    return Reading(
        of or article(),
        tuple(Sentence(index, where) for index, where in enumerate(sentences)),
        (claim(),) if claims is None else tuple(claims),
        tuple(speech),
    )
