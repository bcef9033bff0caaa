"""The clause analysis beside dependency trees: finite verbs, subjects, objects, relative antecedents, mood.

    python -m bench.trees TREES.conllu ... [--show objects --most 40]

Trees and clauses cut sentences differently, so heads are compared by place: a noun that the tree calls subject is found
when it stands in a phrase that fills that role. Pronouns are left out of subjects and objects. A relative pronoun's
antecedent is the noun that its clause hangs on in the tree; clauses that hang on a whole clause are left out. Mood is
compared on the finite verbs that both sides see; a form that serves two moods ("sollte") is right where the tree has
either.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import conllu

from graph.language.clause import Analysis, Clause, ClauseKind, Mood, Role
from graph.language.german.clauses import GermanClauses
from graph.model import Sentence, Span

FIGURES = ("finite", "subjects", "objects", "antecedents")
_NOUNS = ("NOUN", "PROPN")
_WITHIN_CLAUSE = frozenset(
    ["nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "nmod", "det", "det:poss", "cop", "conj", "xcomp", "ccomp", "root"]
)  # from a relative pronoun up to the verb of its clause
_SUBJUNCTIVE = (Mood.REPORTED, Mood.UNREAL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a tree: where it begins in the sentence, its number and that of its head, relation and features."""

    start: int
    number: int
    head: int
    relation: str
    kind: str
    tag: str
    features: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence with its words in order."""

    text: str
    words: tuple[Word, ...]

    def word(self, number: int) -> Word | None:
        return next((w for w in self.words if w.number == number), None)


@dataclass(slots=True)
class Counts:
    """How many there are in the trees, how many we find, how many of each side have a counterpart; what went wrong."""

    wanted: int = 0
    given: int = 0
    met: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(self.given, 1)

    @property
    def recall(self) -> float:
        return self.met / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    def compare(self, text: str, wanted: Iterable[int], given: Iterable[range]) -> None:
        """Places that the tree has against stretches that we have."""
        places, stretches = sorted(set(wanted)), sorted(set(given), key=lambda r: r.start)
        missed = [p for p in places if not any(p in r for r in stretches)]
        false = [r for r in stretches if not any(p in r for p in places)]
        self.wanted += len(places)
        self.given += len(stretches)
        self.met += len(places) - len(missed)
        self.right += len(stretches) - len(false)
        if missed or false:
            shown = [f"-{_word_at(text, p)}" for p in missed] + [f"+{text[r.start : r.stop]}" for r in false]
            self.wrong.append(f"{text}   {', '.join(shown)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trees", type=Path, nargs="+")
    parser.add_argument("--show", choices=(*FIGURES, "mood"), help="print sentences in which this goes wrong")
    parser.add_argument("--most", type=int, default=40)
    options = parser.parse_args()
    counts = measure(options.trees)
    for name, count in counts.items():
        print(f"{name:12} P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}   ({count.wanted} in the trees)")
    if options.show:
        wrong = counts[options.show].wrong
        print(*Random(7).sample(wrong, min(options.most, len(wrong))), sep="\n")


def measure(files: Iterable[Path]) -> dict[str, Counts]:
    """The counts of each figure over all sentences of `files`."""
    clauses = GermanClauses()
    counts = {name: Counts() for name in (*FIGURES, "mood")}
    for tree in (tree for file in files for tree in trees(file)):
        analysis = clauses.analyse(Sentence(0, Span(0, len(tree.text))), tree.text)
        counts["finite"].compare(tree.text, _tree_finite(tree), _found_finite(analysis))
        counts["subjects"].compare(tree.text, _tree_role(tree, "nsubj"), _found_role(analysis, Role.SUBJECT))
        counts["objects"].compare(tree.text, _tree_role(tree, "obj"), _found_role(analysis, Role.ACCUSATIVE))
        _compare_antecedents(counts["antecedents"], tree, analysis)
        _compare_moods(counts["mood"], tree, analysis)
    return counts


def trees(file: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file that keep their text."""
    with file.open(encoding="utf-8") as lines:
        for sentence in conllu.parse_incr(lines):
            text = str(sentence.metadata["text"])
            yield Tree(text.replace("``", " „").replace("''", "“ "), tuple(_words(sentence, text)))


def _words(sentence: conllu.TokenList, text: str) -> Iterator[Word]:
    at, inside = 0, {}
    for token in sentence:
        number, form = token["id"], token["form"]
        if isinstance(number, tuple):  # "im" is one word of the text and two of the tree
            at = text.index(form, at)
            inside = dict.fromkeys(range(number[0], number[-1] + 1), at)
            at += len(form)
            continue
        start = inside.get(number, text.find(form, at))
        at = max(at, start + len(form) if number not in inside else at)
        features = token["feats"] or {}
        yield Word(start, number, token["head"], token["deprel"], token["upos"], token["xpos"], features)


def _word_at(text: str, place: int) -> str:
    return text[place:].split(maxsplit=1)[0]


# what the tree says and what we say ---------------------------------------------------------------------------------


def _tree_finite(tree: Tree) -> Iterator[int]:
    return (w.start for w in tree.words if w.features.get("VerbForm") == "Fin" or w.tag in ("VVFIN", "VAFIN", "VMFIN"))


def _found_finite(analysis: Analysis) -> Iterator[range]:
    for clause in analysis.clauses:
        if clause.verb is not None and clause.verb.finite is not None:
            start = analysis.tokens[clause.verb.finite].span.start
            yield range(start, start + 1)


def _tree_role(tree: Tree, relation: str) -> Iterator[int]:
    return (w.start for w in tree.words if w.relation.split(":")[0] == relation and w.kind in _NOUNS)


def _found_role(analysis: Analysis, role: Role) -> Iterator[range]:
    for clause in analysis.clauses:
        if clause.verb is not None and clause.kind is not ClauseKind.PARTICIPIAL:
            yield from (_range(analysis, i) for i in clause.fillers_in(role) if analysis.phrases[i].pronoun is None)


def _range(analysis: Analysis, phrase: int) -> range:
    span = analysis.span(analysis.phrases[phrase].first, analysis.phrases[phrase].last)
    return range(span.start, span.end)


def _compare_antecedents(count: Counts, tree: Tree, analysis: Analysis) -> None:
    """Each relative pronoun of the tree: whether its clause is there and hangs on the right noun."""
    wanted = dict(_tree_antecedents(tree))
    given = {
        start: phrase
        for clause in analysis.clauses
        if (found := _found_antecedent(analysis, clause))
        for start, phrase in [found]
    }
    right = {p for p, noun in wanted.items() if p in given and noun in given[p]}
    count.wanted += len(wanted)
    count.given += len(given)
    count.met += len(right)
    count.right += len(right)
    for place in sorted({*wanted, *given} - right):
        noun = _word_at(tree.text, wanted[place]) if place in wanted else "nothing"
        ours = tree.text[given[place].start : given[place].stop] if place in given else "nothing"
        count.wrong.append(f"{tree.text}   {_word_at(tree.text, place)}@{place}: {noun}, not {ours}")


def _tree_antecedents(tree: Tree) -> Iterator[tuple[int, int]]:
    for word in tree.words:
        if word.tag not in ("PRELS", "PRELAT") and "Rel" not in word.features.get("PronType", ""):
            continue
        above: Word | None = word
        while above is not None and not above.relation.startswith("acl"):
            above = tree.word(above.head) if above.relation in _WITHIN_CLAUSE else None
        noun = tree.word(above.head) if above is not None else None
        if noun is not None and noun.start < word.start and noun.kind not in ("VERB", "AUX"):
            yield word.start, noun.start


def _found_antecedent(analysis: Analysis, clause: Clause) -> tuple[int, range] | None:
    if clause.kind is not ClauseKind.RELATIVE or clause.antecedent is None:
        return None
    front = [analysis.tokens[i] for i in clause.tokens if not analysis.tokens[i].tag.startswith("$")][:3]
    pronoun = next((t for t in front if t.tag in ("PRELS", "PRELAT", "PWS")), None)
    return (pronoun.span.start, _range(analysis, clause.antecedent)) if pronoun is not None else None


def _compare_moods(count: Counts, tree: Tree, analysis: Analysis) -> None:
    moods = {w.start: w.features["Mood"] for w in tree.words if "Mood" in w.features}
    for clause in analysis.clauses:
        if clause.verb is None or clause.verb.finite is None:
            continue
        start = analysis.tokens[clause.verb.finite].span.start
        if start in moods:
            right = _same_mood(clause.verb.mood, moods[start])
            count.wanted, count.given = count.wanted + 1, count.given + 1
            count.met, count.right = count.met + right, count.right + right
            if not right:
                count.wrong.append(f"{tree.text}   {_word_at(tree.text, start)}: {moods[start]}, not {clause.verb.mood}")


def _same_mood(ours: Mood, theirs: str) -> bool:
    return ours is Mood.AMBIGUOUS or (ours in _SUBJUNCTIVE) == (theirs == "Sub")


if __name__ == "__main__":
    main()
