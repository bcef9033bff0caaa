"""The garbage collector rests where it would find nothing, and is as it was afterwards."""

import gc

import pytest

from graph.collecting import collector_at_rest, keep_for_good


def test_it_rests_within_and_goes_on_after() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_rest_within_a_rest_ends_with_the_outer_one() -> None:
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), collector_at_rest():
        1 / 0  # noqa: B018
    assert gc.isenabled()


def test_what_is_kept_for_good_is_passed_by() -> None:
    loaded: list[list[object]] = [[]]
    keep_for_good()
    assert not any(each is loaded for each in gc.get_objects())
    gc.unfreeze()
