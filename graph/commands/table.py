"""A reading for human eyes: who does what to whom, on whose word, in which sentence. Knows no files and no store.

On a terminal the evidence stands out in the sentence and stances have colours; elsewhere the same words come plain and
always in the same width, so that what is printed can be compared.
"""

import io
import shutil
import sys
from collections.abc import Iterable
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

from ..model import Article, Claim, Modality, Party, Reading, Stance, Step

PLAIN_WIDTH = 100  # columns where there is no terminal
_INDENT = " " * 5

_PARTICIPLES = {
    Stance.ASSERTS: "asserted",
    Stance.CONFIRMS: "confirmed",
    Stance.ALLEGES: "alleged",
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
}
_COLOURS = {
    Stance.ASSERTS: "green",
    Stance.CONFIRMS: "bold green",
    Stance.ALLEGES: "yellow",
    Stance.DENIES: "bold red",
    Stance.DOUBTS: "magenta",
}


def write_tables(readings: Iterable[Reading], stream: BinaryIO) -> None:
    """For each article a head line and a block for each claim; styled when `stream` is a terminal's stdout."""
    styled = stream is sys.stdout.buffer and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, 120) if styled else PLAIN_WIDTH
    text = io.TextIOWrapper(stream, encoding="utf-8", write_through=True)
    console = Console(file=text, width=width, highlight=False, force_terminal=styled, color_system="auto" if styled else None)
    try:
        for reading in readings:
            for line in lines(reading, console):
                console.print(line, soft_wrap=True)
    finally:
        text.detach()  # the stream stays the caller's


def lines(reading: Reading, console: Console) -> list[Text]:
    """What is printed for `reading`, wrapped to the console's width."""
    found = [head(reading.article, len(reading.claims)), Text()]
    for number, claim in enumerate(reading.claims, start=1):
        found.append(Text.assemble((f"{number:3}  ", "dim"), relation(claim)))
        for part in (sentence(claim, reading.article.text), chain(claim.attribution), circumstances(claim)):
            if part:
                found += [Text(_INDENT) + line for line in _wrapped(part, console)]
        found.append(Text())
    return found


def head(article: Article, claims: int) -> Text:
    """Title, outlet and day of the article, and how many claims it has."""
    first = article.text.strip().split("\n")[0]
    title = article.title or (first if len(first) <= 60 else first[:59] + "…")
    where = ", ".join(str(part) for part in (article.outlet, article.published) if part)
    count = {0: "no claims", 1: "1 claim"}.get(claims, f"{claims} claims")
    return Text.assemble((title, "bold"), " · " if where else "", where, " · ", count, " · example" if article.sample else "")


def relation(claim: Claim) -> Text:
    """`Iran → AID → Russland · denied, planned`."""
    stance = claim.attribution[-1].stance if claim.attribution else None
    marks = [(_PARTICIPLES[stance], _COLOURS[stance])] if stance else []
    marks += [("not", "bold red")] if claim.negated else []
    marks += [(claim.modality.value, "cyan")] if claim.modality is not Modality.ACTUAL else []
    parties = Text.assemble(
        (_name(claim.actor), "bold"), " → ", (claim.relation, "bold blue"), " → ", (_name(claim.recipient), "bold")
    )
    return Text(" · ").join([parties, *(Text(word, style=style) for word, style in marks)])


def sentence(claim: Claim, text: str) -> Text:
    """The sentence on one line, its evidence marked."""
    words = Text(claim.sentence.of(text), style="dim")
    words.stylize("not dim underline", claim.evidence.start - claim.sentence.start, claim.evidence.end - claim.sentence.start)
    return Text(" ").join(words.split())


def chain(steps: tuple[Step, ...]) -> Text:
    """Who says so, outermost first."""
    if not steps:
        return Text("the article says so itself", style="italic")
    links = [Text.assemble(_source(step), (" " + step.stance.value, _COLOURS[step.stance])) for step in steps]
    return Text(" › ").join(links)


def circumstances(claim: Claim) -> Text:
    """Theme, time and place, where the sentence tells them."""
    when = claim.time and (f"{claim.time.text} ({claim.time.value})" if claim.time.value else claim.time.text)
    parts = (("about", claim.theme), ("when", when), ("where", claim.place))
    return Text(" · ").join(Text.assemble((name + " ", "dim"), value) for name, value in parts if value)


def _wrapped(part: Text, console: Console) -> list[Text]:
    found = list(part.wrap(console, console.width - len(_INDENT)))
    for line in found:
        line.rstrip()
    return found


def _name(party: Party | None) -> str:
    return party.entity.name if party else "–"


def _source(step: Step) -> str:
    name = step.source.entity.name if step.source else "someone"
    return f"{name} (unnamed)" if step.anonymous else name
