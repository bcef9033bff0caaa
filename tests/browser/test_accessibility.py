"""Every page in both themes, light on a desktop and dark on a phone, looked over by axe-core: WCAG 2.2 AA and good practice."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from .conftest import ROOT, Site, watched
from .test_pages import things

AXE = ROOT / "web" / "ui" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_PATHS = [
    "/", "/search?q=Ark", "/explore", "/explore?entities=gone", "/disputes", "/sources", "/sparql", "/nirgends",
    "/ask", "/ask/disputes", "/ask/attribution-paths?known=also", "/ask/claims?entity=Atlantis",
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
