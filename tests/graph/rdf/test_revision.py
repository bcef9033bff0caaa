"""What a store's folder says of itself."""

from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.rdf.revision import FORMAT, Meta, read_meta, read_revision, write_meta, write_revision


def test_both_files_come_back(tmp_path: Path) -> None:
    write_meta(tmp_path, Meta(FORMAT, "http://x.example/id/"))
    write_revision(tmp_path, 7)
    write_revision(tmp_path, 8)
    assert read_meta(tmp_path) == Meta(FORMAT, "http://x.example/id/")
    assert read_revision(tmp_path) == 8
    assert sorted(file.name for file in tmp_path.iterdir()) == ["REVISION", "meta.json"]


def test_a_store_never_changed_is_at_revision_0(tmp_path: Path) -> None:
    assert read_revision(tmp_path) == 0


@pytest.mark.parametrize("folder", ["missing", "."])
def test_where_no_store_is_the_remedy_is_told(tmp_path: Path, folder: str) -> None:
    with pytest.raises(StoreError, match="no store here; `depesche add`"):
        read_meta(tmp_path / folder)


@pytest.mark.parametrize("version, remedy", [(FORMAT + 1, "update Depesche"), (FORMAT - 1, "depesche rebuild")])
def test_another_format_is_refused_with_the_remedy(tmp_path: Path, version: int, remedy: str) -> None:
    write_meta(tmp_path, Meta(version, "http://x.example/id/"))
    with pytest.raises(StoreError, match=remedy):
        read_meta(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "x", "base": 1}'])
def test_a_broken_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "meta.json").write_text(content, encoding="utf-8")
    (tmp_path / "REVISION").write_text("seven", encoding="utf-8")
    with pytest.raises(StoreError, match=r"meta\.json"):
        read_meta(tmp_path)
    with pytest.raises(StoreError, match="REVISION"):
        read_revision(tmp_path)
