"""Terms of office: read from the table, certain only between known days."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import DataFileError
from graph.extraction.tenures import Tenure, Tenures

OFFICES = "id,held_as\noffice/premier,office/premier|office/chancellor\noffice/envoy,\n"
PEOPLE = "id,office,toward,from,until\n"


def tenures(folder: Path, *rows: str) -> Tenures:
    (folder / "offices.csv").write_text(OFFICES, encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return Tenures.load(folder)


def test_terms_come_in_the_order_of_their_beginning_by_all_offices_a_title_means(tmp_path: Path) -> None:
    late, early = "person/b,office/premier,state/x,2010-05-01,", "person/a,office/chancellor,state/x,2001,2010-05"
    found = tenures(tmp_path, late, early).of(["office/premier"], "state/x")
    assert [t.holder for t in found] == ["person/a", "person/b"]


def test_offices_that_several_hold_at_a_time_mean_nobody(tmp_path: Path) -> None:
    assert tenures(tmp_path, "person/a,office/envoy,state/x,2001,2010").of(["office/envoy"], "state/x") == ()


def test_the_edges_of_a_year_or_month_are_not_certain(tmp_path: Path) -> None:
    (term,) = tenures(tmp_path, "person/a,office/premier,state/x,2001,2010-12").of(["office/premier"], "state/x")
    days = (date(2001, 6, 1), date(2001, 12, 31), date(2010, 12, 1), date(2010, 12, 2))
    assert [term.covers(day) for day in days] == [False, True, True, False]


def test_a_term_without_a_beginning_is_never_certain() -> None:
    assert not Tenure("person/a", None, None).covers(date(2020, 1, 1))


def test_a_malformed_day_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"people\.csv:2: .*day"):
        tenures(tmp_path, "person/a,office/premier,state/x,2001-13-01,")
