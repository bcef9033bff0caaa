"""Quotations over several sentences: all of them stand on the word of whoever speaks, named before or behind them."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]
SPOKEN = "Schweden ASSAULT Island (Olaf Berg asserts)"


def test_a_quotation_keeps_its_speaker_until_it_ends(read: Read) -> None:
    found = acts(read("Olaf Berg sagte: „Das ist schlimm. Schweden hat Island angegriffen.“ Norwegen hat Dänemark verurteilt."))
    assert SPOKEN in found and "Norwegen ACCUSE Dänemark" in found


def test_who_is_named_behind_a_quotation_has_said_all_of_it(read: Read) -> None:
    found = acts(read("„Schweden hat Island angegriffen. Die Lage ist ernst. Das bleibt so“, sagte Olaf Berg."))
    assert found == {SPOKEN}


def test_what_was_told_before_a_quotation_is_the_reporters_own(read: Read) -> None:
    found = acts(
        read("Dänemark hat Norwegen verurteilt. „Die Lage ist ernst. Schweden hat Island angegriffen“, sagte Olaf Berg.")
    )
    assert found == {"Dänemark ACCUSE Norwegen", SPOKEN}


def test_a_quotation_that_nobody_is_named_for_is_not_the_articles_own_word(read: Read) -> None:
    told = "Schweden ASSAULT Island (- asserts)"
    assert acts(read("„Die Lage ist ernst. Schweden hat Island angegriffen.“")) == {told}
    assert acts(read("„Schweden hat Island angegriffen.“")) == {told}


@pytest.mark.parametrize(
    "quotation", ["„Schweden hat Island angegriffen.“", "„Die Lage ist ernst. Schweden hat Island angegriffen.“"]
)
def test_a_quotation_that_stands_alone_is_his_who_spoke_or_acted_before_it(read: Read, quotation: str) -> None:
    assert SPOKEN in acts(read(f"Olaf Berg kritisierte Norwegen. {quotation}"))
    assert SPOKEN not in acts(read(f"Anna Lund kritisierte Norwegen. {quotation[:-1]}“, sagte Jan Holm."))


def test_who_speaks_of_himself_in_a_quotation_is_no_subject_of_it(read: Read) -> None:
    text = "Olaf Berg verurteilte die schwedische Regierung. „Diese Regierung ist schwach. Ich rede mit Island.“"
    assert not any(act.startswith("schwedische Regierung CONSULT") for act in acts(read(text)))


def test_a_speaker_may_stand_alone_in_front_of_a_colon(read: Read) -> None:
    assert acts(read("Außenminister Olaf Berg: „Schweden hat Island angegriffen.“")) == {SPOKEN}


def test_a_quotation_may_begin_without_a_verb(read: Read) -> None:
    found = acts(read("Olaf Berg sagte am Montag: „Nicht Norwegen, sondern Schweden hat Island angegriffen.“"))
    assert SPOKEN in found
