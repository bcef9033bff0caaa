"""A chain names each party once for what it says."""

from graph.extraction.chains import without_echo
from graph.model import Entity, Kind, Party, Span, Stance, Step

NATO, OSLO = (Party(Entity(name, Kind.ORGANISATION), Span(0, 1)) for name in ("NATO", "Oslo"))


def test_who_says_the_same_once_more_adds_no_step() -> None:
    once = Step(NATO, Stance.ASSERTS, False)
    assert without_echo((once, once)) == (once,)


def test_other_parties_stances_and_the_unnamed_stay() -> None:
    asserts, denies, unnamed = (
        Step(NATO, Stance.ASSERTS, False),
        Step(NATO, Stance.DENIES, False),
        Step(None, Stance.ASSERTS, True),
    )
    other = Step(OSLO, Stance.ASSERTS, False)
    chain = (asserts, denies, other, asserts, unnamed, unnamed)
    assert without_echo(chain) == chain
