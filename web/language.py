"""The language of a page: the address before the cookie before the browser, and the words of the interface.

Messages are `messages/LANGUAGE.toml`, the same keys in each; `{name}` in a message is replaced.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from flask import Flask, Response, current_app, g, request

LANGUAGES = ("de", "en")
_COOKIE = "lang"
_YEAR = 365 * 24 * 3600  # seconds
_FOLDER = Path(__file__).parent / "messages"


def install(app: Flask, default: str) -> None:
    """Choose a language for each request, and give templates `_()` and `lang`."""
    app.config["DEPESCHE_LANGUAGE"] = default
    app.after_request(_remember)
    app.context_processor(lambda: {"_": message, "lang": current()})


def current() -> str:
    """The language of this request."""
    if "language" not in g:
        g.language = _asked() or current_app.config["DEPESCHE_LANGUAGE"]
    return str(g.language)


def message(key: str, **values: object) -> str:
    """The words for `key` in the language of this request, with `values` filled in. KeyError for an unknown key."""
    text = messages(current())[key]
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


@cache
def messages(language: str) -> Mapping[str, str]:
    """All messages of a language."""
    with (_FOLDER / f"{language}.toml").open("rb") as stream:
        return {key: str(text) for key, text in tomllib.load(stream).items()}


def _asked() -> str | None:
    for choice in (request.args.get("lang"), request.cookies.get(_COOKIE)):
        if choice in LANGUAGES:
            return choice
    return request.accept_languages.best_match(LANGUAGES)


def _remember(response: Response) -> Response:
    choice = request.args.get("lang")
    if choice in LANGUAGES and choice != request.cookies.get(_COOKIE) and response.mimetype == "text/html":
        response.set_cookie(_COOKIE, choice, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure)
    return response
