"""Web archives: pages and papers among pictures and redirects, damage named where it stands."""

import io
import zipfile
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Article
from graph.reading import read

from .making import MORE, TEXT, page, pdf, warc

PAGE = ("https://blatt.example/a?utm_source=x", page(TEXT, MORE), "text/html; charset=utf-8")
PAPER = ("https://rat.example/b.pdf", pdf([[TEXT]], title="Bericht"), "application/pdf")
PICTURE = ("https://blatt.example/c.png", b"\x89PNG", "image/png")
MENU = ("https://blatt.example/", b"<nav><a href='/a'>Politik</a></nav>", "text/html")


def written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def wacz(*members: tuple[str, bytes], kind: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_pages_and_papers_are_read_and_pictures_are_not(tmp_path: Path, name: str, packed: bool) -> None:
    first, second = read([written(tmp_path / name, warc(PICTURE, PAGE, PAPER, packed=packed))])
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.text, first.url, first.outlet) == (f"{TEXT}\n\n{MORE}", "https://blatt.example/a", "Morgenblatt")
    assert (second.text, second.url, second.title) == (TEXT, "https://rat.example/b.pdf", "Bericht")


def test_what_was_not_found_is_no_article(tmp_path: Path) -> None:
    assert list(read([written(tmp_path / "a.warc", warc(PAGE, status="404 Not Found", packed=False))])) == []


def test_a_page_without_an_article_is_named_by_its_address(tmp_path: Path) -> None:
    first, second = read([written(tmp_path / "a.warc.gz", warc(MENU, PAGE))])
    assert str(first).startswith(f"{tmp_path / 'a.warc.gz'}: https://blatt.example/: holds no article")
    assert isinstance(second, Article)


def test_a_wacz_is_the_warcs_in_it(tmp_path: Path) -> None:
    file = written(
        tmp_path / "a.wacz",
        wacz(("datapackage.json", b"{}"), ("archive/b.warc.gz", warc(PAPER)), ("archive/a.warc", warc(PAGE, packed=False))),
    )
    assert [each.url for each in read([file]) if isinstance(each, Article)] == [
        "https://blatt.example/a",
        "https://rat.example/b.pdf",
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.wacz", b"no zip", "the WACZ is damaged"),
        ("a.wacz", wacz(("index.html", b"x")), "it is no WACZ"),
        ("a.wacz", wacz(("archive/a.warc", b"\0" * 100_000_000), kind=zipfile.ZIP_DEFLATED), "unpacks beyond all measure"),
        ("a.warc", b"", "holds no record"),
        ("a.warc", b"words\n" * 9, "damaged"),
        ("a.warc.gz", b"words", "damaged"),
    ],
)
def test_what_is_no_archive_is_named(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (found,) = read([written(tmp_path / name, data)])
    assert isinstance(found, InputError)
    assert str(found).startswith(str(tmp_path / name)) and message in str(found)


def test_articles_before_the_damage_are_read(tmp_path: Path) -> None:
    first, *_, error = read([written(tmp_path / "a.warc.gz", warc(PAGE, PAPER)[:-200])])
    assert isinstance(first, Article)
    assert isinstance(error, InputError) and "damaged" in str(error)


@pytest.mark.parametrize("end", range(-600, 0, 60))
def test_a_page_cut_off_is_never_taken_for_a_whole_one(tmp_path: Path, end: int) -> None:
    file = written(tmp_path / "a.warc", warc(PAGE, packed=False)[:end])
    assert not [each for each in read([file]) if isinstance(each, Article)]


def test_a_record_that_swells_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    swollen = ("https://blatt.example/x", b"<p>" + b"a" * 17_000_000, "text/html")
    first, second = read([written(tmp_path / "a.warc.gz", warc(swollen, PAGE))])
    assert "is larger than 16 MB" in str(first)
    assert isinstance(second, Article)
