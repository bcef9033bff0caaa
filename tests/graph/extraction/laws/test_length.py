"""Length: twice the text takes twice the time, and no sentence is too long to be read."""

import gc
import resource
import sys
from collections.abc import Callable
from time import process_time

import pytest

from graph.extraction.reader import Reader
from graph.model import Article, Reading

from .parties import MASCULINE, NEUTER
from .words import VERBS, sentence

FORMS = [
    "{Norwegen} {griff} {den Iran} am Freitag {an}.",
    "Laut {dem Schweden} {hat} {Norwegen} {den Iran} {angegriffen}.",
    "{Schweden} erklärte{-n}, {Norwegen} {habe} {den Iran} {angegriffen}.",
    "{Norwegen} {plant}, {den Iran} {anzugreifen}, obwohl die Preise steigen und der Winter naht.",
]
MEGABYTE = 1024 if sys.platform == "linux" else 1024 * 1024  # in the unit of ru_maxrss


def lines(count: int) -> str:
    """A text of so many sentences of all verbs and states."""
    told = []
    for i in range(count):
        actor, recipient = NEUTER[i % len(NEUTER)], MASCULINE[i % len(MASCULINE)]
        told.append(sentence(FORMS[i % len(FORMS)], VERBS[i % len(VERBS)], actor, recipient))
    return " ".join(told)


def enumeration(words: int) -> str:
    """One sentence that lists states, so many words long."""
    listed = ", ".join(NEUTER[i % len(NEUTER)].name for i in range(words - 5))
    return f"Norwegen kritisierte {listed} und Japan."


def coordination(words: int) -> str:
    """One sentence of main clauses, so many words long."""
    acts = ("lobte", "verklagte", "kritisierte", "boykottierte", "besuchte")
    clauses = (f"{NEUTER[i % 90].name} {acts[i % 5]} {NEUTER[(i + 7) % 90].name}" for i in range(words // 4))
    return " und ".join(clauses) + "."


def subordination(words: int) -> str:
    """One sentence with one long chain of dass-clauses, so many words long."""
    clauses = (f"dass {NEUTER[i % 90].name} {('erklärte', 'meldete')[i % 2]}" for i in range(words // 3))
    return "Norwegen sagte, " + ", ".join(clauses) + ", dass Japan den Iran angriff."


def cost(reader: Reader, text: str, rounds: int = 3) -> float:
    """Seconds of the processor, the best of some rounds; the collector rests, as it would look through what other tests left."""

    def once() -> float:
        gc.collect()
        gc.disable()
        try:
            start = process_time()
            reader.read(Article(text=text))
            return process_time() - start
        finally:
            gc.enable()

    return min(once() for _ in range(rounds))


def read_whole(reader: Reader, text: str) -> Reading:
    return reader.read(Article(text=text))


def test_time_grows_with_the_number_of_sentences(reader: Reader) -> None:
    reader.read(Article(text=lines(200)))  # what is kept from word to word is kept from now on
    assert cost(reader, lines(800), 2) <= 6 * cost(reader, lines(200))


@pytest.mark.parametrize("build", [enumeration, coordination, subordination])
def test_time_grows_with_the_length_of_a_sentence(reader: Reader, build: Callable[[int], str]) -> None:
    assert cost(reader, build(5000), 1) <= 8 * cost(reader, build(1250))


def test_a_long_list_is_read_to_its_end(reader: Reader) -> None:
    found = read_whole(reader, enumeration(90)).claims
    assert {claim.recipient.entity.name for claim in found if claim.recipient} >= {NEUTER[0].name, NEUTER[40].name, "Japan"}


def test_the_same_paragraph_again_gives_the_same_claims_again(reader: Reader) -> None:
    once, many = read_whole(reader, lines(40)).claims, read_whole(reader, f"{lines(40)} " * 5).claims
    assert len(many) == 5 * len(once)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_book_is_read_within_little_memory(reader: Reader) -> None:
    text = lines(200_000 // 8)
    assert len(text.split()) > 200_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(read_whole(reader, text).claims) > 10_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600 * MEGABYTE


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_book_takes_as_long_as_its_chapters_do(reader: Reader) -> None:
    reader.read(Article(text=lines(200)))
    assert cost(reader, lines(200_000 // 8), 1) <= 6 * cost(reader, lines(50_000 // 8), 1)
