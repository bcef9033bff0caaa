"""Labelled dispatches as files: a text, one sentence a line, and the claims that it reports; `labelled/README.md` tells how."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.model import Article, Modality, Stance

_RELATIONS = (
    "AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE"
    "|COERCE|ASSAULT|HOLDS_POSITION|MEMBER_OF|PART_OF"
)

_CLAIM = re.compile(rf"(\? )?(\d+) (.+?) ({_RELATIONS}) (.+?)(?: \((.+)\))?")
_STEP = re.compile(rf"(.+) ({'|'.join(Stance)})")


@dataclass(frozen=True, slots=True)
class Label:
    """A claim that a dispatch reports; parties and sources by name, `-` for none."""

    sentence: int
    actor: str
    relation: str
    recipient: str
    modality: Modality = Modality.ACTUAL
    negated: bool = False
    chain: tuple[tuple[str, str], ...] = ()
    optional: bool = False

    def __str__(self) -> str:
        extra = [self.modality.value] if self.modality != Modality.ACTUAL else []
        extra += ["not"] * self.negated + [" ".join(step) for step in self.chain]
        return f"{self.actor} {self.relation} {self.recipient}" + (f" ({'; '.join(extra)})" if extra else "")


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A text with its labels; `starts` are where its sentences begin, `names` the other names of its parties."""

    article: Article
    starts: tuple[int, ...]
    labels: tuple[Label, ...]
    names: Mapping[str, tuple[str, ...]]


def dispatch(file: Path) -> Dispatch:
    """The dispatch that a file holds. ValueError with file and line where it is badly written."""
    lines = file.read_text(encoding="utf-8").splitlines()
    cuts = [at for at, line in enumerate(lines) if line == "---"]
    if len(cuts) != 2 or lines[1] or not re.fullmatch(r"published: \d{4}-\d\d-\d\d", lines[0]):
        raise ValueError(f"{file}:1: wants `published: YYYY-MM-DD`, an empty line, the text, and two lines `---`")
    text, starts = "", list[int]()
    for line in lines[2 : cuts[0]]:
        starts += [len(text)] if line else []
        text = f"{text}{line} " if line else f"{text.rstrip()}\n\n"
    numbered = [(f"{file}:{at}", line) for at, line in enumerate(lines, 1)]
    labels = tuple(label(place, line, len(starts)) for place, line in numbered[cuts[0] + 1 : cuts[1]] if line)
    parties = {name for one in labels for name in (one.actor, one.recipient, *(source for source, _ in one.chain))}
    names = dict(_names(place, line, parties) for place, line in numbered[cuts[1] + 1 :] if line)
    return Dispatch(Article(text.rstrip(), published=date.fromisoformat(lines[0][11:])), tuple(starts), labels, names)


def label(place: str, line: str, sentences: int) -> Label:
    """The label that a line holds, in a text of so many sentences; `place` is told where it holds none."""
    told = _CLAIM.fullmatch(line)
    if not told or int(told[2]) >= sentences:
        raise ValueError(f"{place}: no claim of one of {sentences} sentences: {line}")
    modality, negated, chain = Modality.ACTUAL, False, []
    for extra in told[6].split("; ") if told[6] else []:
        if step := _STEP.fullmatch(extra):
            chain.append((step[1], step[2]))
        elif extra in ("intended", "possible"):
            modality = Modality(extra)
        elif extra == "not":
            negated = True
        else:
            raise ValueError(f"{place}: neither modality nor `not` nor a source with its stance: {extra}")
    return Label(int(told[2]), told[3], told[4], told[5], modality, negated, tuple(chain), told[1] is not None)


def _names(place: str, line: str, parties: Collection[str]) -> tuple[str, tuple[str, ...]]:
    name, found, others = line.partition(" = ")
    if not found or name not in parties:
        raise ValueError(f"{place}: no other names of a party of these claims: {line}")
    return name, tuple(others.split(", "))
