"""Reality: what is only planned, possible, denied, asked or imagined keeps its parties and is never told as done."""

import pytest

from ..conftest import acts
from .parties import stories
from .words import VERBS, Read, Verb, cases, sentence, wrong

INTENDED = [
    "{Norwegen} {will} {den Iran} {angreifen}.",
    "{den Iran} {will} {Norwegen} {angreifen}.",
    "Im Herbst {will} {Norwegen} {den Iran} {angreifen}.",
    "{Norwegen} {wird} {den Iran} {angreifen}.",
    "{Norwegen} {plant}, {den Iran} {anzugreifen}.",
    "{Norwegen} {kündigt} an, {den Iran} {anzugreifen}.",
    "{Norwegen} {hat} angekündigt, {den Iran} {anzugreifen}.",
    "{Norwegen} {hat} vor, {den Iran} {anzugreifen}.",
    "{Norwegen} {beabsichtigt}, {den Iran} {anzugreifen}.",
    "{Norwegen}, {das} {den Iran} {angreifen} {will}, {schwieg}.",
]
POSSIBLE = [
    "{Norwegen} {könnte} {den Iran} {angreifen}.",
    "{Norwegen} {könnte} {den Iran} {angegriffen} haben.",
    "{Norwegen} {dürfte} {den Iran} {angegriffen} haben.",
    "Möglicherweise {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {hat} möglicherweise {den Iran} {angegriffen}.",
    "Vielleicht {hat} {Norwegen} {den Iran} {angegriffen}.",
    "Womöglich {griff} {Norwegen} {den Iran} {an}.",
    "{Norwegen} {erwägt}, {den Iran} {anzugreifen}.",
    "Es ist möglich, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
]
NEGATED = [
    "{Norwegen} {griff} {den Iran} nicht {an}.",
    "{Norwegen} {hat} {den Iran} nicht {angegriffen}.",
    "{den Iran} {hat} {Norwegen} nicht {angegriffen}.",
    "Bislang {hat} {Norwegen} {den Iran} nicht {angegriffen}.",
    "{Norwegen} {hat} {den Iran} nie {angegriffen}.",
    "Nie {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {hat} {den Iran} niemals {angegriffen}.",
    "{Norwegen} {hat} {den Iran} keineswegs {angegriffen}.",
    "{Norwegen} {hat} {den Iran} zu keinem Zeitpunkt {angegriffen}.",
    "{Norwegen} verzichtete{n} darauf, {den Iran} {anzugreifen}.",
    "Es trifft nicht zu, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Es stimmt nicht, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
]
UNREAL = [
    "{hat} {Norwegen} {den Iran} {angegriffen}?",
    "Warum {griff} {Norwegen} {den Iran} {an}?",
    "Wen {hat} {Norwegen} {angegriffen}?",
    "Wer {hat} {den Iran} {angegriffen}?",
    "{wird} {Norwegen} {den Iran} {angreifen}?",
    "Wenn {Norwegen} {den Iran} {angreifen} sollte{n}, steigen die Preise.",
    "Falls {Norwegen} {den Iran} {angegriffen} {hat}, steigen die Preise.",
    "Die Preise steigen, falls {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Sollte{n} {Norwegen} {den Iran} {angreifen}, steigen die Preise.",
    "{hätte} {Norwegen} {den Iran} {angegriffen}, wären die Preise gestiegen.",
    "{Norwegen} {hätte} {den Iran} beinahe {angegriffen}.",
    "Es ist unklar, ob {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Ob {Norwegen} {den Iran} {angegriffen} {hat}, blieb offen.",
]


@pytest.mark.parametrize(("form", "verb"), cases(INTENDED, VERBS))
def test_a_plan_is_the_act_intended(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "intended") == []


@pytest.mark.parametrize(("form", "verb"), cases(POSSIBLE, VERBS))
def test_what_may_be_is_the_act_possible(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "possible") == []


@pytest.mark.parametrize(("form", "verb"), cases(NEGATED, VERBS))
def test_what_did_not_happen_is_the_act_negated(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "not") == []


@pytest.mark.parametrize(("form", "verb"), cases(UNREAL, VERBS))
def test_questions_and_conditions_are_never_actual(read: Read, form: str, verb: Verb) -> None:
    for actor, recipient, _ in stories(verb.name):
        text = sentence(form, verb, actor, recipient)
        assert [told for told in acts(read(text)) if "(" not in told] == [], text
