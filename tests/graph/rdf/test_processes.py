"""Several processes on one store: readers beside a writer, writers one after the other, and any of them killed."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph.errors import StoreBusyError, StoreError
from graph.identity import article_key
from graph.rdf.lock import Holder
from graph.rdf.store import Store

from .children import numbered
from .stores import exported, filled, lines


@contextmanager
def child(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.graph.rdf.children", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_reader_sees_whole_articles_while_a_writer_writes(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with child("read", store.folder, 2) as reader:
        assert said(reader) == "0 0"
        for number in range(20):
            with store.writing() as writer:
                writer.add(numbered(number), "r1")
        seen = [tuple(map(int, line.split())) for line in reader.communicate(timeout=30)[0].splitlines()]
    assert reader.returncode == 0
    assert all(claims == 2 * articles for claims, articles in seen)
    assert [articles for _, articles in seen] == sorted(articles for _, articles in seen)
    assert len({articles for _, articles in seen}) > 2, "the reader saw the store grow"


def test_a_snapshot_stays_as_it_was_whatever_is_written(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [numbered(0)])
    before = store.snapshot()
    for number in range(1, 8):
        with store.writing() as writer:
            writer.add(numbered(number), "r1")
    with store.writing() as writer:
        writer.remove(article_key(numbered(0).article))
    store.rebuild()
    asked = "SELECT ?x { GRAPH ?g { ?x a <http://depesche.localhost/ns#Article> } }"
    assert [row["x"] for row in before.quads.query(asked)] == [store.terms.article(article_key(numbered(0).article))]
    assert len(list(store.snapshot().quads.query(asked))) == 7


def test_the_second_writer_waits_and_says_for_whom(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    waited_for: list[Holder | None] = []
    with child("hold", store.folder) as other:
        assert said(other) == "held"
        with pytest.raises(StoreBusyError, match="“holding”"), store.writing(wait=0):
            pass
        with store.writing("mine", waiting=waited_for.append) as writer:
            writer.add(numbered(1), "r1")
    assert waited_for == [Holder(other.pid, "holding")]
    assert store.articles.count() == 2


@pytest.mark.parametrize("last", [0, 7, 12])
def test_a_killed_writer_leaves_whole_articles_that_agree(tmp_path: Path, last: int) -> None:
    store = Store.create(tmp_path / "s")
    with child("add", store.folder, 5) as other:
        while said(other) != str(last):
            pass
        other.send_signal(signal.SIGKILL)
    with store.writing(wait=5):
        pass
    kept = store.articles.count()
    assert kept >= last // 5 * 5, "all that was flushed is there"
    assert exported(store) == exported(filled(tmp_path / "t", map(numbered, range(kept))))


@pytest.mark.parametrize("step", ["quads", "labels", "sentences", "journal", "revision"])
def test_whatever_step_a_crash_cuts_off_is_mended(tmp_path: Path, step: str) -> None:
    store = filled(tmp_path / "s", [numbered(1), numbered(2)])
    with child("die", store.folder, step) as other:
        assert other.wait(30) == -signal.SIGKILL
    assert store.snapshot().revision >= 2, "readers can open it before it is mended"
    with store.writing(wait=5):
        pass
    expected = filled(tmp_path / "t", [numbered(0), numbered(2)])
    assert exported(store) == exported(expected)
    assert store.revision == store.snapshot().revision == store.labels.revision() == store.sentences.revision()
    assert store.labels.search("Nachbar", 50) == expected.labels.search("Nachbar", 50)
    assert store.sentences.search("Getreide", 50) == expected.sentences.search("Getreide", 50)


def test_a_rebuild_that_was_cut_off_is_made_again(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [numbered(1), numbered(2)])
    before = exported(store)
    with child("die-rebuilding", store.folder) as other:
        assert other.wait(30) == -signal.SIGKILL
    with store.writing(wait=5):
        pass
    assert exported(store) == before
    assert not list(store.folder.glob("quads.*"))


@pytest.mark.parametrize("lost", ["quads", "labels.sqlite", "sentences.sqlite", "REVISION"])
def test_what_can_be_made_anew_may_be_lost(tmp_path: Path, lost: str) -> None:
    store = filled(tmp_path / "s", [numbered(1), numbered(2)])
    before, revision = exported(store), store.revision
    path = store.folder / lost
    if path.is_dir():
        shutil.rmtree(path)
        with pytest.raises(StoreError, match="depesche rebuild"):
            store.snapshot()
    else:
        path.unlink()
    with store.writing() as writer:
        assert not writer.add(numbered(1), "r1").changed
    assert exported(store) == before
    assert store.revision == store.snapshot().revision >= revision
    assert len(store.labels.search("Nachbar")) == 2
    assert store.sentences.search("Getreide").total == 4


def test_quads_of_another_day_are_not_trusted(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [numbered(1)])
    shutil.copytree(store.folder / "quads", tmp_path / "backup")
    with store.writing() as writer:
        writer.add(numbered(2), "r1")
    now = lines(store)
    shutil.rmtree(store.folder / "quads")
    shutil.copytree(tmp_path / "backup", store.folder / "quads")
    with store.writing():
        pass
    assert lines(store) == now


READ_ONLY = """
import os, sys
from pathlib import Path
from graph.errors import StoreError
from graph.rdf.store import Store
from graph.rdf.labels import Labels
folder = Path(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)  # nobody; root may write anything
store = Store.open(folder)
assert store.articles.count() == 1
assert store.labels.search("Arkadien")
assert len(store.snapshot().quads) > 10
try:
    with store.writing():
        print("wrote")
except StoreError as error:
    print(error)
"""


def test_a_folder_that_cannot_be_written_can_be_read() -> None:
    with TemporaryDirectory() as place:  # not pytest's own folder, which lets only its user in
        Path(place).chmod(0o755)
        store = filled(Path(place, "s"), [numbered(1)])
        parts = (store.folder, *store.folder.rglob("*"))
        for path in parts:
            path.chmod(0o555 if path.is_dir() else 0o444)
        command = [sys.executable, "-c", READ_ONLY, str(store.folder)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3], check=False)
        for path in parts:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.returncode == 0, done.stderr
    assert "cannot be written" in done.stdout
