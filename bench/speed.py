"""How fast the reader is beside the bare tagger on the same sentences: what the understanding costs.

Both start cold on the same machine in the same process, so the share is comparable between machines where articles a
second are not.
"""

import time
from dataclasses import dataclass

from graph.extraction.reader import Reader
from graph.language.sentences import sentences
from graph.language.tokens import Tagger
from graph.model import Article


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds that the tagger alone and the whole reader took for `articles` with `tokens` words and marks."""

    articles: int
    tokens: int
    tagging: float
    reading: float

    @property
    def share(self) -> float:
        """The reader's speed as a share of the bare tagger's."""
        return self.tagging / self.reading

    def __str__(self) -> str:
        return (
            f"{self.articles / self.reading:.1f} articles/s, {self.tokens / self.reading:,.0f} tokens/s; "
            f"bare tagger {self.tokens / self.tagging:,.0f} tokens/s; share {self.share:.2f}"
        )


def speed(articles: list[Article]) -> Speed:
    """Read `articles` once with the bare tagger and once with the reader, both loaded but cold."""
    tagger, reader = Tagger(), Reader.load()
    start = time.perf_counter()
    tokens = sum(len(tagger.tokens(s.span.of(a.text), s.span.start)) for a in articles for s in sentences(a.text))
    tagged = time.perf_counter()
    for article in articles:
        reader.read(article)
    return Speed(len(articles), tokens, tagged - start, time.perf_counter() - tagged)
