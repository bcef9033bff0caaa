"""`extract --explain`: every claim can be followed back to clause, slot, party and frame."""

from pathlib import Path

from click.testing import CliRunner

from graph.cli import main

TEXT = "Laut AFP hat Norwegen begonnen, der Ukraine Generatoren zu liefern. Oslo bestritt das."


def explained(folder: Path) -> str:
    file = folder / "a.md"
    file.write_text(f"---\ntitle: Probe\npublished: 2024-08-06\nlanguage: de\n---\n{TEXT}\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", str(file), "--explain"])
    assert result.exit_code == 0
    return result.stdout


def test_clauses_slots_parties_and_claims_are_shown(tmp_path: Path) -> None:
    text = explained(tmp_path)
    assert "[1] infinitive on [0] as complement: liefern" in text
    assert "dative       der Ukraine  = Ukraine (state)" in text
    assert "> Norwegen AID Ukraine (actual; AFP asserts)" in text
    assert "by frame-aid-liefern, from: der Ukraine Generatoren zu liefern" in text


def test_a_repeated_claim_says_so(tmp_path: Path) -> None:
    assert "> Norwegen AID Ukraine (actual; Norwegen denies)\n      by anaphora" in explained(tmp_path)
