"""Articles, and readers that other processes can load. What a reader does with an article is written in its text."""

import os
import signal
import time
from dataclasses import dataclass

from graph.errors import DataFileError
from graph.model import Article, Reading
from tests.factory import TEXT, article, claim, party, reading

VERSION = "r1"


@dataclass(frozen=True)
class Obedient:
    """Reads two claims in each article, one of its own; stumbles over “Falle”, dies of “Gift”, is slow with “Brocken”."""

    version: str = VERSION

    def read(self, one: Article) -> Reading:
        if "Falle" in one.text:
            raise ZeroDivisionError("no clause")
        if "Gift" in one.text:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.2 if "Brocken" in one.text else 0.002)
        return reading(one, [claim(), claim("CONSULT", party("Arkadien"), party(f"Nachbar {len(one.title or '')}"))])


def load() -> Obedient:
    return Obedient()


def load_another() -> Obedient:
    return Obedient(f"another in {os.getpid()}")


def load_nothing() -> Obedient:
    raise DataFileError("is malformed", file="verbs.toml")


def load_and_die() -> Obedient:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def numbered(count: int, words: str = "") -> list[Article]:
    """Articles of their own, some with the same text; `words` tell the reader what to do."""
    return [
        article(f"{TEXT} {words} {number // 2}.", title="I" * number, url=f"https://blatt.example/{number}")
        for number in range(count)
    ]
