"""Reporting: however a text says who says it, the claim and its chain of sources are the same."""

import pytest

from .words import TRANSITIVE, VERBS, Read, Verb, cases, wrong

ASSERTED = [
    "{Schweden} sagte{-n}, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "{Schweden} sagte{-n}, dass {Norwegen} {den Iran} {angegriffen} {habe}.",
    "{Schweden} sagte{-n}, {Norwegen} {habe} {den Iran} {angegriffen}.",
    "{Norwegen} {habe} {den Iran} {angegriffen}, sagte{-n} {Schweden}.",
    "{Norwegen} {habe} {den Iran} {angegriffen}, teilte{-n} {Schweden} mit.",
    "{Norwegen} {habe}, sagte{-n} {Schweden}, {den Iran} {angegriffen}.",
    "{Norwegen}, sagte{-n} {Schweden}, {habe} {den Iran} {angegriffen}.",
    "Laut {dem Schweden} {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {hat} laut {dem Schweden} {den Iran} {angegriffen}.",
    "{dem Schweden} zufolge {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {hat} {dem Schweden} zufolge {den Iran} {angegriffen}.",
    "Nach Angaben {Schwedens} {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {hat} nach Angaben {Schwedens} {den Iran} {angegriffen}.",
    "Wie {Schweden} berichtete{-n}, {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {hat}, wie {Schweden} berichtete{-n}, {den Iran} {angegriffen}.",
    "{Norwegen} {hat} {den Iran} {angegriffen}, so {Schweden}.",
    "{Schweden} erklärte{-n}: „{Norwegen} {hat} {den Iran} {angegriffen}.“",
    "„{Norwegen} {hat} {den Iran} {angegriffen}“, erklärte{-n} {Schweden}.",
    "In einer Mitteilung {Schwedens} heißt es, {Norwegen} {habe} {den Iran} {angegriffen}.",
]
PASSIVES = [
    "{Schweden} meldete{-n}, {der Iran} sei {von Norwegen} {angegriffen} worden.",
    "Am Freitag meldete{-n} {Schweden}, dass {der Iran} {von Norwegen} {angegriffen} worden ist.",
    "Laut {dem Schweden} ist {der Iran} {von Norwegen} {angegriffen} worden.",
]
DENIED = [
    "{Schweden} bestritt{-en}, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "{Schweden} dementierte{-n}, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "{Schweden} dementierte{-n}, {Norwegen} {habe} {den Iran} {angegriffen}.",
    "{Schweden} wies{-en} die Behauptung zurück, {Norwegen} {habe} {den Iran} {angegriffen}.",
    "{Schweden} wies{-en} zurück, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "{Schweden} {-hat} bestritten, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "{Schweden} stellte{-n} in Abrede, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Dass {Norwegen} {den Iran} {angegriffen} {hat}, bestritt{-en} {Schweden}.",
]
HEARSAY = [
    "{Norwegen} {soll} {den Iran} {angegriffen} haben.",
    "{den Iran} {soll} {Norwegen} {angegriffen} haben.",
    "Am Freitag {soll} {Norwegen} {den Iran} {angegriffen} haben.",
    "{Norwegen} {hat} angeblich {den Iran} {angegriffen}.",
    "Angeblich {hat} {Norwegen} {den Iran} {angegriffen}.",
    "Mutmaßlich {hat} {Norwegen} {den Iran} {angegriffen}.",
]
HEARSAY_PASSIVE = [
    "{der Iran} soll {von Norwegen} {angegriffen} worden sein.",
    "{der Iran} wurde angeblich {von Norwegen} {angegriffen}.",
]
STANCES = {
    "{Schweden} behauptete{-n}, {Norwegen} {habe} {den Iran} {angegriffen}.": "alleges",
    "{Norwegen} {habe} {den Iran} {angegriffen}, behauptete{-n} {Schweden}.": "alleges",
    "{Schweden} bestätigte{-n}, dass {Norwegen} {den Iran} {angegriffen} {hat}.": "confirms",
    "Wie {Schweden} bestätigte{-n}, {hat} {Norwegen} {den Iran} {angegriffen}.": "confirms",
    "{Schweden} bezweifelte{-n}, dass {Norwegen} {den Iran} {angegriffen} {hat}.": "doubts",
}
RUNNING = [
    "{Schweden} erklärte{-n}, die Lage sei ernst. {Norwegen} {habe} {den Iran} {angegriffen}.",
    "{Schweden} erklärte{-n}, die Lage sei ernst. Am Freitag {habe} {Norwegen} {den Iran} {angegriffen}.",
    "{Schweden} erklärte{-n}, die Lage sei ernst. Die Preise seien gestiegen. {Norwegen} {habe} {den Iran} {angegriffen}.",
    "Die Lage sei ernst, sagte{-n} {Schweden}. {den Iran} {habe} {Norwegen} {angegriffen}.",
    "Laut {dem Schweden} ist die Lage ernst. {Norwegen} {habe} {den Iran} {angegriffen}.",
]
CHAINS = [
    "Reuters meldet unter Berufung auf {den Schweden}, {Norwegen} {habe} {den Iran} {angegriffen}.",
    "Reuters meldet unter Berufung auf {den Schweden}, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Laut Reuters unter Berufung auf {den Schweden} {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {hat} {den Iran} {angegriffen}, meldet Reuters unter Berufung auf {den Schweden}.",
    "Wie Reuters unter Berufung auf {den Schweden} meldet, {hat} {Norwegen} {den Iran} {angegriffen}.",
    "Reuters meldet, dass {Schweden} erklärt {-hat}, {Norwegen} {habe} {den Iran} {angegriffen}.",
    "Laut Reuters sagte{-n} {Schweden}, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Laut Reuters {hat} {Norwegen} nach Angaben {Schwedens} {den Iran} {angegriffen}.",
]


@pytest.mark.parametrize(("form", "verb"), cases(ASSERTED, VERBS))
def test_every_way_to_name_a_source_names_it(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "{Schweden} asserts") == []


@pytest.mark.parametrize(("form", "verb"), cases(PASSIVES, TRANSITIVE))
def test_a_source_speaks_in_the_passive_too(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "{Schweden} asserts") == []


@pytest.mark.parametrize(("form", "verb"), cases(DENIED, VERBS))
def test_a_denial_is_the_stance_of_whoever_denies(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "{Schweden} denies") == []


@pytest.mark.parametrize(("form", "verb"), [*cases(HEARSAY, VERBS), *cases(HEARSAY_PASSIVE, TRANSITIVE)])
def test_hearsay_has_a_nameless_source(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "- alleges") == []


@pytest.mark.parametrize(("form", "verb"), cases(STANCES, VERBS))
def test_the_word_of_saying_gives_the_stance(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "{Schweden} " + STANCES[form]) == []


@pytest.mark.parametrize(("form", "verb"), cases(RUNNING, VERBS))
def test_konjunktiv_keeps_the_source_of_the_sentence_before(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "{Schweden} asserts") == []


@pytest.mark.parametrize(("form", "verb"), cases(CHAINS, VERBS))
def test_a_chain_is_one_chain_in_every_form(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb, "Reuters asserts; {Schweden} asserts") == []
