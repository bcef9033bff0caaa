"""`ask`: one question to the store, named, written out or in a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ..asking import finishing, flat
from ..asking.answering import Case
from ..asking.counter import Counter
from ..asking.naming import resolver
from ..asking.parameters import Given, Parameter
from ..asking.pool import Pool
from ..asking.questions import Question, questions
from ..asking.results import SHORT, Row, Value
from ..errors import UsageError
from ..rdf.names import PREFIXES
from ..settings import Settings
from .options import engine, output, say, settings, store_of, store_option

FORMATS = ("table", "json", "csv", "xml", "tsv", "ttl")
_LANGUAGE = "en"  # the command line speaks English
_WIDE = 10_000  # columns where there is no terminal: nothing is cut or wrapped


@click.command(short_help="Ask the store: a named question, a SPARQL query or a file of one.")
@click.argument("question", metavar="NAME|QUERY|FILE.rq", required=False)
@click.argument("given", metavar="[KEY=VALUE]...", nargs=-1)
@store_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How the answer is written."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write there, not to stdout.")
def ask(question: str | None, given: tuple[str, ...], store: Path | None, form: str, out: Path | None) -> None:
    """Ask the store: a named question, a SPARQL query or a file of one.

    Without a question, the named ones are listed. KEY=VALUE narrows a named question: parties by name or key, relations by
    code, days as 2024-06-03. Queries need not declare the usual prefixes (depesche, plover, schema, prov, oa, skos, sem,
    xsd, rdfs, wd); what takes too long or reaches out of the store is refused.

    \b
    Examples:
      depesche ask disputes
      depesche ask claims entity=Iran --format json
      depesche ask 'SELECT (COUNT(*) AS ?claims) { ?c a depesche:Claim }' --format csv
    """
    if question is None:
        click.echo(_listed(), nl=False)
        return
    chosen = settings(store=store)
    named = questions().get(question)
    if named and form in ("table", *flat.FORMATS):
        content, truncated = _named(named, _pairs(given), chosen, form)
    else:
        if given:
            raise UsageError("only named questions take KEY=VALUE, and not in the formats of SPARQL and RDF")
        content, truncated = _evaluated(question, chosen, form)
    with output(out) as stream:
        stream.write(content)
    if truncated:
        say(f"cut after {chosen.query_rows} rows; the setting query_rows allows more")


def _named(question: Question, given: Given, chosen: Settings, form: str) -> tuple[bytes, bool]:
    """The answer to a named question as `form`, and whether it was cut; its notes are said."""
    store = store_of(chosen)
    with pool_of(chosen) as pool:
        desk = Counter(pool, store.articles, store.base)
        reply = finishing.ask(question, Case(desk, question.given(given, resolver(store.labels)), _LANGUAGE))
    for note in reply.notes:
        say(note.text(_LANGUAGE))
    if not reply.rows:
        say("nothing in the store answers this")
    rows = reply.rows[: chosen.query_rows]
    cut = replace(reply, rows=rows, truncated=reply.truncated or len(rows) < len(reply.rows))
    return _table(cut.columns, cut.rows).encode() if form == "table" else flat.write(cut, form), cut.truncated


def _evaluated(question: str, chosen: Settings, form: str) -> tuple[bytes, bool]:
    """The answer to a query as `form`, and whether it was cut."""
    base = store_of(chosen).base  # also says so when there is no store
    formats = () if form == "table" else (SHORT[form],)
    with pool_of(chosen) as pool:
        answer = pool.answer(query_of(question, base), formats)
    if formats and answer.media_type is None:
        raise UsageError(f"the answer to {_form(answer.form)} cannot be written as {form}")
    return answer.body if formats else _table(answer.columns, answer.rows).encode(), answer.truncated


def _pairs(given: tuple[str, ...]) -> Given:
    """`KEY=VALUE` words as a mapping. UsageError for anything else, and for a key that is given twice."""
    pairs: dict[str, str] = {}
    for word in given:
        name, sign, value = word.partition("=")
        if not sign or not name or name in pairs:
            raise UsageError(f"{word[:60]!r} is not KEY=VALUE" if name not in pairs else f"{name} is given twice")
        pairs[name] = value
    return pairs


def _listed() -> str:
    """All named questions with what may be given."""
    lines = []
    for name, each in questions().items():
        lines.append(f"{name:20} {each.label(_LANGUAGE)}\n")
        if each.parameters:
            lines.append(f"{'':20} {' '.join(map(_usage, each.parameters.values()))}\n")
    return "".join(lines)


def _usage(parameter: Parameter) -> str:
    return f"{parameter.name}={parameter.default or parameter.kind.upper()}"


def query_of(question: str, base: str) -> str:
    """The query that `question` names, holds or is, for a store with this base."""
    if question in questions():
        return questions()[question].bound(base, _LANGUAGE)
    if question.endswith((".rq", ".sparql")):
        try:
            return Path(question).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{question}: cannot be read: {getattr(error, 'strerror', None) or 'not UTF-8 text'}") from None
    if "{" in question or " " in question.strip():
        return question
    raise UsageError(f"there is no question called {question}; there are {', '.join(sorted(questions()))}")


@contextmanager
def pool_of(chosen: Settings) -> Iterator[Pool]:
    """One worker over the store of these settings, within their limits."""
    pool = Pool(
        chosen.folder,
        engine=engine(chosen),
        workers=1,
        deadline=chosen.query_deadline,
        memory=chosen.query_memory << 20,
        limit=chosen.query_rows,
        size=chosen.query_size,
    )
    try:
        yield pool
    finally:
        pool.close()


def _form(form: str) -> str:
    return "an ASK" if form == "ask" else f"a {form.upper()}"


def _table(columns: tuple[str, ...], rows: tuple[Row, ...]) -> str:
    """The rows for human eyes; an ASK is yes or no."""
    if not columns:
        return "yes\n" if rows[0][0] else "no\n"
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row))
    width = None if sys.stdout.isatty() else _WIDE
    console = Console(width=width, highlight=False, markup=False, color_system="auto" if width is None else None)
    with console.capture() as captured:
        console.print(table)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def _cell(value: Value) -> str:
    """A value in a cell; IRIs with a known prefix are shortened."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    for prefix, start in PREFIXES.items():
        if text.startswith(start):
            return f"{prefix}:{text.removeprefix(start)}"
    return text
