"""Writes the pages of docs/ that are read off the code: commands and settings. `make docs`; a test says when it is due."""

from pathlib import Path

import click

from graph.cli import COMMANDS, main
from graph.settings import PREFIX, Settings

HERE = Path(__file__).parent
_WIDTH = 100
_WRITTEN = "<!-- written by `make docs` from the code; do not edit -->\n"


def commands() -> str:
    """Every command with the help that it prints."""
    parts = ["# Commands\n", _WRITTEN, _help(main, "depesche", None)]
    with click.Context(main, info_name="depesche") as parent:
        for name in COMMANDS:
            command = main.get_command(parent, name)
            assert command is not None
            parts += [f"## `depesche {name}`\n", _help(command, name, parent)]
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
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
            "A flag goes before the environment variable, that before `./depesche.toml`, that before `config.toml` in your config",
            "folder (`~/.config/depesche/` on Linux), that before the default. A key that is not listed here is an error that names",
            "its file. A store named in a file is meant from the folder of that file. `depesche config` shows what holds, and why.\n",
            "| setting | default | environment | meaning |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        )
    )


PAGES = {"commands.md": commands, "settings.md": settings}

if __name__ == "__main__":
    for page, written in PAGES.items():
        (HERE / page).write_text(written(), encoding="utf-8")
