"""The sentences of claims with who printed them, when, and on whose word: what stands in the rows of answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from .addresses import Asker, iri, key, text, values, word

_AT_ONCE = 500  # claims in one query: keeps the text of a query below 50 KB


@dataclass(frozen=True, slots=True)
class Sentence:
    """A claim's sentence; `source` is the innermost one that has a name, `stance` what it says of the claim."""

    sentence: str
    stance: str
    source: str | None
    outlet: str | None
    day: str | None


def sentences(asker: Asker, claims: Iterable[str], language: str) -> dict[str, Sentence]:
    """The sentences of claims by the claims' keys; sources by their names in `language`."""
    found: dict[str, Sentence] = {}
    wanted = sorted(set(claims))
    for start in range(0, len(wanted), _AT_ONCE):
        terms = values(iri(asker.base, "claim", each) for each in wanted[start : start + _AT_ONCE])
        for claim, sentence, stance, *told in asker.rows(_query(terms, language)):
            source, outlet, day = (str(each) if each is not None else None for each in told)
            about = Sentence(" ".join(str(sentence).split()), word(str(stance)), source, outlet, day)
            found.setdefault(key(str(claim)), about)
    return found


def claim_address(asker: Asker, claim: str) -> str:
    """The address of the claim with this key, as it stands in a row."""
    return iri(asker.base, "claim", claim)[1:-1]


def _query(claims: str, language: str) -> str:
    return f"""SELECT ?claim ?sentence ?stance ?source ?outlet ?day {{ VALUES ?claim {{ {claims} }}
        GRAPH ?article {{ ?claim depesche:sentence ?sentence ; depesche:stance ?stance
            OPTIONAL {{ ?article depesche:outletName ?outlet }} OPTIONAL {{ ?article schema:datePublished ?day }} }}
        OPTIONAL {{ GRAPH ?article {{ ?claim prov:wasAttributedTo ?who }} GRAPH ?parties {{ ?who skos:prefLabel ?source }}
            FILTER(LANG(?source) IN ("", {text(language)})) }} }}
        ORDER BY ?claim ?source"""
