"""Tags that a word and its neighbours prove wrong, before anything is known of clauses: names between quotation marks,
codes, compounds, prefixes and verbs that the tagger does not see."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import simplemma

from ..tokens import Tagger, Token
from ..wordlists import word_list
from .segments import attribute_end

_CODE: Final = re.compile(r"[A-Z]{1,3}\d{1,3}")  # M23, G7
_AGED: Final = re.compile(r"\d+-Jährige[nrsm]?")
_COUNTS: Final = frozenset(
    {"dutzende", "hunderte", "tausende", "zehntausende", "hunderttausende", "dutzenden", "hunderten", "tausenden"}
)
_HUNDREDS: Final = ("hundert", "tausend", "hunderte", "tausende", "dutzend", "zehn", "zwanzig")
_SUBORDINATORS: Final = frozenset({"sodass", "sodaß"})  # unknown to the tagger
_GENITIVES: Final = frozenset({"des", "eines", "seines", "ihres", "dieses"})  # no clause begins so
_ABOUT: Final = frozenset({"ca", "ca.", "circa"})  # before numbers; the tagger takes them for names
_PREFIXES: Final = frozenset(
    [
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "durch",
        "ein",
        "fest",
        "mit",
        "nach",
        "statt",
        "um",
        "unter",
        "vor",
        "zu",
        "zurück",
        "über",
    ]
)
_WANTING_INFINITIVE: Final = word_list("de", "wanting_infinitive")
_PURPOSES: Final = frozenset({"statt", "anstatt", "ohne", "um"})
_HALVES: Final = frozenset({"weder", "sowohl", "entweder"})  # of conjunctions that come in two parts
_MEASURING: Final = frozenset({"über", "bis", "zu"})
_QUOTES: Final = '“„”"»«'
_SHORT: Final = 3  # letters; shorter last parts ("Al-Aksa" has none, "Ho-Chi") are parts of names
_NAME_WORDS: Final = 4  # longer quoted runs are sentences or slogans


def retagged(tokens: Sequence[Token], tagger: Tagger) -> tuple[Token, ...]:
    """The tokens tagged as their forms and neighbours tell, where the tagger took them for something else: codes (M23),
    compounds with a common noun behind the hyphen (US-Präsident), names in quotation marks ("Golf 24"), lost verbs."""
    behind_name = [i > 0 and tokens[i - 1].tag == "NE" for i in range(len(tokens))]  # Hussein Amir-Abdollahian is one name
    out = [t if behind_name[i] and t.tag == "NE" else _named(t, tagger) for i, t in enumerate(tokens)]
    for i, token in enumerate(tokens):
        if token.tag in ("VV(IMP)", "VA(IMP)") and not _commands(tokens, i):
            out[i] = _no_command(token, tagger)
        last = i + 1 == len(tokens) or tokens[i + 1].tag.startswith("$")
        if last and i and _is_lost_prefix(tokens, token):  # hat vor, gab bekannt
            out[i] = replace(token, tag="PTKVZ")
        if _AGED.fullmatch(token.text):
            out[i] = replace(token, tag="NNA", lemma=token.text.rstrip("nrsm"))
            if _is_lost_predicate(tokens, i + 1):
                out[i + 1] = tagger.retagged(tokens[i + 1], "VV(FIN)")
        if (word := _word_in_place(tokens, i)) is not None:
            out[i] = word
        if _is_rough(tokens, i):
            out[i] = replace(token, tag="ADV")
        if i + 1 < len(tokens) and token.tag in ("PDS", "PRELS") and _is_lost_article(tokens, i):
            out[i] = replace(token, tag="ART")
        if last and _is_lost_verb(tokens, token):
            out[i] = tagger.retagged(token, "VV(FIN)")
    return tuple(_with_names_in_quotes(tokens, out))


def _with_names_in_quotes(tokens: Sequence[Token], out: list[Token]) -> list[Token]:
    """`out` with short runs of nouns in quotation marks as the names that they are."""
    opening: int | None = None
    for i, token in enumerate(tokens):
        if token.tag != "$(" or token.text not in _QUOTES:
            continue
        inside = range(opening + 1, i) if opening is not None else range(0)
        if 0 < len(inside) <= _NAME_WORDS and _looks_like_a_name([tokens[k] for k in inside]):
            for k in inside:
                out[k] = replace(out[k], tag="NE", lemma=out[k].text)
            opening = None
        else:
            opening = i
    return out


def _word_in_place(tokens: Sequence[Token], at: int) -> Token | None:
    """The token as its form and its neighbours say, where the tagger took it for something else, else None."""
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    if at == 0 and behind and _is_strange(token, behind[0]):
        return replace(token, tag="NE", lemma=token.text)
    if token.tag == "VV(PP)" and token.low.startswith("un") and not token.low.startswith("unter"):  # ungerechtfertigt
        return replace(token, tag="ADJ(D)", lemma=token.low)
    if token.low == "bekannt" and (not behind or behind[0].tag.startswith("$")) and _confesses(tokens):
        return replace(token, tag="VV(PP)", lemma="bekennen")
    if token.low in _PURPOSES and token.tag in ("APPR", "KOUI"):
        return replace(token, tag=_purpose(tokens, at))
    if token.low == "während" and token.tag == "KOUS" and behind and behind[0].low in _GENITIVES:
        return replace(token, tag="APPR")
    if token.low in ("deren", "dessen") and _is_possessive(tokens, at):
        return replace(token, tag="PPOSAT")
    return None


def _is_lost_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Die 53-Jährige kritisierte Peru: taken for an adjective, where the sentence has no other verb."""
    after = tokens[at] if at < len(tokens) else None
    past = after is not None and after.tag == "ADJ(A)" and after.low.endswith(("te", "ten")) and after.text.islower()
    return past and not any(t.is_finite for t in tokens)


def _is_strange(first: Token, second: Token) -> bool:
    """Lambrecht kritisierte: a first word in front of the verb that no dictionary has is a name, and no adverb."""
    adverbial = first.tag in ("ADJ(D)", "ADV", "VV(PP)", "VV(INF)") and first.text[0].isupper() and first.text.isalpha()
    return adverbial and second.is_finite and not simplemma.is_known(first.low, "de")


def _is_possessive(tokens: Sequence[Token], at: int) -> bool:
    """tötete Rebellen und zerstörte deren Lager, und deren Führer: behind "und" or a verb, where no relative clause went
    before, it says whose the noun is."""
    before = tokens[at - 1] if at else None
    joined = before is not None and (before.tag == "KON" or before.is_finite or before.tag in ("APPR", "PTKNEG"))
    commas = [i for i in range(1, at) if tokens[i - 1].tag == "$," and tokens[i].tag in ("PRELS", "PRELAT", "ART", "PDS")]
    preposed = before is not None and before.tag == "APPR" and at > 1 and tokens[at - 2].tag == "$,"  # die Partei, mit deren …
    noun = any(t.is_noun for t in tokens[at + 1 : at + 4])
    return joined and not preposed and noun and not (before is not None and before.tag == "KON" and commas)


def _purpose(tokens: Sequence[Token], at: int) -> str:
    """statt Peru zu kritisieren: no preposition, as an infinitive with "zu" closes what begins there; but behind a verb that
    wants an infinitive one with a noun alone is one ("befahl, ohne Warnung zu schießen", "beschloss, um Hilfe zu bitten")."""
    begins = at == 0 or tokens[at - 1].tag.startswith("$") or tokens[at - 1].tag == "KON"
    ahead = tokens[at + 1 :]
    end = next((k for k, t in enumerate(ahead) if t.tag.startswith("$") and t.text in ",.;:!?"), len(ahead))
    closing = [t.tag for t in ahead[max(end - 2, 0) : end]]
    if not begins or not (closing[-1:] == ["VV(IZU)"] or closing[:1] == ["PTKZU"]):
        return tokens[at].tag
    verb = next((t for t in reversed(tokens[:at]) if t.is_verb), None)
    wanted = verb is not None and verb.lemma in _WANTING_INFINITIVE and ahead[0].tag == "NN"
    return "APPR" if wanted else "KOUI"


def _is_rough(tokens: Sequence[Token], at: int) -> bool:
    """über 1.400 Menschen, bis zu 30 Staaten: the preposition only measures; "über zwei Themen" is a real one."""
    if tokens[at].low not in _MEASURING:
        return False
    words = [t.low for t in tokens[max(at - 1, 0) : at + 2]]
    if tokens[at].low == "über":
        return _is_large(tokens[at + 1 : at + 2])
    if tokens[at].low == "bis" and words[-1] == "zu":
        return _is_large(tokens[at + 2 : at + 3])
    return words[:2] == ["bis", "zu"] and tokens[at].low == "zu" and _is_large(tokens[at + 1 : at + 2])


def _is_lost_article(tokens: Sequence[Token], at: int) -> bool:
    """das den Iran angreifende Land: before another article "das" waits for a noun that its attribute keeps away;
    weder die USA noch, sowohl die USA als auch: no relative clause begins behind half a conjunction, nor right behind a noun
    ("vor zwei Monaten die am Krieg beteiligten Truppen")."""
    if tokens[at].tag == "PRELS":
        behind_noun = at > 0 and tokens[at - 1].tag in ("NN", "NE") and attribute_end(tokens, at) is not None
        return behind_noun or (at > 0 and tokens[at - 1].low in _HALVES and not tokens[at + 1].is_finite)
    return tokens[at + 1].tag in ("ART", "PPOSAT") and attribute_end(tokens, at) is not None


def _is_large(tokens: Sequence[Token]) -> bool:
    """Whether the token is a number in digits, not one of a single digit, or one of hundreds and more."""
    number = tokens[0] if tokens and tokens[0].tag == "CARD" else None
    digits = number is not None and number.text[0].isdigit() and len(number.text) > 1
    return digits or (number is not None and number.low.endswith(_HUNDREDS))


def _confesses(tokens: Sequence[Token]) -> bool:
    """haben sich zu dem Anschlag bekannt: the participle of "bekennen"."""
    return any(t.tag == "VA(FIN)" and t.lemma == "haben" for t in tokens) and any(t.tag == "PRF" for t in tokens)


def _is_lost_prefix(tokens: Sequence[Token], token: Token) -> bool:
    if token.low == "frei":  # ließ sie wieder frei
        return any(t.tag == "VV(FIN)" and t.lemma in ("lassen", "kommen", "geben") for t in tokens[: token.index])
    if token.low == "gut":  # hieß den Plan gut
        return any(t.tag == "VV(FIN)" and t.lemma == "heißen" for t in tokens[: token.index])
    if token.low == "bekannt":
        return any(t.tag == "VV(FIN)" and t.lemma in ("geben", "machen") for t in tokens[: token.index])
    return token.tag in ("ADV", "APPR", "APPO", "KOUI") and token.low in _PREFIXES


def _is_lost_verb(tokens: Sequence[Token], token: Token) -> bool:
    """weil sie uns angriff: no noun without a capital; den sie 1990 anerkannte: no attribute without a noun."""
    attribute = token.tag == "ADJ(A)" and token.low.endswith(("te", "ten")) and token.index > 0
    if attribute and tokens[token.index - 1].tag in ("NN", "NE", "NNA", "ADV", "ADJ(D)", "PPER", "PTKNEG"):
        return True
    return token.tag == "NN" and token.text.islower()


def _commands(tokens: Sequence[Token], at: int) -> bool:
    """Whether an imperative can stand there: in first place, at a mark, or behind "bitte"."""
    before = tokens[at - 1] if at else None
    return before is None or before.tag.startswith("$") or before.low in ("bitte", "und", "oder")


def _no_command(token: Token, tagger: Tagger) -> Token:
    if token.text[0].isupper():
        return replace(token, tag="NE", lemma=token.text)
    return tagger.retagged(token, "VV(FIN)")


def _named(token: Token, tagger: Tagger) -> Token:
    if token.low in _SUBORDINATORS:
        return replace(token, tag="KOUS")
    if token.low in _COUNTS:
        return replace(token, tag="CARD")
    if token.low in _ABOUT:
        return replace(token, tag="ADV", lemma=token.low)
    if token.text.isalpha():  # neither a code nor a compound with a hyphen
        acronym = token.is_verb and len(token.text) > 1 and token.text.isupper()  # RT
        return replace(token, tag="NE", lemma=token.text) if acronym else token
    if _CODE.fullmatch(token.text):
        return replace(token, tag="NE", lemma=token.text)
    tail = token.text.rpartition("-")[2]
    compound = token.tag == "NE" and tail != token.text and len(tail) > _SHORT and tail[0].isupper()
    return replace(token, tag="NN", lemma=token.text) if compound and tagger.likeliest(tail) == "NN" else token


def _looks_like_a_name(words: Sequence[Token]) -> bool:
    return words[0].text[0].isupper() and all(
        t.is_noun or (t.tag in ("CARD", "ADJ(A)", "XY") and t.text[0].isupper() | t.text[0].isdigit()) for t in words
    )
