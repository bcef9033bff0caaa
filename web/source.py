"""The one door from the web to the knowledge: everything that pages need of `graph` comes through here.

Opens the store's texts and labels for reading and starts two pools of workers, one for strangers' queries and one for
our own pages, so that a heavy question never makes the site stand still.
"""

import os
import re
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from typing import TypeVar

import graph.asking.drawn.door as drawn
import graph.asking.edges as edges
import graph.asking.flat as flat
import graph.asking.lenses as lenses
import graph.asking.measures.door as measures
import graph.asking.network as network
import graph.asking.results as results
import graph.asking.views.articles as articles
import graph.asking.views.claims as claims
import graph.asking.views.overview as overview
import graph.asking.views.parties as parties
import graph.asking.views.propositions as propositions
import graph.asking.wording as wording
from graph import __version__ as VERSION
from graph.addresses import is_address
from graph.asking.answering import LIMIT, Case, Reply
from graph.asking.context import context
from graph.asking.description import Extent, Site, extent, void
from graph.asking.description import describe as describe
from graph.asking.dumps import Dumps
from graph.asking.exports import FORMS
from graph.asking.finishing import ask
from graph.asking.guard import Graphs
from graph.asking.naming import resolver
from graph.asking.network import Opening
from graph.asking.parameters import Given, Parameter
from graph.asking.paths import path
from graph.asking.pool import OWN_LIMIT, Pool
from graph.asking.questions import Question, questions
from graph.asking.reconciling import PROPERTIES, Candidate, Cell, candidates, extended
from graph.asking.results import Row
from graph.asking.saying import Saying, saying
from graph.asking.surroundings import Share, Surroundings, around
from graph.asking.things import KINDS, document, nanopublication
from graph.asking.timeline import Timeline, timeline
from graph.asking.views.articles import SentenceView
from graph.asking.views.marking import pieces
from graph.asking.views.readings import article_view, parties_of, sentences_of
from graph.asking.views.values import (
    ArticleView,
    ClaimView,
    EdgeView,
    LeaningView,
    NetworkView,
    PartyView,
    Piece,
    StepView,
    Tally,
)
from graph.asking.vocabularies import vocabulary_document
from graph.asking.worker import Answer
from graph.errors import (
    DepescheError,
    LinkUnknownError,
    NotFoundError,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
    QueryTooLong,
    StoreBusyError,
    StoreError,
    TooManyJobsError,
    UsageError,
    WritingRefused,
)
from graph.identity import article_key
from graph.jobs.hands import Hands
from graph.jobs.job import Failure, Job, Means, Offer, Result, State, Step
from graph.jobs.queue import Queue
from graph.model import Article, Kind, Reading, Stance
from graph.processes import Worker
from graph.rdf.archive import ARTICLES, Archive
from graph.rdf.census import Edge
from graph.rdf.labels import Labels
from graph.rdf.names import PREFIXES, named_by_others
from graph.rdf.remote import engine_of
from graph.rdf.revision import read_meta, read_revision
from graph.rdf.sentences import LONGEST, Sentences
from graph.rdf.terms import GRAPHS
from graph.reading import HANDED_OVER, READ_LANGUAGES
from graph.settings import Settings
from graph.vocabulary import Vocabulary

from .keeping import Keeping

__all__ = [
    "FORMS", "GRAPHS", "HANDED_OVER", "KINDS", "LONGEST", "PREFIXES", "PROPERTIES", "READ_LANGUAGES", "VERSION", "Answer",
    "ArticleView", "Candidate", "Cell", "ClaimView", "DepescheError", "Edge", "EdgeView", "Extent", "Failure", "Graphs",
    "Hire", "Job", "Kind", "LeaningView", "LinkUnknownError", "Means", "NetworkView", "NotFoundError", "Offer", "Opening",
    "Parameter", "PartyView", "Piece", "Pool", "QueryRefused", "QuerySyntaxError", "QueryTimeout", "QueryTooLarge",
    "QueryTooLong", "Question", "Reader", "Reading", "Reply", "Result", "Saying", "SentenceView", "Settings", "Share", "Site",
    "Source", "Stance", "State", "Step", "StepView", "StoreBusyError", "StoreError", "Surroundings", "Tally", "Timeline",
    "TooManyJobsError", "UsageError", "Vocabulary", "WritingRefused", "around", "article_view", "articles", "candidates",
    "claims", "context", "describe", "document", "drawn", "edges", "extended", "extent", "flat", "is_address", "lenses",
    "measures", "network", "overview", "parties", "parties_of", "path", "pieces", "propositions", "questions", "results",
    "saying", "sentences_of", "timeline", "vocabulary_document", "vocabulary_terms", "void", "wording",
]  # fmt: skip

_SUBJECT = re.compile(r"^((?:depesche|plover):[\w-]+) a ", re.MULTILINE)
_PAGE_WORKERS = 2
_PAGE_DEADLINE = 20.0  # seconds; our own queries are bounded, so this ends only what has gone wrong
_KEPT = 256  # answers about the whole store, by revision and language

_Value = TypeVar("_Value")
Hire = Callable[[Settings], Worker]  # starts a process that does the jobs of a store


class Source:
    """An open store, to be shared by all threads of the server; `close` ends its processes."""

    def __init__(self, settings: Settings, hire: "Hire") -> None:
        self.folder: Path = settings.folder
        self.base = read_meta(self.folder, at=settings.address).base
        memory, engine = settings.query_memory << 20, engine_of(settings, os.environ)
        self.strangers = Pool(
            self.folder,
            engine=engine,
            workers=settings.workers,
            deadline=settings.query_deadline,
            memory=memory,
            limit=settings.query_rows,
            size=settings.query_size,
        )
        self.own = Pool(self.folder, engine=engine, workers=_PAGE_WORKERS, deadline=_PAGE_DEADLINE, memory=memory)
        self.labels = Labels(self.folder / "labels.sqlite")
        self.sentences = Sentences(self.folder / "sentences.sqlite")
        self.dumps = Dumps(self.folder, engine)
        self.archive = Archive(self.folder / ARTICLES)
        self.jobs = Queue(self.folder / "jobs.sqlite")
        self.bookmarks = drawn.Bookmarks(self.folder / "views.sqlite")
        self.hands = Hands(lambda: hire(settings))
        self.vocabulary = Vocabulary.load()
        self._kept = Keeping(_KEPT)

    def revision(self) -> int:
        """How often the store was changed."""
        return read_revision(self.folder)

    def has(self, article: Article) -> bool:
        """Whether this very article is stored."""
        return self.archive.has(article_key(article))

    def reader(self) -> "Reader":
        """A reader for one request."""
        return Reader(self)

    def kept(self, name: Hashable, reader: "Reader", make: Callable[[], _Value]) -> _Value:
        """What `make` gives, made once for each revision of the store."""
        revision = self.revision()
        # A worker may still have shown the state before.
        return self._kept.get((revision, name), make, lambda: reader.revisions <= {revision})

    def close(self) -> None:
        """End the workers."""
        self.hands.close()
        self.strangers.close()
        self.own.close()
        self.dumps.close()


class Reader:
    """Asks our own queries for one request, and remembers which revisions of the store answered."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._texts: dict[str, str | None] = {}
        self.base = source.base
        self.revisions: set[int] = set()

    def rows(self, query: str) -> tuple[Row, ...]:
        """The plain rows of a query."""
        return self.trust(query, limit=OWN_LIMIT).rows

    def trust(self, query: str, formats: tuple[str, ...] = (), *, limit: int = LIMIT) -> Answer:
        """The answer to one of our own queries."""
        answer = self._source.own.trust(query, formats, limit=limit)
        self.revisions.add(answer.revision)
        return answer

    def ask(self, question: Question, given: Given, language: str) -> Reply:
        """The answer to a named question; parties may be given by name."""
        known = question.given(given, resolver(self._source.labels))
        return ask(question, Case(self, known, language))

    @property
    def archive(self) -> Archive:
        """The articles themselves, and how each of their claims is counted."""
        return self._source.archive

    def reading(self, key: str) -> Reading:
        """What was read in the article with this key. NotFoundError when there is none."""
        return self._source.archive.reading(key)

    def document(self, kind: str, key: str, media_type: str, context: str) -> bytes:
        """One thing as data; JSON-LD refers to the context at the address `context`."""
        answer = document(self._source.own, self.base, kind, key, media_type, context)
        self.revisions.add(answer.revision)
        return answer.body

    def nanopublication(self, key: str) -> bytes:
        """One claim as a nanopublication, in TriG."""
        answer = nanopublication(self._source.own, self.base, key)
        self.revisions.add(answer.revision)
        return answer.body

    def text(self, key: str) -> str | None:
        """The text of an article, None where the store has none."""
        if key not in self._texts:
            try:
                self._texts[key] = self._source.archive.get(key).article.text
            except NotFoundError:
                self._texts[key] = None
        return self._texts[key]


@cache
def vocabulary_terms() -> tuple[str, ...]:
    """The names of both vocabularies and of the others that the quads use, as queries write them: `depesche:Claim`."""
    own = {
        name for file in ("depesche", "plover") for name in _SUBJECT.findall(vocabulary_document(file, results.TURTLE).decode())
    }
    others = {
        f"{prefix}:{iri.removeprefix(start)}"
        for iri in named_by_others()
        for prefix, start in PREFIXES.items()
        if iri.startswith(start)
    }
    return tuple(sorted(own | others))
