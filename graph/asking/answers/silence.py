"""What the outlets of one state, or in one language, report and others leave out although they printed articles meanwhile."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...rdf.census import Edge, Report
from ...rdf.derived import GAP
from ..answering import Case, Found, Reply, reply
from ..edge_reports import Ends, Told, limits, mirrors, told
from ..press import Outlet, Press, Printed, Sides, languages, outlets, printed, printed_by_others
from ..recall import recall
from ..tallies import Figures
from ..unread import MOST_ARTICLES, Search, Unread, titles, unread
from ..wording import note


@dataclass(frozen=True, slots=True)
class Silent:
    """An episode that only `reported_by` tell of until the time is over, from its `first` report on. The `silent` outlets
    printed articles in that time, `published_meanwhile` of them; `late` is when one of the others told of it after all.
    `unread` of their articles name both parties and tell nothing that was read about them.
    """

    ends: Ends
    first: str
    counted: Figures
    reported_by: str
    silent: str
    published_meanwhile: int
    late: str | None
    unread: int | None
    unread_in: str | None


@dataclass(frozen=True, slots=True)
class _Room:
    """All that is needed to judge who kept silent."""

    outlets: Mapping[str, Outlet]
    languages: Mapping[str, str]
    printed: Mapping[date, tuple[Printed, ...]]
    mirrored: Mapping[Edge, tuple[Report, ...]]
    days: int

    def window(self, first: date) -> Iterator[date]:
        """The days on which others might have told of it, the first one among them."""
        for number in range(min(self.days, (date.max - first).days) + 1):
            yield first + timedelta(days=number)


@dataclass(frozen=True, slots=True)
class _Silence:
    edge: Told
    reports: tuple[Report, ...]
    first: date
    others: Counter[str]
    late: date | None


def silence(found: Found, case: Case) -> Reply:
    """The episodes that one side alone tells of, those on the most roots first. Where nobody says which side, each state
    in turn."""
    edges, days = told(found, case), int(case.given["days"])
    room = _room(edges, case, days)
    silences = [each for edge in edges for reports in edge.episodes() for each in _silences(edge, reports, case, room)]
    searches = {id(each): search for each in silences if (search := _search(each, days))}
    missed = unread(case.desk, list(searches.values()))
    rows = [_row(each, room, missed[searches[id(each)]] if id(each) in searches else None) for each in silences]
    rows.sort(key=lambda row: (row.counted.roots, row.counted.articles, row.first), reverse=True)
    notes = note("silence", days=days), recall().note, note("unread-limit", articles=MOST_ARTICLES)
    return reply(Silent, rows, *notes, *limits(edges))


def _room(edges: Sequence[Told], case: Case, days: int) -> _Room:
    mirrored = mirrors(edges, case)
    reports = [report for some in (*(edge.reports for edge in edges), *mirrored.values()) for report in some]
    dates = sorted(report.published for report in reports if report.published)
    by_language = "in_language" in case.given or "others_in_language" in case.given
    told_in = languages(case.desk, (report.article for report in reports)) if by_language else {}
    end = dates[-1] + timedelta(days=min(days, (date.max - dates[-1]).days)) if dates else date.min
    known = printed(case.desk, dates[0], end) if dates else {}
    return _Room(outlets(case.desk, case.language), told_in, known, mirrored, days)


def _silences(edge: Told, reports: Sequence[Report], case: Case, room: _Room) -> Iterator[_Silence]:
    """How the episode is told by one side alone, if it is."""
    dated = [each for each in reports if each.published and each.publisher in room.outlets]
    mirrored = [each for each in room.mirrored.get(edge.edge, ()) if each.published and each.publisher in room.outlets]
    for sides in _sides(dated, case, room):
        own = tuple(each for each in dated if sides.reports(*_whose(each, room)))
        first = min((each.published for each in own if each.published), default=None)
        if first is None:
            continue
        lately = [each for each in mirrored if each.published and each.published >= max(first, date.min + GAP) - GAP]
        told_too = (each for each in (*dated, *lately) if sides.other(*_whose(each, room)))
        others = [each.published for each in told_too if each.published]
        window = list(room.window(first))
        meanwhile = printed_by_others(room.printed, room.outlets, sides, window)
        if meanwhile and not any(day <= window[-1] for day in others):
            yield _Silence(edge, own, first, meanwhile, min(others, default=None))


def _sides(dated: Sequence[Report], case: Case, room: _Room) -> Iterator[Sides]:
    reporting = Press(case.given.get("state"), case.given.get("in_language"))
    others = Press(case.given.get("others"), case.given.get("others_in_language"))
    if reporting.named:
        yield Sides(reporting, others)
        return
    for state in sorted({state for each in dated if (state := _whose(each, room)[0].state)}):
        if state != others.state:
            yield Sides(replace(reporting, state=state), others)


def _whose(report: Report, room: _Room) -> tuple[Outlet, str | None]:
    return room.outlets[report.publisher or ""], room.languages.get(report.article)


def _search(each: _Silence, days: int) -> Search | None:
    one, other = each.edge.edge.actor, each.edge.edge.recipient
    end = each.first + timedelta(days=min(days, (date.max - each.first).days))
    return Search(one, other, each.first, end) if one and other else None


def _row(each: _Silence, room: _Room, missed: Sequence[Unread] | None) -> Silent:
    theirs = [article for article in missed or () if article.outlet in each.others]
    reporting = {room.outlets[report.publisher or ""].name for report in each.reports}
    return Silent(
        ends=each.edge.ends,
        first=each.first.isoformat(),
        counted=Figures.of(each.reports),
        reported_by=", ".join(sorted(reporting)),
        silent=", ".join(sorted(each.others)),
        published_meanwhile=each.others.total(),
        late=each.late.isoformat() if each.late else None,
        unread=None if missed is None else len(theirs),
        unread_in=titles(theirs),
    )
