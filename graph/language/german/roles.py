"""Which phrase is subject, accusative, dative: by case, agreement and place. Frames settle what stays open."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..clause import Case, ClauseKind, Filler, Phrase, Role, Verb, Voice
from ..tokens import Token
from ..wordlists import word_list
from .nominals import TIME_NOUNS
from .verbs import is_unaccusative

_PLURAL_ENDS: Final = ("en", "ern", "eln")  # not plain -n: begann, schien
_SINGULAR_FINITE: Final = word_list("de", "singular_finite")
_NEUTER: Final = frozenset({"das", "dies", "dieses", "was", "beides", "alles"})
_EMPTY_ES: Final = frozenset({"geben", "handeln", "gehen", "kommen", "heißen", "brauchen", "bedürfen", "fehlen", "mangeln"})
_INTRANSITIVE: Final = word_list("de", "intransitive")
_MEASURING: Final = frozenset({"betragen", "belaufen", "dauern", "wirken", "aussehen", "schmecken"})
_ATTRIBUTIVE: Final = ("von", "aus")
_DISTANCES: Final = frozenset({"kilometer", "meter", "meile", "seemeile", "prozent"})
_ALTERNATIVES: Final = word_list("de", "alternatives")
_NOT_A_PARTY: Final = frozenset({"sich", "da", "es"})


def fillers(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    members: Sequence[int],
    verb: Verb | None,
    kind: ClauseKind,
    continues: bool = False,
) -> tuple[Filler, ...]:
    """The roles of all free phrases whose first token is among `members`; a clause that `continues` another may lack
    its own subject: only a fore-field of its own gives it one."""
    inside = frozenset(members)
    free = [
        p for p in phrases
        if p.first in inside and p.attribute_of is None and p.apposition_of is None and p.joined_to is None
    ]  # fmt: skip
    prepositional = [p for p in free if p.preposition is not None]
    front = _in_fore_field(tokens, free, verb, kind)
    inner = [p for p in front if p.preposition in _ATTRIBUTIVE]
    found = [Filler(Role.ADJUNCT if p in inner else Role.PREPOSITION, p.index) for p in prepositional]
    bare = [p for p in free if p.preposition is None and p.pronoun not in _NOT_A_PARTY]
    adjuncts = [p for p in bare if p in front or _is_adjunct(p)]
    found += [Filler(Role.ADJUNCT, p.index) for p in adjuncts]
    bare = _with_meaning_es(tokens, phrases, members, [p for p in bare if p not in adjuncts], verb)
    inherits = _inherits(tokens, members, bare, verb, continues)
    passive = verb is not None and verb.voice is not Voice.ACTIVE
    if inherits and passive and bare and bare[0].first == min(members):  # (wurden) getötet und | Hunderte verletzt
        found.append(Filler(Role.SUBJECT, bare[0].index))
        bare = bare[1:]
    subject = None if inherits else _subject(tokens, phrases, bare, verb, kind)
    if subject is not None:
        found.append(Filler(Role.SUBJECT, subject.index))
        bare.remove(subject)
    if _is_copula(verb):
        found += [Filler(Role.PREDICATE, p.index) for p in bare if Case.NOMINATIVE in p.cases]
        bare = [p for p in bare if Case.NOMINATIVE not in p.cases]
    objects = [_beside_passive(tokens, phrases[f.phrase], f, verb) for f in _objects(bare)]
    if subject is not None and verb is not None and not _takes_object(verb):
        objects = [_no_object(tokens, phrases[f.phrase], verb) if f.role is Role.ACCUSATIVE else f for f in objects]
    return tuple(sorted((*found, *objects), key=lambda f: f.phrase))


def _with_meaning_es(
    tokens: Sequence[Token], phrases: Sequence[Phrase], members: Sequence[int], bare: list[Phrase], verb: Verb | None
) -> list[Phrase]:
    """dass es die Insel besetzt habe: in front of an object "es" is somebody; in "es gibt", "es ist" it is nothing."""
    es = next((p for p in phrases if p.pronoun == "es" and p.first in members), None)
    means = verb is not None and verb.voice is Voice.ACTIVE and not _is_copula(verb) and verb.lemma not in _EMPTY_ES
    finite = tokens[verb.finite] if verb is not None and verb.finite is not None else None
    goods = [p for p in bare if Case.NOMINATIVE in p.cases and p.plural is True]
    several = len(bare) > 1 and len(goods) == 1 and finite is not None and is_plural_verb(finite) is False
    objects = goods if several else bare  # es liefere den Rebellen Waffen: the verb is singular, so the goods are no subject
    if es is None or not means or len(objects) != 1 or es.index > bare[0].index or Case.ACCUSATIVE not in objects[0].cases:
        return bare
    return [replace(es, cases=frozenset({Case.NOMINATIVE})), *bare]


def _inherits(
    tokens: Sequence[Token], members: Sequence[int], bare: Sequence[Phrase], verb: Verb | None, continues: bool
) -> bool:
    """Whether no phrase of the clause is its subject: it goes on with another's, or "es gibt X" has none but "es"."""
    if verb is not None and verb.lemma == "geben" and any(tokens[i].low in ("es", "'s") for i in members):
        return True
    finite = verb.finite if verb is not None and verb.finite in members else None
    return continues and (finite is None or not any(p.first < finite for p in bare))


def _no_object(tokens: Sequence[Token], phrase: Phrase, verb: Verb) -> Filler:
    """A passive has no second accusative; of a verb like "begegnen" a bare name may be the dative."""
    name = tokens[phrase.head].tag == "NE" and Case.DATIVE in phrase.cases and verb.voice is Voice.ACTIVE
    return Filler(Role.DATIVE if name else Role.ADJUNCT, phrase.index)


def _beside_passive(tokens: Sequence[Token], phrase: Phrase, filler: Filler, verb: Verb | None) -> Filler:
    """Den Soldaten wurde gedroht, ausländischen Reportern ist die Einreise verboten: a passive has no accusative, so that what
    might be one or a dative is a dative."""
    passive = verb is not None and verb.voice in (Voice.PASSIVE, Voice.STATIVE) and filler.role is Role.ACCUSATIVE
    may_be = passive and Case.DATIVE in phrase.cases and Case.NOMINATIVE not in phrase.cases
    return replace(filler, role=Role.DATIVE) if may_be and tokens[phrase.head].tag != "NE" else filler


def _in_fore_field(tokens: Sequence[Token], free: Sequence[Phrase], verb: Verb | None, kind: ClauseKind) -> list[Phrase]:
    """Phrases that belong to the noun before them: in front of a finite verb in second place there is room for one
    constituent ("Mitarbeiter von Hilfsorganisationen wurden …", "Im Streit um Zölle und Russlands Rolle hat …")."""
    if kind is not ClauseKind.MAIN or verb is None or verb.finite is None:
        return []
    front = [p for p in free if p.last < verb.finite]
    if not front or front[0].pronoun is not None or _is_inside_attribute(tokens, front[0]) or _ends_clause(tokens, verb.finite):
        return []
    behind = [p for p in front[1:] if p.pronoun is None and tokens[p.first - 1].tag != "$," and tokens[p.first].tag != "ADJ(A)"]
    bare = front[0].preposition is None
    return [p for p in behind if not bare or p.preposition in _ATTRIBUTIVE or (p.preposition is None and not _is_time(front[0]))]


def _is_inside_attribute(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Der | für Bergen | einmalige Blick: a determiner waits for a noun that comes later."""
    return phrase.first > 0 and tokens[phrase.first - 1].tag in ("ART", "PDAT", "PPOSAT", "PIAT")


def _ends_clause(tokens: Sequence[Token], finite: int) -> bool:
    return finite + 1 >= len(tokens) or tokens[finite + 1].tag.startswith("$")


def _takes_object(verb: Verb) -> bool:
    return verb.voice is Voice.ACTIVE and verb.lemma not in _MEASURING and verb.lemma not in _INTRANSITIVE


def _is_copula(verb: Verb | None) -> bool:
    return verb is not None and verb.lemma in ("sein", "werden", "bleiben", "gelten", "heißen")


def _is_time(phrase: Phrase) -> bool:
    return phrase.lemma.lower() in TIME_NOUNS and phrase.name is None


def _is_adjunct(phrase: Phrase) -> bool:
    """Whether a bare phrase tells when or how far, or is a genitive that hangs on nothing."""
    return _is_time(phrase) or _is_distance(phrase) or (Case.GENITIVE in phrase.cases and len(phrase.cases) == 1)


def _is_distance(phrase: Phrase) -> bool:
    """900 Kilometer nördlich der Stadt: how far, and nobody who does anything."""
    return phrase.lemma.lower() in _DISTANCES and phrase.name is None


def _subject(
    tokens: Sequence[Token], phrases: Sequence[Phrase], bare: Sequence[Phrase], verb: Verb | None, kind: ClauseKind
) -> Phrase | None:
    if verb is None or verb.finite is None or kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPIAL):
        return None
    able = [p for p in bare if Case.NOMINATIVE in p.cases]
    plural = is_plural_verb(tokens[verb.finite])
    agreeing = [p for p in able if _agrees(tokens, phrases, p, plural)]
    if len(agreeing) > 1 and agreeing[0].pronoun in _NEUTER and not _is_copula(verb):  # das meldet die Zeitung
        agreeing = agreeing[1:]
    told = ("indefinite", "possessive", "negative") if _is_copula(verb) else ()  # das ist ein guter Rat: what it is
    certain = [p for p in agreeing if p.cases == {Case.NOMINATIVE} and p.determiner not in told]
    alone = verb.voice is not Voice.ACTIVE or is_unaccusative(verb.lemma)
    passive = able if alone else []  # these have no object: what is there is the subject
    opens = able and plural and kind is ClauseKind.MAIN and able[0].pronoun is None and able[0].last < verb.finite
    listed = able[:1] if opens and not any(p.first < able[0].first for p in phrases) else []
    for choice in (certain, agreeing, passive, listed):  # die Regierung, darunter auch der Minister, sowie das Heer hatten
        if choice:
            return choice[0]
    return None


def is_plural_verb(finite: Token) -> bool:
    """Whether the finite form is plural; forms in -en are, for the third person that news are told in."""
    low = finite.low
    if low in _SINGULAR_FINITE:
        return False
    return low.endswith(_PLURAL_ENDS) or low in ("sind", "waren", "seid")


def _agrees(tokens: Sequence[Token], phrases: Sequence[Phrase], phrase: Phrase, plural: bool | None) -> bool:
    if plural is None:
        return True
    joined = [p for p in phrases if p.joined_to == phrase.index]
    if joined:
        one_of_them = any(tokens[p.first - 1].low in _ALTERNATIVES for p in joined)  # der Irak oder der Iran hat
        return plural or one_of_them or phrase.plural is False
    if phrase.pronoun in ("die", "welche") and phrase.plural is not None:
        return phrase.plural == plural
    if phrase.pronoun is not None:
        return phrase.pronoun not in ("er", "es", "man", "das", "dies", "welches") or not plural
    if phrase.plural is None:
        return True
    return phrase.plural == plural or (not plural and phrase.determiner == "number")


def _objects(bare: Sequence[Phrase]) -> list[Filler]:
    """The rest: clear cases first, then the earlier of two open ones is the dative, a single one the accusative."""
    found: list[Filler] = []
    open_ones: list[Phrase] = []
    for phrase in bare:
        objective = phrase.cases & {Case.ACCUSATIVE, Case.DATIVE}
        if objective == {Case.DATIVE}:
            found.append(Filler(Role.DATIVE, phrase.index))
        elif objective == {Case.ACCUSATIVE} or not objective:
            found.append(Filler(Role.ACCUSATIVE if objective else Role.ADJUNCT, phrase.index))
        else:
            open_ones.append(phrase)
    taken = {f.role for f in found}
    for place, phrase in enumerate(open_ones):
        dative = Role.ACCUSATIVE in taken or (place == 0 and len(open_ones) > 1)
        role = Role.DATIVE if dative and Role.DATIVE not in taken else Role.ACCUSATIVE
        taken.add(role)
        found.append(Filler(role, phrase.index))
    return found
