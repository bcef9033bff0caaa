"""Order: what stands first, what is inserted and on what a clause hangs do not change who does what to whom."""

import pytest

from .parties import stories
from .words import VERBS, Read, Verb, bare, cases, sentence, wrong

FORE_FIELD = [
    "{Norwegen} {griff} {den Iran} {an}.",
    "{den Iran} {griff} {Norwegen} {an}.",
    "Am Freitag {griff} {Norwegen} {den Iran} {an}.",
    "{Norwegen} {griff} {den Iran} am Freitag {an}.",
    "{Norwegen} {griff} am Freitag {den Iran} {an}.",
    "In der Nacht zum Freitag {griff} {Norwegen} {den Iran} {an}.",
    "{den Iran} {hat} {Norwegen} {angegriffen}.",
    "Nach langem Zögern {hat} {Norwegen} {den Iran} {angegriffen}.",
    "Auch {Norwegen} {griff} {den Iran} {an}.",
    "Und {den Iran} {griff} {Norwegen} {an}.",
    "Doch dann {griff} {Norwegen} {den Iran} {an}.",
]
CLAUSES = [
    "Als der Sommer begann, {griff} {Norwegen} {den Iran} {an}.",
    "Weil der Winter nahte, {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Norwegen} {griff}, als der Sommer begann, {den Iran} {an}.",
    "{Norwegen} {hat}, weil der Winter nahte, {den Iran} {angegriffen}.",
    "{Norwegen} {griff} {den Iran} {an}, als der Sommer begann.",
    "Weil {Norwegen} {den Iran} {angriff}, fielen die Preise.",
    "Nachdem {Norwegen} {den Iran} {angegriffen} hatte{n}, fielen die Preise.",
    "Die Preise fielen, weil {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Die Preise fielen, als {Norwegen} {den Iran} {angriff}.",
]
INSERTS = [
    "{Norwegen} (siehe Karte) {griff} {den Iran} {an}.",
    "{Norwegen} {griff} {den Iran} (siehe Karte) {an}.",
    "{Norwegen} – wie so oft im Sommer – {griff} {den Iran} {an}.",
    "{Norwegen}, ein wichtiger Ölproduzent, {griff} {den Iran} {an}.",
    "{Norwegen} {griff} {den Iran}, {einen} wichtigen Ölproduzenten, {an}.",
    "{Norwegen} {griff}, wenig überraschend, {den Iran} {an}.",
]
RELATIVES = [
    "{Norwegen}, {das} {den Iran} {angriff}, {schwieg}.",
    "{Norwegen}, {das} {den Iran} {angegriffen} {hat}, {schwieg}.",
    "{Norwegen}, {das} am Freitag {den Iran} {angriff}, {schwieg}.",
    "{der Iran}, {den} {Norwegen} {angriff}, schwieg.",
    "{der Iran}, {den} {Norwegen} am Freitag {angegriffen} {hat}, schwieg.",
    "Es {war} {Norwegen}, {das} {den Iran} {angriff}.",
    "Es war {der Iran}, {den} {Norwegen} {angegriffen} {hat}.",
]
TOLD = [
    "Es heißt, dass {Norwegen} {den Iran} {angriff}.",
    "Es heißt, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Es heißt, {Norwegen} {habe} {den Iran} {angegriffen}.",
    "Bekannt ist, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
    "Dass {Norwegen} {den Iran} {angriff}, ist bekannt.",
    "Die Menschen wissen, dass {Norwegen} {den Iran} {angegriffen} {hat}.",
]


@pytest.mark.parametrize(("form", "verb"), cases(FORE_FIELD, VERBS))
def test_any_part_may_come_first(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(CLAUSES, VERBS))
def test_a_clause_before_within_or_behind_changes_nothing(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(INSERTS, VERBS))
def test_brackets_and_appositions_change_nothing(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(RELATIVES, VERBS))
def test_a_relative_clause_tells_what_a_main_clause_tells(read: Read, form: str, verb: Verb) -> None:
    assert wrong(read, form, verb) == []


@pytest.mark.parametrize(("form", "verb"), cases(TOLD, VERBS))
def test_a_dass_clause_tells_what_a_main_clause_tells(read: Read, form: str, verb: Verb) -> None:
    for actor, recipient, _ in stories(verb.name):
        text = sentence(form, verb, actor, recipient)
        assert bare(read(text)) == {f"{actor.name} {verb.relation} {recipient.name}"}, text


@pytest.mark.parametrize("verb", VERBS)
def test_two_acts_joined_are_the_same_as_two_sentences(read: Read, verb: Verb) -> None:
    for actor, recipient, source in stories(verb.name):
        one = sentence("{Norwegen} {griff} {den Iran} {an}.", verb, actor, recipient)
        other = sentence("{Norwegen} {hat} {den Iran} {angegriffen}.", verb, source, recipient)
        apart = bare(read(one)) | bare(read(other))
        assert bare(read(f"{one} {other}")) == bare(read(f"{other} {one}")) == apart
