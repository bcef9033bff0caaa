"""Whom an office without a name means: by the day of the article, or nobody where that is not certain."""

from datetime import date

import pytest

from graph.extraction.reader import Reader
from graph.model import Article, Claim, Link, LinkReason, Reading

from .conftest import acts

THREAT = "Der russische Verteidigungsminister drohte Norwegen."


def at(reader: Reader, day: date | None, text: str) -> Reading:
    return reader.read(Article(text=text, published=day, outlet="Hafenblatt"))


def first(reading: Reading) -> Claim:
    return next(c for c in reading.claims if c.relation not in ("HOLDS_POSITION", "PART_OF", "MEMBER_OF"))


@pytest.mark.parametrize(
    ("day", "text", "told"),
    [
        (date(2022, 5, 5), THREAT, "Sergei Schoigu THREATEN Norwegen"),
        (date(2025, 5, 5), THREAT, "Andrei Beloussow THREATEN Norwegen"),
        (date(2022, 5, 5), "Der NATO-Generalsekretär kritisierte Ungarn.", "Jens Stoltenberg ACCUSE Ungarn"),
        (date(2025, 5, 5), "Der NATO-Generalsekretär kritisierte Ungarn.", "Mark Rutte ACCUSE Ungarn"),
        (date(2022, 5, 5), "Der Kremlchef drohte Norwegen.", "Wladimir Putin THREATEN Norwegen"),
        (date(2022, 5, 5), "Deutschland hilft. Die Außenministerin kritisierte Ungarn.", "Annalena Baerbock ACCUSE Ungarn"),
        (date(2022, 5, 5), "Die EU-Kommissionspräsidentin kritisierte Ungarn.", "Ursula von der Leyen ACCUSE Ungarn"),
        (date(2022, 5, 5), "Der Papst kritisierte Ungarn.", "Franziskus ACCUSE Ungarn"),
    ],
)
def test_the_day_tells_who_holds_the_office(reader: Reader, day: date, text: str, told: str) -> None:
    assert told in acts(at(reader, day, text))


def test_the_reason_and_those_before_and_after_are_kept(reader: Reader) -> None:
    actor = first(at(reader, date(2022, 5, 5), THREAT)).actor
    others = ("person/anatoli-serdjukow", "person/andrei-beloussow", "state/russland")
    assert actor is not None and actor.link == Link(LinkReason.IN_OFFICE, others)


@pytest.mark.parametrize(
    ("day", "why"),
    [(None, "no date"), (date(2024, 5, 13), "vacant"), (date(1985, 1, 1), "before the table begins")],
)
def test_where_no_holder_is_certain_the_office_stays_unnamed(reader: Reader, day: date | None, why: str) -> None:
    claim = first(at(reader, day, THREAT))
    assert claim.actor is not None and claim.actor.entity.name == "russischer Verteidigungsminister", why
    assert claim.actor.entity.local and claim.actor.link is None, why


def test_whom_the_article_names_in_the_office_goes_before_the_day(reader: Reader) -> None:
    before = f"Der russische Verteidigungsminister Anton Berg kam. {THREAT}"
    assert "Anton Berg THREATEN Norwegen" in acts(at(reader, date(2022, 5, 5), before))
    behind = f"{THREAT} Der russische Verteidigungsminister Andrei Beloussow reist heute ab."
    claim = first(at(reader, date(2022, 5, 5), behind))
    assert claim.actor is not None and claim.actor.entity.name == "Andrei Beloussow"
    assert claim.actor.link is not None and claim.actor.link.reason is LinkReason.NAMED
    unknown = f"{THREAT} Verteidigungsminister Zbrylka reist heute ab."
    assert "russischer Verteidigungsminister THREATEN Norwegen" in acts(at(reader, date(2022, 5, 5), unknown))


def test_another_states_minister_is_not_the_one_named(reader: Reader) -> None:
    text = f"{THREAT} Der schwedische Verteidigungsminister Anton Berg reist heute ab."
    assert "Sergei Schoigu THREATEN Norwegen" in acts(at(reader, date(2022, 5, 5), text))


@pytest.mark.parametrize(
    "text",
    [
        "Der frühere russische Verteidigungsminister drohte Norwegen.",
        "Der künftige russische Verteidigungsminister drohte Norwegen.",
        "Ein russischer Verteidigungsminister drohte Norwegen.",
        "Der russische Verteidigungsminister drohte Norwegen im Jahr 2003.",
        "Der stellvertretende russische Verteidigungsminister drohte Norwegen.",
        "Die russische Verteidigungsministerin drohte Norwegen.",
    ],
)
def test_another_time_number_or_gender_is_not_todays_holder(reader: Reader, text: str) -> None:
    assert not any("Schoigu" in told for told in acts(at(reader, date(2022, 5, 5), text)))


def test_a_name_needs_no_link(reader: Reader) -> None:
    actor = first(at(reader, date(2022, 5, 5), "Sergei Schoigu drohte Norwegen.")).actor
    assert actor is not None and actor.link is None
