"""What is reported around some parties, at once: which edges there are among them, and the reports that are counted anew
through a lens."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from .census import REPORTS, Edge, Report, report_of


def reports_by(
    connection: sqlite3.Connection, parties: Sequence[str], *, either: bool = False, among: bool = False
) -> Iterator[tuple[Edge, tuple[Report, ...]]]:
    """All reports of the edges in which one of `parties` (keys) acts, or, with `either`, acts or is acted upon; with `among`
    only of those that lead to one of them or to nobody. Of all edges in which somebody acts where no parties are given."""
    marks = ", ".join("?" * len(parties))
    where, given = f"actor IN ({marks})" if parties else "actor IS NOT NULL", tuple(parties)
    if either and parties:
        where, given = f"({where} OR actor IS NOT NULL AND recipient IN ({marks}))", given * 2
    if among and parties:
        where, given = f"{where} AND (recipient IS NULL OR recipient IN ({marks}))", (*given, *parties)
    rows = connection.execute(f"{REPORTS} WHERE {where} ORDER BY actor, recipient, relation, reports.article, claim", given)
    for ends, group in groupby(rows, key=lambda row: row[3:6]):
        yield Edge(*ends), tuple(map(report_of, group))


def edges_among(connection: sqlite3.Connection, parties: Sequence[str], limit: int) -> tuple[tuple[Edge, ...], int]:
    """Of the edges that lead from one of `parties` (keys) to another, to itself or to nobody the `limit` with the most claims,
    and how many there are in all. Looks up each two of them, however much there is around them."""
    marks = ", ".join("?" * len(parties))
    rows = connection.execute(
        f"""SELECT relation, actor, recipient, count(*) AS claims FROM reports
        WHERE actor IN ({marks}) AND recipient IN ({marks}) GROUP BY actor, recipient, relation UNION ALL
        SELECT relation, actor, NULL, count(*) AS claims FROM reports
        WHERE actor IN ({marks}) AND recipient IS NULL GROUP BY actor, relation
        ORDER BY claims DESC, actor, recipient, relation""",
        (*parties, *parties, *parties),
    ).fetchall()
    return tuple(Edge(*ends) for *ends, _ in rows[:limit]), len(rows)
