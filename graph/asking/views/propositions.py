"""One proposition: content without truth value, and the claims that report it."""

from dataclasses import dataclass

from ...errors import NotFoundError
from ..addresses import Asker, iri, key, word
from ..facts import gather
from .parties import party
from .values import PartyView, Tally

_VOICES = ("asserting", "alleging", "denying", "doubting")


@dataclass(frozen=True, slots=True)
class PropositionView:
    """What is said, by whom in how many claims it is said to be so; `theme_class` is a code."""

    key: str
    relation: str
    actor: PartyView | None
    recipient: PartyView | None
    theme_class: str | None
    tally: Tally


def proposition(asker: Asker, own: str, language: str) -> PropositionView:
    """The proposition with the key `own`. NotFoundError when there is none."""
    subject = iri(asker.base, "proposition", own)[1:-1]
    facts = gather(asker, [subject])
    if subject not in facts:
        raise NotFoundError(f"there is no proposition {own} in the store")
    actor, recipient = facts.text(subject, "depesche:actor"), facts.text(subject, "depesche:recipient")
    gather(asker, [address for address in (actor, recipient) if address], facts)
    theme = facts.text(subject, "depesche:themeClass")
    return PropositionView(
        key=own,
        relation=word(str(facts.one(subject, "depesche:relation"))),
        actor=party(facts, actor, language) if actor else None,
        recipient=party(facts, recipient, language) if recipient else None,
        theme_class=word(theme) if theme else None,
        tally=_tally(asker, own),
    )


def claims_reporting(asker: Asker, own: str, limit: int, offset: int = 0) -> tuple[str, ...]:
    """Keys of the claims that report the proposition, newest article first."""
    query = f"""SELECT DISTINCT ?claim ?day {{ GRAPH ?article {{ ?claim depesche:reports {iri(asker.base, "proposition", own)}
        OPTIONAL {{ ?article schema:datePublished ?day }} }} }} ORDER BY DESC(?day) ?claim
        LIMIT {int(limit)} OFFSET {int(offset)}"""
    return tuple(key(str(claim)) for claim, _ in asker.rows(query))


def _tally(asker: Asker, own: str) -> Tally:
    query = f"""SELECT ?article ?voice ?modality (COUNT(DISTINCT ?claim) AS ?n) {{
        GRAPH ?article {{ ?claim depesche:reports {iri(asker.base, "proposition", own)} ;
            depesche:stance ?stance ; depesche:polarity ?polarity ; depesche:modality ?modality }}
        BIND(IF(?polarity = depesche:negated || ?stance = depesche:denies, "denying", IF(?stance = depesche:alleges,
            "alleging", IF(?stance = depesche:doubts, "doubting", "asserting"))) AS ?voice)
        }} GROUP BY ?article ?voice ?modality"""
    rows = [(str(article), str(voice), word(str(modality)), int(n or 0)) for article, voice, modality, n in asker.rows(query)]
    said = {voice: sum(n for _, found, _, n in rows if found == voice) for voice in _VOICES}
    not_actual = {code: sum(n for _, _, found, n in rows if found == code) for code in ("intended", "possible")}
    return Tally(claims=sum(row[3] for row in rows), articles=len({row[0] for row in rows}), **said, **not_actual)
