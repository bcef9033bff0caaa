"""What an article leans on as quads of the graph `…/derived`: its root, and each link with the reason for it.

The same articles give the same quads, so that keeping them and making them anew cannot differ.
"""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from ..model import Reason
from .kinship import Birth
from .names import TYPE, depesche
from .origins import Origin
from .sheet import Sheet
from .terms import Terms


def origin_quads(article: str, origin: Origin, birth: Birth, cited: Iterable[str], terms: Terms) -> frozenset[Quad]:
    """All that is derived about where an article comes from; `cited` are the outlets that its claims lean on, by key."""
    sheet, about = Sheet(terms.graph("derived")), terms.article(article)
    lent = [agency for agency in origin.agencies if agency != birth.publisher]
    sheet.say(about, depesche("root"), terms.entity(lent[0]) if lent else terms.article(origin.root))
    links = list(_links(origin, birth, cited, terms))
    for number, (lender, reason, likeness, words) in enumerate(links, 1):
        node = terms.part(about, f"leaning-{number}")
        sheet.say(about, depesche("leans"), node)
        sheet.say(node, TYPE, depesche("Leaning"))
        sheet.say(node, depesche("on"), lender)
        sheet.say(node, depesche("reason"), depesche(reason.value))
        sheet.say(node, depesche("likeness"), likeness)
        sheet.say(node, depesche("words"), words)
    return frozenset(sheet.quads)


_Link = tuple[NamedNode, Reason, float | None, str | None]


def _links(origin: Origin, birth: Birth, cited: Iterable[str], terms: Terms) -> Iterable[_Link]:
    if origin.lender and origin.reason:
        yield terms.article(origin.lender), origin.reason, origin.likeness, None
    for agency, words in sorted(birth.marks):
        if agency != birth.publisher:
            yield terms.entity(agency), Reason.AGENCY_MARK, None, words
    for outlet in sorted(cited):
        if outlet != birth.publisher:
            yield terms.entity(outlet), Reason.CITED_OUTLET, None, None
