"""Predicates that stand between two parties and have no frame, by frequency: what the lexicon should learn next.

    python -m bench.unframed ARTICLES.jsonl [--most 60]

A clause counts where its verb has a subject and another filler that both denote parties; it is framed when a frame or
a word of saying knows the verb. Nouns count where two slots hold parties. Prints the share that stays unframed.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.extraction.discourse import Discourse
from graph.extraction.parties import PartyFinder
from graph.extraction.reader import Reader
from graph.extraction.slots import Slots
from graph.language.clause import Analysis, ClauseKind
from graph.language.sentences import sentences
from graph.model import Kind

_PARTIES = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.PERSON, Kind.GROUP})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--most", type=int, default=60, help="how many predicates to list")
    options = parser.parse_args()
    reader = Reader.load()
    texts = (json.loads(line)["text"] for line in options.articles.read_text(encoding="utf-8").splitlines())
    framed, unframed = count(reader, texts)
    total = framed + unframed.total()
    print(f"{unframed.total()} of {total} predicates between two parties have no frame ({unframed.total() / max(total, 1):.1%})")
    for (predicate, kind), times in unframed.most_common(options.most):
        print(f"{times:5}  {kind:4}  {predicate}")


def count(reader: Reader, texts: Iterator[str]) -> tuple[int, Counter[tuple[str, str]]]:
    """How many predicates between two parties have a frame, and those that have none."""
    framed, unframed = 0, Counter[tuple[str, str]]()
    for text in texts:
        discourse = Discourse()
        for sentence in sentences(text):
            analysis = reader.clauses.analyse(sentence, text)
            parties = PartyFinder(analysis, text, reader.gazetteer, reader.lexicon, discourse)
            for predicate, kind, known in _predicates(reader, analysis, parties):
                framed += known
                unframed[predicate, kind] += not known
            parties.remember()
    return framed, +unframed


def _predicates(reader: Reader, analysis: Analysis, parties: PartyFinder) -> Iterator[tuple[str, str, bool]]:
    slots = Slots(analysis, reader.lexicon)
    for clause in analysis.clauses:
        if clause.verb is None or clause.kind is ClauseKind.PARTICIPIAL:
            continue
        subjects = set(slots.subject(clause)) | set(slots.fill(clause, "accusative"))
        others = {f.phrase for f in clause.fillers} - subjects
        acting = [i for i in subjects if _is_party(parties, i)]
        if acting and (len(acting) > 1 or any(_is_party(parties, i) for i in others)):
            lemma = clause.verb.lemma
            lexicon = reader.lexicon
            yield lemma, "verb", any(lemma in table for table in (lexicon.verbs, lexicon.cues, lexicon.embedding_verbs))


def _is_party(parties: PartyFinder, phrase: int) -> bool:
    entity = parties.entity(phrase)
    return entity is not None and entity.kind in _PARTIES


if __name__ == "__main__":
    main()
