"""Words of a phrase as a name: without determiner, in the nominative, as a reader would list the party."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

import simplemma

from ..language.clause import Analysis, Case, ClauseKind, Phrase
from ..language.lemmas import is_base_form
from ..language.tokens import Token
from ..language.wordlists import word_list

_FEMININE: Final = (
    "wehr",
    "bank",
    "front",
    "iz",
    "ung",
    "heit",
    "keit",
    "schaft",
    "ion",
    "tät",
    "enz",
    "anz",
    "ik",
    "ia",
    "ie",
    "erin",
    "ei",
    "ee",
    "kratie",
    "garde",
    "macht",
    "partei",
)
_FEMININE_IN_EL: Final = ("geisel", "insel", "kugel", "fackel", "regel")  # their plural is in n: Geiseln
_NEUTER: Final = (
    "ium", "ment", "um", "chen", "militär", "heer", "volk", "regime", "kabinett", "gericht", "fernsehen", "amt", "land",
    "kommando", "zeug", "bündnis", "bataillon", "sulat", "mandat", "riat", "schiff", "boot", "dorf", "haus", "gebiet",
)  # fmt: skip
_WEAK_MASCULINE: Final = ("te", "ge", "loge", "ose", "ese", "sse", "unde", "kampfgefährte")
_WEAK_PERSONS: Final = ("zeuge", "bote", "kollege", "insasse", "genosse", "experte", "kunde", "nachkomme")
_PLURAL_IN_EN: Final = ("at", "ent", "ist", "ant", "or", "au", "ahl", "ür")  # Staaten, Soldaten, Studenten, Zahlen
_QUANTITIES: Final = frozenset({"aller", "allen", "vieler", "vielen", "einiger", "einigen", "mehrerer", "mehreren"})
_LONG: Final = 12  # letters; longer ones are compounds, which no dictionary has
_FOCUS: Final = word_list("de", "focus_adverbs")
_PARTICIPLES: Final = ("te", "ten", "ter", "tes", "ene", "enen", "ener", "enes", "ende", "enden", "ender", "endes")
_EIN: Final = frozenset({"", "ein", "kein", "sein", "ihr", "unser", "mein"})
_LEADING: Final = frozenset({"ART", "PDAT", "PPOSAT", "PRELAT"})


def base_name(analysis: Analysis, phrase: Phrase) -> str:
    """The phrase's words as a name: "den zwei iranischen Beamten" becomes "zwei iranische Beamte"."""
    words = [t for t in analysis.tokens[phrase.first : phrase.last + 1] if t.tag not in ("APPR", "APPRART")]
    if analysis.tokens[phrase.head].tag == "NNA":  # der heute 53-Jährige
        words = [t for t in words if t.tag != "ADV" or t.index == phrase.first or t.index + 1 < phrase.head]
    said = _said_of(analysis, phrase)
    words = list(dropwhile(lambda t: (t.tag in ("ADV", "ADJ(D)") and t.low in _FOCUS) or t.index in said, words))
    if len(words) > 2 and words[0].tag == "ADJ(D)" and words[1].tag == "ADJ(A)" and not words[1].low.endswith(_PARTICIPLES):
        words = words[1:]  # absichtlich medizinische Einrichtungen: how it was done; but schwer verletzte Soldaten
    counted_at = next((i for i, t in enumerate(words) if t.tag == "CARD"), 0)
    if counted_at and all(t.low.endswith("weit") for t in words[:counted_at]):  # landesweit 372 Autos; but mindestens 372
        words = words[counted_at:]
    words = [t for i, t in enumerate(words) if not (t.tag in _LEADING and i == 0) and t.tag not in ("$(", "APPO")]
    several = counted_at and words[0].low not in ("1", "ein", "eine", "einen")
    several = several or (phrase.plural is None and _looks_plural(analysis, phrase))
    plural = True if several else phrase.plural if phrase.plural is not None else phrase.determiner in ("number", "quantity")
    head = analysis.tokens[phrase.head]
    counted = any(t.low == "von" for t in analysis.tokens[phrase.first + 1 : phrase.head])  # Hunderte von Lehrern
    nominative = phrase.preposition is None and Case.NOMINATIVE in phrase.cases and not counted
    ending = "e" if plural or _is_feminine(analysis, phrase) else "es" if _is_neuter(analysis, phrase) else None
    name = " ".join(_nominative(t, head, bool(plural), nominative, ending) for t in words)
    begins_sentence = words and words[0].index == 0 and words[0].tag in ("CARD", "PIAT", "ADJ(A)", "ADV")
    return name[:1].lower() + name[1:] if begins_sentence else name  # "Zwei Beamte" in front is "zwei Beamte"


def _said_of(analysis: Analysis, phrase: Phrase) -> Sequence[int]:
    """die [von Ruritanien unterstützten] Separatisten: the participle is told with what hangs on it, and names nobody alone."""
    attributes = (c for c in analysis.clauses if c.kind is ClauseKind.PARTICIPIAL and phrase.first in c.tokens)
    own = (c for c in attributes if c.verb is not None and phrase.first in c.verb.tokens and c.tokens[0] < phrase.first)
    return [i for c in own for i in c.tokens if i < phrase.head]


def _is_feminine(analysis: Analysis, phrase: Phrase) -> bool:
    """eine ältere Frau, einer älteren Frau, die ältere Frau, mit der älteren Frau: as the article and the adjective show it."""
    words = analysis.tokens[phrase.first : phrase.head]
    article = next((t.low for t in words if t.tag in _LEADING), "")
    adjective = next((t.low for t in words if t.tag == "ADJ(A)"), "")
    if article.endswith("eine") or article.endswith("einer"):
        return True
    return (article, adjective[-1:]) == ("die", "e") or (article == "der" and adjective.endswith("en"))


def _is_neuter(analysis: Analysis, phrase: Phrase) -> bool:
    """ein mutmaßliches Lager, das mutmaßliche Lager, ins mutmaßliche Lager."""
    words = [t for t in analysis.tokens[phrase.first : phrase.head] if t.tag != "APPR"]
    article = next((t.low for t in words if t.tag in (*_LEADING, "APPRART")), "")
    adjective = next((t.low for t in words if t.tag == "ADJ(A)"), "")
    return article in ("das", "ins", "dieses") or (article in _EIN and adjective.endswith("es"))


def _looks_plural(analysis: Analysis, phrase: Phrase) -> bool:
    """die deutschen Hersteller, iranische Drohnen: the adjective shows what the noun does not."""
    words, head = analysis.tokens[phrase.first : phrase.head], analysis.tokens[phrase.head]
    adjectives = [t.low for t in words if t.tag == "ADJ(A)"]
    article = next((t.low for t in words if t.tag in _LEADING), None)
    strong = head.low == f"{head.lemma.lower()}n" or (head.low.endswith("er") and head.low == head.lemma.lower())
    if article is None and adjectives and strong:  # one fighter would be "kurdischer Kämpfer"
        return all(a.endswith("e") for a in adjectives) and not head.low.endswith((*_FEMININE, *_NEUTER))
    return article in ("die", "diese") and {a[-2:] for a in adjectives} == {"en"}


def with_adjective(adjective: str, head: Token, plural: bool) -> str:
    """A noun in its base form behind an adjective that agrees with it: "norwegisches Außenministerium"."""
    ending = "" if adjective.endswith("er") else _ending_of(head, plural)
    return f"{adjective}{ending} {head.text if plural else head.lemma}"


def _nominative(token: Token, head: Token, plural: bool, could_be: bool, ending: str | None) -> str:
    if token.low in ("beiden", "beider"):  # inflected as an adjective, whatever the tagger calls it
        return "beide"
    quantity = token.tag in ("PIAT", "PIDAT") or token.low in _QUANTITIES
    if plural and quantity and token.low.endswith(("en", "er")):  # von mehreren Männern, aller Soldaten
        return token.text[:-1]
    if token.tag == "ADJ(A)":
        return _adjective(token.text, ending or _ending_of(head, plural))
    if token.tag in ("NN", "NNA") and token is head:
        return _noun(token, plural, could_be)
    return token.text


def _adjective(word: str, wanted: str) -> str:
    if word[:1].isupper() and word.endswith("er") and simplemma.lemmatize(word.lower(), "de").lower() == word.lower():
        return word  # das Belgrader Fernsehen: never inflected
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + wanted
    return word


def _ending_of(head: Token, plural: bool) -> str:
    lemma = head.lemma.lower()
    if plural or lemma.endswith(_FEMININE) or (lemma.endswith("e") and not lemma.endswith(_WEAK_MASCULINE)):
        return "e"
    return "es" if lemma.endswith(_NEUTER) else "er"


def _noun(token: Token, plural: bool, could_be_nominative: bool) -> str:
    if not plural and token.tag == "NNA" and token.text.endswith("er"):  # ein Beamter
        return token.text
    if not plural:
        is_base = token.text.endswith("in") or not token.text.lower().startswith(token.lemma.lower())  # die Israelin
        return token.text if is_base else token.lemma
    lemma = token.lemma
    if token.tag == "NNA" and token.text == lemma + "n" and not _is_thing(lemma):
        return lemma
    if token.text.endswith("ern") and not could_be_nominative and not lemma.endswith("ern"):
        return token.text[:-1]
    if lemma.lower().endswith(_PLURAL_IN_EN):
        return token.text
    shorter = token.text[:-1]
    if token.text == "Menschen" or shorter.lower().endswith(_WEAK_PERSONS):  # weak: no dative has added the n
        return token.text
    if token.text.endswith("n") and not could_be_nominative and not lemma.lower().endswith((*_FEMININE, *_FEMININE_IN_EL)):
        in_e = _plain(shorter) in (_plain(lemma) + "e", _plain(lemma) + "er")
        plural_in_e = in_e and (simplemma.is_known(shorter, "de") or len(shorter) > _LONG)
        if plural_in_e or (shorter == lemma and lemma.endswith(("er", "el"))):
            return shorter
    return token.text


def _is_thing(lemma: str) -> bool:
    """Drohne, which the tagger takes for an adjective like Beamte: there is no "ein Drohner"."""
    return is_base_form(lemma) and not simplemma.is_known(f"{lemma}r", "de")


def _plain(word: str) -> str:
    """Without umlauts, which a plural may bring: Kraft, Kräfte."""
    return word.lower().replace("ä", "a").replace("ö", "o").replace("ü", "u")


def name_of(tokens: Sequence[Token]) -> str:
    """A run of proper names, possessive s of the last one taken off where a vowel or plain consonant shows it."""
    words = [t.text for t in tokens if t.tag != "$("]
    return " ".join(words)


def without_genitive(word: str) -> str:
    """A name without its genitive s; names that end in s keep it only before an apostrophe.

    >>> without_genitive("Selenskyjs"), without_genitive("Hans'")
    ('Selenskyj', 'Hans')
    """
    if word.endswith(("'", "’")):
        return word[:-1]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "as", "is", "us", "os", "es")) and len(word) > 3 else word
