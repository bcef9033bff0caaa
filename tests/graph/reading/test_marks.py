"""Marks of agencies: where they stand they are found, and a name elsewhere is none."""

import pytest

from graph.extraction.gazetteer import Gazetteer
from graph.model import Kind
from graph.reading.marks import _agencies, marks

LONG = "Arkadien hat am Montag zwölf Schiffe mit Getreide nach Utopien geschickt. Das teilte der Minister mit."


def agencies(text: str) -> list[str]:
    return [mark.agency for mark in marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Wien (dpa) - {LONG}", ["dpa"]),
        (f"Wien/Bad Ischl (AFP/APA) – {LONG}", ["AFP", "APA"]),
        (f"NEU-DELHI (Reuters) — {LONG}", ["Reuters"]),
        (f"Wien (bna) – {LONG}", ["bna"]),
        (f"Wien (kle/dpa) – {LONG}", ["dpa"]),
        (f"Wien (Bundesnachrichten) – {LONG}", ["Bundesnachrichten"]),
        (f"(dpa) {LONG}", ["dpa"]),
        (f"{LONG} (dpa)", ["dpa"]),
        (f"{LONG}\n\n(AFP, dpa)", ["AFP", "dpa"]),
        (f"{LONG}\n\nkle/jj (dpa, afp)", ["AFP", "dpa"]),
        (f"{LONG}\n\nrtr/dpa", ["Reuters", "dpa"]),
        (f"{LONG}\n\nQuelle: dpa", ["dpa"]),
        (f"{LONG}\n\nMit Material von dpa und AFP.", ["AFP", "dpa"]),
        (f"{LONG}\n\nDieser Text entstand mit Material der Nachrichtenagenturen Reuters und AP.", ["AP", "Reuters"]),
        (f"{LONG}\n\n© dpa-infocom", []),
    ],
)
def test_marks_are_found_where_they_stand(text: str, found: list[str]) -> None:
    assert agencies(text) == found


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        f"{LONG} Das sagte er der Nachrichtenagentur dpa.",
        f"Wie Reuters berichtet, schwieg Utopien. {LONG}",
        f"Die Nachrichtenagentur AFP (Paris) - {LONG}",
        f"Der Minister (AP) sagte nichts. {LONG}",
        f"{LONG} Das Bündnis (Arkadische Partei)",
        f"{LONG}\n\nFoto: dpa",
        f"{LONG} Zuvor hatte die Agentur (dpa) anderes gemeldet. {LONG}",
        f"{LONG}\n\n(kle)",
        "",
    ],
)
def test_a_name_elsewhere_is_no_mark(text: str) -> None:
    assert agencies(text) == []


def test_the_words_of_a_mark_are_kept() -> None:
    assert [mark.words for mark in marks(f"Wien (dpa) - {LONG}")] == ["Wien (dpa) -"]
    assert [mark.words for mark in marks(f"{LONG}\n\nkle/jj (dpa, afp)")] == ["kle/jj (dpa, afp)"] * 2


def test_every_known_mark_is_an_agency_of_the_gazetteer() -> None:
    rows = [row for row in Gazetteer.load().rows.values() if row.kind is Kind.OUTLET and row.classed == "agency"]
    known = {name for row in rows for name in (row.name, *row.names)}
    assert set(_agencies().values()) <= known
