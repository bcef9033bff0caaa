"""Which parties and claims stand in which articles: what every count, name and episode is made from.

Tables beside the articles, changed in the same transaction and made anew from the readings at any time. Everything
that depends on more than one article is a pure function of their rows, so it cannot depend on the order of adding.
Knows no RDF.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..edtf import bounds
from ..identity import claim_keys, digest, entity_key, proposition_key
from ..model import Claim, Entity, Kind, Modality, Reading, Stance

_BY_WHAT = """
CREATE INDEX IF NOT EXISTS parties_entity ON parties(entity, name, kind, gazetteer, wikidata, state, local);
CREATE INDEX IF NOT EXISTS parties_state ON parties(state_entity, state);
CREATE INDEX IF NOT EXISTS roles_entity ON roles(entity, claims, acting);
CREATE INDEX IF NOT EXISTS reports_proposition ON reports(proposition);
CREATE INDEX IF NOT EXISTS reports_ends ON reports(actor, recipient, relation);
"""
SCHEMA = f"""
CREATE TABLE IF NOT EXISTS parties(
  article TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, gazetteer TEXT, wikidata TEXT,
  state TEXT, state_entity TEXT, local INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS parties_article ON parties(article);
CREATE TABLE IF NOT EXISTS roles(
  entity TEXT NOT NULL, article TEXT NOT NULL, claims INTEGER NOT NULL, acting INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS roles_article ON roles(article);
CREATE TABLE IF NOT EXISTS reports(
  article TEXT NOT NULL, claim TEXT NOT NULL, proposition TEXT NOT NULL, relation TEXT NOT NULL, actor TEXT, recipient TEXT,
  stance TEXT NOT NULL, negated INTEGER NOT NULL, modality TEXT NOT NULL, earliest TEXT, latest TEXT, published TEXT,
  cited TEXT);
CREATE INDEX IF NOT EXISTS reports_article ON reports(article);
{_BY_WHAT}"""
TABLES = ("parties", "roles", "reports")


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation from one party to another, by their keys; None where there is no such party."""

    relation: str
    actor: str | None
    recipient: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """A claim as it is counted: where it stands, what it reports, how, and when that is said to be.

    `earliest` and `latest` bound the event, `published` is the article's day. What it leans on: `cited` is the outlet that
    its chain names (the innermost one), `agencies` are those of its text, `root` is the earliest article that is one text
    with its own; `publisher` is whose article it is. Parties and articles by their keys.
    """

    article: str
    claim: str
    proposition: str
    edge: Edge
    stance: Stance
    negated: bool
    modality: Modality
    earliest: date | None
    latest: date | None
    published: date | None
    root: str
    cited: str | None = None
    agencies: tuple[str, ...] = ()
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """What all articles say of the entity with this key: every description of it, none when no article names it; its gazetteer
    id as a `state` to which some party belongs; in how many `claims` it is actor, recipient or source; in how many of
    them it acts or is acted upon (`acting`)."""

    key: str
    seen: tuple[Entity, ...]
    state: str | None
    claims: int
    acting: int


_DESCRIPTION = "name, kind, gazetteer, wikidata, state, local"
REPORTS = """SELECT reports.article, claim, proposition, relation, actor, recipient, stance, negated, modality, earliest, latest,
    reports.published, cited, root, agencies, publisher FROM reports JOIN origins ON origins.article = reports.article"""


def record(connection: sqlite3.Connection, key: str, reading: Reading, seen: Iterable[tuple[str, Entity]]) -> None:
    """Count the article with this key as `reading` has it, and no longer as before; `seen` are its parties by key."""
    forget(connection, key)
    connection.executemany("INSERT INTO parties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [_party(key, *each) for each in seen])
    roles = Counter(each for claim in reading.claims for each in _keys(claim_entities(claim), key))
    acting = Counter(each for claim in reading.claims for each in _keys(_ends(claim), key))
    told = [(entity, key, claims, acting[entity]) for entity, claims in roles.items()]
    connection.executemany("INSERT INTO roles VALUES (?, ?, ?, ?)", told)
    count_reports(connection, reports_of(reading, key))


def count_reports(connection: sqlite3.Connection, told: Iterable[Report]) -> None:
    """Count these reports too."""
    connection.executemany("INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, told))


def forget(connection: sqlite3.Connection, key: str) -> None:
    """Count the article with this key no longer."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (key,))


def clear(connection: sqlite3.Connection) -> None:
    """Count nothing any more."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")


def drop_indexes(connection: sqlite3.Connection) -> None:
    """Go without what finds reports by their content while many articles are counted: each insertion is a page elsewhere."""
    for line in _BY_WHAT.split("\n"):
        if line:
            connection.execute(f"DROP INDEX IF EXISTS {line.split()[5]}")


def make_indexes(connection: sqlite3.Connection) -> None:
    """Have them again, sorted in one go."""
    for line in filter(None, _BY_WHAT.split("\n")):
        connection.execute(line)


def described(connection: sqlite3.Connection, entity: str) -> Described:
    """What all articles say of the entity with this key."""
    rows = connection.execute(f"SELECT DISTINCT {_DESCRIPTION} FROM parties WHERE entity = ? ORDER BY {_DESCRIPTION}", (entity,))
    state = connection.execute("SELECT state FROM parties WHERE state_entity = ? LIMIT 1", (entity,)).fetchone()
    query = "SELECT coalesce(sum(claims), 0), coalesce(sum(acting), 0) FROM roles WHERE entity = ?"
    counted = connection.execute(query, (entity,)).fetchone()
    return Described(entity, tuple(map(_entity_of, rows)), state[0] if state else None, *counted)


def everybody(connection: sqlite3.Connection) -> Iterator[Described]:
    """The same of all entities that any article has, one at a time, in one pass."""
    states = dict(connection.execute("SELECT DISTINCT state_entity, state FROM parties WHERE state_entity IS NOT NULL"))
    counted = connection.execute("SELECT entity, sum(claims), sum(acting) FROM roles GROUP BY entity ORDER BY entity")
    count = counted.fetchone()  # whoever stands in a claim is among the parties, so both go by the same keys
    rows = connection.execute(f"SELECT DISTINCT entity, {_DESCRIPTION} FROM parties ORDER BY entity, {_DESCRIPTION}")
    for key, group in groupby(rows, key=lambda row: row[0]):
        here = count is not None and count[0] == key
        yield Described(key, tuple(_entity_of(row[1:]) for row in group), states.pop(key, None), *(count[1:] if here else (0, 0)))
        count = counted.fetchone() if here else count
    for key, state in states.items():
        yield Described(key, (), state, 0, 0)


def is_reported(connection: sqlite3.Connection, proposition: str) -> bool:
    """Whether any article reports the proposition with this key."""
    return connection.execute("SELECT 1 FROM reports WHERE proposition = ? LIMIT 1", (proposition,)).fetchone() is not None


def reports(connection: sqlite3.Connection, edge: Edge) -> tuple[Report, ...]:
    """All reports of an edge, by article and claim."""
    rows = connection.execute(
        f"{REPORTS} WHERE relation = ? AND actor IS ? AND recipient IS ? ORDER BY reports.article, claim",
        (edge.relation, edge.actor, edge.recipient),
    )
    return tuple(map(report_of, rows))


def count_between(connection: sqlite3.Connection, ends: tuple[str, ...]) -> int:
    """How many claims tell that one of these two parties acts towards the other; of one, those with nobody else."""
    one, other = ends if len(ends) > 1 else (*ends, None)
    ways = {(one, other), (other, one), *([] if other else [(one, one)])}
    query = "SELECT count(*) FROM reports WHERE actor IS ? AND recipient IS ?"
    return sum(int(connection.execute(query, way).fetchone()[0]) for way in ways)


def all_between(connection: sqlite3.Connection) -> Iterator[tuple[tuple[str, ...], int]]:
    """The same of all parties, one after the other, in one pass."""
    rows = connection.execute(
        """SELECT min(coalesce(actor, recipient), coalesce(recipient, actor)) AS one,
            max(coalesce(actor, recipient), coalesce(recipient, actor)) AS other, count(*)
            FROM reports WHERE coalesce(actor, recipient) IS NOT NULL GROUP BY one, other ORDER BY one, other"""
    )
    return ((((one, other) if one != other else (one,)), claims) for one, other, claims in rows)


def claim_entities(claim: Claim) -> Iterator[Entity]:
    """The parties of a claim in all their roles: actor, recipient, sources."""
    yield from _ends(claim)
    yield from (step.source.entity for step in claim.attribution if step.source)


def _ends(claim: Claim) -> Iterator[Entity]:
    return (party.entity for party in (claim.actor, claim.recipient) if party)


def _keys(entities: Iterable[Entity], article: str) -> frozenset[str]:
    return frozenset(entity_key(entity, article) for entity in entities)


def reports_of(reading: Reading, key: str) -> Iterator[Report]:
    """The claims of a reading as they are counted."""
    article = reading.article
    for own, claim in zip(claim_keys(reading.claims, key), reading.claims, strict=True):
        proposition = claim.proposition
        actor = entity_key(proposition.actor, key) if proposition.actor else None
        recipient = entity_key(proposition.recipient, key) if proposition.recipient else None
        earliest, latest = bounds(claim.time.value if claim.time else None)
        yield Report(
            article=key,
            claim=own,
            proposition=proposition_key(proposition, key),
            edge=Edge(claim.relation, actor, recipient),
            stance=claim.attribution[-1].stance if claim.attribution else Stance.ASSERTS,
            negated=claim.negated,
            modality=claim.modality,
            earliest=earliest,
            latest=latest,
            published=article.published,
            root=key,  # until it is compared with others
            cited=_cited(claim, key),
        )


def cited_by(connection: sqlite3.Connection, article: str) -> tuple[str, ...]:
    """The outlets that the claims of an article lean on, by their keys."""
    rows = connection.execute(
        "SELECT DISTINCT cited FROM reports WHERE article = ? AND cited IS NOT NULL ORDER BY cited", (article,)
    )
    return tuple(key for (key,) in rows)


def _cited(claim: Claim, key: str) -> str | None:
    """The innermost outlet of a claim's chain: whoever passes on what another outlet wrote leans on that one."""
    outlets = [step.source.entity for step in claim.attribution if step.source and step.source.entity.kind is Kind.OUTLET]
    return entity_key(outlets[-1], key) if outlets else None


def _party(article: str, entity: str, seen: Entity) -> tuple[str | bool | None, ...]:
    state = digest("gazetteer", seen.state) if seen.state else None
    return article, entity, seen.name, seen.kind.value, seen.gazetteer, seen.wikidata, seen.state, state, seen.local


def _entity_of(row: tuple[str, str, str | None, str | None, str | None, int]) -> Entity:
    name, kind, gazetteer, wikidata, state, local = row
    return Entity(name, Kind(kind), gazetteer, wikidata, state, bool(local))


_Row = tuple[str, str, str, str, str | None, str | None, str, bool, str, str | None, str | None, str | None, str | None]


def _row(report: Report) -> _Row:
    edge = report.edge
    days = (day.isoformat() if day else None for day in (report.earliest, report.latest, report.published))
    earliest, latest, published = days
    return (
        report.article, report.claim, report.proposition, edge.relation, edge.actor, edge.recipient, report.stance.value,
        report.negated, report.modality.value, earliest, latest, published, report.cited,
    )  # fmt: skip


_Joined = tuple[str, str, str, str, str | None, str | None, str, bool, str, str | None, str | None, str | None, str | None,
                str, str, str | None]  # fmt: skip


def report_of(row: _Joined) -> Report:
    """The report that a row of REPORTS tells."""
    (
        article,
        claim,
        proposition,
        relation,
        actor,
        recipient,
        stance,
        negated,
        modality,
        *days,
        cited,
        root,
        agencies,
        publisher,
    ) = row
    earliest, latest, published = (date.fromisoformat(str(day)) if day else None for day in days)
    return Report(
        article, claim, proposition, Edge(relation, actor, recipient), Stance(stance), bool(negated), Modality(modality),
        earliest, latest, published, root, cited, tuple(agencies.split()), publisher,
    )  # fmt: skip
