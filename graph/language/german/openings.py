"""What a segment shows at its ends: the first word that counts, whether the verb will stand last, what it may be."""

from collections.abc import Sequence
from typing import Final

from ..tokens import Token
from .segments import Segment, attribute_end, no_noun_follows

RELATIVE_FORMS: Final = frozenset(["der", "die", "das", "den", "dem", "deren", "dessen", "denen"])
ALSO_SUBORDINATORS: Final = frozenset({"als", "während", "bis", "seit"})  # prepositions, too
_BEFORE_OPENING: Final = frozenset(
    {
        "auch",
        "sogar",
        "selbst",
        "nur",
        "erst",
        "vor",
        "allem",
        "besonders",
        "insbesondere",
        "gerade",
        "vorausgesetzt",
        "zumindest",
    }
)
_ALWAYS_LAST: Final = frozenset(  # behind a comma they open a clause, even where brackets tear its verb off
    {"wonach", "wobei", "wodurch", "womit", "wofür", "wogegen", "woraufhin", "weshalb", "weswegen", "wovon", "worin", "worüber"}
)
_DESCRIBED: Final = 5  # words: article, preposition, noun, adjective, noun
_BEGINS_PHRASE: Final = frozenset({"ART", "PPER", "PPOSAT", "PIAT", "PDAT", "PRF", "ADV", "PIS"})
FINITE_OF: Final = {"VA(INF)": "VA(FIN)", "VM(INF)": "VM(FIN)", "VV(INF)": "VV(FIN)"}


def first_word(tokens: Sequence[Token], segment: Segment) -> Token | None:
    """The first word that shows what kind of clause it is: marks, "und", "auch", "so" in front are passed over."""
    for place, i in enumerate(segment.tokens):
        token = tokens[i]
        more = place + 1 < len(segment.tokens)
        if token.tag.startswith("$") or (
            more and (token.tag == "KON" or _so_that(tokens, token) or token.low in _BEFORE_OPENING)
        ):
            if token.tag in ("APPR", "APPRART") and token.low != "vor":
                return token
            continue
        return token
    return None


def _so_that(tokens: Sequence[Token], token: Token) -> bool:
    return token.low in ("so", "ohne", "je") and token.index + 1 < len(tokens) and tokens[token.index + 1].tag == "KOUS"


def opens_verb_last(tokens: Sequence[Token], segment: Segment, guess: bool = True) -> bool:
    """Whether the segment begins a clause with its verb at the end: by subordinator, relative or question word; with
    `guess`, also by what the tagger calls an article, if the verb stands last."""
    first = first_word(tokens, segment)
    if first is None:
        return False
    if first.low in RELATIVE_FORMS and (infinitive_only(tokens, segment) or is_article(tokens, segment, first)):
        return False
    if first.tag in ("KOUS", "PRELS", "PRELAT"):
        return True
    if guess and first.low in ALSO_SUBORDINATORS and first.tag in ("APPR", "KOKOM") and _finite_last(tokens, segment):
        return True
    place = first.index + 1
    following = tokens[place] if place < len(tokens) else None
    if first.tag in ("APPR", "APPRART") and following is not None:
        may_be = guess and following.low in RELATIVE_FORMS and segment.opener == "," and _finite_last(tokens, segment)
        return following.tag in ("PRELS", "PRELAT") or (may_be and _is_no_fore_field(tokens, segment, following))
    if guess and segment.opener == "," and first.low in RELATIVE_FORMS and first.tag in ("ART", "PDS"):
        return _finite_last(tokens, segment) or _looks_relative(tokens, segment, first)
    if guess and first.low == "wie" and segment.opener == ",":
        return _verb_last(tokens, segment)  # wie die Zeitung berichtet: the tagger calls that a participle
    asks = first.tag in ("PWS", "PWAV", "PWAT") or (first.low == "wie" and segment.opener == ",")
    torn = first.low in _ALWAYS_LAST and segment.opener == "," and not any(tokens[i].is_finite for i in segment.tokens)
    return asks and (torn or _finite_last(tokens, segment) or (guess and _verb_last(tokens, segment)))


def _is_no_fore_field(tokens: Sequence[Token], segment: Segment, pronoun: Token) -> bool:
    """auf den Juden einen Anschlag verübten: before a verb in second place there would be one phrase, and here are two."""
    if pronoun.tag == "PDS":
        return True
    behind = [tokens[i] for i in segment.tokens if i > pronoun.index]
    noun = next((place for place, t in enumerate(behind) if t.is_noun), len(behind))
    return any(t.tag in _BEGINS_PHRASE for t in behind[noun + 1 :]) and not any(t.tag == "KON" for t in behind)


def is_article(tokens: Sequence[Token], segment: Segment, first: Token) -> bool:
    """das Gerät, die von Oslo gelieferte Anlage, verkaufen: a noun with its attribute follows, and no verb stands last."""
    if _is_described(tokens, segment) or _is_listed(tokens, segment, first):
        return True
    noun = attribute_end(tokens, first.index)
    bare = noun is not None and not any(t.tag in ("ART", "PPOSAT", "PDAT") for t in tokens[first.index + 1 : noun])
    return bare and not _verb_last(tokens, segment)


def _is_listed(tokens: Sequence[Token], segment: Segment, first: Token) -> bool:
    """Peru, die EU und die USA kritisieren Putin: the sentence's only finite verb, and it does not stand last."""
    finite = [t.index for t in tokens if t.is_finite]
    if len(finite) != 1 or finite[0] not in segment.tokens or not any(tokens[i].is_noun for i in range(first.index)):
        return False
    inside = [tokens[i] for i in segment.tokens if first.index < i < finite[0]]
    behind = [tokens[i] for i in segment.tokens if i > finite[0] and not tokens[i].tag.startswith("$")]
    joined = bool(inside) and inside[0].is_noun and inside[-1].is_noun and any(t.tag == "KON" for t in inside)
    return joined and bool(behind) and not behind[0].is_verb


def _is_described(tokens: Sequence[Token], segment: Segment) -> bool:
    """X, der für Bergen zuständige neue Minister, …: no verb, and at the end a noun whose adjective follows another noun, so
    that the article in front is the one it has."""
    words = [tokens[i] for i in segment.tokens if not tokens[i].tag.startswith("$")]
    if len(words) < _DESCRIBED or not words[-1].is_noun or any(w.is_verb for w in words):
        return False
    before = next((place for place in range(len(words) - 2, 0, -1) if words[place].tag != "ADJ(A)"), 0)
    return len(words) - 2 > before > 1 and words[before].is_noun


def infinitive_only(tokens: Sequence[Token], segment: Segment) -> bool:
    """begann, der Ukraine … zu liefern: an infinitive with zu and no finite verb; what looks relative is an article."""
    tags = {tokens[i].tag for i in segment.tokens}
    return bool(tags & {"PTKZU", "VV(IZU)"}) and not any(tokens[i].is_finite for i in segment.tokens)


def _finite_last(tokens: Sequence[Token], segment: Segment) -> bool:
    verbs = [i for i in segment.tokens if tokens[i].is_finite]
    words = [i for i in segment.tokens if not tokens[i].tag.startswith("$")]
    return bool(verbs) and verbs[0] == words[-1] and len(words) > 1


def _looks_relative(tokens: Sequence[Token], segment: Segment, first: Token) -> bool:
    """Banken, die billige Kredite anbieten: an infinitive without "zu" that no modal before it governs is a finite verb."""
    before = tokens[: first.index]
    governed = any(t.tag == "VM(FIN)" or (t.is_finite and t.lemma in ("werden", "lassen")) for t in before)
    words = [i for i in segment.tokens if not tokens[i].tag.startswith("$")]
    infinitive = tokens[words[-1]].tag in FINITE_OF and not governed and tokens[words[-2]].tag != "PTKZU"
    return _verb_last(tokens, segment) and (infinitive or no_noun_follows(tokens, first.index))


def _verb_last(tokens: Sequence[Token], segment: Segment) -> bool:
    """Whether a finite verb stands last, or a form that may be one and no other finite verb is there."""
    words = [i for i in segment.tokens if not tokens[i].tag.startswith("$")]
    may_be = tokens[words[-1]].tag in ("VV(PP)", *FINITE_OF) and not any(tokens[i].is_finite for i in words)
    return len(words) > 2 and (may_be or _finite_last(tokens, segment))


def only_denies(tokens: Sequence[Token], segment: Segment) -> bool:
    """unterstützt den Plan, Boote zu liefern, allerdings nicht: what comes late denies the main clause."""
    tags = {tokens[i].tag for i in segment.tokens if not tokens[i].tag.startswith("$")}
    return "PTKNEG" in tags and tags <= {"PTKNEG", "ADV", "ADJ(D)", "KON"}


def edged_by_participle(tokens: Sequence[Token], segment: Segment) -> bool:
    """Whether a participle begins or ends the segment: it may be a clause without a finite verb."""
    words = [tokens[i] for i in segment.tokens if not tokens[i].tag.startswith("$")]
    present = bool(words) and words[0].low.endswith("end") and words[0].tag == "ADJ(D)"
    return present or (bool(words) and "VV(PP)" in (words[0].tag, words[-1].tag))


def goes_on_behind(tokens: Sequence[Token], rest: Sequence[Segment]) -> bool:
    """Oslo führte, unterstützt von Peru, Gespräche: whether behind a comma the clause goes on that a participle interrupts."""
    if not rest or rest[0].opener != ",":
        return False
    opens = opens_verb_last(tokens, rest[0]) or infinitive_only(tokens, rest[0])
    return not opens and not any(tokens[i].is_finite for i in rest[0].tokens)
