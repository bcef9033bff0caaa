"""Views that are kept: under the same key for ever, and not without end."""

from pathlib import Path

import pytest

from graph.asking.drawn.bookmarks import LONGEST, Bookmarks
from graph.errors import LinkUnknownError, StoreError, UsageError, WritingRefused

VIEW = "entities=a,b&asof=2024-03-04"


def test_the_same_view_has_the_same_key_and_outlives_whoever_kept_it(tmp_path: Path) -> None:
    file = tmp_path / "views.sqlite"
    key = Bookmarks(file).keep(VIEW)

    assert Bookmarks(file).keep(VIEW) == key == Bookmarks(tmp_path / "elsewhere.sqlite").keep(VIEW)
    assert Bookmarks(file).view(key) == VIEW
    assert Bookmarks(file).keep("entities=c") != key


@pytest.mark.parametrize("key", ["a" * 26, "nonsense", "", "x'; DROP TABLE views; --"])
def test_what_nobody_kept_is_unknown(tmp_path: Path, key: str) -> None:
    kept = Bookmarks(tmp_path / "views.sqlite")
    for _ in range(2):
        with pytest.raises(LinkUnknownError, match="no view is kept"):
            kept.view(key)
        kept.keep(VIEW)


def test_there_is_an_end_to_how_long_and_how_many(tmp_path: Path) -> None:
    kept = Bookmarks(tmp_path / "views.sqlite", most=2)
    with pytest.raises(UsageError, match="too long"):
        kept.keep("a" * (LONGEST + 1))
    first = kept.keep("entities=a")
    kept.keep("entities=b")

    with pytest.raises(WritingRefused, match="2 links are kept"):
        kept.keep("entities=c")
    assert kept.keep("entities=a") == first, "what is kept already needs no room"
    assert kept.view(first) == "entities=a", "nothing is dropped to make room"


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="views"):
        Bookmarks(tmp_path / "nowhere" / "views.sqlite").keep(VIEW)
