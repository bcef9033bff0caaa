"""`serve` and `demo` as real processes: they say where they are, answer there, and leave nothing behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.commands.serve import examples
from graph.rdf.store import Store
from tests.graph.test_cli import heed_interrupts


@contextmanager
def running(*arguments: str, **environ: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The process and the address that it says."""
    command = [sys.executable, "-m", "graph", *arguments]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environ},
        preexec_fn=heed_interrupts,
        start_new_session=True,  # a process group of its own, as at a terminal
    )
    assert process.stderr is not None
    try:
        said = ""
        for line in process.stderr:
            said += line
            if found := re.search(r"http://\S+/", line):
                yield process, found[0]
                break
        else:
            pytest.fail(f"it never said where it is: {said}")
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(10)
        process.stderr.close()


def get(address: str, accept: str = "text/html") -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status, answer.read().decode()


def test_the_demo_serves_its_examples_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with running("demo", "--port", "0", TMPDIR=str(tmp_path)) as (process, address):
        assert get(address)[0] == 200
        assert get(address + "healthz")[0] == 200
        query = "sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%20%3Fa%20a%20depesche%3ASampleArticle%20%7D"
        counted = json.loads(get(address + query, "application/sparql-results+json")[1])
        assert int(counted["results"]["bindings"][0]["n"]["value"]) == len([f for f in examples().rglob("*.*") if f.is_file()])
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert list(tmp_path.glob("depesche-demo-*")) == []


def test_ctrl_c_ends_the_server_quietly(tmp_path: Path) -> None:
    with running("demo", "--port", "0", TMPDIR=str(tmp_path)) as (process, _):
        os.killpg(process.pid, signal.SIGINT)  # a terminal tells every process of the group, the workers too
        assert process.wait(20) in {0, 130}
        assert process.stderr is not None
        assert re.fullmatch(r"To add articles in the browser, open \S+\n", process.stderr.read())


def test_a_taken_port_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "graph", "demo", "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 2
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_never_overwrites_a_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "graph", "demo", "--store", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 2
    assert "exists already" in done.stderr


@pytest.mark.parametrize(("host", "may"), [("127.0.0.1", True), ("0.0.0.0", False)])
def test_who_started_it_may_write_on_this_machine_alone(tmp_path: Path, host: str, may: bool) -> None:
    store = Store.create(tmp_path / "store").folder
    with running("serve", "--host", host, "--port", "0", "--store", str(store)) as (process, address):
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait(30) == 0
    assert bool(re.search(rf"open {re.escape(address)}\?token=[\w-]{{32}}$", said.strip())) is may
    assert said == "" or may
