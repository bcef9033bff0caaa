"""Claims as nanopublications: each one small, complete and to be cited alone.

Head, assertion, provenance and publication info are graphs of their own, as the guidelines of nanopub.net ask. The
assertion is the proposition alone, which has no truth value; who says it, in which stance and in which words stands in
the provenance, and the rule that read it in the publication info. There is no time of creation in it: the same store
gives the same bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from . import names
from .names import PREFIXES, TYPE, depesche
from .sheet import in_graph
from .snapshot import Snapshot
from .terms import Terms

NP = "http://www.nanopub.org/nschema#"
_DCTERMS = "http://purl.org/dc/terms/"
NANOPUB_PREFIXES = {**PREFIXES, "np": NP, "dcterms": _DCTERMS}
_OF_READER = tuple(depesche(name) for name in ("rule", "confidence"))  # told of the reading, not of the claim
_OF_ARTICLE = (
    TYPE, names.HEADLINE, names.DATE_PUBLISHED, names.PUBLISHER, names.URL, names.IN_LANGUAGE, depesche("outletName"),
)  # fmt: skip
_DERIVED_FROM = NamedNode(names.PROV + "wasDerivedFrom")


def all_nanopubs(snapshot: Snapshot) -> Iterator[Quad]:
    """The nanopublications of all claims of a store, by article and claim."""
    terms = Terms(snapshot.base)
    for article in snapshot.graphs():
        found = terms.parse(article)
        if found and found.kind == "article":
            quads = list(snapshot.quads.quads_for_pattern(None, None, None, article))
            for claim in sorted((q.subject for q in quads if q.object == depesche("Claim")), key=str):
                if isinstance(claim, NamedNode):
                    yield from nanopub(claim, quads, _proposition(snapshot, claim, terms))


def nanopub(claim: NamedNode, article: Iterable[Quad], proposition: Iterable[Quad]) -> Iterator[Quad]:
    """One claim, from the quads of its article's graph and those of the proposition that it reports; graph by graph."""
    quads, parts = list(article), _Parts.of(claim)
    yield from _sorted(parts.whole_and_parts(), parts.head)
    yield from _sorted((quad.triple for quad in proposition), parts.assertion)
    yield from _sorted(_provenance(claim, quads, parts), parts.provenance)
    yield from _sorted(_info(claim, quads, parts), parts.info)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The names of a nanopublication, of its graphs, and of who made it."""

    whole: NamedNode
    head: NamedNode
    assertion: NamedNode
    provenance: NamedNode
    info: NamedNode
    reader: NamedNode

    @staticmethod
    def of(claim: NamedNode) -> "_Parts":
        names = ("nanopub", *(f"nanopub-{name}" for name in ("head", "assertion", "provenance", "info", "reader")))
        return _Parts(*(NamedNode(f"{claim.value}#{name}") for name in names))

    def whole_and_parts(self) -> Iterator[Triple]:
        yield Triple(self.whole, TYPE, NamedNode(NP + "Nanopublication"))
        yield Triple(self.whole, NamedNode(NP + "hasAssertion"), self.assertion)
        yield Triple(self.whole, NamedNode(NP + "hasProvenance"), self.provenance)
        yield Triple(self.whole, NamedNode(NP + "hasPublicationInfo"), self.info)


def _provenance(claim: NamedNode, article: list[Quad], parts: _Parts) -> Iterator[Triple]:
    """The claim with its chain and its evidence, and what one must know of the article to find the sentence."""
    yield Triple(parts.assertion, _DERIVED_FROM, claim)
    for quad in article:
        of_claim = _whole(quad.subject) == claim.value and quad.predicate not in _OF_READER
        of_article = quad.subject == quad.graph_name and quad.predicate in _OF_ARTICLE
        if of_claim or of_article:
            yield quad.triple
        if quad.subject == claim and quad.predicate in (names.ATTRIBUTED_TO, names.QUOTED_FROM):
            yield Triple(parts.assertion, quad.predicate, quad.object)


def _info(claim: NamedNode, article: list[Quad], parts: _Parts) -> Iterator[Triple]:
    yield Triple(parts.whole, NamedNode(_DCTERMS + "subject"), claim)
    yield Triple(parts.whole, NamedNode(_DCTERMS + "creator"), parts.reader)
    yield Triple(parts.reader, TYPE, NamedNode(names.PROV + "SoftwareAgent"))
    yield Triple(parts.reader, NamedNode(names.RDFS + "label"), Literal("Depesche"))
    for quad in article:
        if quad.subject == claim and quad.predicate in _OF_READER:
            yield Triple(parts.whole, quad.predicate, quad.object)


def _sorted(triples: Iterable[Triple], graph_name: NamedNode) -> Iterator[Quad]:
    yield from (in_graph(triple, graph_name) for triple in sorted(set(triples), key=str))


def _proposition(snapshot: Snapshot, claim: NamedNode, terms: Terms) -> list[Quad]:
    found = next(iter(snapshot.quads.quads_for_pattern(claim, depesche("reports"), None, None)), None)
    if found is None or not isinstance(found.object, NamedNode):
        return []
    return list(snapshot.quads.quads_for_pattern(found.object, None, None, terms.graph("propositions")))


def _whole(subject: object) -> str:
    return subject.value.partition("#")[0] if isinstance(subject, NamedNode) else ""
