"""`config`: the settings, as they would hold for a command called here and now."""

import json
import os
from pathlib import Path

import click

from ..settings import LOCAL_FILE, config_folder
from .options import settings


@click.command(short_help="Show each setting, its value and where it came from.")
def config() -> None:
    """Show each setting, its value and where it came from.

    A flag goes before a DEPESCHE_ variable, that before ./depesche.toml, that before config.toml in your config folder,
    that before the default. What is printed may stand in either file as it is.

    \b
    Example:
      DEPESCHE_PORT=8080 depesche config
    """
    rows = list(settings().rows())
    files = (Path(LOCAL_FILE).absolute(), config_folder(os.environ) / "config.toml")
    for file in files:
        click.echo(f"# {file}: {'read' if file.is_file() else 'not there'}")
    for name, value, origin, meaning in rows:
        written = value if value.isdecimal() else json.dumps(value, ensure_ascii=False)
        click.echo(f"\n# {meaning}\n{name} = {written}  # {origin}")
