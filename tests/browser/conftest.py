"""The real server over a small store, and a browser that notices what a page may not do."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .browsers import launch
from .dispatches import fill

ROOT = Path(__file__).parents[2]

_WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (e) => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Site(str):
    """The address of a running server; `key` is the address that lets a browser write."""

    key: str


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The address of a running server, without a slash at the end."""
    folder = tmp_path_factory.mktemp("site")
    fill(folder / "store")
    yield from served(folder, folder / "store")


def served(home: Path, store: Path) -> Iterator[Site]:
    """The address of a server over a store, whose settings and data are at home in `home`."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    command = [sys.executable, "-m", "graph", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as server:
        try:
            yield address(server)
        finally:
            server.terminate()


def address(server: "subprocess.Popen[str]") -> Site:
    """Where the server says that it listens; what it says later is read away, so that it never waits for us."""
    assert server.stdout is not None
    said: list[str] = []
    for line in server.stdout:
        said.append(line)
        if found := re.search(r"(http://[\w.:\[\]]+)/\?token=\S+", line):
            threading.Thread(target=server.stdout.read, daemon=True).start()
            site = Site(found[1])
            site.key = found[0]
            return site
    pytest.fail(f"the server did not start: {''.join(said)}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except RuntimeError as error:
            pytest.fail(str(error))
        yield started
        started.close()


@pytest.fixture
def page(site: str, browser: Browser) -> Iterator[Page]:
    """A page in German on a desktop. When the test ends, nothing may have broken the policy, failed or left the site."""
    yield from watched(browser, site, locale="de-DE")


@pytest.fixture
def phone(site: str, browser: Browser) -> Iterator[Page]:
    """A page in German on a small screen."""
    yield from watched(browser, site, locale="de-DE", viewport={"width": 390, "height": 844})


def watched(browser: Browser, site: str, **options: object) -> Iterator[Page]:
    """A page whose violations, script errors and foreign requests fail the test."""
    context = browser.new_context(base_url=site, reduced_motion="reduce", **options)  # type: ignore[arg-type]
    context.add_init_script(_WATCH)
    faults: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda error: faults.append(f"script: {error}"))
    made.on("console", lambda said: faults.append(f"policy: {said.text}") if "Content Security Policy" in said.text else None)
    home = (site, "data:", "blob:")
    made.on("request", lambda asked: None if asked.url.startswith(home) else faults.append(f"left: {asked.url}"))
    yield made
    faults += made.evaluate("window.violations ?? []")
    context.close()
    assert faults == []
