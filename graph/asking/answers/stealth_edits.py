"""What changed from one version of a page to the next: what was claimed, and with how much reserve."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ...errors import NotFoundError
from ...identity import claim_keys, page_key
from ...model import Claim, Party, Reading
from ...rdf.archive import Archive, Stored
from ..addresses import key
from ..answering import Case, Found, Reply, reply
from ..clock import iso
from ..edge_reports import Ends, day_given
from ..revisions import Change, compare
from ..sentences import claim_address
from ..tallies import Figures, figures
from ..wording import note

_MOST_PAGES = 200  # as the query limits them: two readings of each are compared, 5 ms a page


@dataclass(frozen=True, slots=True)
class Edit:
    """A claim that a later version of a page tells otherwise, or no longer, or for the first time.

    `first` and `last` are the days that the two versions give themselves, `seen` the day on which the store first met the
    later one. The counts are those of the claim's episode.
    """

    change: str
    ends: Ends
    before: str | None
    after: str | None
    reasons: str | None
    outlet: str | None
    first: str | None
    last: str | None
    seen: str
    counted: Figures
    url: str | None
    claim: str


@dataclass(frozen=True, slots=True)
class _Step:
    """Two versions in a row with what was read in them."""

    before: Stored
    after: Stored
    old: Reading
    new: Reading

    @property
    def day(self) -> date:
        """When the page was changed, as near as it is known: when the store met the later version, if it had met the
        earlier one before; else the day that the later version gives itself."""
        met, anew = self.before.first_seen.date(), self.after.first_seen.date()
        return anew if met < anew else self.after.article.published or anew


def stealth_edits(found: Found, case: Case) -> Reply:
    """All edits since the day given, page by page, those with the most versions first."""
    versions = [key(str(version)) for version, number in found.each("version", "versions") if int(number or 0) > 1]
    since = day_given(case, "since") or date.min
    steps = [step for step in _steps(case.desk.archive, versions) if step.day >= since]
    edits = [(step, change) for step in steps for change in compare(step.old, step.new)]
    counted = figures(case.desk, (_key(step, change) for step, change in edits))
    rows = (_row(case, step, change, counted.get(_key(step, change), Figures())) for step, change in edits)
    notes = [note("most-pages", pages=_MOST_PAGES)] if len(versions) >= _MOST_PAGES else []
    return reply(Edit, rows, note("versions-compared", steps=len(steps)), *notes)


def _steps(archive: Archive, versions: Iterable[str]) -> Iterator[_Step]:
    seen: set[str] = set()
    for version in versions:
        try:
            page = page_key(archive.get(version).article)
        except NotFoundError:  # removed since the query was answered
            continue
        if page is None or page in seen:
            continue
        seen.add(page)
        for before, after in pairwise(archive.versions(page)):
            yield _Step(before, after, archive.reading(before.key), archive.reading(after.key))


def _row(case: Case, step: _Step, change: Change, counted: Figures) -> Edit:
    claim, article = _claim(change), step.after.article
    return Edit(
        change=change.kind.value,
        ends=Ends(_name(claim.actor), claim.relation, _name(claim.recipient)),
        before=_sentence(change.before, step.old),
        after=_sentence(change.after, step.new),
        reasons="; ".join(change.reasons) or None,
        outlet=article.outlet,
        first=iso(step.before.article.published),
        last=iso(article.published),
        seen=step.after.first_seen.date().isoformat(),
        counted=counted,
        url=article.url,
        claim=claim_address(case.desk, _key(step, change)),
    )


def _claim(change: Change) -> Claim:
    claim = change.after or change.before
    assert claim is not None
    return claim


def _key(step: _Step, change: Change) -> str:
    """The key of the claim as it stands now, else as it stood."""
    reading, version = (step.new, step.after) if change.after else (step.old, step.before)
    place = next(at for at, each in enumerate(reading.claims) if each is _claim(change))
    return claim_keys(reading.claims, version.key)[place]


def _sentence(claim: Claim | None, reading: Reading) -> str | None:
    return " ".join(claim.sentence.of(reading.article.text).split()) if claim else None


def _name(party: Party | None) -> str | None:
    return party.entity.name if party else None
