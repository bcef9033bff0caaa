"""Claims drawn at random, to be judged by eye: each with its sentence, what stands before and after, and all its fields.

    python -m bench.sample CORPUS --seed 1 --claims 200 [--without FOLDER …] [--table FILE.csv]

All articles of CORPUS are read (those whose file stands in a FOLDER, by the name of its id, are left out: whoever wrote the
rules has seen them), and of all their claims a sample is drawn without replacement; the same seed over the same
reading draws the same claims. `--table` also writes a table with one line a claim and empty columns for what each field is
judged to be. `python -m bench.sample --shares FILE.csv` prints the share that is right, of all claims and of each field, with
its 95 % interval after Wilson.
"""

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from random import Random
from typing import Final

from graph.extraction.reader import Reader
from graph.model import Article, Claim, Party, Reading, Step
from graph.reading import read

FIELDS: Final = ("relation", "actor", "recipient", "reality", "source", "time")  # reality: modality and negation
_WRONG: Final = "0"
_Z: Final = 1.96  # standard deviations of a 95 % interval


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claim with the reading that it was drawn from."""

    reading: Reading
    claim: Claim


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--claims", type=int, default=200, help="how many to draw")
    parser.add_argument("--without", type=Path, action="append", default=[], help="a folder of articles to leave out")
    parser.add_argument("--table", type=Path, help="write a table for the judgements")
    parser.add_argument("--shares", type=Path, help="print the shares of a table with judgements")
    options = parser.parse_args()
    if options.shares is not None:
        with options.shares.open(encoding="utf-8", newline="") as rows:
            sys.stdout.writelines(f"{line}\n" for line in shares(csv.DictReader(rows)))
        return
    if options.corpus is None:
        parser.error("give a CORPUS to draw from, or --shares with a table of judgements")
    left_out = {file.stem for folder in options.without for file in folder.glob("*.json")}
    articles = (a for a in read([options.corpus]) if isinstance(a, Article) and a.identifier not in left_out)
    drawn = draw(map(Reader.load().read, articles), options.claims, options.seed)
    for number, one in enumerate(drawn, 1):
        sys.stdout.writelines(f"{line}\n" for line in (*told(number, one), ""))
    if options.table is not None:
        with options.table.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(
                [("claim", "article", "kind", *FIELDS, "note"), *map(_row, range(1, len(drawn) + 1), drawn)]
            )


def draw(readings: Iterable[Reading], claims: int, seed: int) -> list[Drawn]:
    """At most that many claims of all readings, each as likely as any other, in the order of the texts."""
    every = [Drawn(reading, claim) for reading in readings for claim in reading.claims]
    chosen = Random(seed).sample(range(len(every)), min(claims, len(every)))
    return [every[index] for index in sorted(chosen)]


def told(number: int, drawn: Drawn) -> Iterator[str]:
    """A claim as somebody who judges it wants to see it."""
    article, claim = drawn.reading.article, drawn.claim
    published = article.published.isoformat() if article.published else "no date"
    yield f"[{number}] {article.identifier} | {published} | {article.title}"
    for mark, words in zip(("before", "HERE", "after"), _neighbours(drawn), strict=True):
        yield f"  {mark:7} {' '.join(words.split())}"
    negation = "not " if claim.negated else ""
    yield f"  CLAIM   {_name(claim.actor)} {negation}{claim.relation} {_name(claim.recipient)} [{claim.modality}]"
    yield f"  from    {claim.evidence.of(article.text)} (by {claim.rule})"
    yield f"  chain   {' > '.join(map(_step, claim.attribution)) or 'in its own voice'}"
    time = f"{claim.time.text} = {claim.time.value}" if claim.time else "-"
    yield f"  time    {time} | theme {claim.theme or '-'} | place {claim.place or '-'}"


def shares(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """The share that is right of all claims (no field is wrong), and of each field: 0 marks what is wrong, all else is right."""
    judged = list(rows)
    yield _share("all fields", [all(row[field] != _WRONG for field in FIELDS) for row in judged])
    yield _share("who did what to whom", [all(row[field] != _WRONG for field in FIELDS[:3]) for row in judged])
    for field in FIELDS:
        yield _share(field, [row[field] != _WRONG for row in judged])


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share of `right` in `total`, after Wilson.

    >>> [round(edge, 3) for edge in wilson(150, 200)]
    [0.686, 0.805]
    """
    if not total:
        return 0.0, 1.0
    share, weight = right / total, _Z * _Z / total
    middle, half = share + weight / 2, _Z * sqrt((share * (1 - share) + weight / 4) / total)
    return (middle - half) / (1 + weight), (middle + half) / (1 + weight)


def _share(name: str, right: Sequence[bool]) -> str:
    low, high = wilson(sum(right), len(right))
    return f"{name:22} {sum(right):4} of {len(right)}  {sum(right) / max(len(right), 1):.3f}  ({low:.3f} to {high:.3f})"


def _neighbours(drawn: Drawn) -> tuple[str, str, str]:
    text, spans = drawn.reading.article.text, [s.span for s in drawn.reading.sentences]
    at = spans.index(drawn.claim.sentence)
    return (
        spans[at - 1].of(text) if at else "",
        spans[at].of(text),
        spans[at + 1].of(text) if at + 1 < len(spans) else "",
    )


def _step(step: Step) -> str:
    unnamed = ", unnamed" if step.anonymous else ""
    return f"{_name(step.source)} {step.stance}{unnamed}"


def _name(party: Party | None) -> str:
    if party is None:
        return "-"
    link = f", by office: {party.link.reason}" if party.link else ""
    return f"{party.entity.name} ({party.entity.kind}{link})"


def _row(number: int, drawn: Drawn) -> tuple[str, ...]:
    return (str(number), drawn.reading.article.identifier or "", drawn.claim.relation, *("" for _ in FIELDS), "")


if __name__ == "__main__":
    main()
