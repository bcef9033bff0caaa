"""Words by which the reporter keeps a distance: angeblich, mutmaßlich, ein angeblicher Angriff."""

from ..language.clause import Analysis, Clause, Phrase
from ..language.lexicon import Lexicon
from ..language.tokens import Token
from ..model import Stance


def distancing_adverb(analysis: Analysis, lexicon: Lexicon, clause: Clause) -> Token | None:
    """The adverb of the clause that makes hearsay of it."""
    adverbs = (analysis.tokens[i] for i in clause.tokens if analysis.tokens[i].tag in ("ADV", "ADJ(D)"))
    return next((t for t in adverbs if _distances(lexicon, t.low) or _distances(lexicon, t.lemma.lower())), None)


def distancing_adjective(analysis: Analysis, lexicon: Lexicon, phrase: Phrase) -> Token | None:
    """The adjective in front of the phrase's noun that makes hearsay of what it tells."""
    words = analysis.tokens[phrase.first : phrase.head]
    return next((t for t in words if t.tag == "ADJ(A)" and _distances(lexicon, t.lemma.lower())), None)


def _distances(lexicon: Lexicon, word: str) -> bool:
    return any(c.part == "adverb" and c.stance is Stance.ALLEGES for c in lexicon.cues.get(word, ()))
