"""All reports around some parties at once: what is counted anew when somebody looks through a lens."""

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
