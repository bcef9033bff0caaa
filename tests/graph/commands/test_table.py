"""A reading for human eyes: the words that tell who says what, on whose word."""

from datetime import date

from rich.console import Console

from graph.commands.table import lines
from graph.model import Article, Claim, Entity, Kind, Modality, Party, Reading, Span, Stance, Step, Time

TEXT = "Wie der Abendkurier unter Berufung auf zwei Beamte schreibt, will Arkadien im Mai keine Panzer an Borduria liefern."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def party(name: str, kind: Kind) -> Party:
    return Party(Entity(name, kind), span(name))


CLAIM = Claim(
    evidence=span("will Arkadien im Mai keine Panzer an Borduria liefern"),
    sentence=Span(0, len(TEXT)),
    relation="AID",
    actor=party("Arkadien", Kind.STATE),
    recipient=party("Borduria", Kind.STATE),
    rule="test",
    theme="Panzer",
    modality=Modality.INTENDED,
    negated=True,
    attribution=(
        Step(party("Abendkurier", Kind.OUTLET), Stance.ASSERTS),
        Step(party("zwei Beamte", Kind.GROUP), Stance.ALLEGES, anonymous=True),
    ),
    time=Time("im Mai", "2025-05"),
)


def printed(*claims: Claim, **article: object) -> list[str]:
    reading = Reading(Article(TEXT, **article), claims=claims)  # type: ignore[arg-type]
    return [line.plain for line in lines(reading, Console(width=80))]


def test_a_claim_tells_parties_stance_modality_words_chain_and_time() -> None:
    assert printed(CLAIM, title="Panzer", outlet="Bote", published=date(2025, 4, 2), sample=True) == [
        "Panzer · Bote, 2025-04-02 · 1 claim · example",
        "",
        "  Wie der Abendkurier unter Berufung auf zwei Beamte schreibt, will Arkadien im",
        "  Mai keine Panzer an Borduria liefern.",
        "    Arkadien → AID → Borduria · alleged · not · intended",
        "      Abendkurier asserts › zwei Beamte (unnamed) alleges · about Panzer · when",
        "      im Mai (2025-05)",
        "",
    ]


def test_the_articles_own_voice_and_missing_parties_are_said() -> None:
    bare = Claim(Span(0, 3), Span(0, len(TEXT)), "PROTEST", None, None, "test", attribution=(Step(None, Stance.ALLEGES, True),))
    assert printed(bare)[-3:] == ["    – → PROTEST → – · alleged", "      someone (unnamed) alleges", ""]
    plain = Claim(Span(0, 3), Span(0, 3), "PROTEST", None, None, "test")
    assert printed(plain)[2:] == ["  Wie", "    – → PROTEST → –", "      in its own voice", ""]


def test_a_sentence_with_two_claims_stands_once() -> None:
    assert sum("Wie der Abendkurier" in line for line in printed(CLAIM, CLAIM, title="Panzer")) == 1


def test_an_article_without_claims_says_so_under_its_first_words() -> None:
    assert printed()[0] == "Wie der Abendkurier unter Berufung auf zwei Beamte schreibt… · no claims"
