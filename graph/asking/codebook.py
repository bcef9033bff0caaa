"""What the columns of our tables mean: for each table its columns, for each column a type, a meaning and its values.

Meanings and closed lists are read from the vocabulary wherever a column is a term of it; only what no term says stands
here in words. A test holds that every table has these columns and no others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..vocabulary import Concept, Vocabulary

_KEY = "26 characters: what stands behind the last slash of the thing's address, /id/KIND/KEY"
HEAD = ("table", "column", "type", "meaning_de", "meaning_en", "values")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values, the term that says what it means, else the meaning in German and English.

    `values` names a closed list of the vocabulary; an empty cell always means that nothing is known or said.
    """

    name: str
    type: str = "text"
    term: str | None = None
    german: str = ""
    english: str = ""
    values: str | None = None

    def meaning(self, words: Vocabulary) -> tuple[str, str]:
        """In German and in English."""
        if self.term is None:
            return self.german, self.english
        found = words.terms[self.term].definitions
        return found["de"], found["en"]

    def listed(self, words: Vocabulary) -> str:
        """The values of a closed list, each with what it is called."""
        concepts: Mapping[str, Concept] = getattr(words, self.values) if self.values else {}
        return "; ".join(f"{code} = {concept.labels['en']}" for code, concept in concepts.items())


def _key(name: str, german: str, english: str) -> Column:
    return Column(name, "key", None, german, english)


def _count(name: str, term: str) -> Column:
    return Column(name, "integer", term)


_KINDS = "kinds"
CLAIMS = (
    _key("claim", "Schlüssel der Behauptung", "key of the claim"),
    _key("article", "Schlüssel des Artikels", "key of the article"),
    Column("outlet", term="outletName"),
    Column("published", "date", None, "Tag der Veröffentlichung", "day of publication"),
    Column("url", "address", None, "Adresse des Artikels", "address of the article"),
    Column("language", "language tag", None, "Sprache des Artikels", "language of the article"),
    Column("sentence", term="sentence"),
    Column("actor", term="actorMention"),
    Column("actor_kind", "code", None, "Art des Handelnden", "kind of the actor", _KINDS),
    _key("actor_key", "Schlüssel des Handelnden", "key of the actor"),
    Column("relation", "code", "relation", values="relations"),
    Column("recipient", term="recipientMention"),
    Column("recipient_kind", "code", None, "Art des Gegenübers", "kind of the recipient", _KINDS),
    _key("recipient_key", "Schlüssel des Gegenübers", "key of the recipient"),
    _key("proposition", "Schlüssel der Aussage", "key of the proposition"),
    Column("theme", term="theme"),
    Column("theme_class", "code", "themeClass", values="theme_classes"),
    Column("modality", "code", "modality", values="modalities"),
    Column("negated", "true or false", None, "ob die Beziehung verneint wird", "whether the relation is negated"),
    Column("stance", "code", "stance", values="stances"),
    Column(
        "attribution",
        "text",
        None,
        "die Quellenkette von außen nach innen, jede Quelle mit ihrer Haltung; ? wo sie fehlt",
        "the chain of sources from the outside in, each with its stance; ? where it is left out",
    ),
    Column("time", term="timeText"),
    Column("edtf", "EDTF", "edtf"),
    Column("earliest", "date", "earliest"),
    Column("latest", "date", "latest"),
    Column("place", term="place"),
    Column("rule", term="rule"),
    Column("confidence", "number from 0 to 1", "confidence"),
    Column("sample", "true or false", "SampleArticle"),
)
STEPS = (
    _key("claim", "Schlüssel der Behauptung", "key of the claim"),
    _count("position", "position"),
    Column("source", term="source"),
    Column("source_kind", "code", None, "Art der Quelle", "kind of the source", _KINDS),
    _key("source_key", "Schlüssel der Quelle", "key of the source"),
    Column("stance", "code", "stance", values="stances"),
    Column("anonymous", "true or false", "anonymous"),
    Column("cue", term="cue"),
    Column("source_class", term="sourceClass"),
    Column("source_number", "integer", "sourceNumber"),
    Column("closeness", term="closeness"),
    Column("scope", term="scope"),
)
ARTICLES = (
    _key("article", "Schlüssel des Artikels", "key of the article"),
    Column("title", "text", None, "Überschrift", "headline"),
    Column("outlet", term="outletName"),
    Column("author", term="authorName"),
    Column("published", "date", None, "Tag der Veröffentlichung", "day of publication"),
    Column("url", "address", None, "Adresse des Artikels", "address of the article"),
    Column("language", "language tag", None, "Sprache des Artikels", "language of the article"),
    Column("sample", "true or false", "SampleArticle"),
    Column("text_hash", term="textHash"),
    Column("claims", "integer", None, "wie viele Behauptungen darin gelesen wurden", "how many claims were read in it"),
)
PARTIES = (
    _key("party", "Schlüssel der oder des Beteiligten", "key of the party"),
    Column("name", "text", None, "Name", "name"),
    Column(
        "name_de", "text", None, "Name auf Deutsch, wo das Ortsverzeichnis ihn hat", "name in German, where the gazetteer has it"
    ),
    Column(
        "name_en",
        "text",
        None,
        "Name auf Englisch, wo das Ortsverzeichnis ihn hat",
        "name in English, where the gazetteer has it",
    ),
    Column("other_names", "text", None, "andere Namen, durch senkrechte Striche getrennt", "other names, with bars between them"),
    Column("kind", "code", "Entity", values=_KINDS),
    Column("wikidata", "Wikidata id", None, "wo eine Datei es belegt", "where a file proves it"),
    Column("state", "key", "state"),
    Column("anonymous", "true or false", "anonymous"),
    _count("claims", "claimCount"),
)
EDGES = (
    _key("edge", "Schlüssel der Kante", "key of the edge"),
    Column("actor", "key", "actor"),
    Column("relation", "code", "relation", values="relations"),
    Column("recipient", "key", "recipient"),
    _count("claims", "claimCount"),
    _count("articles", "articleCount"),
    _count("roots", "rootCount"),
    _count("asserting", "assertingCount"),
    _count("alleging", "allegingCount"),
    _count("denying", "denyingCount"),
    _count("doubting", "doubtingCount"),
    _count("intended", "intendedCount"),
    _count("possible", "possibleCount"),
    Column("disputed", "true or false", "disputed"),
    Column("first", "date", None, "erster Tag, von dem berichtet wird", "first day that is reported of"),
    Column("last", "date", None, "letzter Tag, von dem berichtet wird", "last day that is reported of"),
    Column(
        "claim_keys",
        "keys",
        None,
        "die Behauptungen dahinter, durch Leerzeichen getrennt",
        "the claims behind it, with spaces between them",
    ),
)
TABLES: Mapping[str, tuple[Column, ...]] = {
    "claims": CLAIMS, "steps": STEPS, "articles": ARTICLES, "parties": PARTIES, "edges": EDGES,
}  # fmt: skip


def codebook() -> Iterator[tuple[str, ...]]:
    """The rows below HEAD: one for each column of each table."""
    words = Vocabulary.load()
    for table, columns in TABLES.items():
        for column in columns:
            type_ = f"{column.type}: {_KEY}" if column.type == "key" else column.type
            yield (
                table,
                column.name,
                type_,
                *column.meaning(words),
                _relations(words) if column.values == "relations" else (column.listed(words)),
            )


def _relations(words: Vocabulary) -> str:
    return "; ".join(f"{code} = {relation.alone['en']}" for code, relation in words.relations.items())
