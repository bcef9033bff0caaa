"""`diff`: what changed in the claims of an article from one version to the next."""

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click
from rich.text import Text

from ..addresses import is_address
from ..asking.revisions import Change, ChangeKind, compare
from ..errors import NotFoundError
from ..identity import address_key, article_key, page_key
from ..model import Claim, Reading
from ..rdf.store import Store
from ..rdf.terms import Terms
from .options import say, settings, store_of, store_option
from .table import chain, relation

_MARKS = {ChangeKind.ADDED: "+", ChangeKind.DROPPED: "-", ChangeKind.HARDENED: "▲", ChangeKind.SOFTENED: "▽"}


@dataclass(frozen=True, slots=True)
class _Step:
    """Two versions in a row, and what changed between them."""

    before: Reading
    after: Reading
    changes: tuple[Change, ...]


@click.command(short_help="Show what changed in an article's claims between its versions.")
@click.argument("article", metavar="ADDRESS|ID")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="Something to read, or one JSON object.")  # fmt: skip
@store_option
def diff(article: str, form: str, store: Path | None) -> None:
    """Show what changed in an article's claims between its versions: added, dropped, hardened, softened.

    ADDRESS is where the article stands: all its versions are compared, each with the one before. ID is the key of one
    version, or its address in the explorer: it is compared with the one before it. A claim hardens when it becomes more
    real (possible, intended, actual), surer (alleged, asserted, confirmed), is told in the article's own voice, or gets a
    named source.

    \b
    Examples:
      depesche diff https://news.example/a-report
      depesche diff mc5yn3xk3vq7b2s5s5rmzfg6te --format json
    """
    chosen = store_of(settings(store=store))
    steps = [_Step(before, after, compare(before, after)) for before, after in _versions(article, chosen)]
    if form == "json":
        told = {"steps": [_as_json(step) for step in steps]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    if not steps:
        say("only one version is in the store")
    for step in steps:
        for line in _lines(step):
            click.echo(line.plain.rstrip())


def _versions(article: str, store: Store) -> list[tuple[Reading, Reading]]:
    """The versions that are meant, two by two. NotFoundError when none is in the store."""
    address = Terms(store.base).parse(article)
    page = address_key(article) if is_address(article) and address is None else None
    found = store.articles.versions(page) if page else ()
    keys = [each.key for each in found] or _ending_with(article.rstrip("/").rpartition("/")[2], store, article)
    return list(pairwise(store.articles.reading(key) for key in keys))


def _ending_with(key: str, store: Store, asked: str) -> list[str]:
    """The version with this key and the one before it, if there is one."""
    try:
        page = page_key(store.articles.get(key).article)
    except NotFoundError:
        raise NotFoundError(f"{asked}: no version of this article is in the store; `depesche add` reads it") from None
    keys = [each.key for each in store.articles.versions(page)] if page else [key]
    at = keys.index(key)
    return keys[max(0, at - 1) : at + 1]


def _lines(step: _Step) -> list[Text]:
    found = [Text(f"{_name(step.before)} → {_name(step.after)}"), Text()]
    for change in step.changes:
        claim = change.after or change.before
        assert claim is not None
        found.append(Text(f"  {_MARKS[change.kind]} {change.kind}: {relation(claim).plain} · {chain(claim.attribution).plain}"))
        found += [Text(f"      {reason}") for reason in change.reasons]
        sides = [("before", change.before, step.before), ("now", change.after, step.after)]
        found += [Text(f"      {side}: {_sentence(each, reading)}") for side, each, reading in sides if each is not None]
    return [*found, *([] if step.changes else [Text("  no claim changed")]), Text()]


def _name(reading: Reading) -> str:
    article = reading.article
    return f"{article.title or 'untitled'}, {article.published or 'without date'} ({article_key(article)})"


def _sentence(claim: Claim, reading: Reading) -> str:
    return " ".join(claim.sentence.of(reading.article.text).split())


def _as_json(step: _Step) -> dict[str, object]:
    sides = {"before": article_key(step.before.article), "after": article_key(step.after.article)}
    return {**sides, "changes": [_change_as_json(change, step) for change in step.changes]}


def _change_as_json(change: Change, step: _Step) -> dict[str, object]:
    claim = change.after or change.before
    assert claim is not None
    return {
        "change": change.kind.value,
        "relation": claim.relation,
        "actor": claim.actor.entity.name if claim.actor else None,
        "recipient": claim.recipient.entity.name if claim.recipient else None,
        "reasons": list(change.reasons),
        "before": _sentence(change.before, step.before) if change.before else None,
        "after": _sentence(change.after, step.after) if change.after else None,
    }
