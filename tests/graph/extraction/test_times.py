"""Which expression of time belongs to which act."""

from collections.abc import Callable

import pytest

from graph.model import Reading

Read = Callable[[str], Reading]  # published on a Tuesday, 6 August 2024


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        ("Norwegen griff Schweden am Montag an.", "ASSAULT", "2024-08-05"),
        ("Norwegen griff Schweden am Freitag, dem 9. August 2019, an.", "ASSAULT", "2019-08-09"),
        ("Der Angriff Norwegens auf Schweden wird für Sonntag, den 18. August 2024, erwartet.", "ASSAULT", "2024-08-18"),
        ("Norwegen hat am Montag begonnen, Schweden anzugreifen.", "ASSAULT", "2024-08-05"),
        ("Norwegen beschloss am Montag, Schweden anzugreifen.", "ASSAULT", "2024-08-05"),
        ("Norwegen beschloss, Schweden am Montag anzugreifen.", "ASSAULT", "2024-08-12"),
        ("Am Montag hat Norwegen Schweden beschuldigt und angegriffen.", "ASSAULT", "2024-08-05"),
        ("Nach einer Anhörung im Mai griff Norwegen Schweden an.", "ASSAULT", None),
        ("Nach einer Meldung vom Montag griff Norwegen Schweden an.", "ASSAULT", None),
        ("Island verurteilte die Angriffe Norwegens auf Schweden im Mai 2019.", "ASSAULT", "2019-05"),
        ("Island verurteilte den Angriff Norwegens auf Schweden, der vergangene Woche stattfand.", "ASSAULT", "2024-W31"),
        ("Island verurteilte den Angriff Norwegens auf Schweden, der seit Mai Folgen hat.", "ASSAULT", None),
        ("Die NATO erklärte am Dienstag, Norwegen habe Schweden angegriffen.", "ASSAULT", None),
        ("Norwegen griff Schweden an, nachdem der seit Montag gesuchte Minister verschwunden war.", "ASSAULT", None),
    ],
)
def test_an_act_has_the_time_of_its_own_words(read: Read, text: str, relation: str, value: str | None) -> None:
    claim = next(c for c in read(text).claims if c.relation == relation)
    assert (claim.time.value if claim.time else None) == value


def test_an_evening_is_that_of_the_day_before_it(read: Read) -> None:
    first, second = read("Norwegen griff Schweden am Montag an. Am Abend griff Schweden Norwegen an.").claims
    assert second.time is not None and first.time is not None and second.time.value == first.time.value
