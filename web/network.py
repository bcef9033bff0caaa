"""The network's measures as pages and files: centralities, communities, brokers, balance, and who cites whom."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, request

from . import measuring, shaping, urls
from .network_model import MeasureLink, NetworkForm, NetworkPage
from .page_models import Alternate
from .pages import fresh_page
from .source import NotFoundError, PartyView, measures
from .visit import Visit, number, page, visit

blueprint = Blueprint("network", __name__)

_ROWS = 50  # on one page
_FORMATS = {"csv": ("text/csv", "CSV"), "json": ("application/json", "JSON"), "graphml": ("application/graphml+xml", "GraphML")}


@dataclass(frozen=True, slots=True)
class _Request:
    """What an address asks: the measure, what it is asked of, and the parties that are meant by what was typed."""

    measure: measures.Measure
    asked: measures.Asked
    around: tuple[measures.Found, ...]


@blueprint.get("/network")
def first() -> Response:
    """The first measure."""
    return network(next(iter(measures.catalogue().measures)))


@blueprint.get("/network/<name>")
def network(name: str) -> Response:
    """A measure as a page; with a suffix the same as a file: csv, json or graphml."""
    own, _, form = name.partition(".")
    if own not in measures.catalogue().measures:
        raise NotFoundError(f"there is no measure called {own[:40]!r}; there are {', '.join(measures.catalogue().measures)}")
    if form and form not in _FORMATS:
        raise NotFoundError(f"there is no format .{form[:20]}; there are {', '.join(f'.{each}' for each in _FORMATS)}")
    measure = measures.measure(own)
    return fresh_page(lambda: _file(visit(), measure, form) if form else _shown(visit(), measure))


def _shown(here: Visit, measure: measures.Measure) -> Response:
    try:
        given = _request(here, measure)
    except _Nobody as error:
        empty = measures.Answer(measure, (), (), 0, 0, 0, 0)
        return page("network.html", _model(here, empty, (), str(error)))
    return page("network.html", _model(here, _answer(here, given), given.around, ""))


def _file(here: Visit, measure: measures.Measure, form: str) -> Response:
    try:
        given = _request(here, measure)
    except _Nobody as error:
        raise NotFoundError(f"the store knows nobody called {str(error)[:40]!r}") from None
    media_type, _ = _FORMATS[form]
    response = Response(_written(here, given, form), content_type=media_type + ("; charset=utf-8" if form == "csv" else ""))
    response.headers["Content-Disposition"] = f'attachment; filename="{measure.name}.{form}"'
    return response


class _Nobody(Exception):
    """A name that the store does not know."""


def _request(here: Visit, measure: measures.Measure) -> _Request:
    """What the address asks. _Nobody for a name that is unknown, UsageError for what makes no sense."""
    around, blocs = (_found(here, request.args.get(name, "")) for name in ("entity", "bloc"))
    since, until = (request.args.get(name, "").strip() for name in ("since", "until"))
    asked = measures.Asked(
        parties=tuple(each.key for each in around),
        since=measures.day(since) if since else None,
        until=measures.day(until) if until else None,
        voice=measures.voice(request.args.get("voice") or measures.Voice.ASSERTED.value),
        blocs=tuple(each.key for each in blocs),
    )
    return _Request(measure, asked, around)


def _found(here: Visit, typed: str) -> tuple[measures.Found, ...]:
    """The party that is meant by what was typed, none where nothing was."""
    try:
        return measures.found(here.source.labels, [typed])
    except NotFoundError:
        raise _Nobody(typed.strip()) from None


def _keeper(here: Visit, asked: measures.Asked) -> measures.Keeper:
    """Keeps what is said of the whole store: of single parties and days there are too many to be kept."""
    return here.kept if replace(asked, voice=measures.Voice.ASSERTED) == measures.Asked() else measures.unkept


def _answer(here: Visit, given: _Request) -> measures.Answer:
    of = measures.scores(here.source.vocabulary)
    return measures.measured(here.reader, of, given.measure, given.asked, here.language, _keeper(here, given.asked))


def _written(here: Visit, given: _Request, form: str) -> bytes:
    """The answer in one of the formats."""
    if form == "graphml":
        of = measures.scores(here.source.vocabulary)
        return measures.as_graphml(here.reader, of, given.measure, given.asked, here.language, _keeper(here, given.asked))
    answer = _answer(here, given)
    return measures.as_csv(answer) if form == "csv" else measures.as_json(answer, here.language)


def _model(here: Visit, answer: measures.Answer, around: tuple[measures.Found, ...], nobody: str) -> NetworkPage:
    measure, language = answer.measure, here.language
    at = number("page", 1, 100_000)
    shown = answer.rows[(at - 1) * _ROWS : at * _ROWS]
    return NetworkPage(
        measures=_links(measure, language),
        network=measure.network,
        title=measure.title[language],
        meaning=measure.meaning[language],
        formula=measure.formula[language],
        source=measure.source,
        form=_form(measure),
        around=[shaping.party(PartyView(each.key, each.name, each.kind)) for each in around],
        nobody=nobody,
        figures=measuring.figures(answer, language),
        columns=measuring.columns(answer, language),
        rows=[measuring.row(each, here.words) for each in shown],
        paging=urls.paging(at, _ROWS, len(answer.rows)),
        looked_at=answer.looked_at,
        total=answer.total,
        untied=answer.untied,
        unseen=answer.unseen,
        downloads=[] if nobody else _downloads(measure),
    )


def _links(current: measures.Measure, language: str) -> list[MeasureLink]:
    """All measures, of what is asked now."""
    given = _given()
    return [
        MeasureLink(name, each.title[language], urls.at(f"/network/{name}", **given), name == current.name)
        for name, each in measures.catalogue().measures.items()
    ]


def _downloads(measure: measures.Measure) -> list[Alternate]:
    given = _given()
    return [
        Alternate(kind, label, urls.at(f"/network/{measure.name}.{form}", **given)) for form, (kind, label) in _FORMATS.items()
    ]


def _given() -> dict[str, str]:
    """What the address asks, the page that is turned to left out."""
    return {name: request.args[name] for name in ("entity", "since", "until", "voice", "bloc") if request.args.get(name)}


def _form(measure: measures.Measure) -> NetworkForm:
    typed = {name: request.args.get(name, "") for name in ("entity", "since", "until", "bloc")}
    voice = request.args.get("voice") or measures.Voice.ASSERTED.value
    by_voice = measure.network == measures.PARTIES and measure.name != "balance"  # allegations have no sign there
    return NetworkForm(
        measure.name, typed["entity"], typed["since"], typed["until"], voice, [each.value for each in measures.Voice],
        typed["bloc"], measure.name == "roles", by_voice,
    )  # fmt: skip
