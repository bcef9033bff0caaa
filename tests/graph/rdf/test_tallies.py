"""An edge counted from the columns of its reports: the same as from the reports themselves, whatever came when."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graph.identity import article_key
from graph.model import Modality, Reading, Stance, Time
from graph.rdf import census, tallies
from graph.rdf.census import Edge, Report
from graph.rdf.derived import counts, episodes
from graph.rdf.sqlite import to_read
from graph.rdf.store import Store
from graph.rdf.tallies import Tally, row_of, tally
from tests.factory import article, claim, party, reading, step

from .stores import MORNING, exported, filled, lines

EDGE = Edge("AID", "a", "b")
BEGIN = date(2024, 1, 1)
_days = st.integers(0, 200).map(lambda number: BEGIN + timedelta(days=number))
_maybe = st.none() | st.sampled_from(["p", "q", "r"])


def counted(*reports: Report, standing: bool = False) -> Tally:
    """The tally of some reports."""
    return tally(list(map(row_of, reports)), standing=standing)


@st.composite
def reported(draw: st.DrawFn) -> Report:
    name, article = draw(st.uuids()), draw(st.sampled_from("xyz"))
    pair = draw(st.none() | st.tuples(_days, _days).map(sorted))
    return Report(
        article, str(name), "p", EDGE, draw(st.sampled_from(Stance)), draw(st.booleans()), draw(st.sampled_from(Modality)),
        *(pair or (None, None)), draw(st.none() | _days), draw(st.sampled_from("rs")), draw(_maybe),
        tuple(sorted(draw(st.sets(st.sampled_from(["p", "q"]))))), draw(_maybe),
    )  # fmt: skip


@given(st.lists(reported(), max_size=12), st.booleans())
def test_rows_are_counted_as_reports_are(reports: list[Report], standing: bool) -> None:
    found, told = counted(*reports, standing=standing), episodes(reports, standing=standing)
    assert [(each.earliest, each.latest) for each in found.episodes] == [(each.earliest, each.latest) for each in told]
    assert [sorted(each.claims()) for each in found.episodes] == [sorted(r.claim for r in each.reports) for each in told]
    assert [each.counts for each in found.episodes] == [counts(each.reports) for each in told]
    if reports:
        assert found.counts == counts(reports, [each.reports for each in told])


def told_on(name: str, day: date | None, value: str | None = None, *, denied: bool = False) -> Reading:
    """An article of its own about one and the same edge."""
    source = step(party("Utopien"), "denies" if denied else "asserts")
    about = article(published=day, title=name, url=f"https://a.example/{name}")
    return reading(about, [claim(time=Time("einst", value) if value else None, attribution=[source])])


_VALUES = (None, "2024", "2024-02", "2024-03-05", "2024-W20", "2023-11/2024-01", "2024-05-01/..", "../2024-04-30")
_times = st.sampled_from(_VALUES)


@st.composite
def histories(draw: st.DrawFn) -> list[Reading]:
    """Articles over half a year with gaps, so that episodes come apart and together."""
    told = draw(st.lists(st.tuples(st.none() | _days, _times, st.booleans()), min_size=1, max_size=8))
    return [told_on(str(number), day, value, denied=denied) for number, (day, value, denied) in enumerate(told)]


@settings(deadline=None, max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(histories(), st.data())
def test_whatever_comes_and_goes_in_batches_all_claims_hang_on_their_episodes(told: list[Reading], data: st.DataObject) -> None:
    moves = data.draw(st.lists(st.tuples(st.booleans(), st.sampled_from(told)), max_size=8))
    with TemporaryDirectory() as folder:
        store, standing = Store.create(Path(folder, "s")), set[str]()
        for comes, one in [*moves, *((True, one) for one in data.draw(st.permutations(told)))]:
            key = article_key(one.article)
            with store.writing(now=lambda: MORNING) as writer:
                if comes:
                    writer.add(one, "r1")
                elif key in standing:
                    writer.remove(key)
            standing = standing | {key} if comes else standing - {key}
        assert lines(store) == lines(filled(Path(folder, "t"), told))
        kept = exported(store)
        store.rebuild()
        assert exported(store) == kept


def test_days_are_the_same_in_tables_and_in_reports(tmp_path: Path) -> None:
    days = [None, date(2023, 6, 1), date(2024, 3, 1), date(2025, 1, 1)]
    told = [told_on(f"{day} {value}", day, value) for day in days for value in _VALUES]
    store = filled(tmp_path / "s", told)
    with to_read(store.folder / "articles.sqlite") as connection:
        ((edge, found),) = tallies.all_rows(connection)
        reports = census.reports(connection, edge)
    assert {each[:11] for each in found} == set(map(row_of, reports)) and len(found) == len(told)
