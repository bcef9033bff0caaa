"""Texts that are one text printed twice, and texts that only tell of one thing."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.commands.serve import examples
from graph.reading.likeness import likeness, prints, resemble, words

DISPATCH = """Arkadien hat am Montag zwölf Schiffe mit Getreide nach Utopien geschickt. Das teilte Minister Hold in der
Hauptstadt mit. Die Schiffe sollen den Hafen von Neustadt in drei Tagen erreichen und dort unter Aufsicht entladen werden.
Utopien hatte seit dem Winter um Hilfe gebeten, nachdem zwei Ernten in Folge ausgefallen waren. Elysium kritisierte die
Lieferung und sprach von einem Bruch des gemeinsamen Abkommens über den Handel mit Lebensmitteln. Eine Sprecherin des
Außenamts in Utopien wies den Vorwurf zurück und nannte ihn durchsichtig. Beobachter rechnen damit, dass der Streit beim
Treffen der drei Regierungen im Herbst zur Sprache kommt. Bis dahin soll ein Ausschuss die Verträge prüfen und den
Parlamenten berichten."""
RIVAL = """Zwölf Frachter mit Getreide sind auf dem Weg von Arkadien nach Utopien. Wie Minister Hold bekanntgab, legten sie
am Montag ab; in drei Tagen werden sie in Neustadt erwartet. In Utopien sind zweimal hintereinander die Ernten
ausgeblieben, das Land bittet seit dem Winter um Unterstützung. Aus Elysium kam Widerspruch: Die Fracht verstoße gegen das
gemeinsame Handelsabkommen, hieß es dort. „Durchsichtig“ sei dieser Vorwurf, entgegnete das Außenamt in Utopien. Im Herbst
wollen die drei Regierungen zusammenkommen; ein Ausschuss soll zuvor die Verträge durchgehen."""


def is_reprint(one: str, other: str) -> bool:
    """Found and confirmed, as the store does it."""
    mine, others = prints(one), prints(other)
    found = not mine.fingerprints.isdisjoint(others.fingerprints) and resemble(mine.least, others.least)
    return found and likeness(mine.runs, others.runs).is_reprint


def cut(share: float) -> str:
    told = DISPATCH.split()
    return " ".join(told[: int(len(told) * share)])


def edited(one_in: int) -> str:
    return " ".join(f"geändert{at}" if at % one_in == one_in - 1 else word for at, word in enumerate(DISPATCH.split()))


@pytest.mark.parametrize(
    "reprint",
    [
        DISPATCH,
        f"Neustadt (dpa) - {DISPATCH}",
        f"{DISPATCH}\n\n(dpa/AFP)",
        DISPATCH.upper(),
        DISPATCH.replace("\n", " ").replace(". ", ".\n\n"),
        f"Ein Streit um Brot.\n\n{cut(0.7)}",
        cut(0.5),
        cut(0.4),
        edited(20),
        edited(10),
        " ".join(reversed([f"{sentence}." for sentence in DISPATCH.replace("\n", " ").split(". ")])),
    ],
    ids=["same", "dateline", "mark", "shouted", "lines", "lead", "half", "two fifths", "one in 20", "one in 10", "reversed"],
)
def test_reprints_are_found(reprint: str) -> None:
    assert is_reprint(DISPATCH, reprint) and is_reprint(reprint, DISPATCH)


@pytest.mark.parametrize(
    "other",
    [
        RIVAL,
        f"{RIVAL} {cut(0.25)}",
        cut(0.2),
        edited(4),
        f"{cut(0.3)} {RIVAL} {RIVAL.replace('Hold', 'Halt').replace('e', 'a')}",
        " ".join(random.Random(7).sample(DISPATCH.split(), len(DISPATCH.split()))),
    ],
    ids=["another report", "a report that quotes it", "a fifth", "one in 4", "a long one that quotes it", "its words shuffled"],
)
def test_what_only_tells_of_the_same_is_none(other: str) -> None:
    assert not is_reprint(DISPATCH, other)


def test_short_texts_are_reprints_only_when_they_are_equal() -> None:
    short = "Arkadien hat am Montag zwölf Schiffe mit Getreide nach Utopien geschickt, teilte Minister Hold mit."
    assert prints(short).fingerprints == frozenset()


def test_of_the_example_dispatches_only_the_reprints_are_taken_for_some() -> None:
    texts = {file.stem: file.read_text(encoding="utf-8").split("---", 2)[2] for file in examples().glob("*.md")}
    pairs = [(one, other) for one in texts for other in texts if one < other and is_reprint(texts[one], texts[other])]
    assert len(texts) > 30
    assert {one.removesuffix("-a") for one, _ in pairs} == {
        "2022-10-19-raketen-zusage", "2023-11-22-waffenruhe", "2024-08-02-austausch-ankara",
    }  # fmt: skip
    assert all(one.removesuffix("-a") == other.removesuffix("-b") for one, other in pairs)


@given(st.text(max_size=400), st.text(max_size=400))
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert likeness(prints(one).runs, prints(other).runs) == likeness(prints(other).runs, prints(one).runs)
    assert prints(one).fingerprints <= prints(one).runs


@given(
    st.lists(st.sampled_from(["ja", "nein", "Getreide", "Hafen", "Schiff", "neu"]), min_size=30, max_size=30),
    st.text(max_size=80),
)
def test_a_run_of_27_words_is_never_overlooked(shared: list[str], around: str) -> None:
    told = " ".join(f"{word}{at}" for at, word in enumerate(shared))
    texts = [f"{around} {around} {told}", f"{told} {' '.join(map(str, range(40)))}"]
    if min(len(words(text)) for text in texts) >= 40:
        assert prints(texts[0]).fingerprints & prints(texts[1]).fingerprints


def test_one_line_again_and_again_is_like_itself() -> None:
    assert is_reprint("Wetter " * 50, "Wetter " * 60)


@given(st.frozensets(st.integers(0, 60), max_size=32), st.frozensets(st.integers(0, 60), max_size=32))
def test_resemblance_is_the_same_from_both_sides(one: frozenset[int], other: frozenset[int]) -> None:
    assert resemble(one, other) == resemble(other, one)
    assert not resemble(one, other - one)
