"""What is on a screen as a file: a table of claims (CSV) or a network (GEXF, GraphML) whose edges carry their claims.

Each file says what it is: from which sources, of which state of the store, through which lens, with examples or without.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import SubElement

import networkx
from networkx.readwrite.gexf import GEXFWriter

from ...vocabulary import Vocabulary
from ..views.values import EdgeView, NodeView
from .quotes import Quote, Said
from .sight import Sight

COLUMNS = (
    "edge", "actor", "relation", "relation_label", "recipient", "stance", "negated", "modality", "source", "chain", "outlet",
    "published", "sentence", "time", "earliest", "latest", "url", "claim", "example", "stamp",
)  # fmt: skip


Quotes = Mapping[str, Quote]  # by the keys of the claims


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file or picture says of itself, in lines, and the address at which the same is on the screen."""

    lines: tuple[str, ...]
    address: str

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " · ".join((*self.lines, self.address))


@dataclass(frozen=True, slots=True)
class Taken:
    """What goes into a file: what is seen, the words behind it, and what the file says of itself. Addresses of things begin
    with `base`; labels are in `language`."""

    seen: Sight
    quotes: Quotes
    stamp: Stamp
    base: str
    language: str

    def behind(self, edge: EdgeView) -> tuple[Quote, ...]:
        """The words behind an edge."""
        return tuple(self.quotes[each.claim] for each in self.seen.reports[edge.key] if each.claim in self.quotes)

    def address(self, kind: str, key: str) -> str:
        """The address of a thing."""
        return f"{self.base}{kind}/{key}"

    def label(self, edge: EdgeView) -> str:
        """What the relation of an edge is called."""
        found = Vocabulary.load().relations.get(edge.relation)
        return (found.labels if edge.recipient else found.alone)[self.language] if found else edge.relation


def as_csv(taken: Taken) -> bytes:
    """A row for each claim; the stamp stands in every row, so that a row that is copied out of the file still bears it."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for edge in taken.seen.edges:
        table.writerows((*_row(taken, edge, quote), taken.stamp.text) for quote in taken.behind(edge))
    return out.getvalue().encode()


def as_graphml(taken: Taken) -> bytes:
    """Parties and edges; each edge holds its counts and, line by line, its claims."""
    out = io.BytesIO()
    networkx.write_graphml(_network(taken), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def as_gexf(taken: Taken) -> bytes:
    """The same for Gephi; the stamp is the description."""
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    about = writer.xml.find("meta")
    about.attrib.pop("lastmodifieddate", None)  # the day of writing would make every file another one
    SubElement(about, "description").text = taken.stamp.text
    writer.add_graph(_network(taken))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _row(taken: Taken, edge: EdgeView, quote: Quote) -> Iterator[str | None]:
    article = quote.article
    yield from (taken.address("edge", edge.key), edge.actor.name, edge.relation, taken.label(edge))
    yield from (edge.recipient.name if edge.recipient else None, quote.stance, str(quote.negated).lower(), quote.modality)
    yield from (quote.source, " > ".join(map(_said, quote.chain)), article.outlet, article.published, quote.sentence)
    yield from (quote.time_text, quote.earliest, quote.latest, None if article.sample else article.url)
    yield from (taken.address("claim", quote.key), str(article.sample).lower())


def _said(said: Said) -> str:
    return f"{said.name or '?'} ({said.stance})"


def _network(taken: Taken) -> "networkx.MultiDiGraph[str]":
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in taken.seen.network.nodes:
        network.add_node(node.party.key, **_of_node(taken, node))
    for edge in taken.seen.edges:
        network.add_edge(edge.actor.key, (edge.recipient or edge.actor).key, key=edge.key, **_of_edge(taken, edge))
    network.graph.update(name="Depesche", stamp=taken.stamp.text)
    return network


def _of_node(taken: Taken, node: NodeView) -> dict[str, Any]:
    party = node.party
    told = {"label": party.name, "kind": party.kind.value, "claims_in_store": node.claims, "x": node.x, "y": node.y}
    return {**told, "address": taken.address("entity", party.key)}


def _of_edge(taken: Taken, edge: EdgeView) -> dict[str, Any]:
    tally, relation = edge.tally, Vocabulary.load().relations.get(edge.relation)
    counted = {name: getattr(tally, name) for name in tally.__slots__}
    return {
        "label": taken.label(edge), "relation": edge.relation, "quadrant": relation.quadrant if relation else "",
        "weight": tally.claims, **counted, "roots": edge.roots, "standing": tally.standing,
        "missing": "" if edge.recipient else "recipient", "first_day": edge.first or "", "last_day": edge.last or "",
        "evidence": "\n".join(_lines(taken, taken.behind(edge))), "address": taken.address("edge", edge.key),
    }  # fmt: skip


def _lines(taken: Taken, quotes: Sequence[Quote]) -> Iterator[str]:
    """Each claim in one line: stance, source, where and when printed, the sentence, its address."""
    for quote in quotes:
        stance = f"{quote.stance}, negated" if quote.negated else quote.stance
        where = ", ".join(filter(None, (quote.article.outlet, quote.article.published)))
        told = (stance, quote.source, where, f"“{quote.sentence}”", taken.address("claim", quote.key))
        yield " · ".join(filter(None, (*told, "example" if quote.article.sample else None)))
