"""Reading files: what each kind gives, what is wrong said in one line, and offsets that never move."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Article
from graph.reading import expected, read

TEXT = "Die Regierung in Teheran hat die Berichte am Freitag zurückgewiesen."


def write(file: Path, content: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def articles(*paths: Path) -> list[Article]:
    found = list(read(paths))
    assert all(isinstance(each, Article) for each in found), found
    return [each for each in found if isinstance(each, Article)]


def error(*paths: Path) -> str:
    (found,) = read(paths)
    assert isinstance(found, InputError)
    return str(found)


def test_a_json_article_keeps_all_its_fields(tmp_path: Path) -> None:
    given = {"id": "a1", "title": "T", "text": TEXT, "published": "2024-07-31", "outlet": "Bote", "url": "https://b.example/1"}
    (article,) = articles(
        write(tmp_path / "a.json", json.dumps({**given, "language": "de-AT", "licence": "CC0", "sample": True}))
    )
    assert article == Article(TEXT, "T", date(2024, 7, 31), "Bote", "https://b.example/1", "de", "a1", True)


def test_front_matter_tells_about_the_text_below_it(tmp_path: Path) -> None:
    file = write(tmp_path / "a.md", f"---\ntitle: Nein aus Teheran\npublished: 2024-07-31\noutlet: Bote\n---\n\n{TEXT}\n")
    (article,) = articles(file)
    assert article.title == "Nein aus Teheran"
    assert article.published == date(2024, 7, 31)
    assert article.text == f"\n{TEXT}\n"


def test_text_without_front_matter_is_all_text(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.txt", TEXT))
    assert (article.text, article.title, article.language) == (TEXT, None, "de")


def test_a_date_and_time_is_the_day_that_it_names(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.json", json.dumps({"text": TEXT, "published": "2024-07-31T23:30:00-05:00"})))
    assert article.published == date(2024, 7, 31)


def test_a_folder_is_read_deep_and_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "c.jsonl", ".hidden/x.txt", "photo.png"):
        write(tmp_path / name, json.dumps({"text": TEXT, "id": name}) if name == "c.jsonl" else TEXT + name)
    assert [each.text.removeprefix(TEXT) or each.identifier for each in articles(tmp_path)] == ["a/z.md", "b.txt", "c.jsonl"]


def test_a_store_that_lies_in_the_folder_is_no_article(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "store" / "meta.json", "{}")
    write(tmp_path / "store" / "quads" / "CURRENT", "")
    assert [each.text for each in articles(tmp_path)] == [TEXT]


def test_a_list_in_a_json_file_is_many_articles(tmp_path: Path) -> None:
    file = write(tmp_path / "a.json", json.dumps([{"text": TEXT, "id": 1}, {"text": " "}]))
    first, second = read([file])
    assert isinstance(first, Article) and first.identifier == "1"
    assert str(second) == f"{file}[1]: the text is empty"


def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT})
    file = write(tmp_path / "a.jsonl", f'{line}\n{{"text": \n\n[1]\n{line}\n')
    first, second, third, fourth = read([file])
    assert isinstance(first, Article) and isinstance(fourth, Article)
    assert str(second).startswith(f"{file}:2: broken JSON: ")
    assert str(third) == f"{file}:4: not a JSON object with an article's fields"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", "", "broken JSON"),
        ("a.jsonl", "", "the file is empty"),
        ("a.txt", "", "the text is empty"),
        ("a.txt", b"\x00\xff\x01", "no text but binary data"),
        ("a.txt", b"abc\x00def", "no text but binary data"),
        ("a.txt", "für".encode("latin-1"), "the text is not UTF-8 (byte 1); save it as UTF-8"),
        ("a.json", "[]", "not a JSON object"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", "{}", "has no text"),
        ("a.json", '{"text": 3}', "the text is not a string"),
        ("a.json", '{"text": "\\ud800 und", "language": "de"}', "half a character"),
        ("a.json", json.dumps({"text": TEXT, "published": "gestern"}), "published is not a date like 2024-07-31: 'gestern'"),
        ("a.json", json.dumps({"text": TEXT, "published": 2024}), "published is not a date"),
        ("a.json", json.dumps({"text": TEXT, "outlet": ["Bote"]}), "outlet is not a string"),
        ("a.json", json.dumps({"text": TEXT, "sample": "no"}), "sample is neither true nor false"),
        ("a.md", f"---\ntitle: [\n---\n{TEXT}", ":3: broken front matter"),
        ("a.md", f"---\ntitle: T\n{TEXT}", ":1: the front matter has no closing line ---"),
        ("a.md", f"---\njust words\n---\n{TEXT}", "the front matter is no list of `name: value`"),
        ("a.md", f"---\nx: !!python/object/apply:os.system [true]\n---\n{TEXT}", ":2: broken front matter"),
        ("a.md", f"---\npublished: 2024-02-31\n---\n{TEXT}", "broken front matter"),
        ("a.html", "<p>Hallo", "holds no article that can be told from the page around it"),
        ("a.xyz", "Hallo", "files of this kind are not read (.htm .html .json .jsonl .md .pdf"),
        ("a.xyz.gz", "Hallo", "files of this kind are not read"),
        ("a.md", f"---\na: &a [x, x]\nb: &b [*a, *a]\npublished: [*b, *b]\n---\n{TEXT}", "published is not a date"),
        ("a.txt", "12345 67", "its language cannot be told"),
        ("a.json", json.dumps({"text": TEXT, "language": "en"}), "is in English (en), which is not read yet; German (de) is"),
        ("a.json", json.dumps({"text": TEXT, "language": "xx"}), "is in xx, which is not read yet"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_that_names_the_file(
    tmp_path: Path, name: str, content: str | bytes, message: str
) -> None:
    said = error(write(tmp_path / name, content))
    assert said.startswith(str(tmp_path / name))
    assert message in said
    assert "\n" not in said


def test_an_english_text_is_detected_and_named(tmp_path: Path) -> None:
    text = "The ministry rejected the reports on Friday, and two officials confirmed the delivery instead."
    assert error(write(tmp_path / "a.txt", text)).endswith("seems to be in English (en), which is not read yet; German (de) is")


def test_missing_files_and_empty_folders_are_named(tmp_path: Path) -> None:
    assert error(tmp_path / "nowhere.txt") == f"{tmp_path / 'nowhere.txt'}: there is no such file"
    assert error(tmp_path).startswith(f"{tmp_path}: nothing in this folder can be read")


def test_how_many_articles_to_expect_is_told_without_reading_them(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", '{}\n\n{"broken\n')
    write(tmp_path / "b" / "c.txt", TEXT)
    assert expected([tmp_path, tmp_path / "nowhere.txt"]) == 3


def test_a_missing_date_is_said_but_no_error(tmp_path: Path) -> None:
    notices: list[str] = []
    (article,) = read([write(tmp_path / "a.jsonl", json.dumps({"text": TEXT}))], notices.append)
    assert isinstance(article, Article)
    assert notices == [f"{tmp_path / 'a.jsonl'}:1: no publication date, so words like „gestern“ stay unresolved"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip))
def test_a_text_is_kept_character_by_character(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("kept")
    lines = write(folder / "a.jsonl", json.dumps({"text": text, "language": "de"}, ensure_ascii=False))
    front = write(folder / "b.md", f"---\nlanguage: de\n---\n{text}")
    assert [each.text for each in articles(lines, front)] == [text, text]
