"""Adding from a browser: who may, what is said where something is wrong, and the way from words to a page in the store."""

import io
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.commands.work import hire
from graph.jobs.queue import MOST_WAITING
from graph.jobs.work import Workshop
from graph.rdf.lock import locked
from graph.rdf.store import Store
from graph.settings import Settings
from tests.graph.jobs.making import CALM, DELIVERS, done, workshop
from web import create_app
from web.options import Options

TOKEN = "told-at-the-start"
_HTML = {"Accept": "text/html", "Accept-Language": "de"}


class Nobody:
    """Stands where a worker process would, so that a test does the jobs itself, when it wants to."""

    process = SimpleNamespace(poll=lambda: None)
    link = SimpleNamespace(send=lambda _: None)
    dismissed = 0

    def end(self) -> None:
        Nobody.dismissed += 1


def application(store: Path, static: Path, **settings: Any) -> Flask:
    options = Options(static=static, token=TOKEN, hire=lambda _: Nobody(), hosts=("claims.example",))  # type: ignore[arg-type,return-value]
    return create_app(Settings(store=store, **settings), options)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return workshop(tmp_path / "store", patience=0.1)


@pytest.fixture
def app(shop: Workshop, tmp_path: Path, static: Path) -> Iterator[Flask]:
    app = application(tmp_path / "store", static, upload_size=1)
    yield app
    app.extensions["depesche"].close()


@pytest.fixture
def writer(app: Flask) -> FlaskClient:
    """A German browser that opened the address with the token."""
    writer = app.test_client()
    writer.environ_base |= {"HTTP_ACCEPT": "text/html", "HTTP_ACCEPT_LANGUAGE": "de"}
    assert writer.get(f"/?token={TOKEN}").status_code == 303
    return writer


def mark(page: str) -> str:
    found = re.search(r'name="mark" value="(\w+)"', page)
    assert found
    return found[1]


def give(client: FlaskClient, *, headers: dict[str, str] | None = None, **fields: Any) -> TestResponse:
    """What the form of the page sends."""
    form = {"mark": mark(client.get("/add").text), "means": "text", "outlet": "Morgenblatt", "published": "2024-06-03"}
    form |= {"language": "de"}
    return client.post("/add", data={**form, **fields}, headers=headers)


def said(answer: TestResponse) -> str:
    """A page's words."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text.partition("<main")[2]).split())


# Who may


def test_the_token_becomes_a_cookie_and_leaves_the_address(app: Flask) -> None:
    answer = app.test_client().get(f"/search?q=Utopien&token={TOKEN}&lang=en")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/search?q=Utopien&lang=en")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and TOKEN not in cookie and "Expires" not in cookie
    assert answer.headers["Cache-Control"] == "no-store" and answer.headers["Referrer-Policy"] == "same-origin"
    assert TOKEN not in answer.text


def test_a_wrong_token_is_no_token(app: Flask) -> None:
    for token in ("", "wrong", "ß" * 10, TOKEN[:-1]):
        answer = app.test_client().get("/", query_string={"token": token}, headers=_HTML)
        assert answer.status_code == 403 and "Set-Cookie" not in answer.headers
        assert "Jeder Start von depesche serve nennt einen neuen" in said(answer)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["/add", "/add/1", "/add/1/store", "/add/1/discard", "/api/jobs/1"])
def test_without_the_cookie_nothing_is_shown_and_nothing_taken(app: Flask, shop: Workshop, path: str, method: str) -> None:
    client = app.test_client()
    client.set_cookie("depesche-80", "made.up")
    answer = getattr(client, method)(path, headers=_HTML)
    if answer.status_code != 405:
        assert answer.status_code == 403
        assert "Schlüssel (token)" in said(answer) or path.startswith("/api/")
    assert shop.queue.recent() == ()


def test_the_refusal_speaks_both_languages_and_names_the_remedy(app: Flask) -> None:
    client = app.test_client()
    assert "that depesche serve names when it starts" in said(client.get("/add?lang=en", headers=_HTML))
    told = client.get("/add").json
    assert told is not None and told["status"] == 403 and "token" in told["detail"]


def test_the_cookie_of_another_run_does_not_hold(
    app: Flask, writer: FlaskClient, shop: Workshop, tmp_path: Path, static: Path
) -> None:
    other = application(tmp_path / "store", static)
    try:
        cookie = writer.get_cookie("depesche-80")
        assert cookie is not None
        later = other.test_client()
        later.set_cookie("depesche-80", cookie.value)
        assert writer.get("/add").status_code == 200 and later.get("/add").status_code == 403
    finally:
        other.extensions["depesche"].close()


@pytest.mark.parametrize("wrong", ["", "0" * 64, "ß"])
def test_a_form_that_was_not_made_for_its_sender_is_refused(writer: FlaskClient, shop: Workshop, wrong: str) -> None:
    answer = give(writer, text=DELIVERS, mark=wrong)
    assert answer.status_code == 403 and "früheren Start" in said(answer)
    assert shop.queue.recent() == ()


def test_the_mark_of_another_cookie_is_none(app: Flask, writer: FlaskClient) -> None:
    other = app.test_client()
    other.get(f"/?token={TOKEN}")
    assert give(writer, text=DELIVERS, mark=mark(other.get("/add").text)).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Origin": "http://localhost:8080"},
        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"},
    ],
)  # fmt: skip
def test_what_another_site_sends_is_refused(writer: FlaskClient, shop: Workshop, headers: dict[str, str]) -> None:
    answer = give(writer, text=DELIVERS, headers=headers)
    assert answer.status_code == 403 and "von einer anderen Website" in said(answer)
    assert shop.queue.recent() == ()


def test_our_own_pages_may_send(writer: FlaskClient) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert give(writer, text=DELIVERS, headers=headers).status_code == 303


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1"])
def test_on_any_other_bind_nobody_may(shop: Workshop, tmp_path: Path, static: Path, host: str) -> None:
    app = application(tmp_path / "store", static, host=host)
    try:
        client = app.test_client()
        assert "Set-Cookie" not in client.get(f"/?token={TOKEN}").headers
        for answer in (client.get("/add", headers=_HTML), client.post("/add", data={"text": DELIVERS}, headers=_HTML)):
            assert answer.status_code == 403
            assert "nur auf dem Rechner selbst" in said(answer) and "depesche serve ohne --host" in said(answer)
        assert 'href="/add"' not in client.get("/", headers=_HTML).text
    finally:
        app.extensions["depesche"].close()


@pytest.mark.parametrize("host", ["127.0.0.1:x", "localhost:99999", "[::1", "127.0.0.1:"])
def test_a_host_that_is_none_breaks_nothing(writer: FlaskClient, host: str) -> None:
    for answer in (writer.get("/sources", headers={"Host": host}), writer.get("/add", headers={"Host": host})):
        assert answer.status_code in (200, 400, 403, 421)


def test_a_name_for_outside_may_read_and_not_write(app: Flask, writer: FlaskClient) -> None:
    outside = {"Host": "claims.example"}
    assert writer.get("/sources", headers=outside).status_code == 200
    assert writer.get("/add", headers=outside).status_code == 403


def test_the_way_there_is_shown_to_those_who_may_go_it(app: Flask, writer: FlaskClient) -> None:
    reader = app.test_client()
    shown, hidden = writer.get("/sources"), reader.get("/sources", headers=_HTML)
    assert '<a href="/add">Hinzufügen</a>' in shown.text and "/add" not in hidden.text
    assert shown.headers["ETag"] != hidden.headers["ETag"]


# What is said


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": " \n"}, "Der Wortlaut fehlt."),
        ({"text": DELIVERS, "published": "gestern"}, "„gestern“ ist kein Datum"),
        ({"text": DELIVERS, "title": "a" * 501}, "höchstens 500 Zeichen"),
        ({"means": "address", "address": "file:///etc/passwd"}, "Das ist keine Adresse einer Seite"),
        ({"means": "address", "address": ""}, "Das ist keine Adresse einer Seite"),
        ({"means": "file"}, "Es ist keine Datei gewählt."),
        ({"means": "file", "file": (io.BytesIO(b"PK"), "a.zip")}, "Dateien der Art .zip werden hier nicht gelesen."),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_form(writer: FlaskClient, shop: Workshop, fields: Any, words: str) -> None:
    answer = give(writer, **fields)
    assert answer.status_code == 400 and words in said(answer)
    assert shop.queue.recent() == ()


def test_what_was_given_is_still_in_the_form(writer: FlaskClient) -> None:
    answer = give(writer, text=f"\r\n{DELIVERS} <b>", published="gestern", title='Ein "Titel"')
    assert f"\n{DELIVERS} &lt;b&gt;</textarea>" in answer.text and 'value="Ein &#34;Titel&#34;"' in answer.text


_PARTS = "--xx\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n\r\n{}\r\n--xx--\r\n"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"text={'a' * 1_200_000}", "application/x-www-form-urlencoded"),
        (_PARTS.format("a" * 1_200_000), "multipart/form-data; boundary=xx"),
    ],
)
def test_too_much_is_said_with_the_limit(writer: FlaskClient, shop: Workshop, body: str, kind: str) -> None:
    answer = writer.post("/add", data=body, content_type=kind)
    assert answer.status_code == 413 and "größer als 1 MB" in said(answer) and "upload_size" in said(answer)
    assert shop.queue.recent() == ()


def test_nearly_too_much_is_taken_here_and_nowhere_else(writer: FlaskClient) -> None:
    large = "a" * 1_000_000
    assert give(writer, text=large).status_code == 303
    assert writer.post("/sparql", data={"query": large}).status_code == 413


def test_when_too_many_wait_it_is_said(writer: FlaskClient) -> None:
    for _ in range(MOST_WAITING):
        assert give(writer, text=DELIVERS).status_code == 303
    answer = give(writer, text=DELIVERS)
    assert answer.status_code == 503 and "Es warten schon so viele Aufträge" in said(answer) and DELIVERS in answer.text


@pytest.mark.parametrize(("lang", "words"), [("de", "In diesem Text wurde keine Aussage gelesen"), ("en", "No claim was read")])
def test_a_text_without_claims_says_so(writer: FlaskClient, shop: Workshop, lang: str, words: str) -> None:
    job = give(writer, text=CALM).headers["Location"]
    done(shop)
    assert words in said(writer.get(f"{job}?lang={lang}"))


@pytest.mark.parametrize(("lang", "words"), [("de", "darf nicht abgerufen werden"), ("en", "may not be fetched")])
def test_a_refused_address_says_so(writer: FlaskClient, shop: Workshop, lang: str, words: str) -> None:
    job = give(writer, means="address", address="http://127.0.0.1/x").headers["Location"]
    done(shop)
    answer = writer.get(f"{job}?lang={lang}")
    assert words in said(answer) and "127.0.0.1, which is not public" in said(answer) and "/store" not in answer.text


def test_an_unreadable_file_says_so(writer: FlaskClient, shop: Workshop) -> None:
    job = give(writer, means="file", file=(io.BytesIO(b"%PDF-1.7 no"), "Akten/a.pdf")).headers["Location"]
    done(shop)
    assert "Das lässt sich nicht als Artikel lesen. a.pdf:" in said(writer.get(job))


def test_a_busy_store_says_so_and_can_be_asked_again(writer: FlaskClient, shop: Workshop, tmp_path: Path) -> None:
    job = give(writer, text=DELIVERS).headers["Location"]
    done(shop)
    form = {"mark": mark(writer.get(job).text)}
    writer.post(f"{job}/store", data=form)
    with locked(tmp_path / "store" / "LOCK", "depesche add"):
        done(shop)
    answer = writer.get(job)
    assert "Ein anderes Programm schreibt gerade in den Bestand" in said(answer) and "Noch einmal versuchen" in said(answer)
    writer.post(f"{job}/store", data=form)
    done(shop)
    assert "Gespeichert." in said(writer.get(job))


def test_a_job_that_is_not_there_is_not_found(writer: FlaskClient) -> None:
    assert writer.get("/add/77").status_code == 404
    assert writer.get("/api/jobs/77").status_code == 404
    assert writer.post("/add/77/store", data={"mark": mark(writer.get("/add").text)}).status_code == 404


# The way


def test_from_words_to_a_page_in_the_store(writer: FlaskClient, shop: Workshop) -> None:
    answer = give(writer, text=f"{DELIVERS}\r\n", title="Getreide für Utopien")
    job = answer.headers["Location"]
    assert (answer.status_code, job) == (303, "/add/1")
    waiting = writer.get(job)
    assert '<noscript><meta http-equiv="refresh"' in waiting.text and "Wartet." in said(waiting)
    assert writer.get("/api/jobs/1").json == {
        "number": 1, "state": "queued", "finished": False, "read": 0, "expected": None, "claims": 0, "waiting": None,
    }  # fmt: skip

    done(shop)
    read = writer.get(job)
    assert "http-equiv" not in read.text and read.headers["Cache-Control"] == "no-store"
    assert '<mark class="is-actor" title="Handelnde Seite">Arkadien</mark>' in read.text
    assert "1 Artikel speichern" in said(read) and "Verwerfen" in said(read)
    assert "/id/" not in read.text, "nothing of it has a page yet"
    assert shop.opened().articles.count() == 0

    assert writer.post(f"{job}/store", data={"mark": mark(read.text)}).headers["Location"] == job
    done(shop)
    kept = writer.get(job)
    (key,) = shop.opened().articles.keys()
    assert shop.opened().articles.get(key).article.text == f"{DELIVERS}\n"
    assert f'href="/id/article/{key}"' in kept.text and "neu im Bestand" in said(kept)
    explore = re.search(r'href="(/explore\?entities=[^"]+)"', kept.text)
    assert explore is not None
    time.sleep(1.1)  # for a second the state before may be shown
    assert "kennt dieser Bestand nicht" not in said(writer.get(explore[1])) and "Arkadien" in said(writer.get(explore[1]))
    assert writer.get(f"/id/article/{key}").status_code == 200


def test_the_same_words_again_are_known(writer: FlaskClient, shop: Workshop) -> None:
    for outcome in ("neu im Bestand", "stand schon im Bestand"):
        job = give(writer, text=DELIVERS).headers["Location"]
        done(shop)
        writer.post(f"{job}/store", data={"mark": mark(writer.get(job).text)})
        revision = shop.opened().revision
        done(shop)
        assert outcome in said(writer.get(job))
    assert shop.opened().revision == revision
    job = give(writer, text=DELIVERS).headers["Location"]
    done(shop)
    assert "Dieser Artikel steht schon im Bestand." in said(writer.get(job))


def test_what_is_discarded_is_gone(writer: FlaskClient, shop: Workshop) -> None:
    job = give(writer, text=DELIVERS).headers["Location"]
    shop.queue.take()
    before = Nobody.dismissed
    assert writer.post(f"{job}/discard", data={"mark": mark(writer.get("/add").text)}).headers["Location"] == "/add"
    assert Nobody.dismissed == before + 1, "who reads it is told to stop"
    assert writer.get(job).status_code == 404 and shop.queue.recent() == ()


def test_with_a_worker_of_its_own_and_again_when_that_was_killed(tmp_path: Path, static: Path) -> None:
    store = Store.create(tmp_path / "store")
    app = create_app(Settings(store=store.folder), Options(static=static, token=TOKEN, hire=hire))
    try:
        client = app.test_client()
        client.environ_base |= {"HTTP_ACCEPT": "text/html", "HTTP_ACCEPT_LANGUAGE": "de"}
        client.get(f"/?token={TOKEN}")
        job = give(client, text="Deutschland liefert der Ukraine Panzer. Russland kritisiert Deutschland.").headers["Location"]
        worker = app.extensions["depesche"].hands._worker
        worker.process.kill()
        assert finished(client) == "read"
        assert app.extensions["depesche"].hands._worker is not worker
        page = client.get(job)
        assert '<mark class="is-actor" title="Handelnde Seite">Deutschland</mark>' in page.text
        client.post(f"{job}/store", data={"mark": mark(page.text)})
        assert finished(client) == "stored"
        assert store.articles.count() == 1
        process = app.extensions["depesche"].hands._worker.process
    finally:
        app.extensions["depesche"].close()
    assert process.poll() is not None, "the worker ends with the server"


def finished(client: FlaskClient) -> str:
    """How the first job ended."""
    for _ in range(1200):
        told = client.get("/api/jobs/1").json
        assert told is not None
        if told["finished"]:
            return str(told["state"])
        time.sleep(0.1)
    pytest.fail("two minutes were not enough")
