"""Parties: any state, capital, organisation, outlet or person of the gazetteer in the same sentence gives the same claim."""

import csv
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ..conftest import acts
from .broken import BROKEN_PARTIES
from .parties import FEMININE, MASCULINE, NEUTER, PLURAL, Party
from .words import TRANSITIVE, VERBS, Read, Verb, filled, of_parties, sentence

_GENDERS = {"m": "der", "f": "die", "n": "das", "pl": "plural"}
_BARE = ("Femen", "Recht und Gerechtigkeit", "ver.di")  # they stand without an article, as most companies do
_STRONG = ("er ", "e ", "es ")  # endings of an adjective without an article
STATES = [party for party in NEUTER + MASCULINE + FEMININE + PLURAL if party.name not in BROKEN_PARTIES]
ACTIVE, PASSIVE = "{Norwegen} {griff} {den Iran} {an}.", "{der Iran} wurde {von Norwegen} {angegriffen}."
NATIONAL = {
    "Der {norwegische} Angriff {auf den Iran}": "ASSAULT",
    "Die {norwegische} Kritik {an dem Iran}": "ACCUSE",
    "Das {norwegische} Embargo {gegen den Iran}": "SANCTION",
}
many = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files("graph").joinpath(f"data/gazetteer/{table}.csv").read_text(encoding="utf-8").splitlines()))


def organisations() -> Iterator[Party]:
    """Organisations with their article; an adjective in front is weak after it: die Europäische Union, den Arktischen Rat."""
    for row in rows("organisations")[::3]:
        if row["name_de"] in _BARE or (row["class"] == "company" and not row["name_de"].endswith("AG")):
            continue
        words = row["name_de"].split(" ", 1)
        inflects = len(words) == 2 and f"{words[0]} ".endswith(_STRONG)
        if row["gender_de"] in ("f", "n") and not inflects:
            yield Party(row["name_de"], _GENDERS[row["gender_de"]])
        elif row["gender_de"] == "f":
            yield Party(row["name_de"], "die")


def capitals() -> Iterator[Party]:
    """One metonym of each state, under the name of the state."""
    for row in rows("states"):
        if row["metonyms_de"] and row["status"] == "member" and row["name_de"] != "Norwegen":
            yield Party(row["name_de"], "none", row["metonyms_de"].split("|")[0])


def marked(parties: Iterator[Party]) -> list[object]:
    """All parties, those whose names are not read yet marked."""
    mark = pytest.mark.xfail(strict=True, reason="this name is not read yet")
    known = {(p.word or p.name): p for p in parties}
    return [pytest.param(p, marks=[mark] if name in BROKEN_PARTIES else [], id=name) for name, p in known.items()]


def every_state() -> Iterator[Party]:
    """All members; in the plural, adjectives are weak behind the article: die Vereinigten Arabischen Emirate."""
    for row in rows("states"):
        if row["status"] == "member" and row["name_de"] != "Norwegen":
            word = row["name_de"].replace("e ", "en ") if row["article_de"] == "plural" else ""
            yield Party(row["name_de"], row["article_de"], word)


def in_both_places(party: Party) -> dict[str, str]:
    """Sentences in which the party acts and is acted upon, each with its claim."""
    other, verb = Party("Norwegen"), TRANSITIVE[len(party.name) % len(TRANSITIVE)]
    return {
        sentence(ACTIVE, verb, party, other): f"{party.name} {verb.relation} Norwegen",
        sentence(ACTIVE, verb, other, party): f"Norwegen {verb.relation} {party.name}",
    }


@many
@given(st.sampled_from(VERBS), st.sampled_from(STATES), st.sampled_from(STATES))
def test_any_two_states_in_any_act(read: Read, verb: Verb, actor: Party, recipient: Party) -> None:
    if actor != recipient:
        found = acts(read(sentence(ACTIVE, verb, actor, recipient)))
        assert found == {f"{actor.name} {verb.relation} {recipient.name}"}


@many
@given(st.sampled_from(TRANSITIVE), st.sampled_from(STATES), st.sampled_from(STATES))
def test_any_two_states_in_any_passive(read: Read, verb: Verb, actor: Party, recipient: Party) -> None:
    if actor != recipient and not recipient.plural:
        found = acts(read(sentence(PASSIVE, verb, actor, recipient)))
        assert found == {f"{actor.name} {verb.relation} {recipient.name}"}


@many
@given(st.sampled_from(sorted(NATIONAL)), st.sampled_from(STATES), st.sampled_from(STATES))
def test_any_national_adjective_is_its_state(read: Read, phrase: str, actor: Party, recipient: Party) -> None:
    if actor != recipient and actor.adjective:
        text = filled(f"{phrase} dauerte an.", of_parties(actor, recipient) | {"norwegische": f"{actor.adjective}e"})
        assert acts(read(text)) == {f"{actor.name} {NATIONAL[phrase]} {recipient.name}"}


@pytest.mark.parametrize("party", marked(every_state()))
def test_every_state_acts_and_is_acted_upon(read: Read, party: Party) -> None:
    passive = sentence(PASSIVE, TRANSITIVE[0], party, Party("Norwegen"))
    for text, claim in (in_both_places(party) | {passive: f"{party.name} ASSAULT Norwegen"}).items():
        assert acts(read(text)) == {claim}, text


@pytest.mark.parametrize("party", marked(capitals()))
def test_every_capital_is_its_state(read: Read, party: Party) -> None:
    for text, claim in in_both_places(party).items():
        assert acts(read(text)) == {claim}, text


@pytest.mark.parametrize("party", marked(organisations()))
def test_every_organisation_acts_and_is_acted_upon(read: Read, party: Party) -> None:
    for text, claim in in_both_places(party).items():
        assert acts(read(text)) == {claim}, text


@pytest.mark.parametrize("party", marked(Party(r["name_de"]) for r in rows("people")[::3]))
def test_every_person_acts_and_is_acted_upon(read: Read, party: Party) -> None:
    texts = {f"{party.name} lobte Norwegen.": f"{party.name} SUPPORT Norwegen"}
    texts |= {f"Norwegen verurteilte {party.name} scharf.": f"Norwegen ACCUSE {party.name}"}
    for text, claim in texts.items():
        assert acts(read(text)) == {claim}, text


@pytest.mark.parametrize("party", marked(Party(r["name"]) for r in rows("outlets")[::4] if re.fullmatch(r"[\w.-]+\w", r["name"])))
def test_every_outlet_is_a_source(read: Read, party: Party) -> None:
    for text in (f"Laut {party.name} hat Norwegen den Iran verklagt.", f"Norwegen habe den Iran verklagt, meldet {party.name}."):
        assert acts(read(text)) == {f"Norwegen ACCUSE Iran ({party.name} asserts)"}, text
