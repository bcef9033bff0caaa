"""The explorer in a real browser without a window: how long until it answers, and how many pictures a second it draws."""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

MARK = "explorer-interactive"  # the page sets it itself when the first graph is drawn and answers
_WAIT = 60_000  # milliseconds until a page that never answers is given up
_SCREEN = {"width": 1280, "height": 800}
_GROWN = re.compile("erweitert|keine weiteren Nachbarn")
_MOVING = 2.0  # seconds of each movement
_FEWEST = 8  # frames of a movement
_SWING = ((120, 0), (0, 70), (-120, 0), (0, -70))  # pixels from where the mouse was pressed
_STEPS = 20  # events on the way from one to the next

# Beside the page's own scripts from the start; the page's policy lets nothing be asked again and again later on.
_WATCH = f"""
window.longTasks = [];
window.answers = new Promise((done) => new PerformanceObserver((list) => list.getEntriesByName('{MARK}').length && done())
    .observe({{ type: 'mark', buffered: true }}));
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => entry.duration)))
    .observe({{ type: 'longtask', buffered: true }});
"""
_TOLD = f"""() => ({{
    ready: performance.getEntriesByName('{MARK}')[0].startTime,
    nodes: document.querySelector('.canvas')._cyreg.cy.nodes().map((node) => node.id()),
    tasks: window.longTasks,
    first: performance.getEntriesByType('paint').find((paint) => paint.name === 'first-contentful-paint')?.startTime ?? 0,
}})"""
# How long the frames were in which the drawing was drawn anew, from now until `_COUNTED`. The drawing asks for its frames
# before us, so that in ours it is told whether this one was drawn in.
_COUNT = """() => {
    const count = { drew: false, since: null, took: [], on: true };
    window.frames_counted = count;
    document.querySelector('.canvas')._cyreg.cy.on('render', () => { count.drew = true; });
    const tick = (now) => {
        if (count.since !== null) count.took.push(now - count.since);
        count.since = count.drew ? now : null;
        count.drew = false;
        if (count.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
}"""
_COUNTED = "() => { window.frames_counted.on = false; return window.frames_counted.took; }"
# A point of the canvas with no party near, and one in the middle of the party with the most relations in sight.
_PLACES = """() => {
    const holder = document.querySelector('.canvas'), { cy } = holder._cyreg, { left, top } = holder.getBoundingClientRect();
    const boxes = cy.nodes().map((node) => node.renderedBoundingBox());
    const free = (x, y) => boxes.every((box) => x < box.x1 - 3 || x > box.x2 + 3 || y < box.y1 - 3 || y > box.y2 + 3);
    const [w, h] = [cy.width(), cy.height()];
    let empty = null;
    for (let far = 0; !empty && far < 400; far += 1) {
        const [x, y] = [w / 2 + 8 * Math.sqrt(far) * Math.cos(far * 2.4), h / 2 + 8 * Math.sqrt(far) * Math.sin(far * 2.4)];
        if (free(x, y)) empty = [x + left, y + top];
    }
    const inside = cy.nodes().filter((node) => {
        const { x, y } = node.renderedPosition();
        return x > 80 && y > 80 && x < w - 80 && y < h - 80;
    });
    const held = inside.sort((a, b) => b.degree() - a.degree())[0].renderedPosition();
    return { empty, held: [held.x + left, held.y + top], nodes: cy.nodes().length, edges: cy.edges().length, zoom: cy.zoom() };
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, in milliseconds since the navigation began: when something was seen, when the graph answered; the tasks
    that held the page up for more than 50 ms; how long the panel took after a click on a party, and how long it took until
    its neighbours were drawn after they were asked for."""

    first: float
    ready: float
    tasks: tuple[float, ...]
    click: float
    grown: float
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Motion:
    """How a full screen moves while a mouse does `what`: how many milliseconds each frame took in which it was drawn anew."""

    what: str
    frames: tuple[float, ...]

    @property
    def pictures(self) -> float:
        """Frames a second, if each is drawn in, as when a hand does not rest: what drives the mouse here is slower than one."""
        return 1000 * len(self.frames) / sum(self.frames)


def visit(browser: Browser, site: str) -> Visit:
    """Opens the explorer as somebody who was never here does, clicks on a party, and adds its neighbours."""
    with _page(browser) as page:
        page.goto(f"{site}/explore?lang=de", wait_until="commit")
        page.evaluate("() => window.answers")
        told = page.evaluate(_TOLD)
        click, grown = _click(page), _grow(page)
        return Visit(told["first"], told["ready"], tuple(told["tasks"]), click, grown, tuple(told["nodes"]))


def _click(page: Page) -> float:
    """Milliseconds from a click on the party with the most relations until the panel tells of it."""
    x, y = page.evaluate(_PLACES)["held"]
    began = time.perf_counter()
    page.mouse.click(x, y)
    page.wait_for_selector(".panel.filled", timeout=_WAIT)
    return (time.perf_counter() - began) * 1000


def _grow(page: Page) -> float:
    """Milliseconds until the neighbours of the party in the panel are drawn, or it is said that there are none left."""
    began = time.perf_counter()
    page.locator(".panel").get_by_role("button", name="Nachbarn hinzufügen").click()
    page.get_by_role("status").filter(has_text=_GROWN).wait_for(state="attached", timeout=_WAIT)
    return (time.perf_counter() - began) * 1000


def motions(browser: Browser, site: str, parties: Iterable[str]) -> tuple[tuple[int, int], list[Motion]]:
    """How many parties and relations are drawn of `parties`, and how they move, all in sight and at reading size."""
    with _page(browser) as page:
        page.goto(f"{site}/explore?lang=de&entities={','.join(parties)}", wait_until="commit")
        page.evaluate("() => window.answers")
        page.wait_for_timeout(1000)  # the strip of months comes later
        places = page.evaluate(_PLACES)
        found = [_moved(page, what, act) for what, act in _ACTS]
        page.evaluate("() => { const { cy } = document.querySelector('.canvas')._cyreg; cy.zoom(1); cy.center(); }")
        page.wait_for_timeout(500)
        found += [_moved(page, f"{what}, close by", act) for what, act in _ACTS if act is not _zoom]
        return (places["nodes"], places["edges"]), found


def _moved(page: Page, what: str, act: Callable[[Page, dict[str, Any]], None]) -> Motion:
    places = page.evaluate(_PLACES)
    page.evaluate(_COUNT)
    act(page, places)
    frames = page.evaluate(_COUNTED)
    page.wait_for_timeout(300)
    if len(frames) < _FEWEST:
        raise RuntimeError(f"{what}: the drawing was drawn {len(frames)} times, as if nothing moved")
    return Motion(what, tuple(frames))


def _pan(page: Page, places: dict[str, Any]) -> None:
    _dragged(page, places["empty"])


def _drag(page: Page, places: dict[str, Any]) -> None:
    _dragged(page, places["held"])


def _dragged(page: Page, start: Sequence[float]) -> None:
    """Press and move to and fro until the time is over."""
    x, y = start
    page.mouse.move(x, y)
    page.mouse.down()
    end = time.perf_counter() + _MOVING
    while time.perf_counter() < end:
        for across, down in _SWING:
            page.mouse.move(x + across, y + down, steps=_STEPS)
    page.mouse.up()


def _zoom(page: Page, places: dict[str, Any]) -> None:
    page.mouse.move(*places["empty"])
    end = time.perf_counter() + _MOVING
    while time.perf_counter() < end:
        for turn in (-40, 40):
            for _ in range(_STEPS):
                page.mouse.wheel(0, turn)


_ACTS: tuple[tuple[str, Callable[[Page, dict[str, Any]], None]], ...] = (("pan", _pan), ("zoom", _zoom), ("drag a party", _drag))


class _page:
    """A page of a browser that has nothing in hand."""

    def __init__(self, browser: Browser) -> None:
        self._context = browser.new_context(viewport=_SCREEN, locale="de-DE")  # type: ignore[arg-type]
        self._context.add_init_script(_WATCH)

    def __enter__(self) -> Page:
        return self._context.new_page()

    def __exit__(self, *_: object) -> None:
        self._context.close()
