"""The words of the gazetteer that are names, for whoever cuts sentences into clauses and knows no entities."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import simplemma

from ..language.given_names import GivenNames
from ..language.known_names import KnownNames
from ..language.tokens import words
from ..model import Kind
from .gazetteer import Entry, Gazetteer, Row, folded_word

_INITIALS: Final = 2  # letters; shorter words of names (Li, Al) are too many other things
_PLAIN: Final = range(4, 11)  # letters of an armed group's name of one word: Farc to Peschmerga
_NAMED_ABROAD: Final = (Kind.ORGANISATION, Kind.OUTLET)
_LIKE_NO_NOUN: Final = re.compile(r"[a-z]+-\w+|\w*[a-zäöü][A-ZÄÖÜ]\w*")  # al-Schabab, ProSieben


def known_names(gazetteer: Gazetteer) -> KnownNames:
    """The words that are names: of states and places the whole ones, of people the parts; and longer names that hold
    small words, begin with a word that is a name by itself (Volksrepublik Donezk) or with no German one (Black Lives
    Matter); and names that look like no noun (al-Schabab, ProSieben)."""
    rows = gazetteer.rows
    single = {f[0]: entries for f, entries in gazetteer.forms.items() if len(f) == 1}
    whole = frozenset(w for w, entries in single.items() if _names_place(rows, entries) or _names_body(rows, w, entries))
    parts: set[str] = set()
    runs: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows.values():
        for found in (words(name) for name in (row.name, *row.names) if row.kind is not None):
            begins_whole = len(found) > 1 and folded_word[found[0]] in whole and row.kind is not Kind.PERSON
            foreign = row.kind in _NAMED_ABROAD and not simplemma.is_known(found[0], "de")
            small = any(w[0].islower() for w in found) or _is_short(found[0])
            small = small and not (found[0][0].islower() and found[0].endswith("sche"))  # israelische Truppen: no name by form
            if (len(found) > 1 and (begins_whole or foreign or small)) or (foreign and _LIKE_NO_NOUN.fullmatch(found[0])):
                runs[found[0]].append(found)
                if found[0][0].islower():  # Von der Leyen sagte
                    first = found[0][0].upper() + found[0][1:]
                    runs[first].append((first, *found[1:]))
            if row.kind is Kind.PERSON and not any(w.islower() for w in found):
                parts.update(w for w in found if w[0].isupper() and len(w) > _INITIALS)
    for run in (f for f, entries in gazetteer.forms.items() if f[0] == "den" and _names_place(rows, entries)):  # Den Haag
        runs["Den"].append(tuple(w.capitalize() for w in run))
    ordered = {first: tuple(sorted(names, key=len, reverse=True)) for first, names in runs.items()}
    surnames = frozenset(
        w for r in rows.values() if r.kind is Kind.PERSON for w in (*r.names, r.name.split()[-1]) if " " not in w
    )
    doubtful = frozenset(g.name for g in gazetteer.given.values() if g.ambiguous)
    return KnownNames(whole, frozenset(parts), ordered, surnames, GivenNames(frozenset(gazetteer.given), doubtful))


def _names_place(rows: Mapping[str, Row], entries: tuple[Entry, ...]) -> bool:
    return any(e.how in ("name", "alias", "metonym") and rows[e.row].kind in (Kind.STATE, Kind.PLACE) for e in entries)


def _names_body(rows: Mapping[str, Row], word: str, entries: tuple[Entry, ...]) -> bool:
    """EU, Hamas: acronyms, and armed groups by a word that is too short for a compound noun ("Schiitenmiliz")."""
    bodies = [r for r in (rows[e.row] for e in entries if e.how in ("name", "alias")) if r.kind is Kind.ORGANISATION]
    names = (n for r in bodies if r.classed == "armed_group" for n in (r.name, *r.names))
    plain = len(word) in _PLAIN and any(n.lower() == word and n.isalpha() and not n.isupper() for n in names)
    return plain or (word.isupper() and bool(bodies))


def _is_short(word: str) -> bool:
    """Ri Yong-ho: no word of German, but two letters that the tagger may take for one."""
    return len(word) <= _INITIALS and word.isalpha() and word.istitle()
