"""The command line as a shell sees it: exit codes, one-line errors, quiet ends, and no waiting for `--help`."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import COMMANDS, main
from graph.errors import UsageError
from tests.stores import example_store


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def heed_interrupts() -> None:
    """Whoever runs the tests in the background ignores SIGINT, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def shell(*arguments: str, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "graph", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "preexec_fn": heed_interrupts, **options}
    return subprocess.Popen(command, **pipes)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_worth_reading(name: str) -> None:
    command = main.get_command(main.make_context("depesche", ["--help"], resilient_parsing=True), name)
    assert command is not None
    assert command.short_help == COMMANDS[name][1]
    assert f"depesche {name}" in (command.help or ""), "no example"


def test_help_does_not_wait_for_what_it_does_not_need() -> None:
    code = "import sys, graph.cli; print([m for m in ('rdflib', 'pyoxigraph', 'flask', 'numpy', 'yaml') if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"


def test_an_unknown_command_is_wrong_usage() -> None:
    done = run("exctract")
    assert done.exit_code == 2
    assert "No such command 'exctract'" in done.stderr


def test_an_error_is_one_line_and_has_the_code_of_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEPESCHE_PROT", "3")
    done = run("config")
    assert done.exit_code == UsageError.exit_code == 2
    assert done.stderr.startswith("depesche: DEPESCHE_PROT: unknown setting 'prot'")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_config_shows_each_value_and_where_it_came_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEPESCHE_PORT", "8080")
    (tmp_path / "depesche.toml").write_text('language = "en"\n', encoding="utf-8")
    shown = run("config").stdout
    assert "\nport = 8080  # DEPESCHE_PORT\n" in shown
    assert f'\nlanguage = "en"  # {tmp_path / "depesche.toml"}\n' in shown
    assert '\nhost = "127.0.0.1"  # default\n' in shown


def test_what_config_shows_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "depesche.toml").write_text(run("config").stdout, encoding="utf-8")
    assert run("config").exit_code == 0


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("depesche 0.")


def test_an_export_whose_reader_goes_away_is_quiet(tmp_path: Path) -> None:
    store = example_store(tmp_path / "store").folder
    reading, writing = os.pipe()
    os.close(reading)
    process = shell("export", "--format", "nq", "--store", str(store), stdout=writing)
    os.close(writing)
    assert process.communicate(timeout=60)[1] == ""


def test_a_reader_that_goes_away_is_no_error_worth_a_trace(tmp_path: Path) -> None:
    article = tmp_path / "a.jsonl"
    article.write_text('{"text": "Arkadien hat Panzer geliefert.", "language": "de", "published": "2025-01-01"}\n' * 2000)
    process = shell("extract", str(article), "--with-text")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait(60)
    assert said == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_ends_cleanly(tmp_path: Path) -> None:
    article = tmp_path / "a.jsonl"
    article.write_text('{"text": "Arkadien hat Panzer geliefert.", "language": "de", "published": "2025-01-01"}\n' * 100_000)
    process = shell("extract", str(article), stdout=subprocess.DEVNULL)
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "depesche: stopped\n")
