"""The lexicon: every entry is well-formed and single, and a malformed one is named with its file and line."""

from collections import Counter
from pathlib import Path

import pytest

from graph.errors import DataFileError
from graph.language.lexicon import Lexicon
from graph.language.lexicon_files import load_lexicon
from graph.model import Modality, Stance

FRAME = """
[[frame]]
verb = "liefern"
relation = "AID"
actor = "subject"
recipient = ["dative"]
example = "Norwegen liefert."
"""

GROUPS = """
[[group]]
class = "sailors"
kind = "group"
source_class = "witness"
nouns = '''
Lotse Bootsmann
Heizer
'''
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon("de")


def written(folder: Path, text: str) -> Path:
    (folder / "xx").mkdir()
    (folder / "xx" / "words.toml").write_text(text, encoding="utf-8")
    return folder


def test_there_are_frames_for_every_relation_that_is_an_act(lexicon: Lexicon) -> None:
    acts = {f.relation for f in lexicon.frames}
    assert len(acts) >= 16 and len(lexicon.verbs) >= 500 and len(lexicon.nouns) >= 200


def test_no_frame_stands_twice(lexicon: Lexicon) -> None:
    keys = Counter(
        (
            f.predicate,
            f.is_noun,
            f.light,
            f.reflexive,
            f.relation,
            f.requires,
            f.complement_slot,
            f.complement_heads,
            tuple(sorted(f.kinds)),
        )
        for f in lexicon.frames
        if f.tone is None  # a verb may judge in two ways: sieht es als Fehler, sieht darin einen Fehler
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_frame_has_an_example(lexicon: Lexicon) -> None:
    assert all(f.example for f in lexicon.frames)


def test_frames_that_demand_more_are_tried_first(lexicon: Lexicon) -> None:
    lights = [f.light is not None for f in lexicon.verbs["üben"]]
    assert lights == sorted(lights, reverse=True)


def test_embedding_and_cues_are_typed(lexicon: Lexicon) -> None:
    assert lexicon.embedding_verbs["erwägen"].modality is Modality.POSSIBLE
    assert any(c.stance is Stance.DENIES and c.anaphora for c in lexicon.cues["dementieren"])


def test_a_small_lexicon_is_read(tmp_path: Path) -> None:
    (frame,) = load_lexicon("xx", written(tmp_path, FRAME)).frames
    assert (frame.rule, frame.actor, frame.recipient) == ("frame-aid-liefern", ("subject",), ("dative",))


def test_nouns_of_one_table_share_its_values(tmp_path: Path) -> None:
    groups = load_lexicon("xx", written(tmp_path, GROUPS)).groups
    assert list(groups) == ["Lotse", "Bootsmann", "Heizer"]
    assert {(g.group_class, g.kind, g.source_class) for g in groups.values()} == {("sailors", "group", "witness")}


def test_words_that_only_end_like_a_group_stand_apart(lexicon: Lexicon) -> None:
    assert {"Urkunde", "Suchmaschine"} <= lexicon.no_groups
    assert lexicon.no_groups.isdisjoint(lexicon.groups)


def test_nouns_for_groups_are_nouns(lexicon: Lexicon) -> None:
    assert [noun for noun in lexicon.groups if not (noun[0].isupper() and noun.replace("-", "").isalnum())] == []


@pytest.mark.parametrize(
    ("spoiled", "said"),
    [
        (FRAME.replace("AID", "HELP"), r"words\.toml:2: .*unknown relation 'HELP'"),
        (FRAME + FRAME.replace('relation = "AID"\n', ""), r"words\.toml:9: .*lacks 'relation'"),
        (FRAME.replace('"subject"', "3"), r"words\.toml:2: .*not a list of words"),
        (GROUPS + GROUPS, r"words\.toml:11: group: 'Lotse' stands twice"),
        (GROUPS.replace('"group"', '"crew"'), r"words\.toml:2: .*'crew' is not a valid Kind"),
        (GROUPS.replace('class = "sailors"', ""), r"words\.toml:2: .*lacks 'class'"),
        ("[[wheel]]\nname = 1\n", r"words\.toml:1: unknown table 'wheel'"),
        ("[[frame\n", r"words\.toml: not TOML"),
    ],
)
def test_a_malformed_entry_is_named_with_its_line(tmp_path: Path, spoiled: str, said: str) -> None:
    with pytest.raises(DataFileError, match=said):
        load_lexicon("xx", written(tmp_path, spoiled))


def test_a_language_without_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no lexicon"):
        load_lexicon("yy", tmp_path)
