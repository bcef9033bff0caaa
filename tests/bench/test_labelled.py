"""Labelled dispatches: what a file holds, what in it is badly written, and which read claims count as right."""

from pathlib import Path

import pytest

from bench.labelled import FOLDER, Judgement, Tally, judge, total
from bench.labelled_match import alike
from bench.labelled_text import Dispatch, dispatch
from graph.model import Claim, Entity, Kind, Modality, Party, Span, Stance, Step

TEXT = "Ayland beliefert laut Radio Nord Beland.\n\nCeland traf Deland."


def written(folder: Path, labels: str, names: str = "", text: str = TEXT) -> Dispatch:
    file = folder / "one.txt"
    file.write_text(f"published: 2024-05-03\n\n{text}\n---\n{labels}\n---\n{names}\n", encoding="utf-8")
    return dispatch(file)


def party(name: str) -> Party:
    return Party(Entity(name, Kind.STATE))


def claim(
    actor: str, relation: str, recipient: str, *sources: tuple[str, Stance], sentence: int = 0, negated: bool = False
) -> Claim:
    place = Span(42, 60) if sentence else Span(0, 40)
    steps = tuple(Step(party(name), stance) for name, stance in sources)
    return Claim(place, place, relation, party(actor), party(recipient), "test", negated=negated, attribution=steps)


def tallies(given: Dispatch, *claims: Claim) -> dict[str, Tally]:
    return judge(given, claims).tallies


def test_a_file_holds_a_text_its_labels_and_other_names(tmp_path: Path) -> None:
    labels = "? 0 Ayland AID - (intended; not; Radio Nord asserts; zwei Beamte denies)\n1 Celand CONSULT Deland"
    given = written(tmp_path, labels, "Ayland = Ay, Aystadt")
    first, second = given.labels
    assert (first.modality, first.negated, first.optional) == (Modality.INTENDED, True, True)
    assert first.chain == (("Radio Nord", "asserts"), ("zwei Beamte", "denies"))
    assert (second.sentence, second.actor, second.relation, second.recipient) == (1, "Celand", "CONSULT", "Deland")
    assert given.names == {"Ayland": ("Ay", "Aystadt")}
    assert [given.article.text[at : at + 6] for at in given.starts] == ["Ayland", "Celand"]
    assert "\n\n" in given.article.text


@pytest.mark.parametrize(
    ("labels", "names", "complaint"),
    [
        ("0 Ayland HELPS Beland", "", r"one\.txt:7: no claim of one of 2 sentences: 0 Ayland HELPS"),
        ("2 Ayland AID Beland", "", r"one\.txt:7: no claim of one of 2 sentences: 2 Ayland"),
        ("0 Ayland AID Beland (maybe)", "", r"one\.txt:7: neither modality nor `not`.*: maybe"),
        ("0 Ayland AID Beland", "Efland = Ef", r"one\.txt:9: no other names of a party.*: Efland = Ef"),
    ],
)
def test_what_is_badly_written_is_told_with_its_line(tmp_path: Path, labels: str, names: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        written(tmp_path, labels, names)


def test_a_file_without_its_parts_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "two.txt"
    file.write_text("published: 2024-05-03\n\nAyland schweigt.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"two\.txt:1: wants"):
        dispatch(file)


def test_a_right_claim_is_found_in_full(tmp_path: Path) -> None:
    given = written(tmp_path, "0 Ayland AID Beland (Radio Nord asserts)")
    right = claim("Ayland", "AID", "Beland", ("Radio Nord", Stance.ASSERTS))
    assert tallies(given, right) == {"full": Tally(1), "strict": Tally(1), "sourced": Tally(1)}


def test_a_wrong_source_is_found_strictly_only(tmp_path: Path) -> None:
    given = written(tmp_path, "0 Ayland AID Beland (Radio Nord asserts)")
    wrong = claim("Ayland", "AID", "Beland", ("Radio Nord", Stance.DENIES))
    assert tallies(given, wrong) == {"full": Tally(0, 1, 1), "strict": Tally(1), "sourced": Tally(0, 1, 1)}


def test_only_reciprocal_acts_may_be_told_in_either_order(tmp_path: Path) -> None:
    given = written(tmp_path, "1 Celand CONSULT Deland\n0 Ayland AID Beland")
    claims = claim("Deland", "CONSULT", "Celand", sentence=1), claim("Beland", "AID", "Ayland")
    assert tallies(given, *claims)["strict"] == Tally(1, 1, 1)


def test_a_claim_belongs_to_its_sentence(tmp_path: Path) -> None:
    given = written(tmp_path, "0 Celand CONSULT Deland")
    assert tallies(given, claim("Celand", "CONSULT", "Deland", sentence=1))["strict"] == Tally(0, 1, 1)


def test_an_optional_claim_counts_neither_way(tmp_path: Path) -> None:
    given = written(tmp_path, "? 0 Ayland AID Beland")
    assert tallies(given)["full"] == tallies(given, claim("Ayland", "AID", "Beland"))["full"] == Tally()


def test_of_two_that_fit_the_required_and_the_agreeing_are_paired(tmp_path: Path) -> None:
    given = written(tmp_path, "? 0 Ayland AID Beland\n0 Ayland AID Beland (not)")
    both = claim("Ayland", "AID", "Beland"), claim("Ayland", "AID", "Beland", negated=True)
    assert tallies(given, *both)["full"] == Tally(1)
    assert tallies(given, both[1])["full"] == Tally(1)


def test_errors_tell_the_sentence_what_was_expected_and_what_was_read(tmp_path: Path) -> None:
    given = written(tmp_path, "0 Ayland AID Beland (Radio Nord asserts)")
    assert list(judge(given, [claim("Ayland", "AID", "Efland")]).errors()) == [
        "Ayland beliefert laut Radio Nord Beland.",
        "  expected Ayland AID Beland (Radio Nord asserts)",
        "  read     Ayland AID Efland   [test]",
    ]


@pytest.mark.parametrize(
    ("told", "known", "same"),
    [
        ("der russischen Marine", "russische Marine", True),
        ("Recep Erdoğan", "Recep Erdogan", True),
        ("Vertraute", "ein Vertrauter", True),
        ("Iran", "Irak", False),
        ("iranische Beamte", "zwei iranische Beamte", True),
        ("Beamte", "Drei Beamte", False),  # a name, by its capital: it must be told whole
        ("", "Iran", False),
    ],
)
def test_names_are_the_same_but_for_endings(told: str, known: str, same: bool) -> None:
    assert alike(told, known) is same


def test_tallies_of_several_dispatches_add_up(tmp_path: Path) -> None:
    judged = [Judgement(written(tmp_path, "0 Ayland AID Beland"), (), {}, {})] * 2
    assert total(judged)["full"] == Tally(0, 2, 0)
    assert Tally(1, 1, 1).f1 == 0.5 and Tally().f1 == 0


def test_every_dispatch_of_ours_is_well_written() -> None:
    given = [dispatch(file) for file in sorted(FOLDER.glob("*.txt"))]
    required = [label for one in given for label in one.labels if not label.optional]
    assert len(given) >= 60
    assert sum(bool(label.chain) for label in required) >= len(required) / 4
    assert all(len(set(one.labels)) == len(one.labels) for one in given)
