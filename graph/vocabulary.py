"""The vocabulary as plain frozen values, read from the Turtle files in `data/`: the one place that parses them.

Relations, closed lists, kinds and terms have their codes, labels and definitions there and nowhere else; whoever
prints a label asks here. It knows nothing of claims or stores. Loading takes about 0.1 s, rdflib's import included,
and happens once in a process.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax

from .errors import DataFileError
from .model import Kind, Modality, Reason, SpeechType, Stance

DEPESCHE = "http://depesche.localhost/ns#"
PLOVER = "http://depesche.localhost/plover#"
LANGUAGES = ("de", "en")
DATA = Path(__file__).parent / "data"

_D, _P = Namespace(DEPESCHE), Namespace(PLOVER)
_STANDING = "standing-tie"
_SCALE = 10.0  # scores run from -10 to +10


@dataclass(frozen=True, slots=True)
class Concept:
    """A member of a closed list; `labels` and `definitions` by language, each with "de" and "en"."""

    code: str
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer sort of a relation, such as CONSULT's "visit"; `score` is None where PLOVER prints none."""

    code: str
    iri: str
    labels: Mapping[str, str]
    score: float | None


@dataclass(frozen=True, slots=True)
class Relation:
    """One of the 16 PLOVER types or of the 3 standing ties.

    `labels` are verb phrases that read between actor and recipient, `alone` where no recipient follows. `score` runs
    from -10 (conflict) to +10 (cooperation) and is None for standing ties. `quadrant` is a code in `Vocabulary.quadrants`.
    """

    code: str
    iri: str
    labels: Mapping[str, str]
    alone: Mapping[str, str]
    definition: Mapping[str, str]
    quadrant: str
    score: float | None
    modes: tuple[Mode, ...]
    recipient_required: bool
    reciprocal: bool

    @property
    def standing(self) -> bool:
        """Whether it is a tie that lasts, not an event."""
        return self.quadrant == _STANDING


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property of ours, by its local name; `definitions` are its comments.

    `range` is the IRI of what values of a property are: a class or a datatype; None where the file names none.
    """

    code: str
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    is_property: bool
    range: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that the Turtle files say, by code, in the order of the files."""

    relations: Mapping[str, Relation]
    quadrants: Mapping[str, Concept]
    stances: Mapping[str, Concept]
    modalities: Mapping[str, Concept]
    polarities: Mapping[str, Concept]
    speech_types: Mapping[str, Concept]
    reasons: Mapping[str, Concept]
    theme_classes: Mapping[str, Concept]
    kinds: Mapping[str, Concept]
    terms: Mapping[str, Term]

    @staticmethod
    def load(folder: Path | None = None) -> "Vocabulary":
        """The vocabulary of `folder`, ours by default; read once. Raises DataFileError naming file and line."""
        return _load(folder or DATA)


@cache
def _load(folder: Path) -> Vocabulary:
    own, plover = _Source.read(folder / "depesche.ttl", DEPESCHE), _Source.read(folder / "plover.ttl", PLOVER)
    quadrants = plover.concepts(_P.Quadrants)
    return Vocabulary(
        relations=_relations(plover, quadrants),
        quadrants=quadrants,
        stances=_closed(own, _D.Stances, Stance),
        modalities=_closed(own, _D.Modalities, Modality),
        polarities=own.concepts(_D.Polarities),
        speech_types=_closed(own, _D.SpeechTypes, SpeechType),
        reasons=_closed(own, _D.Reasons, Reason),
        theme_classes=own.concepts(_D.ThemeClasses),
        kinds=_kinds(own),
        terms=_terms(own),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """One parsed file, with the line on which each of its subjects begins (for errors, and for the order)."""

    path: Path
    dataset: Graph
    lines: Mapping[str, int] = field(repr=False)

    @classmethod
    def read(cls, path: Path, namespace: str) -> "_Source":
        try:
            text = path.read_text(encoding="utf-8")
            dataset = Graph().parse(data=text, format="turtle")
        except (OSError, UnicodeDecodeError) as error:
            raise DataFileError(f"cannot be read: {error}", file=path) from error
        except BadSyntax as error:
            raise DataFileError("is not Turtle", file=path, line=error.lines + 1) from error
        subjects = ((match[1], number) for number, line in enumerate(text.splitlines(), 1) if (match := _SUBJECT.match(line)))
        return cls(path, dataset, {namespace + name: number for name, number in subjects})

    def wrong(self, what: str, about: URIRef) -> DataFileError:
        return DataFileError(f"{_local(about)} {what}", file=self.path, line=self.lines.get(str(about)))

    def in_order(self, subjects: Iterable[object]) -> list[URIRef]:
        """Those subjects that are IRIs, in the order of the file."""
        return sorted((s for s in subjects if isinstance(s, URIRef)), key=lambda s: (self.lines.get(str(s), 0), s))

    def words(self, subject: URIRef, predicate: URIRef) -> Mapping[str, str]:
        """One text in each language; the file must have them all."""
        texts = {o.language or "": str(o) for o in self.dataset.objects(subject, predicate) if isinstance(o, Literal)}
        if set(texts) != set(LANGUAGES):
            raise self.wrong(f"needs {_local(predicate)} in {' and '.join(LANGUAGES)}", subject)
        return MappingProxyType(texts)

    def code(self, subject: URIRef) -> str:
        return str(self.one(subject, SKOS.notation))

    def one(self, subject: URIRef, predicate: URIRef) -> object:
        """The single value of a property that must be there."""
        found = list(self.dataset.objects(subject, predicate))
        if len(found) != 1:
            raise self.wrong(f"needs one {_local(predicate)}, has {len(found)}", subject)
        return found[0].toPython() if isinstance(found[0], Literal) else found[0]

    def flag(self, subject: URIRef, predicate: URIRef) -> bool:
        value = self.one(subject, predicate)
        if not isinstance(value, bool):
            raise self.wrong(f"needs true or false as {_local(predicate)}", subject)
        return value

    def range(self, subject: URIRef) -> str | None:
        value = self.dataset.value(subject, RDFS.range)
        return None if value is None else str(value)

    def score(self, subject: URIRef) -> float | None:
        value = self.dataset.value(subject, _P.score)
        if value is None:
            return None
        number = float(str(value)) if _NUMBER.fullmatch(str(value)) else _SCALE + 1
        if abs(number) > _SCALE:
            raise self.wrong("needs a score from -10 to 10", subject)
        return number

    def concepts(self, scheme: URIRef) -> Mapping[str, Concept]:
        members = self.in_order(self.dataset.subjects(SKOS.inScheme, scheme))
        if not members:
            raise self.wrong("is an empty list", scheme)
        return _by_code(self.concept(iri, SKOS.prefLabel, SKOS.definition) for iri in members)

    def concept(self, iri: URIRef, label: URIRef, definition: URIRef) -> Concept:
        return Concept(self.code(iri), str(iri), self.words(iri, label), self.words(iri, definition))


_Coded = TypeVar("_Coded", Concept, Relation, Term)
_SUBJECT = re.compile(r"[a-z]+:([\w-]+)\s")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _local(iri: URIRef) -> str:
    return re.split(r"[#/]", str(iri))[-1]


def _by_code(values: Iterable[_Coded]) -> Mapping[str, _Coded]:
    return MappingProxyType({value.code: value for value in values})


def _closed(source: _Source, scheme: URIRef, values: type[StrEnum]) -> Mapping[str, Concept]:
    """A list whose members the code knows by name: file and code must agree."""
    concepts = source.concepts(scheme)
    if set(concepts) != set(values):
        raise source.wrong(f"must list {', '.join(values)}", scheme)
    return concepts


def _kinds(source: _Source) -> Mapping[str, Concept]:
    classes = source.in_order(source.dataset.subjects(RDFS.subClassOf, _D.Entity))
    kinds = _by_code(source.concept(iri, RDFS.label, RDFS.comment) for iri in classes)
    if set(kinds) != set(Kind):
        raise source.wrong(f"must have the subclasses {', '.join(Kind)}", _D.Entity)
    return kinds


def _terms(source: _Source) -> Mapping[str, Term]:
    of_type = {kind: source.in_order(source.dataset.subjects(RDF.type, kind)) for kind in (RDFS.Class, RDF.Property)}
    return _by_code(_term(source, iri, kind == RDF.Property) for kind, subjects in of_type.items() for iri in subjects)


def _term(source: _Source, iri: URIRef, is_property: bool) -> Term:
    labels, comments = source.words(iri, RDFS.label), source.words(iri, RDFS.comment)
    return Term(_local(iri), str(iri), labels, comments, is_property, source.range(iri))


def _relations(source: _Source, quadrants: Mapping[str, Concept]) -> Mapping[str, Relation]:
    tops = source.in_order(source.dataset.subjects(SKOS.topConceptOf, _P.Relations))
    return _by_code(_relation(source, iri, quadrants) for iri in tops)


def _relation(source: _Source, iri: URIRef, quadrants: Mapping[str, Concept]) -> Relation:
    quadrant = _local(URIRef(str(source.one(iri, _P.quadrant))))
    score = source.score(iri)
    if quadrant not in quadrants:
        raise source.wrong(f"has the unknown quadrant {quadrant}", iri)
    if (score is None) != (quadrant == _STANDING):
        raise source.wrong("needs a score, unless it is a standing tie", iri)
    return Relation(
        code=source.code(iri),
        iri=str(iri),
        labels=source.words(iri, SKOS.prefLabel),
        alone=source.words(iri, _P.labelAlone),
        definition=source.words(iri, SKOS.definition),
        quadrant=quadrant,
        score=score,
        modes=tuple(_mode(source, mode) for mode in source.in_order(source.dataset.subjects(SKOS.broader, iri))),
        recipient_required=source.flag(iri, _P.recipientRequired),
        reciprocal=source.flag(iri, _P.reciprocal),
    )


def _mode(source: _Source, iri: URIRef) -> Mode:
    return Mode(source.code(iri), str(iri), source.words(iri, SKOS.prefLabel), source.score(iri))
