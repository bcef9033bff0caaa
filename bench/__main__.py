"""`make bench`: every score beside its floor, then speed; exit 1 when one fell. `--raise` lifts the floors to what was earned;
`--lower` also lets those down that are not reached any more, and says which."""

import sys
from itertools import islice

from graph.model import Article
from graph.reading import read

from .gate import FLOORS, fallen, floors, raised
from .measure import OWN, SETS, SHARED, measure
from .speed import speed

ARTICLES = 850  # the whole corpus; what keeps its analyses gains with every article


def main() -> int:
    if not SHARED.is_dir():
        print(f"gold articles and scorers in {SHARED.name}/ beside this repository are not there: only its own set is measured")
    least = floors()
    measured: dict[str, dict[str, float]] = measure(SHARED, SETS if SHARED.is_dir() else OWN)
    for name, figures in measured.items():
        shown = (f"{figure} {value:.3f}" + (f" (≥ {least[name][figure]:.3f})" if figure in least.get(name, {}) else "")
                 for figure, value in figures.items())  # fmt: skip
        print(f"{name:10} {'  '.join(shown)}")
    if SHARED.is_dir():
        measured["speed"] = _speed()
    complaints = fallen(measured, least)
    lower = "--lower" in sys.argv[1:]
    if lower or "--raise" in sys.argv[1:]:  # not the speed: it is the machine's as much as ours
        scores = {name: figures for name, figures in measured.items() if name != "speed"}
        FLOORS.write_text(raised(FLOORS.read_text(encoding="utf-8"), scores, lower=lower), encoding="utf-8")
    for complaint in complaints:
        print(f"{'LOWERED, say why in CHANGELOG.md' if lower else 'fallen'}: {complaint}", file=sys.stderr)
    return 1 if complaints and not lower else 0


def _speed() -> dict[str, float]:
    corpus = read([SHARED / "corpora" / "wikinews-de.jsonl"])
    took = speed([article for article in islice(corpus, ARTICLES) if isinstance(article, Article)])
    print(f"{'speed':10} {took}")
    return {"times_bare": took.times_bare}


if __name__ == "__main__":
    sys.exit(main())
