"""The files of a lexicon, read and checked: a new verb is a line in `data/lexicon/<language>/*.toml`.

Everything is checked when it is loaded, against the vocabulary for relations, and an error names the file and the line of
its table.
"""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from ..errors import DataFileError
from ..model import Kind, Modality, Stance
from ..vocabulary import Vocabulary
from .lexicon import Cue, Embedding, Frame, GroupNoun, Lexicon

DATA: Final = Path(__file__).parent.parent / "data" / "lexicon"
_JUDGED: Final = {"bad": "ACCUSE", "good": "SUPPORT"}


@lru_cache(4)
def load_lexicon(language: str = "de", folder: Path = DATA) -> Lexicon:
    """The lexicon of `language`; raises DataFileError at the first malformed entry."""
    files = sorted((folder / language).glob("*.toml"))
    if not files:
        raise DataFileError(f"no lexicon for the language {language!r}", file=folder / language)
    tables = _Tables()
    state = hashlib.sha256()
    for file in files:
        raw = file.read_bytes()
        state.update(file.name.encode() + raw)
        tables.add(file, raw.decode())
    return tables.lexicon(state.hexdigest()[:16])


class _Tables:
    """Collects entries file by file."""

    def __init__(self) -> None:
        vocabulary = Vocabulary.load()
        self.relations, self.theme_classes = frozenset(vocabulary.relations), frozenset(vocabulary.theme_classes)
        self.frames: list[Frame] = []
        self.embeddings: dict[str, dict[str, Embedding]] = {"verb": {}, "noun": {}, "adjective": {}}
        self.cues: list[Cue] = []
        self.report_nouns: set[str] = set()
        self.groups: dict[str, GroupNoun] = {}
        self.no_groups: set[str] = set()
        self.supports: set[str] = set()
        self.themes: dict[str, str] = {}
        self.tones: dict[str, str] = {}

    def add(self, file: Path, text: str) -> None:
        try:
            content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise DataFileError(f"not TOML: {error}", file=file) from error
        for name, entries in content.items():
            read = getattr(self, f"_{name}", None)
            if read is None or not isinstance(entries, list):
                raise DataFileError(f"unknown table {name!r}", file=file, line=_line(text, name, 0))
            for number, entry in enumerate(entries):
                try:
                    read(dict(entry))
                except (KeyError, ValueError, TypeError) as error:
                    raise DataFileError(f"{name}: {_said(error)}", file=file, line=_line(text, name, number)) from error

    def lexicon(self, digest: str) -> Lexicon:
        return Lexicon(
            verbs=_by(self.frames, lambda f: not f.is_noun),
            nouns=_by(self.frames, lambda f: f.is_noun),
            embedding_verbs=self.embeddings["verb"],
            embedding_nouns=self.embeddings["noun"],
            embedding_adjectives=self.embeddings["adjective"],
            cues=_cues_by_form(self.cues),
            report_nouns=frozenset(self.report_nouns),
            groups=self.groups,
            no_groups=frozenset(self.no_groups),
            support_verbs=frozenset(self.supports),
            themes=self.themes,
            tones=self.tones,
            saying_verbs=self._saying_verbs(),
            digest=digest,
        )

    def _saying_verbs(self) -> frozenset[str]:
        cues = (c.form for c in self.cues if c.part == "verb" and c.kind != "view")
        return frozenset((*cues, *self.embeddings["verb"], *(f.predicate for f in self.frames if f.clause is not None)))

    def _frame(self, entry: dict[str, Any]) -> None:
        self.frames.append(_frame(entry, self.relations))

    def _judging(self, entry: dict[str, Any]) -> None:
        """A verb of judging is two frames: what is called bad is criticised, what is called good is supported."""
        for tone, relation in ((t, r) for t, r in _JUDGED.items() if t in entry):
            slots = {"actor": "subject", "recipient": entry["thing"], "requires": ["actor", "recipient"]}
            frame = _frame({**slots, "verb": entry["verb"], "relation": relation, "example": entry[tone]}, self.relations)
            self.frames.append(replace(frame, rule=f"{frame.rule}-{tone}", tone=tone, said_as=_strings(entry["as"])))

    def _tone(self, entry: dict[str, Any]) -> None:
        if entry["tone"] not in _JUDGED:
            raise ValueError(f"unknown tone {entry['tone']!r}")
        self.tones.update(dict.fromkeys(_strings(entry["words"]), entry["tone"]))

    def _embedding(self, entry: dict[str, Any]) -> None:
        part = next(p for p in self.embeddings if p in entry)
        self.embeddings[part][entry[part]] = _embedding(entry["clause"])

    def _cue(self, entry: dict[str, Any]) -> None:
        part = next(p for p in ("verb", "noun", "preposition", "adverb", "phrase") if p in entry)
        source = _strings(entry.get("source", []))
        stance, light = Stance(entry["stance"]), frozenset(_strings(entry.get("with", [])))
        kind, anaphora, reflexive = entry.get("kind", "clause"), entry.get("anaphora", False), entry.get("reflexive", False)
        self.cues.append(Cue(entry[part], part, stance, source, kind, anaphora, reflexive, light, entry.get("then")))

    def _report_noun(self, entry: dict[str, Any]) -> None:
        self.report_nouns.add(entry["noun"])

    def _support(self, entry: dict[str, Any]) -> None:
        self.supports.add(entry["verb"])

    def _theme(self, entry: dict[str, Any]) -> None:
        if entry["class"] not in self.theme_classes:
            raise ValueError(f"unknown theme class {entry['class']!r}")
        self.themes.update(dict.fromkeys(_strings(entry["nouns"]), entry["class"]))

    def _group(self, entry: dict[str, Any]) -> None:
        group_class, kind, source_class = entry["class"], Kind(entry["kind"]).value, entry.get("source_class")
        for noun in entry["nouns"].split():
            if noun in self.groups:
                raise ValueError(f"{noun!r} stands twice")
            self.groups[noun] = GroupNoun(noun, group_class, kind, source_class)

    def _no_group(self, entry: dict[str, Any]) -> None:
        self.no_groups.update(entry["nouns"].split())


def _frame(entry: dict[str, Any], relations: frozenset[str]) -> Frame:
    is_noun = "noun" in entry
    predicate = entry["noun"] if is_noun else entry["verb"]
    relation = entry["relation"]
    if relation not in relations:
        raise ValueError(f"unknown relation {relation!r}")
    complement = entry.get("complement") or {}
    light = entry.get("with")
    return Frame(
        rule="-".join(["frame", relation.lower(), predicate.lower(), *([light.lower()] if light else [])]).replace(" ", "_"),
        predicate=predicate,
        is_noun=is_noun,
        relation=relation,
        actor=_strings(entry.get("actor", "subject")),
        recipient=_strings(entry.get("recipient", [])),
        theme=_strings(entry.get("theme", [])),
        requires=frozenset(_strings(entry.get("requires", []))),
        kinds={slot: frozenset(kinds) for slot, kinds in (entry.get("kinds") or {}).items()},
        complement_slot=complement.get("slot"),
        complement_heads=frozenset(complement.get("head", [])),
        light=light,
        reflexive=entry.get("reflexive", False),
        mode=entry.get("mode") or None,
        modality=Modality(entry["modality"]) if entry.get("modality") else None,
        negated=entry.get("negated", False),
        amid=entry.get("amid"),
        alone=entry.get("alone", False),
        clause=_embedding(entry["clause"]) if entry.get("clause") else None,
        example=entry["example"],
        against=entry.get("against", ""),
    )


def _embedding(entry: Mapping[str, Any]) -> Embedding:
    return Embedding(
        entry.get("controller") or "subject",
        Modality(entry["modality"]) if entry.get("modality") else None,
        entry.get("negated", False),
        Stance(entry["stance"]) if entry.get("stance") else None,
        entry.get("carries", False),
        entry.get("ahead", False),
    )


def _strings(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise TypeError(f"not a list of words: {value!r}")
    return tuple(value)


def _by(frames: Iterable[Frame], keep: Any) -> Mapping[str, tuple[Frame, ...]]:
    """Frames by predicate, those that demand more first, so that the general one comes last."""
    table: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        if keep(frame):
            table[frame.predicate].append(frame)
    return {word: tuple(sorted(found, key=_demands, reverse=True)) for word, found in table.items()}


def _demands(frame: Frame) -> int:
    return (
        4 * (frame.light is not None)
        + 3 * (frame.complement_slot is not None)
        + 3 * (frame.tone is not None)
        + len(frame.requires)
        + 2 * frame.reflexive
        + (frame.amid is not None)
        + len(frame.kinds)
    )


def _cues_by_form(cues: Iterable[Cue]) -> Mapping[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        table[cue.form].append(cue)
    return {form: tuple(found) for form, found in table.items()}


def _line(text: str, table: str, number: int) -> int:
    """The line, from 1, of the table `number` (from 0) with this name."""
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip().startswith(f"[[{table}]]")]
    return lines[number] if number < len(lines) else 1


def _said(error: Exception) -> str:
    return f"lacks {error}" if isinstance(error, KeyError) else str(error)
