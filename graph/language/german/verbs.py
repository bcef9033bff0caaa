"""The verb group of a German clause: bracket, separable prefix, voice, tense, modal, hearsay, negation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import simplemma

from ..clause import Mood, Tense, Verb, Voice
from ..tokens import Tagger, Token
from ..wordlists import word_list
from .mood import mood

# Verbs that form the perfect with sein: with them sein + participle is no state.
_PERFECT_WITH_SEIN: Final = word_list("de", "perfect_with_sein")
_SEIN_ENDS: Final = (
    "kommen",
    "gehen",
    "reisen",
    "treten",
    "fallen",
    "kehren",
    "brechen",
    "fliegen",
    "ziehen",
    "marschieren",
    "rücken",
)
_TRANSITIVE: Final = ("be", "über", "unter", "hinter", "um", "ver", "er", "ent", "zer", "miss", "voll", "an")  # überfallen
_OURSELVES: Final = (frozenset({"wir", "uns"}), frozenset({"ich", "mich"}))  # who speaks in quotations
_NEGATORS: Final = frozenset({"nicht", "nie", "niemals", "keinesfalls", "keineswegs", "nirgends", "nichts", "niemand", "weder"})
_NOT_DENYING: Final = frozenset({"nur", "allein", "bloß", "lediglich", "zuletzt", "erst", "minder"})
_DEMANDED: Final = frozenset({"künftig", "zukünftig", "bald", "nicht", "länger", "bereit", "mehr", "nie"})
_PASSIVE_LIKE: Final = frozenset({"bekommen", "kriegen"})

_VOWELS: Final = re.compile("[aeiouäöü]+")
_PRESENT_VOWELS: Final = frozenset({("ä", "a"), ("i", "e"), ("ö", "o")})  # of third persons, beside their infinitives


@dataclass(frozen=True, slots=True)
class _Words:
    """The verbal words of a clause by what they are."""

    finite: Token | None
    participles: tuple[Token, ...]
    infinitives: tuple[Token, ...]
    prefix: Token | None
    zu: bool


def verb_group(tokens: Sequence[Token], members: Sequence[int], tagger: Tagger, borrowed: Verb | None = None) -> Verb | None:
    """The verb of the clause made of the tokens `members`; `borrowed` is the verb whose finite form it shares."""
    words = _words([tokens[i] for i in members])
    present = next((t for i in members if (t := tokens[i]).tag == "ADJ(D)" and t.low.endswith("end")), None)
    if words.finite is None and not words.participles and not words.infinitives and present is not None:
        return Verb(present.low.removesuffix("d"), (present.index,), present.index)
    if words.finite is None and not words.participles and not words.infinitives:
        return None
    used = [t for t in (words.finite, *words.participles, *words.infinitives, words.prefix) if t is not None]
    if words.finite is None and borrowed is not None and borrowed.finite is not None:
        words = _Words(tokens[borrowed.finite], words.participles, words.infinitives, words.prefix, words.zu)
    return _built(words, [tokens[i] for i in members], used, tagger)


def _words(members: Sequence[Token]) -> _Words:
    finite = next((t for t in members if t.is_finite), None)
    participles = tuple(t for t in members if t.tag in ("VV(PP)", "VA(PP)", "VM(PP)"))
    if finite is not None and finite.tag == "VV(FIN)" and finite.lemma not in _PASSIVE_LIKE and participles[:1] == (members[0],):
        participles = participles[1:]  # Unterstützt von Peru, begann Oslo …: it tells of the subject
    infinitives = tuple(t for t in members if t.tag in ("VV(INF)", "VV(IZU)", "VA(INF)", "VM(INF)"))
    prefix = next((t for t in reversed(members) if t.tag == "PTKVZ"), None)
    zu = any(t.tag == "PTKZU" for t in members) or any(t.tag == "VV(IZU)" for t in members)
    return _Words(finite, participles, infinitives, prefix, zu)


def _built(words: _Words, members: Sequence[Token], used: Sequence[Token], tagger: Tagger) -> Verb:
    head = _head(words)
    finite = words.finite
    auxiliaries = {t.lemma for t in (finite, *words.participles, *words.infinitives) if t is not None and t is not head}
    lemma = head.lemma
    if words.prefix is not None and head is finite and not lemma.startswith(words.prefix.low):
        lemma = _with_prefix(words.prefix.low, lemma)
    modal = finite.lemma if finite is not None and finite.tag == "VM(FIN)" and finite is not head else None
    participle = head in words.participles
    perfect_infinitive = participle and any(t.lemma in ("haben", "sein") for t in words.infinitives)
    verbal_mood = _mood(finite, members, tagger)
    return Verb(
        lemma=lemma,
        tokens=tuple(t.index for t in used),
        head=head.index,
        finite=finite.index if finite is not None else None,
        voice=_voice(lemma, participle, finite, auxiliaries),
        tense=_tense(finite, participle, auxiliaries, words, tagger),
        mood=verbal_mood,
        modal=modal,
        evidential=(modal in ("sollen", "wollen") and (perfect_infinitive or _is_told_as_done(words, participle)))
        or (lemma == "sein" and _is_hearsay(finite, members)),
        negated=any(_negates(members, place) for place in range(len(members))),
        reflexive=any(t.tag == "PRF" for t in members) or any(pair <= {t.low for t in members} for pair in _OURSELVES),
    )


def _is_hearsay(finite: Token | None, members: Sequence[Token]) -> bool:
    """soll Mitglied der Gruppe sein; but: soll künftig Minister sein, sollte bereit sein."""
    said = finite is not None and finite.low in ("soll", "sollen")
    return said and not any(t.low in _DEMANDED for t in members)


def _is_told_as_done(words: _Words, participle: bool) -> bool:
    return participle and (_past_passive(words) or not words.infinitives)


@lru_cache(1 << 14)
def _with_prefix(prefix: str, lemma: str) -> str:
    """The verb with its prefix; an adverb that is taken for one makes no verb ("kritisierte ihn offen"). No dictionary has
    "bereiterklären", which is one."""
    whole = prefix + lemma
    adverb = prefix != "bereit" and not simplemma.is_known(whole, "de") and simplemma.is_known(lemma, "de")
    return lemma if adverb else whole


def _negates(members: Sequence[Token], place: int) -> bool:
    """nicht, nie; but "nicht nur", "nicht zuletzt", "nicht erst seit" deny nothing."""
    token = members[place]
    if token.tag != "PTKNEG" and token.low not in _NEGATORS:
        return False
    after = members[place + 1].low if place + 1 < len(members) else ""
    return token.low != "nicht" or after not in _NOT_DENYING


def _past_passive(words: _Words) -> bool:
    return any(t.lemma == "werden" and t.tag == "VA(PP)" for t in words.participles)


def _head(words: _Words) -> Token:
    """The word that means something: the participle or infinitive of a full verb, else what there is."""
    full = [t for t in (*words.participles, *words.infinitives) if t.tag.startswith("VV")]
    if full:
        return full[0] if full[0].lemma not in ("lassen",) or len(full) == 1 else full[1]
    if words.finite is not None and words.finite.tag == "VV(FIN)":
        return words.finite
    rest = [*words.participles, *words.infinitives]
    return rest[0] if rest else words.finite  # type: ignore[return-value]  # one of them is there: the caller looked


def _voice(lemma: str, participle: bool, finite: Token | None, auxiliaries: set[str]) -> Voice:
    if not participle:
        return Voice.ACTIVE
    if "werden" in auxiliaries and not (finite is not None and finite.lemma == "werden" and "haben" in auxiliaries):
        return Voice.PASSIVE
    if "bekommen" in auxiliaries or auxiliaries & _PASSIVE_LIKE:
        return Voice.ACTIVE
    moves = is_unaccusative(lemma)
    if finite is None and not auxiliaries:
        return Voice.PASSIVE if not moves else Voice.ACTIVE
    stays = "sein" in auxiliaries or (finite is not None and finite.lemma == "bleiben")  # ist, bleibt verhaftet
    return Voice.STATIVE if stays and "haben" not in auxiliaries and not moves else Voice.ACTIVE


def is_unaccusative(lemma: str) -> bool:
    """Whether a verb forms its perfect with sein: it has no object, and with it sein + participle is no state."""
    return lemma in _PERFECT_WITH_SEIN or (lemma.endswith(_SEIN_ENDS) and not lemma.startswith(_TRANSITIVE))


def _tense(finite: Token | None, participle: bool, auxiliaries: set[str], words: _Words, tagger: Tagger) -> Tense:
    if finite is None:
        return Tense.PERFECT if participle else Tense.PRESENT
    past = finite.low.startswith(("hatte", "war", "wurde")) or finite.low.endswith(("te", "ten")) or _strong_past(finite, tagger)
    if finite.lemma == "werden" and words.infinitives and not participle:
        return Tense.FUTURE
    if participle and auxiliaries & {"haben", "sein"}:
        return Tense.PLUPERFECT if past and finite.lemma in ("haben", "sein") else Tense.PERFECT
    return Tense.PAST if past else Tense.PRESENT


def _strong_past(finite: Token, tagger: Tagger) -> bool:
    """beschloss, hielten: another stem than the infinitive's, without an ending or with that of a plural. Present forms of
    another stem end in -t or -st (gibt, verlässt), or in a t of the stem behind another vowel (tritt, hält)."""
    if finite.tag != "VV(FIN)" or finite.lemma == "wissen":  # weiß
        return False
    parts = tagger.morphemes(finite.text, "VV(FIN)")
    if not any(kind.endswith("_VAR") for _, kind in parts):
        return False
    if parts[-1][1] == "SUF_FIN":
        return parts[-1][0] in ("e", "en")
    return not (finite.low.endswith("t") and (_vowel(finite.low), _vowel(finite.lemma.removesuffix("en"))) in _PRESENT_VOWELS)


def _vowel(stem: str) -> str:
    """The last vowel or diphthong."""
    return str((_VOWELS.findall(stem) or [""])[-1])


def _mood(finite: Token | None, members: Sequence[Token], tagger: Tagger) -> Mood:
    if finite is None:
        return Mood.INDICATIVE
    found = mood(finite, tagger)
    first_person = found is Mood.REPORTED and any(t.low == "ich" for t in members)  # "ich habe" looks like Konjunktiv I
    return Mood.INDICATIVE if first_person else found
