"""PDF papers: running text from printed pages, and what cannot be read said with its remedy."""

import pytest

from graph.errors import InputError
from graph.reading.formats import Described
from graph.reading.papers import paper

from .making import MORE, TEXT, locked, pdf

FIRST = [
    "Bericht des Rates",
    "Die Regierung in Teheran hat die Verhand-",
    "lungen am Freitag ausgesetzt. Sie nannte",
    "dafür keine Gründe.",
    "1",
]
SECOND = ["Bericht des Rates", "Der Rat tagt in dieser Woche erneut und", "berät über die Außen- und Handelspolitik.", "2"]


def described(data: bytes) -> Described:
    (found,) = paper(data, "x.pdf")
    assert isinstance(found, Described)
    return found


def error(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        list(paper(data, "x.pdf"))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_printed_pages_become_running_text() -> None:
    assert described(pdf([FIRST, SECOND])).given["text"] == (
        "Die Regierung in Teheran hat die Verhandlungen am Freitag ausgesetzt. Sie nannte dafür keine Gründe.\n\n"
        "Der Rat tagt in dieser Woche erneut und berät über die Außen- und Handelspolitik."
    )


def test_what_a_paper_says_of_itself_is_taken_and_its_date_is_said_to_be_a_guess() -> None:
    found = described(pdf([[TEXT]], title="Nein", author="Rat", made="D:20240603101500+02'00'"))
    assert [found.given[name] for name in ("title", "author", "published")] == ["Nein", "Rat", "2024-06-03"]
    assert found.remark == "taken to be of 2024-06-03, the day on which the file was made"


@pytest.mark.parametrize("name", ["bericht_final.docx", "Microsoft Word - Bericht", "  "])
def test_a_file_name_is_no_title(name: str) -> None:
    assert described(pdf([[TEXT]], title=name)).given["title"] is None


def test_a_date_in_words_is_no_date() -> None:
    found = described(pdf([[TEXT]], made="im Juni"))
    assert (found.given["published"], found.remark) == (None, None)


def test_a_paper_behind_a_password_is_named_with_the_remedy() -> None:
    assert error(locked(pdf([[TEXT]]), "geheim")) == "x.pdf: is locked with a password; save a copy without one"


def test_a_paper_that_is_only_kept_from_printing_is_read() -> None:
    assert str(described(locked(pdf([[TEXT, MORE]]), "")).given["text"]).startswith(TEXT)


def test_a_scan_is_told_from_a_paper_with_words() -> None:
    assert "OCR" in error(pdf([[], ["17"]]))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"<html>", pdf([[TEXT]])[:300], b"%PDF-1.4\n" + b"\xff" * 500])
def test_a_damaged_file_is_named(data: bytes) -> None:
    assert error(data).startswith("x.pdf: ")


def test_every_cut_of_a_paper_is_read_or_named() -> None:
    whole = pdf([FIRST, SECOND], title="Nein")
    for end in range(0, len(whole), 37):
        try:
            list(paper(whole[:end], "x.pdf"))
        except InputError as refused:
            assert str(refused).startswith("x.pdf: ")
