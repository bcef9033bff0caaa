"""Which language a text is in, and whether it is one that can be read.

Detection counts known words (simplemma) and is made for whole articles: a headline alone may be told wrongly.
"""

from simplemma import in_target_language, langdetect

READ_LANGUAGES = ("de",)

_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
}
_TOLD_APART = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk")
_GERMAN_WORDS = 0.5  # German texts know 0.9 and more of their words, the other languages tried at most 0.35


def language_of(text: str) -> str | None:
    """The language of `text` as an ISO 639-1 code; None where no word of it is known.

    Loads the word lists of ten languages (3 s) only when the text is not German.
    """
    if in_target_language(text, lang=("de",)) >= _GERMAN_WORDS:
        return "de"
    best, share = langdetect(text, lang=_TOLD_APART)[0]
    return best if share > 0 and best != "unk" else None


def language_name(code: str) -> str:
    """What to call a language in a message: `English (en)`, or the bare code."""
    return f"{_NAMES[code]} ({code})" if code in _NAMES else code
