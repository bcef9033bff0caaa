"""The gazetteer: states, organisations, outlets, places, people and offices, and every inflected form that names them.

It stands in `data/gazetteer/*.csv`, one row a thing, with a source for what it says. Forms are worked out once, when it
is loaded (about 0.2 s), so that a look-up is one step in a dictionary. Given names stand beside them: they name nobody,
but show where a person is named, and often whether it is a woman.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from ..collecting import collector_at_rest
from ..errors import DataFileError
from ..language.kept import Kept
from ..language.tokens import words
from ..model import Entity, Kind
from .inflection import adjective_forms, demonym_forms, name_forms, person_forms, title_forms
from .tables import read, rows_of, several

DATA: Final = Path(__file__).parent.parent / "data" / "gazetteer"
OFFICE: Final = "office"
_FILES: Final = ("states", "organisations", "outlets", "places", "people", "offices")
_GIVEN_NAMES: Final = "given_names"
_GENDERS: Final = ("f", "m", "u")  # u: women and men have it (Kim, Andrea)
_KINDS: Final = {
    "states": Kind.STATE,
    "organisations": Kind.ORGANISATION,
    "outlets": Kind.OUTLET,
    "places": Kind.PLACE,
    "people": Kind.PERSON,
}
_NAME_COLUMNS: Final = (  # English forms too: German texts use them, and so will the English reader
    *(("name_de", "name"), ("name", "name"), ("name_en", "alias"), ("aliases_de", "alias"), ("aliases", "alias")),
    *(("aliases_en", "alias"), ("metonyms_de", "metonym"), ("metonyms_en", "metonym")),
)
_HOW_ORDER: Final = ("name", "alias", "metonym", "adjective", "demonym", "title")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in the gazetteer. `kind` is None for an office; `classed` is its finer class ("igo", "minister").

    `names` are the other names in German and English; `state` and `toward` ids of other rows, the latter of where an office
    is held or of the body that another one belongs to."""

    id: str
    kind: Kind | None
    name: str
    name_en: str
    names: tuple[str, ...]
    classed: str
    state: str | None
    wikidata: str | None
    toward: str | None
    adjective: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form means: the row and how it names it (name, alias, metonym, adjective, demonym, title)."""

    row: str
    how: str


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name: who has it (f, m, u), and whether it is `ambiguous`: a word, place or surname as well (Rose, Abbas)."""

    name: str
    gender: str
    ambiguous: bool


class Gazetteer:
    """All rows, and the entries of each form; `longest` is the number of words in the longest form, `reach` by a word in the
    longest that begins with it: 0 where none does."""

    def __init__(
        self,
        rows: Mapping[str, Row],
        forms: Mapping[tuple[str, ...], tuple[Entry, ...]],
        given: Mapping[str, GivenName],
        digest: str,
    ) -> None:
        self.rows, self.forms, self.given, self.digest = rows, forms, given, digest
        self.longest = max((len(form) for form in forms), default=0)
        reach: dict[str, int] = {}
        for form in forms:
            reach[form[0]] = max(reach.get(form[0], 0), len(form))
        self.reach = Kept[str, int](lambda word: reach.get(folded_word[word], 0))
        self._entities = {row.id: _entity(row) for row in rows.values() if row.kind is not None}

    @classmethod
    def load(cls, folder: Path = DATA) -> "Gazetteer":
        """The gazetteer in `folder`; raises DataFileError with file and line at the first malformed row."""
        with collector_at_rest():  # all that is made here stays
            return _load(folder)

    def lookup(self, form: tuple[str, ...]) -> tuple[Entry, ...]:
        """The entries of these words, names before adjectives; empty where nothing is known."""
        return self.forms.get(tuple([folded_word[w] for w in form]), ())

    def entity(self, row: str) -> Entity:
        """The entity of a row's id; raises KeyError for an office or an unknown id."""
        return self._entities[row]

    def entity_of(self, entry: Entry) -> Entity | None:
        """What an entry names; None for an office."""
        return self._entities.get(entry.row)

    def place_told_by(self, adjective: str) -> tuple[str, Entity] | None:
        """The name in an adjective in -er, as only places have one, and the place or, of a capital, the state that it names:
        Pariser, Bremer, Belgrader."""
        if not adjective[:1].isupper() or not adjective.endswith("er"):
            return None
        for name in (adjective[:-2], f"{adjective[:-2]}en"):
            named = [e for entry in self.lookup((name,)) if (e := self.entity_of(entry)) is not None]
            if place := next((e for e in named if e.kind in (Kind.PLACE, Kind.STATE)), None):
                return name, place
        return None

    def gender(self, name: str) -> str | None:
        """ "f" or "m" for a person's full name, by the first given name; None where that is unknown or serves both, and for
        a single word, which may be a surname (Gabriel)."""
        first, *others = name.split() or [""]
        known = self.given.get(first) or self.given.get(first.partition("-")[0])  # Anna-Lena is as Anna is
        return known.gender if known is not None and known.gender != "u" and others else None

    def knows_given(self, name: str) -> bool:
        """Whether the word is a given name."""
        return name in self.given

    def entity_named(self, name: str) -> Entity | None:
        """The first entity that `name` names, None where the gazetteer knows none."""
        found = self.lookup(words(name))
        return next((self._entities[e.row] for e in found if e.how in ("name", "alias") and e.row in self._entities), None)


@lru_cache(4)
def _load(folder: Path) -> Gazetteer:
    rows: dict[str, Row] = {}
    forms: dict[tuple[str, ...], tuple[Entry, ...]] = {}
    state = hashlib.sha256()
    for name in _FILES:
        file = folder / f"{name}.csv"
        raw = read(file)
        state.update(raw)
        for line, record in rows_of(file, raw.decode()):
            row = _row(name, record, file, line)
            if row.id in rows and name != "people":
                raise DataFileError(f"the id {row.id!r} stands twice", file=file, line=line)
            rows.setdefault(row.id, row)
            own = {how: Entry(row.id, how) for how in _HOW_ORDER}
            for how, form in _forms(name, record):
                folded, entry = folded_word_words(form), own[how]
                known = forms.get(folded, ())
                if entry not in known:
                    forms[folded] = (*known, entry)
    _check_references(rows, folder)
    raw = read(folder / f"{_GIVEN_NAMES}.csv")
    state.update(raw)
    given = _given_names(folder / f"{_GIVEN_NAMES}.csv", raw.decode())
    ordered = {form: tuple(sorted(entries, key=lambda e: _HOW_ORDER.index(e.how))) for form, entries in forms.items() if form}
    return Gazetteer(rows, ordered, given, state.hexdigest()[:16])


def _given_names(file: Path, text: str) -> dict[str, GivenName]:
    found: dict[str, GivenName] = {}
    for line, record in rows_of(file, text):
        try:
            name, gender, ambiguous = record["name"], record["gender"], record["ambiguous"]
        except KeyError as error:
            raise DataFileError(f"lacks the field {error}", file=file, line=line) from error
        if name in found or not name[:1].isupper() or gender not in _GENDERS or ambiguous not in ("", "yes"):
            raise DataFileError(f"no given name, or one that stands twice: {name!r}", file=file, line=line)
        found[name] = GivenName(name, gender, ambiguous == "yes")
    return found


def _row(table: str, record: Mapping[str, str], file: Path, line: int) -> Row:
    try:
        name = record.get("name_de") or record.get("name") or several(record["title_de"])[0]
        others = [
            *several(record.get("aliases_de", "")),
            *several(record.get("aliases", "")),
            *several(record.get("aliases_en", "")),
            *several(record.get("feminine_de", "")),
        ]
        return Row(
            id=record["id"],
            kind=_KINDS.get(table),
            name=name,
            name_en=record.get("name_en") or record.get("title_en") or name,
            names=tuple(dict.fromkeys(n for n in others if n != name)),
            classed=record.get("class") or record.get("status") or record.get("office") or "",
            state=record.get("state") or None,
            wikidata=record.get("wikidata") or None,
            toward=record.get("toward") or record.get("parent") or None,
            adjective=next(iter(several(record.get("adjective_de", ""))), None),
            source=record["source"],
        )
    except (KeyError, IndexError) as error:
        raise DataFileError(f"lacks the field {error}", file=file, line=line) from error


def _forms(table: str, record: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every inflected form of a record with how it names the thing."""
    if table == "offices":
        for title in (*several(record["title_de"]), *several(record.get("feminine_de", ""))):
            yield from (("title", form) for form in title_forms(title))
        return
    for column, how in _NAME_COLUMNS:
        for name in several(record.get(column, "")):
            yield from ((how, form) for form in (person_forms if table == "people" else name_forms)(name))
    for adjective in several(record.get("adjective_de", "")):
        yield from (("adjective", form) for form in adjective_forms(adjective))
    for demonym in several(record.get("demonym_de", "")):
        yield from (("demonym", form) for form in demonym_forms(demonym))


def _check_references(rows: Mapping[str, Row], folder: Path) -> None:
    for row in rows.values():
        if row.state is not None and row.state not in rows:
            raise DataFileError(f"{row.id} belongs to {row.state!r}, which no row has", file=folder)


def folded_word_words(form: str) -> tuple[str, ...]:
    plain = form.replace(" ", "").replace("-", "").isalpha()  # as most are: cut at the spaces, without looking for marks
    return tuple([folded_word[w] for w in (form.split(" ") if plain else words(form))])


def _in_one_case(word: str) -> str:
    """Acronyms as they are, other words in lower case: "US" is no "us", "UN" no "un"."""
    return word if word.isupper() and len(word) > 1 else word.lower()


folded_word: Final = Kept(_in_one_case)


def _entity(row: Row) -> Entity:
    assert row.kind is not None
    return Entity(row.name, row.kind, row.id, row.wikidata, row.state)


def labels(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """All names of each row that is an entity, German and English, for searching and labelling."""
    return {r.id: tuple(dict.fromkeys((r.name, r.name_en, *r.names))) for r in rows if r.kind is not None}
