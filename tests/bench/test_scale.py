"""What grows when a store is measured: articles told again are alike on every run, differ from each other, and share parties."""

import json
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from bench import scale
from bench.recording import recorded
from bench.replay import Replay
from graph.extraction.gazetteer import Gazetteer
from graph.identity import article_key
from graph.model import Claim
from graph.reading.likeness import likeness, prints


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the reader makes of the example dispatches."""
    file = tmp_path_factory.mktemp("recorded") / "recording.jsonl"
    recorded(file, corpus=file.parent / "no-corpus.jsonl")
    return file


@pytest.fixture(scope="module")
def replay(recording: Path) -> Replay:
    return Replay(recorded(recording), Gazetteer.load())


def test_the_same_number_is_the_same_article(replay: Replay) -> None:
    assert list(replay.readings(5, start=40)) == list(islice(replay.readings(100), 40, 45))


def test_no_article_is_told_twice(replay: Replay) -> None:
    assert len({article_key(each.article) for each in replay.readings(500)}) == 500


def test_words_stand_where_they_stood(replay: Replay) -> None:
    for told in replay.readings(100):
        assert all(sentence.span.end <= len(told.article.text) for sentence in told.sentences)
        assert all(claim.evidence.of(told.article.text).strip() for claim in told.claims)
    assert {len(told.article.text) for told in replay.readings(100)} <= {len(each.article.text) for each in replay.recorded}


def test_a_few_edges_are_told_often_and_most_once(replay: Replay) -> None:
    told = Counter(edge(claim) for each in replay.readings(800) for claim in each.claims)
    most, once = told.most_common(1)[0][1], sum(count == 1 for count in told.values())
    assert most > 10 and once > len(told) / 2


def edge(claim: Claim) -> tuple[object, ...]:
    proposition = claim.proposition
    return proposition.relation, proposition.actor, proposition.recipient


def test_some_are_reprints_and_all_others_are_not(replay: Replay) -> None:
    told = list(replay.readings(200))
    runs = [prints(reading.article.text).runs for reading in told]
    pairs = [(one, other) for one in range(len(told)) for other in range(one)]
    alike = [(told[one], told[other]) for one, other in pairs if likeness(runs[one], runs[other]).is_reprint]
    assert 15 < len({article_key(one.article) for one, _ in alike}) < 60
    assert any(one.article.text == other.article.text for one, other in alike)
    assert any(one.article.text != other.article.text for one, other in alike)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_small_store_is_measured_from_end_to_end(recording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures, place = tmp_path / "figures.json", tmp_path / "place"
    place.mkdir()
    given = ["--articles", "40", "--rounds", "1", "--recording", recording, "--folder", place, "--json", figures]
    assert scale.main([str(each) for each in given]) == 0
    (size,) = json.loads(figures.read_text(encoding="utf-8"))
    assert size["articles"] == 40 and size["quads"] > 4000
    assert all(size[name] > 0 for name in ("load", "engine", "ratio", "memory", "more"))
    assert size["asks"]["disputes"] is not None
    assert "times the engine's" in capsys.readouterr().out
    assert not list(place.iterdir()), "nothing is left behind"
