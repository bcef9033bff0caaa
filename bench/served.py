"""The product's own server over a store, as a user starts it, and what the explorer asks of it, timed from outside.

A request is timed from its first byte sent until the last byte of the answer is read, on a connection that stays open, as
a browser keeps its own.
"""

import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from graph.asking.addresses import place
from graph.rdf.names import PREFIXES
from graph.rdf.store import Store

from .measure import ROOT
from .replay import zipf

_Any = TypeVar("_Any")

_SEED = 1870
_ADDRESS = re.compile(r"http://[\d.:]+")


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The address of a server over `store`, started anew, so that it has nothing in hand yet."""
    with TemporaryDirectory() as home:
        environment = {**os.environ, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        command = [sys.executable, "-m", "graph", "serve", "--store", str(store), "--port", "0"]
        told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
        with subprocess.Popen(command, cwd=ROOT, env=environment, **told) as server:  # type: ignore[call-overload]
            try:
                yield _address(server)
            finally:
                server.terminate()


def _address(server: "subprocess.Popen[str]") -> str:
    """Where the server says that it listens; what it says later is read away, so that it never waits for us."""
    assert server.stdout is not None
    said: list[str] = []
    for line in server.stdout:
        said.append(line)
        if found := _ADDRESS.search(line):
            threading.Thread(target=server.stdout.read, daemon=True).start()
            return found[0]
    raise RuntimeError(f"the server did not start: {''.join(said)}")


class Client:
    """Asks a server as the explorer does."""

    def __init__(self, site: str) -> None:
        self._connection = HTTPConnection(urlsplit(site).netloc, timeout=60)

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()

    def ask(self, path: str, **given: object) -> tuple[float, Any]:
        """How many milliseconds an answer takes, and the answer. RuntimeError when it is no success."""
        began = time.perf_counter()
        self._connection.request("GET", f"{path}?{urlencode({**given, 'lang': 'de'})}", headers={"Accept": "application/json"})
        answer = self._connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}: {body[:200]!r}")
        return took, json.loads(body)

    def network(self, entities: Iterable[str] = (), **more: object) -> tuple[float, Any]:
        """A piece of the network, as it is asked for when parties are shown or one of them is expanded."""
        named = ",".join(entities)
        return self.ask("/api/network", **({"entities": named} if named else {}), **more)

    def edge(self, edge: dict[str, Any]) -> float:
        """How long the claims behind an edge take, which the panel shows."""
        return self.ask("/api/edge", actor=edge["actor"], relation=edge["relation"], recipient=edge["recipient"])[0]


@dataclass(frozen=True, slots=True)
class Requests:
    """Milliseconds of single requests: neighbours of a party added to the first graph, and to a screen that is nearly
    full; the claims behind an edge; what there is around a party; the months of as many parties as the first graph has."""

    expand: tuple[float, ...]
    crowded: tuple[float, ...]
    evidence: tuple[float, ...]
    around: tuple[float, ...]
    months: float


NEIGHBOURS = 24  # as many as the explorer adds at once
FULL = 300  # parties, the most that are drawn


def requests(site: str, parties: Sequence[str], opening: Sequence[str], count: int) -> Requests:
    """Times `count` expansions of parties picked by Zipf's law from `parties`, each once, so that none is in hand, and as
    many edges of what they gave."""
    with closing(Client(site)) as client:
        return _requests(client, parties, opening, count)


def _requests(client: Client, parties: Sequence[str], opening: Sequence[str], count: int) -> Requests:
    chance = random.Random(_SEED)
    picked = picks(parties, count, chance)
    expanded = [client.network(opening, expand=each, limit=NEIGHBOURS) for each in picked]
    every = (edge for _, answer in expanded for edge in answer["edges"])
    known = {edge["key"]: edge for edge in every if edge["actor"] != edge["recipient"]}
    ranked = sorted(known.values(), key=lambda edge: (-edge["claims"], edge["key"]))
    crowd = parties[: FULL - NEIGHBOURS]
    few = picks(parties, max(1, count // 5), chance)
    return Requests(
        expand=tuple(took for took, _ in expanded),
        crowded=tuple(client.network(crowd, expand=each, limit=NEIGHBOURS)[0] for each in few),
        evidence=tuple(client.edge(edge) for edge in picks(ranked, count, chance)),
        around=tuple(client.ask(f"/api/around/{each}")[0] for each in few),
        months=client.ask("/api/timeline", entities=",".join(parties[: len(opening)]))[0],
    )


def picks(ranked: Sequence[_Any], count: int, chance: random.Random) -> list[_Any]:
    """So many of `ranked`, or all, each once: the first is as likely as Zipf's law has it."""
    found: dict[int, _Any] = {}
    while len(found) < min(count, len(ranked)):
        rank = zipf(chance, len(ranked))
        found.setdefault(rank, ranked[rank])
    return list(found.values())


def ranking(folder: Path, most: int = 20_000) -> list[str]:
    """Keys of the parties of a store, those with the most claims first."""
    store = Store.open(folder)
    query = f"""SELECT ?party {{ GRAPH {place(store.base, "derived")} {{ ?party depesche:claimCount ?n }}
        FILTER(STRSTARTS(STR(?party), "{store.base}entity/")) }} ORDER BY DESC(?n) ?party LIMIT {most}"""
    found = store.snapshot().quads.query(query, prefixes=PREFIXES)
    return [row[0].value.rpartition("/")[2] for row in found]  # type: ignore[union-attr]
