"""The query behind what is on a screen: opened in the SPARQL editor, it gives the edges that are drawn, with their counts.

Where nothing is looked at through a lens, it reads the counts that the store keeps; else it counts the claims that the
lens lets through. One thing cannot be counted in SPARQL: on how many texts the edges of a lens lean. Then the query names
the edges that passed.
"""

from collections.abc import Iterator, Sequence

from ..addresses import relation, values
from ..clock import Clock
from ..lenses import Lens, Teller
from ..network import EDGES
from .sight import Filters, Sight

_VOICES = ("asserting", "alleging", "denying", "doubting")
_HEAD = f"?actorName ?relation ?recipientName ?claims {' '.join(f'?{voice}' for voice in _VOICES)} ?edge"
_DISPUTED = "?asserting + ?alleging > 0 && ?denying + ?doubting > 0"
_DERIVED = "GRAPH graph:derived"
_ABREAST = 3  # keys in a line of the query
_MONTH = '"P31D"^^xsd:dayTimeDuration'  # a vaguer time than that is not taken for the day of an event


def query(base: str, seen: Sight, through: Lens, only: Filters, language: str) -> str:
    """The query. Its columns: both parties by name, the relation, the counts by what the sources say, the edge."""
    parties = tuple(node.party.key for node in seen.network.nodes)
    counted_by_store = Lens(roots=through.roots) == through or through.clear
    body = _kept(parties, through.roots) if counted_by_store else _counted(parties, seen, through)
    lines = (
        *(f"PREFIX {kind}: <{base}{kind}/>" for kind in ("entity", "edge", "graph")),
        f"SELECT DISTINCT {_HEAD} {{",
        *body,
        *_named(language),
        f"  FILTER(!BOUND(?recipient) || ?recipient IN ({_rows(list(map(_entity, parties)), ', ')}))",
        *_conditions(only),
        "}",
        f"ORDER BY DESC(?claims) ?edge LIMIT {EDGES}",
    )
    return "\n".join((*lines, ""))


def _kept(parties: Sequence[str], roots: int) -> Iterator[str]:
    """The edges as the store has counted them; what is not told there is none."""
    yield _actors("  ", parties)
    yield f"  {_DERIVED} {{"
    yield "    ?edge a depesche:Edge ; depesche:actor ?actor ; depesche:relation ?relation ; depesche:claimCount ?claims ;"
    yield "      depesche:rootCount ?roots ."
    yield from (f"    OPTIONAL {{ ?edge depesche:{voice}Count ?told_{voice} }}" for voice in _VOICES)
    yield "  }"
    yield from (f"  BIND(COALESCE(?told_{voice}, 0) AS ?{voice})" for voice in _VOICES)
    if roots > 1:
        yield f"  FILTER(?roots >= {roots})"


def _counted(parties: Sequence[str], seen: Sight, through: Lens) -> Iterator[str]:
    """The claims that the lens lets through, counted edge by edge."""
    sums = " ".join(f"(SUM(?is_{voice}) AS ?{voice})" for voice in _VOICES)
    yield f"  {{ SELECT ?edge (COUNT(?claim) AS ?claims) {sums} {{"
    yield "    { SELECT DISTINCT ?claim ?edge ?voice {"
    yield from (f"      {line}" for line in _let_through(parties, through))
    if through.roots > 1:
        firm = values(f"edge:{edge.key}" for edge in seen.network.edges)
        yield f"      VALUES ?edge {{ {firm} }} # these lean on enough texts"
    yield "    } }"
    yield from (f'    BIND(IF(?voice = "{voice}", 1, 0) AS ?is_{voice})' for voice in _VOICES)
    yield "  } GROUP BY ?edge }"
    yield f"  {_DERIVED} {{ ?edge depesche:actor ?actor ; depesche:relation ?relation }}"


def _let_through(parties: Sequence[str], through: Lens) -> Iterator[str]:
    """The claims as the lens asks for them, with what their sources say."""
    yield _actors("", parties)
    yield f"{_DERIVED} {{ ?claim depesche:episode ?episode . ?episode depesche:edge ?edge ; depesche:actor ?actor }}"
    yield "GRAPH ?article { ?claim depesche:stance ?stance ; depesche:polarity ?polarity ; depesche:modality ?modality }"
    yield from _teller(through)
    if through.modalities:
        yield f"VALUES ?modality {{ {values(f'depesche:{each.value}' for each in sorted(through.modalities))} }}"
    yield from _time(through)
    yield 'BIND(IF(?polarity = depesche:negated || ?stance = depesche:denies, "denying",'
    yield '  IF(?stance = depesche:doubts, "doubting", IF(?stance = depesche:alleges, "alleging", "asserting"))) AS ?voice)'


def _teller(through: Lens) -> Iterator[str]:
    """Whoever is looked through."""
    if through.teller is None or through.of is None:
        return
    who = _entity(through.of)
    if through.teller is Teller.SPEAKER:
        yield f"?claim depesche:step ?step . ?step depesche:source {who} ."
    elif through.teller is Teller.OUTLET:
        yield f"?article schema:publisher {who} ."
    else:
        yield f"?article schema:publisher ?outlet . ?outlet a depesche:Outlet ; depesche:state {who} ."


def _time(through: Lens) -> Iterator[str]:
    """The windows: of the report, and of the event, which happened when it was reported where nobody tells the day."""
    by_event = through.clock is Clock.EVENT and (through.since or through.until)
    since, until = (None, None) if by_event else (through.since, through.until)
    bounds = [f'?day {sign} "{day}"^^xsd:date' for sign, day in ((">=", since), ("<=", until), ("<=", through.as_of)) if day]
    told = "GRAPH ?article { ?article schema:datePublished ?day }"
    if bounds:
        yield f"{told} FILTER({' && '.join(bounds)})"
    if not by_event:
        return
    if not bounds:
        yield f"OPTIONAL {{ {told} }}"
    for bound in ("depesche:earliest ?from", "depesche:latest ?to"):
        yield f"OPTIONAL {{ GRAPH ?article {{ ?claim {bound} }} }}"
    yield "BIND(COALESCE(?day, ?from, ?to) AS ?known)"
    yield "BIND(IF(BOUND(?from) && ?known < ?from, ?from, ?known) AS ?not_before)"
    yield "BIND(IF(BOUND(?to) && ?not_before > ?to, ?to, ?not_before) AS ?nearest)"
    yield f"BIND(COALESCE(?to - ?from <= {_MONTH}, false) AS ?exact)"
    yield "BIND(IF(?exact, ?from, ?nearest) AS ?first) BIND(IF(?exact, ?to, ?nearest) AS ?last)"
    inside = [f'?last >= "{through.since}"^^xsd:date'] if through.since else []
    inside += [f'?first <= "{through.until}"^^xsd:date'] if through.until else []
    yield f"FILTER({' && '.join(inside)})"


def _conditions(only: Filters) -> Iterator[str]:
    """The filters of the screen."""
    if only.relations:
        yield f"  VALUES ?relation {{ {values(relation(code) for code in sorted(only.relations))} }}"
    if only.voices:
        yield f"  FILTER({' || '.join(f'?{voice} > 0' for voice in only.voices)})"
    if only.disputed:
        yield f"  FILTER({_DISPUTED})"


def _named(language: str) -> Iterator[str]:
    """The recipient, where there is one, and what both are called."""
    name = '{{ ?{0} skos:prefLabel ?{0}Name FILTER(LANG(?{0}Name) IN ("", "{1}")) }}'
    yield f"  OPTIONAL {{ {_DERIVED} {{ ?edge depesche:recipient ?recipient }} OPTIONAL {name.format('recipient', language)} }}"
    yield f"  OPTIONAL {name.format('actor', language)}"


def _actors(indent: str, parties: Sequence[str]) -> str:
    return f"{indent}VALUES ?actor {{ {_rows(list(map(_entity, parties)), ' ')} }}"


def _rows(terms: Sequence[str], between: str) -> str:
    """Terms, three in a line, so that the query can be read without moving it."""
    lines = (between.join(terms[start : start + _ABREAST]) for start in range(0, len(terms), _ABREAST))
    return f"{between.rstrip()}\n      ".join(lines)


def _entity(key: str) -> str:
    return f"entity:{key}"
