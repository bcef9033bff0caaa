"""Versions compared: what was added, dropped, hardened or softened, and what only moved."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from graph.asking.revisions import ChangeKind, compare
from graph.model import Claim, Modality, Stance
from tests.factory import article, claim, entity, party, reading, step
from tests.strategies import readings


def changes(before: Sequence[Claim], after: Sequence[Claim]) -> list[tuple[str, tuple[str, ...]]]:
    first, second = reading(article(), before), reading(article(title="Neu"), after)
    return [(change.kind.value, change.reasons) for change in compare(first, second)]


ALLEGED = claim(attribution=[step(stance="alleges")])
SAID = claim(attribution=[step()])
UNNAMED = claim(attribution=[step(party(entity("ein Beamter", "group", local=True)), anonymous=True)])


@pytest.mark.parametrize(
    ("softer", "harder", "reason"),
    [
        (claim(modality=Modality.POSSIBLE), claim(modality=Modality.INTENDED), "possible → intended"),
        (claim(modality=Modality.INTENDED), claim(), "intended → actual"),
        (ALLEGED, SAID, "alleges → asserts"),
        (SAID, claim(attribution=[step(stance="confirms")]), "asserts → confirms"),
        (claim(attribution=[step(stance="doubts")]), claim(attribution=[step(stance="denies")]), "doubts → denies"),
        (SAID, claim(), "on somebody's word → in its own voice"),
        (UNNAMED, SAID, "unnamed source → named source"),
    ],
)
def test_claims_harden_one_way_and_soften_the_other(softer: Claim, harder: Claim, reason: str) -> None:
    assert changes([softer], [harder]) == [("hardened", (reason,))]
    back = " → ".join(reversed(reason.split(" → ")))
    assert changes([harder], [softer]) == [("softened", (back,))]


def test_the_weightiest_difference_decides_and_all_are_told() -> None:
    planned = claim(modality=Modality.INTENDED)
    assert changes([planned], [ALLEGED]) == [
        ("hardened", ("intended → actual", "asserts → alleges", "in its own voice → on somebody's word"))
    ]


def test_what_is_new_is_added_and_what_is_gone_is_dropped() -> None:
    other = claim("SANCTION")
    assert changes([SAID], [SAID, other]) == [("added", ())]
    assert changes([SAID, other], [other]) == [("dropped", ())]


def test_a_claim_that_is_now_denied_is_another() -> None:
    assert changes([claim()], [claim(negated=True)]) == [("added", ()), ("dropped", ())]
    assert changes([claim(attribution=[step(stance=Stance.DENIES)])], [claim(negated=True)]) == [
        ("hardened", ("on somebody's word → in its own voice",))
    ]


def test_other_words_other_places_and_other_spellings_are_no_change() -> None:
    moved = claim(actor=party("ARKADIEN"), theme_class=None, rule="de/senden", confidence=0.9)
    assert changes([claim(theme="Getreide")], [moved]) == []


def test_each_claim_meets_one_other() -> None:
    assert changes([SAID, ALLEGED], [ALLEGED, SAID]) == []
    assert changes([SAID, ALLEGED], [SAID]) == [("dropped", ())]
    assert changes([SAID], [SAID, SAID]) == [("added", ())]


@given(readings(), readings())
def test_every_claim_is_accounted_for_once(before: object, after: object) -> None:
    told = compare(before, after)  # type: ignore[arg-type]
    added, dropped = (sum(change.kind is kind for change in told) for kind in (ChangeKind.ADDED, ChangeKind.DROPPED))
    assert len(before.claims) - dropped == len(after.claims) - added  # type: ignore[attr-defined]
    assert compare(before, before) == ()  # type: ignore[arg-type]
