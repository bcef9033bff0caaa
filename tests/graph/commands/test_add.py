"""`add` and `watch`: addresses like files, only what is new, and nothing lost when something fails."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from graph.cli import main
from graph.commands import options
from graph.commands.add import watched
from graph.commands.options import settings
from tests.graph.reading.making import MORE, TEXT, page, pdf
from tests.hosts import Host, Says, host


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A host with a feed of one page, which may be fetched from."""
    monkeypatch.setenv("DEPESCHE_FETCH_PRIVATE", "on")
    monkeypatch.setenv("DEPESCHE_FETCH_DELAY", "0")
    with host({"/1": Says(page(TEXT, MORE), headers={"ETag": '"1"'})}) as running:
        running.pages["/feed"] = feed(running, "/1")
        yield running


def feed(running: Host, *paths: str) -> Says:
    items = "".join(f"<item><link>{running.at(path)}</link></item>" for path in paths)
    return Says(f'<rss version="2.0"><channel><title>B</title>{items}</channel></rss>'.encode(), "application/rss+xml")


def test_files_and_addresses_are_added_alike(here: Host, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([[TEXT]]))
    done = run("add", tmp_path / "a.pdf", here.at("/1"), "--store", tmp_path / "store")
    assert (done.exit_code, done.stderr.splitlines()[-1].split(";")[0]) == (0, "2 articles added")
    again = run("add", tmp_path / "a.pdf", here.at("/1"), "--store", tmp_path / "store")
    assert f"{here.at('/1')}: unchanged since the last visit" in again.stderr
    assert "0 articles added, 1 already there" in again.stderr


def test_this_machine_is_not_fetched_from_by_default(here: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEPESCHE_FETCH_PRIVATE")
    done = run("add", here.at("/1"), "--store", tmp_path / "store")
    assert (done.exit_code, here.asked) == (1, [])
    assert "fetch_private = on allows it" in done.stderr


def test_an_address_can_be_tried_without_a_store(here: Host) -> None:
    done = run("extract", here.at("/1"), "--format", "table")
    assert done.exit_code == 0 and "Nein aus Teheran · Morgenblatt, 2024-06-03" in done.stdout


def test_watching_once_reads_what_is_new(here: Host, tmp_path: Path) -> None:
    assert "1 article added" in run("watch", here.at("/feed"), "--once", "--store", tmp_path / "store").stderr
    here.pages |= {"/2": Says(page(MORE, TEXT, title="Zwei")), "/feed": feed(here, "/1", "/2")}
    assert "1 article added" in run("watch", here.at("/feed"), "--once", "--store", tmp_path / "store").stderr


def test_watching_goes_on_when_a_page_fails_and_tries_it_again(here: Host, tmp_path: Path) -> None:
    here.pages["/feed"] = feed(here, "/1", "/late")
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        here.pages["/late"] = Says(page(MORE, TEXT, title="Spät"))

    chosen = settings(store=tmp_path / "store")
    assert watched(chosen, [here.at("/feed")], every=900, rounds=2, sleep=sleep) == []
    assert slept == [900]
    assert "articles   2" in run("info", "--store", tmp_path / "store").stdout


def test_a_failure_ends_with_1_once(here: Host, tmp_path: Path) -> None:
    done = run("watch", here.at("/nowhere"), "--once", "--store", tmp_path / "store")
    assert (done.exit_code, f"{here.at('/nowhere')}: is not there (status 404)" in done.stderr) == (1, True)


def test_files_cannot_be_watched(tmp_path: Path) -> None:
    done = run("watch", tmp_path / "a.xml", "--once")
    assert (done.exit_code, "only addresses can be watched; `depesche add` reads files" in done.stderr) == (2, True)


def test_a_cluster_and_processes_are_not_asked_for_at_once(tmp_path: Path) -> None:
    done = run("add", tmp_path, "--workers", 2, "--dask", "tcp://127.0.0.1:1", "--store", tmp_path / "store")
    assert (done.exit_code, "give either --workers or --dask" in done.stderr) == (2, True)


def test_the_bar_tells_how_many_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(options, "Console", lambda **_: Console(file=stream, force_terminal=True, width=100))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with options.progress("adding", 3) as step:
        for _ in range(4):  # more than was expected
            step()
    assert re.search(r"adding .*4/4\S* \d+\.\d/s .*0:00:00", stream.getvalue())


def test_what_was_fetched_is_remembered_only_when_it_is_stored(
    here: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Iterator[object]:
        raise KeyboardInterrupt
        yield

    with monkeypatch.context() as patch:
        patch.setattr("graph.pipeline.add", broken)
        run("add", here.at("/1"), "--store", tmp_path / "store")
    assert "1 article added" in run("add", here.at("/1"), "--store", tmp_path / "store").stderr


def test_a_page_that_changes_is_a_new_version_and_the_old_one_stays(here: Host, tmp_path: Path) -> None:
    run("add", here.at("/1"), "--store", tmp_path / "store")
    here.pages["/1"] = Says(page(TEXT, MORE, "Am Dienstag regnete es."))
    assert "1 article added" in run("add", here.at("/1"), "--store", tmp_path / "store").stderr
    assert "0 articles added, 1 already there" in run("add", here.at("/1"), "--store", tmp_path / "store").stderr
    assert "articles   2" in run("info", "--store", tmp_path / "store").stdout
    assert "no claim changed" in run("diff", here.at("/1"), "--store", tmp_path / "store").stdout


def test_a_removed_page_stays_away_until_it_is_asked_for_anew(here: Host, tmp_path: Path) -> None:
    store = tmp_path / "store"
    run("watch", here.at("/feed"), "--once", "--store", store)
    found = run("ask", "SELECT ?a { ?a a depesche:Article }", "--format", "csv", "--store", store).stdout.split()[1]
    assert run("remove", found, "--store", store).exit_code == 0
    assert "0 articles added" in run("watch", here.at("/feed"), "--once", "--store", store).stderr
    assert "1 article added" in run("add", here.at("/1"), "--anew", "--store", store).stderr
