"""How fast the reader is beside the bare tagger on the same sentences: what the understanding costs.

All three start cold in one process and take turns article by article, so that a machine that slows down slows all of them
alike: shares are comparable between machines where articles a second are not. The tagger as it comes repeats its work for
every word and is as fast on one article as on a thousand; what keeps its analyses, the reader too, gains with every article.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from HanTa.HanoverTagger import HanoverTagger

from graph.extraction.reader import Reader
from graph.language.sentences import sentences
from graph.language.tokens import Tagger, words
from graph.model import Article


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second of one core: of the tagger as it comes, of our tagger with cached analyses, of the whole reader."""

    articles: int
    tokens: int
    bare: float
    cached: float
    reading: float

    @property
    def share(self) -> float:
        """The reader's speed as a share of our tagger's."""
        return self.reading / self.cached

    @property
    def times_bare(self) -> float:
        """How many times as fast as the tagger as it comes the whole reader is."""
        return self.reading / self.bare

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, {self.tokens:,} tokens; tokens/s: tagger as it comes {self.bare:,.0f}, ours "
            f"{self.cached:,.0f}, whole reader {self.reading:,.0f} ({self.times_bare:.2f} × and {self.share:.2f} ×)"
        )


def speed(articles: list[Article]) -> Speed:
    """Reads `articles` once with each of the three, all loaded but cold."""
    plain, tagger, reader = HanoverTagger("morphmodel_ger.pgz"), Tagger(), Reader.load()
    tokens, bare, cached, reading = 0, 0.0, 0.0, 0.0
    texts = [[(s.span.of(article.text), s.span.start) for s in sentences(article.text)] for article in articles]
    for article, whole in zip(articles, texts, strict=True):
        cut = [list(words(text)) for text, _ in whole]
        tokens += sum(map(len, cut))
        bare += _took(partial(_each, plain.tag_sent, [(sentence,) for sentence in cut]))
        cached += _took(partial(_each, tagger.tokens, whole))
        reading += _took(partial(reader.read, article))
    return Speed(len(articles), tokens, tokens / bare, tokens / cached, tokens / reading)


def _took(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _each(work: Callable[..., object], given: Iterable[tuple[object, ...]]) -> None:
    for arguments in given:
        work(*arguments)
