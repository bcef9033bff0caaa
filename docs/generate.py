"""Writes what the documentation reads off the code: commands, settings, questions, and the output shown in README.md.

`make docs` writes it; a test says when it is due.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click

from docs.addresses import addresses
from docs.forms import forms
from docs.measures import network
from docs.terms import vocabulary
from graph.asking.parameters import Parameter
from graph.asking.questions import questions
from graph.cli import COMMANDS, main
from graph.rdf.terms import DEFAULT_BASE
from graph.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
_WIDTH = 100
_WRITTEN = "<!-- written by `make docs` from the code; do not edit -->\n"
_SHOWN = re.compile(r"(<!-- output of: depesche (.*?) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def commands() -> str:
    """Every command with the help that it prints."""
    parts = ["# Commands\n", _WRITTEN]
    with click.Context(
        main, info_name="depesche", help_option_names=main.context_settings["help_option_names"], terminal_width=_WIDTH
    ) as parent:
        parts.append(f"```text\n{main.get_help(parent)}\n```\n")
        for name in COMMANDS:
            command = main.get_command(parent, name)
            assert command is not None
            parts += [f"## `depesche {name}`\n", _help(command, name, parent)]
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context) -> str:
    with click.Context(command, info_name=name, parent=parent, terminal_width=_WIDTH, max_content_width=_WIDTH) as context:
        return f"```text\n{command.get_help(context)}\n```\n"


def settings() -> str:
    """Every setting with its default and the names it goes by."""
    rows = [
        f"| `{name}` | {'' if name == 'store' else f'`{value}`'} | `{PREFIX}{name.upper()}` | {meaning} |"
        for name, value, _, meaning in Settings().rows()
    ]
    return "\n".join(
        (
            "# Settings\n",
            _WRITTEN,
            "A flag goes before the environment variable, that before `./depesche.toml`, that before `config.toml` in your",
            "config folder (`~/.config/depesche/` on Linux), that before the default. A key that is not listed here is an",
            "error that names its file. A store named in a file is meant from the folder of that file. `depesche config`",
            "shows what holds, and why.\n",
            "| setting | default | environment | meaning |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        )
    )


def asked() -> str:
    """Every named question with its query."""
    parts = [
        "# What you can ask\n",
        _WRITTEN,
        "`depesche ask NAME KEY=VALUE…` answers these. The editor at `/sparql` offers each query as an example to start from.\n",
    ]
    for name, question in sorted(questions().items()):
        parts += [f"## `{name}`\n", f"{question.label('en')}\n", *map(_narrowed, question.parameters.values())]
        parts += [f"```sparql\n{question.bound(DEFAULT_BASE).strip()}\n```\n"]
    return "\n".join(parts)


def _narrowed(parameter: Parameter) -> str:
    """What may be given to a question."""
    kind = " or ".join(f"`{word}`" for word in parameter.choices) or f"a{'n' * (parameter.kind[0] in 'aeiou')} {parameter.kind}"
    default = f", `{parameter.default}` where nothing is given" if parameter.default else ""
    return f"- `{parameter.name}`: {kind}{default}\n"


def readme() -> str:
    """README.md with the output of the commands that it shows."""
    return _SHOWN.sub(lambda found: f"{found[1]}{_output(found[2])}{found[4]}", (ROOT / "README.md").read_text(encoding="utf-8"))


def _output(arguments: str) -> str:
    command = [sys.executable, "-m", "graph", *arguments.split()]
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}
    )
    return f"\n```console\n$ depesche {arguments}\n{done.stdout.rstrip()}\n```\n\n"


PAGES: dict[str, Callable[[], str]] = {
    "docs/commands.md": commands,
    "docs/settings.md": settings,
    "docs/queries.md": asked,
    "docs/network.md": network,
    "docs/vocabulary.md": vocabulary,
    "docs/addresses.md": addresses,
    "docs/exports.md": forms,
    "README.md": readme,
}

if __name__ == "__main__":
    for page, written in PAGES.items():
        (ROOT / page).write_text(written(), encoding="utf-8")
