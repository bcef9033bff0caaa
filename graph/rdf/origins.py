"""Where texts come from: of articles that are one text, which was first, and by which link each of the others hangs on it.

Pure functions of a set of articles, whatever their order. Links: equal texts, versions of one page, and texts that are
alike. What an article says of itself (marks of agencies) holds for all that are one text with it.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Reason


@dataclass(frozen=True, slots=True)
class Member:
    """An article as it is compared: the hashes of its text and page, its day, and the agencies that it names as its own."""

    article: str
    text: str
    page: str | None
    published: date | None
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """What an article leans on. `root` is the earliest article that is one text with it (itself, if it is that one).

    `lender` is the article that links it to the root, with the reason and, for texts that are alike, how much of the
    shorter one is in both (0 to 1). `agencies` are those that any of the articles names, by their keys.
    """

    root: str
    agencies: tuple[str, ...] = ()
    lender: str | None = None
    reason: Reason | None = None
    likeness: float | None = None


Kin = Mapping[tuple[str, str], float]  # pairs of text hashes that are alike, each way round, and how much
_Link = tuple[Reason, float | None]
_SURENESS = tuple(Reason)


def origins(members: Collection[Member], kin: Kin) -> dict[str, Origin]:
    """The origin of each article of a cluster: all hang together by equal texts, pages and `kin`."""
    ordered = sorted(members, key=_age)
    if not ordered:
        return {}
    root = ordered[0].article
    agencies = tuple(sorted({agency for member in ordered for agency in member.agencies}))
    found = {root: Origin(root, agencies)}
    waiting, links = deque([root]), _links(ordered, kin)
    while waiting:
        lender = waiting.popleft()
        for other, (reason, likeness) in links[lender].items():
            if other not in found:
                found[other] = Origin(root, agencies, lender, reason, likeness)
                waiting.append(other)
    return found


def _age(member: Member) -> tuple[date, str]:
    """Earlier ones first; those without a date can be told to be first by nobody."""
    return member.published or date.max, member.article


def _links(ordered: Sequence[Member], kin: Kin) -> Mapping[str, Mapping[str, _Link]]:
    """Who is linked with whom, the surest link of a pair, in the order in which they are followed.

    Each article with an equal text is linked with the earliest of them, and so are versions of a page: n links, not n².
    """
    found: dict[str, dict[str, _Link]] = defaultdict(dict)
    for one, other, link in (*_equal(ordered), *_alike(ordered, kin)):
        for here, there in ((one, other), (other, one)):
            before = found[here].get(there)
            if before is None or _weight(link) < _weight(before):
                found[here][there] = link
    age = {member.article: number for number, member in enumerate(ordered)}
    for here, others in found.items():
        found[here] = dict(sorted(others.items(), key=lambda each: (_weight(each[1]), age[each[0]])))
    return found


def _equal(ordered: Sequence[Member]) -> Iterator[tuple[str, str, _Link]]:
    first: dict[tuple[Reason, str], str] = {}
    for member in ordered:
        for reason, value in ((Reason.SAME_TEXT, member.text), (Reason.SAME_PAGE, member.page)):
            if value is not None:
                earliest = first.setdefault((reason, value), member.article)
                if earliest != member.article:
                    yield earliest, member.article, (reason, None)


def _alike(ordered: Sequence[Member], kin: Kin) -> Iterator[tuple[str, str, _Link]]:
    """Of the articles of two texts that are alike, the earliest of each."""
    first = {member.text: member.article for member in reversed(ordered)}
    for (one, other), likeness in kin.items():
        if one < other and one in first and other in first:
            yield first[one], first[other], (Reason.NEAR_TEXT, likeness)


def _weight(link: _Link) -> tuple[int, float]:
    return _SURENESS.index(link[0]), -(link[1] or 0.0)
