"""Words that are known to be names, so that no tagger takes them for verbs, adverbs or nouns.

Built from the gazetteer and handed to the clause builder; the language knows no entities.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .tokens import Token


@dataclass(frozen=True, slots=True)
class KnownNames:
    """`whole`: names of one word (Bhutan); `parts`: words of longer names (Ahmet, Davutoğlu), which count only beside
    one another; `joined`: the words around "und" in one name (Bosnien, Herzegowina)."""

    whole: frozenset[str] = field(default=frozenset())
    parts: frozenset[str] = field(default=frozenset())
    joined: frozenset[tuple[str, str]] = field(default=frozenset())

    def marked(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The tokens with all that is a known name tagged as one."""
        return tuple(
            replace(t, tag="NE", lemma=t.text) if t.tag not in ("NE", "CARD") and self._is_name(tokens, t) else t for t in tokens
        )

    def _is_name(self, tokens: Sequence[Token], token: Token) -> bool:
        before = tokens[token.index - 1].text if token.index else ""
        after = tokens[token.index + 1].text if token.index + 1 < len(tokens) else ""
        if token.low == "und":
            return (before, after) in self.joined
        if not token.text[0].isupper():
            return False
        return token.text in self.whole or (token.text in self.parts and (before in self.parts or after in self.parts))
