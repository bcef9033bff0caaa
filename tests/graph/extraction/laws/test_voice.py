"""Voice and tense: active and passive, brackets, perfect and preterite, participles tell the same act."""

import pytest

from ..conftest import acts
from .parties import stories
from .words import SEPARABLE, TRANSITIVE, VERBS, Read, Verb, cases, filled, of_parties, wrong

PASSIVE = [
    "{der Iran} wurde {von Norwegen} {angegriffen}.",
    "{der Iran} wurde {durch Norwegen} {angegriffen}.",
    "{von Norwegen} wurde {der Iran} {angegriffen}.",
    "{der Iran} ist {von Norwegen} {angegriffen} worden.",
    "{der Iran} war zuvor {von Norwegen} {angegriffen} worden.",
    "Am Freitag ist {der Iran} {von Norwegen} {angegriffen} worden.",
    "Am Freitag wurde {der Iran} erneut {von Norwegen} {angegriffen}.",
    "{der Iran} wird {von Norwegen} {angegriffen}.",
    "Bekannt ist, dass {der Iran} {von Norwegen} {angegriffen} worden ist.",
    "Nachdem {der Iran} {von Norwegen} {angegriffen} worden war, fielen die Preise.",
    "{der Iran}, der {von Norwegen} {angegriffen} wurde, schwieg.",
]
TENSES = [
    "{Norwegen} {griff} {den Iran} {an}.",
    "{Norwegen} {hat} {den Iran} {angegriffen}.",
    "{Norwegen} hatte{n} {den Iran} {angegriffen}.",
    "Wieder {hat} {Norwegen} {den Iran} {angegriffen}.",
]
BRACKETS = [
    "{Norwegen} {griff} {den Iran} nach langem Streit um den Hafen {an}.",
    "{Norwegen} {griff} {den Iran} am Freitag erneut und ohne Vorwarnung {an}.",
    "Bekannt ist, dass {Norwegen} {den Iran} nach langem Streit um den Hafen {angriff}.",
    "Als {Norwegen} {den Iran} erneut {angriff}, fielen die Preise.",
]
PARTICIPLES = [
    "{der Iran}, {von Norwegen} {angegriffen}, schwieg.",
    "Der {von Norwegen} {angegriffene} {Iran} schwieg.",
    "Der {durch Norwegen} {angegriffene} {Iran} schwieg.",
    "Der am Freitag {von Norwegen} {angegriffene} {Iran} schwieg.",
]
PRESENT = ["{das} {den Iran} {angreifende} {Land} {schwieg}."]
GOODS = [
    "Die {von Norwegen} {an den Iran} {gelieferten} Waffen verschwanden.",
    "Die {von Norwegen} {dem Iran} {gelieferten} Waffen verschwanden.",
    "Die {dem Iran} {von Norwegen} {gelieferten} Waffen verschwanden.",
    "Die Waffen, die {Norwegen} {dem Iran} {geliefert} {hat}, verschwanden.",
    "Die Waffen, die {von Norwegen} {an den Iran} {geliefert} wurden, verschwanden.",
    "{dem Iran} wurden {von Norwegen} Waffen {geliefert}.",
    "{Norwegen}, {das} {dem Iran} Waffen {geliefert} {hat}, {schwieg}.",
    "{der Iran}, dem {Norwegen} Waffen {geliefert} {hat}, schwieg.",
]
GIVING = [
    Verb("AID", "liefern", "lieferte", "geliefert", case="dative"),
    Verb("AID", "schicken", "schickte", "geschickt", case="dative"),
    Verb("AID", "übergeben", "übergab", "übergeben", case="dative"),
    Verb("AID", "spenden", "spendete", "gespendet", case="dative"),
    Verb("COOPERATE", "verkaufen", "verkaufte", "verkauft", case="dative"),
]


@pytest.mark.parametrize(("form", "verb"), cases(PASSIVE, TRANSITIVE))
def test_the_passive_turns_the_sentence_not_the_act(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(TENSES, VERBS))
def test_perfect_and_preterite_are_one_past(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(BRACKETS, SEPARABLE))
def test_a_verb_is_one_however_far_apart_its_parts(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(PARTICIPLES, TRANSITIVE))
def test_a_past_participle_tells_what_the_passive_tells(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(PRESENT, VERBS))
def test_a_present_participle_tells_what_the_active_tells(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(GOODS, GIVING))
def test_goods_that_were_given_tell_of_the_giving(read: Read, form: str, verb: Verb) -> None:
    for actor, recipient, _ in stories(verb.name):
        words = of_parties(actor, recipient) | {"geliefert": verb.participle, "gelieferten": f"{verb.participle}en"}
        active = filled("{Norwegen} {hat} {dem Iran} Waffen {geliefert}.", words)
        assert acts(read(active)) == {f"{actor.name} {verb.relation} {recipient.name}"}, active
        assert acts(read(filled(form, words))) == acts(read(active)), filled(form, words)
