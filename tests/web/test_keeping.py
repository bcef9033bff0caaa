"""What the server keeps: made once, for everybody who asks at the same time too, and not for ever."""

from threading import Barrier, Event, Thread

import pytest

from web.keeping import Keeping


def always() -> bool:
    return True


def test_what_was_made_is_kept_while_there_is_room() -> None:
    keeping, made = Keeping(2), []

    def make(value: str) -> str:
        made.append(value)
        return value

    for key in "abacb":
        assert keeping.get(key, lambda key=key: make(key), always) == key  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"], "b was used longest ago when c came"


def test_what_does_not_last_is_made_again() -> None:
    keeping, values = Keeping(2), iter([1, 2])

    assert [keeping.get("a", lambda: next(values), lambda: False) for _ in range(2)] == [1, 2]


def test_those_who_ask_at_the_same_time_get_one_answer() -> None:
    keeping, all_there, go, made, got = Keeping(2), Barrier(3), Event(), [], []

    def make() -> int:
        go.wait(5)
        made.append(len(made))
        return len(made)

    def ask() -> None:
        all_there.wait(5)
        got.append(keeping.get("a", make, always))

    threads = [Thread(target=ask) for _ in range(3)]
    for each in threads:
        each.start()
    go.set()
    for each in threads:
        each.join(5)
    assert (made, got) == ([0], [1, 1, 1])


def test_after_a_failure_the_next_one_tries() -> None:
    keeping = Keeping(2)

    def fail() -> int:
        raise ValueError

    with pytest.raises(ValueError):
        keeping.get("a", fail, always)
    assert keeping.get("a", lambda: 7, always) == 7
