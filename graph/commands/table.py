"""A reading for human eyes: who does what to whom, on whose word, in which sentence. Knows no files and no store.

On a terminal the evidence stands out in the sentence and stances have colours; elsewhere the same words come plain and
always in the same width, so that what is printed can be compared.
"""

import io
import shutil
import sys
from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

from ..model import Article, Claim, Modality, Party, Reading, Span, Stance, Step

PLAIN_WIDTH = 100  # columns where there is no terminal
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
    """For each article a head line and a block for each sentence with claims; styled when `stream` is a terminal's stdout."""
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
    """What is printed for `reading`, wrapped to the console's width: each sentence once, its claims below it."""
    found = [head(reading.article, len(reading.claims)), Text()]
    for span, group in groupby(reading.claims, lambda claim: claim.sentence):
        claims = list(group)
        found += _wrapped(sentence(span, claims, reading.article.text), console, 2)
        for claim in claims:
            found += _wrapped(relation(claim), console, 4)
            found += _wrapped(Text(" · ").join([chain(claim.attribution), *circumstances(claim)]), console, 6)
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


def sentence(span: Span, claims: Iterable[Claim], text: str) -> Text:
    """The sentence on one line, the evidence of its claims marked."""
    words = Text(span.of(text))
    for claim in claims:
        words.stylize("underline", max(0, claim.evidence.start - span.start), claim.evidence.end - span.start)
    return Text(" ").join(words.split())


def chain(steps: tuple[Step, ...]) -> Text:
    """Who says so, outermost first."""
    if not steps:
        return Text("in its own voice", style="italic")
    links = [Text.assemble(_source(step), (" " + step.stance.value, _COLOURS[step.stance])) for step in steps]
    return Text(" › ").join(links)


def circumstances(claim: Claim) -> list[Text]:
    """Theme, time and place, where the sentence tells them."""
    when = claim.time and (f"{claim.time.text} ({claim.time.value})" if claim.time.value else claim.time.text)
    parts = (("about", claim.theme), ("when", when), ("where", claim.place))
    return [Text.assemble((name + " ", "dim"), value) for name, value in parts if value]


def _wrapped(part: Text, console: Console, indent: int) -> list[Text]:
    found = [Text(" " * indent) + line for line in part.wrap(console, console.width - indent)]
    for line in found:
        line.rstrip()
    return found


def _name(party: Party | None) -> str:
    return party.entity.name if party else "–"


def _source(step: Step) -> str:
    name = step.source.entity.name if step.source else "someone"
    return f"{name} (unnamed)" if step.anonymous else name
