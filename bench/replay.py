"""Recorded readings told again as any number of articles, so that a store can be measured without reading for hours.

Each article is one recorded reading with other words, parties, outlet and day. Lengths, spans, chains of sources, stances
and relations stay as they were read. Parties and outlets follow Zipf's law, so that a few edges are told thousands of
times and most once; one article in six is a reprint. The same number gives the same article, and nothing is kept: memory
is flat.
"""

import random
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate

from graph.extraction.gazetteer import Gazetteer
from graph.model import Article, Claim, Entity, Kind, Party, Reading, Step, Time

BEGIN = date(2022, 1, 1)
A_DAY = 150  # articles: 100,000 are two years of ten busy outlets
_REPRINTS, _NEAR = 0.15, 0.5  # of all articles; of the reprints, those that change a word in twenty
_CHANGED = 0.05  # of the words of such a reprint
_AROUND = 300  # a dispatch is reprinted within two days
_HEADS = 40  # one number in so many is a dispatch that everybody prints
_SEED = 1870

# How many parties of a kind there may be beyond the gazetteer's; of 100,000 articles some tens of thousands are met.
_INVENTED: Mapping[Kind, int] = {Kind.PERSON: 200_000, Kind.ORGANISATION: 30_000, Kind.PLACE: 20_000, Kind.OUTLET: 2_000}
_OUTLETS = 400
_WORD = re.compile(r"\w{4,}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SYLLABLES = ("ar", "bel", "dor", "en", "fal", "gar", "hol", "is", "kar", "lin", "mo", "nor", "ost", "pel", "ra", "sen", "ul")


@dataclass(frozen=True)
class Replay:
    """Readings as they were recorded, and the gazetteer whose parties take the place of those that were read."""

    recorded: Sequence[Reading]
    gazetteer: Gazetteer

    def readings(self, count: int, start: int = 0) -> Iterator[Reading]:
        """The articles number `start` to `start + count`, in order of time."""
        return map(self.reading, range(start, start + count))

    def reading(self, number: int) -> Reading:
        """The article with this number."""
        chance = random.Random(f"{_SEED}/{number}")
        lent = self._lender(number, chance)
        if lent is None:
            return self._printed(number, number, _fresh(number), 0.0)
        return self._printed(number, lent, _fresh(lent), _CHANGED if chance.random() < _NEAR else 0.0)

    def root(self, number: int) -> int:
        """The article whose text this one prints: itself, unless it is a reprint."""
        lent = self._lender(number, random.Random(f"{_SEED}/{number}"))
        return number if lent is None else lent

    def bare(self, number: int) -> Reading:
        """An article in recorded words, for those who look at claims alone: other parties than `reading` has, as often told."""
        lent = self.root(number)
        return self._printed(number, lent, _fresh(lent), None)

    def _lender(self, number: int, chance: random.Random) -> int | None:
        """The article that this one reprints; half of the reprints are of a few dispatches that everybody prints."""
        if chance.random() >= _REPRINTS or not number:
            return None
        before = number - 1 - min(int(chance.random() * _AROUND), number - 1)
        lent = before - before % _HEADS if chance.random() < 0.5 else before
        return lent if lent % _HEADS == 0 or random.Random(f"{_SEED}/{lent}").random() >= _REPRINTS else None

    def _printed(self, number: int, lent: int, fresh: random.Random, changed: float | None) -> Reading:
        """What the article `lent` tells, as the article `number` prints it, with that share of words `changed`; None: none is."""
        recorded = self.recorded[fresh.randrange(len(self.recorded))]
        text, title = recorded.article.text, recorded.article.title or "Meldung"
        if changed is not None:
            text, title = self._reworded(text, fresh), self._reworded(title, fresh)
        cast = _Cast(self._pools, fresh)
        own = random.Random(f"{_SEED}/own/{number}")
        if changed:
            text = self._reworded(text, own, changed)
        day, outlet = BEGIN + timedelta(days=number // A_DAY), outlet_name(zipf(own, _OUTLETS))
        address = f"https://{outlet.lower().replace(' ', '-')}.example/{number}"
        article = Article(text, title, day, outlet, address, recorded.article.language)
        shift = BEGIN + timedelta(days=lent // A_DAY) - (recorded.article.published or BEGIN)
        claims = tuple(_claim(claim, cast.party, shift) for claim in recorded.claims)
        return Reading(article, recorded.sentences, claims, recorded.speech)

    def _reworded(self, text: str, chance: random.Random, share: float = 1.0) -> str:
        """Other words of the same length for all but the short ones, and abbreviations, which may be marks of agencies."""

        def other(found: re.Match[str]) -> str:
            word = found[0]
            if word.isupper() or (share < 1 and chance.random() >= share):
                return word
            choice = self._words[len(word), word[0].isupper()]
            return choice[int(chance.random() * len(choice))] if choice else word

        return _WORD.sub(other, text)

    @cached_property
    def _words(self) -> Mapping[tuple[int, bool], list[str]]:
        """The words of the recorded texts, as often as they stand there, by length and capital."""
        found: dict[tuple[int, bool], list[str]] = defaultdict(list)
        for reading in self.recorded:
            for word in _WORD.findall(reading.article.text):
                found[len(word), word[0].isupper()].append(word)
        return found

    @cached_property
    def _pools(self) -> Mapping[Kind, list[Entity]]:
        """The gazetteer's parties by kind."""
        found: dict[Kind, list[Entity]] = defaultdict(list)
        for row in self.gazetteer.rows.values():
            if row.kind is not None:
                found[row.kind].append(self.gazetteer.entity(row.id))
        return found


class _Cast:
    """Who plays whom in one article: the same recorded party is the same party throughout."""

    def __init__(self, pools: Mapping[Kind, list[Entity]], chance: random.Random) -> None:
        self._pools, self._chance = pools, chance
        self._played: dict[Entity, Entity] = {}

    def party(self, recorded: Party | None) -> Party | None:
        if recorded is None or recorded.entity.local:
            return recorded
        played = self._played.get(recorded.entity)
        if played is None:
            played = self._played[recorded.entity] = self._drawn(recorded.entity)
        return Party(played, recorded.mention)

    def _drawn(self, recorded: Entity) -> Entity:
        pool = self._pools[recorded.kind]
        if pool and (recorded.gazetteer or recorded.kind not in _INVENTED):
            return pool[zipf(self._chance, len(pool))]
        rank = zipf(self._chance, _INVENTED.get(recorded.kind, 1000))
        states = self._pools[Kind.STATE]
        state = states[rank % len(states)].gazetteer if recorded.state else None
        return Entity(invented_name(recorded.kind, rank), recorded.kind, state=state)


def _fresh(number: int) -> random.Random:
    return random.Random(f"{_SEED}/text/{number}")


def zipf(chance: random.Random, size: int) -> int:
    """A rank from 0 to `size` - 1, the n-th as often as Zipf's law has it: half as often as the one before the doubling."""
    steps = _harmonic(size)
    return bisect(steps, chance.random() * steps[-1])


@lru_cache(maxsize=32)
def _harmonic(size: int) -> Sequence[float]:
    return tuple(accumulate(1 / rank for rank in range(1, size + 1)))


@lru_cache(maxsize=100_000)
def invented_name(kind: Kind, rank: int) -> str:
    """A name that nobody bears."""
    chance = random.Random(f"{_SEED}/{kind}/{rank}")
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(2)]
    return " ".join(words)


def outlet_name(rank: int) -> str:
    """The name of an outlet."""
    return f"{invented_name(Kind.OUTLET, rank)} Bote"


def _claim(claim: Claim, cast: Callable[[Party | None], Party | None], shift: timedelta) -> Claim:
    steps = tuple(replace(step, source=cast(step.source)) for step in claim.attribution)
    return replace(
        claim, actor=cast(claim.actor), recipient=cast(claim.recipient), attribution=steps, time=_moved(claim.time, shift)
    )


def _moved(time: Time | None, shift: timedelta) -> Time | None:
    """The same time as much later as the article; what is no day (a month, a season) is not resolved any more."""
    if time is None or time.value is None:
        return time
    if _DAY.sub("", time.value).strip("/.~?%"):
        return Time(time.text)
    return Time(time.text, _DAY.sub(lambda day: (date.fromisoformat(day[0]) + shift).isoformat(), time.value))


__all__ = ["A_DAY", "BEGIN", "Replay", "Step"]
