"""A small store of invented articles in which something is asserted, denied, alleged and threatened."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from graph.model import Entity, Kind, Modality, Party, Reading, Span, Stance, Step, Time
from graph.rdf.store import Store

from ..factory import ARKADIEN, SENTENCES, TEXT, UTOPIEN, article, claim, party, reading, span, step

DENIAL = span("Utopien bestreitet das")
THREAT = "Arcadia will threaten Ruritania with tariffs. Nobody answered."
ATTACK = "Ruritanien soll am Montag Bordurien angegriffen haben."


def grain() -> Reading:
    """One relation, asserted over two sources and denied in the next sentence: a dispute."""
    abendbote = party("Abendbote", span("Abendbote"), kind=Kind.OUTLET)
    hold = party("Minister Hold", span("Minister Hold"), kind=Kind.PERSON)
    asserted = claim(attribution=[step(abendbote, cue=span("laut")), step(hold, cue=span("sagte"))])
    denied = claim(
        evidence=DENIAL, sentence=SENTENCES[1], theme=None,
        attribution=[step(Party(UTOPIEN.entity, span("Utopien", start=70)), Stance.DENIES, cue=span("bestreitet"))],
    )  # fmt: skip
    return reading(article(TEXT), [asserted, denied])


def tariffs() -> Reading:
    """An English example dispatch in its own voice, about something that is only intended."""
    whole = Span(0, THREAT.index(".") + 1)
    threat = claim(
        "THREATEN", Party(ARKADIEN.entity, span("Arcadia", THREAT)), party("Ruritanien", span("Ruritania", THREAT)),
        evidence=whole, sentence=whole, rule="en/threaten", theme="tariffs", theme_class=None, modality=Modality.INTENDED,
    )  # fmt: skip
    given = article(
        THREAT, title="Tariffs ahead", outlet="Evening Wire", published=date(2024, 6, 5), language="en", sample=True,
        url="https://wire.example/tariffs",
    )  # fmt: skip
    return reading(given, [threat], sentences=[whole, Span(whole.end + 1, len(THREAT))])


def attack() -> Reading:
    """Something alleged without a source, with a time."""
    whole = Span(0, len(ATTACK))
    alleged = claim(
        "ASSAULT", party("Ruritanien", span("Ruritanien", ATTACK)), party("Bordurien", span("Bordurien", ATTACK)),
        evidence=whole, sentence=whole, rule="de/angreifen", theme=None, theme_class=None,
        attribution=[step(None, Stance.ALLEGES, anonymous=True)], time=Time("am Montag", "2024-06-03"),
    )  # fmt: skip
    given = article(ATTACK, title="Angriff in der Nacht", published=date(2024, 6, 4), url="https://morgenblatt.example/angriff")
    return reading(given, [alleged], sentences=[whole])


def fill(folder: Path) -> None:
    """Make a store in `folder` and put the three articles into it."""
    with Store.create(folder).writing() as writer:
        for each in (grain(), tariffs(), attack()):
            writer.add(each)


Sentence = tuple[str, str, Entity, Entity, Sequence[Step]]


def fill_with(folder: Path, sentences: Sequence[Sentence]) -> None:
    """Make a store in `folder` with one article of sentences, each with its relation, its parties and its chain."""
    text = " ".join(words for words, *_ in sentences)
    spans = [span(words, text) for words, *_ in sentences]
    claims = [
        claim(
            relation, *(Party(each, span(each.name, text, where.start)) for each in (actor, recipient)), evidence=where,
            sentence=where, theme=None, theme_class=None, attribution=list(chain),
        )
        for where, (_, relation, actor, recipient, chain) in zip(spans, sentences, strict=True)
    ]  # fmt: skip
    with Store.create(folder).writing() as writer:
        writer.add(reading(article(text), claims, sentences=spans))
