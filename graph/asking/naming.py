"""Which party somebody means who writes a name where a key belongs."""

from ..errors import NotFoundError
from ..rdf.labels import Labels
from .addresses import is_key
from .parameters import Resolve

_WHOLE = 5  # the score of a whole name
_OFFERED = 5  # names offered to whoever wrote one that nobody has


def resolver(labels: Labels) -> Resolve:
    """Finds parties by whole names, those with the most claims first. NotFoundError names what may have been meant."""

    def resolve(text: str) -> str:
        if is_key(text):
            return text
        found = labels.search(text, _OFFERED)
        if found and found[0].score == _WHOLE:
            return found[0].key
        meant = f"; did you mean {', '.join(each.name for each in found)}?" if found else ""
        raise NotFoundError(f"there is no party called {text[:60]!r} in the store{meant}")

    return resolve
