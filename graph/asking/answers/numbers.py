"""How many dead, injured, soldiers, euros the sources of an episode tell of, and where they differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...language.quantities import Quantity, quantities
from ..addresses import key
from ..answering import Case, Found, Reply, reply
from ..edge_reports import Ends
from ..tallies import Figures, figures
from ..wording import note

_COLUMNS = (
    "episode", "claim", "actor", "actorName", "relation", "recipientName", "source", "outlet", "day", "written", "sentence",
    "theme", "evidence",
)  # fmt: skip


_ONE_DEED = timedelta(days=3)  # counts of victims without a name that are printed further apart are of two deeds


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that one source tells of: at `number`, or from there `up_to` another; `bound` says how sure it is.

    `counted` tells what it is of: killed, injured, euro, else the noun; `unit` is the word in the sentence. `differ`:
    another source, or outlet, tells another number of the same in this episode, or of other groups without a name that the
    same party is told, within days, to have met.
    """

    ends: Ends
    differ: bool
    counted: str
    number: float
    up_to: float | None
    bound: str
    unit: str
    source: str | None
    outlet: str | None
    day: str | None
    figures: Figures
    sentence: str
    claim: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """A row of the query, in texts. `matter` is what its amounts are compared within: the episode, or all that one party
    does to groups without names (`unnamed`), since "12 Menschen" and "15 Menschen" are never one party."""

    matter: str
    unnamed: bool
    claim: str
    ends: Ends
    source: str | None
    outlet: str | None
    day: str | None
    written: str
    sentence: str
    words: str  # in which an amount must stand to be the claim's: its evidence and its theme


def numbers(found: Found, case: Case) -> Reply:
    """All amounts: first those of matters in which sources differ, the latest first, then day by day."""
    claims = {each.claim: each for each in _claims(found)}
    counted = figures(case.desk, map(key, claims))
    told: dict[tuple[str, bool, str], list[Amount]] = defaultdict(list)
    for claim in claims.values():
        for quantity in _own(claim):
            told[claim.matter, claim.unnamed, quantity.kind].append(_amount(claim, quantity, counted))
    groups = [_compared(rows, unnamed) for (_, unnamed, _), every in told.items() for rows in _apart(every, unnamed)]
    groups.sort(key=lambda rows: (rows[0].differ, rows[-1].day or "", rows[0].figures.articles, rows[0].claim), reverse=True)
    return reply(Amount, (row for rows in groups for row in rows), note("numbers"))


def _claims(found: Found) -> Iterator[_Claim]:
    unnamed = {claim: bool(told) for claim, told in found.each("claim", "unnamed")}
    for row in found.each(*_COLUMNS):
        episode, claim, actor, name, relation, recipient, source, outlet, day, written, sentence, theme, evidence = (
            str(each) if each is not None else None for each in row
        )
        apart = bool(actor) and unnamed[claim]
        matter = f"{relation} {actor}" if apart else str(episode)
        ends, words = Ends(name, str(relation), recipient), f"{evidence or ''}\n{theme or ''}"
        yield _Claim(matter, apart, str(claim), ends, source, outlet, day, str(written), str(sentence), words)


def _own(claim: _Claim) -> Iterable[Quantity]:
    """The amounts of the sentence that stand in the claim's own words, each once: those of a party that is a number of
    people alone, where there is one; and none of the source."""
    told = dict.fromkeys(each for each in quantities(claim.sentence, claim.written) if each.text in claim.words)
    others = [each for each in told if each.text.lower() not in (claim.source or "").lower()]
    parties = f"{claim.ends.actor} {claim.ends.recipient}".lower()
    return [each for each in others if each.text.lower() in parties] or others


def _amount(claim: _Claim, told: Quantity, counted: Mapping[str, Figures]) -> Amount:
    return Amount(
        ends=claim.ends,
        differ=False,
        counted=told.kind,
        number=told.low,
        up_to=told.high if told.high != told.low else None,
        bound=told.bound,
        unit=told.unit,
        source=claim.source,
        outlet=claim.outlet,
        day=claim.day,
        figures=counted.get(key(claim.claim), Figures()),
        sentence=" ".join(claim.sentence.split()),
        claim=claim.claim,
    )


def _apart(rows: Sequence[Amount], unnamed: bool) -> Iterator[list[Amount]]:
    """The amounts day by day; those of `unnamed` groups parted where too long passed for them to be of one deed."""
    group: list[Amount] = []
    for row in sorted(rows, key=lambda row: (row.day or "", row.outlet or "", row.claim, row.number)):
        if unnamed and group and row.day and group[-1].day and date.fromisoformat(row.day) > _soon(group[-1].day):
            yield group
            group = []
        group.append(row)
    yield group


def _soon(day: str) -> date:
    return date.fromisoformat(day) + _ONE_DEED


def _compared(rows: list[Amount], unnamed: bool) -> list[Amount]:
    """The amounts of one thing, with whether those who tell them differ; what one report tells of several `unnamed` groups
    is no difference."""
    differ = any(_other(one, other) for one in rows for other in rows if not unnamed or _report(one) != _report(other))
    return [replace(row, differ=differ) for row in rows]


def _report(row: Amount) -> tuple[str | None, str | None]:
    return row.outlet, row.day


def _other(one: Amount, other: Amount) -> bool:
    """Whether another voice tells another number."""
    voices = (one.source, one.outlet) != (other.source, other.outlet)
    return voices and (one.number, one.up_to) != (other.number, other.up_to)
