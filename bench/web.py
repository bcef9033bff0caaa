"""How fast the explorer is, in a real browser over the product's own server, beside what is promised.

    python -m bench.web --articles 2200              about 10,000 claims
    python -m bench.web --articles 22000 --keep FOLDER --json FILE

Makes a store of told-again readings (or uses the one that `FOLDER/store-ARTICLES` is), serves it as a user would, opens the
explorer in a Chromium without a window or GPU, and leaves 1 when a promise is missed. `docs/performance.md` says what the
figures mean.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsers import launch

from .browsing import Motion, Visit, motions, visit
from .loads import apart
from .measure import ROOT
from .recording import recorded
from .served import FULL, Requests, ranking, requests, serving

FIRST, ANSWER = 2000.0, 300.0  # milliseconds
PICTURES = 15.0  # a second: below, a movement is seen as steps
SCRIPTS = 220.0  # KB
STARTS, VISITS, REQUESTS = 3, 5, 200
_STATIC = ROOT / "web" / "static"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its unit; `most` or `least` is what is promised, if anything is."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def kept(self) -> bool:
        """Whether what is promised is reached."""
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    def row(self) -> tuple[str, str, str, str]:
        """Its cells in the table."""
        promised = f"≤ {self.most:,.0f}" if self.most is not None else f"≥ {self.least:,.0f}" if self.least is not None else ""
        return self.name, f"{self.value:,.0f} {self.unit}", promised, "" if not promised else "yes" if self.kept else "MISSED"


def measure(store: Path, requested: int = REQUESTS, starts: int = STARTS, visits: int = VISITS) -> list[Figure]:
    """All figures of a store."""
    parties = ranking(store)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        cold = [_first(browser, store) for _ in range(starts)]
        with serving(store) as site:
            warm = [visit(browser, site) for _ in range(visits + 1)][1:]
            asked = requests(site, parties, warm[0].nodes, requested)
            drawn, moved = motions(browser, site, parties[:FULL])
        browser.close()
    return [*_of_visits(cold, warm), *_of_requests(asked), *_of_motions(drawn, moved), *_of_files()]


def _first(browser: Browser, store: Path) -> Visit:
    with serving(store) as site:
        return visit(browser, site)


def _of_visits(cold: Sequence[Visit], warm: Sequence[Visit]) -> Iterator[Figure]:
    yield Figure("first graph, server just started", median(each.ready for each in cold), "ms", most=FIRST)
    yield Figure("first graph", median(each.ready for each in warm), "ms", most=FIRST)
    yield Figure("… the slowest visit", max(each.ready for each in warm), "ms", most=FIRST)
    yield Figure("… until something is seen", median(each.first for each in warm), "ms")
    yield Figure("… tasks that hold it up, in all", median(sum(each.tasks) for each in warm), "ms")
    yield Figure("… the longest of them", median(max(each.tasks, default=0.0) for each in warm), "ms")
    yield Figure("from a click on a party until the panel tells of it", median(each.click for each in warm), "ms")
    yield Figure("from a press until its neighbours are drawn", median(each.grown for each in warm), "ms")


def _of_requests(asked: Requests) -> Iterator[Figure]:
    for name, found, most in (
        ("expand", asked.expand, ANSWER),
        ("expand a nearly full screen", asked.crowded, ANSWER),
        ("claims behind a relation", asked.evidence, ANSWER),
        ("what there is around a party", asked.around, None),
    ):
        yield Figure(f"{name}: median", median(found), "ms")
        yield Figure(f"{name}: 95 of 100", quantiles(found, n=20)[-1], "ms", most=most)
    yield Figure("months of the most reported parties", asked.months, "ms")


def _of_motions(drawn: tuple[int, int], moved: Sequence[Motion]) -> Iterator[Figure]:
    nodes, edges = drawn
    for each in moved:
        yield Figure(f"{each.what}: {nodes} parties, {edges} relations", each.pictures, "pictures/s", least=PICTURES)


def _of_files() -> Iterator[Figure]:
    scripts, styles = packed(_STATIC)
    yield Figure("scripts of the explorer, gzipped", scripts, "KB", most=SCRIPTS)
    yield Figure("styles, gzipped", styles, "KB")


def packed(static: Path) -> tuple[float, float]:
    """KB of all scripts and of all styles that the explorer's page may load, each gzipped."""
    manifest = json.loads((static / ".vite" / "manifest.json").read_text(encoding="utf-8"))
    names = _files(manifest, ("site.ts", "explorer.ts", "site.css", "explorer.css"))
    sizes = {name: len(gzip.compress((static / name).read_bytes())) / 1000 for name in names}
    return tuple(sum(size for name, size in sizes.items() if name.endswith(end)) for end in (".js", ".css"))  # type: ignore[return-value]


def _files(manifest: Mapping[str, Mapping[str, object]], entries: Sequence[str]) -> set[str]:
    """The built files of some entries, with all that they load, at once or later."""
    seen: set[str] = set()
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += [*manifest[name].get("imports", ()), *manifest[name].get("dynamicImports", ())]  # type: ignore[misc]
    return {str(manifest[name]["file"]) for name in seen}


def table(figures: Sequence[Figure]) -> str:
    """The figures, what is promised, and whether it is kept."""
    rows = [("", "reached", "promised", "kept"), *(figure.row() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(f"{a:{widths[0]}}  {b:>{widths[1]}}  {c:>{widths[2]}}  {d}".rstrip() for a, b, c, d in rows)


def store_of(place: Path, articles: int) -> Path:
    """The store of so many articles in `place`, made when it is not there."""
    folder = place / f"store-{articles}"
    if not folder.exists():
        place.mkdir(parents=True, exist_ok=True)
        recorded(place / "recording.jsonl")
        print(f"{articles:,} articles: {apart('load', folder, place / 'recording.jsonl', articles)}", file=sys.stderr, flush=True)
    return folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure stores of the sizes that are asked for; 1 when a promise is missed."""
    parser = argparse.ArgumentParser(prog="bench.web", description="How fast the explorer is in a real browser.")
    parser.add_argument("--articles", type=int, nargs="+", default=[2200], help="how many articles, of about five claims each")
    parser.add_argument("--keep", type=Path, help="a folder in which the stores stay")
    parser.add_argument("--requests", type=int, default=REQUESTS, help="expansions of which the 95th of 100 is told")
    parser.add_argument("--starts", type=int, default=STARTS, help="starts of the server, each with a first visit")
    parser.add_argument("--visits", type=int, default=VISITS, help="visits of a running server")
    parser.add_argument("--json", type=Path, help="where the figures are written too")
    given = parser.parse_args(arguments)
    told: dict[int, list[Figure]] = {}
    with TemporaryDirectory() as scratch:
        for articles in given.articles:
            store = store_of(given.keep or Path(scratch), articles)
            told[articles] = measure(store, given.requests, given.starts, given.visits)
            print(f"{articles:,} articles\n{table(told[articles])}", flush=True)
    if given.json:
        every = {articles: [asdict(each) for each in figures] for articles, figures in told.items()}
        given.json.write_text(json.dumps(every, indent=2) + "\n", encoding="utf-8")
    return int(not all(each.kept for figures in told.values() for each in figures))


if __name__ == "__main__":
    raise SystemExit(main())
