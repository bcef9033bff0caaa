"""Persons whose name stands behind their office: "der Sprecher der Regierung, Steffen Seibert"."""

from collections.abc import Callable, Sequence
from typing import Final

from ..language.clause import Analysis, Phrase
from ..language.tokens import Token
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party
from .mentions import NAMES
from .names import name_of
from .offices import Offices

_NAMED_LATER: Final = tuple(sorted(word_list("de", "named_later")))
_FAR: Final = 4  # phrases between an office and its name
_TELLING: Final = ("in", "von", "für", "bei", "aus", "zu", "an", "auf", "vor")


class NamesBehind:
    """Answers for the offices of one sentence; `entity` tells what another phrase denotes, `inside` whom the name behind
    its head does."""

    def __init__(
        self,
        analysis: Analysis,
        offices: Offices,
        entity: Callable[[int], Entity | None],
        inside: Callable[[Phrase], tuple[Party, ...]],
    ) -> None:
        self.analysis, self.offices, self.entity, self.inside = analysis, offices, entity, inside

    def person(self, phrase: Phrase) -> Entity | None:
        """Der Sprecher der Regierung, Steffen Seibert: the name comes in apposition, or right behind the genitive."""
        if phrase.name is not None or (self.offices.title(phrase) is None and not _is_named_later(phrase)):
            return None
        name = next((p for p in self.analysis.phrases if p.apposition_of == phrase.index and self._is_name(p)), None)
        return self.entity(name.index) if name is not None else self.right_behind(phrase) or self._behind_comma(phrase)

    def _behind_comma(self, office: Phrase) -> Entity | None:
        """Die Kritik des Vorsitzenden der Partei im Parlament, Jens Holm, …: the name between commas behind all that tells
        more of the office."""
        tokens, last, end = self.analysis.tokens, office, office.last
        for after in self.analysis.phrases[office.index + 1 : office.index + 1 + _FAR]:
            if after.first <= end:  # in brackets
                continue
            if (
                after.first == end + 1
                and after.pronoun is None
                and (after.attribute_of == last.index or after.preposition in _TELLING)
            ):
                last, end = after, _past_brackets(tokens, after.last)
                continue
            alone = after.name == (after.first, after.last) and after.last > after.first == end + 2
            enclosed = alone and tokens[end + 1].text == "," and tokens[after.last + 1 : after.last + 2]
            if not enclosed or enclosed[0].text not in (",", ".") or office.plural is True or self._is_listed(after):
                return None
            if (last is office or office.attribute_of is not None) and not self._is_of_a_thing(office):
                return None
            person = self.entity(after.index)
            return person if person is not None and person.kind is Kind.PERSON else None
        return None

    def told_later(self, office: Phrase) -> Entity | None:
        """The person whose name stands behind the office and is no apposition of it by its form."""
        apposed = any(p.apposition_of == office.index for p in self.analysis.phrases)
        if office.name is not None or apposed or self.offices.title(office) is None:
            return None
        return self.right_behind(office) or self._behind_comma(office)

    def _is_listed(self, name: Phrase) -> bool:
        """…, Anna Lund, Jens Holm und Karl Berg: one name of several."""
        after = self.analysis.tokens[name.last + 2 : name.last + 3]
        return bool(after) and (after[0].tag == "NE" or after[0].low == "und")

    def _is_of_a_thing(self, office: Phrase) -> bool:
        """die Meinung des Ministers, Jens Holm: nobody else could be named so; but: die Sprecherin des Ministers, Anna Lund."""
        whole = self.analysis.phrases[office.attribute_of] if office.attribute_of is not None else None
        return whole is not None and self.entity(whole.index) is None and self.offices.title(whole) is None

    def right_behind(self, office: Phrase) -> Entity | None:
        """The person whose name stands behind the office without a comma."""
        return self._behind_genitive(office) or self._behind_matter(office) if office.name is None else None

    def _behind_matter(self, office: Phrase) -> Entity | None:
        """Der EU-Kommissar für Erweiterung und Nachbarschaft Stefan Füle: the person named right behind what the office is
        held for."""
        last = office
        for after in self.analysis.phrases[office.index + 1 : office.index + 1 + (0 if office.plural is True else _FAR)]:
            matter = after.preposition == "für" and last is office and after.first == office.last + 1
            if (not matter and (after.joined_to in (None, office.index) or last is office)) or self.offices.title(after):
                return None
            last = after
            if after.name is not None and after.head < after.name[0] < after.name[1] == after.last:
                return self._inside(after)
        return None

    def _inside(self, phrase: Phrase) -> Entity | None:
        """The person whose name ends the phrase."""
        assert phrase.name is not None
        inside, (first, last) = self.inside(phrase), phrase.name
        person = inside[0].entity if inside else Entity(name_of(self.analysis.tokens[first : last + 1]), Kind.PERSON)
        return person if person.kind is Kind.PERSON else None

    def _behind_genitive(self, office: Phrase) -> Entity | None:
        """Der Außenminister der Russischen Föderation Sergei Lawrow: the person named right behind the known body or
        state that the office is held in."""
        genitive = self.offices.genitive(office)
        if genitive is None or genitive.name is None or genitive.name[0] <= genitive.head or genitive.pronoun is not None:
            return None
        first, last = genitive.name
        known = any(o.first <= genitive.head <= o.last < first and o.having(*NAMES) for o in self.offices.found)
        office_of_theirs = self.offices.title(genitive) is not None  # der Nachfolger des UN-Generalsekretärs Kofi Annan
        return self._inside(genitive) if known and first != last and not office_of_theirs else None

    def _is_name(self, phrase: Phrase) -> bool:
        """Steffen Seibert; Heereskommandeur Steffen Seibert."""
        if phrase.name is None or phrase.name == (phrase.first, phrase.last):
            return phrase.name is not None
        return phrase.head < phrase.name[0] and self.offices.title_word(self.analysis.tokens[phrase.head]) is not None


def _is_named_later(phrase: Phrase) -> bool:
    """der mutmaßliche Täter, Abu Malik: one of those of whom news tell the deed before the name."""
    return phrase.determiner == "definite" and phrase.plural is not True and phrase.lemma.lower().endswith(_NAMED_LATER)


def _past_brackets(tokens: Sequence[Token], last: int) -> int:
    """The place of the bracket that closes what is opened right behind a token; else that of the token itself."""
    if last + 1 >= len(tokens) or tokens[last + 1].text != "(":
        return last
    return next((t.index for t in tokens[last + 1 :] if t.text == ")"), last)
