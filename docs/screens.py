"""Takes the pictures of `docs/screenshots` anew, of the example dispatches: run as `make screenshots`.

Pictures are no test of anything: fonts differ between machines, so nothing compares them.
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests.browser.browsers import launch

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"


@dataclass(frozen=True)
class View:
    """One picture: its file, its address (names of parties in braces become keys), and what is pressed first."""

    name: str
    address: str
    press: tuple[str, ...] = ()


VIEWS = (
    View("explorer", "/explore?lang=de&node={Iran}"),
    View("around", "/explore?lang=de&node={Russland}", ("Was es noch gibt",)),
    View(
        "side-by-side",
        "/explore?lang=de&entities={Iran},{Russland},{Ukraine},{USA},{Israel}"
        "&lens=outlet:{Hafenblatt}&beside=outlet:{Neue Musterzeitung}",
    ),
    View("disputes", "/ask/disputes?lang=de"),
    View("question", "/ask/sides?lang=de&actor=Iran&relation=AID&recipient=Russland"),
    View("sparql", "/sparql?lang=de&name=most-reported"),
)


def take(page: Page, home: str, view: View) -> None:
    """Write one picture."""
    page.goto(home + re.sub(r"\{([^}]+)\}", lambda name: _key(home, name[1]), view.address))
    page.wait_for_load_state("networkidle")
    for words in view.press:
        page.get_by_text(words, exact=True).click()
        page.wait_for_load_state("networkidle")
    page.wait_for_timeout(800)  # milliseconds: until the drawing stands still
    page.screenshot(path=FOLDER / f"{view.name}.png")


def _key(home: str, name: str) -> str:
    with urlopen(f"{home}/api/search?q={quote(name)}&limit=1") as answer:
        return re.search(rb'"key": ?"(\w+)"', answer.read())[1].decode()  # type: ignore[index]


@contextmanager
def demo() -> Iterator[str]:
    """The address of a demo with a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        command = [sys.executable, "-m", "graph", "demo", "--port", "0"]
        told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **told) as server:
            assert server.stdout is not None
            found = next(re.search(r"http://[\d.:]+", line) for line in server.stdout if "http://" in line)
            threading.Thread(target=server.stdout.read, daemon=True).start()
            try:
                yield found[0]  # type: ignore[index]
            finally:
                server.terminate()


def main() -> None:
    """All pictures."""
    with demo() as home, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1400, "height": 880}, reduced_motion="reduce")
        for view in VIEWS:
            take(page, home, view)
        browser.close()


if __name__ == "__main__":
    main()
