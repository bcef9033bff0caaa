"""Our own labelled dispatches: how many of their claims the reader finds, and how many of its claims they hold.

    python -m bench.labelled [--errors] [--recall DAY]

A claim is found strictly when sentence, relation and parties are right (of reciprocal acts, in either order), and fully
when modality, negation and the whole chain of sources are right as well. Knows no reader's inside.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from graph.asking.recall import FILE as RECALL
from graph.extraction.reader import Reader
from graph.model import Claim, Party

from .labelled_match import WHOLE, agreement, chained, pairs
from .labelled_text import Dispatch, Label, dispatch

FOLDER = Path(__file__).with_suffix("")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims were found, missed, and wrongly told."""

    hit: int = 0
    missed: int = 0
    false: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hit + other.hit, self.missed + other.missed, self.false + other.false)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hit / max(2 * self.hit + self.missed + self.false, 1)

    def __str__(self) -> str:
        precision, recall = self.hit / max(self.hit + self.false, 1), self.hit / max(self.hit + self.missed, 1)
        counts = f"{self.hit} hit, {self.missed} missed, {self.false} false"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}   ({counts})"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One dispatch with what was read in it, and which label each right claim carries out."""

    given: Dispatch
    claims: Sequence[Claim]
    strict: Mapping[Label, Claim]
    full: Mapping[Label, Claim]

    @property
    def tallies(self) -> dict[str, Tally]:
        """`full`, `strict`, and `sourced`: strictly found with the right chain, of the claims that have one."""
        required = [label for label in self.given.labels if not label.optional]
        right_chain = {label for label, claim in self.strict.items() if chained(self.given, label, claim)}
        sourced = [label for label in required if label.chain]
        wrong = [
            label for label in required if label in self.strict and self.strict[label].attribution and label not in right_chain
        ]
        right = sum(label in right_chain for label in sourced)
        return {
            **{name: self._tally(required, matched) for name, matched in (("full", self.full), ("strict", self.strict))},
            "sourced": Tally(right, len(sourced) - right, len(wrong)),
        }

    def _tally(self, required: list[Label], matched: Mapping[Label, Claim]) -> Tally:
        hit = sum(label in matched for label in required)
        return Tally(hit, len(required) - hit, len(self.claims) - len(matched))

    def errors(self) -> Iterator[str]:
        """What was missed and what is wrong in full, sentence by sentence."""
        ends = (*self.given.starts[1:], len(self.given.article.text))
        right = {id(claim) for claim in self.full.values()}
        for at, (start, end) in enumerate(zip(self.given.starts, ends, strict=True)):
            missed = [one for one in self.given.labels if one.sentence == at and not one.optional and one not in self.full]
            false = [claim for claim in self.claims if start <= claim.evidence.start < end and id(claim) not in right]
            if missed or false:
                yield self.given.article.text[start:end].strip()
            yield from (f"  expected {label}" for label in missed)
            yield from (f"  read     {_told(claim)}   [{claim.rule}]" for claim in false)


def measure_labelled(folder: Path = FOLDER) -> dict[str, float]:
    """The F1 figures of all dispatches in a folder."""
    return {name: tally.f1 for name, tally in total(judgements(folder)).items()}


def judgements(folder: Path) -> list[Judgement]:
    """Every dispatch in a folder, read and judged."""
    reader = Reader.load()
    return [judge(given, reader.read(given.article).claims) for given in map(dispatch, sorted(folder.glob("*.txt")))]


def total(judged: Iterable[Judgement]) -> dict[str, Tally]:
    """The tallies of all dispatches together."""
    each = [one.tallies for one in judged]
    return {name: sum((tallies[name] for tallies in each), Tally()) for name in ("full", "strict", "sourced")}


def judge(given: Dispatch, claims: Sequence[Claim]) -> Judgement:
    """Which claim carries out which label."""
    worth = partial(agreement, given)
    full = pairs(given.labels, claims, lambda label, claim: worth(label, claim) // WHOLE)
    return Judgement(given, claims, pairs(given.labels, claims, worth), full)


def keep(tally: Tally, day: date, file: Path = RECALL) -> None:
    """Write how much the reader finds where answers about absences read it; the comment at the file's head stays."""
    head = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    told = f"found = {tally.hit}", f"claims = {tally.hit + tally.missed}", 'source = "bench/labelled"', f"measured = {day}"
    file.write_text("\n".join((*head, *told)) + "\n", encoding="utf-8")


def _told(claim: Claim) -> str:
    def name(party: Party | None) -> str:
        return party.entity.name if party else "-"

    chain = tuple((name(step.source), step.stance) for step in claim.attribution)
    return str(Label(0, name(claim.actor), claim.relation, name(claim.recipient), claim.modality, claim.negated, chain))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    parser.add_argument(
        "--recall", type=date.fromisoformat, metavar="DAY", help="keep the recall that answers tell, measured on DAY"
    )
    options = parser.parse_args()
    judged = judgements(FOLDER)
    if options.recall:
        keep(total(judged)["strict"], options.recall)
    for line in (error for one in judged for error in one.errors()) if options.errors else ():
        print(line)
    for name, tally in total(judged).items():
        print(f"{name:8} {tally}")


if __name__ == "__main__":
    main()
