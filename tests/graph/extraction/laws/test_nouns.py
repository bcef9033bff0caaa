"""Nouns: an act told by a noun, or by a noun with a light verb, is the act that the verb tells."""

from dataclasses import dataclass

import pytest

from ..conftest import acts
from .parties import NEUTER, Party, stories
from .words import Read, cases, filled, of_parties, past


@dataclass(frozen=True, slots=True)
class Noun:
    """`recipient` is the word for its recipient, as forms write it."""

    relation: str
    article: str
    name: str
    recipient: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Light:
    """`verb` tells the act alone; `past`, `noun`, `recipient` and `participle` tell it with a light verb."""

    relation: str
    verb: str
    past: str
    noun: str
    recipient: str
    participle: str
    particle: str = ""

    @property
    def name(self) -> str:
        return f"{self.noun.split()[-1]}-{self.participle}"


NOUNS = [
    Noun("ASSAULT", "der", "Angriff", "auf den Iran"),
    Noun("ASSAULT", "der", "Überfall", "auf den Iran"),
    Noun("ASSAULT", "der", "Anschlag", "auf den Iran"),
    Noun("ASSAULT", "der", "Einmarsch", "in den Iran"),
    Noun("ACCUSE", "die", "Kritik", "an dem Iran"),
    Noun("ACCUSE", "die", "Klage", "gegen den Iran"),
    Noun("ACCUSE", "die", "Vorwürfe", "gegen den Iran", plural=True),
    Noun("SANCTION", "die", "Sanktionen", "gegen den Iran", plural=True),
    Noun("SANCTION", "das", "Embargo", "gegen den Iran"),
    Noun("THREATEN", "die", "Drohungen", "gegen den Iran", plural=True),
    Noun("THREATEN", "die", "Warnung", "an den Iran"),
    Noun("AID", "die", "Hilfe", "für den Iran"),
    Noun("AID", "die", "Waffenlieferungen", "an den Iran", plural=True),
    Noun("SUPPORT", "das", "Lob", "für den Iran"),
    Noun("SUPPORT", "die", "Unterstützung", "für den Iran"),
    Noun("REQUEST", "der", "Appell", "an den Iran"),
    Noun("CONSULT", "die", "Gespräche", "mit dem Iran", plural=True),
    Noun("PROTEST", "der", "Protest", "gegen den Iran"),
    Noun("COOPERATE", "der", "Handel", "mit dem Iran"),
]
OF_AGENT = [
    "{der} {Angriff} {von Norwegen} {auf den Iran} sorgte{-n} für Aufsehen.",
    "{der} {Angriff} {Norwegens} {auf den Iran} sorgte{-n} für Aufsehen.",
    "{der} {norwegische} {Angriff} {auf den Iran} sorgte{-n} für Aufsehen.",
    "Im Juni begann{-en} {der} {Angriff} {Norwegens} {auf den Iran}.",
    "Die Preise fielen, weil {der} {norwegische} {Angriff} {auf den Iran} für Aufsehen sorgte{-n}.",
]
BEFORE = "{Norwegens} {Angriff} {auf den Iran} sorgte{-n} für Aufsehen."
DRAWN = "{der} {US}-{Angriff} {auf den Iran} sorgte{-n} für Aufsehen."
SHORT = {"US": "USA", "EU": "Europäische Union", "NATO": "NATO"}
COMPOUNDING = [n for n in NOUNS if n.name not in ("Lob", "Handel", "Einmarsch", "Anschlag")]

OF_PATIENT = [
    Noun("ASSAULT", "die", "Bombardierung", "des Iran"),
    Noun("ASSAULT", "die", "Besetzung", "des Iran"),
    Noun("ASSAULT", "der", "Beschuss", "des Iran"),
    Noun("ASSAULT", "die", "Eroberung", "des Iran"),
    Noun("ASSAULT", "die", "Annexion", "des Iran"),
    Noun("ACCUSE", "die", "Verurteilung", "des Iran"),
    Noun("SUPPORT", "die", "Anerkennung", "des Iran"),
    Noun("SUPPORT", "die", "Unterstützung", "des Iran"),
    Noun("SANCTION", "der", "Boykott", "des Iran"),
    Noun("SANCTION", "die", "Isolierung", "des Iran"),
    Noun("AID", "die", "Belieferung", "des Iran"),
    Noun("THREATEN", "die", "Bedrohung", "des Iran"),
    Noun("COERCE", "die", "Blockade", "des Iran"),
    Noun("COERCE", "die", "Ausspähung", "des Iran"),
]
DURCH = [
    "{der} {Angriff} {auf den Iran} {durch Norwegen} sorgte{-n} für Aufsehen.",
    "Im Juni begann{-en} {der} {Angriff} {auf den Iran} {durch Norwegen}.",
]
ADJECTIVE = ["{der} {norwegische} {Angriff} {auf den Iran} sorgte für Aufsehen."]

LIGHT = [
    Light("ACCUSE", "kritisierte {den Iran}", "übte", "Kritik", "an dem Iran", "geübt"),
    Light("ACCUSE", "verklagte {den Iran}", "reichte", "Klage", "gegen den Iran", "eingereicht", "ein"),
    Light("ACCUSE", "beschuldigte {den Iran}", "erhob", "Vorwürfe", "gegen den Iran", "erhoben"),
    Light("ACCUSE", "ermittelte {gegen den Iran}", "leitete", "Ermittlungen", "gegen den Iran", "eingeleitet", "ein"),
    Light("SANCTION", "sanktionierte {den Iran}", "verhängte", "Sanktionen", "gegen den Iran", "verhängt"),
    Light("SANCTION", "boykottierte {den Iran}", "verhängte", "einen Boykott", "gegen den Iran", "verhängt"),
    Light("AID", "half {dem Iran}", "leistete", "Hilfe", "dem Iran", "geleistet"),
    Light("THREATEN", "drohte {dem Iran}", "stieß", "Drohungen", "gegen den Iran", "ausgestoßen", "aus"),
    Light("SUPPORT", "lobte {den Iran}", "zollte", "Lob", "dem Iran", "gezollt"),
    Light("SUPPORT", "dankte {dem Iran}", "sprach", "Dank", "dem Iran", "ausgesprochen", "aus"),
    Light("SUPPORT", "unterstützte {den Iran}", "gewährte", "Unterstützung", "dem Iran", "gewährt"),
    Light("CONSULT", "besuchte {den Iran}", "stattete", "einen Besuch", "dem Iran", "abgestattet", "ab"),
    Light("CONSULT", "verhandelte {mit dem Iran}", "führte", "Verhandlungen", "mit dem Iran", "geführt"),
    Light("ASSAULT", "bombardierte {den Iran}", "flog", "Luftangriffe", "auf den Iran", "geflogen"),
    Light("ASSAULT", "überfiel {den Iran}", "verübte", "einen Überfall", "auf den Iran", "verübt"),
    Light("ASSAULT", "attackierte {den Iran}", "startete", "einen Angriff", "auf den Iran", "gestartet"),
    Light("REQUEST", "appellierte {an den Iran}", "richtete", "einen Appell", "an den Iran", "gerichtet"),
    Light("COOPERATE", "handelte {mit dem Iran}", "trieb", "Handel", "mit dem Iran", "getrieben"),
]
LIGHTLY = [
    "{Norwegen} {verhängte} {gegen den Iran} {Sanktionen} {ein}.",
    "{gegen den Iran} {verhängte} {Norwegen} {Sanktionen} {ein}.",
    "Am Freitag {verhängte} {Norwegen} {gegen den Iran} {Sanktionen} {ein}.",
    "{Norwegen} {hat} {gegen den Iran} {Sanktionen} {verhängt}.",
    "Nachdem {Norwegen} {gegen den Iran} {Sanktionen} {verhängt} hatte{n}, fielen die Preise.",
]
NOUN_FIRST = [
    "{Norwegen} {verhängte} {Sanktionen} {gegen den Iran} {ein}.",
    "Im Juni {hat} {Norwegen} {Sanktionen} {gegen den Iran} {verhängt}.",
    "{Sanktionen} {gegen den Iran} {verhängte} {Norwegen} erst im Juni {ein}.",
]
PREPOSITIONAL = [light for light in LIGHT if light.recipient != "dem Iran"]


def told_of(read: Read, form: str, noun: Noun, actor: Party, recipient: Party) -> tuple[str, set[str], str]:
    """The sentence, what was read, and what it claims."""
    ending = "en" if noun.plural else "e"
    words = of_parties(actor, recipient)
    words |= {"der": noun.article, "Angriff": noun.name, "auf den Iran": words[noun.recipient]}
    words |= {"norwegische": actor.adjective + ending, "US": actor.word, "-n": ending[1:], "-en": "en" if noun.plural else ""}
    text = filled(form, words)
    return text, acts(read(text)), f"{actor.name} {noun.relation} {recipient.name}"


@pytest.mark.parametrize(("form", "noun"), cases(OF_AGENT, NOUNS))
def test_a_noun_tells_its_act(read: Read, form: str, noun: Noun) -> None:
    for actor, recipient, _ in stories(noun.name):
        text, found, expected = told_of(read, form, noun, actor, recipient)
        assert found == {expected}, text


@pytest.mark.parametrize(("form", "noun"), cases([BEFORE], NOUNS))
def test_a_genitive_before_the_noun_acts(read: Read, form: str, noun: Noun) -> None:
    for actor, (_, recipient, _) in zip(NEUTER[len(noun.name) :], stories(noun.name), strict=False):
        text, found, expected = told_of(read, form, noun, actor, recipient)
        assert found == {expected}, text


@pytest.mark.parametrize(("form", "noun"), cases([DRAWN], COMPOUNDING))
def test_the_first_part_of_a_compound_acts(read: Read, form: str, noun: Noun) -> None:
    for (short, name), (_, recipient, _) in zip(SHORT.items(), stories(noun.name, 3), strict=True):
        text, found, expected = told_of(read, form, noun, Party(name, word=short), recipient)
        assert found == {expected}, text


@pytest.mark.parametrize(("form", "noun"), [*cases(DURCH, [*OF_PATIENT, *NOUNS[:3]]), *cases(ADJECTIVE, OF_PATIENT)])
def test_a_noun_with_its_patient_as_genitive_tells_its_act(read: Read, form: str, noun: Noun) -> None:
    for actor, recipient, _ in stories(noun.name):
        text, found, expected = told_of(read, form, noun, actor, recipient)
        assert found == {expected}, text


@pytest.mark.parametrize(("form", "light"), [*cases(LIGHTLY, LIGHT), *cases(NOUN_FIRST, PREPOSITIONAL)])
def test_a_light_verb_tells_what_the_verb_of_its_noun_tells(read: Read, form: str, light: Light) -> None:
    for actor, recipient, _ in stories(light.name):
        words = of_parties(actor, recipient)
        verb, _, rest = light.verb.partition(" ")
        plain = filled(f"{{Norwegen}} {past(verb, actor)} {rest}.", words)
        words |= {"gegen den Iran": words[light.recipient], "verhängte": past(light.past, actor), "Sanktionen": light.noun}
        text = filled(form, words | {"ein": light.particle, "verhängt": light.participle})
        assert acts(read(plain)) == {f"{actor.name} {light.relation} {recipient.name}"}, plain
        assert acts(read(text)) == acts(read(plain)), text
