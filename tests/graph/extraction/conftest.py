"""One reader for all tests of extraction, and claims told in one line."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.extraction.reader import Reader
from graph.model import Article, Claim, Party, Reading


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[[str], Reading]:
    """Reads a text published on 6 August 2024."""
    return lambda text: reader.read(Article(text=text, published=date(2024, 8, 6), outlet="Hafenblatt"))


def told(claim: Claim) -> str:
    """A claim in one line: `Iran AID Russland`, with what is not plain behind it."""
    extra = [claim.modality.value] if claim.modality != "actual" else []
    extra += ["not"] if claim.negated else []
    extra += [f"{_name(step.source)} {step.stance}" for step in claim.attribution]
    plain = f"{_name(claim.actor)} {claim.relation} {_name(claim.recipient)}"
    return f"{plain} ({'; '.join(extra)})" if extra else plain


def _name(party: Party | None) -> str:
    return party.entity.name if party is not None else "-"


def acts(reading: Reading) -> set[str]:
    """All claims but ties, each in one line."""
    return {told(c) for c in reading.claims if c.relation not in ("HOLDS_POSITION", "MEMBER_OF", "PART_OF")}


def ties(reading: Reading) -> set[str]:
    """All standing ties, each in one line."""
    return {told(c) for c in reading.claims if c.relation in ("HOLDS_POSITION", "MEMBER_OF", "PART_OF")}
