"""The store as tables: claims, the steps of their chains, articles, parties and edges as CSV, with a codebook, in one ZIP.

For spreadsheets, R and pandas. Keys join the tables. The texts of articles stay out, the sentences of claims are in.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from ..identity import article_key, claim_keys, entity_key, text_hash
from ..model import Reading, Step
from ..rdf.export import claim_rows
from ..rdf.snapshot import Snapshot
from ..rdf.store import Store
from .codebook import HEAD, TABLES, codebook
from .ties import all_parties, all_ties

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can tell: the day of writing would make every file another one
_Row = tuple[object, ...]


def write_tables(store: Store, snapshot: Snapshot, stream: BinaryIO) -> None:
    """Write all tables and the codebook; the same store gives the same bytes."""
    rows: dict[str, Iterable[_Row]] = {
        "claims": (row for reading in store.articles.readings() for row in claim_rows(reading)),
        "steps": (row for reading in store.articles.readings() for row in _steps(reading)),
        "articles": (_article(reading) for reading in store.articles.readings()),
        "parties": _parties(snapshot),
        "edges": _edges(snapshot),
    }
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "codebook", HEAD, codebook())
        for table, columns in TABLES.items():
            _write(archive, table, tuple(column.name for column in columns), rows[table])


def _write(archive: zipfile.ZipFile, table: str, head: tuple[str, ...], rows: Iterable[_Row]) -> None:
    about = zipfile.ZipInfo(f"{table}.csv", _DAY)
    about.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(about, "w", force_zip64=True) as file, io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(head)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _steps(reading: Reading) -> Iterator[_Row]:
    key = article_key(reading.article)
    for own, claim in zip(claim_keys(reading.claims, key), reading.claims, strict=True):
        for number, step in enumerate(claim.attribution, 1):
            yield own, number, *_step(step, reading.article.text, key)


def _step(step: Step, text: str, key: str) -> Iterator[object]:
    source, profile = step.source.entity if step.source else None, step.profile
    yield from (source.name, source.kind.value, entity_key(source, key)) if source else ("", "", "")
    yield from (step.stance.value, step.anonymous, step.cue.of(text) if step.cue else "")
    closeness = profile.closeness.value if profile and profile.closeness else ""
    yield from (profile.source_class, profile.number, closeness) if profile else ("", "", "")
    yield step.scope.value if step.scope else ""


def _article(reading: Reading) -> _Row:
    article = reading.article
    day = article.published.isoformat() if article.published else ""
    return (
        article_key(article), article.title, article.outlet, article.author, day, article.url, article.language, article.sample,
        text_hash(article.text), len(reading.claims),
    )  # fmt: skip


def _parties(snapshot: Snapshot) -> Iterator[_Row]:
    for each in all_parties(snapshot):
        names = (each.name, each.name_de, each.name_en, "|".join(each.others))
        yield each.key, *names, each.kind, each.wikidata, each.state, each.anonymous, each.claims


def _edges(snapshot: Snapshot) -> Iterator[_Row]:
    for each in all_ties(snapshot):
        ends = (each.actor, each.relation, each.recipient)
        yield each.key, *ends, *each.counts, each.disputed, each.first, each.last, " ".join(each.claims)
