"""What became of each sentence, for those who want to see why a claim was made: clauses, slots, parties, claims."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from ..extraction.reader import Reader, ReadSentence
from ..language.clause import Clause, Voice
from ..model import Article, Claim, Party


def write_explanations(articles: Iterable[Article], stream: BinaryIO) -> None:
    """Explains every sentence of every article, in order."""
    reader = Reader.load()
    for article in articles:
        stream.write(f"{article.title or article.identifier or 'an article'}\n\n".encode())
        for step in reader.steps(article):
            for line in _lines(step, article.text):
                stream.write(f"{line}\n".encode())
            stream.write(b"\n")


def _lines(step: ReadSentence, text: str) -> Iterator[str]:
    analysis = step.analysis
    yield analysis.sentence.span.of(text)
    for clause in analysis.clauses:
        yield f"  [{clause.index}] {_clause(clause)}"
        for filler in clause.fillers:
            phrase = analysis.phrases[filler.phrase]
            words = analysis.span(phrase.first, phrase.last).of(text)
            entity = step.parties.entity(phrase.index)
            slot = phrase.preposition or filler.role.value
            yield f"      {slot:12} {words}" + (f"  = {entity.name} ({entity.kind})" if entity is not None else "")
    for claim in step.claims:
        yield f"  > {_claim(claim)}"
        yield f"      by {claim.rule}, from: {claim.evidence.of(text)}"
        yield from _links(claim)


def _clause(clause: Clause) -> str:
    """Kind, link and verb group in one line."""
    where = f" on [{clause.parent}] as {clause.link}" if clause.parent is not None else ""
    opener = f" ({clause.introducer})" if clause.introducer else ""
    if clause.verb is None:
        return f"{clause.kind}{opener}{where}"
    verb = clause.verb
    marks = [verb.voice.value] if verb.voice is not Voice.ACTIVE else []
    marks += [verb.tense.value, verb.mood.value]
    marks += [verb.modal] if verb.modal else []
    marks += [word for word, is_so in (("hearsay", verb.evidential), ("negated", verb.negated)) if is_so]
    return f"{clause.kind}{opener}{where}: {verb.lemma}, {', '.join(marks)}"


def _claim(claim: Claim) -> str:
    """One claim in one line, its chain behind it."""
    chain = " -> ".join(f"{_name(s.source)} {s.stance}" for s in claim.attribution) or "in its own voice"
    marks = [claim.modality.value, *(["not"] if claim.negated else [])]
    return f"{_name(claim.actor)} {claim.relation} {_name(claim.recipient)} ({', '.join(marks)}; {chain})"


def _links(claim: Claim) -> Iterator[str]:
    """Why an office without a name means whom, and who else might be meant."""
    for party in (claim.actor, claim.recipient, *(step.source for step in claim.attribution)):
        if party is not None and party.link is not None:
            yield f"      {party.entity.name} is {party.link.reason.value}; else {', '.join(party.link.alternatives)}"


def _name(party: Party | None) -> str:
    return party.entity.name if party is not None else "-"
