"""Sentences as they were read, held back while they stand in a quotation whose speaker is named only where it ends, "„A. B“,
sagte X.", or nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..language.clause import Analysis
from ..model import Claim, Span, Step
from .attribution import Attributions
from .chains import self_told
from .leaving import quoted_chain
from .parties import PartyFinder


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """What became of one sentence: its form, its parties, its claims."""

    analysis: Analysis
    parties: PartyFinder
    attributions: Attributions  # which parties ask who speaks
    claims: tuple[Claim, ...]


@dataclass(slots=True)
class Pending:
    """The sentences since a quotation began of which nobody has said yet whose it is."""

    quotation: Span | None = None
    steps: list[ReadSentence] = field(default_factory=list)

    def add(self, step: ReadSentence, unspoken: Span | None) -> Iterator[ReadSentence]:
        """The sentences that are done with `step`; `unspoken` is the quotation that is open behind it without a speaker."""
        self.steps.append(step)
        if unspoken is None or self.quotation not in (None, unspoken):
            yield from self.rest(step.attributions)
        self.quotation = unspoken

    def rest(self, ending: Attributions | None = None) -> Iterator[ReadSentence]:
        """All that are held back, those in the quotation on the word of whoever `ending`, their last sentence, names."""
        quotation, steps = self.quotation, self.steps
        chain = quoted_chain(ending, quotation) if ending is not None and quotation is not None else ()
        chain = chain or (steps[-1].attributions.running.unnamed() if steps and quotation is not None else ())
        self.quotation, self.steps = None, []
        for step in steps:
            yield replace(step, claims=tuple(_on_word_of(c, chain, quotation) for c in step.claims)) if chain else step


def _on_word_of(claim: Claim, chain: tuple[Step, ...], quotation: Span | None) -> Claim:
    within = quotation is not None and quotation.covers(claim.evidence)
    if not within or claim.attribution or self_told(chain, claim.actor, claim.relation, claim.modality):
        return claim
    return replace(claim, attribution=chain)
