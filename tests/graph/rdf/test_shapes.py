import random
import re
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import SH, Graph
from rdflib.collection import Collection

from graph.errors import DataFileError
from graph.identity import article_key
from graph.model import Kind, Time
from graph.rdf.claims import to_quads
from graph.rdf.names import END, EXACT_MATCH, INTEGER, PREF_LABEL, START, depesche, plover
from graph.rdf.shapes import SHAPES, by_pyshacl, constraints, violations
from graph.rdf.terms import Terms
from graph.vocabulary import Vocabulary
from tests.factory import article, claim, entity, party, reading, span, speech, step

TERMS = Terms()
FULL = reading(
    claims=[
        claim(
            attribution=[
                step(party(entity("Abendbote", Kind.OUTLET), span("Abendbote")), cue=span("laut")),
                step(None, "alleges", anonymous=True),
                step(
                    party(entity("Minister Hold", Kind.PERSON, state="state/arkadien"), span("Minister Hold")), cue=span("sagte")
                ),
            ],
            time=Time("im Juni", "2024-06"),
        )
    ],
    speech=[speech(speaker=span("Minister Hold"), cue=span("sagte"))],
)


def stored(quads: object) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.extend(quads)  # type: ignore[arg-type]
    return store


def test_a_whole_reading_is_well_formed() -> None:
    store = stored(to_quads(FULL, TERMS))
    assert violations(store) == ()
    assert by_pyshacl(store) == ()


def test_a_violation_names_the_thing_the_property_and_what_is_right() -> None:
    quads = [quad for quad in to_quads(reading(), TERMS) if quad.predicate != depesche("rule")]
    (violation,) = violations(stored(quads))
    assert re.fullmatch(r"\S+/claim/\w+: depesche:rule: A claim names the rule that made it\.", str(violation))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (depesche("confidence"), Literal("1.5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))),
        (depesche("confidence"), Literal("high")),
        (depesche("stance"), depesche("actual")),
        (depesche("earliest"), Literal("2024-02-30", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date"))),
        (depesche("relation"), plover("LIKE")),
        (depesche("denotes"), TERMS.article(article_key(article()))),
        (depesche("textHash"), Literal("abc")),
        (START, Literal("98", datatype=INTEGER)),
        (END, Literal("-1", datatype=INTEGER)),
        (depesche("name"), Literal("")),
        (PREF_LABEL, Literal("")),
        (EXACT_MATCH, NamedNode("http://www.wikidata.org/entity/P31")),
    ],
)
def test_wrong_values_are_found_as_pyshacl_finds_them(name: NamedNode, value: NamedNode | Literal) -> None:
    right = to_quads(FULL, TERMS)
    changed = [Quad(q.subject, q.predicate, value, q.graph_name) if q.predicate == name else q for q in right]
    if name == EXACT_MATCH:
        changed = [*right, *(Quad(q.subject, name, value, q.graph_name) for q in right if q.predicate == PREF_LABEL)]
    found = violations(stored(changed))
    assert found == by_pyshacl(stored(changed))
    assert bool(found) == (name != PREF_LABEL)


def test_two_labels_in_one_language_are_one_too_many() -> None:
    about, where = TERMS.entity("abc"), TERMS.graph("entities")
    labels = [Literal("Arkadien", language="de"), Literal("Arkadia", language="de"), Literal("Arcadia", language="en")]
    quads = [Quad(about, PREF_LABEL, label, where) for label in labels]
    quads.append(Quad(about, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), depesche("Entity"), where))
    found = violations(stored(quads))
    assert len(found) == 1
    assert found == by_pyshacl(stored(quads))


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_engine_and_pyshacl_agree_on_damaged_stores(chance: random.Random) -> None:
    quads = list(to_quads(FULL, TERMS))
    for _ in range(chance.randint(1, 6)):
        place, other = chance.randrange(len(quads)), chance.choice(quads)
        old = quads[place]
        damage = chance.choice(("lose", "swap", "double"))
        changed = Quad(old.subject, old.predicate, other.object, old.graph_name)
        quads[place : place + 1] = {"lose": [], "swap": [changed], "double": [old, changed]}[damage]
    assert violations(stored(quads)) == by_pyshacl(stored(quads))


def members(shape: str) -> set[str]:
    dataset = Graph().parse(SHAPES)
    subject = next(s for s in dataset.subjects() if str(s).endswith("#" + shape))
    return {str(member) for member in Collection(dataset, dataset.value(subject, SH["in"]))}  # type: ignore[arg-type]


def test_the_closed_lists_are_those_of_the_vocabulary() -> None:
    vocabulary = Vocabulary.load()
    assert members("Proposition-relation") == {relation.iri for relation in vocabulary.relations.values()}
    assert members("Proposition-theme") == {concept.iri for concept in vocabulary.theme_classes.values()}
    assert members("Claim-modality") == {concept.iri for concept in vocabulary.modalities.values()}
    assert members("Claim-polarity") == {concept.iri for concept in vocabulary.polarities.values()}
    assert members("Claim-stance") == members("Step-stance") == {concept.iri for concept in vocabulary.stances.values()}
    assert members("Leaning-reason") == {concept.iri for concept in vocabulary.reasons.values()}
    assert members("Speech-type") == {concept.iri for concept in vocabulary.speech_types.values()}


def test_shapes_use_only_our_terms() -> None:
    names = set(re.findall(r"depesche:([\w-]+)", SHAPES.read_text(encoding="utf-8"))) - {"Claim-"}
    vocabulary = Vocabulary.load()
    lists = (
        vocabulary.stances, vocabulary.modalities, vocabulary.polarities, vocabulary.speech_types, vocabulary.theme_classes,
        vocabulary.reasons,
    )  # fmt: skip
    assert names <= {*vocabulary.terms, *(code for one in lists for code in one)}


def test_every_property_shape_has_a_message_and_nodes_are_iris() -> None:
    dataset = Graph().parse(SHAPES)
    shapes = set(dataset.objects(None, SH.property))
    assert all(len(list(dataset.objects(shape, SH.message))) == 1 for shape in shapes)
    assert set(dataset.objects(None, SH.nodeKind)) == {SH.IRI}
    assert shapes == set(dataset.subjects(SH.path, None))


def test_shapes_that_the_engine_cannot_check_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(SHAPES.read_text(encoding="utf-8").replace("sh:minLength 1", "sh:languageIn ('de')", 1), encoding="utf-8")
    with pytest.raises(DataFileError, match="languageIn"):
        constraints(path)
    path.write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"shapes\.ttl:1: is not Turtle"):
        by_pyshacl(stored([]), path)
