"""Printed lines as running text: heads gone, words whole, hyphens that belong to a word kept."""

import pytest

from graph.reading.mending import running_text, without_margins


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Die Verhand-", "lungen ruhen."], "Die Verhandlungen ruhen."),
        (["Die Verhand\u00ad", "lungen ruhen."], "Die Verhandlungen ruhen."),
        (["Die US-", "Regierung schweigt."], "Die US-Regierung schweigt."),
        (["Die Außen-", "und Handelspolitik ruht."], "Die Außen- und Handelspolitik ruht."),
        (["Die Lage ist ernst -", "sagt der Minister."], "Die Lage ist ernst - sagt der Minister."),
        (["Der Rat tagt am", "3. Mai in Wien."], "Der Rat tagt am 3. Mai in Wien."),
    ],
)
def test_lines_are_joined_as_they_were_meant(lines: list[str], text: str) -> None:
    assert running_text(["\n".join(lines)]) == text


def test_a_sentence_runs_on_over_a_page() -> None:
    assert (
        running_text(["Der Rat tagt seit dem Morgen in\n\n1", "2\n\nder Stadt am Fluss."])
        == "Der Rat tagt seit dem Morgen in der Stadt am Fluss."
    )


def test_a_heading_stands_alone() -> None:
    long = "Der Rat tagt seit dem frühen Morgen in der Stadt am Fluss und"
    assert running_text([f"Zur Lage\n{long}\nberät noch."]).splitlines()[0] == "Zur Lage"


def test_what_runs_through_the_pages_goes_and_what_stands_once_stays() -> None:
    pages = [["Bericht Nr. 7, Seite 1", "Anfang.", "Ende."], ["Bericht Nr. 7, Seite 2", "Mitte.", "Ende der Sitzung."]]
    assert without_margins(pages) == [["Anfang.", "Ende."], ["Mitte.", "Ende der Sitzung."]]


def test_a_line_in_the_middle_of_each_page_is_no_head() -> None:
    page = ["a", "b", "c", "Der Rat tagt.", "d", "e", "f"]
    assert ["Der Rat tagt."] in [[line for line in kept if line == "Der Rat tagt."] for kept in without_margins([page, page])]


@pytest.mark.parametrize("number", ["3", "- 3 -", "Seite 3 von 10", "3/10", "iv", "– 12 –"])
def test_page_numbers_go(number: str) -> None:
    assert without_margins([["Der Rat tagt.", number]]) == [["Der Rat tagt."]]


def test_a_number_in_words_stays() -> None:
    assert without_margins([["Der Rat tagt.", "3 Staaten fehlen."]]) == [["Der Rat tagt.", "3 Staaten fehlen."]]


def test_nothing_is_nothing() -> None:
    assert running_text([]) == running_text(["", "\n \n"]) == ""
