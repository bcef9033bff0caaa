"""Predicates that stand between two parties and that nobody has judged, by frequency: what the lexicon should learn next.

    python -m bench.unframed ARTICLES.jsonl [--most 60]

A verb counts where its clause has a subject or object and another filler that both denote parties, a noun where it has
two parties around it (genitive, adjective, prepositional phrases). It is known when a frame, a word of saying or an
embedding tells what it does, or when it stands in the word lists of those that tell no relation. Prints the share of
predicates that is not known.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.extraction.discourse import Discourse
from graph.extraction.noun_slots import NounSlots
from graph.extraction.nouns import frames_of
from graph.extraction.parties import PartyFinder
from graph.extraction.reader import Reader
from graph.extraction.remembering import remember
from graph.extraction.slots import Slots
from graph.language.clause import Analysis, ClauseKind
from graph.language.sentences import sentences
from graph.language.wordlists import word_list
from graph.model import Kind

_PARTIES = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.PERSON, Kind.GROUP})
_NO_RELATION_VERBS = word_list("de", "no_relation_verbs")
_NO_RELATION_NOUNS = word_list("de", "no_relation_nouns")
_NOUN_SLOTS = ("genitive", "adjective", "von", "durch", "gegen", "auf", "an", "mit", "zwischen", "für", "über", "zu", "gegenüber")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--most", type=int, default=60, help="how many predicates to list")
    options = parser.parse_args()
    texts = (json.loads(line)["text"] for line in options.articles.read_text(encoding="utf-8").splitlines())
    known, unknown = count(Reader.load(), texts)
    total = known + unknown.total()
    print(f"{unknown.total()} of {total} predicates between two parties are unknown ({unknown.total() / max(total, 1):.1%})")
    for (predicate, kind), times in unknown.most_common(options.most):
        print(f"{times:5}  {kind:4}  {predicate}")


def count(reader: Reader, texts: Iterator[str]) -> tuple[int, Counter[tuple[str, str]]]:
    """How many predicates between two parties are known, and those that are not."""
    known, unknown = 0, Counter[tuple[str, str]]()
    for text in texts:
        discourse = Discourse()
        for sentence in sentences(text):
            analysis = reader.clauses.analyse(sentence, text)
            parties = PartyFinder(analysis, text, reader.gazetteer, reader.lexicon, discourse)
            for predicate, kind, judged in (*_verbs(reader, analysis, parties), *_nouns(reader, analysis, parties)):
                known += judged
                unknown[predicate, kind] += not judged
            remember(parties, frozenset())
    return known, +unknown


def _verbs(reader: Reader, analysis: Analysis, parties: PartyFinder) -> Iterator[tuple[str, str, bool]]:
    slots, lexicon = Slots(analysis, reader.lexicon), reader.lexicon
    for clause in analysis.clauses:
        if clause.verb is None or clause.kind is ClauseKind.PARTICIPIAL:
            continue
        subjects = set(slots.subject(clause)) | set(slots.fill(clause, "accusative"))
        others = {f.phrase for f in clause.fillers} - subjects
        acting = [i for i in subjects if _is_party(parties, i)]
        if acting and (len(acting) > 1 or any(_is_party(parties, i) for i in others)):
            lemma = clause.verb.lemma
            framed = any(lemma in table for table in (lexicon.verbs, lexicon.cues, lexicon.embedding_verbs))
            yield lemma, "verb", framed or lemma in _NO_RELATION_VERBS


def _nouns(reader: Reader, analysis: Analysis, parties: PartyFinder) -> Iterator[tuple[str, str, bool]]:
    nouns = NounSlots(analysis, reader.lexicon, Slots(analysis, reader.lexicon), parties)
    for phrase in analysis.phrases:
        common = phrase.pronoun is None and phrase.name is None and analysis.tokens[phrase.head].tag == "NN"
        if not common or parties.entity(phrase.index) is not None:
            continue
        around = {p.entity for slot in _NOUN_SLOTS for p in nouns.fill(phrase, slot) if p.entity.kind in _PARTIES}
        if len(around) > 1:
            lemma, lexicon = phrase.lemma.rpartition("-")[2].capitalize(), reader.lexicon
            told = bool(frames_of(phrase, lexicon)) or any(lemma in table for table in (lexicon.cues, lexicon.embedding_nouns))
            yield lemma, "noun", told or lemma in lexicon.report_nouns or lemma in _NO_RELATION_NOUNS


def _is_party(parties: PartyFinder, phrase: int) -> bool:
    entity = parties.entity(phrase)
    return entity is not None and entity.kind in _PARTIES


if __name__ == "__main__":
    main()
