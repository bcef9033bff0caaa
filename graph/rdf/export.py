"""The store as a file: N-Quads, TriG, Turtle or JSON-LD, RDF 1.2, nanopublications, and the claims as a table.

Sorted, so that two stores of the same articles give the same bytes whatever the order in which they came. The graph
`…/meta` stays out, as it tells how a store was made and not what it knows.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from errno import EPIPE
from itertools import chain, groupby, takewhile
from typing import Any, BinaryIO, cast

from pyoxigraph import Quad, RdfFormat, serialize

from ..edtf import bounds
from ..errors import StoreError, UsageError
from ..identity import article_key, claim_keys, entity_key, proposition_key
from ..model import Claim, Party, Reading, Step
from .names import PREFIXES
from .nanopubs import NANOPUB_PREFIXES, all_nanopubs
from .snapshot import Snapshot
from .terms import Terms
from .triple_terms import reifying

_FORMATS = {
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "rdf12": RdfFormat.TRIG,  # with triple terms
    "nanopub": RdfFormat.TRIG,  # a head and three graphs for each claim
}
FORMATS = tuple(_FORMATS)
COLUMNS = (
    "claim", "article", "outlet", "published", "url", "language", "sentence", "actor", "actor_kind", "actor_key", "relation",
    "recipient", "recipient_kind", "recipient_key", "proposition", "theme", "theme_class", "modality", "negated", "stance",
    "attribution", "time", "edtf", "earliest", "latest", "place", "rule", "confidence", "sample",
)  # fmt: skip


def export(snapshot: Snapshot, form: str, stream: BinaryIO) -> None:
    """Write all that the snapshot knows as one of FORMATS; nanopublications hold the claims alone. UsageError else."""
    if form == "nanopub":
        # Each is written whole before the next, its four graphs in order.
        _write(iter(all_nanopubs(snapshot)), form, stream)
        return
    meta = Terms(snapshot.base).graph("meta")
    more: dict[str, list[Quad]] = defaultdict(list)
    for quad in reifying(snapshot) if form == "rdf12" else ():
        more[_graph_of(quad)].append(quad)
    graphs = (name for name in snapshot.graphs() if name != meta)
    told = (chain(snapshot.quads.quads_for_pattern(None, None, None, name), more.get(str(name), ())) for name in graphs)
    _write((quad for quads in told for quad in _sorted(quads)), form, stream)


def write_quads(quads: Iterable[Quad], form: str, stream: BinaryIO) -> None:
    """Write some quads as `export` would."""
    by_graph = sorted(set(quads), key=_graph_of)
    _write((quad for _, group in groupby(by_graph, _graph_of) for quad in _sorted(group)), form, stream)


def write_claims(readings: Iterable[Reading], stream: BinaryIO) -> None:
    """Write the claims of readings as CSV with a header, one row a claim, in the order of the readings."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(row for reading in readings for row in claim_rows(reading))
    text.detach()  # the stream stays the caller's


def claim_rows(reading: Reading) -> Iterator[tuple[str | None, ...]]:
    """The claims of a reading as rows of COLUMNS."""
    key = article_key(reading.article)
    for own, claim in zip(claim_keys(reading.claims, key), reading.claims, strict=True):
        yield own, *_row(claim, reading, key)


def _write(quads: Iterator[Quad], form: str, stream: BinaryIO) -> None:
    if form not in _FORMATS:
        raise UsageError(f"there is no format “{form}”; there are {', '.join(FORMATS)}")
    prefixes = NANOPUB_PREFIXES if form == "nanopub" else PREFIXES if form in ("trig", "ttl", "rdf12") else None
    # Turtle knows no graphs; as every triple stands in one graph only, none is told twice.
    told = sorted((quad.triple for quad in quads), key=str) if form == "ttl" else quads
    try:
        serialize(told, cast(BinaryIO, _SortedPrefixes(stream)) if prefixes else stream, _FORMATS[form], prefixes=prefixes)
    except OSError as error:
        if error.errno == EPIPE:  # whoever reads has had enough
            raise BrokenPipeError(*error.args) from error
        raise StoreError(f"the export cannot be written: {error}") from error


class _SortedPrefixes(io.RawIOBase):
    """Hands on what the engine writes, its prefixes in order: in the engine's own, they differ from run to run."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._began = stream, False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        told = bytes(data)
        if not self._began:  # the first piece is 8 KB or all there is, and the prefixes are less than 1 KB
            lines = told.split(b"\n")
            prefixes = list(takewhile(lambda line: line.startswith(b"@prefix "), lines))
            told, self._began = b"\n".join([*sorted(prefixes), *lines[len(prefixes) :]]), True
        self._stream.write(told)
        return len(data)

    def flush(self) -> None:
        self._stream.flush()


def _sorted(quads: Iterable[Quad]) -> list[Quad]:
    return sorted(quads, key=str)


def _graph_of(quad: Quad) -> str:
    return str(quad.graph_name)


def _row(claim: Claim, reading: Reading, key: str) -> list[str | None]:
    article, time = reading.article, claim.time
    earliest, latest = bounds(time.value if time else None)
    return [
        key, article.outlet, _day(article.published), article.url, article.language,
        claim.sentence.of(article.text), *_party(claim.actor, key), claim.relation, *_party(claim.recipient, key),
        proposition_key(claim.proposition, key), claim.theme, claim.theme_class, claim.modality.value, str(claim.negated).lower(),
        claim.attribution[-1].stance.value if claim.attribution else "asserts", " > ".join(map(_step, claim.attribution)),
        time.text if time else None, time.value if time else None, _day(earliest), _day(latest), claim.place, claim.rule,
        f"{claim.confidence:g}", str(article.sample).lower(),
    ]  # fmt: skip


def _party(party: Party | None, article: str) -> tuple[str | None, str | None, str | None]:
    return (party.entity.name, party.entity.kind.value, entity_key(party.entity, article)) if party else (None, None, None)


def _step(step: Step) -> str:
    return f"{step.source.entity.name if step.source else '?'} ({step.stance.value})"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
