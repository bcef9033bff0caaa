"""Claims by the words of their sentences: what the index finds, as views, newest article first."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import NotFoundError
from ..rdf.sentences import Sentences
from .addresses import Asker
from .views.claims import Texts, claims
from .views.values import ClaimView


@dataclass(frozen=True, slots=True)
class Saying:
    """The claims on this page; `total` counts all that were found."""

    claims: tuple[ClaimView, ...]
    total: int


def saying(
    asker: Asker, sentences: Sentences, texts: Texts, text: str, language: str, limit: int = 20, offset: int = 0
) -> Saying:
    """The claims whose sentence holds the words of `text`, in the notation of `Sentences.search`, and with its errors."""
    found = sentences.search(text, limit, offset)
    try:
        return Saying(claims(asker, texts, found.claims, language), found.total)
    except NotFoundError:  # for a second after a write the index may know more than whoever answers
        return Saying(tuple(view for key in found.claims for view in _known(asker, texts, key, language)), found.total)


def _known(asker: Asker, texts: Texts, key: str, language: str) -> Sequence[ClaimView]:
    try:
        return claims(asker, texts, (key,), language)
    except NotFoundError:
        return ()
