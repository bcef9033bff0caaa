import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph

from graph.errors import DataFileError
from graph.model import Kind, Modality, SpeechType, Stance
from graph.vocabulary import DATA, DEPESCHE, LANGUAGES, PLOVER, Vocabulary

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for folder in ("graph", "web")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".rq", ".html", ".ts"} and "node_modules" not in path.parts and "static" not in path.parts
]
# `depesche:Claim` in queries and texts, `depesche("Claim")` in code
USED = re.compile(r"\bdepesche:([A-Za-z][\w-]*)|\bdepesche\(\"([\w-]+)\"\)")


def parsed(name: str) -> Graph:
    return Graph().parse(DATA / name, format="turtle")


def ours(name: str) -> list[str]:
    return sorted({str(subject) for subject in parsed(name).subjects() if str(subject).startswith((DEPESCHE, PLOVER))})


@pytest.mark.parametrize("name", ["depesche.ttl", "plover.ttl"])
def test_every_term_has_its_words_in_every_language(name: str) -> None:
    dataset = parsed(name)
    for iri in ours(name):
        subject = next(s for s in dataset.subjects() if str(s) == iri)
        labels = [o.language for p in (RDFS.label, SKOS.prefLabel) for o in dataset.objects(subject, p)]
        comments = [o.language for p in (RDFS.comment, SKOS.definition) for o in dataset.objects(subject, p)]
        is_mode = (subject, SKOS.broader, None) in dataset  # its label says enough
        assert sorted(labels) == list(LANGUAGES), iri
        assert sorted(comments) == ([] if is_mode else list(LANGUAGES)), iri


def test_every_term_in_code_and_queries_is_in_the_vocabulary() -> None:
    known = {iri.removeprefix(DEPESCHE) for iri in ours("depesche.ttl")}
    used = {
        (name, str(path.relative_to(ROOT)))
        for path in SOURCES
        for match in USED.findall(path.read_text(encoding="utf-8"))
        for name in match
        if name
    }
    assert sorted((name, path) for name, path in used if name not in known) == []


def test_the_lists_are_those_of_the_model() -> None:
    vocabulary = Vocabulary.load()
    assert list(vocabulary.stances) == list(Stance)
    assert list(vocabulary.modalities) == list(Modality)
    assert list(vocabulary.kinds) == list(Kind)
    assert list(vocabulary.speech_types) == list(SpeechType)


def test_a_code_is_the_local_name() -> None:
    vocabulary = Vocabulary.load()
    lists = (vocabulary.stances, vocabulary.modalities, vocabulary.polarities, vocabulary.theme_classes, vocabulary.speech_types)
    assert all(concept.iri == DEPESCHE + code for one in lists for code, concept in one.items())
    assert all(relation.iri == PLOVER + code for code, relation in vocabulary.relations.items())
    assert all(mode.iri == f"{r.iri}-{mode.code}" for r in vocabulary.relations.values() for mode in r.modes)


def test_no_name_is_used_twice() -> None:
    dataset = parsed("depesche.ttl")
    twice = [str(s) for s in set(dataset.subjects()) if len(list(dataset.objects(s, RDF.type))) != 1]
    assert twice == []


def test_the_relations_are_plovers_sixteen_and_three_ties() -> None:
    relations = Vocabulary.load().relations
    ties = [relation.code for relation in relations.values() if relation.standing]
    assert len(relations) == 19
    assert ties == ["MEMBER_OF", "PART_OF", "HOLDS_POSITION"]
    assert sum(len(relation.modes) for relation in relations.values()) == 67
    assert {relation.code for relation in relations.values() if relation.reciprocal} == {"CONSULT", "COOPERATE"}


def test_scores_have_the_sign_of_their_quadrant() -> None:
    for relation in Vocabulary.load().relations.values():
        if relation.score is not None and relation.code != "REQUEST":  # to ask is no conflict yet: 0
            assert (relation.score < 0) == relation.quadrant.endswith("conflict"), relation.code


def test_accusing_is_a_conflict() -> None:
    assert Vocabulary.load().relations["ACCUSE"].score == -3


def test_labels_read_between_two_parties() -> None:
    relation = Vocabulary.load().relations["ASSAULT"]
    assert relation.labels == {"de": "greift an", "en": "attacks"}
    assert relation.modes[0].code == "abduct" and relation.modes[0].score == -8.5


def test_labels_alone_need_no_recipient() -> None:
    prepositions = {"an", "auf", "aus", "from", "in", "mit", "of", "to", "von", "vor", "with", "zu"}
    separable = {"greift an", "sichert Rückhalt zu", "übt Zwang aus"}  # verbs whose prefix looks like one
    for relation in Vocabulary.load().relations.values():
        for label in relation.alone.values():
            assert label in separable or label.split()[-1] not in prepositions, label


def test_it_is_read_once() -> None:
    assert Vocabulary.load() is Vocabulary.load()


def copied(folder: Path, name: str, old: str, new: str) -> Path:
    """The data files in `folder`, with `old` replaced by `new` in one of them."""
    for file in ("depesche.ttl", "plover.ttl"):
        text = (DATA / file).read_text(encoding="utf-8")
        assert file != name or old in text
        (folder / file).write_text(text.replace(old, new, 1) if file == name else text, encoding="utf-8")
    return folder


def line_of(folder: Path, name: str, words: str) -> int:
    return (folder / name).read_text(encoding="utf-8").split(words)[0].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "message"),
    [
        ("plover.ttl", '"hilft"@de, ', "", "plover:AID a", "AID needs prefLabel in de and en"),
        ("plover.ttl", "plover:score 10.0", "plover:score 11.0", "plover:AID a", "AID needs a score from -10 to 10"),
        ("plover.ttl", "plover:score 10.0", "plover:score nan", None, "is not Turtle"),
        ("plover.ttl", "plover:score 10.0 ;", "", "plover:AID a", "AID needs a score"),
        ("plover.ttl", "plover:reciprocal true", "plover:reciprocal 1", "plover:CONSULT a", "CONSULT needs true or false"),
        (
            "plover.ttl",
            "plover:quadrant plover:verbal-",
            "plover:quadrant plover:mere-",
            "plover:AGREE a",
            "unknown quadrant mere-",
        ),
        ("depesche.ttl", 'skos:notation "denies"', 'skos:notation "refutes"', "depesche:Stances a", "Stances must list asserts"),
        ("depesche.ttl", ' skos:notation "state" ;', "", "depesche:State a", "State needs one notation, has 0"),
        ("depesche.ttl", '"Quelle"@de, ', '"Quelle"@fr, ', "depesche:source a", "source needs label"),
    ],
)
def test_broken_data_is_named_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, where: str | None, message: str
) -> None:
    folder = copied(tmp_path, name, old, new)
    with pytest.raises(DataFileError) as caught:
        Vocabulary.load(folder)
    assert message in str(caught.value)
    assert caught.value.line == line_of(folder, name, where or new)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"depesche\.ttl: cannot be read"):
        Vocabulary.load(tmp_path)
