"""What is the same thing, and what is not: the hashes behind every permalink.

A change here breaks every store, so the rules stand in `docs/identity.md` and are tested both ways. The base IRI is
no part of any hash. A hash is the first 128 bits of SHA-256 in lower-case base32 (26 characters) over the parts in
order, each given its length, so that no two lists of parts run together.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .addresses import canonical, is_front_page
from .model import Article, Claim, Entity, Party, Proposition

_BYTES = 16  # 128 bits: a collision among 10^12 things has a chance below 10^-14
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = [one + other for one in _LETTERS for other in _LETTERS]
_TRIPLES = [one + pair for one in _LETTERS for pair in _PAIRS]  # 15 bits each: the standard library's base32 takes 5 µs
_SHIFTS = tuple(range(115, 9, -15))
_RECENT = 4096  # parties that are remembered: an article asks for each of its own ten times


def digest(*parts: str | None) -> str:
    """The hash of `parts`; None and the empty string are different parts.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    told = "".join(["-;" if part is None else f"{len(part)};{part}" if part.isascii() else _told(part) for part in parts])
    bits = int.from_bytes(hashlib.sha256(told.encode()).digest()[:_BYTES], "big") << 2
    return "".join([_TRIPLES[bits >> shift & 32767] for shift in _SHIFTS]) + _PAIRS[bits & 1023]


def _told(part: str) -> str:
    """With the length of its bytes in front, composed where letters can be composed."""
    composed = unicodedata.normalize("NFC", part)
    return f"{len(composed.encode())};{composed}"


def folded(name: str) -> str:
    """A name without case, diacritics and doubled spaces: what two spellings share.

    >>> folded("Recep Tayyip  Erdoğan")
    'recep tayyip erdogan'
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain)
        for mark in filter(unicodedata.combining, set(plain)):  # few of them in however long a text
            plain = plain.replace(mark, "")
    return " ".join(plain.split())


@lru_cache(maxsize=16)
def text_hash(text: str) -> str:
    """The hash of a text alone, by which reprints are found."""
    return digest("text", text)


@lru_cache(maxsize=16)
def article_key(article: Article) -> str:
    """One version of one text in one outlet."""
    published = article.published.isoformat() if article.published else None
    address = article.url or article.identifier
    return digest("article", article.outlet, address, published, article.title, article.text)


def page_key(article: Article) -> str | None:
    """What all versions of one article share: its address, else its outlet and the id that its file gave it; None without.

    A front page is no address of an article: what stands there is another one every day.
    """
    if article.url and not is_front_page(article.url):
        return address_key(article.url)
    return digest("page", article.outlet, article.identifier) if article.outlet and article.identifier else None


def address_key(address: str) -> str:
    """The page at an address, however that is written."""
    return digest("page", canonical(address))


@lru_cache(maxsize=_RECENT)
def entity_key(entity: Entity, article: str) -> str:
    """A gazetteer row is itself; a named party its kind, folded name and state; an unnamed one local to `article`."""
    if entity.gazetteer is not None:
        return digest("gazetteer", entity.gazetteer)
    if entity.local:
        return digest("local", article, entity.kind, folded(entity.name))
    return digest("entity", entity.kind, folded(entity.name), entity.state)


def proposition_key(proposition: Proposition, article: str) -> str:
    """Same relation, parties and theme class; a missing party is like no other party."""
    actor = entity_key(proposition.actor, article) if proposition.actor else None
    recipient = entity_key(proposition.recipient, article) if proposition.recipient else None
    return digest("proposition", proposition.relation, actor, recipient, proposition.theme_class)


def claim_key(claim: Claim, article: str) -> str:
    """The words that carry it, not what was made of them: a better reader keeps the permalink."""
    return digest(
        "claim", article, _place(claim.evidence.start, claim.evidence.end), claim.relation, _at(claim.actor), _at(claim.recipient)
    )


_latest: tuple[tuple[Claim, ...], str, tuple[str, ...]] = (), "", ()


def claim_keys(claims: tuple[Claim, ...], article: str) -> tuple[str, ...]:
    """The keys of all claims of `article`, in their order.

    One pronoun may name two parties ("sie trafen sich"), so that the same words carry several claims: the first of
    them keeps the plain key, the others are told apart by their number.
    """
    global _latest  # three things ask for them while an article is written, and hashing claims takes longer than telling keys
    known, whose, keys = _latest
    if claims is not known or article != whose:
        keys = tuple(_claim_keys(claims, article))
        _latest = claims, article, keys
    return keys


def _claim_keys(claims: Iterable[Claim], article: str) -> Iterator[str]:
    met: Counter[str] = Counter()
    for plain in (claim_key(claim, article) for claim in claims):
        met[plain] += 1
        yield plain if met[plain] == 1 else digest("claim", plain, str(met[plain]))


def _at(party: Party | None) -> str | None:
    if party is None:
        return None
    return _place(party.mention.start, party.mention.end) if party.mention else ""


def _place(start: int, end: int) -> str:
    return f"{start}-{end}"
