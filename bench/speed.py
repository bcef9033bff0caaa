"""How fast the reader is beside the bare tagger on the same sentences: what the understanding costs.

All start cold on the same machine in the same process, so shares are comparable between machines where articles a second
are not. The tagger is measured as it comes, on the first articles only (it repeats its work for every word), and with
our cache of word analyses, on all of them.
"""

import time
from dataclasses import dataclass

from HanTa.HanoverTagger import HanoverTagger

from graph.extraction.reader import Reader
from graph.language.sentences import sentences
from graph.language.tokens import Tagger, words
from graph.model import Article

BARE = 25  # articles for the tagger as it comes: some 8,000 words, a few seconds


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second: of the tagger as it comes, of the tagger with cached analyses, of the whole reader."""

    articles: int
    tokens: int
    bare: float
    cached: float
    reading: float

    @property
    def share(self) -> float:
        """The reader's speed as a share of the cached tagger's."""
        return self.reading / self.cached

    @property
    def times_bare(self) -> float:
        """How many times as fast as the tagger as it comes the whole reader is."""
        return self.reading / self.bare

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, {self.tokens:,} tokens; tokens/s: tagger as it comes {self.bare:,.0f}, with cached "
            f"analyses {self.cached:,.0f}, whole reader {self.reading:,.0f} ({self.times_bare:.2f} × and {self.share:.2f} ×)"
        )


def speed(articles: list[Article]) -> Speed:
    """Reads `articles` once with each of the three, all loaded but cold."""
    plain, tagger, reader = HanoverTagger("morphmodel_ger.pgz"), Tagger(), Reader.load()
    few = [words(s.span.of(a.text)) for a in articles[:BARE] for s in sentences(a.text)]
    start = time.process_time()
    for sentence in few:
        plain.tag_sent(list(sentence))
    bare = sum(map(len, few)) / (time.process_time() - start)
    start = time.process_time()
    tokens = sum(len(tagger.tokens(s.span.of(a.text), s.span.start)) for a in articles for s in sentences(a.text))
    cached = tokens / (time.process_time() - start)
    start = time.process_time()
    for article in articles:
        reader.read(article)
    return Speed(len(articles), tokens, bare, cached, tokens / (time.process_time() - start))
