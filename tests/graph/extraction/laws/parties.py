"""Whom the laws tell of: parties with their German forms, and stories of an actor, a recipient and a source."""

import csv
import re
from dataclasses import dataclass
from importlib.resources import files

_ARTICLES = {  # nominative, genitive, dative, accusative
    "none": ("", "", "", ""),
    "der": ("der ", "des ", "dem ", "den "),
    "das": ("das ", "des ", "dem ", "das "),
    "die": ("die ", "der ", "der ", "die "),
    "plural": ("die ", "der ", "den ", "die "),
}
RELATIVES = {"none": "das", "der": "der", "das": "das", "die": "die", "plural": "die"}


@dataclass(frozen=True, slots=True)
class Party:
    """`name` is what a claim calls it; `word` is what stands behind its article, `article` as in the gazetteer."""

    name: str
    article: str = "none"
    word: str = ""
    adjective: str = ""

    @property
    def plural(self) -> bool:
        return self.article == "plural"

    def form(self, case: str) -> str:
        """The party in "nominative", "genitive", "dative" or "accusative"."""
        index = ("nominative", "genitive", "dative", "accusative").index(case)
        word = self.word or self.name
        if case == "genitive" and self.article == "none":
            return f"{word}s"
        lacks_n = case == "dative" and self.plural and not word.endswith(("n", "s", "A"))
        return _ARTICLES[self.article][index] + word + ("n" if lacks_n else "")

    def after(self, preposition: str, case: str) -> str:
        """With a preposition, drawn together with the article where German does so."""
        phrase = f"{preposition} {self.form(case)}"
        drawn = {"von dem": "vom", "an dem": "am", "in dem": "im", "zu dem": "zum", "zu der": "zur"}
        return next((phrase.replace(two, one, 1) for two, one in drawn.items() if phrase.startswith(two + " ")), phrase)


SOURCES = (
    Party("Schweden"),
    Party("NATO", "die"),
    Party("Vatikan", "der"),
    Party("Vereinte Nationen", "plural", "Vereinten Nationen"),
    Party("Europarat", "der"),
    Party("Europäische Union", "die", "EU"),
)


def states(article: str) -> tuple[Party, ...]:
    """All member states of the gazetteer with this article whose names are one plain word."""
    rows = csv.DictReader(files("graph").joinpath("data/gazetteer/states.csv").read_text(encoding="utf-8").splitlines())
    plain = (r for r in rows if r["status"] == "member" and re.fullmatch(r"[A-ZÄÖÜ]\w+[^sxz]", r["name_de"]))
    return tuple(Party(r["name_de"], article, "", r["adjective_de"].split("|")[0]) for r in plain if r["article_de"] == article)


NEUTER, MASCULINE, FEMININE, PLURAL = (states(article) for article in ("none", "der", "die", "plural"))


def stories(seed: str, count: int = 2) -> list[tuple[Party, Party, Party]]:
    """Actor, recipient and source; the recipient is masculine, whose case shows, the actor a neuter, feminine or plural."""
    start = sum(map(ord, seed))
    threes = zip(NEUTER, FEMININE * 9, PLURAL * 9, strict=False)
    actors = [party for three in threes for party in three]
    chosen = range(start, start + count)
    return [(actors[i % len(actors)], MASCULINE[i % len(MASCULINE)], SOURCES[i % len(SOURCES)]) for i in chosen]
