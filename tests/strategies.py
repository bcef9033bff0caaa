"""Hypothesis strategies for whole readings: coherent as a reader makes them, but with any characters in any text.

Coherent means: what the identity of an entity leaves open (its kind and state when it is a gazetteer row, its
Wikidata id) is the same wherever that entity stands within one reading.
"""

from datetime import date

from hypothesis import strategies as st

from graph.identity import folded
from graph.model import (
    Article,
    Claim,
    Closeness,
    Entity,
    Kind,
    Link,
    LinkReason,
    Modality,
    Party,
    Profile,
    Reading,
    Scope,
    Sentence,
    Span,
    Speech,
    SpeechType,
    Stance,
    Step,
    Time,
)

RELATIONS = ("AGREE", "CONSULT", "AID", "ACCUSE", "ASSAULT", "MEMBER_OF", "HOLDS_POSITION")
THEME_CLASSES = (None, "arms", "money", "visit")
# Lone surrogates are no text: neither UTF-8 nor RDF can hold them, and no reader lets them in.
_CHARACTERS = st.characters(exclude_categories=["Cs"])
# No blank edges: readers trim names, and a name of nothing but spaces denotes nobody.
_NAMES = st.sampled_from(("Arkadien", "arkadien", "Utopien", "Ütopien", "zwei Beamte", "Ana 'Bó\"\\ Çelik", "東京", "\U0001f54a"))

texts = st.text(_CHARACTERS, max_size=120)
words = st.text(_CHARACTERS, min_size=1, max_size=20)
dates = st.dates(date(1850, 1, 1), date(2100, 12, 31))
edtf_values = st.sampled_from(
    ("2024", "2024-06", "2024-07-31", "2024-W31", "2006-08-12/2006-08-13", "1999-06-10/..", "2024-06~", "neulich")
)

articles = st.builds(
    Article,
    text=texts,
    title=st.none() | words,
    published=st.none() | dates,
    outlet=st.none() | words,
    url=st.none() | st.just("https://blatt.example/a?b=c&d=ä") | words,
    language=st.sampled_from(("de", "en", "fr")),
    identifier=st.none() | words,
    sample=st.booleans(),
    author=st.none() | words,
)


def spans(length: int) -> st.SearchStrategy[Span]:
    """Any span within a text of `length` characters."""
    ends = st.integers(0, length)
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    """One entity; two draws agree on all that identity leaves open."""
    name, kind = draw(_NAMES), draw(st.sampled_from(Kind))
    origin = draw(st.sampled_from(("gazetteer", "named", "local")))
    if origin == "gazetteer":
        row = draw(st.sampled_from(("state/arkadien", "organisation/bund", "person/hold")))
        state = None if row == "state/arkadien" else "state/arkadien"
        return Entity(name, Kind(row.split("/")[0]), row, "Q4321" if row == "organisation/bund" else None, state)
    if origin == "local":
        return Entity(name, kind, local=True)
    wikidata = "Q77" if folded(name) == "arkadien" else None
    return Entity(name, kind, None, wikidata, draw(st.sampled_from((None, "state/arkadien", "state/utopien"))))


def parties(length: int) -> st.SearchStrategy[Party]:
    others = st.lists(st.sampled_from(("person/hold", "person/kern", "state/arkadien")), unique=True).map(
        lambda o: tuple(sorted(o))
    )
    return st.builds(
        Party, entities(), st.none() | spans(length), st.none() | st.builds(Link, st.sampled_from(LinkReason), others)
    )


def steps(length: int) -> st.SearchStrategy[Step]:
    return st.builds(
        Step,
        st.none() | parties(length),
        st.sampled_from(Stance),
        anonymous=st.booleans(),
        cue=st.none() | spans(length),
        profile=st.none() | profiles(),
        scope=st.none() | st.sampled_from(Scope),
    )


def profiles() -> st.SearchStrategy[Profile]:
    """Profiles that say something: an empty one is none."""
    classes = st.none() | st.sampled_from(("official", "military", "media"))
    near = st.none() | st.sampled_from(Closeness)
    return st.builds(Profile, classes, st.none() | st.integers(1, 12), near).filter(lambda p: p != Profile())


def claims(length: int) -> st.SearchStrategy[Claim]:
    """Claims about a text of `length` characters; theme classes and relations are ones that the vocabulary has."""
    return st.builds(
        Claim,
        evidence=spans(length),
        sentence=spans(length),
        relation=st.sampled_from(RELATIONS),
        actor=st.none() | parties(length),
        recipient=st.none() | parties(length),
        rule=words,
        theme=st.none() | words,
        theme_class=st.sampled_from(THEME_CLASSES),
        modality=st.sampled_from(Modality),
        negated=st.booleans(),
        attribution=st.lists(steps(length), max_size=3).map(tuple),
        time=st.none() | st.builds(Time, words, st.none() | edtf_values),
        place=st.none() | words,
        confidence=st.floats(0, 1),
    )


def speeches(length: int) -> st.SearchStrategy[Speech]:
    return st.builds(
        Speech,
        content=st.lists(spans(length), max_size=3).map(tuple),
        type=st.sampled_from(SpeechType),
        speaker=st.none() | spans(length),
        cue=st.none() | spans(length),
    )


@st.composite
def readings(draw: st.DrawFn, of: st.SearchStrategy[Article] = articles) -> Reading:
    """A reading of an article drawn from `of`, with up to four claims and three stretches of speech."""
    article = draw(of)
    length = len(article.text)
    return Reading(
        article,
        tuple(Sentence(index, where) for index, where in enumerate(draw(st.lists(spans(length), max_size=3)))),
        tuple(draw(st.lists(claims(length), max_size=4))),
        tuple(draw(st.lists(speeches(length), max_size=3))),
    )
