"""Unnamed sources, on the affair: by which chain a claim came, what is known only so, and what became of it."""

import pytest

from graph.errors import NotFoundError, UsageError

from ..conftest import AffairDesk


def test_only_what_nobody_else_reports_is_known_through_unnamed_sources_only(affair: AffairDesk) -> None:
    (row,) = affair.told("attribution-paths")

    assert (row["actor"], row["relation"], row["recipient"]) == ("Arkadien", "THREATEN", "Utopien")
    assert (row["path"], row["depth"]) == ("Abendbote → Militärkreise", 1)
    assert (row["source_class"], row["affiliation"], row["only"]) == ("military", "Arkadien", True)


def test_paths_are_narrowed_by_affiliation_outlet_and_what_is_cited(affair: AffairDesk) -> None:
    officials = affair.told("attribution-paths", state="Utopien", known="also")
    assert {row["path"] for row in officials} == {"Agentur Pax → zwei Beamte", "Abendbote → zwei Beamte"}
    assert not any(row["only"] for row in officials)

    assert {row["outlet"] for row in affair.told("attribution-paths", outlet="Kurier", known="also")} == {"Kurier"}
    citing = affair.told("attribution-paths", cites="Agentur Pax", sources="any", known="also")
    assert [row["path"] for row in citing] == ["Kurier → Agentur Pax"]
    assert not affair.told("attribution-paths", depth="2", known="also")


def test_named_sources_can_be_followed_too(affair: AffairDesk) -> None:
    paths = {row["path"] for row in affair.told("attribution-paths", sources="named", known="also")}

    assert "Funkhaus → Ida Berg" in paths and not any("Beamte" in str(path) for path in paths)


def test_a_profile_tells_what_became_of_what_they_said(affair: AffairDesk) -> None:
    military, officials = affair.told("anonymous-sources")

    assert (military["source"], military["affiliation"], military["episodes"], military["alone"]) == (
        "Militärkreise",
        "Arkadien",
        2,
        1,
    )
    assert (military["confirmed"], military["denied"]) == (0, 0)
    assert (officials["source"], officials["source_class"], officials["claims"]) == ("zwei Beamte", "official", 2)
    assert (officials["roots"], officials["confirmed"], officials["denied"], officials["alone"]) == (1, 1, 1, 0)


def test_what_cannot_be_given_is_refused(affair: AffairDesk) -> None:
    with pytest.raises(UsageError, match="one of unnamed, named, any"):
        affair.told("attribution-paths", sources="secret")
    with pytest.raises(NotFoundError):
        affair.told("attribution-paths", state="Atlantis")
