"""Words that are known to be names, so that no tagger takes them for verbs, adverbs or nouns.

Built from the gazetteer and handed to the clause builder; the language knows no entities.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import simplemma

from .given_names import GivenNames
from .tokens import Token


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Words as the text writes them, but for `whole`.

    `whole`: names of one word, folded to lower case but for acronyms (bhutan, USA). `parts`: words of longer names (Ahmet,
    Davutoğlu), which count only beside one another. `runs`: by their first word, names that hold small words (Bosnien und
    Herzegowina). `surnames`: names of people that stand alone. `given`: given names, behind which a surname stands."""

    whole: frozenset[str] = field(default=frozenset())
    parts: frozenset[str] = field(default=frozenset())
    runs: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    surnames: frozenset[str] = field(default=frozenset())
    given: GivenNames = field(default=GivenNames())

    def marked(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The tokens with all that is a known name tagged as one."""
        inside = {i for token in tokens if token.text in self.runs for i in self._run(tokens, token)}
        persons = list(self._persons(tokens))
        inside.update(i for run in persons for i in run)
        marked = [self._marked(tokens, t, t.index in inside) if self._may_name(t, inside) else t for t in tokens]
        for run in persons:
            marked[run[0]] = replace(marked[run[0]], opens_person=True)
        return tuple(marked)

    def _may_name(self, token: Token, inside: set[int]) -> bool:
        """Whether it is worth asking: the word is in a name, is one in capitals, or the tagger takes it for a noun."""
        text = token.text
        return text[0].isupper() or text in self.parts or text in self.surnames or token.index in inside

    def _marked(self, tokens: Sequence[Token], token: Token, inside: bool) -> Token:
        whole = (self._is_whole(token) or (token.tag == "NE" and token.text in self.surnames)) and not inside
        if token.tag == "CARD" or not (inside or whole or self._is_part(tokens, token)):
            return token
        alone = whole and self._is_whole(token) and token.text not in self.surnames and not self._is_called_by(tokens, token)
        return replace(token, tag="NE", lemma=token.text, whole=whole, alone=alone)

    def _is_called_by(self, tokens: Sequence[Token], token: Token) -> bool:
        """Gheorghe Brega: right behind a given name a town may be a surname."""
        return token.index > 0 and tokens[token.index - 1].text in self.given.all

    def _is_whole(self, token: Token) -> bool:
        acronym = token.text.isupper() and len(token.text) > 1
        return token.text[0].isupper() and (token.text if acronym else token.low) in self.whole

    def _run(self, tokens: Sequence[Token], token: Token) -> range:
        for run in self.runs[token.text]:
            end = token.index + len(run)
            if tuple(t.text for t in tokens[token.index : end]) == run:
                return range(token.index, end)
        return range(0)

    def _persons(self, tokens: Sequence[Token]) -> Iterator[range]:
        """Given names with the surname behind them, unless that is a name of its own: "kritisierte Gabriel Russland"."""
        for run in self.given.persons(tokens):
            last = tokens[run[-1]]
            known = last.text in self.surnames and any(tokens[i].text == "von" for i in run)  # von Steinmeier empfangen
            if not self._is_whole(last) and not known:
                yield run

    def _is_part(self, tokens: Sequence[Token], token: Token) -> bool:
        before = tokens[token.index - 1].text if token.index else ""
        after = tokens[token.index + 1].text if token.index + 1 < len(tokens) else ""
        if token.tag == "NN" and token.text in self.surnames and not simplemma.is_known(token.text, "de"):
            return True  # Abe: a noun that no dictionary has
        return token.tag != "NE" and token.text in self.parts and (before in self.parts or after in self.parts)
