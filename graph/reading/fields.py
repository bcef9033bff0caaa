"""What a file says about an article, checked and made an `Article`; knows no files.

The text is kept character by character as it was given: every offset that is ever printed counts in it.
Fields that are not ours (a licence, an editor's note) are left alone.
"""

import reprlib
from collections.abc import Mapping
from datetime import date, datetime

from ..model import Article
from .language import READ_LANGUAGES, language_name, language_of

_WORDS = ("title", "outlet", "url", "author")


def article_from(given: Mapping[str, object]) -> Article:
    """The article that `given` describes; ValueError says in a few words what is wrong with it."""
    text = given.get("text")
    if not isinstance(text, str):
        raise ValueError("has no text" if text is None else "the text is not a string")
    if not text.strip():
        raise ValueError("the text is empty")
    words = {name: _string(given, name) for name in _WORDS}
    for name, value in (("text", text), *words.items()):
        if value is not None and any("\ud800" <= c <= "\udfff" for c in value):
            raise ValueError(f"the {name} holds half a character (a lone surrogate)")
    sample = given.get("sample", False)
    if not isinstance(sample, bool):
        raise ValueError("sample is neither true nor false")
    return Article(
        text=text,
        **words,
        published=_published(given.get("published")),
        language=_language(_string(given, "language"), text),
        identifier=_identifier(given.get("id")),
        sample=sample,
    )


def _string(given: Mapping[str, object], name: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is not a string")
    return value or None


def _identifier(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | None):
        raise ValueError("id is neither a string nor a number")
    return None if value is None or value == "" else str(value)


def _published(value: object) -> date | None:
    """A day; of a moment the day as it is written there (YAML knows dates of its own)."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(value).date() if isinstance(value, str) else _no_date(value)
    except ValueError:
        return _no_date(value)


def _no_date(value: object) -> date:
    raise ValueError(f"published is not a date like 2024-07-31: {reprlib.repr(value)}")  # an alias in YAML can hold a world


def _language(named: str | None, text: str) -> str:
    """The language as named, else as detected; one that is not read is an error that names it."""
    code = named.replace("_", "-").split("-")[0].casefold() if named else language_of(text)
    if code is None:
        raise ValueError("its language cannot be told; name it in the field language")
    if code not in READ_LANGUAGES:
        how = "is" if named else "seems to be"
        readable = ", ".join(map(language_name, READ_LANGUAGES))
        raise ValueError(f"{how} in {language_name(code)}, which is not read yet; {readable} is")
    return code
