"""Whose article it is: of those who report, or of the others."""

from datetime import date

from graph.asking.press import Outlet, Press, Printed, Sides, printed_by_others

KURIER, BOTE, BLOG = Outlet("k", "Kurier", "utopien"), Outlet("b", "Bote", "arkadien"), Outlet("x", "Blog", None)


def test_the_others_are_all_of_other_states_where_nobody_says_which() -> None:
    sides = Sides(Press("utopien"), Press())

    assert sides.reports(KURIER, "de") and not sides.reports(BOTE, "de")
    assert sides.other(BOTE, "de") and not sides.other(KURIER, "de")
    assert not sides.other(BLOG, "de")  # nobody knows whose it is


def test_a_language_makes_sides_whatever_the_state() -> None:
    sides = Sides(Press(language="de"), Press())

    assert sides.reports(BLOG, "de") and sides.other(BLOG, "en")


def test_state_and_language_may_be_asked_for_together() -> None:
    sides = Sides(Press("utopien", "de"), Press("arkadien", "en"))

    assert sides.reports(KURIER, "de") and not sides.reports(KURIER, "en")
    assert sides.other(BOTE, "en") and not sides.other(BOTE, "de")


def test_what_the_others_printed_is_counted_by_their_names() -> None:
    first, second = date(2024, 3, 1), date(2024, 3, 2)
    known = {first: (Printed("b", "de", 2), Printed("k", "de", 5)), second: (Printed("b", "de", 1), Printed("gone", "de", 9))}
    outlets = {each.key: each for each in (KURIER, BOTE, BLOG)}

    assert printed_by_others(known, outlets, Sides(Press("utopien"), Press()), [first, second]) == {"Bote": 3}
