"""The command line: which commands there are, and how it ends when something goes wrong.

Each command stands in `commands/` and is loaded when it is called, so that `depesche --help` does not wait for the
word lists and the RDF engine. What goes wrong is one line on stderr; the exit code comes from the error itself.
"""

import importlib
from typing import Any, NoReturn

import click

from . import __version__
from .errors import DepescheError

# name → module in commands/, and what it does in a line (a test compares it with the command's own help)
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("serve", "Load the example dispatches into a fresh store and explore them."),
    "extract": ("extract", "Read articles and print their claims; touches no store."),
    "add": ("add", "Read files, folders, pages and feeds into the store."),
    "watch": ("add", "Read feeds and sitemaps into the store, again and again."),
    "serve": ("serve", "Explore the store in a browser, or ask it over HTTP."),
    "work": ("work", "Do the jobs that were given in browsers."),
    "ask": ("ask", "Ask the store: a named question, a SPARQL query or a file of one."),
    "network": ("network", "Measure the network of reported relations, or of who cites whom."),
    "diff": ("diff", "Show what changed in an article's claims between its versions."),
    "export": ("export", "Write the whole store as RDF, as a network or as tables."),
    "remove": ("store", "Take an article and its claims out of the store."),
    "rebuild": ("store", "Make the RDF of the store anew from its texts and readings."),
    "check": ("store", "Validate the store against the shapes of the vocabulary."),
    "info": ("store", "Say what is in the store."),
    "config": ("config", "Show each setting, its value and where it came from."),
}

INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended


class Commands(click.Group):
    """A group that loads its commands late and says errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"{__package__}.commands.{COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DepescheError as error:
            _end(str(error), error.exit_code)
        except KeyboardInterrupt:
            _end("stopped", INTERRUPTED)


def _end(message: str, code: int) -> NoReturn:
    click.echo(f"depesche: {message}", err=True)
    raise SystemExit(code)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="depesche", message="%(prog)s %(version)s")
def main() -> None:
    """International-relations reporting as a knowledge graph of claims.

    Depesche reads articles and keeps who is reported to have done what to whom: in which sentence, on whose word, and
    whether that source asserts, confirms, alleges, denies or doubts it.

    \b
    First steps:
      depesche demo                             explore the example dispatches
      depesche extract article.md --format table   what does one article claim?
      depesche add articles/ && depesche serve  build and explore a store of your own

    Exit codes: 0 done; 1 some inputs failed, each named, the others done; 2 wrong usage.
    """
