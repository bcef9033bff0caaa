"""What a run of names may hold besides names: a second name in brackets, and offices that the tagger takes for names."""

from collections.abc import Sequence
from typing import Final

from ..tokens import Token
from ..wordlists import word_list

_OFFICES: Final = tuple(sorted(word_list("de", "office_tails")))


def in_second_name(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the token is one of "(Frank)" in "Voreqe (Frank) Bainimarama": a second name in brackets between names."""
    for opens in range(max(at - 2, start + 1), at + 1):
        around = tokens[opens - 1 : opens + 4]
        texts = [t.text for t in around]
        if len(around) == 5 and texts[1] == "(" and texts[3] == ")" and all(around[i].tag == "NE" for i in (0, 2, 4)):
            return not texts[2].isupper()  # Angela Merkel (CDU)
    return False


def is_office(token: Token) -> bool:
    """Whether a word with hyphen that the tagger takes for a name is an office: Al-Qaida-Vizechef."""
    first, _, tail = token.low.rpartition("-")
    return bool(first) and tail.endswith(_OFFICES)
