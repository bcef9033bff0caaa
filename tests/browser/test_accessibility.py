"""Every page in both themes, light on a desktop and dark on a phone, looked over by axe-core: WCAG 2.2 AA and good practice."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from .conftest import ROOT, Site, watched
from .test_explorer import item, panel, take
from .test_pages import things

AXE = ROOT / "web" / "ui" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_PATHS = [
    "/", "/search?q=Ark", "/explore", "/explore?entities=gone", "/disputes", "/sources", "/sparql", "/nirgends",
    "/ask", "/ask/disputes", "/ask/sides", "/ask/as-of", "/ask/attribution-paths?known=also", "/ask/claims?entity=Atlantis",
    "/network", "/network/balance", "/network/citations", "/add",
]  # fmt: skip
_QUERIES = ["/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203", "/sparql?query=SELECT%20*"]
# A tree item is named by its own line and not by all that hangs below it, as the rule about names would have it.
RUN = """rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then(found => found.violations
    .flatMap(one => one.nodes.map(node => [one.id, node]))
    .filter(([id, node]) => id !== "label-content-name-mismatch" || !node.html.includes('role="treeitem"'))
    .map(([id, node]) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`))"""


@pytest.fixture(params=[("light", 1400, 900), ("dark", 390, 844)], ids=["light desktop", "dark phone"])
def looked_at(request: pytest.FixtureRequest, site: Site, browser: Browser) -> Iterator[Page]:
    """A page of somebody who may write, so that no page is shut."""
    theme, width, height = request.param
    size = ViewportSize(width=width, height=height)
    for page in watched(browser, site, locale="de-DE", color_scheme=theme, viewport=size):
        page.goto(site.key)
        yield page


@pytest.mark.slow
def test_no_page_shuts_anybody_out(site: str, looked_at: Page) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed; `npm ci` in web/ui installs it")
    axe = AXE.read_text(encoding="utf-8")
    found: list[str] = []
    for path in _PATHS + _QUERIES + things(site) + [things(site)[0].replace("/id/entity/", "/dossier/")]:
        looked_at.goto(path)
        looked_at.wait_for_load_state("networkidle")
        looked_at.evaluate(axe)
        found += [f"{path}: {fault}" for fault in looked_at.evaluate(RUN, RULES)]
    assert found == []


def test_what_opens_in_the_explorer_shuts_nobody_out(looked_at: Page) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed; `npm ci` in web/ui installs it")
    looked_at.goto("/explore?bundles=quadrant&asof=2024-06-30")
    found: list[str] = []

    def look(what: str) -> None:
        looked_at.evaluate(AXE.read_text(encoding="utf-8"))
        found.extend(f"{what}: {fault}" for fault in looked_at.evaluate(RUN, RULES))

    item(looked_at, "Arkadien").click()
    panel(looked_at).get_by_text("Weg suchen").first.click()
    look("path")
    take(looked_at).get_by_role("button", name="Link kopieren").click()
    expect(looked_at.get_by_role("status", name="Als Link")).to_contain_text("Link")
    look("take away")
    looked_at.keyboard.press("Escape")
    panel(looked_at).get_by_role("button", name=re.compile("Zusammenarbeit")).first.click()
    expect(panel(looked_at).get_by_role("article").first).to_be_visible()
    if drawing := looked_at.get_by_role("button", name="Zeichnung", exact=True).filter(visible=True).all():
        drawing[0].click()
    looked_at.get_by_text("Weitere Zeichen").click()
    look("bundle")
    assert found == []
