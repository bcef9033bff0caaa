"""From every error to its answer: one table of titles, a page for browsers, problem+json for everybody else.

The detail is the one English sentence that the error carries, the explanation the same in the reader's language, less
exactly; an unforeseen error tells nobody what went wrong inside.
"""

from collections.abc import Mapping
from dataclasses import replace

from flask import Flask, Response, json, render_template, request
from jinja2 import TemplateNotFound
from werkzeug.exceptions import HTTPException

from .assets import FrontEndMissing
from .language import current, message
from .page_models import ErrorPage
from .payloads import Problem, encode
from .source import (
    DepescheError,
    LinkUnknownError,
    NotFoundError,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
    QueryTooLong,
    StoreBusyError,
    StoreError,
    TooManyJobsError,
    UsageError,
    WritingRefused,
)

TITLES = {
    400: {"de": "Die Anfrage ist nicht zu verstehen", "en": "The request cannot be understood"},
    403: {"de": "Das ist hier nicht erlaubt", "en": "This is not allowed here"},
    404: {"de": "Das gibt es hier nicht", "en": "There is no such thing here"},
    405: {"de": "So kann hier nicht gefragt werden", "en": "This cannot be asked in that way"},
    406: {"de": "In dieser Form gibt es das nicht", "en": "There is no such format"},
    413: {"de": "Das ist zu lang", "en": "This is too long"},
    415: {"de": "Diese Form der Anfrage ist unbekannt", "en": "Requests of this kind are unknown"},
    421: {"de": "Für diesen Namen wird hier nicht geantwortet", "en": "This name is not answered for"},
    500: {"de": "Hier ist etwas schiefgegangen", "en": "Something went wrong here"},
    503: {"de": "Das ist gerade nicht zu beantworten", "en": "This cannot be answered now"},
}
_GERMAN: Mapping[type[DepescheError], str] = {
    LinkUnknownError: "Unter diesem kurzen Link bewahrt dieser Server keine Ansicht auf; vielleicht wurde er anderswo gemacht.",
    NotFoundError: "Der Bestand kennt nichts unter diesem Schlüssel; vielleicht wurde es entfernt.",
    UsageError: "Eine Angabe in der Adresse oder der Anfrage stimmt nicht.",
    QuerySyntaxError: "Das ist kein gültiges SPARQL; spätestens an der genannten Stelle ließ es sich nicht weiterlesen.",
    QueryRefused: "Gefragt werden darf nur nach diesem Bestand: ohne Änderungen, ohne SERVICE, ohne fremde Graphen.",
    QueryTooLong: "Die Abfrage ist länger als erlaubt.",
    QueryTimeout: "Die Abfrage brauchte zu lange und wurde beendet. Fragen Sie nach weniger auf einmal.",
    QueryTooLarge: "Die Abfrage brauchte mehr Speicher als erlaubt. Fragen Sie nach weniger auf einmal.",
    TooManyJobsError: "Es warten schon so viele Aufträge, wie warten dürfen.",
    StoreError: "Der Bestand lässt sich gerade nicht lesen.",
}
_GERMAN_STATUS = {
    404: "Unter dieser Adresse gibt es hier keine Seite.",
    405: "Diese Adresse nimmt keine Anfragen dieser Art an.",
    406: "Verlangt ist eine Form, in der es das hier nicht gibt.",
    500: "Der Fehler wurde aufgezeichnet.",
}
_BUSY = "30"  # seconds: what a copy of a middling store takes
_NOT_BUILT = (
    "<!doctype html><html lang='en'><meta charset='utf-8'><title>Depesche</title><h1>The front end is not built</h1>"
    "<p>Run <code>make build</code>, or install the package anew; the data and /sparql work without it.</p>"
)


class NotAcceptable(HTTPException):
    """Nothing that the client accepts can be made of the answer."""

    code = 406


def install(app: Flask) -> None:
    """Answer all errors."""
    app.register_error_handler(DepescheError, _ours)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(FrontEndMissing, lambda _: Response(_NOT_BUILT, 503, mimetype="text/html"))
    app.register_error_handler(500, lambda _: answer(_titled(500, "the error has been logged")))


def _ours(error: DepescheError) -> Response:
    response = answer(problem(error))
    if isinstance(error, StoreBusyError):
        response.headers["Retry-After"] = _BUSY
    return response


def problem(error: DepescheError) -> Problem:
    """An error of ours as the browser receives it."""
    place = (error.line, error.column) if isinstance(error, QuerySyntaxError) else (None, None)
    if isinstance(error, WritingRefused):
        return replace(_titled(error.status, str(error)), explanation=message(f"refused_{error.reason}"))
    german = next((text for kind, text in _GERMAN.items() if isinstance(error, kind)), "")
    return _titled(error.status, str(error), *place, german=german)


def answer(told: Problem) -> Response:
    """The problem as a page for browsers, as JSON for programs."""
    if wants_page():
        try:
            return Response(render_template("error.html", page=ErrorPage(told, None)), told.status, mimetype="text/html")
        except (TemplateNotFound, FrontEndMissing):
            return Response(_NOT_BUILT, 503, mimetype="text/html")
    response = Response(status=told.status, mimetype="application/problem+json")
    response.set_data(_json(told))
    return response


def wants_page() -> bool:
    """Whether whoever asks is a browser: names text/html and prefers nothing else to it; the JSON API never is."""
    accepted = request.accept_mimetypes
    if request.path.startswith("/api/") or "text/html" not in accepted.values():
        return False
    return all(accepted["text/html"] >= quality for _, quality in accepted)


def _http(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    response = answer(_titled(error.code, error.description or error.name))
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _titled(status: int, detail: str, line: int | None = None, column: int | None = None, *, german: str = "") -> Problem:
    titles = TITLES.get(status, TITLES[500 if status >= 500 else 400])
    explanation = (german or _GERMAN_STATUS.get(status, "") if current() == "de" else "") or detail
    return Problem(titles[current()], status, detail, explanation, line, column)


def _json(told: Problem) -> str:
    return json.dumps({"type": "about:blank", **{k: v for k, v in encode(told).items() if v is not None or k == "detail"}})
