"""Stores of an earlier format: refused with the remedy, and whole again once that is done."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.rdf.revision import FORMAT, Meta, read_meta, write_meta
from graph.rdf.store import Store
from tests.factory import article, reading

from .stores import exported, filled


def aged(store: Store) -> Store:
    """The store as format 1 had it: no bylines, no pages, other counts and fingerprints."""
    with closing(sqlite3.connect(store.folder / "articles.sqlite")) as connection:
        for statement in (
            "DROP INDEX articles_page",
            "ALTER TABLE articles DROP COLUMN page",
            "ALTER TABLE articles DROP COLUMN author",
            "DROP TABLE reports",
            "CREATE TABLE reports(article TEXT, claim TEXT, root TEXT)",
            "DROP TABLE roles",
            "CREATE TABLE roles(entity TEXT, article TEXT, claims INTEGER)",
            "DROP TABLE prints",
            "DROP TABLE fingerprints",
            "CREATE TABLE fingerprints(mark INTEGER, text TEXT)",
        ):
            connection.execute(statement)
        connection.commit()
    write_meta(store.folder, Meta(1, store.base))
    return store


def test_a_store_of_the_first_format_is_refused_until_it_is_rebuilt(tmp_path: Path) -> None:
    store = aged(filled(tmp_path / "s", [reading(article(url="https://a.example/1?utm_source=x"))]))
    before = exported(filled(tmp_path / "t", [reading(article(url="https://a.example/1?utm_source=x"))]))
    with pytest.raises(StoreError, match=r"format 1, this version reads format \d; run `depesche rebuild`"):
        Store.open(store.folder)
    Store.open(store.folder, older=True).rebuild()
    assert read_meta(store.folder).format == FORMAT
    assert exported(Store.open(store.folder)) == before


def test_a_store_of_a_later_format_is_not_rebuilt_either(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", [])
    write_meta(store.folder, Meta(FORMAT + 1, store.base))
    with pytest.raises(StoreError, match="update Depesche"):
        Store.open(store.folder, older=True)
