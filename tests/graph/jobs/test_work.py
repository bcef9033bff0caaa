"""Doing jobs: reading touches no store, storing writes what was looked at, and whatever goes wrong is kept with its job."""

import json
from pathlib import Path

import pytest

from graph.jobs.job import Fault, Job, Means, Offer, State, Step
from graph.jobs.work import MOST_ARTICLES, Workshop
from graph.rdf.lock import locked
from graph.records import reading_to_json

from .making import CALM, DELIVERS, done, file, text, workshop


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return workshop(tmp_path / "store")


def given(shop: Workshop, offer: Offer) -> Job:
    """The job of `offer` once it is read."""
    number = shop.queue.add(offer)
    done(shop)
    return shop.queue.job(number)


def stored(shop: Workshop, offer: Offer) -> Job:
    """The job of `offer` once it is stored."""
    number = given(shop, offer).number
    shop.queue.store(number)
    done(shop)
    return shop.queue.job(number)


def test_reading_touches_no_store_and_storing_writes_what_was_read(shop: Workshop) -> None:
    store = shop.opened()
    before = store.revision
    job = given(shop, text())
    assert (job.step, job.state, job.read, job.claims, job.expected) == (Step.READ, State.DONE, 1, 1, 1)
    assert store.revision == before and store.articles.count() == 0

    job = stored(shop, text())
    assert (job.step, job.state, job.stored) == (Step.STORE, State.DONE, 1)
    assert [each.outcome for each in shop.queue.results(job.number)] == ["added"]
    (key,) = store.articles.keys()
    assert store.articles.reading(key) == shop.queue.results(job.number)[0].reading
    assert store.articles.get(key).article.outlet == "Morgenblatt"


def test_the_same_text_twice_changes_nothing(shop: Workshop) -> None:
    stored(shop, text())
    store = shop.opened()
    before = store.revision
    job = stored(shop, text())
    assert [each.outcome for each in shop.queue.results(job.number)] == ["known"]
    assert (store.revision, store.articles.count()) == (before, 1)


def test_the_same_offer_gives_the_same_bytes(tmp_path: Path) -> None:
    def records(name: str) -> list[str]:
        shop = workshop(tmp_path / name)
        job = given(shop, file("mehrere.jsonl", _lines(3)))
        return [reading_to_json(each.reading) for each in shop.queue.results(job.number) if each.reading]

    assert records("one") == records("other") and len(records("third")) == 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps({"text": DELIVERS, "language": "de"})),
        ("a.MD", f"---\ntitle: Getreide\nlanguage: de\n---\n{DELIVERS}"),
        ("a.txt", DELIVERS),
        (
            "a.html",
            f"<html lang=de><title>Getreide</title><article><h1>Getreide</h1><p>{DELIVERS} {CALM * 8}</p></article></html>",
        ),
    ],
)
def test_files_are_read_as_their_suffix_says(shop: Workshop, name: str, content: str) -> None:
    job = given(shop, file(name, content, language="de"))
    assert (job.state, job.claims) == (State.DONE, 1), job.failure


def test_what_a_file_does_not_say_is_taken_from_the_form_and_nothing_else(shop: Workshop) -> None:
    front = f"---\noutlet: Kurier\n---\n{DELIVERS}"
    job = given(shop, file("a.md", front, outlet="Morgenblatt", published="2024-06-03", language="de"))
    read = shop.queue.results(job.number)[0].reading
    assert read is not None and read.article.outlet == "Kurier" and str(read.article.published) == "2024-06-03"


@pytest.mark.parametrize(
    ("offer", "fault", "words"),
    [
        (file("a.txt", b"\x00\x01"), Fault.UNREADABLE, "a.txt: no text but binary data"),
        (file("a.pdf", b"%PDF-1.7 broken"), Fault.UNREADABLE, "a.pdf: "),
        (file("a.json", "{"), Fault.UNREADABLE, "a.json:1: broken JSON"),
        (file("a.json", "[]"), Fault.UNREADABLE, "a.json"),
        (file("a.jsonl", ""), Fault.UNREADABLE, "the file is empty"),
        (file("a.warc", "WARC/1.0"), Fault.UNREADABLE, "files of this kind are not read here"),
        (text("Panne"), Fault.UNREADABLE, "the reader failed: ValueError: a mistake in a rule"),
        (text("Nobody said anything.", language="en"), Fault.UNREADABLE, "is in English (en), which is not read yet"),
        (Offer(Means.ADDRESS, "http://127.0.0.1:9/"), Fault.REFUSED, "port 9 is not fetched from"),
        (Offer(Means.ADDRESS, "http://127.0.0.1/"), Fault.REFUSED, "leads to 127.0.0.1, which is not public"),
        (Offer(Means.ADDRESS, "http://[::1]/"), Fault.REFUSED, "which is not public"),
    ],
)
def test_what_cannot_be_read_says_why(shop: Workshop, offer: Offer, fault: Fault, words: str) -> None:
    job = given(shop, offer)
    assert job.state is State.FAILED and job.failure is not None
    assert job.failure.fault is fault and words in job.failure.detail


def test_one_bad_article_never_stops_the_others(shop: Workshop) -> None:
    lines = "\n".join(json.dumps({"text": each, "language": "de"}) for each in (DELIVERS, "Panne", CALM))
    job = given(shop, file("a.jsonl", lines))
    assert [bool(each.reading) for each in shop.queue.results(job.number)] == [True, False, True]
    shop.queue.store(job.number)
    done(shop)
    assert [each.outcome for each in shop.queue.results(job.number)] == ["added", None, "added"]


def test_more_than_can_be_looked_at_is_cut_and_said(shop: Workshop) -> None:
    job = given(shop, file("a.jsonl", _lines(MOST_ARTICLES + 2)))
    assert (job.state, job.read, job.expected, job.cut) == (State.DONE, MOST_ARTICLES, MOST_ARTICLES, True)


def test_a_busy_store_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    shop = workshop(tmp_path / "store", patience=0.1)
    job = given(shop, text())
    shop.queue.store(job.number)
    with locked(tmp_path / "store" / "LOCK", "depesche add"):
        done(shop)
    job = shop.queue.job(job.number)
    assert job.failure is not None and job.failure.fault is Fault.BUSY and "depesche add" in job.failure.detail
    shop.queue.store(job.number)
    done(shop)
    assert shop.queue.job(job.number).stored == 1


def test_a_store_that_is_gone_fails_the_job_and_not_the_worker(shop: Workshop, tmp_path: Path) -> None:
    job = given(shop, text())
    (tmp_path / "store" / "meta.json").unlink()
    shop.queue.store(job.number)
    shop.queue.add(text(CALM))
    done(shop)
    failed, other = shop.queue.job(job.number), shop.queue.job(job.number + 1)
    assert failed.failure is not None and failed.failure.fault is Fault.BROKEN
    assert other.state is State.DONE


def test_a_job_that_is_discarded_while_it_is_read_ends_quietly(shop: Workshop) -> None:
    number = shop.queue.add(file("a.jsonl", _lines(3)))
    job = shop.queue.take()
    assert job is not None
    shop.queue.discard(number)
    shop.do(job)
    assert shop.queue.recent() == ()


def _lines(count: int) -> str:
    return "\n".join(json.dumps({"text": f"{DELIVERS} Meldung {n}.", "language": "de", "id": n}) for n in range(count))
