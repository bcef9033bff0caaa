"""Packed files: read as they would be unpacked, told when damaged, and never swelling beyond measure."""

import gzip
import io
import json
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Article
from graph.reading import expected, read
from graph.reading.unpacking import kind_of, swells, unpacked, whole, zstd

from .making import TEXT

LINES = "".join(json.dumps({"text": TEXT, "id": number}) + "\n" for number in range(3)).encode()
PACKERS = {".gz": gzip.compress, ".zst": zstd.compress}


def written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("suffix", PACKERS)
def test_packed_lines_are_read_like_others(tmp_path: Path, suffix: str) -> None:
    file = written(tmp_path / f"a.jsonl{suffix}", PACKERS[suffix](LINES))
    assert [each.identifier for each in read([file]) if isinstance(each, Article)] == ["0", "1", "2"]
    assert [each.identifier for each in read([tmp_path]) if isinstance(each, Article)] == ["0", "1", "2"]
    assert expected([file]) == 1


@pytest.mark.parametrize("suffix", PACKERS)
def test_several_packed_pieces_in_a_row_are_one_file(tmp_path: Path, suffix: str) -> None:
    file = written(tmp_path / f"a.jsonl{suffix}", PACKERS[suffix](LINES) + PACKERS[suffix](LINES))
    assert len(list(read([file]))) == 6


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_came_before_the_damage_is_read(tmp_path: Path, suffix: str) -> None:
    both = PACKERS[suffix](LINES) + PACKERS[suffix](LINES)
    *articles, last = read([written(tmp_path / f"a.jsonl{suffix}", both[: -len(both) // 4])])
    assert isinstance(last, InputError) and "damaged" in str(last)
    assert [each.identifier for each in articles if isinstance(each, Article)][:3] == ["0", "1", "2"]


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_is_not_packed_as_its_name_says_is_named(tmp_path: Path, suffix: str) -> None:
    (found,) = read([written(tmp_path / f"a.json{suffix}", b"{}")])
    assert "the packed file is damaged" in str(found)


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_bomb_of_many_small_lines_is_refused_where_it_swells(tmp_path: Path, suffix: str) -> None:
    bomb = PACKERS[suffix]((b" " * 9_999 + b"\n") * 20_000)
    assert len(bomb) < 400_000
    (found,) = read([written(tmp_path / f"a.jsonl{suffix}", bomb)])
    assert isinstance(found, InputError) and "unpacks to more than 200 times its size" in str(found)


def test_a_bomb_of_one_line_is_refused_before_it_fills_the_memory() -> None:
    stream = unpacked(io.BytesIO(gzip.compress(b"a" * 100_000_000)), ".gz", "x")
    with pytest.raises(InputError, match="unpacks to more"):
        stream.read()


def test_a_document_has_a_measure() -> None:
    assert whole(io.BytesIO(b"abc"), 3, "x") == b"abc"
    with pytest.raises(InputError, match="is larger than 1 MB"):
        whole(io.BytesIO(b"a" * 1_048_577), 1_048_576, "x")


def test_text_that_repeats_itself_is_no_bomb() -> None:
    lines = "".join(json.dumps({"text": TEXT, "id": number}) + "\n" for number in range(1_000_000)).encode()
    assert not swells(len(lines), len(gzip.compress(lines, 6)))


def test_kinds_are_told_below_the_packing() -> None:
    assert [kind_of(Path(name)) for name in ("a.JSON", "a.jsonl.GZ", "a.warc.gz", "a.gz", "a")] == [
        ".json",
        ".jsonl",
        ".warc",
        "",
        "",
    ]
