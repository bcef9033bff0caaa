"""Finds the browser that drives the pages, and says in one sentence what to do where there is none."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as PlaywrightError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a GPU the software renderer of WebGL is slower than the canvas; the rest keeps the browser from calling home.
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def executable() -> str | None:
    """The browser named in DEPESCHE_BROWSER, else the first one on the path."""
    return os.environ.get("DEPESCHE_BROWSER") or next((found for name in _NAMES if (found := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    """A Chromium without a window: ours, the machine's, or one that Playwright fetches now.

    Raises RuntimeError with the remedy where none can be had.
    """
    chosen = executable()
    try:
        if chosen is None and not os.path.exists(playwright.chromium.executable_path):
            fetch = [sys.executable, "-m", "playwright", "install", "chromium"]
            subprocess.run(fetch, check=True, capture_output=True, timeout=600)
        return playwright.chromium.launch(executable_path=chosen, args=_ARGUMENTS)
    except (PlaywrightError, subprocess.SubprocessError, OSError) as error:
        raise RuntimeError(
            f"no Chromium could be started ({str(error).splitlines()[0]}); install one, or name it in DEPESCHE_BROWSER"
        ) from error
