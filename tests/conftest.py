"""What all tests may ask for: the data to measure with, which stands beside the repository or not at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from .engines import Server

settings.register_profile("depesche", deadline=None)  # machines are shared: a slow second is no failure
settings.load_profile("depesche")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold articles and scorers; the test is skipped where there is none."""
    if not (SHARED / "claims" / "score.py").is_file():
        pytest.skip("measures with ../shared, which is not here")
    return SHARED


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, so that no test reads or writes the stores and settings of whoever runs it."""
    folder = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    return folder


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def started(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Server"]:
    """Each of the engines that can be had here, started once."""
    from . import engines  # most tests need no engine, and should not wait for one to be loaded

    folder = tmp_path_factory.mktemp(request.param)
    with engines.running(getattr(engines, request.param)(folder)) as server:
        yield server


@pytest.fixture
def server(started: "Server") -> "Server":
    """Each of the engines, with nothing of ours in it."""
    started.empty()
    return started
