"""The wheel: what is in it, what is not, and that the command runs where nothing else is installed."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as an installer would build it: from the sdist, in an environment of its own."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, ROOT], check=True, capture_output=True)
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of commands of a fresh environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    install = [commands / "python", "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", wheel]
    subprocess.run(install, check=True, capture_output=True)
    yield commands


def test_the_top_level_is_the_two_packages(names: list[str]) -> None:
    top = {name.split("/")[0] for name in names}
    assert {each for each in top if not each.endswith(".dist-info")} == {"graph", "web"}
    assert len(top) == 3


def test_data_templates_assets_and_examples_are_in_it(names: list[str]) -> None:
    for start, end in (
        ("graph/data/", "depesche.ttl"),
        ("graph/data/", "plover.ttl"),
        ("graph/data/", "shapes.ttl"),
        ("graph/data/lexicon/de/", ".toml"),
        ("graph/data/gazetteer/", ".csv"),
        ("graph/data/queries/", ".rq"),
        ("graph/data/dispatches/", ".md"),
        ("web/templates/", "base.html"),
        ("web/messages/", "de.toml"),
        ("web/static/", "manifest.json"),
        ("web/static/", ".js"),
        ("web/static/", ".css"),
    ):
        assert any(name.startswith(start) and name.endswith(end) for name in names), f"{start}…{end}"


def test_the_searches_are_in_it_as_machine_code(wheel: Path, names: list[str]) -> None:
    assert [name for name in names if name.startswith("graph/language/search.") and name.endswith((".so", ".pyd"))]
    assert not wheel.name.endswith("-none-any.whl")


def test_every_source_and_data_file_is_in_it(names: list[str]) -> None:
    listed = subprocess.run(["git", "ls-files", "graph", "web"], cwd=ROOT, capture_output=True, check=True, text=True)
    assert [name for name in listed.stdout.split() if not name.startswith("web/ui/") and name not in names] == []


def test_tests_and_sources_of_the_front_end_are_not_in_it(names: list[str]) -> None:
    strangers = {"tests", "test", "ui", "node_modules"}
    assert [name for name in names if strangers & set(name.split("/"))] == []


def run(commands: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command, called from an empty folder, so that nothing of the checkout can help it."""
    return subprocess.run(
        [commands / "depesche", *arguments], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_command_runs_in_a_clean_environment(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "--version").stdout.startswith("depesche 0.")
    article = tmp_path / "a.txt"
    article.write_text("Arkadien hat am Montag Panzer an Borduria geliefert.", encoding="utf-8")
    done = run(installed, tmp_path, "extract", str(article))
    assert (done.returncode, done.stdout[:7]) == (0, '{"id": '), done.stderr
    assert run(installed, tmp_path, "add", str(article)).returncode == 0


def test_the_installed_demo_finds_its_examples(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "demo", "--no-serve", "--store", str(tmp_path / "demo"))
    assert done.returncode == 0, done.stderr
    assert run(installed, tmp_path, "info", "--store", str(tmp_path / "demo")).returncode == 0
