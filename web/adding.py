"""Adding articles from a browser: give one, look at what was read, then store it or not.

Nothing here reads or writes a store: what is given becomes a job, and a process of its own does the jobs.
"""

from datetime import date
from pathlib import PurePath

from flask import Blueprint, Response, current_app, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge

from . import job_pages, urls, writing
from .adding_model import AddPage, Given
from .payloads import JobPayload
from .source import HANDED_OVER, READ_LANGUAGES, Means, Offer, Source, TooManyJobsError, is_address
from .visit import data, number, page, visit

blueprint = Blueprint("adding", __name__)

_ROOM = 64 * 1024  # bytes of a form beside what is given
_ABOUT = ("title", "outlet", "published", "language")
_LONGEST = 500  # characters of a title, an outlet; an address may be four times as long


class _Wrong(Exception):
    """What was given cannot be taken; `fault` is the end of a message's key."""

    def __init__(self, fault: str, told: str = "") -> None:
        super().__init__(fault)
        self.fault, self.told = fault, told


@blueprint.before_request
def allow() -> None:
    """Only for those who may write; a form may be longer here than elsewhere, once it is known to be ours."""
    writing.required()
    if request.method == "POST":
        writing.sent_from_here()
        if request.endpoint == "adding.give":
            request.max_content_length = request.max_form_memory_size = _most() + _ROOM


@blueprint.after_request
def keep_nowhere(response: Response) -> Response:
    """What somebody gives is theirs."""
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/add")
def form() -> Response:
    """Forms for a text, a file and an address, and the jobs that there are."""
    return _form(Given())


@blueprint.post("/add")
def give() -> Response:
    """A new job of what the form gives; the form again, with what is wrong, where it cannot be taken."""
    given = Given()
    try:
        writing.marked_form()
        given = _given()
        made = _source().jobs.add(_offer(given))
    except RequestEntityTooLarge:
        return _form(given, "size", status=413)
    except _Wrong as wrong:
        return _form(given, wrong.fault, wrong.told, status=400)
    except TooManyJobsError as error:
        return _form(given, "many", status=error.status)
    _source().hands.wake()
    return _to(f"/add/{made}")


@blueprint.get("/add/<int:job>")
def look(job: int) -> Response:
    """How far a job is; what was read, sentence by sentence."""
    found = _source().jobs.job(job)
    if not found.finished:
        _source().hands.watch()
    return page("adding.html", job_pages.job_page(visit(), found, number("page", 1, 1000)))


@blueprint.post("/add/<int:job>/store")
def store(job: int) -> Response:
    """Have what was read stored."""
    writing.marked_form()
    _source().jobs.store(job)
    _source().hands.wake()
    return _to(f"/add/{job}")


@blueprint.post("/add/<int:job>/discard")
def discard(job: int) -> Response:
    """Forget a job, and end the reading of one that is being read."""
    writing.marked_form()
    running = _source().jobs.job(job).state == "running"
    _source().jobs.discard(job)
    if running:
        _source().hands.dismiss()
    return _to("/add")


@blueprint.get("/api/jobs/<int:job>")
def state(job: int) -> Response:
    """How far a job is, for a page that waits for it."""
    found = _source().jobs.job(job)
    if not found.finished:
        _source().hands.watch()
    return data(
        JobPayload(job, job_pages.state_of(found), found.finished, found.read, found.expected, found.claims, found.waiting)
    )


def _form(given: Given, fault: str | None = None, told: str = "", *, status: int = 200) -> Response:
    jobs = _source().jobs.recent()
    if not all(job.finished for job in jobs):
        _source().hands.watch()
    model = AddPage(given, fault, told, _most() >> 20, HANDED_OVER, READ_LANGUAGES, [job_pages.row(job) for job in jobs])
    response = page("add.html", model)
    response.status_code = status
    return response


def _given() -> Given:
    fields = {name: request.form.get(name, "").strip() for name in (*_ABOUT, "means", "address")}
    return Given(text=request.form.get("text", "").replace("\r\n", "\n"), **fields)


def _offer(given: Given) -> Offer:
    """What was given as a job takes it; _Wrong says what cannot be taken."""
    about = tuple((name, str(getattr(given, name))) for name in _ABOUT if getattr(given, name))
    if any(len(words) > _LONGEST for _, words in about):
        raise _Wrong("long")
    if given.published and not _is_day(given.published):
        raise _Wrong("date", given.published)
    if given.means == Means.FILE:
        return _file(about)
    if given.means == Means.ADDRESS:
        if not is_address(given.address) or len(given.address) > 4 * _LONGEST:
            raise _Wrong("address")
        return Offer(Means.ADDRESS, given.address)
    if not given.text.strip():
        raise _Wrong("text")
    return Offer(Means.TEXT, given.title or _beginning(given.text), about, given.text.encode("utf-8", "replace"))


def _file(about: tuple[tuple[str, str], ...]) -> Offer:
    upload = request.files.get("file")
    name = PurePath((upload.filename or "").replace("\\", "/")).name if upload else ""
    if upload is None or not name:
        raise _Wrong("file")
    if not name.lower().endswith(HANDED_OVER):
        raise _Wrong("kind", PurePath(name).suffix or name)
    content = upload.stream.read(_most() + 1)
    if len(content) > _most():
        raise RequestEntityTooLarge
    return Offer(Means.FILE, name[-_LONGEST:], about, content)


def _is_day(words: str) -> bool:
    try:
        return bool(date.fromisoformat(words))
    except ValueError:
        return False


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]} …"


def _most() -> int:
    """Bytes that may be given."""
    return int(current_app.config["DEPESCHE_UPLOAD_SIZE"]) << 20


def _source() -> Source:
    found: Source = current_app.extensions["depesche"]
    return found


def _to(path: str) -> Response:
    return redirect(urls.at(path), 303)  # type: ignore[return-value]
