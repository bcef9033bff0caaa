"""The present tense with a day of the week looks ahead."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag trifft Anna Lund den norwegischen Präsidenten Olaf Berg.",
        "Anna Lund trifft am Montag den norwegischen Präsidenten Olaf Berg.",
        "Anna Lund trifft in der kommenden Woche den norwegischen Präsidenten Olaf Berg.",
        "Morgen trifft Anna Lund den norwegischen Präsidenten Olaf Berg.",
        "Am Montagabend trifft Anna Lund den norwegischen Präsidenten Olaf Berg.",
    ],
)
def test_what_somebody_does_on_monday_is_still_to_come(read: Read, text: str) -> None:
    assert acts(read(text)) == {"Anna Lund CONSULT Olaf Berg (intended)"}


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag traf Anna Lund den norwegischen Präsidenten Olaf Berg.",
        "Heute morgen trifft Anna Lund den norwegischen Präsidenten Olaf Berg.",
        "Seit Montag trifft Anna Lund den norwegischen Präsidenten Olaf Berg.",
    ],
)
def test_what_is_told_in_the_past_or_goes_on_is_not(read: Read, text: str) -> None:
    assert acts(read(text)) == {"Anna Lund CONSULT Olaf Berg"}


def test_a_day_behind_a_noun_may_be_the_nouns(read: Read) -> None:
    assert acts(read("Norwegen kritisiert nach dem Streit am Montag Schweden.")) == {"Norwegen ACCUSE Schweden"}
    assert acts(read("Der Minister am Montag kritisiert Schweden.")) == {"Minister ACCUSE Schweden"}
