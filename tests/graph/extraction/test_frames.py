"""Every frame reads its own example and leaves its counter-example alone."""

import pytest

from graph.extraction.reader import Reader
from graph.language.lexicon import Frame
from graph.model import Article


def told(reader: Reader, text: str) -> set[tuple[str, str]]:
    return {(c.rule, c.relation) for c in reader.read(Article(text=text)).claims}


def fires(reader: Reader, frame: Frame) -> bool:
    """Its own rule, or another frame's for the same relation that demands more."""
    return any(rule == frame.rule or relation == frame.relation for rule, relation in told(reader, frame.example))


@pytest.mark.slow
def test_every_frame_reads_its_example(reader: Reader) -> None:
    assert [f"{f.rule}: {f.example}" for f in reader.lexicon.frames if not fires(reader, f)] == []


@pytest.mark.slow
def test_no_frame_fires_on_its_counter_example(reader: Reader) -> None:
    wrong = [f for f in reader.lexicon.frames if f.against and f.rule in {rule for rule, _ in told(reader, f.against)}]
    assert [f"{f.rule}: {f.against}" for f in wrong] == []


def test_a_refusal_of_a_matter_is_toward_nobody_but_needs_its_matter(reader: Reader) -> None:
    assert told(reader, "Norwegen stellte sich gegen das Gesetz.") == {("frame-reject-stellen", "REJECT")}
    assert told(reader, "Norwegen stimmte gegen das Sparpaket.") == {("frame-reject-stimmen", "REJECT")}
    assert told(reader, "Norwegen hat sich das Ziel gestellt, den Handel zu senken.") == set()
    assert told(reader, "Norwegen stimmte für ein Gesetz, das den Handel erleichtert.") == set()


def test_a_measure_called_bad_is_criticised_though_nobody_is_named_for_it(reader: Reader) -> None:
    assert told(reader, "Norwegen stufte das Gesetz als rechtswidrig ein.") == {("frame-accuse-einstufen-bad", "ACCUSE")}
    assert told(reader, "Norwegen nannte das Buch einen Fehler.") == set()
    assert told(reader, "Norwegen nannte die Entscheidung einen Erfolg.") == set()


def test_by_whom_is_demanded_in_a_passive_is_not_who_is_asked(reader: Reader) -> None:
    claims = reader.read(Article(text="Von der NATO wird der Rücktritt gefordert.")).claims
    assert [(c.actor.entity.name, c.recipient) for c in claims if c.actor is not None] == [("NATO", None)]


def test_who_is_taken_to_court_is_accused_but_a_case_is_only_brought_there(reader: Reader) -> None:
    person = told(reader, "Norwegen brachte Anna Berg vor den Internationalen Gerichtshof.")
    case = told(reader, "Norwegen brachte den Fall vor den Internationalen Gerichtshof.")
    assert {relation for _, relation in person} == {"ACCUSE"}
    assert {relation for _, relation in case} == {"REQUEST"}
