"""`make bench`: every score beside its floor, then speed; exit 1 when one fell; `--raise` lifts the floors to what was earned."""

import sys
from itertools import islice

from graph.model import Article
from graph.reading import read

from .gate import FLOORS, fallen, floors, raised
from .measure import SETS, SHARED, measure
from .speed import speed

ARTICLES = 200  # enough for a steady figure (half a minute), not all 850


def main() -> int:
    if not SHARED.is_dir():
        print(f"bench measures with gold articles and scorers in {SHARED.name}/ beside this repository, which is not there")
        return 0
    least = floors()
    measured = measure(SHARED, SETS)
    for name, figures in measured.items():
        shown = (f"{figure} {value:.3f}" + (f" (≥ {least[name][figure]:.3f})" if figure in least.get(name, {}) else "")
                 for figure, value in figures.items())  # fmt: skip
        print(f"{name:10} {'  '.join(shown)}")
    corpus = read([SHARED / "corpora" / "wikinews-de.jsonl"])
    took = speed([article for article in islice(corpus, ARTICLES) if isinstance(article, Article)])
    print(f"{'speed':10} {took}")
    complaints = fallen({**measured, "speed": {"share": took.share}}, least)
    if "--raise" in sys.argv[1:]:  # not the speed: it is the machine's as much as ours
        FLOORS.write_text(raised(FLOORS.read_text(encoding="utf-8"), measured), encoding="utf-8")
    for complaint in complaints:
        print(f"fallen: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
