"""The page about the vocabulary, written from the Turtle files."""

from collections.abc import Iterable, Mapping

from graph.vocabulary import Concept, Relation, Term, Vocabulary

_INTRODUCTION = """\
Everything here is read from `graph/data/depesche.ttl` and `graph/data/plover.ttl`; code, pages and queries take their
words from there too. Prefixes: `depesche:` is `http://depesche.localhost/ns#`, `plover:` is
`http://depesche.localhost/plover#`. What is well-formed stands in `graph/data/shapes.ttl`.
"""
_SCORES = """\
The 16 types, their modes, quadrants and scores (−10 conflict … +10 cooperation) are those of PLOVER 0.8 (CC BY-SA 4.0);
labels and definitions are ours. The manual prints +3 for `ACCUSE`; its modes and its quadrant say that a minus sign was
lost, so it is −3 here. Standing ties are our own and have no score.
"""


def vocabulary() -> str:
    """The whole page."""
    words = Vocabulary.load()
    lists = {
        "Stances": words.stances,
        "Modalities": words.modalities,
        "Polarities": words.polarities,
        "Types of speech": words.speech_types,
        "Reasons to lean on somebody": words.reasons,
        "Theme classes": words.theme_classes,
        "Kinds of parties": words.kinds,
        "Quadrants": words.quadrants,
    }
    parts = ["# Vocabulary\n", "<!-- written by `make docs` from the code; do not edit -->\n", _INTRODUCTION]
    parts += ["## Relations\n", _SCORES, _relations(words.relations.values()), "### Modes\n", _modes(words.relations.values())]
    for title, concepts in lists.items():
        parts += [f"## {title}\n", _concepts(concepts)]
    for title, properties in (("Classes", False), ("Properties", True)):
        parts += [f"## {title}\n", _terms(term for term in words.terms.values() if term.is_property is properties)]
    return "\n".join(parts)


def _relations(relations: Iterable[Relation]) -> str:
    rows = (
        (
            f"`{r.code}`",
            r.labels["de"],
            r.labels["en"],
            r.quadrant,
            _score(r.score),
            _flags(r),
            r.definition["de"],
            r.definition["en"],
        )
        for r in relations
    )
    return _table(("relation", "de", "en", "quadrant", "score", "", "Bedeutung", "meaning"), rows)


def _flags(relation: Relation) -> str:
    flags = {"needs a recipient": relation.recipient_required, "reciprocal": relation.reciprocal}
    return ", ".join(name for name, holds in flags.items() if holds)


def _modes(relations: Iterable[Relation]) -> str:
    rows = (
        (f"`{relation.code}-{mode.code}`", mode.labels["de"], mode.labels["en"], _score(mode.score))
        for relation in relations
        for mode in relation.modes
    )
    return _table(("mode", "de", "en", "score"), rows)


def _concepts(concepts: Mapping[str, Concept]) -> str:
    rows = (
        (f"`{code}`", c.labels["de"], c.labels["en"], c.definitions["de"], c.definitions["en"]) for code, c in concepts.items()
    )
    return _table(("code", "de", "en", "Bedeutung", "meaning"), rows)


def _terms(terms: Iterable[Term]) -> str:
    rows = ((f"`depesche:{t.code}`", t.labels["de"], t.labels["en"], t.definitions["de"], t.definitions["en"]) for t in terms)
    return _table(("term", "de", "en", "Bedeutung", "meaning"), rows)


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:+g}".replace("-", "−") if score else "0"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
