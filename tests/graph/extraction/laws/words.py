"""What the laws tell: verbs with their German forms, and sentences made of them and of parties.

A form is a sentence about Norwegen and Iran, whose words in braces stand for those of any other party or verb:
`{Norwegen} {griff} {den Iran} {an}.`
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import pytest

from graph.model import Reading

from ..conftest import acts
from .broken import BROKEN
from .parties import RELATIVES, SOURCES, Party, stories

Read = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Verb:
    """`case` is that of its object; all forms come from the four that a dictionary gives."""

    relation: str
    infinitive: str
    past: str
    participle: str
    particle: str = ""
    case: str = "accusative"

    @property
    def name(self) -> str:
        return self.infinitive

    @property
    def to(self) -> str:
        stem = self.infinitive.removeprefix(self.particle)
        return f"{self.particle}zu{stem}" if self.particle else f"zu {self.infinitive}"


VERBS = (
    Verb("ASSAULT", "angreifen", "griff", "angegriffen", "an"),
    Verb("ASSAULT", "bombardieren", "bombardierte", "bombardiert"),
    Verb("ASSAULT", "überfallen", "überfiel", "überfallen"),
    Verb("ACCUSE", "verurteilen", "verurteilte", "verurteilt"),
    Verb("ACCUSE", "anprangern", "prangerte", "angeprangert", "an"),
    Verb("ACCUSE", "verklagen", "verklagte", "verklagt"),
    Verb("SUPPORT", "loben", "lobte", "gelobt"),
    Verb("SUPPORT", "anerkennen", "erkannte", "anerkannt", "an"),
    Verb("THREATEN", "bedrohen", "bedrohte", "bedroht"),
    Verb("SANCTION", "sanktionieren", "sanktionierte", "sanktioniert"),
    Verb("SANCTION", "boykottieren", "boykottierte", "boykottiert"),
    Verb("AID", "beliefern", "belieferte", "beliefert"),
    Verb("COERCE", "ausspionieren", "spionierte", "ausspioniert", "aus"),
    Verb("CONSULT", "besuchen", "besuchte", "besucht"),
    Verb("THREATEN", "drohen", "drohte", "gedroht", case="dative"),
    Verb("AID", "helfen", "half", "geholfen", case="dative"),
    Verb("SUPPORT", "gratulieren", "gratulierte", "gratuliert", case="dative"),
)
TRANSITIVE = tuple(v for v in VERBS if v.case == "accusative")
SEPARABLE = tuple(v for v in VERBS if v.particle)


def filled(form: str, words: Mapping[str, str]) -> str:
    """The form with these words, its gaps closed and its beginnings in capitals."""
    text = re.sub(r" +(?=[ ,.?“])", "", form.format_map(words).strip())
    return re.sub(r"(?:^|(?<=[.?:] )|(?<=„))\w", lambda first: first[0].upper(), text)


def sentence(form: str, verb: Verb, actor: Party, recipient: Party, source: Party = SOURCES[0]) -> str:
    """The form with the words of verb and parties in it."""
    return filled(form, of_parties(actor, recipient, source) | _of_verb(verb, actor, recipient))


def of_parties(actor: Party, recipient: Party, source: Party = SOURCES[0]) -> dict[str, str]:
    """Words for the actor Norwegen, the recipient Iran and the source Schweden."""
    return _of_actor(actor) | _of_recipient(recipient) | _of_source(source)


def _of_actor(actor: Party) -> dict[str, str]:
    finite = "hat haben, habe hätten, hätte hätten, wird werden, will wollen, soll sollen, könnte könnten, dürfte dürften"
    finite += ", war waren, plant planen, kündigt kündigen, erwägt erwägen, beabsichtigt beabsichtigen, schwieg schwiegen"
    pairs = [pair.split() for pair in finite.split(", ")]
    return {one: many if actor.plural else one for one, many in pairs} | {
        "Norwegen": actor.form("nominative"),
        "Norwegens": actor.form("genitive"),
        "von Norwegen": actor.after("von", "dative"),
        "durch Norwegen": actor.after("durch", "accusative"),
        "Land": actor.word or actor.name,
        "das": RELATIVES[actor.article],
        "n": "n" if actor.plural else "",
        "en": "en" if actor.plural else "",
    }


def _of_recipient(recipient: Party) -> dict[str, str]:
    prepositions = {"accusative": ("auf", "in", "gegen", "an", "für"), "dative": ("mit", "an", "in")}
    phrases = {
        f"{preposition} {'den' if case == 'accusative' else 'dem'} Iran": recipient.after(preposition, case)
        for case, all_of_it in prepositions.items()
        for preposition in all_of_it
    }
    return phrases | {
        "Iran": recipient.name,
        "der Iran": recipient.form("nominative"),
        "des Iran": recipient.form("genitive"),
        "dem Iran": recipient.form("dative"),
        "den Iran": recipient.form("accusative"),
    }


def _of_source(source: Party) -> dict[str, str]:
    return {
        "Schweden": source.form("nominative"),
        "Schwedens": source.form("genitive"),
        "dem Schweden": source.form("dative"),
        "den Schweden": source.form("accusative"),
        "-n": "n" if source.plural else "",
        "-en": "en" if source.plural else "",
        "-hat": "haben" if source.plural else "hat",
    }


def past(verb: str, actor: Party) -> str:
    """A past form in the number of the actor."""
    return verb + (("n" if verb.endswith("e") else "en") if actor.plural else "")


def _of_verb(verb: Verb, actor: Party, recipient: Party) -> dict[str, str]:
    return {
        "den Iran": recipient.form(verb.case),
        "den": {"accusative": "den", "dative": "dem"}[verb.case],
        "einen": {"accusative": "einen", "dative": "einem"}[verb.case],
        "griff": past(verb.past, actor),
        "an": verb.particle,
        "angriff": verb.particle + past(verb.past, actor),
        "angegriffen": verb.participle,
        "angreifen": verb.infinitive,
        "anzugreifen": verb.to,
        "angreifende": verb.infinitive + "de" + ("n" if actor.plural else ""),
        "angegriffene": verb.participle + "e",
    }


def wrong(read: Read, form: str, verb: Verb, note: str = "") -> list[tuple[str, set[str]]]:
    """Stories that give anything but the one claim, told with this note (`{Schweden}` is the source's name)."""
    found = []
    for actor, recipient, source in stories(verb.name):
        text = sentence(form, verb, actor, recipient, source)
        claim = f"{actor.name} {verb.relation} {recipient.name}"
        expected = f"{claim} ({note.format(Schweden=source.name)})" if note else claim
        if (got := acts(read(text))) != {expected}:
            found.append((text, got))
    return found


def bare(reading: Reading) -> set[str]:
    """All acts, whoever tells them and however real they are."""
    return {told.split(" (")[0] for told in acts(reading)}


class Named(Protocol):
    @property
    def name(self) -> str: ...


def cases(forms: Iterable[str], words: Iterable[Named]) -> list[object]:
    """Every form with every verb or noun; what the reader does not yet keep is in BROKEN."""

    def marks(form: str, name: str) -> list[pytest.MarkDecorator]:
        known = BROKEN.get(form, "").split()
        return [pytest.mark.xfail(strict=True, reason="not read yet")] if "*" in known or name in known else []

    return [pytest.param(f, w, marks=marks(f, w.name), id=f"{w.name}: {f}") for w in list(words) for f in forms]
